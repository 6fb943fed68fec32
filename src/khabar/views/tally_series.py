"""Standing counts as series: the same thing counted by several articles over time, with who says so.

Two counts belong to one series when their units are the same and their sentences speak of the same thing. A bare count
has a kind (troops, attacks, or the counted word itself) and belongs with counts of that kind in the same state whose
sentences name the same side; a measure (km, USD, %) with measures of that unit whose sentences share two names. Counts
that claims make of attacks over a period stand beside the tallies.

The figures of a series follow the rule of :mod:`khabar.views.figures`. Totals of attacks only grow: a larger one
revises a smaller and is no dispute. Other bare counts may change with time: they are disputed where two independent
lines differ within a month, or where it is not known when one was said.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Callable, Sequence
from datetime import date
from itertools import combinations

from khabar.linking.days import days_of, gap
from khabar.linking.words import actor_states, name_of, stems
from khabar.model import Record, Where
from khabar.store import Store
from khabar.store.search import folded
from khabar.views import names
from khabar.views.figures import Range, Rule, Statement, apart, by_lines, distance, latest_of_lines, ranges
from khabar.views.tally_items import ATTACKS, FORCES, Item, counted_items, stems_of

_MONTH = 31


class Counted(Record, frozen=True, kw_only=True):
    """One count: ``low`` to ``high`` (None: open), ``chain`` from the origin to the outlet, the sentence it stands in;
    ``reported`` the day its article appeared, where known."""

    low: float
    high: float | None
    since: str | None
    reported: str | None
    chain: tuple[str, ...]
    article: str
    url: str | None
    sentence: str


class Series(Record, frozen=True, kw_only=True):
    """Counts of one thing as reported in time, those of unknown day last, and what they come to. ``kind``: ``troops``,
    ``attacks``, ``measure`` or ``count``; ``what`` as most often written."""

    kind: str
    what: str
    unit: str | None
    place: Where | None
    low: float
    best: float
    high: float | None
    disputed: bool
    strength: float
    counts: tuple[Counted, ...]


def tally_series(
    store: Store,
    words: str | None = None,
    *,
    place: str | None = None,
    as_of: str | None = None,
    rule: Rule = by_lines,
) -> list[Series]:
    """Series whose counted thing, or the sentence it is counted in, is of ``words`` (in any spelling) and lies in
    ``place`` (name, id or country code); those told most often first. ``as_of``: only what had been reported by that
    day."""
    items = list(counted_items(store, as_of))
    if words:
        items = list(filter(_about(words), items))
    if place:
        items = list(filter(_in(place), items))
    found = [_series(group, rule) for group in _grouped(items)]
    return sorted(found, key=lambda one: (-len(one.counts), one.what))


def _about(words: str) -> Callable[[Item], bool]:
    """Whether a count is of ``words``: its counted thing holds them, or its sentence names who they name. A state's
    forces are meant by their state, in counts of troops and attacks."""
    asked, plain = name_of(words), folded(words).strip()
    states = asked.states | actor_states(asked.ids)
    forces = bool(set(stems(words)) & stems_of(FORCES))
    rest = asked.words

    def holds(item: Item) -> bool:
        if plain and plain in folded(item.what):
            return True
        if rest and not rest <= set(stems(item.sentence)):
            return False
        if asked.ids:
            return bool(asked.ids & item.names)
        if states:
            return states <= item.states and (not forces or item.kind in {"troops", "attacks"})
        return bool(rest)

    return holds


def _in(place: str) -> Callable[[Item], bool]:
    """Whether a count's place is ``place`` or lies in it; where it has none, whether its sentence names it."""
    asked = names.places(place)
    ids, codes = set(names.places_in(place)) | set(asked), {one.upper() for one in asked}
    plain = folded(place).strip()

    def holds(item: Item) -> bool:
        where = item.place
        if where is None:
            return bool(ids & item.names or codes & item.states)
        return where.place in ids or where.country in codes or plain in folded(where.text)

    return holds


