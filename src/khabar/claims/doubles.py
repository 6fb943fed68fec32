"""One event told twice in one breath (ضربا العاصمة ... تفجيرين, اعتقلته ... واحتجزته): of two claims of one type, mode,
target and place whose words stand close together one is enough, the one with figures or the likelier."""

from __future__ import annotations

from typing import Final

from msgspec.structs import replace

from khabar.claims.candidates import Candidate
from khabar.model import Claim

_BREATH: Final = 9
"""Tokens between the two words at most."""
Told = tuple[Claim, Candidate]


def once(told: list[Told]) -> list[Told]:
    """The claims, in their order, without those that another one repeats; what only the one left out says is added to
    the other."""
    kept: list[Told] = []
    for one in told:
        at = _repeated(kept, one)
        if at < 0:
            kept.append(one)
        else:
            kept[at] = _joined(kept[at], one)
    return kept


def _repeated(kept: list[Told], one: Told) -> int:
    """The index of the claim that another repeats, or -1."""
    claim, candidate = one
    for at in range(len(kept) - 1, -1, -1):
        other, before = kept[at]
        if before.sentence != candidate.sentence or candidate.first - before.last - 1 > _BREATH:
            return -1
        if before is not candidate and _same(other, claim):
            return at
    return -1


def _same(one: Claim, other: Claim) -> bool:
    if one.type != other.type or one.mode != other.mode or one.status != other.status:
        return False
    if one.date and other.date and one.date != other.date:
        return False
    if any(a.what == b.what and (a.low, a.high) != (b.low, b.high) for a in one.figures for b in other.figures):
        return False
    actors, doers = {party.text for party in one.actors}, {party.text for party in other.actors}
    if actors and doers and actors != doers:
        return False
    if {party.text for party in one.targets} != {party.text for party in other.targets}:
        return False
    return (one.place and one.place.text) == (other.place and other.place.text)


def _joined(former: Told, latter: Told) -> Told:
    """One of two with what the other alone says."""
    told = bool(former[0].figures), bool(latter[0].figures)
    likelier = latter[1].score > former[1].score
    later = told[1] if told[0] != told[1] else likelier
    (claim, candidate), (other, _) = (latter, former) if later else (former, latter)
    kinds = {figure.what for figure in claim.figures}
    more = tuple(figure for figure in other.figures if figure.what not in kinds)
    joined = replace(
        claim,
        actors=claim.actors or other.actors,
        date=claim.date or other.date,
        figures=claim.figures + more,
        weapons=claim.weapons or other.weapons,
    )
    return joined, candidate
