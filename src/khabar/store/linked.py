"""Which event each claim is about: assign, keep old ids resolvable, keep the index of events."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Any, NamedTuple

from sqlalchemy import Connection, case, delete, func, or_, select, update

from khabar.model import TYPES
from khabar.store import bulk, schema
from khabar.store.records import EventChange, StoredResponse

_CHUNK = 500


def assign(connection: Connection, assignments: Mapping[tuple[str, int], str], noted: str) -> int:
    """Set the event of claims, (article id, n) to event id; gives how many events now stand. Merges, splits and moves
    are kept as of ``noted``.

    An event that loses all its claims stays in the index as not current; its id leads to the event that took most of
    them (``merge``), so that old ids resolve. An id that comes back to life loses its alias.
    """
    moved: dict[str, Counter[str]] = defaultdict(Counter)
    before: set[str] = set()
    changed: dict[int, str | None] = {}
    claims, articles = schema.claims, schema.articles
    rows = connection.execute(
        select(claims.c.pk, articles.c.id, claims.c.n, claims.c.event).join(articles, articles.c.pk == claims.c.article)
    )
    for pk, article, n, old in rows:
        before.add(old)
        new = assignments.get((article, n), old)
        if new != old:
            changed[pk] = new
            if old is not None:
                moved[old][new] += 1
    bulk.update(connection, claims, "event", changed)
    _index(connection, {event for event in changed.values() if event is not None} | set(moved))
    _alias(connection, moved)
    _note(connection, moved, before, noted)
    current = select(func.count()).select_from(schema.events).where(schema.events.c.current)
    return int(connection.execute(current).scalar() or 0)


class Outlined(NamedTuple):
    """Of a claim what tells when it may have been: ``article`` is the article's key in the store, ``id`` its id,
    ``published`` and ``reported`` the days of publication given and found, ``event`` None where it is not linked."""

    article: int
    id: str
    n: int
    type: str
    date: str | None
    event: str | None
    published: str | None
    reported: str | None


def outline(connection: Connection) -> list[Outlined]:
    """Every claim in short, in the order stored."""
    claims, articles = schema.claims.c, schema.articles.c
    query = select(
        claims.article, articles.id, claims.n, claims.type, claims.date, claims.event, articles.published,
        case((articles.reported_low == articles.reported_high, articles.reported_low)),
    ).join(schema.articles, articles.pk == claims.article)  # fmt: skip
    return [Outlined(*row) for row in connection.execute(query.order_by(claims.article, claims.n))]


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


def _note(connection: Connection, moved: Mapping[str, Counter[str]], before: Collection[str], noted: str) -> None:
    """Keep what became of events that lost claims."""
    if not moved:
        return
    alive = set(connection.execute(select(schema.events.c.id).where(schema.events.c.current)).scalars())
    rows = [
        {
            "old": old,
            "new": new,
            "noted": noted,
            "kind": "split" if new not in before else "move" if old in alive else "merge",
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


def replace_responses(connection: Connection, found: Iterable[StoredResponse]) -> None:
    """Forget which claims answer which and keep ``found`` instead; what is not in the store is passed over."""
    connection.execute(delete(schema.responses))
    listed = list(found)
    claims, articles = schema.claims.c, schema.articles.c
    wanted = sorted({one.article for one in listed})
    keys: dict[tuple[str, int], int] = {}
    for at in range(0, len(wanted), _CHUNK):
        query = select(articles.id, claims.n, claims.pk).join(schema.articles, articles.pk == claims.article)
        rows = connection.execute(query.where(articles.id.in_(wanted[at : at + _CHUNK])))
        keys |= {(article, n): pk for article, n, pk in rows}
    rows_in = {
        (answer, cause): {"answer": answer, "cause": cause, "kind": one.kind, "start": one.start, "end": one.end}
        for one in listed
        if (answer := keys.get((one.article, one.answer))) and (cause := keys.get((one.article, one.cause)))
    }
    bulk.insert(connection, schema.responses, list(rows_in.values()))


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
