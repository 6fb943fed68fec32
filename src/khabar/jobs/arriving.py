"""Link articles through the store, a few at a time: what is kept there of the others is compared, not read again.

What an article tells is grouped, each group is compared with those that it shares most with, and whatever hangs
together with it by good scores is clustered anew (:mod:`khabar.linking.linker` says the same of claims in memory). The
store keeps groups, what they are found and compared by, and scores (:mod:`khabar.store.kept`): memory holds a few
articles and what they are compared with, however many are stored. Events and ids are those of
:func:`khabar.linking.link_claims` over all articles in the order stored, but in the densest news: where more hangs
together (:data:`LARGE`, :data:`WHOLE`) a new group joins an event that stands, or joins two of them, and breaks up
none.
"""

from __future__ import annotations

from collections import OrderedDict, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from typing import NamedTuple
from uuid import uuid4

from khabar.jobs.deriving import Derived
from khabar.linking import keeping, row, shipped
from khabar.linking.clusters import clusters
from khabar.linking.index import Head, Index, Keys, head, keys, nearest, sought, standing
from khabar.linking.model import LIMIT
from khabar.linking.profile import ArticleView, Profile
from khabar.linking.telling import Told, tell
from khabar.model import Article, Extraction
from khabar.store import Store
from khabar.store.kept import Group, Kept, Member

TOGETHER = 64
"""Articles taken in one transaction."""
_COMPARED = 64
"""New groups whose likes are looked up and compared at once."""
_SETTLED = 500
"""Components settled in one transaction."""
LARGE, WHOLE = 400, 5_000
"""So many groups that hang together are always clustered anew when one is added; more of them, but no more than the
second number, where a tenth is new."""
_PROFILES, _VIEWS = 4096, 1024
"""So many profiles, and articles, are remembered between transactions."""


class New(NamedTuple):
    """A group on its way: its number, the key of its article, its claims' numbers, what it is compared and found by."""

    number: int
    article: int
    claims: tuple[int, ...]
    profile: Profile
    names: Keys


