"""Deeds counted over a period (شنت أكثر من 60 هجوما منذ نوفمبر): such a count stands as a tally and is no deed."""

from __future__ import annotations

from typing import Final

from khabar.claims.candidates import Candidate
from khabar.claims.clauses import RELATIVE, STOPS
from khabar.claims.kinds import HARM
from khabar.claims.standing_words import NUMBERS, REACHED, REPEATED, SPANS, WRONGS
from khabar.mentions.reading import DEMONSTRATIVES, Reading

MANY: Final = 10
"""So many deeds at least are counted over a period."""
DAY: Final = frozenset("ذلك فجر صباح مساء ليل ليلة الليلة امس اليوم الفجر الصباح ساعات ساعة الساعة دقائق لحظة".split())
"""Words behind منذ that open no period of weeks or more."""
_LONG: Final = SPANS | frozenset("اسابيع نصف ربع عقد عقود ثلث عامين شهرين سنتين عقدين".split())
_HALVES: Final = frozenset("نصف ربع ثلث".split())
_IN: Final = frozenset("خلال طوال طيلة".split())
_YEARS: Final = frozenset("عام سنة شهر".split())
_LAST: Final = frozenset("ماضي ماضية جاري جارية حالي حالية منصرم منصرمة فائت فائتة".split())
_OPENING: Final = frozenset("مطلع بداية بدء اوائل".split())
_BACK: Final = 16
"""Tokens before a count within which its period is told; behind it, half as far again."""
_ARMS: Final = frozenset(
    "صاروخ صاروخا صواريخ قذيفة قذائف طائرة طائرات مسيرة مسيرات عبوة عبوات لغم لغما الغام قنبلة قنابل برميل برميلا "
    "براميل مقذوف مقذوفا مقذوفات".split()
)
_RUINED: Final = frozenset("منزل منزلا منازل منشاة منشات مبنى مبني مدرسة مدارس مستشفى مستشفي مسجد مسجدا قرية".split())
_ACTIONS: Final = frozenset("مداهمة مداهمات اقتحام اقتحاما عملية عمليات توغل توغلا كمين كمينا".split())
_WARS: Final = frozenset(("حرب", "حروب"))
_FEW: Final = 2
DEEDS: Final = REPEATED | WRONGS | _ARMS | _RUINED | _ACTIONS
"""What such a count is of."""
_REACH: Final = 8
"""Tokens behind a verb within which what it was done to so many times is counted."""


def over_a_period(reading: Reading, first: int, last: int) -> bool:
    """Whether a period of weeks or more is told around the tokens of a count, in its sentence."""
    number = reading.sentence_at[first]
    if number < 0:
        return False
    sentence = reading.sentences[number]
    low, high = max(sentence.first, first - _BACK), min(sentence.last - 1, last + 1 + 3 * _BACK // 2)
    return any(_opens(reading, at) for at in range(low, high) if not first <= at <= last)


def _opens(reading: Reading, at: int) -> bool:
    """A period begins at the token."""
    form = reading.forms[at].removeprefix("و")
    behind = reading.words[at + 1]
    if form == "منذ":
        return behind.form not in DAY and behind.core not in DAY and reading.core(at + 2) not in DAY
    if form in _IN:
        return any(word.core in _LONG for word in reading.words[at + 1 : at + 4])
    if form == "في":
        return behind.core in _HALVES or behind.core in _YEARS
    core = reading.words[at].core
    if core in _YEARS and reading.words[at].det:
        before = reading.forms[at - 1] in DEMONSTRATIVES or reading.words[at - 1].core in _OPENING
        return before or (core != "شهر" and behind.core in _LAST)
    return core == "شهر" and at + 1 in reading.time_tokens and reading.acts[at - 1]


def summed(reading: Reading, candidate: Candidate, losses: str) -> bool:
    """Whether a deed is only counted over a period. ``losses``: what its sentence tells of losses by it."""
    if losses or candidate.type not in HARM:
        return False
    at = _counted(reading, candidate)
    if at < 0:
        return False
    war = reading.core(candidate.first) in _WARS
    if reading.numbers[reading.number_tokens[at]].low < (_FEW if war else MANY):
        return False
    if candidate.first - 1 > at and reading.core(candidate.first - 1) in WRONGS:  # 197 حالة اختطاف
        return True
    if _numbered(reading, at, reading.sentences[candidate.sentence].first):
        return True
    return over_a_period(reading, min(at, candidate.first), max(at, candidate.last))


def _numbered(reading: Reading, at: int, start: int) -> bool:
    """Their number comes to so many (بلغ عدد الهجمات على القواعد 170 هجوما)."""
    row = range(max(start, at - _BACK), at)
    return any(reading.core(one) in NUMBERS for one in row) and any(reading.core(one) in REACHED for one in row)


def _counted(reading: Reading, candidate: Candidate) -> int:
    """The last token of the number of such deeds, -1 if none is told."""
    first, numbers = candidate.first, reading.number_tokens
    if first - 1 in numbers and first - 1 not in reading.time_tokens:
        return first - 1
    if reading.core(first - 1) in DEEDS and first - 2 in numbers:  # 211 هجوما استهدف، 27 حادثة اختطاف
        return first - 2
    if candidate.pos != "v":
        return -1
    end = min(reading.sentences[candidate.sentence].last - 1, candidate.last + 1 + _REACH)
    for at in range(candidate.last + 1, end):
        if reading.forms[at] in STOPS or reading.forms[at] in RELATIVE or reading.acts[at]:
            return -1
        thing = reading.words[at + 1]
        if at in numbers and at + 1 not in numbers and at not in reading.time_tokens:
            return at if thing.core in DEEDS or thing.form in DEEDS else -1
    return -1
