"""The claims of an article around one of them, the nearest first, and whether it takes up what was told before."""

from __future__ import annotations

from khabar.claims.options import Told
from khabar.mentions.reading import Reading


def before(claims: list[Told], at: int, reach: int) -> list[int]:
    """Positions of the claims told before the one at a position, within ``reach`` sentences."""
    first, found = claims[at].candidate.sentence - reach, []
    for one in range(at - 1, -1, -1):
        if claims[one].candidate.sentence < first:
            break
        found.append(one)
    return found


def after(claims: list[Told], at: int, reach: int) -> list[int]:
    """Positions of those told after it."""
    last, found = claims[at].candidate.sentence + reach, []
    for one in range(at + 1, len(claims)):
        if claims[one].candidate.sentence > last:
            break
        found.append(one)
    return found


def told_before(reading: Reading, claim: Told) -> bool:
    """A noun with the article: the text has told of the event before (الهجوم، القصف)."""
    return claim.candidate.pos == "n" and reading.words[claim.candidate.first].det
