"""How many befell what a word of loss tells: where around it those counted stand."""

from __future__ import annotations

from typing import Final

from khabar.claims.headcounts import AMONG, LANDS, Count, Headcounts
from khabar.claims.kinds import ARMED, HUMANS
from khabar.claims.standing_words import COMPOSED
from khabar.mentions.phrase import Phrase

_STOPS: Final = frozenset("،؛.:!؟()\n")
_CLOSERS: Final = frozenset(
    ("الذي", "التي", "الذين", "ان", "بينهم", "بينها", "بينهما", "منهم", "منها", "عندما", "بعد", "بعدما")
)
_REACH: Final = 6
_ASIDE: Final = 8
_FAR: Final = 16
_BETWEEN: Final = frozenset(("بين", "مابين"))
_PLACED: Final = frozenset(("في", "خلال", "قرب", "عبر", "منذ", "بعد", "قبل"))
"""Prepositions whose noun is no victim (قتلوا في ثلاث هجمات)."""
_CAUSES: Final = frozenset(("جراء", "اثر", "نتيجة", "بسبب", "بفعل"))
"""Prepositions behind which somebody is no victim if no number tells so."""
_HANDS: Final = frozenset("يد يدي ايدي بيد بايدي".split())
"""Words before those who did it (قتل على يد مسلحين)."""
_GROUPS: Final = frozenset(
    "خلية مجموعة شبكة عصابة فريق فرقة دورية طاقم وحدة تشكيل تشكيلا عائلة اسرة كتيبة سرية رتل جماعة زمرة".split()
)
"""What is made up of people, whose number may follow (خلية مكونة من ستة مسلحين)."""
_MADE_UP: Final = COMPOSED | frozenset("يضم تضم ضم ضمت قوامها قوامه عدد عددها عدده عددهم".split())
_ARMS: Final = frozenset(("attacks", "munitions"))
_OTHERS: Final = frozenset("اخرين اخرون اخران".split())
_MADE: Final = 5
"""Tokens behind such a group within which its number stands."""
_COMES_TO: Final = frozenset("وصل وصلت بلغ بلغت ارتفع ارتفعت تجاوز يتجاوز يصل يبلغ فاق بات اصبح".split())
_MOSTLY: Final = AMONG | frozenset("معظمهم غالبيتهم اغلبهم اكثرهم جلهم جميعهم كلهم نصفهم".split())
_SINGLE: Final = frozenset(("واحد", "واحدة"))
_TIED: Final = 4
"""Words behind those counted that tell who some of them were; a number that is an adjective; tokens of those before."""
_ABOUT: Final = frozenset("ما لا يقل عن نحو حوالي قرابة زهاء اكثر من بين".split())
"""Words before a number that tell how exact it is."""
_OPENING: Final = frozenset(("", "quant"))
"""Functions of words that may open what is counted (أكثر من مئتين)."""
_STOPS_OR_CLOSERS: Final = _STOPS | _CLOSERS


