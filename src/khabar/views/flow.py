"""Vertex-disjoint paths through transmitters, and the transmitters that all paths pass.

The largest number of paths from the event to the reader that share no transmitter equals the smallest number of
transmitters whose removal parts the two (Menger, 1927). Both come from one maximum flow in which every transmitter lets
one unit through (Ford and Fulkerson, 1956), found along shortest augmenting paths (Edmonds and Karp, 1972).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise

_EVENT, _READER = "event", "reader"
_PLENTY = 1 << 30
_Vertex = tuple[str, bool] | str
"""A transmitter is two vertices, its entrance (False) and its exit (True), with room for one between them."""


class Network:
    """The network of ``paths``, each the keys of its transmitters from the outlet to the origin."""

    def __init__(self, paths: Iterable[Sequence[str]]) -> None:
        self._room: dict[_Vertex, dict[_Vertex, int]] = {}
        self._keys: dict[str, None] = {}
        for keys in paths:
            self._add(keys)
        self.lines = 0
        while self._augment():
            self.lines += 1

    def _add(self, keys: Sequence[str]) -> None:
        for key in keys:
            self._keys[key] = None
            self._edge((key, False), (key, True), 1)
        inward = list(reversed(keys))
        if inward:
            self._edge(_EVENT, (inward[0], False))
            self._edge((inward[-1], True), _READER)
        for one, other in pairwise(inward):
            self._edge((one, True), (other, False))

    def _edge(self, start: _Vertex, end: _Vertex, room: int = _PLENTY) -> None:
        self._room.setdefault(start, {})[end] = room
        self._room.setdefault(end, {}).setdefault(start, 0)

    def _reached(self) -> dict[_Vertex, _Vertex]:
        """Vertices that the event still has room to reach, each with the one before it on a shortest way."""
        came: dict[_Vertex, _Vertex] = {_EVENT: _EVENT}
        queue: list[_Vertex] = [_EVENT]
        for here in queue:
            for there, room in self._room.get(here, {}).items():
                if room and there not in came:
                    came[there] = here
                    queue.append(there)
        return came

    def _augment(self) -> bool:
        came = self._reached()
        if _READER not in came:
            return False
        there: _Vertex = _READER
        while there != _EVENT:
            here = came[there]
            self._room[here][there] -= 1
            self._room[there][here] += 1
            there = here
        return True

    def cut_near_event(self) -> tuple[str, ...]:
        """The smallest set of transmitters that every path passes, of equals the one nearest the event."""
        reached = self._reached()
        return tuple(key for key in self._keys if (key, False) in reached and (key, True) not in reached)

    def disjoint_paths(self) -> tuple[tuple[str, ...], ...]:
        """As many paths as there are lines, no transmitter in two of them, each from the outlet to the origin."""
        found = []
        for origin in self._keys:
            if self._flows(_EVENT, (origin, False)):
                path: list[str] = []
                here: str | None = origin
                while here is not None and here not in path:
                    path.append(here)
                    here = self._next(here)
                found.append(tuple(reversed(path)))
        return tuple(found)

    def _flows(self, start: _Vertex, end: _Vertex) -> bool:
        """Whether a unit goes from ``start`` to ``end``: the way back has gained room."""
        return end in self._room.get(start, {}) and self._room[end][start] > 0

    def _next(self, key: str) -> str | None:
        """The transmitter that the unit through ``key`` goes to; None for the reader."""
        for end in self._room[key, True]:
            if isinstance(end, tuple) and end[0] != key and self._flows((key, True), end):
                return end[0]
        return None


def independent_lines(paths: Iterable[Sequence[str]]) -> int:
    """The largest number of vertex-disjoint paths from the event to the reader. ``paths`` run from the outlet to
    the origin."""
    return Network(paths).lines
