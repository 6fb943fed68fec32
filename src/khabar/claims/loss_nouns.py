"""Nouns of loss (قتيل، جرحى، غارات، صواريخ) and how many each counts: a number beside it, a dual, a bare plural."""

from __future__ import annotations

from typing import Final

from khabar.claims.headcounts import Count
from khabar.claims.over_time import MANY, over_a_period
from khabar.claims.victims import Victims
from khabar.lexicon.found import Mark
from khabar.mentions.phrase_words import PAUSE
from khabar.mentions.reading import Reading

PEOPLE: Final = frozenset(("killed", "wounded"))
THINGS: Final = frozenset(("attacks", "munitions"))
"""What figures count: those whom a loss happened to, what they suffered it from."""
_TOTALS: Final = frozenset("عدد حصيلة حصيلتهم اعداد عددهم مجموع اجمالي ارتفاع".split())
_SEVERAL: Final = frozenset(("عدة", "عديدة", "كثيرة", "متعددة"))
_LONE: Final = frozenset(("figure.missile-count", "figure.shell-count"))
"""What is fired one by one: told in the singular it is one."""
_CALLED: Final = frozenset(
    "كتيبة كتائب لواء ساحة ميدان شارع جسر مستشفى مخيم مسجد جامع دوار حي مؤسسة عائلات اسر ذوي".split()
)
"""Words that have the dead in their names (كتيبة شهداء, ساحة الشهداء)."""
_INJURIES: Final = "اصابات"
_HIT: Final = "اصاب"
_SCORES: Final = frozenset("حقق حققت حققوا حققنا يحقق تحقق محققا محققة محققين تحقيق سجل سجلت احراز".split())
_WELL_AIMED: Final = frozenset("مباشرة مباشرتين مباشرتان دقيقة دقيقتين محققة".split())
"""Verbs of scoring hits, and what hits are that no person suffers."""
_HURT: Final = frozenset("اصيب اصيبت اصيبوا اصيبا اصيبتا يصاب تصاب يصابون اصيبن".split())
_OBJECT: Final = 6
"""Tokens between the verb of being hurt and its own noun."""
_FALLEN: Final = frozenset(("سقوط", "سقط", "سقطت", "وسقوط", "عن"))
_LED: Final = frozenset("بلك")
"""Words before one who fell; prepositions that are written with their noun."""
_FELL: Final = frozenset("قتيل جريح شهيد مصاب".split())
"""Nouns for one of the dead or wounded, as they stand behind a number over ten."""
_HUNDRED: Final = 100
_LEFT: Final = frozenset(
    "بقايا حطام اجزاء تجربة تجارب اختبار منصة منصات منظومة شظايا قاذفة راجمة راجمات نظام مصنع".split()
)
"""Words before a missile that was not fired."""


