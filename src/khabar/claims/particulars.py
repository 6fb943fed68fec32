"""Nouns that only say more of the claim before them: what a threat threatens with, what somebody died of, for what
somebody denies his responsibility."""

from __future__ import annotations

from typing import Final

from khabar.claims.aftermath import suffers
from khabar.claims.candidates import Candidate
from khabar.claims.kinds import VERBAL_TYPES
from khabar.mentions.reading import PREPOSITIONS, Reading

_THREAT: Final = 12
"""Tokens behind a threat within which stands what it threatens with."""
_CONTENT: Final = 2
"""Tokens behind its preposition within which the deed is named (بفرض عقوبات)."""
_PLANTS: Final = "assault.minefield"
_BLASTS: Final[tuple[str, ...]] = ("انفجر", "ينفجر", "تنفجر", "انفجار", "تفجير", "فجر")
"""Beginnings of words of the blast itself."""
CLAUSES: Final = frozenset((".", "؛", ":", "ان", "بعد"))
"""What ends the reach of a word in its clause."""


def particular(reading: Reading, candidate: Candidate, last: Candidate | None) -> bool:
    """Whether a noun is no claim for that; ``last``: the claim before it."""
    if candidate.type == "REJECT":
        return _responsibility(reading, candidate)
    if last is None or last.sentence != candidate.sentence:
        return False
    return _of_wounds(reading, candidate, last) or _threatened(reading, candidate, last)


def planted(reading: Reading, candidate: Candidate) -> bool:
    """Whether a verb of planting only says where the charge of a blast was, told in its sentence too (لغم زرعوه، عبوة
    زرعت في سيارة وأدى انفجارها إلى)."""
    if candidate.id != _PLANTS or candidate.pos != "v":
        return False
    sentence = reading.sentences[candidate.sentence]
    return any(
        reading.core(at).startswith(_BLASTS) and not candidate.first <= at <= candidate.last
        for at in range(sentence.first, sentence.last)
    )


def _threatened(reading: Reading, candidate: Candidate, last: Candidate) -> bool:
    """What somebody threatens with (هدد بفرض عقوبات)."""
    if last.type != "THREATEN" or candidate.type in VERBAL_TYPES:
        return False
    for at in range(last.last + 1, min(candidate.first, last.last + _THREAT) + 1):
        if "ب" in reading.words[at].pro:
            near = candidate.first - at <= _CONTENT
            return near and not any(reading.forms[on] in PREPOSITIONS for on in range(at + 1, candidate.first))
        if reading.forms[at] in CLAUSES or reading.acts[at]:
            return False
    return False


def _of_wounds(reading: Reading, candidate: Candidate, last: Candidate) -> bool:
    """What somebody died of (توفي الشاب متأثرا بجروحه)."""
    return last.type == candidate.type and suffers(last) and reading.core(candidate.first).startswith("متاثر")


def _responsibility(reading: Reading, candidate: Candidate) -> bool:
    """The responsibility for a deed that is itself denied (نفى الحرس مسؤوليته عن الهجوم)."""
    if not reading.core(candidate.first).startswith("مسؤولي") or reading.core(candidate.last + 1) != "عن":
        return False
    return any(sense.kind == "trigger" for sense in reading.words[candidate.last + 2].senses)
