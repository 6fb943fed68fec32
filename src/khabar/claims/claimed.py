"""Attacks that somebody claims as his own without naming them again (وأعلنت الحركة مسؤوليتها)."""

from __future__ import annotations

from typing import Final

from khabar.claims.candidates import Candidate
from khabar.mentions.reading import Reading

CLAIMS: Final = "assault.responsibility"
"""Entry of the words that claim it."""
_POINTS: Final = frozenset("ذلك هذا هذه".split())
_ATTACK: Final = "ASSAULT"


def unattached(reading: Reading, candidate: Candidate, told: list[Candidate]) -> bool:
    """A responsibility that is for no attack told before: none was, or the words behind it name what it is for
    (مسؤوليتها عن الحريق), which then is the claim."""
    if candidate.id != CLAIMS:
        return False
    if all(one.type != _ATTACK for one in told):
        return True
    behind = candidate.last + 1
    if reading.core(behind) != "عن" or reading.words[behind].enc:
        return False
    end = reading.sentences[candidate.sentence].last
    return behind + 1 >= end or reading.core(behind + 1) not in _POINTS or reading.words[behind + 2].det
