"""Bodies found that tell of no new killing: those already spoken of, or what is left of them."""

from __future__ import annotations

from typing import Final

from khabar.claims.candidates import Candidate
from khabar.claims.clauses import RELATIVE
from khabar.mentions.reading import Reading

_FINDS: Final = frozenset(("assault.bodies", "assault.recover-bodies", "assault.bodies.found"))
"""Entries of verbs and nouns of finding bodies."""
_BODIES: Final = frozenset("جثة جثث جثت جثته جثتها جثتهما جثتي جثتين جثمان جثامين جثثهم جثثهما".split())
_LEFT: Final = frozenset("بقايا رفات اشلاء هيكل هياكل".split())
_REACH: Final = 7
"""Tokens behind the word of finding within which the bodies are named."""


def known_remains(reading: Reading, candidate: Candidate) -> bool:
    """Whether the bodies have the article or an owner told before (عثر على جثته، الجثة التي عثر عليها)."""
    if candidate.id not in _FINDS:
        return False
    first, words = candidate.first, reading.words
    if reading.forms[first - 1] in RELATIVE:
        return True
    for at in range(first + 1, min(first + _REACH, reading.sentences[candidate.sentence].last)):
        word = words[at]
        if word.core in _LEFT:
            return True
        if word.core in _BODIES:
            return bool(word.det or word.enc)
    return False
