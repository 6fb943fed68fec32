"""How many a word or a phrase counts: written numbers, duals, one described person, and what is tied to them by و."""

from __future__ import annotations

from typing import Final

from khabar.mentions.numbers import Amount
from khabar.mentions.phrase import Phrase
from khabar.mentions.phrase_words import PAIR
from khabar.mentions.reading import Reading

_ONE: Final = frozenset("اخر اخرى ثالث رابع خامس سادس احدهم احداهن واحد واحدة".split())
_ONE_OF: Final = frozenset(("احد", "احدى", "احدي"))
AMONG: Final = frozenset(("بينهم", "بينهما", "بينهن", "منهم", "منهما", "احدهم"))
_UNITS: Final = frozenset(
    "عاما سنة عام سنوات اعوام ربيعا شهرا اشهر يوما ايام ساعة ساعات دقيقة كيلومترا كلم مترا".split()
)
LANDS: Final = frozenset(("state", "place", "adjective"))
"""Kinds of phrases that count nobody, whatever their ending (إيران)."""
_LEAST: Final = (("على", "الاقل"), ("في", "الاقل"), ("كحد", "ادنى"))
_MOST: Final = (("على", "الاكثر"), ("كحد", "اقصى"))
_TWO: Final = frozenset("احدهما احداهما كلاهما كليهما انهما اثنين اثنان".split())
"""Words by which those told before are two."""
_DUALS: Final = frozenset(("شرطيين",))
"""Two of them: several are told of by another word (شرطة)."""
_PLURAL: Final = ("ين", "ون", "ات")
_CIVIL: Final = frozenset(("مدني", "مدنيه", "مدنية"))
_NEAR: Final = 8
_OF: Final = frozenset(("", "من"))
_RANGED: Final = _OF | {"بين"}
"""Prepositions between a number and those counted."""


class Count:
    """A count of persons or things: tokens ``first`` to ``last``, ``low`` to ``high`` (None: open), who as written."""

    __slots__ = ("first", "high", "last", "low", "of")

    def __init__(self, first: int, last: int, low: Amount, high: Amount | None, of: str | None) -> None:
        self.first = first
        self.last = last
        self.low = low
        self.high = high
        self.of = of

    def on(self, first: int, last: int) -> Count:
        """The same on other tokens."""
        return Count(first, last, self.low, self.high, self.of)

    def ranging(self, low: Amount, high: Amount | None) -> Count:
        """The same people or things, another number of them."""
        return Count(self.first, self.last, low, high, self.of)


_SOME: Final = frozenset(("people", "person", "thing"))
_WITH: Final = frozenset("مع برفقة رفقة بصحبة".split())
_SINGLE: Final = frozenset(("واحد", "واحدة"))
_DWELLERS: Final = frozenset("سكان اهالي اهل ابناء".split())
_UNCOUNTED: Final = frozenset("فلول بقايا جيوب خلايا مجاميع عصابات".split())
"""Broken plurals of people that no ending shows."""
_LIVES: Final = "بحياة"
"""Known as one word by the phrases that it stands in, so that its preposition is not split off."""


