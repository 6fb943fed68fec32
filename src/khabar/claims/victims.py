"""How many stand beside a word of loss: written numbers, duals, one described person, and what is tied to them by و."""

from __future__ import annotations

from typing import Final, NamedTuple

from khabar.claims.kinds import ARMED
from khabar.mentions.numbers import Amount
from khabar.mentions.phrase import Phrase
from khabar.mentions.reading import Reading

_ONE: Final = frozenset("اخر اخرى ثالث رابع خامس سادس احدهم احداهن واحد واحدة".split())
_ONE_OF: Final = frozenset(("احد", "احدى", "احدي"))
_PAIR: Final = frozenset("اثنين اثنان اثنتين اثنتان".split())
_AMONG: Final = frozenset(("بينهم", "بينهما", "بينهن", "منهم", "منهما", "احدهم"))
_UNITS: Final = frozenset(
    "عاما سنة عام سنوات اعوام ربيعا شهرا اشهر يوما ايام ساعة ساعات دقيقة كيلومترا كلم مترا".split()
)
_LANDS: Final = frozenset(("state", "place", "adjective"))
"""Kinds of phrases that count nobody, whatever their ending (إيران)."""
_STOPS: Final = frozenset("،؛.:!؟()\n")
_CLOSERS: Final = frozenset(
    ("الذي", "التي", "الذين", "ان", "بينهم", "بينها", "بينهما", "منهم", "منها", "عندما", "بعد", "بعدما")
)
_REACH: Final = 6
_ASIDE: Final = 8
_FAR: Final = 16
_BETWEEN: Final = frozenset(("بين", "مابين"))
_LEAST: Final = (("على", "الاقل"), ("في", "الاقل"), ("كحد", "ادنى"))
_MOST: Final = (("على", "الاكثر"), ("كحد", "اقصى"))
_TWO: Final = frozenset("احدهما احداهما كلاهما كليهما انهما اثنين اثنان".split())
"""Words by which those told before are two."""
_DUALS: Final = frozenset(("شرطيين",))
"""Two of them: several are told of by another word (شرطة)."""
_CIVIL: Final = frozenset(("مدني", "مدنيه", "مدنية"))
_PLACED: Final = frozenset(("في", "خلال", "قرب", "عبر", "منذ", "بعد", "قبل"))
"""Prepositions whose noun is no victim (قتلوا في ثلاث هجمات)."""
_CAUSES: Final = frozenset(("جراء", "اثر", "نتيجة", "بسبب", "بفعل"))
"""Prepositions behind which somebody is no victim if no number tells so."""
_NEAR: Final = 8
_OF: Final = frozenset(("", "من"))
"""Prepositions between a number and those counted."""
_ABOUT: Final = frozenset("ما لا يقل عن نحو حوالي قرابة زهاء اكثر من".split())
"""Words before a number that tell how exact it is."""
_OPENING: Final = frozenset(("", "quant"))
"""Functions of words that may open what is counted (أكثر من مئتين)."""


class Count(NamedTuple):
    """A count of persons or things: tokens ``first`` to ``last``, ``low`` to ``high`` (None: open), who as written."""

    first: int
    last: int
    low: Amount
    high: Amount | None
    of: str | None


