"""The dead and wounded told of before, of whom a sentence only says who they were (وكان القتلى ينتمون إلى الحركة), with
no number of them."""

from __future__ import annotations

from typing import Final

from khabar.claims.candidates import Candidate
from khabar.claims.clauses import RELATIVE, STOPS
from khabar.mentions.reading import Reading

_COUNTED: Final = frozenset(("assault.casualties", "assault.headline.dead"))
_OF_THEM: Final = frozenset(
    "معظم غالبية اغلب اغلبية اعمار اسماء هويات هوية جنسيات جنسية جثث جثامين اسر عائلات ذوي اهالي اقارب كثيرا بقية "
    "تشييع جنازات حالة حالات عددا بعض".split()
)
"""Nouns of what they have or of a part of them."""
_ARE: Final = frozenset(
    "ينتمون ينتمي ينتمين هم كانوا كان تتراوح يتراوح يحملون ينحدرون يتحدرون من جميعهم جميعا معظمهم كلهم اغلبهم غالبيتهم "
    "لا ليسوا وهم".split()
)
"""Words behind them that go on to say who they were."""
_ONE: Final = frozenset(("واحد", "واحدة"))
_NEAR: Final = 8


def described(reading: Reading, candidate: Candidate) -> bool:
    """Whether the sentence only describes those who fell."""
    if candidate.id not in _COUNTED or reading.words[candidate.first].pro not in {"", "و", "ل"}:
        return False
    if not reading.words[candidate.first].det:
        return False
    if _numbered(reading, candidate):
        return False
    before, after = candidate.first - 1, candidate.last + 1
    if reading.core(before) == "من" and reading.core(before - 1) in _OF_THEM:
        before -= 1
    if reading.core(before) in _OF_THEM and not reading.words[before].det:
        return True
    while reading.words[after].det and not reading.words[after].pro:
        after += 1
    if reading.forms[after] == "،":
        after += 1
    return reading.forms[after] in _ARE and (
        reading.forms[after] != "من" or reading.core(before) in {"كان", "ان", "كانت"}
    )


def _numbered(reading: Reading, candidate: Candidate) -> bool:
    """A number stands near it in its clause, other than that of an age."""
    sentence = reading.sentences[candidate.sentence]
    for step in (-1, 1):
        at = candidate.first + step if step < 0 else candidate.last + 1
        for _ in range(_NEAR):
            if not sentence.first <= at < sentence.last or reading.forms[at] in STOPS:
                break
            if reading.forms[at] in RELATIVE or reading.forms[at] in {"،", "ان"}:
                break
            if reading.core(at) in {"تتراوح", "يتراوح", "تترواح"}:
                break
            counts = at in reading.number_tokens and reading.core(at) not in _ONE
            if counts and at not in reading.time_tokens:
                return True
            at += step
    return False
