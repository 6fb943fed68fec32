"""Which event each claim is about: assign, keep old ids resolvable, keep the index of events."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, delete, func, or_, select, update

from khabar.model import TYPES
from khabar.store import bulk, schema
from khabar.store.records import EventChange, StoredResponse

_CHUNK = 500


def assign(connection: Connection, assignments: Mapping[tuple[int, int], str], noted: str) -> set[str]:
    """Set the event of claims, (key of the article, n) to event id; gives the ids of events that did not stand before.
    Merges, splits and moves are kept as of ``noted``.

    An event that loses all its claims stays in the index as not current; its id leads to the event that took most of
    them (``merge``), so that old ids resolve. An id that comes back to life loses its alias.
    """
    moved: dict[str, Counter[str]] = defaultdict(Counter)
    changed: dict[int, str | int | None] = {}
    wanted = {article for article, _ in assignments}
    for pk, article, n, old in bulk.among(connection, "pk, article, n, event", schema.claims.c.article, wanted):
        new = assignments.get((article, n), old)
        if new != old and new is not None:
            changed[pk] = new
            if old is not None:
                moved[old][new] += 1
    given = {str(event) for event in changed.values()}
    fresh = given - _current(connection, given)
    bulk.update(connection, schema.claims, "event", changed)
    _index(connection, given | set(moved))
    _alias(connection, moved, given)
    _note(connection, moved, fresh, noted)
    return fresh


def keys_of(connection: Connection, articles: Iterable[str]) -> dict[str, int]:
    """Keys of the articles with these ids."""
    return dict(bulk.among(connection, "id, pk", schema.articles.c.id, articles))


def _current(connection: Connection, events: Iterable[str]) -> set[str]:
    """Those of the events that stand."""
    return {given for given, current in bulk.among(connection, "id, current", schema.events.c.id, events) if current}


def standing(connection: Connection) -> int:
    """How many events stand."""
    current = select(func.count()).select_from(schema.events).where(schema.events.c.current)
    return int(connection.execute(current).scalar() or 0)


def index_all(connection: Connection) -> None:
    """Make the index of events anew from the claims, some at a time."""
    event = schema.claims.c.event
    last = ""
    while ids := list(
        connection.execute(select(event).where(event > last).distinct().order_by(event).limit(_CHUNK)).scalars()
    ):
        _index(connection, ids)
        last = ids[-1]


def _index(connection: Connection, ids: Iterable[str]) -> None:
    wanted = sorted(ids)
    for at in range(0, len(wanted), _CHUNK):
        part = wanted[at : at + _CHUNK]
        old = {row[0] for row in bulk.among(connection, "id", schema.events.c.id, part)}
        rows = _rows(connection, part)
        again = old & {row["id"] for row in rows}
        if again:
            connection.execute(delete(schema.events).where(schema.events.c.id.in_(again)))
        if gone := old - again:
            connection.execute(
                update(schema.events).where(schema.events.c.id.in_(gone)).values(current=False, claims=0, articles=0)
            )
        bulk.insert(connection, schema.events, rows)


def _rows(connection: Connection, ids: list[str]) -> list[dict[str, Any]]:
    columns = "pk, event, article, type, mode, day_low, day_high, country"
    groups: dict[str, list[Any]] = defaultdict(list)
    for row in sorted(bulk.among(connection, columns, schema.claims.c.event, ids), key=lambda row: row.pk):
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


def _alias(connection: Connection, moved: Mapping[str, Counter[str]], given: Collection[str]) -> None:
    """Let the ids of events that ended lead on; those of the ``given``, which stand now, stand for themselves."""
    aliases = schema.event_aliases
    again = [row[0] for row in bulk.among(connection, "old", aliases.c.old, given)]
    for at in range(0, len(again), _CHUNK):
        connection.execute(delete(aliases).where(aliases.c.old.in_(again[at : at + _CHUNK])))
    if not moved:
        return
    alive = _current(connection, moved)
    rows = [
        {"old": old, "new": to.most_common(1)[0][0], "reason": "merge"}
        for old, to in sorted(moved.items())
        if old not in alive
    ]
    for at in range(0, len(rows), _CHUNK):
        part = rows[at : at + _CHUNK]
        connection.execute(delete(aliases).where(aliases.c.old.in_([row["old"] for row in part])))
        bulk.insert(connection, aliases, part)


def _note(connection: Connection, moved: Mapping[str, Counter[str]], fresh: Collection[str], noted: str) -> None:
    """Keep what became of events that lost claims."""
    if not moved:
        return
    alive = _current(connection, moved)
    rows = [
        {
            "old": old,
            "new": new,
            "noted": noted,
            "kind": "split" if new in fresh else "move" if old in alive else "merge",
            "claims": count,
        }
        for old, to in sorted(moved.items())
        for new, count in sorted(to.items())
    ]
    same = schema.event_changes.c.noted == noted
    query = select(schema.event_changes.c.old, schema.event_changes.c.new).where(same)
    known = {(row.old, row.new) for row in connection.execute(query)}
    bulk.insert(connection, schema.event_changes, [row for row in rows if (row["old"], row["new"]) not in known])


def changes(connection: Connection, event: str | None) -> list[EventChange]:
    """How events changed, in time; those that ``event`` took part in where given."""
    table = schema.event_changes.c
    query = select(table.kind, table.old, table.new, table.claims, table.noted)
    if event is not None:
        query = query.where(or_(table.old == event, table.new == event))
    rows = connection.execute(query.order_by(table.noted, table.old, table.new))
    return [EventChange(**row._mapping) for row in rows]


def add_responses(connection: Connection, found: Iterable[StoredResponse]) -> None:
    """Keep which claims answer which; what is not in the store, or is kept already, is passed over."""
    listed = list(found)
    keys = keys_of(connection, {one.article for one in listed})
    told = bulk.among(connection, "article, n, pk", schema.claims.c.article, keys.values())
    claims = {(article, n): pk for article, n, pk in told}
    rows = {}
    for one in listed:
        answer = claims.get((keys.get(one.article, 0), one.answer))
        cause = claims.get((keys.get(one.article, 0), one.cause))
        if answer is not None and cause is not None:
            values = {"answer": answer, "cause": cause, "kind": one.kind, "start": one.start, "end": one.end}
            rows[answer, cause] = values
    known = bulk.among(connection, "answer, cause", schema.responses.c.answer, {answer for answer, _ in rows})
    there = {(answer, cause) for answer, cause in known}
    bulk.insert(connection, schema.responses, [row for pair, row in rows.items() if pair not in there])


def responses(connection: Connection, events: Sequence[str]) -> list[StoredResponse]:
    """What is said to answer what, where one of ``events`` is the answer or the cause."""
    answers, causes = schema.claims.alias("answers"), schema.claims.alias("causes")
    table = schema.responses.c
    query = (
        select(
            table.kind, schema.articles.c.id.label("article"), answers.c.n.label("answer"), causes.c.n.label("cause"),
            table.start, table.end, answers.c.event.label("answer_event"), causes.c.event.label("cause_event"),
        )
        .select_from(schema.responses)
        .join(answers, answers.c.pk == table.answer)
        .join(causes, causes.c.pk == table.cause)
        .join(schema.articles, schema.articles.c.pk == answers.c.article)
        .order_by(table.answer, table.cause)
    )  # fmt: skip
    found: dict[tuple[str, int, int], StoredResponse] = {}
    for at in range(0, len(events), _CHUNK):
        part = events[at : at + _CHUNK]
        for row in connection.execute(query.where(or_(answers.c.event.in_(part), causes.c.event.in_(part)))):
            one = StoredResponse(**row._mapping)
            found[one.article, one.answer, one.cause] = one
    return list(found.values())


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