class Victims(Headcounts):
    """Reads counts behind and before words of loss in the sentences of a reading."""

    def after(self, last: int, limit: int, reach: int = _REACH) -> Count | None:
        """The count that follows token ``last``, what و ties to it included (ضابط وجنديين: three)."""
        caused = False
        for at in range(last + 1, min(limit, last + 1 + reach)):
            form = self.r.forms[at]
            if form in _HANDS:
                return None
            caused = caused or form in _CAUSES
            if caused and at not in self.r.number_tokens:
                continue
            placed = at > last + 1 and self.r.forms[at - 1] in _PLACED
            if form in _STOPS_OR_CLOSERS or (at > last + 1 and self._other(at) and not self._deed(at, placed)):
                return None
            tied = at == last + 1 and self.r.words[at].pro == "و" and at in self.r.number_tokens
            if tied and form not in _SINGLE:  # سقوط قتيلين وثلاثة جرحى
                return None
            if placed:
                continue
            found = self.at(at, limit) or (
                self._unphrased(at) if at == last + 1 and not self.r.words[last].det else None
            )
            if found is not None:
                return None if self._armed_with(found) else self.joined(found, limit)
        return None

    def _armed_with(self, found: Count) -> bool:
        """What is counted is attacks or arms (رد على اغتيال العالم بإطلاق 20 صاروخا)."""
        behind = found.last + 1
        if found.first not in self.r.number_tokens or found.of is not None or behind >= len(self.r.lex):
            return False
        if self.r.words[behind].pro:  # وجرح العشرات بانفجار سيارة
            return False
        mark = self.r.lex[behind].get("figure")
        return mark is not None and mark.entry.what in _ARMS

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
        found = self.object_after(self.past_times(doer.last + 1, limit) - 1, limit)
        if found is None or (found.of is None and not self._captives(found)):
            return None
        phrase = self._starting(found.first)
        named = phrase is not None and phrase.kind == "person" and phrase.name[0] > phrase.first
        if self.r.words[found.first].det and not named:
            return None
        return self.joined(found, limit)

    def _captives(self, count: Count) -> bool:
        """They are captives, counted (أعدم التنظيم عشرة أسرى)."""
        at = count.last + 1
        mark = self.r.lex[at].get("figure") if at < len(self.r.lex) else None
        return mark is not None and mark.entry.what == "captured"

    def armed(self, count: Count) -> bool:
        """Armed men told by no number."""
        phrase = self._starting(count.first)
        return phrase is not None and count.first not in self.r.number_tokens and phrase.role in ARMED

    def one_past(self, doer: Count) -> Count | None:
        """The one person who is told right behind those who did it (اغتال مسلحون القاضي)."""
        phrase = self._starting(doer.last + 1)
        if phrase is None or phrase.prep or phrase.coord is not None or phrase.kind not in {"people", "person"}:
            return None
        found = self._person(phrase)
        return found if found is not None and found.high == 1 else None

    def told(self, phrase: Phrase, limit: int) -> Count | None:
        """The count of a phrase with the number before it, what و ties to it included."""
        first = phrase.first - (2 if self.r.forms[phrase.first - 1] == "من" else 1)
        number = self.r.number_tokens.get(first, -1)
        while number >= 0 and self.r.number_tokens.get(first - 1) == number:
            first -= 1
        found = self._number(first, limit) if number >= 0 else self._person(phrase)
        return None if found is None else self.joined(found, limit)

    def people_after(self, last: int, limit: int) -> Count | None:
        """A written number of people further on in the clause (اعتقلت القوات فجر اليوم في المدينة 16 شخصا)."""
        aside = 0
        for at in range(last + 1, min(limit, last + _FAR)):
            form = self.r.forms[at]
            behind = self.past_times(at, limit)
            if at < aside or behind > at:
                aside = max(aside, behind)
                continue
            if form in _STOPS_OR_CLOSERS or (self._other(at) and at not in self.r.time_tokens):
                return None
            found = self._number(at, limit)
            if found is not None:
                phrase = self._starting(found.last)
                return found if phrase is not None and phrase.kind == "people" and found.of else None
        return None

    def past_times(self, at: int, limit: int) -> int:
        """The token behind a day or hour that stands aside from token ``at`` on (، مساء الاثنين،), else ``at``."""
        if at >= limit or self.r.forms[at] != "،":
            return at
        told = False
        for behind in range(at + 1, min(limit, at + _ASIDE)):
            if self.r.forms[behind] == "،":
                return behind + 1 if told else at
            told = told or behind in self.r.time_tokens
            if behind not in self.r.time_tokens and not self.r.words[behind].func:
                return at
        return at

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
        first = next((at for at in range(first - 1, max(start, first - 4), -1) if self.r.forms[at] in _MOSTLY), first)
        for at in range(first - 1, max(start, first - reach) - 1, -1):
            found = None if self._single(at) else self._number(at, first)
            if found is not None:
                return self._with_those_before(found, start)
            if self.r.forms[at] in _STOPS_OR_CLOSERS:
                return None
            phrase = self._starting(at)
            if self.r.words[at].core in _OTHERS and self._told_of(at - 1):  # 38 شخصا آخرين أصيبوا
                continue
            ended = phrase is not None and phrase.first == phrase.last == first - 1 and phrase.kind not in LANDS
            if phrase is not None and phrase.last < first and (ended or phrase.kind in {"people", "person"}):
                described = self._person(phrase)
                if described is not None:
                    return self._with_those_before(self._counted(described, start), start)
        return None

    def right_before(self, first: int, start: int) -> Count | None:
        """The one person or the number told right before a verb of loss (أن إرهابيا قتل واعتقل 16)."""
        for at in range(first - 1, max(start, first - 3) - 1, -1):
            phrase = self._starting(at)
            if phrase is None or phrase.last != first - 1 or phrase.prep:
                continue
            if phrase.kind in HUMANS:
                described = self._person(phrase)
                return None if described is None else self._counted(described, start)
            if phrase.first == phrase.last and self.r.forms[at].endswith("يا") and not self.r.words[at].det:
                return Count(at, at, 1, 1, self.r.bare(at, at)[2])
        return None

    def _told_of(self, at: int) -> bool:
        """A noun for people stands at the token, behind its number."""
        return "people" in self.r.lex[at] and at - 1 in self.r.number_tokens

    def _single(self, at: int) -> bool:
        """An adjective behind its noun (أسرة واحدة)."""
        if self.r.forms[at] not in _SINGLE or not at or self.r.acts[at - 1]:
            return False
        return self.r.words[at - 1].cls == "n" or "people" in self.r.lex[at - 1]

    def _with_those_before(self, found: Count, start: int) -> Count:
        """The sum with those to whom و ties them (امرأة وطفلان لقوا مصرعهم)."""
        while found.high is not None and "و" in self.r.words[found.first].pro:
            end = found.first - 1
            low = max(start, end - _TIED)
            ahead = (
                self.at(at, found.first) for at in range(low, end + 1) if self.r.forms[at] not in _STOPS_OR_CLOSERS
            )
            more = next((one for one in ahead if one is not None and one.last == end and one.high is not None), None)
            if more is None or more.high is None:
                break
            found = Count(more.first, found.last, more.low + found.low, more.high + found.high, more.of)
        return found

    def _turned(self, first: int, start: int) -> Count | None:
        """The number before عدد of those whom a relative clause means (إلى 96 عدد الجنود الذين قتلوا)."""
        told = next(
            (at for at in range(first - 1, max(start - 1, first - _ASIDE), -1) if self.r.words[at].core == "عدد"), -1
        )
        if told < 0:
            return None
        return (self.number_before(told, start) if told > start else None) or self._come_to(first)

    def _come_to(self, first: int) -> Count | None:
        """The number that they come to behind the relative clause (عدد الصحفيين الذين قتلوا منذ أكتوبر بلغ 140)."""
        limit = min(len(self.r.forms) - 2, first + _FAR)
        for at in range(first + 2, limit):
            if self.r.forms[at] in _STOPS:
                return None
            if self.r.words[at].core in _COMES_TO:
                behind = at + 1 + (self.r.forms[at + 1] in {"الى", "نحو", "حوالي"})
                return self._number(behind, len(self.r.forms))
        return None

    def more_of_them(self, last: int, limit: int) -> Count | None:
        """Others of whom a word of loss tells as well, behind what most of the first were (1200 لبناني، معظمهم مدنيون،
        و160 إسرائيليا)."""
        forms, at = self.r.forms, last + 1
        at += at + 1 < limit and forms[at] not in _STOPS and forms[at + 1] == "،"
        if at + 2 >= limit or forms[at] != "،" or forms[at + 1] not in _MOSTLY:
            return None
        end = next((near for near in range(at + 2, min(limit - 1, at + 2 + _ASIDE)) if forms[near] == "،"), -1)
        if end < 0:
            return None
        first = end + 1 + (forms[end + 1] == "و")
        led = first > end + 1 or "و" in self.r.words[first].pro
        if not led or first not in self.r.number_tokens or first in self.r.time_tokens:
            return None
        found = self._number(first, limit)
        if (
            found is None
            or found.of is None
            or any("figure" in self.r.lex[one] for one in range(first, found.last + 2))
        ):
            return None
        return found

    def made_up(self, found: Count | None, last: int, limit: int) -> Count | None:
        """How many somebody is made up of who is told as one group, right behind token ``last`` or as ``found``."""
        if found is not None and (found.high != 1 or found.first in self.r.number_tokens):
            return None
        at = last + 1 if found is None else found.first
        at = next((near for near in range(at, min(limit, at + 3)) if self.r.words[near].core in _GROUPS), -1)
        if at < 0:
            return None
        composed = False
        for near in range(at + 1, min(limit, at + 1 + _MADE)):
            if near in self.r.number_tokens:
                return self._number(near, limit) if composed or self.r.forms[near - 1] == "من" else None
            if self.r.forms[near] in _STOPS:
                return None
            composed = composed or self.r.words[near].core in _MADE_UP
        return None

    def _past_aside(self, first: int, start: int) -> int:
        """The token that ends the clause before an aside (خمسة أشخاص، بينهم جنديان، قد قتلوا)."""
        at = first - 1
        while at > start and self.r.forms[at] in {"قد", "كانوا"}:
            at -= 1
        if at <= start or self.r.forms[at] != "،":
            return first
        for back in range(at - 1, max(start, at - _ASIDE) - 1, -1):
            if self.r.forms[back] == "،":
                led = back + 2 if self.r.forms[back + 1] == "من" else back + 1
                return back if self.r.forms[led] in AMONG else first
        return first

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

    def _counted(self, described: Count, start: int) -> Count:
        """A described group with a number before it (ثلاثة جنود) counts as the number says."""
        if described.first > start and self.one_of(described.first - 1):
            return described.on(described.first - 1, described.last).ranging(1, 1)
        number = self.number_before(described.first, start)
        if number is None:
            return described
        return Count(number.first, described.last, number.low, number.high, described.of)

    def _deed(self, at: int, placed: bool) -> bool:
        """An attack behind a preposition, no further loss (قتل في الهجوم عشرة)."""
        mark = self.r.lex[at].get("figure")
        return placed and mark is not None and mark.entry.what == "attacks" and not self.r.acts[at]
