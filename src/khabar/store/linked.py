"""Which event each claim is about: assign, keep old ids resolvable, keep the index of events."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from typing import Any

from sqlalchemy import Connection, delete, func, select, update

from khabar.model import TYPES
from khabar.store import bulk, schema

_CHUNK = 500


def assign(connection: Connection, assignments: Mapping[tuple[str, int], str]) -> int:
    """Set the event of claims, (article id, n) to event id; gives how many events now stand.

    An event that loses all its claims stays in the index as not current; its id leads to the event that took most of
    them (``merge``), so that old ids resolve. An id that comes back to life loses its alias.
    """
    moved: dict[str, Counter[str]] = defaultdict(Counter)
    changed: dict[int, str | None] = {}
    claims, articles = schema.claims, schema.articles
    rows = connection.execute(
        select(claims.c.pk, articles.c.id, claims.c.n, claims.c.event).join(articles, articles.c.pk == claims.c.article)
    ).all()
    for pk, article, n, old in rows:
        new = assignments.get((article, n), old)
        if new != old:
            changed[pk] = new
            if old is not None:
                moved[old][new] += 1
    bulk.update(connection, claims, "event", changed)
    _index(connection, {event for event in changed.values() if event is not None} | set(moved))
    _alias(connection, moved)
    current = select(func.count()).select_from(schema.events).where(schema.events.c.current)
    return int(connection.execute(current).scalar() or 0)


def index_all(connection: Connection) -> None:
    """Make the index of events anew from the claims."""
    ids = connection.execute(
        select(schema.claims.c.event).where(schema.claims.c.event.is_not(None)).distinct()
    ).scalars()
    _index(connection, list(ids))


def _index(connection: Connection, ids: Iterable[str]) -> None:
    wanted = sorted(ids)
    for at in range(0, len(wanted), _CHUNK):
        part = wanted[at : at + _CHUNK]
        old = connection.execute(select(schema.events.c.id).where(schema.events.c.id.in_(part))).scalars().all()
        rows = _rows(connection, part)
        gone = set(old) - {row["id"] for row in rows}
        connection.execute(delete(schema.events).where(schema.events.c.id.in_(set(old) - gone)))
        if gone:
            connection.execute(
                update(schema.events).where(schema.events.c.id.in_(gone)).values(current=False, claims=0, articles=0)
            )
        bulk.insert(connection, schema.events, rows)


def _rows(connection: Connection, ids: list[str]) -> list[dict[str, Any]]:
    claims = schema.claims.c
    found = connection.execute(
        select(claims.event, claims.article, claims.type, claims.mode, claims.day_low, claims.day_high, claims.country)
        .where(claims.event.in_(ids))
        .order_by(claims.pk)
    )
    groups: dict[str, list[Any]] = defaultdict(list)
    for row in found:
        groups[row.event].append(row)
    return [_row(event, rows) for event, rows in groups.items()]


def _row(event: str, rows: list[Any]) -> dict[str, Any]:
    low, high = common_days([(row.day_low, row.day_high) for row in rows])
    kind = commonest_type([row.type for row in rows])
    return {
        "id": event,
        "current": True,
        "type": kind,
        "mode": commonest_mode([row.mode for row in rows if row.type == kind]),
        "day_low": low,
        "day_high": high,
        "country": commonest([row.country for row in rows if row.country]),
        "claims": len(rows),
        "articles": len({row.article for row in rows}),
    }


def commonest(values: Iterable[str]) -> str | None:
    """The most frequent value; of equals, the one met first."""
    counts = Counter(values)
    return max(counts, key=lambda value: counts[value]) if counts else None


def commonest_type(types: Iterable[str]) -> str:
    """The most frequent type; of equals, the one that comes first in the codebook."""
    counts = Counter(types)
    return min(counts, key=lambda kind: (-counts[kind], TYPES.index(kind) if kind in TYPES else len(TYPES)))


def commonest_mode(modes: Iterable[str | None]) -> str | None:
    """The most frequent mode; ``other`` and none give way to any that says more."""
    known = [mode for mode in modes if mode]
    return commonest([mode for mode in known if mode != "other"]) or commonest(known)


def common_days(ranges: Iterable[tuple[str | None, str | None]]) -> tuple[str | None, str | None]:
    """The narrowest of the ranges that claims agree on: of the most frequent day ranges, the shortest."""
    counts = Counter((low, high) for low, high in ranges if low and high)
    if not counts:
        return None, None
    return min(counts, key=lambda days: (days[0] != days[1], -counts[days], days))


def _alias(connection: Connection, moved: Mapping[str, Counter[str]]) -> None:
    aliases, events = schema.event_aliases, schema.events
    if not moved:
        return
    alive = set(connection.execute(select(events.c.id).where(events.c.current)).scalars())
    connection.execute(delete(aliases).where(aliases.c.old.in_(select(events.c.id).where(events.c.current))))
    rows = [
        {"old": old, "new": to.most_common(1)[0][0], "reason": "merge"}
        for old, to in sorted(moved.items())
        if old not in alive
    ]
    for at in range(0, len(rows), _CHUNK):
        part = rows[at : at + _CHUNK]
        connection.execute(delete(aliases).where(aliases.c.old.in_([row["old"] for row in part])))
        bulk.insert(connection, aliases, part)


def resolve(connection: Connection, event: str) -> str | None:
    """The current id of ``event``, old ids followed; None where it was never one."""
    seen: set[str] = set()
    here: str | None = event
    while here is not None and here not in seen:
        seen.add(here)
        if connection.execute(
            select(schema.events.c.id).where(schema.events.c.id == here, schema.events.c.current)
        ).scalar():
            return here
        here = connection.execute(select(schema.event_aliases.c.new).where(schema.event_aliases.c.old == here)).scalar()
    return None
