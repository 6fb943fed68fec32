"""Which events may be disputed, told from the columns in memory, so that the disputes themselves
(:mod:`khabar.views.disputes`) are worked out for these alone. Every disputed event is among them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
from numpy.typing import NDArray

from khabar.store import Filter, Store
from khabar.views.chosen import Mask, chosen_claims, chosen_events
from khabar.views.columns import NONE, Codes, Columns, Ints, columns_of
from khabar.views.counts import EVERYTHING, counted, in_order
from khabar.views.disputes import ABOUT, VIOLENT

_DEGREE = 111.0
"""Kilometres of a degree along a meridian; a degree along a parallel is shorter."""
_NEAR = 150.0


def disputed_ids(
    store: Store, wanted: Filter = EVERYTHING, *, about: str | None = None, limit: int | None = None, offset: int = 0
) -> tuple[list[str], int]:
    """Events with a claim that ``wanted`` asks for whose claims known by ``as_of`` may differ, newest first, and how
    many there are. ``about``: only those that may differ on this (:data:`khabar.views.disputes.ABOUT`)."""
    columns = columns_of(store)
    known = chosen_claims(store, columns, Filter(as_of=wanted.as_of)) & (columns.event != NONE)
    found: Mask = np.zeros(len(columns.events), dtype=bool)
    for kind in (about,) if about else ABOUT:
        found[_MAY_DIFFER[kind](columns, known)] = True
    found &= chosen_events(store, columns, wanted)
    events = in_order(columns, np.flatnonzero(found), "newest")
    shown = events[offset:] if limit is None else events[offset : offset + limit]
    return [columns.event_ids[at] for at in shown.tolist()], len(events)


def _happened(columns: Columns, known: Mask) -> Ints:
    """Some say that it happened and others that it did not."""
    return np.intersect1d(_told_as(columns, known, "occurred"), _told_as(columns, known, "negated"))


def _told_as(columns: Columns, known: Mask, status: str) -> Ints:
    """Events with a claim of this status."""
    found: Ints = columns.event[known & (columns.claims["status"] == columns.statuses.numbers.get(status, NONE))]
    return found


def _figure(columns: Columns, known: Mask) -> Ints:
    """No number satisfies two figures of one kind."""
    return _figures(columns, known, lambda low, high: low[1] > high[0])


def _bounds(columns: Columns, known: Mask) -> Ints:
    """Two figures of one kind have other bounds."""
    return _figures(columns, known, lambda low, high: (low[0] < low[1]) | (high[0] < high[1]))


def _figures(columns: Columns, known: Mask, differ: Callable[[list[Any], list[Any]], Any]) -> Ints:
    """Events of whose figures of one kind ``differ`` holds, given the least and greatest low and high."""
    figures = columns.figures
    meant = known[figures["claim"]]
    event, kind = columns.event[figures["claim"][meant]], figures["kind"][meant]
    order = np.lexsort((kind, event))
    event, kind = event[order], kind[order]
    starts = np.flatnonzero(np.append(True, (event[1:] != event[:-1]) | (kind[1:] != kind[:-1]))[: len(event)])
    if not len(starts):
        return starts
    low, high = (
        [least.reduceat(figures[bound][meant][order], starts) for least in (np.minimum, np.maximum)]
        for bound in ("low", "high")
    )
    return np.unique(event[starts][differ(low, high)])


def _actor(columns: Columns, known: Mask) -> Ints:
    """Actors of several states did something violent or coercive."""
    parties, states = columns.parties, Codes()
    country = states.of(who[2] for who in columns.people.values)
    meant = (parties["target"] == 0) & known[parties["claim"]]
    state = country[parties["who"][meant]] if len(country) else parties["who"][meant]
    event = columns.event[parties["claim"][meant]]
    (each, _), _ = counted(event[state != NONE], state[state != NONE])
    several, times = np.unique(each, return_counts=True)
    violent = np.isin(columns.claims["type"], columns.types.which(VIOLENT.__contains__))
    return np.intersect1d(several[times > 1], columns.event[known & violent])


def _place(columns: Columns, known: Mask) -> Ints:
    """Places in several states, so far apart as to differ, or of which that is not known."""
    if not columns.places.values:
        return columns.event[:0]
    named = np.array([place[0] is not None for place in columns.places.values])
    country = Codes().of(place[2] for place in columns.places.values)
    lat, lon = (_degrees(columns, at) for at in (3, 4))
    meant = known & named[columns.claims["place"]]
    (event, place), _ = counted(columns.event[meant], columns.claims["place"][meant])
    starts = np.flatnonzero(np.append(True, event[1:] != event[:-1])[: len(event)])
    if not len(starts):
        return starts
    several = np.diff(np.append(starts, len(event))) > 1
    state, north, east = country[place], lat[place], lon[place]
    states = (np.maximum.reduceat(state, starts) != np.minimum.reduceat(state, starts)) & several
    spread = sum(
        np.maximum.reduceat(degrees, starts) - np.minimum.reduceat(degrees, starts) for degrees in (north, east)
    )
    far = ~(spread * _DEGREE < _NEAR) & several  # an unknown coordinate (NaN) is far, too
    found: Ints = event[starts][states | far]
    return found


def _degrees(columns: Columns, at: int) -> NDArray[Any]:
    return np.array([np.nan if place[at] is None else place[at] for place in columns.places.values])


_MAY_DIFFER: dict[str, Callable[[Columns, Mask], Ints]] = {
    "happened": _happened,
    "actor": _actor,
    "place": _place,
    "figure": _figure,
    "bounds": _bounds,
}