class LossNouns:
    """Counts what nouns of loss name. ``ends``: the words of loss by their last tokens; ``own``: last tokens of those
    that have a number of their own, to which it adds."""

    def __init__(self, reading: Reading, victims: Victims, ends: dict[int, Mark], own: set[int]) -> None:
        self.r = reading
        self.victims = victims
        self._ends = ends
        self._own = own

    def counted(self, mark: Mark, number: int) -> Count | None:
        """How many a noun of loss counts: a number right before it, a dual, one after a total, a bare plural."""
        if mark.entry.what == "wounded" and self._struck(mark):
            return None
        sentence, word = self.r.sentences[number], self.r.words[mark.first]
        text = self.r.bare(mark.first, mark.last)[2]
        led = mark.entry.what in THINGS and not _LED.isdisjoint(word.pro)  # جرح العشرات بانفجار
        found = None if led else self.victims.number_before(mark.first, sentence.first)
        if found is not None:
            return self._numbered(mark, found)
        if mark.entry.what in THINGS:
            return self._things(mark, sentence.last, text)
        if mark.tag == "dual":
            open_up = self.victims.least(mark.last, sentence.last)
            return Count(mark.first, mark.last, 2, None if open_up else 2, text)
        if mark.entry.what not in PEOPLE:
            return None
        fallen = self._divided(mark, sentence.first)
        if fallen is not None:
            return fallen
        behind = self._ends.get(mark.first - 1)
        if behind is not None and "و" in word.pro and behind.entry.what in PEOPLE:
            return self._tied(mark, behind, sentence.first, text)
        total = next(
            (
                at
                for at in range(mark.first - 1, max(sentence.first, mark.first - 3) - 1, -1)
                if self.r.forms[at].removeprefix("و") in _TOTALS
            ),
            -1,
        )
        if total >= 0 and mark.tag == "plural":
            return self._totalled(mark, total, sentence.last)
        if word.det or word.enc or self.r.forms[mark.first - 1] in _CALLED or self.r.forms[mark.first - 1] == "بين":
            return None
        if mark.tag == "plural" and self._own_object(mark.first, sentence.first):
            return None
        if mark.tag == "plural":
            told = self.victims.at(mark.last + 1, sentence.last) if mark.last + 1 in self.r.number_tokens else None
            if told is not None:
                return told.on(mark.first, told.last)
            known = None if word.pro else self.victims.number_before(mark.first - 1, sentence.first)
            return known or Count(mark.first, mark.last, 2, None, text)
        if self._one(mark, sentence.first):
            return Count(
                mark.first, mark.last, 1, None if self.victims.least(mark.last + 1, sentence.last) else 1, text
            )
        return None

    def _numbered(self, mark: Mark, found: Count) -> Count | None:
        """The noun with the number right before it."""
        self._own.add(mark.last)
        if found.high == found.low and found.low > 1 and self.mixed(mark):
            return found.on(found.first, mark.last).ranging(1, found.low - 1)
        return None if self._stands(mark, found) else found.on(found.first, mark.last)

    def mixed(self, mark: Mark) -> bool:
        """The number is that of the dead and the wounded together (88 قتيلا وجريحا)."""
        words, first = self.r.words, mark.first
        behind = words[first + 1]
        return words[first].core.rstrip("ا") in _FELL and behind.pro == "و" and behind.core.rstrip("ا") in _FELL

    def _stands(self, mark: Mark, found: Count) -> bool:
        """So many attacks or arms over a period: a standing count."""
        many = mark.entry.what in THINGS and found.low >= MANY
        return many and over_a_period(self.r, found.first, mark.last)

    def _one(self, mark: Mark, start: int) -> bool:
        """One is told of in the singular, behind a word of falling or of result, or before the hurt (قتيل وجريحان)."""
        if mark.first > start and self.r.forms[mark.first - 1] in _FALLEN:
            return True
        behind = mark.last + 1
        if behind >= len(self.r.forms):
            return False
        figure = self.r.lex[behind].get("figure")
        return figure is not None and self.r.words[behind].pro == "و" and figure.entry.what in PEOPLE

    def _struck(self, mark: Mark) -> bool:
        """Hits on what was aimed at, not the wounded (حققت إصابات مباشرة، إصابات دقيقة في المبنى)."""
        if not self.r.words[mark.first].core.startswith(_HIT):
            return False
        return self.r.core(mark.first - 1) in _SCORES or self.r.core(mark.last + 1) in _WELL_AIMED

    def _own_object(self, first: int, start: int) -> bool:
        """How badly those were hurt whom the verb before it counts (أصيبا إصابات بالغة، أصيب خمسة بجروح وإصابات)."""
        if self.r.words[first].core != _INJURIES:
            return False
        for at in range(first - 1, max(start, first - _OBJECT) - 1, -1):
            if self.r.forms[at] in PAUSE:
                return False
            if self.r.words[at].core in _HURT:
                return True
        return False

    def _totalled(self, mark: Mark, total: int, limit: int) -> Count | None:
        """What the number of the dead comes to (عدد القتلى إلى سبعة، يرفع إلى سبعة عدد القتلى)."""
        told = self.victims.number_before(total, total - 1) if self.r.number_tokens.get(total - 1) is not None else None
        after = told or self.victims.after(mark.last, limit)
        if after is None or (after.low, after.high, after.first in self.r.number_tokens) == (2, None, False):
            after = self.victims.reached(mark.last, limit)
        return None if after is None else after.on(min(mark.first, after.first), after.last)

    def _things(self, mark: Mark, limit: int, text: str) -> Count | None:
        """Attacks and munitions without a number: two, several (غارات عدة), or one thing fired (أطلق صاروخا)."""
        word, entry = self.r.words[mark.first], mark.entry
        if mark.tag == "dual":
            return Count(mark.first, mark.last, 2, None if self.victims.least(mark.last, limit) else 2, text)
        if word.det:
            return None
        if mark.tag == "plural":
            at = mark.last + 1
            if at < limit and self.r.words[at].cls == "j" and self.r.forms[at] not in _SEVERAL:
                at += 1
            return Count(mark.first, at, 2, None, text) if at < limit and self.r.forms[at] in _SEVERAL else None
        lone = entry.id in _LONE and mark.tag == "noun" and word.pro in {"", "و", "ف"} and not word.enc
        lone = lone and self.r.words[mark.first - 1].core not in _LEFT
        return Count(mark.first, mark.last, 1, 1, text) if lone else None

    def _divided(self, mark: Mark, start: int) -> Count | None:
        """Killed and wounded of one number (مئات الأشخاص بين قتيل وجريح): all that is open of each, else one at
        least."""
        behind = self._ends.get(mark.first - 1)
        tied = behind is not None and "و" in self.r.words[mark.first].pro and behind.entry.what in PEOPLE
        number = self.victims.divided(behind.first if behind is not None and tied else mark.first, start)
        if number is None:
            return None
        exact = number.high is not None and number.high == number.low > 1
        exact = exact and (tied or not self.r.words[mark.first].det)  # 30 طفلا بين الجرحى
        count = number.on(mark.first, mark.last)
        return count.ranging(1, number.low - 1) if exact else count

    def _tied(self, mark: Mark, behind: Mark, start: int, text: str) -> Count | None:
        """The second of two counted nouns (35 قتيلا وجريحا, عشرات القتلى والجرحى, ثلاثة قتلى وجريح)."""
        word = self.r.words[mark.first]
        number = self.victims.number_before(behind.first, start)
        accusative = word.core.endswith("ا") or (number is not None and number.low >= _HUNDRED)
        if accusative and number is not None and number.high is None:
            return Count(mark.first, mark.last, number.low, number.high, text)
        if mark.tag != "plural" and not accusative:
            return Count(mark.first, mark.last, 1, 1, text)
        if number is None:
            return Count(mark.first, mark.last, 2, None, text) if mark.tag == "plural" and not word.det else None
        if number.high is not None and number.high == number.low and accusative:
            return number.on(mark.first, mark.last).ranging(1, number.low - 1)
        return Count(mark.first, mark.last, number.low, number.high, text)
