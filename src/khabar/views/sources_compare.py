"""Which claims of one event others bear out, and which they contradict."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from khabar.store import StoredClaim
from khabar.views.agreement import name_words
from khabar.views.denials import denies_the_toll, on_happening
from khabar.views.figures import Statement, apart, statements_of
from khabar.views.lines import Transmitters
from khabar.views.sources import Chain

_Told = dict[tuple[tuple[Chain, ...], str], list[str]]


def confirmed(told: Sequence[StoredClaim], transmitters: Transmitters) -> set[str]:
    """Ids of the claims of an event that another bears out, come by a path that shares no transmitter."""
    if len(told) < 2:
        return set()
    alike = _alike(told, transmitters)
    found: set[str] = set()
    for (paths, status), ids in alike.items():
        for others, other in alike:
            if _bears_out(other, status) and any(not set(one) & set(two) for one in paths for two in others):
                found.update(ids)
                break
    return found


def contradicted(told: Sequence[StoredClaim], transmitters: Transmitters) -> set[str]:
    """Ids of the claims of an event that a claim of another origin denies, that deny what another origin tells, or
    whose figure, the latest of its origin, cannot be squared with another origin's latest."""
    if len(told) < 2:
        return set()
    alike = _alike(on_happening(told), transmitters)
    found = _denied_tolls(told, transmitters)
    for (paths, status), ids in alike.items():
        for others, other in alike:
            if {status, other} == {"occurred", "negated"} and not _origins(paths) & _origins(others):
                found.update(ids)
                break
    latest = list(_latest(told, transmitters))
    if len(latest) < 2:
        return found
    origins = {item.id: _origins(transmitters.paths(item)) for item in told}
    for one in latest:
        if any(at_odds(one, other) and not origins[one.claim] & origins[other.claim] for other in latest):
            found.add(one.claim)
    return found


def _denied_tolls(told: Sequence[StoredClaim], transmitters: Transmitters) -> set[str]:
    """Ids of the claims that deny a toll which another origin tells, and of those that tell it."""
    found: set[str] = set()
    for denial in filter(denies_the_toll, told):
        origins, denied = _origins(transmitters.paths(denial)), statements_of(denial, "")
        for item in told:
            if item.claim.status == "negated" or origins & _origins(transmitters.paths(item)):
                continue
            said = statements_of(item, "")
            if any(one.what == other.what and not apart(one, other) for one in denied for other in said):
                found |= {denial.id, item.id}
    return found


def _alike(told: Sequence[StoredClaim], transmitters: Transmitters) -> _Told:
    """Claims by the paths they came and their status: events with thousands of claims have few ways of telling."""
    found: _Told = defaultdict(list)
    for item in told:
        found[transmitters.paths(item), item.claim.status].append(item.id)
    return found


def _origins(paths: Sequence[Chain]) -> set[str]:
    return {path[-1] for path in paths}


def _bears_out(other: str, status: str) -> bool:
    """Whether one who tells it with status ``other`` says as much: the same, or that what was planned or uncertain did
    happen."""
    return other == status or (other == "occurred" and status != "negated")


def _latest(told: Sequence[StoredClaim], transmitters: Transmitters) -> Iterator[Statement]:
    """The latest figure of each kind by each origin."""
    newest: dict[tuple[str, str], Statement] = {}
    for item in sorted(told, key=lambda item: item.source.reported_high or ""):
        if item.claim.figures and item.claim.status != "negated":
            for statement in statements_of(item, transmitters.origin(item)):
                newest[statement.line, statement.what] = statement
    yield from newest.values()


def at_odds(one: Statement, other: Statement) -> bool:
    """Whether two figures of the same thing leave no number that satisfies both."""
    if one.what != other.what or not of_the_same(one.of, other.of):
        return False
    one_high = one.high if one.high is not None else float("inf")
    other_high = other.high if other.high is not None else float("inf")
    return one_high < other.low or other_high < one.low


def of_the_same(one: str | None, other: str | None) -> bool:
    """Whether two figures may count the same people: the names share a word, or one is not given."""
    return one is None or other is None or bool(name_words(one) & name_words(other))
