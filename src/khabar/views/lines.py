"""Who stands between an event and the reader, and how many independent lines lead through them.

A claim's isnad is a path: event, origin, ..., nearest transmitter, outlet, reader. The number of **independent
lines** of an event is the largest number of such paths that share no transmitter and no outlet: ten outlets that all
quote one agency are one line. By Menger's theorem (1927) it is the maximum flow where every transmitter lets one unit
through (Ford and Fulkerson, 1956).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise

from khabar.model import Link
from khabar.store import StoredClaim
from khabar.store.search import folded
from khabar.views.agreement import same_name

_NAMELESS = frozenset(("unnamed", "witness"))
_PUBLISHING = frozenset(("outlet", "agency", "media"))


class Transmitters:
    """The transmitters of some claims, each with one key however it is written.

    Outlets, agencies and media are the same where their names share at least half of their words, so that an agency
    read itself and the agency a newspaper quotes are one. Others are the same by known id or by folded name; one
    without a name ("a military source") is told apart by who carries it.
    """

    def __init__(self, claims: Iterable[StoredClaim]) -> None:
        self._publishers: list[str] = []
        for item in claims:
            self._publisher(item.source.outlet)

    def _publisher(self, name: str) -> str:
        known = next((other for other in self._publishers if other == name or same_name(other, name)), None)
        if known is None:
            self._publishers.append(name)
        return f"publisher {folded(known or name)}"

    def _key(self, link: Link, carrier: str) -> str:
        if link.kind in _PUBLISHING:
            return self._publisher(link.text)
        if link.kind in _NAMELESS:
            return f"{folded(link.text)} < {carrier}"
        return link.actor or folded(link.text)

    def path(self, item: StoredClaim) -> tuple[str, ...]:
        """Keys of the transmitters of a claim, the outlet first, the origin last."""
        keys = [self._publisher(item.source.outlet)]
        for link in item.claim.isnad:
            keys.append(self._key(link, keys[-1]))
        return tuple(dict.fromkeys(keys))

    def origin(self, item: StoredClaim) -> str:
        """Key of the transmitter a claim rests on: the last link of its isnad, or the outlet."""
        return self.path(item)[-1]


def independent_lines(paths: Iterable[Sequence[str]]) -> int:
    """The largest number of vertex-disjoint paths from the event to the reader. ``paths`` run from the outlet to
    the origin."""
    residual: dict[str, dict[str, int]] = {}

    def edge(start: str, end: str, capacity: int) -> None:
        residual.setdefault(start, {})[end] = capacity
        residual.setdefault(end, {}).setdefault(start, 0)

    for keys in paths:
        chain = ["event", *(key for key in reversed(keys)), "reader"]
        for key in keys:
            edge(f"> {key}", f"{key} >", 1)
        for one, other in pairwise(chain):
            edge(one if one == "event" else f"{one} >", other if other == "reader" else f"> {other}", 1)
    flow = 0
    while _augment(residual):
        flow += 1
    return flow


def _augment(residual: dict[str, dict[str, int]]) -> bool:
    """Send one more unit from event to reader along a shortest path with room; False where there is none."""
    came: dict[str, str] = {}
    queue = ["event"]
    for here in queue:
        for there, room in residual.get(here, {}).items():
            if room and there not in came and there != "event":
                came[there] = here
                queue.append(there)
    if "reader" not in came:
        return False
    there = "reader"
    while there != "event":
        here = came[there]
        residual[here][there] -= 1
        residual[there][here] += 1
        there = here
    return True


def lines_of(claims: Sequence[StoredClaim]) -> int:
    """Independent lines of the event that ``claims`` are about; denials count as lines too, for they speak of the
    event."""
    transmitters = Transmitters(claims)
    return independent_lines({transmitters.path(item) for item in claims})
