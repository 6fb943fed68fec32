"""Counts over a whole store, made from its columns in memory (:mod:`khabar.views.columns`): events a day, on the map,
between sides; pages of event ids. Values of single events come from :mod:`khabar.views.questions`."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, Literal

import msgspec
import numpy as np
from sqlalchemy import Connection, select

from khabar.model import Claim, Record, Section, Where
from khabar.store import Filter, Store, schema
from khabar.store.database import faults
from khabar.store.search import folded
from khabar.views.chosen import chosen_claims, chosen_events
from khabar.views.columns import NONE, Columns, Ints, columns_of, day_text

Order = Literal["newest", "oldest", "most"]
EVERYTHING = Filter()
_claim = msgspec.json.Decoder(Claim)
_sections = msgspec.json.Decoder(tuple[Section, ...])


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


def counted(*columns: Ints) -> tuple[tuple[Ints, ...], Ints]:
    """The different rows of columns of one length, sorted, and how often each occurs."""
    if not len(columns[0]):
        return columns, columns[0]
    order = np.lexsort(columns[::-1])
    ordered = [column[order] for column in columns]
    new = np.ones(len(order), dtype=bool)
    new[1:] = np.logical_or.reduce([column[1:] != column[:-1] for column in ordered])
    starts = np.flatnonzero(new)
    return tuple(column[starts] for column in ordered), np.diff(np.append(starts, len(order)))


def days(store: Store, wanted: Filter = EVERYTHING) -> list[DayCount]:
    """Events by first day and type, in order of days, those of unknown day last."""
    columns = columns_of(store)
    meant = chosen_events(store, columns, wanted)
    (first, kinds), numbers = counted(columns.events["first"][meant], columns.events["type"][meant])
    rows = [
        DayCount(day=day_text(day), type=columns.types.values[kind], events=int(number))
        for day, kind, number in zip(first.tolist(), kinds.tolist(), numbers.tolist(), strict=True)
    ]
    return sorted(rows, key=lambda row: (row.day is None, row.day or "", row.type))


def in_order(columns: Columns, events: Ints, order: Order) -> Ints:
    """Events (rows of the columns) in that order; of equals by id, in which order they stand."""
    first = columns.events["first"][events]
    unknown = first == NONE
    if order == "most":
        keys = (events, -columns.events["claims"][events], -columns.events["articles"][events])
    elif order == "oldest":
        keys = (events, first, unknown)
    else:
        keys = (events, -first, unknown)
    return events[np.lexsort(keys)]


def event_ids(
    store: Store,
    wanted: Filter = EVERYTHING,
    *,
    order: Order = "newest",
    limit: int = 50,
    offset: int = 0,
) -> tuple[list[str], int]:
    """One page of event ids and how many there are in all. ``most``: those that most articles tell come first."""
    columns = columns_of(store)
    events = in_order(columns, np.flatnonzero(chosen_events(store, columns, wanted)), order)
    return [columns.event_ids[at] for at in events[offset : offset + limit].tolist()], len(events)


def places(store: Store, wanted: Filter = EVERYTHING, *, limit: int = 800) -> list[PlaceCount]:
    """Places of the claims asked for with their events, those with most first; places without coordinates come
    where their country is known."""
    columns = columns_of(store)
    spots: dict[Any, int] = {}
    spot_of = np.array(
        [
            NONE if place[2] is None and place[3] is None else spots.setdefault(place[1:], len(spots))
            for place in columns.places.values
        ],
        dtype=np.int64,
    )
    meant = np.flatnonzero(chosen_claims(store, columns, wanted) & (columns.event != NONE))
    spot = spot_of[columns.claims["place"][meant]] if len(meant) else meant
    meant, spot = meant[spot != NONE], spot[spot != NONE]
    (each, _), _ = counted(spot, columns.event[meant])
    events = np.bincount(each, minlength=len(spots))
    sample = np.zeros(len(spots), dtype=np.int64)
    np.maximum.at(sample, spot, columns.claims["pk"][meant])
    shown = [at for at in np.argsort(-events, kind="stable")[:limit].tolist() if events[at]]
    keys = [int(sample[at]) for at in shown]
    with asking(store) as connection:
        query = select(schema.claims.c.pk, schema.claims.c.payload).where(schema.claims.c.pk.in_(keys))
        told: dict[int, str] = dict(connection.execute(query).all())
    found = [(_claim.decode(told[int(sample[at])]).place, int(events[at])) for at in shown]
    return [PlaceCount(place=place, events=number) for place, number in found if place is not None]


def _acts(columns: Columns) -> tuple[Ints, Ints, Ints]:
    """Every actor of a claim with every target of it: rows of claims, of parties that act and of those acted on."""
    parties = columns.parties
    targets = np.flatnonzero(parties["target"])
    acting = np.flatnonzero(parties["target"] == 0)
    claim = parties["claim"][targets]
    begin = np.searchsorted(claim, parties["claim"][acting], "left")
    number = np.searchsorted(claim, parties["claim"][acting], "right") - begin
    one = np.repeat(acting, number)
    within = np.arange(len(one)) - np.repeat(np.cumsum(number) - number, number)
    other = targets[np.repeat(begin, number) + within]
    return parties["claim"][one], one, other


def pairs(store: Store, wanted: Filter = EVERYTHING, *, limit: int = 60) -> list[PairCount]:
    """Who acts on whom, the pairs with most events first. Both sides of a meeting are actors, so such events pair
    none."""
    columns = columns_of(store)
    claim, one, other = _acts(columns)
    meant = chosen_claims(store, columns, wanted)[claim] & (columns.event[claim] != NONE)
    key = columns.parties["key"]
    rows, _ = counted(key[one[meant]], key[other[meant]], columns.event[claim[meant]])
    (actors, targets), events = counted(*rows[:2])
    first = np.argsort(-events, kind="stable")[:limit].tolist()
    names = _names(columns, {int(actors[at]) for at in first} | {int(targets[at]) for at in first})
    return [
        PairCount(
            actor=names[int(actors[at])][0], target=names[int(targets[at])][0],
            actor_country=names[int(actors[at])][1], target_country=names[int(targets[at])][1], events=int(events[at]),
        )
        for at in first
    ]  # fmt: skip


def _names(columns: Columns, keys: set[int]) -> dict[int, tuple[str, str | None]]:
    """Name and country of parties as most claims write them."""
    times = np.bincount(columns.parties["who"], minlength=len(columns.people.values))
    found: dict[int, tuple[str, str | None]] = {}
    for at in np.argsort(-times, kind="stable").tolist():
        words, actor, country, text = columns.people.values[at]
        key = columns.keys.numbers[actor or words]
        if key in keys:
            name, known = found.get(key, (text, None))
            found[key] = (name, known or country)
    return found


def pair_events(
    store: Store, actor: str, target: str, wanted: Filter = EVERYTHING, *, limit: int = 50, offset: int = 0
) -> tuple[list[str], int]:
    """One page of the events in which ``actor`` acts on ``target`` (names in any spelling, or ids), newest first,
    and how many there are."""
    columns = columns_of(store)
    claim, one, other = _acts(columns)
    who = columns.parties["who"]
    meant = np.isin(who[one], _bearers(columns, actor)) & np.isin(who[other], _bearers(columns, target))
    meant &= chosen_claims(store, columns, wanted)[claim] & (columns.event[claim] != NONE)
    events = np.unique(columns.event[claim[meant]])
    events = in_order(columns, events[columns.events["current"][events] == 1], "newest")
    return [columns.event_ids[at] for at in events[offset : offset + limit].tolist()], len(events)


def _bearers(columns: Columns, name: str) -> Ints:
    """The parties that bear this name, or are the known actor that bears it somewhere."""
    words = folded(name)
    known = {who[1] for who in columns.people.values if who[1] is not None and (who[0] == words or who[1] == name)}
    return columns.people.which(lambda who: who[0] == words or who[1] in known)


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