class Headcounts:
    """Reads what single words and phrases of a reading count."""

    def __init__(self, reading: Reading, phrases: list[list[Phrase]]) -> None:
        self.r = reading
        self._phrases = phrases

    def _starting(self, at: int) -> Phrase | None:
        """The phrase that begins at a token, of several the last."""
        number = self.r.sentence_at[at] if at < len(self.r.sentence_at) else -1
        if number < 0:
            return None
        for phrase in reversed(self._phrases[number]):
            if phrase.first == at:
                return phrase
        return None

    def joined(self, found: Count, limit: int) -> Count:
        """The count with what و ties to it and the words that open it."""
        return self._bounded(self._joined(found, limit), limit)

    def _unphrased(self, at: int) -> Count | None:
        """Somebody right behind the noun of a loss, with which he makes one phrase (بحياة امرأة وطفلين)."""
        word = self.r.words[at]
        before = self.r.words[at - 1]
        led = before.pro == "ب" or before.form == _LIVES
        if led and "people" in self.r.lex[at] and not word.det and not word.pro:
            text = self.r.bare(at, at)[2]
            if self.dual(at):
                return Count(at, at, 2, 2, text)
            several = word.core.endswith(_PLURAL)
            return Count(at, at, 1 + several, None if several else 1, text)
        return self._native(at)

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
        if self.r.forms[at].removeprefix("و") == "عدد" and at + 1 < limit and self.r.forms[at + 1] in AMONG:
            return Count(at, at + 1, 2, None, self.r.bare(at, at + 1)[2])
        if self.r.words[at].core == "مجموعة" and at + 1 < limit and self.r.forms[at + 1] == "من":
            group = self._starting(at + 2) or self._starting(at + 1)
            if group is not None and group.kind in {"people", "person"}:
                return Count(at, group.last, 2, None, self.r.bare(*group.name)[2])
        if self.r.words[at].core in _ONE and not self.r.words[at].det:
            return Count(at, at, 1, 1, self.r.bare(at, at)[2])
        phrase = self._starting(at + 1)
        if phrase is not None and self.one_of(at):
            return Count(at, phrase.last, 1, 1, self.r.bare(at, phrase.name[1])[2])
        phrase = self._starting(at)
        if phrase is None:
            return None
        return self._all_of(phrase) or (self._person(phrase) if phrase.kind in {"people", "person"} else None)

    def _all_of(self, phrase: Phrase) -> Count | None:
        """Somebody's people with their number behind them (أبناؤه الأربعة، أطفالها الثلاثة)."""
        behind, word = phrase.last + 1, self.r.words[phrase.head]
        index = self.r.number_tokens.get(behind)
        if index is None or not word.enc or phrase.kind not in _SOME or not self.r.words[behind].det:
            return None
        number = self.r.numbers[index]
        if number.ordinal or number.label or behind in self.r.time_tokens:
            return None
        return Count(phrase.first, behind, number.low, number.high, self.r.bare(*phrase.name)[2])

    def people_at(self, at: int) -> bool:
        """Somebody is told of from a token on, without a preposition."""
        phrase = self._starting(at)
        return phrase is not None and phrase.kind in _SOME and not phrase.prep

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
        """How many a number at a token counts, and of whom (ثلاثة من الجنود); no date, label or rank."""
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
                if (phrase := self._starting(last + step)) is not None and "figure" not in self.r.lex[last + step]
            ),
            None,
        )
        ranged = number.high is not None and number.low < number.high  # بين 10 و15 شخصا
        if of is None or of.first > limit or of.kind in LANDS or of.prep not in (_RANGED if ranged else _OF):
            return Count(at, last, number.low, number.high, None)
        return Count(at, of.last, number.low, number.high, self.r.bare(*of.name)[2])

    def _person(self, phrase: Phrase) -> Count | None:
        word, text = self.r.words[phrase.head], self.r.bare(*phrase.name)[2]
        if word.core in _UNCOUNTED:
            return None
        after = phrase.last + 1
        if after < len(self.r.forms) and self.r.forms[after] in PAIR:
            return Count(phrase.first, after, 2, 2, text)
        if self._pair(phrase):
            return Count(phrase.first, phrase.last, 2, 2, text)
        if phrase.number == "s" and not word.core.endswith(("ين", "ون")):
            return Count(phrase.first, phrase.last, 1, 1, text)
        bound = word.core in _DWELLERS and phrase.last > phrase.head and phrase.definite  # سكان داريا
        if phrase.number == "p" and not word.det and phrase.kind == "people" and not bound:
            return Count(phrase.first, phrase.last, 2, None, text)
        return None

    def _pair(self, phrase: Phrase) -> bool:
        """The head is a dual: known as such, bound to a noun (ضابطي شرطة), or a plural as well that a word nearby tells
        of as two."""
        at = phrase.head
        word, tags = self.r.words[at], {sense.tag for sense in self.r.words[at].senses}
        if "dual" in tags and ("plural" not in tags or word.core in _DUALS or not word.core.endswith("ين")):
            return True
        if word.core.endswith("ين") and tags & {"dual", "plural", "adj", "phrase"}:
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
        """A verb of loss in the dual (قتلا، أصيبا), or any in the present (كاتبين يعملان في صحيفة)."""
        mark = self.r.lex[at].get("figure")
        if mark is not None and mark.tag.endswith(".d"):
            return True
        core = self.r.words[at].core
        return self.r.acts[at] and len(core) > 4 and core.endswith("ان") and core.startswith(("ي", "ت"))

    def _joined(self, found: Count, limit: int) -> Count:
        """One person with others whom و ties to him one by one (فلان وزوجته وابنته): further victims, not a further
        loss. Several are told apart (:meth:`tied`)."""
        if not found.high == found.low == 1:
            return found
        number, last = 1, found.last
        more = self._tied(last, limit)
        while more is not None and more.high == 1:
            number, last = number + 1, more.last
            more = self._tied(last, limit)
        return Count(found.first, last, number, number, found.of) if number > 1 else found

    def tied(self, last: int, limit: int) -> list[Count]:
        """Those whom و ties to others counted before ``last``, each with a number (قتل شرطيان وثلاثة مدنيين)."""
        rest: list[Count] = []
        more = self._tied(last, limit)
        while more is not None:
            rest.append(self._bounded(more, limit))
            more = self._tied(more.last, limit)
        return rest

    def _tied(self, last: int, limit: int) -> Count | None:
        """The next count that و ties to one that ends at ``last``."""
        if last + 1 >= limit:
            return None
        at = last + 1
        word = self.r.words[at]
        if word.form in _SINGLE:  # شرطي واحد
            return None
        if word.form == "و" and at + 1 in self.r.number_tokens:  # 3 من الجنود و7 من المسلحين
            at += 1
        elif "و" not in word.pro:
            return None
        if "figure" in self.r.lex[at] or self._other(at):
            return None
        more = self.at(at, limit) or self._civilian(at)
        if more is None or more.high is None:
            return None
        end = more.last + (not self.r.words[more.last + 1].pro)
        if any("figure" in self.r.lex[one] for one in range(at, end + 1)):  # ثلاثة مدنيين وسبعة جرحى
            return None
        return more

    def beside(self, last: int, limit: int) -> Count | None:
        """Those counted who fell with somebody (قتل مع أربعة من مرافقيه)."""
        at = last + 1
        behind = at + 2 if tuple(self.r.forms[at : at + 2]) == ("الى", "جانب") else at + 1
        if behind == at + 1 and self.r.forms[at : at + 1] and self.r.forms[at] not in _WITH:
            return None
        return self._number(behind, limit) if behind in self.r.number_tokens and behind < limit else None

    def _civilian(self, at: int) -> Count | None:
        """One civilian whom و ties to others (شرطي ومدني)."""
        word = self.r.words[at]
        return Count(at, at, 1, 1, self.r.bare(at, at)[2]) if word.core in _CIVIL and not word.det else None

    def _bounded(self, found: Count, limit: int) -> Count:
        if found.high == found.low and self.least(found.last, limit):
            return found.ranging(found.low, None)
        if found.high == found.low and self._says(_MOST, found.last, limit):
            return found.ranging(0, found.high)
        return found

    def _says(self, phrases: tuple[tuple[str, str], ...], last: int, limit: int) -> bool:
        return any(tuple(self.r.forms[at : at + 2]) in phrases for at in range(last + 1, min(last + 3, limit - 1)))

    def _other(self, at: int) -> bool:
        """Another loss or a verb begins here."""
        return "figure" in self.r.lex[at] or self.r.acts[at]
