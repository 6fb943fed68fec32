"""Where the transmitters of an event stand in a picture: columns from the event to the reader, few crossings.

The usual layered drawing (Sugiyama, Tagawa and Toda, 1981): a step over several columns gets a waypoint in each, and
every column is put in the order of the middles of its neighbours, to and fro a few times.
"""

from __future__ import annotations

from collections import defaultdict
from itertools import pairwise

from khabar.model import Record
from khabar.views.graph import Edge, Transmission

Key = str | tuple[str, int]
"""A transmitter's id, ``<event>``, ``<reader>``, or a waypoint: the name of its edge and its column."""
EVENT, READER = "<event>", "<reader>"
_SWEEPS = 6


class Way(Record, frozen=True, kw_only=True):
    """An edge with the places it passes, the first that of its start and the last that of its end."""

    edge: Edge
    stops: tuple[Key, ...]


class Layout(Record, frozen=True, kw_only=True):
    """``places``: column (0 is the event's) and height (in rows, 0 the top; middles of shorter columns are aligned)
    of everything; ``ways``: the edges."""

    places: dict[Key, tuple[int, float]]
    ways: tuple[Way, ...]
    columns: int
    rows: int


def lay_out(told: Transmission) -> Layout:
    """Places for all transmitters of an event."""
    last = max((node.column for node in told.nodes), default=0)
    column: dict[Key, int] = {node.source.id: last - node.column + 1 for node in told.nodes}
    column |= {EVENT: 0, READER: last + 2}
    ways = tuple(_way(number, edge, column) for number, edge in enumerate(told.edges))
    near: dict[Key, list[Key]] = defaultdict(list)
    for way in ways:
        for one, other in pairwise(way.stops):
            near[one].append(other)
            near[other].append(one)
    ranks: dict[int, list[Key]] = defaultdict(list)
    for key, at in column.items():
        ranks[at].append(key)
    _order(ranks, near, column)
    rows = max(len(rank) for rank in ranks.values())
    places = {key: (at, (rows - len(rank)) / 2 + n) for at, rank in ranks.items() for n, key in enumerate(rank)}
    return Layout(places=places, ways=ways, columns=last + 3, rows=rows)


def _way(number: int, edge: Edge, column: dict[Key, int]) -> Way:
    """The edge with a waypoint, entered into ``column``, for every column it passes over."""
    start: Key = edge.start or EVENT
    end: Key = edge.end or READER
    between: list[Key] = []
    for at in range(column[start] + 1, column[end]):
        point = (str(number), at)
        column[point] = at
        between.append(point)
    return Way(edge=edge, stops=(start, *between, end))


def _order(ranks: dict[int, list[Key]], near: dict[Key, list[Key]], column: dict[Key, int]) -> None:
    for sweep in range(_SWEEPS):
        forward = sweep % 2 == 0
        for at in sorted(ranks, reverse=not forward):
            beside = ranks.get(at - 1 if forward else at + 1, [])
            row = {key: n / max(1, len(beside)) for n, key in enumerate(beside)}

            def middle(key: Key, row: dict[Key, float] = row) -> float:
                found = [row[other] for other in near[key] if other in row]
                return sum(found) / len(found) if found else 0.5

            ranks[at].sort(key=middle)