def _grouped(items: Sequence[Item]) -> list[list[Item]]:
    """Counts that belong together, directly or through others, but none with one that counts from another time on;
    those of known days first, then the nearest numbers."""
    group = {at: [at] for at in range(len(items))}
    pairs = {
        pair
        for members in _blocks(items).values()
        for pair in combinations(members, 2)
        if _together(items[pair[0]], items[pair[1]])
    }
    for one, other in sorted(pairs, key=lambda pair: (_nearness(items[pair[0]], items[pair[1]]), pair)):
        mine, theirs = group[one], group[other]
        if mine is theirs:
            continue
        if not any(_since_apart(items[a], items[b]) for a in mine for b in theirs):
            mine += theirs
            group |= dict.fromkeys(theirs, mine)
    distinct = {id(members): members for members in group.values()}
    return [[items[at] for at in sorted(members)] for members in distinct.values()]


def _nearness(one: Item, other: Item) -> tuple[bool, float]:
    """The lower, the sooner two counts are joined: whether a day of reporting is unknown, how far apart they are."""
    unknown = not (one.as_claim.source.reported and other.as_claim.source.reported)
    return unknown, abs(math.log1p(_low(one)) - math.log1p(_low(other)))


def _low(item: Item) -> float:
    return item.as_claim.claim.figures[0].low


def _since_apart(one: Item, other: Item) -> bool:
    """Whether both say since when they count, and mean other times (more than two months apart)."""
    mine, theirs = days_of(one.since), days_of(other.since)
    return mine is not None and theirs is not None and gap(mine, theirs) > 2 * _MONTH


def _blocks(items: Sequence[Item]) -> dict[tuple[str, str], list[int]]:
    """Numbers of the counts that are worth comparing: of one kind, with a name or state in common."""
    found: dict[tuple[str, str], list[int]] = {}
    for at, item in enumerate(items):
        shared = item.names if item.kind == "measure" else _lands(item) or {""}
        for name in shared:
            found.setdefault((f"{item.kind} {item.unit or ''}", name), []).append(at)
    return found


def _lands(item: Item) -> frozenset[str]:
    """States a count may be about: that of its place, or all that its sentence names."""
    return frozenset((item.place.country,)) if item.place and item.place.country else item.states


def _together(one: Item, other: Item) -> bool:
    if one.kind == "measure":
        return len(one.names & other.names) >= 2
    lands = _lands(one) & _lands(other)
    if one.kind == "count" and not stems_of(one.what) & stems_of(other.what):
        return False
    sides = (one.states - lands, other.states - lands)
    return bool(lands) and (bool(sides[0] & sides[1]) or not (sides[0] and sides[1]))


def _series(group: Sequence[Item], rule: Rule) -> Series:
    (told,) = ranges([item.as_claim for item in group], rule)
    by_id = {item.as_claim.id: item for item in group}
    counts = [_counted(statement, by_id[statement.claim]) for statement in told.statements]
    places = Counter(item.place for item in group if item.place).most_common(1)
    named = [item for item in group if item.kind != "attacks" or set(stems(item.what)) & stems_of(ATTACKS)]
    strength = _strength(group[0].kind, told)
    return Series(
        kind=group[0].kind,
        what=Counter(item.what for item in named or group).most_common(1)[0][0],
        unit=group[0].unit,
        place=places[0][0] if places else None,
        low=told.low,
        best=told.best,
        high=told.high,
        disputed=strength > 0,
        strength=strength,
        counts=tuple(sorted(counts, key=lambda one: (one.reported is None, one.reported or "", one.low))),
    )


def _counted(statement: Statement, item: Item) -> Counted:
    article = item.as_claim.source.article
    return Counted(
        low=statement.low,
        high=statement.high,
        since=item.since,
        reported=statement.reported,
        chain=(*statement.chain, statement.outlet),
        article=article.id,
        url=article.url,
        sentence=item.sentence,
    )


def _strength(kind: str, told: Range) -> float:
    """How far the latest counts of independent lines are apart (:func:`khabar.views.figures.distance`); 0 where they
    are not disputed."""
    if kind == "attacks":
        return 0.0
    pairs = combinations(latest_of_lines(told.statements), 2)
    return max(
        (distance(a, b) for a, b in pairs if apart(a, b) and (kind == "measure" or _one_time(a, b))), default=0.0
    )


def _one_time(one: Statement, other: Statement) -> bool:
    """Whether two counts may have been said within a month."""
    if one.reported is None or other.reported is None:
        return True
    return abs((date.fromisoformat(one.reported[:10]) - date.fromisoformat(other.reported[:10])).days) <= _MONTH
