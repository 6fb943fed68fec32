"""Claims in, events out, article by article or all at once.

What one article tells is grouped first; each group is then compared with what other articles tell of the like time,
place and people, and groups are joined by average-link clustering. Only the groups that hang together by good scores
are clustered anew when an article arrives, and the clustering is a function of the scores, so the order of arrival
plays no part. There are two exceptions, both in the densest news. Where a group shares something with more than
:data:`~khabar.linking.clusters.MOST` others, the order decides with which it is compared. Where more than :data:`LARGE`
groups hang together, a new one joins the events that stand, or joins two of them, and breaks up none, until
:meth:`Linker.settle` is called.

An event's id is made from the first of its claims to arrive, and stays for as long as that claim is in it. When events
merge, the id of the one that began first stays and the other leads to it; when one splits, the part with its first
claim keeps the id.
"""

from __future__ import annotations

import gc
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from itertools import islice
from typing import NamedTuple

from khabar.linking.clusters import clusters
from khabar.linking.index import Index, keys
from khabar.linking.model import LIMIT, Model, shipped
from khabar.linking.profile import Profile
from khabar.linking.telling import tell
from khabar.model import Article, Claim

LARGE = 150
"""So many groups that hang together are clustered anew whenever one is added."""


class Change(NamedTuple):
    """An id that came to stand for something else when ``article`` arrived: ``merge`` (``old`` is now part of ``new``)
    or ``split`` (``new`` was part of ``old``)."""

    kind: str
    old: str
    new: str
    article: str


class Linker:
    """Events of the articles added so far, all in memory (about 10 KB a claim). ``changes``: how ids moved as articles
    were added one by one; ``compared``: pairs compared across articles."""

    def __init__(self, model: Model | None = None) -> None:
        self.model = model or shipped()
        self.changes: list[Change] = []
        self.compared = 0
        self._groups: list[Profile] = []
        self._claims: dict[str, list[int]] = {}
        self._minted: dict[str, int] = {}
        self._ids: list[str] = []
        self._index = Index()
        self._scores: dict[int, dict[int, int]] = defaultdict(dict)
        self._cannot: set[tuple[int, int]] = set()
        self._event: list[int] = []
        self._members: dict[int, list[int]] = {}
        self._fresh: set[int] = set()

    def add(self, article: Article, claims: Sequence[Claim]) -> list[str]:
        """Link one article; gives the event id of each of its claims. ValueError where its id was added before."""
        new = self._take(article, claims)
        self._fresh = set(new)
        self._settle(new, article.id, exact=False)
        return self.ids(article.id)

    def add_all(self, rows: Iterable[tuple[Article, Sequence[Claim]]]) -> None:
        """Link many articles; the events are those of adding one by one, but each is settled only once."""
        with _no_collector():
            new = [number for article, claims in rows for number in self._take(article, claims)]
            self._fresh = set(new)
            self._settle(new, "", exact=True)

    def ids(self, article: str) -> list[str]:
        """Event ids of the claims of an article, by its id. KeyError where it was not added."""
        return [self._ids[self._event[number]] for number in self._claims[article]]

    def events(self) -> dict[str, list[tuple[str, int]]]:
        """Every event's claims as (article id, number of the claim in it), in order of arrival."""
        found: dict[str, list[tuple[str, int]]] = defaultdict(list)
        for article, numbers in self._claims.items():
            for at, number in enumerate(numbers):
                found[self._ids[self._event[number]]].append((article, at))
        return dict(found)

    def resolve(self, event: str) -> str | None:
        """The id under which an event now stands, whatever it merged into; None for an id that was never given."""
        number = self._minted.get(event)
        return None if number is None else self._ids[self._event[number]]

    def _take(self, article: Article, claims: Sequence[Claim]) -> list[int]:
        """Group what an article tells, compare the groups with what is known; gives their numbers."""
        if article.id in self._claims:
            raise ValueError(f"article {article.id!r} is linked already; give every article its own id")
        told = tell(article, claims, self.model)
        first = len(self._groups)
        numbers = [0] * len(claims)
        for group, profile in zip(told.groups, told.events, strict=True):
            number = len(self._groups)
            names = keys(profile)
            candidates = self._index.candidates(profile, names)
            self.compared += len(candidates)
            for other in candidates:
                self._link(number, other, self.model.score(profile, self._groups[other]))
            self._groups.append(profile)
            self._event.append(number)
            self._members[number] = [number]
            self._ids.append(self._mint(profile, number))
            self._index.add(number, profile, names)
            for at in group:
                numbers[at] = number
        for (a, b), score in told.between.items():
            self._link(first + a, first + b, max(score, 1 - LIMIT))
            if score < self.model.apart * 1000:
                self._cannot |= {(first + a, first + b), (first + b, first + a)}
        self._claims[article.id] = numbers
        return list(range(first, len(self._groups)))

    def _link(self, one: int, other: int, score: int) -> None:
        if score > -LIMIT:
            self._scores[one][other] = self._scores[other][one] = score

    def _mint(self, profile: Profile, number: int) -> str:
        """An id for the event that begins with this group, and the right to it for each of its claims."""
        ids = [f"e{digest[:12]}" for digest in profile.digests]
        if any(one in self._minted for one in ids):
            ids = [f"e{digest}-{number}" for digest in profile.digests]
        self._minted |= dict.fromkeys(ids, number)
        return ids[0]

    def settle(self) -> None:
        """Cluster everything anew: the events are then those of adding all articles at once."""
        self._fresh = set()
        self._settle(range(len(self._groups)), "", exact=True)

    def _settle(self, new: Iterable[int], article: str, *, exact: bool) -> None:
        """Cluster anew whatever hangs together with the new groups, the largest parts only where that has to be
        ``exact``."""
        join = round(self.model.across.join * 1000)
        seen: set[int] = set()
        for number in new:
            if number in seen:
                continue
            component = list(islice(self._hanging_together(number, join), None if exact else LARGE + 1))
            if len(component) > LARGE and not exact:
                near = {self._event[to] for to, score in self._scores[number].items() if score >= join}
                start = [self._members[event] for event in sorted(near | {self._event[number]})]
            else:
                seen |= set(component)
                start = [[at] for at in component]
            if len(start) > 1:
                found = clusters(start, self._scores, join, lambda at: self._groups[at].digests[0], self._cannot)
                self._assign(found, article)

    def _hanging_together(self, number: int, join: int) -> Iterator[int]:
        """The groups reached from one through scores that could join: average linkage joins none beyond them."""
        queue, seen = [number], {number}
        for here in queue:
            yield here
            for there, score in self._scores[here].items():
                if score >= join and there not in seen:
                    seen.add(there)
                    queue.append(there)

    def _assign(self, found: list[list[int]], article: str) -> None:
        """Give every cluster the number of its first group; record which ids moved."""
        before = {number: self._event[number] for group in found for number in group}
        for event in set(before.values()):
            self._members.pop(event, None)
        for group in found:
            first = min(group)
            self._members[first] = sorted(group)
            for number in group:
                self._event[number] = first
        for number, old in before.items():
            now = self._event[number]
            if old == now:
                continue
            if number == old and number not in self._fresh:
                self.changes.append(Change("merge", self._ids[old], self._ids[now], article))
            elif now == number:
                self.changes.append(Change("split", self._ids[old], self._ids[now], article))


@contextmanager
def _no_collector() -> Iterator[None]:
    """Without Python's cycle collector, which would walk all that is held again and again, now and at every later
    article; nothing here forms cycles."""
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.freeze()
            gc.enable()
