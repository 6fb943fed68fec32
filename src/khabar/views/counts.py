"""Counts over a whole store, made by the database so that a hundred thousand claims answer at once: events a day, on
the map, between sides; pages of event ids. Values of single events come from :mod:`khabar.views.questions`."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, Literal

import msgspec
from sqlalchemy import Connection, and_, func, or_, select

from khabar.model import Claim, Record, Section, Where
from khabar.store import Filter, Store, schema
from khabar.store.database import faults
from khabar.store.reading import conditions
from khabar.store.search import folded

Order = Literal["newest", "oldest", "most"]
EVERYTHING = Filter()
_claim = msgspec.json.Decoder(Claim)
_sections = msgspec.json.Decoder(tuple[Section, ...])
_OPEN = 1e18
"""Stands for the missing upper end of a figure where figures are compared."""


class DayCount(Record, frozen=True, kw_only=True):
    """Events of one type that begin on ``day`` (None: not known)."""

    day: str | None
    type: str
    events: int


class PlaceCount(Record, frozen=True, kw_only=True):
    """A place as claims name it and how many events lie there. ``place.precision`` says what the coordinates are."""

    place: Where
    events: int


class PairCount(Record, frozen=True, kw_only=True):
    """Events in which ``actor`` acts on ``target``; names as most claims write them."""

    actor: str
    target: str
    actor_country: str | None
    target_country: str | None
    events: int


class RunRow(Record, frozen=True, kw_only=True):
    """One run that wrote to the store. Times are ISO, UTC; ``ended`` None where it was stopped."""

    command: str
    version: str
    started: str
    ended: str | None
    stored: int | None
    duplicates: int | None
    quarantined: int | None


@contextmanager
def asking(store: Store) -> Iterator[Connection]:
    """A connection to the store's database; its faults come out as StoreErrors."""
    with faults(store.path), store.engine.connect() as connection:
        yield connection


def _narrowed(query: Any, wanted: Filter) -> Any:
    """``query`` over events, kept to those with a claim that ``wanted`` asks for."""
    where = conditions(wanted)
    query = query.where(schema.events.c.current)
    if _by_index_alone(wanted):
        return query.where(*_index_conditions(wanted))
    told = select(schema.claims.c.event).where(*where)
    told = told.join(schema.articles, schema.articles.c.pk == schema.claims.c.article)
    return query.where(schema.events.c.id.in_(told))


def _by_index_alone(wanted: Filter) -> bool:
    """Whether the index of events answers: nothing is asked but types and days."""
    bare = Filter(types=wanted.types, since=wanted.since, until=wanted.until)
    return wanted == bare


def _index_conditions(wanted: Filter) -> list[Any]:
    index = schema.events.c
    found: list[Any] = []
    if wanted.types:
        found.append(index.type.in_(wanted.types))
    if wanted.since:
        found.append(index.day_high >= wanted.since)
    if wanted.until:
        found.append(index.day_low <= wanted.until)
    return found


def days(store: Store, wanted: Filter = EVERYTHING) -> list[DayCount]:
    """Events by first day and type, in order of days, those of unknown day last."""
    index = schema.events.c
    query = _narrowed(select(index.day_low, index.type, func.count()), wanted).group_by(index.day_low, index.type)
    with asking(store) as connection:
        rows = connection.execute(query.order_by(index.day_low.is_(None), index.day_low, index.type)).all()
    return [DayCount(day=day, type=kind, events=number) for day, kind, number in rows]


def event_ids(
    store: Store,
    wanted: Filter = EVERYTHING,
    *,
    order: Order = "newest",
    limit: int = 50,
    offset: int = 0,
    total: int | None = None,
) -> tuple[list[str], int]:
    """One page of event ids and how many there are in all (``total``, where that is known already). ``most``: those
    that most articles tell come first."""
    index = schema.events.c
    orders = {
        "newest": (index.day_low.is_(None), index.day_low.desc(), index.id),
        "oldest": (index.day_low.is_(None), index.day_low, index.id),
        "most": (index.articles.desc(), index.claims.desc(), index.id),
    }
    query = _narrowed(select(index.id), wanted)
    with asking(store) as connection:
        page = connection.execute(query.order_by(*orders[order]).limit(limit).offset(offset)).scalars().all()
        if total is None:
            total = connection.execute(_narrowed(select(func.count()).select_from(schema.events), wanted)).scalar()
    return list(page), int(total or 0)


def disputed_ids(
    store: Store, wanted: Filter = EVERYTHING, *, limit: int = 50, offset: int = 0
) -> tuple[list[str], int]:
    """Events whose claims may differ: some say it happened and others that it did not, or no number satisfies two
    figures of one kind. Newest first, with how many there are; summing an event up tells whether the dispute stands."""
    claims, figures, index = schema.claims.c, schema.figures.c, schema.events.c
    contested = (
        select(claims.event)
        .where(claims.status.in_(("negated", "occurred")), claims.event.is_not(None))
        .group_by(claims.event)
        .having(func.count(claims.status.distinct()) > 1)
    )
    apart = (
        select(claims.event)
        .join(schema.figures, figures.claim == claims.pk)
        .where(claims.event.is_not(None))
        .group_by(claims.event, figures.what)
        .having(func.max(figures.low) > func.min(func.coalesce(figures.high, _OPEN)))
    )
    query = _narrowed(select(index.id), wanted).where(or_(index.id.in_(contested), index.id.in_(apart)))
    with asking(store) as connection:
        ids = connection.execute(query.order_by(index.day_low.is_(None), index.day_low.desc(), index.id)).scalars()
        found = list(ids)
    return found[offset : offset + limit], len(found)


