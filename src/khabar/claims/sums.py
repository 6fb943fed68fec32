"""Totals that a new loss brings a toll to (قتل جندي، ليرتفع عدد القتلى إلى 45): claims of their own."""

from __future__ import annotations

from typing import Final

from khabar.claims.candidates import Candidate
from khabar.mentions.reading import Reading

RISES: Final = frozenset("يرتفع ترتفع يرفع ترفع رفع يبلغ تبلغ".split())
_SO: Final = frozenset(("ما", "مما", "بذلك", "وبذلك"))
"""Words before such a verb that lead from the loss to the total."""
_TOLLS: Final = frozenset(("assault.toll.rise", "assault.wide.toll", "assault.headline.dead", "assault.casualties"))
_BEFORE: Final = 6
"""Tokens before those counted within which the verb stands."""
_AFTER: Final = 18
"""Tokens behind the verb within which the total stands."""


def raises(reading: Reading, at: int) -> bool:
    """Whether the word is a verb of rising that leads on from a loss (ليرتفع، مما يرفع)."""
    word = reading.words[at]
    if word.core not in RISES:
        return False
    return "ل" in word.pro or reading.forms[at - 1] in _SO


def total(reading: Reading, candidate: Candidate) -> bool:
    """Whether the candidate names those whose total is told so."""
    if candidate.id not in _TOLLS:
        return False
    sentence = reading.sentences[candidate.sentence]
    for at in range(max(sentence.first + 1, candidate.first - _BEFORE), candidate.last + 1):
        if raises(reading, at):
            return any(
                reading.forms[on] == "الى" and on + 1 in reading.number_tokens
                for on in range(at + 1, min(sentence.last - 1, at + _AFTER))
            )
    return False
