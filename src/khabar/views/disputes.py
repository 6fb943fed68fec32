"""Where independent lines disagree about an event: whether it happened, who did it, where, and how many.

Of each independent line (an origin, :meth:`khabar.views.lines.Transmitters.origin`) the latest statement counts.
Lines disagree

- on whether it **happened** where one says that it did and another that it did not (who denies a toll denies no event),
- on the **actor** of a violent or coercive act where all states known behind one line's actors differ from all behind
  the other's,
- on the **place** where every place one names lies far from every place the other names (in another state, or more
  than 150 km away, 300 for regions),
- on a **figure** where no number satisfies both,
- on its **bounds** where a number satisfies both, yet one is told more exactly than the other (2, at least 2).

A dispute is as strong as its weaker side: the number of lines on the second largest side, and on top of that, less than
1, how far apart the sides are (for figures the gap as a share of the larger one). Differing bounds contradict nobody:
they are weaker than 1. Strongest first.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import combinations
from typing import TypeVar

from khabar.linking.spots import relation, spot_of
from khabar.model import Claim, Party, Record, Where
from khabar.store import StoredClaim
from khabar.store.linked import commonest_type
from khabar.views.denials import on_happening
from khabar.views.figures import Range, Statement, apart, distance, latest_of_lines, ranges
from khabar.views.lines import Transmitters
from khabar.views.sources_known import links_told
from khabar.views.summary import EventSummary, common_parties, common_place

ABOUT = ("happened", "actor", "place", "figure", "bounds")
VIOLENT = frozenset(("ASSAULT", "COERCE"))
_FAR = frozenset(("far", "abroad"))
_NEARLY = 0.99
_LOOSE = 0.1
"""Strength that every line on the second side of differing bounds gives."""
T = TypeVar("T")


class Saying(Record, frozen=True, kw_only=True):
    """One line's latest word: ``says`` as written, ``chain`` from the origin to the outlet, the ``claim`` it is in and
    its ``status``."""

    says: str
    low: float | None = None
    high: float | None = None
    status: str = "occurred"
    chain: tuple[str, ...]
    claim: str
    reported: str | None


class Dispute(Record, frozen=True, kw_only=True):
    """What lines disagree on (``about``: one of :data:`ABOUT`; ``what``: the kind of figure), how strongly, and the
    sides, each the sayings of lines that can be squared, the largest first."""

    about: str
    what: str | None
    strength: float
    sides: tuple[tuple[Saying, ...], ...]


class DisputedEvent(Record, frozen=True, kw_only=True):
    """An event and what its lines disagree on, strongest first; its ``strength`` is that of the first."""

    event: EventSummary
    strength: float
    disputes: tuple[Dispute, ...]


def disputes_of(claims: Sequence[StoredClaim]) -> tuple[Dispute, ...]:
    """The disputes about one event, told by these claims, strongest first."""
    transmitters = Transmitters(claims)
    if len({transmitters.origin(item) for item in claims}) < 2:
        return ()
    ordered = sorted(claims, key=lambda item: item.source.reported or "")
    found = [_of_figure(one) if one.disputed else _of_bounds(one) for one in ranges(claims)]
    telling = on_happening(ordered)
    if {"negated", "occurred"} <= {item.claim.status for item in telling}:
        found.append(_of_claims("happened", telling, transmitters, _happened, _status, _NEARLY))
    if commonest_type(item.claim.type for item in claims) in VIOLENT:
        found.append(_of_claims("actor", ordered, transmitters, _states, _actors, _NEARLY))
    found.append(_of_claims("place", ordered, transmitters, _places, _place, _NEARLY))
    known = [one for one in found if one is not None]
    return tuple(sorted(known, key=lambda one: (-one.strength, ABOUT.index(one.about), one.what or "")))


def _of_figure(told: Range) -> Dispute | None:
    latest = latest_of_lines(told.statements)
    sides = _sides(latest, apart)
    if len(sides) < 2:
        return None
    gap = max(distance(one, other) for one, other in combinations(latest, 2))
    return Dispute(
        about="figure",
        what=told.what,
        strength=round(len(sides[1]) + min(gap, _NEARLY), 2),
        sides=tuple(tuple(_figure_said(one) for one in side) for side in sides),
    )


def _of_bounds(told: Range) -> Dispute | None:
    latest = latest_of_lines(told.statements)
    sides = _sides(latest, lambda one, other: (one.low, one.high) != (other.low, other.high))
    if len(sides) < 2:
        return None
    return Dispute(
        about="bounds",
        what=told.what,
        strength=round(min(_LOOSE * len(sides[1]), _NEARLY), 2),
        sides=tuple(tuple(_figure_said(one) for one in side) for side in sides),
    )


def _figure_said(one: Statement) -> Saying:
    return Saying(
        says=one.of or "",
        low=one.low,
        high=one.high,
        status=one.status,
        chain=(*one.chain, one.outlet),
        claim=one.claim,
        reported=one.reported,
    )


def _of_claims(
    about: str,
    ordered: Sequence[StoredClaim],
    transmitters: Transmitters,
    apart_in: Callable[[Sequence[Claim], Sequence[Claim]], bool],
    said: Callable[[Sequence[Claim]], str],
    gap: float,
) -> Dispute | None:
    """A dispute about something that each line's claims say together, where ``said`` finds it said at all."""
    lines: dict[str, list[StoredClaim]] = {}
    for item in ordered:
        if said([item.claim]):
            lines.setdefault(transmitters.origin(item), []).append(item)
    if about == "happened":
        lines = {line: [_first_so(told)] for line, told in lines.items()}
    sides = _sides(
        list(lines.values()),
        lambda one, other: apart_in([item.claim for item in one], [item.claim for item in other]),
    )
    if len(sides) < 2:
        return None
    sayings = tuple(tuple(_said(told, said) for told in side) for side in sides)
    return Dispute(about=about, what=None, strength=len(sides[1]) + gap, sides=sayings)


