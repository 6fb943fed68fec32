"""Link what is new in a store that is linked: only what its arrival can move is compared and clustered anew.

A new claim can only join, or move, what hangs together with it through pairs that score high enough to be one event
(:meth:`khabar.linking.Linker.hanging`). So the articles are taken whose claims are of one type with the new ones and of
times that can meet (:mod:`khabar.linking.index`), then those of what was found to hang together, until nothing more
does. Those are linked as a whole store would be, in the same order: events and ids come out the same, but in the
densest news, where the order of arrival has a say (:mod:`khabar.linking.linker`).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable

import numpy as np
from numpy.typing import NDArray

from khabar.linking.days import days_of
from khabar.store import Store
from khabar.store.linked import Outlined

_LONG = 62
_EVER = 10_000_000
Moved = dict[tuple[str, int], str]


def arrived(store: Store, most: float = 0.1) -> Moved | None:
    """Events of the claims that the articles which are not linked yet bring or move, as (article id, n) to event id.
    None where more than the share ``most`` of all articles would have to be compared: linking all anew is quicker
    then."""
    outline = store.outline()
    everything = len({one.article for one in outline})
    new = {one.article for one in outline if one.event is None}
    if len(new) > most * everything:
        return None
    ids = {one.id for one in outline if one.event is None}
    times = _Times(outline)
    taken, moved, looked = new, Moved(), [at for at, one in enumerate(outline) if one.article in new]
    seen = set(looked)
    while looked:
        taken = taken | times.near(looked)
        if len(taken) > most * everything:
            return None
        moved = _moved(store, taken, ids)
        looked = [at for at in times.places(moved) if at not in seen]
        seen |= set(looked)
    return moved


def _moved(store: Store, taken: Collection[int], new: Collection[str]) -> Moved:
    from khabar.linking import Linker, row

    linker = Linker()
    linker.add_all(row(article, found) for article, found in store.extractions(sorted(taken)))
    return linker.hanging(new)


class _Times:
    """When claims may have been, by type: days from ``low`` to ``high`` such that times that can meet overlap."""

    def __init__(self, outline: list[Outlined]) -> None:
        self._articles = np.array([one.article for one in outline], dtype=np.int64)
        self._places = {(one.id, one.n): at for at, one in enumerate(outline)}
        self._types = [one.type for one in outline]
        ranges = [_range(one) for one in outline]
        self._low: NDArray[np.int64] = np.array([low for low, _, _ in ranges], dtype=np.int64)
        self._high: NDArray[np.int64] = np.array([high for _, high, _ in ranges], dtype=np.int64)
        self._kind: NDArray[np.int64] = np.array([kind for _, _, kind in ranges], dtype=np.int64)
        by_type: dict[str, list[int]] = defaultdict(list)
        for at, kind in enumerate(self._types):
            by_type[kind].append(at)
        self._of = {kind: np.array(places, dtype=np.int64) for kind, places in by_type.items()}

    def near(self, claims: Iterable[int]) -> set[int]:
        """Keys of the articles with a claim that can meet one of the claims at these places of the outline."""
        found: set[int] = set()
        for kind, low, high, type_ in {
            (int(self._kind[at]), int(self._low[at]), int(self._high[at]), self._types[at]) for at in claims
        }:
            same = self._of[type_]
            meets = (self._low[same] <= high) & (self._high[same] >= low)
            if kind:
                meets &= (self._kind[same] == kind) | (self._kind[same] == 0)
            found |= set(self._articles[same[meets]].tolist())
        return found

    def places(self, claims: Iterable[tuple[str, int]]) -> list[int]:
        """Places in the outline of claims, (article id, n)."""
        return [self._places[one] for one in claims]


def _range(one: Outlined) -> tuple[int, int, int]:
    """First and last day, and kind: 0 for any time, 1 for up to two months, 2 for longer. Wider than the days that
    :func:`khabar.linking.index.meet` allows."""
    days = days_of(one.date)
    if days is not None:
        return (days.first, days.last, 2) if days.length > _LONG else (days.first - 5, days.last + 5, 1)
    told = days_of(one.published or one.reported)
    if told is None or told.length > 1:
        return -_EVER, _EVER, 0
    return told.first - 8, told.first + 3, 1
