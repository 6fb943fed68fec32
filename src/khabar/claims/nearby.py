"""The claims of an article around one of them, the nearest first, and whether it takes up what was told before."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import takewhile

from khabar.claims.options import Told
from khabar.mentions.reading import Reading


def before(claims: list[Told], at: int, reach: int) -> Iterator[int]:
    """Positions of the claims told before the one at a position, within ``reach`` sentences."""
    return _within(claims, range(at - 1, -1, -1), at, reach)


def after(claims: list[Told], at: int, reach: int) -> Iterator[int]:
    """Positions of those told after it."""
    return _within(claims, range(at + 1, len(claims)), at, reach)


def told_before(reading: Reading, claim: Told) -> bool:
    """A noun with the article: the text has told of the event before (الهجوم، القصف)."""
    return claim.candidate.pos == "n" and reading.words[claim.candidate.first].det


def _within(claims: list[Told], others: range, at: int, reach: int) -> Iterator[int]:
    here = claims[at].candidate.sentence
    return takewhile(lambda one: abs(claims[one].candidate.sentence - here) <= reach, others)