def _first_so(told: Sequence[StoredClaim]) -> StoredClaim:
    """Of a line's claims in the order reported, the one that first said what the last one says."""
    at = len(told) - 1
    while at and told[at - 1].claim.status == told[-1].claim.status:
        at -= 1
    return told[at]


def _said(told: Sequence[StoredClaim], said: Callable[[Sequence[Claim]], str]) -> Saying:
    last = told[-1]
    return Saying(
        says=said([item.claim for item in told]),
        chain=(*(link.text for link in links_told(last)), last.source.outlet),
        claim=last.id,
        reported=last.source.reported,
    )


def _sides(told: Sequence[T], odds: Callable[[T, T], bool]) -> list[list[T]]:
    """Sides of those that differ from somebody: each is with the first side it is at odds with nobody of. Largest
    first; those that differ from nobody are on none."""
    sides: list[list[T]] = []
    for one in told:
        if not any(odds(one, other) for other in told if other is not one):
            continue
        home = next((side for side in sides if not any(odds(one, other) for other in side)), None)
        if home is None:
            sides.append([one])
        else:
            home.append(one)
    return sorted(sides, key=len, reverse=True)


def _happened(one: Sequence[Claim], other: Sequence[Claim]) -> bool:
    return {one[-1].status, other[-1].status} == {"occurred", "negated"}


def _status(claims: Sequence[Claim]) -> str:
    return claims[-1].status if claims[-1].status in {"occurred", "negated"} else ""


def _actors(claims: Sequence[Claim]) -> str:
    """The actors of known states."""
    told = common_parties([[party for party in claim.actors if party.country] for claim in claims])
    return "، ".join(party.text for party in told)


def _states(one: Sequence[Claim], other: Sequence[Claim]) -> bool:
    return not _countries(one) & _countries(other)


def _countries(claims: Sequence[Claim]) -> set[str]:
    parties: list[Party] = [party for claim in claims for party in claim.actors]
    return {party.country for party in parties if party.country}


def _place(claims: Sequence[Claim]) -> str:
    place = common_place(_wheres(claims))
    return place.text if place else ""


def _wheres(claims: Sequence[Claim]) -> list[Where]:
    return [claim.place for claim in claims if claim.place]


def _places(one: Sequence[Claim], other: Sequence[Claim]) -> bool:
    mine = {spot for where in _wheres(one) if (spot := spot_of(where))}
    theirs = {spot for where in _wheres(other) if (spot := spot_of(where))}
    return all(relation(a, b) in _FAR for a in mine for b in theirs)