def places(store: Store, wanted: Filter = EVERYTHING, *, limit: int = 800) -> list[PlaceCount]:
    """Places of the claims asked for with their events, those with most first; places without coordinates come
    where their country is known."""
    claims = schema.claims.c
    query = (
        select(func.max(claims.pk).label("sample"), func.count(claims.event.distinct()).label("events"))
        .where(or_(claims.lat.is_not(None), claims.country.is_not(None)), claims.event.is_not(None))
        .group_by(claims.place_id, claims.country, claims.lat, claims.lon)
        .order_by(func.count(claims.event.distinct()).desc())
        .limit(limit)
    )
    with asking(store) as connection:
        found = connection.execute(with_articles(query, wanted)).all()
        keys = [row.sample for row in found]
        told = dict(connection.execute(select(claims.pk, claims.payload).where(claims.pk.in_(keys))).tuples().all())
    counted = [(_claim.decode(told[row.sample]).place, row.events) for row in found]
    return [PlaceCount(place=place, events=events) for place, events in counted if place is not None]


def with_articles(query: Any, wanted: Filter) -> Any:
    """``query`` over claims, kept to those that ``wanted`` asks for; articles are joined where that needs them."""
    where = conditions(wanted)
    if not where:
        return query
    query = query.where(*where)
    if wanted.as_of or wanted.source or wanted.article:
        query = query.join(schema.articles, schema.articles.c.pk == schema.claims.c.article)
    return query


def pairs(store: Store, wanted: Filter = EVERYTHING, *, limit: int = 60) -> list[PairCount]:
    """Who acts on whom, the pairs with most events first. Both sides of a meeting are actors, so such events pair
    none."""
    one, other, claims = schema.parties.alias("one"), schema.parties.alias("other"), schema.claims.c
    events = func.count(claims.event.distinct())
    query = (
        select(
            func.min(one.c.text).label("actor"), func.min(other.c.text).label("target"),
            func.max(one.c.country).label("actor_country"), func.max(other.c.country).label("target_country"),
            events.label("events"),
        )
        .select_from(schema.claims)
        .join(one, and_(one.c.claim == claims.pk, one.c.role == "actor"))
        .join(other, and_(other.c.claim == claims.pk, other.c.role == "target"))
        .group_by(func.coalesce(one.c.actor, one.c.folded), func.coalesce(other.c.actor, other.c.folded))
        .order_by(events.desc())
        .limit(limit)
    )  # fmt: skip
    with asking(store) as connection:
        return [PairCount(**row._mapping) for row in connection.execute(with_articles(query, wanted))]


def reported_days(store: Store, event: str) -> list[str]:
    """The days on which claims about an event were reported, in order."""
    claims, articles = schema.claims.c, schema.articles.c
    query = select(articles.reported_high).join(schema.claims, claims.article == articles.pk)
    query = query.where(claims.event == event, articles.reported_high.is_not(None)).distinct()
    with asking(store) as connection:
        return sorted(connection.execute(query).scalars())


def sections(store: Store, article: str) -> tuple[Section, ...]:
    """The sections of an article: headline, dateline, body, furniture."""
    query = select(schema.articles.c.sections).where(schema.articles.c.id == article)
    with asking(store) as connection:
        found = connection.execute(query).scalar()
    return _sections.decode(found) if found else ()


def runs(store: Store, limit: int = 20) -> list[RunRow]:
    """The latest runs first."""
    table = schema.runs.c
    names = ("command", "version", "started", "ended", "stored", "duplicates", "quarantined")
    query = select(*(table[name] for name in names)).order_by(table.pk.desc()).limit(limit)
    with asking(store) as connection:
        return [RunRow(**row._mapping) for row in connection.execute(query)]


def pair_events(
    store: Store, actor: str, target: str, wanted: Filter = EVERYTHING, *, limit: int = 50, offset: int = 0
) -> tuple[list[str], int]:
    """One page of the events in which ``actor`` acts on ``target`` (names in any spelling, or ids), newest first,
    and how many there are."""
    one, other, claims = schema.parties.alias("one"), schema.parties.alias("other"), schema.claims.c
    told = (
        select(claims.event)
        .join(one, and_(one.c.claim == claims.pk, one.c.role == "actor"))
        .join(other, and_(other.c.claim == claims.pk, other.c.role == "target"))
        .where(_is(one, actor), _is(other, target))
    )
    index = schema.events.c
    query = select(index.id).where(index.current, index.id.in_(with_articles(told, wanted)))
    with asking(store) as connection:
        ids = connection.execute(query.order_by(index.day_low.is_(None), index.day_low.desc(), index.id)).scalars()
        found = list(ids)
    return found[offset : offset + limit], len(found)


def _is(parties: Any, name: str) -> Any:
    """The party bears this name, or is the known actor that bears it somewhere."""
    known = select(schema.parties.c.actor).where(schema.parties.c.folded == folded(name)).distinct()
    return or_(parties.c.folded == folded(name), parties.c.actor == name, parties.c.actor.in_(known))
