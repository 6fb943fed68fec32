"""Where what was told before leaves talks, judgements and what an official of a town tells."""

from __future__ import annotations

from collections.abc import Sequence
from math import cos, hypot, radians
from typing import Final

from khabar.claims.candidates import Candidate
from khabar.claims.counting import grain
from khabar.claims.kinds import HARM
from khabar.model import Figure, Where

_BACK: Final = 8
_NEAR: Final = 6
"""Claims and sentences back in which the visit stands on which talks are held."""
_MANY: Final = 2000
"""Dead from which on they are those of a war."""
_FAR: Final = 1.0
"""Degrees from which on a place is far from another."""


class Placed:
    """A claim before, its place and its parties."""

    __slots__ = ("claim", "parties", "text", "where")

    def __init__(self, claim: Candidate, where: Where | None, parties: frozenset[str]) -> None:
        self.claim = claim
        self.where = where
        self.text = where.text if where is not None else ""
        self.parties = parties


def is_total(candidate: Candidate, figures: Sequence[Figure], edtf: str | None) -> bool:
    """A claim that counts the dead of a war, of a year or since a time, not of one attack."""
    dead = [one for one in figures if one.what == "killed"]
    if candidate.type != "ASSAULT" or not dead:
        return False
    if max(one.low for one in dead) >= _MANY:
        return True
    return edtf is not None and grain(edtf) in {"year", "open"}


def court(candidate: Candidate, earlier: list[Placed]) -> Where | None:
    """The seat of the court of the judgement told before."""
    judged = (past.where for past in reversed(earlier) if past.claim.type == candidate.type)
    return next((where for where in judged if where is not None), None)


def entered(candidate: Candidate, earlier: list[Placed], parties: frozenset[str]) -> Where | None:
    """The place that the same ones raided in the same breath (اقتحمت القوات المخيم واعتقلت شابين)."""
    if candidate.type not in HARM or candidate.pos != "v":
        return None
    for past in reversed(earlier):
        if past.claim.sentence != candidate.sentence:
            return None
        if past.claim.mode == "raid" and past.claim.pos == "v" and parties & past.parties:
            return past.where
    return None


def talked(candidate: Candidate, earlier: list[Placed], parties: frozenset[str]) -> Where | None:
    """Where somebody of the talks was on a visit or at other talks told right before; no agreement is in a whole
    state."""
    for past in reversed(earlier[-_BACK:]):
        near = candidate.sentence - past.claim.sentence <= _NEAR
        if not near or past.where is None or past.claim.type != "CONSULT" or not parties & past.parties:
            continue
        if candidate.type == "CONSULT" or past.where.precision != "country":
            return past.where
    return None


def far(one: Where, other: Where) -> bool:
    """Two places are known to lie far from each other."""
    if one.lat is None or one.lon is None or other.lat is None or other.lon is None:
        return False
    return hypot(one.lat - other.lat, (one.lon - other.lon) * cos(radians(one.lat))) > _FAR