class Arriving:
    """One run of linking. ``fresh``, where given, takes in the ids of the events that did not stand before; ``broken``:
    the store was found open.

    The store is marked as open meanwhile. Who finds it so settles everything: another run was broken off, or goes on
    beside this one.
    """

    def __init__(self, store: Store, fresh: set[str] | None = None, *, broken: bool = False) -> None:
        self._fresh = fresh
        self._store = store
        self._model = shipped()
        self._join = round(self._model.across.join * 1000)
        self._profiles: OrderedDict[int, Profile] = OrderedDict()
        self._views: OrderedDict[int, ArticleView] = OrderedDict()
        self._touched: set[int] = set()
        self._open = f"{keeping.mark()} open {uuid4().hex}"
        self._broken = broken

    def add(self, rows: Sequence[tuple[int, Article, Extraction]], *, last: bool = False) -> None:
        """Keep the groups of articles with claims, (key, article, extraction), how they score with what is known, the
        texts they may share with others and what they tell to answer what; in the transaction of the ``last`` ones all
        is settled, where they are the first too. What is kept already is passed over."""
        told = [(pk, tell(*row(article, found), self._model)) for pk, article, found in rows]
        derived = Derived(rows, [one.answers for _, one in told])
        with self._store.keeping() as kept:
            mark = kept.mark()
            self._broken |= mark != self._open and _is_open(mark)
            alone = last and mark != self._open and not self._broken
            if not alone:
                kept.set_mark(self._open)
            derived.keep(kept)
            self._take(kept, told)
            if alone:
                for component in self._settle(kept, sorted(self._touched)):
                    while self._settle_next(kept, component):
                        pass
                self._touched = set()
                if mark != keeping.mark():
                    kept.set_mark(keeping.mark())

    def _take(self, kept: Kept, told: Sequence[tuple[int, Told]]) -> None:
        done = kept.taken([pk for pk, _ in told])
        told = [(pk, one) for pk, one in told if pk not in done]
        new = _numbered(kept, told)
        scores = self._scores(kept, new, told)
        groups = self._hanging(kept, new, scores)
        kept.add(groups, {pk: keeping.pack_view(one.events[0].article) for pk, one in told})

    def settle(self) -> None:
        """Cluster whatever hangs together with what was added, and give claims their events."""
        touched = self._store.components() if self._broken else sorted(self._touched)
        for at in range(0, len(touched), _SETTLED):
            with self._store.keeping() as kept:
                large = self._settle(kept, touched[at : at + _SETTLED])
            for component in large:
                more = True
                while more:
                    with self._store.keeping() as kept:
                        more = self._settle_next(kept, component)
        if touched:
            with self._store.keeping() as kept:
                if kept.mark() == self._open or self._broken:
                    kept.set_mark(keeping.mark())

    def _settle(self, kept: Kept, components: Sequence[int]) -> list[int]:
        """Cluster components as wholes; gives those that are too large for that."""
        sizes = kept.sizes(components)
        large = [one for one, size in sizes.items() if _is_large(*size)]
        members = sorted(kept.members(sizes.keys() - large), key=lambda one: (one.component, one))
        parts = groupby(members, lambda one: one.component)
        self._assign(kept, [one for _, part in parts for one in self._events(list(part))])
        return large

    def _settle_next(self, kept: Kept, component: int) -> bool:
        """Let the next groups of a large component join the events that stand, or join some of them; False where none
        is left."""
        numbers = kept.fresh(component, TOGETHER)
        if not numbers:
            return False
        new = kept.groups(numbers)
        own = set(numbers)
        near = {
            to
            for one in new
            for to, score in keeping.unpack_scores(one.scores).items()
            if score >= 2 * self._join and to not in own
        }
        part = sorted([*new, *kept.together(near)])
        start: dict[int, list[int]] = defaultdict(list)
        for at, one in enumerate(part):
            start[one.number if one.event is None else one.event].append(at)
        self._assign(kept, list(self._events(part, list(start.values()))))
        return True

    def _assign(self, kept: Kept, events: Sequence[tuple[Member, int, str]]) -> None:
        fresh = kept.assign(events)
        if self._fresh is not None:
            self._fresh |= fresh

    def _scores(self, kept: Kept, new: Sequence[New], told: Sequence[tuple[int, Told]]) -> dict[int, dict[int, int]]:
        """For every new group its scores with groups before it: twice the thousandths, and one where the two are to be
        kept apart."""
        mine = {one.number: one.profile for one in new}
        scores: dict[int, dict[int, int]] = defaultdict(dict)
        index = Index()
        for at in range(0, len(new), _COMPARED):
            part = new[at : at + _COMPARED]
            chosen, articles = self._chosen(kept, part, index)
            self._remember(kept, articles)
            for one in part:
                for to in chosen[one.number]:
                    score = self._model.score(one.profile, mine.get(to) or self._profiles[to])
                    if score > -LIMIT:
                        scores[one.number][to] = 2 * score
        numbers = iter(new)
        for _, each in told:
            own = [next(numbers).number for _ in each.groups]
            for (a, b), score in each.between.items():
                if max(score, 1 - LIMIT) > -LIMIT:
                    scores[own[b]][own[a]] = 2 * max(score, 1 - LIMIT) + (score < self._model.apart * 1000)
        return scores

    def _chosen(self, kept: Kept, new: Sequence[New], index: Index) -> tuple[dict[int, list[int]], dict[int, int]]:
        """For every new group the groups before it that it is compared with, those that are stored and those in the
        ``index`` of other new ones, which takes it in; and the articles of those that are stored."""
        articles: dict[int, int] = {}
        by_number = {one.number: one for one in new}
        wanted = [(one.number, *each) for one in new for each in sought(one.profile, one.names)]
        best: dict[int, tuple[dict[int, int], dict[int, Head]]] = {}
        for number, rows in groupby(kept.shared(wanted) if wanted else (), lambda found: found.new):
            weights, heads = {}, {}
            for found in rows:
                weights[found.number] = found.weight
                when = (found.days, found.published, found.earliest)
                heads[found.number] = keeping.head_of(str(found.article), found.name[1:13], *when)
            near = nearest(head(by_number[number].profile), weights, heads)
            best[number] = {to: weights[to] for to in near}, {to: heads[to] for to in near}
        chosen: dict[int, list[int]] = {}
        for one in new:
            weights, heads = best.get(one.number, ({}, {}))
            index.heads |= heads
            weights |= index.shared(one.profile, one.names)
            near = nearest(head(one.profile), weights, index.heads)
            chosen[one.number] = near
            articles |= {to: int(heads[to].article) for to in near if to in heads}
            index.add(one.number, one.profile, one.names)
        return chosen, articles

    def _remember(self, kept: Kept, articles: Mapping[int, int]) -> None:
        """Have the profiles of stored groups, (number, key of the article), at hand."""
        wanted = set(articles)
        packed = kept.profiles(wanted - self._profiles.keys())
        views = kept.views({articles[number] for number in packed} - self._views.keys())
        self._views |= {article: keeping.unpack_view(view) for article, view in views.items()}
        for number, profile in packed.items():
            self._profiles[number] = keeping.unpack(profile, self._views[articles[number]])
        for number in wanted & self._profiles.keys():
            self._profiles.move_to_end(number)
        while len(self._profiles) > max(_PROFILES, len(wanted)):
            self._profiles.popitem(last=False)
        while len(self._views) > _VIEWS:
            self._views.popitem(last=False)

    def _hanging(self, kept: Kept, new: Sequence[New], scores: Mapping[int, Mapping[int, int]]) -> list[Group]:
        """The new groups as they are kept, each in the component that it hangs together with; those that it ties
        together become one."""
        first = new[0].number if new else 0
        good = {one.number: [to for to, score in scores[one.number].items() if score >= 2 * self._join] for one in new}
        stored = kept.components({to for near in good.values() for to in near if to < first})
        parent = {one.number: one.number for one in new} | {found: found for found in stored.values()}

        def root(number: int) -> int:
            while parent[number] != number:
                number = parent[number]
            return number

        for number, near in good.items():
            for to in near:
                low, high = sorted((root(number), root(stored.get(to, to))))
                parent[high] = low
        kept.join({one: root(one) for one in sorted(set(stored.values())) if root(one) != one})
        self._touched |= {root(one.number) for one in new}
        return [_group(one, root(one.number), scores[one.number]) for one in new]

    def _events(
        self, part: Sequence[Member], start: Sequence[Sequence[int]] | None = None
    ) -> Iterator[tuple[Member, int, str]]:
        """Of groups that hang together those whose event changes, with its first group and its id; ``start``: places in
        ``part`` that stay together, where not each is to find its own."""
        place = {one.number: at for at, one in enumerate(part)}
        scores: dict[int, dict[int, int]] = defaultdict(dict)
        cannot: set[tuple[int, int]] = set()
        for at, one in enumerate(part) if len(part) > 1 else ():
            for number, packed in keeping.unpack_scores(one.scores).items():
                if (to := place.get(number)) is not None:
                    scores[at][to] = scores[to][at] = packed >> 1
                    if packed & 1:
                        cannot |= {(at, to), (to, at)}
        each = start or [[at] for at in range(len(part))]
        for group in clusters(each, scores, self._join, lambda at: part[at].name[1:], cannot):
            begins = part[min(group)]
            yield from ((part[at], begins.number, begins.name) for at in group if part[at].event != begins.number)


def _is_large(groups: int, fresh: int) -> bool:
    return groups > WHOLE or (groups > LARGE and groups > 10 * fresh)


def _is_open(mark: str | None) -> bool:
    return (mark or "").startswith(f"{keeping.mark()} open")


def _numbered(kept: Kept, told: Sequence[tuple[int, Told]]) -> list[New]:
    groups = [
        (pk, tuple(claims), profile) for pk, one in told for claims, profile in zip(one.groups, one.events, strict=True)
    ]
    numbers = kept.numbers(len(groups)) if groups else ()
    return [
        New(number, pk, claims, profile, keys(profile))
        for number, (pk, claims, profile) in zip(numbers, groups, strict=True)
    ]


def _group(one: New, component: int, scores: Mapping[int, int]) -> Group:
    profile = one.profile
    return Group(
        number=one.number,
        article=one.article,
        name=f"e{profile.digests[0][:12]}",
        claims=one.claims,
        published=profile.article.published,
        earliest=profile.article.earliest,
        days=keeping.pack_days(profile.days),
        component=component,
        scores=keeping.pack_scores(scores),
        profile=keeping.pack(profile),
        standing=set(standing(profile, one.names)),
    )