class Victims:
    """Reads counts in the sentences of a reading."""

    def __init__(self, reading: Reading, phrases: list[list[Phrase]]) -> None:
        self.r = reading
        self._starting = {phrase.first: phrase for row in phrases for phrase in row}

    def after(self, last: int, limit: int, reach: int = _REACH) -> Count | None:
        """The count that follows token ``last``, what و ties to it included (ضابط وجنديين: three)."""
        caused = False
        for at in range(last + 1, min(limit, last + 1 + reach)):
            form = self.r.forms[at]
            caused = caused or form in _CAUSES
            if caused and at not in self.r.number_tokens:
                continue
            placed = at > last + 1 and self.r.forms[at - 1] in _PLACED
            if form in _STOPS or form in _CLOSERS or (at > last + 1 and self._other(at) and not self._deed(at, placed)):
                return None
            if placed:
                continue
            found = self.at(at, limit) or (self._native(at) if at == last + 1 and not self.r.words[last].det else None)
            if found is not None:
                return self.joined(found, limit)
        return None

    def object_after(self, last: int, limit: int) -> Count | None:
        """Those right behind a verb that has no preposition (وقتلوا جنديين)."""
        at = last + 1
        if at >= limit or self.r.words[at].pro:
            return None
        while at < limit and at not in self.r.number_tokens and self.r.forms[at] in _ABOUT:
            at += 1
        counted = at < limit and at in self.r.number_tokens
        if at >= limit or self._other(at) or not (counted or (at == last + 1 and self.r.words[at].func in _OPENING)):
            return None
        return self.at(at, limit)

    def object_past(self, doer: Count, limit: int) -> Count | None:
        """Those behind who did it to them (خطف مسلحون مهندسا، قتل مسلح ثلاثة أشخاص): somebody told by no number, then
        somebody counted or told without a preposition."""
        if doer.first in self.r.number_tokens or doer.of is None or doer.high == 0:
            return None
        found = self.object_after(doer.last, limit)
        if found is None or found.of is None:
            return None
        phrase = self._starting.get(found.first)
        named = phrase is not None and phrase.kind == "person" and phrase.name[0] > phrase.first
        if self.r.words[found.first].det and not named:
            return None
        return self.joined(found, limit)

    def joined(self, found: Count, limit: int) -> Count:
        """The count with what و ties to it and the words that open it."""
        return self._bounded(self._joined(found, limit), limit)

    def armed(self, count: Count) -> bool:
        """Armed men told by no number."""
        phrase = self._starting.get(count.first)
        return phrase is not None and count.first not in self.r.number_tokens and phrase.role in ARMED

    def one_past(self, doer: Count) -> Count | None:
        """The one person who is told right behind those who did it (اغتال مسلحون القاضي)."""
        phrase = self._starting.get(doer.last + 1)
        if phrase is None or phrase.prep or phrase.coord is not None or phrase.kind not in {"people", "person"}:
            return None
        found = self._person(phrase)
        return found if found is not None and found.high == 1 else None

    def told(self, phrase: Phrase, limit: int) -> Count | None:
        """The count of a phrase with the number before it, what و ties to it included."""
        first = phrase.first - (2 if phrase.prep == "من" else 1)
        number = self.r.number_tokens.get(first, -1)
        while number >= 0 and self.r.number_tokens.get(first - 1) == number:
            first -= 1
        found = self._number(first, limit) if number >= 0 else self._person(phrase)
        return None if found is None else self.joined(found, limit)

    def _native(self, at: int) -> Count | None:
        """Somebody told by his nation alone, or a civilian (مقتل فلسطيني، إصابة مدني)."""
        word = self.r.words[at]
        if word.det or word.pro or not (word.core in _CIVIL or any(sense.tag == "adj" for sense in word.senses)):
            return None
        if word.cls == "j" and word.core.endswith(("ي", "ية")):
            return Count(at, at, 1, 1, self.r.bare(at, at)[2])
        if word.core.endswith("ان") or (word.core.endswith("ين") and self._two(at)):
            return Count(at, at, 2, 2, self.r.bare(at, at)[2])
        return Count(at, at, 2, None, self.r.bare(at, at)[2]) if word.core.endswith("يين") else None

    def people_after(self, last: int, limit: int) -> Count | None:
        """A written number of people further on in the clause (اعتقلت القوات فجر اليوم في المدينة 16 شخصا)."""
        for at in range(last + 1, min(limit, last + _FAR)):
            form = self.r.forms[at]
            if form in _STOPS or form in _CLOSERS or (self._other(at) and at not in self.r.time_tokens):
                return None
            found = self._number(at, limit)
            if found is not None:
                phrase = self._starting.get(found.last)
                return found if phrase is not None and phrase.kind == "people" and found.of else None
        return None

    def reached(self, last: int, limit: int) -> Count | None:
        """The number that a total comes to further on (يرتفع عدد القتلى منذ مطلع العام إلى مئتين)."""
        for at in range(last + 1, min(limit - 1, last + _FAR)):
            if self.r.forms[at] in _STOPS:
                return None
            if self.r.forms[at] == "الى":
                return self._number(at + 1, limit)
        return None

    def before(self, first: int, start: int, reach: int) -> Count | None:
        """The written number or the one described person before token ``first``, nearest first (لقي عامل مصرعه)."""
        if self.r.forms[first - 1] == "الذين":
            return self._turned(first - 1, start)
        first = self._past_aside(first, start)
        first = next((at for at in range(first - 1, max(start, first - 4), -1) if self.r.forms[at] in _AMONG), first)
        for at in range(first - 1, max(start, first - reach) - 1, -1):
            found = self._number(at, first)
            if found is not None:
                return found
            if self.r.forms[at] in _STOPS or self.r.forms[at] in _CLOSERS:
                return None
            phrase = self._starting.get(at)
            ended = phrase is not None and phrase.first == phrase.last == first - 1 and phrase.kind not in _LANDS
            if phrase is not None and phrase.last < first and (ended or phrase.kind in {"people", "person"}):
                described = self._person(phrase)
                if described is not None:
                    return self._counted(described, start)
        return None

    def _turned(self, first: int, start: int) -> Count | None:
        """The number before عدد of those whom a relative clause means (إلى 96 عدد الجنود الذين قتلوا)."""
        told = next((at for at in range(first - 1, max(start, first - _ASIDE), -1) if self.r.forms[at] == "عدد"), -1)
        return self.number_before(told, start) if told > start else None

    def _past_aside(self, first: int, start: int) -> int:
        """The token that ends the clause before an aside (خمسة أشخاص، بينهم جنديان، قد قتلوا)."""
        at = first - 1
        while at > start and self.r.forms[at] in {"قد", "كانوا"}:
            at -= 1
        if at <= start or self.r.forms[at] != "،":
            return first
        for back in range(at - 1, max(start, at - _ASIDE) - 1, -1):
            if self.r.forms[back] == "،":
                return back if self.r.forms[back + 1] in _AMONG else first
        return first

    def number_before(self, first: int, start: int) -> Count | None:
        """The number right before a counted noun (ثلاثة قتلى, العديد من المسيرات)."""
        at = first - 1
        if at >= start and self.r.forms[at] == "من":
            at -= 1
        return self._number(at, first) if at >= start else None

    def at(self, at: int, limit: int) -> Count | None:
        """The count that begins at a token."""
        number = self._number(at, limit)
        if number is not None:
            return number
        if self.r.forms[at].removeprefix("و") == "عدد" and at + 1 < limit and self.r.forms[at + 1] in _AMONG:
            return Count(at, at + 1, 2, None, self.r.bare(at, at + 1)[2])
        if self.r.words[at].core == "مجموعة" and at + 1 < limit and self.r.forms[at + 1] == "من":
            group = self._starting.get(at + 2) or self._starting.get(at + 1)
            if group is not None and group.kind in {"people", "person"}:
                return Count(at, group.last, 2, None, self.r.bare(*group.name)[2])
        if self.r.words[at].core in _ONE and not self.r.words[at].det:
            return Count(at, at, 1, 1, self.r.bare(at, at)[2])
        phrase = self._starting.get(at + 1)
        if phrase is not None and self.one_of(at):
            return Count(at, phrase.last, 1, 1, self.r.bare(at, phrase.name[1])[2])
        phrase = self._starting.get(at)
        return self._person(phrase) if phrase is not None and phrase.kind in {"people", "person"} else None

    def people_at(self, at: int) -> bool:
        """Somebody is told of from a token on, without a preposition."""
        phrase = self._starting.get(at)
        return phrase is not None and phrase.kind in {"people", "person", "thing"} and not phrase.prep

    def divided(self, at: int, start: int) -> Count | None:
        """The number of those who fell (مئات الأشخاص بين قتيل وجريح) before the بين that stands before token ``at``."""
        between = at - 1
        if between <= start or self.r.forms[between] not in _BETWEEN:
            return None
        for back in range(between - 1, max(start, between - _REACH) - 1, -1):
            found = self._number(back, between)
            if found is not None or self.r.forms[back] in _STOPS:
                return found
        return None

    def one_of(self, at: int) -> bool:
        """One of several (أحد عناصرها), not a Sunday."""
        word = self.r.words[at]
        return word.core in _ONE_OF and not word.det and at not in self.r.time_tokens

    def least(self, last: int, limit: int) -> bool:
        """Words after a count that open it upwards (قتيلان على الأقل)."""
        return self._says(_LEAST, last, limit)

    def dual(self, at: int) -> bool:
        """A word in the dual: known as such, or a known noun with the ending ان."""
        word = self.r.words[at]
        if any(sense.tag == "dual" for sense in word.senses):
            return True
        return word.core.endswith("ان") and len(word.core) > 4 and self.r.lexicon.word(word.core[:-2]).known

    def _number(self, at: int, limit: int) -> Count | None:
        index = self.r.number_tokens.get(at)
        if index is None or at in self.r.time_tokens:
            return None
        number = self.r.numbers[index]
        if number.ordinal or number.label:
            return None
        last = at
        while last + 1 < len(self.r.forms) and self.r.number_tokens.get(last + 1) == index:
            last += 1
        if last + 1 < len(self.r.forms) and self.r.forms[last + 1] in _UNITS:
            return None
        of = next(
            (
                phrase
                for step in (1, 2, 3)
                if (phrase := self._starting.get(last + step)) is not None and "figure" not in self.r.lex[last + step]
            ),
            None,
        )
        if of is None or of.first > limit or of.kind in _LANDS or of.prep not in _OF:
            return Count(at, last, number.low, number.high, None)
        return Count(at, of.last, number.low, number.high, self.r.bare(*of.name)[2])

    def _person(self, phrase: Phrase) -> Count | None:
        word, text = self.r.words[phrase.head], self.r.bare(*phrase.name)[2]
        after = phrase.last + 1
        if after < len(self.r.forms) and self.r.forms[after] in _PAIR:
            return Count(phrase.first, after, 2, 2, text)
        if self._pair(phrase):
            return Count(phrase.first, phrase.last, 2, 2, text)
        if phrase.number == "s" and not word.core.endswith(("ين", "ون")):
            return Count(phrase.first, phrase.last, 1, 1, text)
        if phrase.number == "p" and not word.det and phrase.kind == "people":
            return Count(phrase.first, phrase.last, 2, None, text)
        return None

    def _pair(self, phrase: Phrase) -> bool:
        """The head is a dual: known as such, bound to a noun (ضابطي شرطة), or a plural as well that a word nearby tells
        of as two."""
        at = phrase.head
        word, tags = self.r.words[at], {sense.tag for sense in self.r.words[at].senses}
        if "dual" in tags and ("plural" not in tags or word.core in _DUALS or not word.core.endswith("ين")):
            return True
        if word.core.endswith("ين") and tags & {"dual", "plural", "adj"}:
            return self._two(at)
        if "noun" in tags and at < phrase.last and (word.enc == "ي" or word.core.endswith("ا")):
            after = self.r.words[at + 1]
            return after.cls == "n" and not after.pro and not after.core.endswith("ا")
        return "dual" not in tags and self.dual(at)

    def _two(self, at: int) -> bool:
        """The word's vowel tells of two (متعاقدَين), or a word behind it: a verb in the dual, أحدهما."""
        start, end = self.r.raw(at, at)
        if self.r.text[start:end].endswith("\u064eين"):
            return True
        for near in range(at + 1, min(len(self.r.forms), at + _NEAR)):
            if self.r.forms[near] in ".؛\n":
                return False
            if self.r.forms[near] in _TWO or self.dual_verb(near):
                return True
        return False

    def dual_verb(self, at: int) -> bool:
        """A verb of loss in the dual (قتلا، أصيبا)."""
        mark = self.r.lex[at].get("figure")
        return mark is not None and mark.tag.endswith(".d")

    def _counted(self, described: Count, start: int) -> Count:
        """A described group with a number before it (ثلاثة جنود) counts as the number says."""
        if described.first > start and self.one_of(described.first - 1):
            return described._replace(first=described.first - 1, low=1, high=1)
        number = self.number_before(described.first, start)
        return described if number is None else number._replace(last=described.last, of=described.of)

    def _joined(self, found: Count, limit: int) -> Count:
        """The sum with what و ties to it: further victims, not a further loss."""
        while found.high is not None and found.last + 1 < limit:
            at = found.last + 1
            word = self.r.words[at]
            if "و" not in word.pro or "figure" in self.r.lex[at] or self._other(at):
                break
            more = self.at(at, limit) or self._civilian(at)
            if more is None or more.high is None:
                break
            found = found._replace(last=more.last, low=found.low + more.low, high=found.high + more.high)
        return found

    def _civilian(self, at: int) -> Count | None:
        """One civilian whom و ties to others (شرطي ومدني)."""
        word = self.r.words[at]
        return Count(at, at, 1, 1, self.r.bare(at, at)[2]) if word.core in _CIVIL and not word.det else None

    def _bounded(self, found: Count, limit: int) -> Count:
        if found.high == found.low and self.least(found.last, limit):
            return found._replace(high=None)
        if found.high == found.low and self._says(_MOST, found.last, limit):
            return found._replace(low=0)
        return found

    def _says(self, phrases: tuple[tuple[str, str], ...], last: int, limit: int) -> bool:
        return any(tuple(self.r.forms[at : at + 2]) in phrases for at in range(last + 1, min(last + 3, limit - 1)))

    def _deed(self, at: int, placed: bool) -> bool:
        """An attack behind a preposition, no further loss (قتل في الهجوم عشرة)."""
        mark = self.r.lex[at].get("figure")
        return placed and mark is not None and mark.entry.what == "attacks" and not self.r.acts[at]

    def _other(self, at: int) -> bool:
        """Another loss or a verb begins here."""
        return "figure" in self.r.lex[at] or self.r.acts[at]
