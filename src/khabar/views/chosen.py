"""Which claims and events a filter means, among the columns in memory: the same as
:func:`khabar.store.reading.conditions` asks of the database, checked against it by a test."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
from numpy.typing import NDArray
from sqlalchemy import select

from khabar.store import Filter, Store, schema
from khabar.store.database import faults
from khabar.store.search import claims_with, folded
from khabar.views.columns import NONE, Columns, Ints, day_number

Mask = NDArray[np.bool_]


def chosen_claims(store: Store, columns: Columns, wanted: Filter) -> Mask:
    """True for each claim that ``wanted`` asks for."""
    claims = columns.claims
    found: Mask = np.ones(len(claims), dtype=bool)
    if wanted.types:
        found &= _among(claims["type"], columns.types.which(lambda kind: kind in wanted.types))
    if wanted.since:
        found &= claims["last"] >= day_number(wanted.since)
    if wanted.until:
        found &= (claims["first"] <= day_number(wanted.until)) & (claims["first"] != NONE)
    if wanted.as_of:
        reported = columns.articles["reported"][claims["article"]]
        found &= (reported <= day_number(wanted.as_of)) & (reported != NONE)
    if wanted.actor:
        found &= _holding(columns, columns.parties["claim"], columns.parties["who"], columns.people, _party(wanted))
    if wanted.place or wanted.place_ids:
        found &= _among(claims["place"], columns.places.which(_place(wanted)))
    if wanted.source:
        found &= _through(columns, (wanted.source, *wanted.sources))
    if wanted.counts:
        what, least = wanted.counts
        kinds = columns.kinds.which(lambda kind: kind == what)
        counted = _among(columns.figures["kind"], kinds) & (columns.figures["low"] >= least)
        found &= _marked(columns, columns.figures["claim"][counted])
    if wanted.article or wanted.text:
        found &= _asked_of_the_store(store, columns, wanted)
    return found


def chosen_events(store: Store, columns: Columns, wanted: Filter) -> Mask:
    """True for each event that stands and has a claim that ``wanted`` asks for. Types and days alone are asked of the
    events themselves."""
    events = columns.events
    standing: Mask = events["current"] == 1
    if wanted != Filter(types=wanted.types, since=wanted.since, until=wanted.until):
        told = columns.event[chosen_claims(store, columns, wanted)]
        return standing & _of(len(events), told[told != NONE])
    if wanted.types:
        standing &= _among(events["type"], columns.types.which(lambda kind: kind in wanted.types))
    if wanted.since:
        standing &= events["last"] >= day_number(wanted.since)
    if wanted.until:
        standing &= (events["first"] <= day_number(wanted.until)) & (events["first"] != NONE)
    return standing


def _of(size: int, at: Ints) -> Mask:
    found: Mask = np.zeros(size, dtype=bool)
    found[at] = True
    return found


def _among(column: NDArray[Any], numbers: Ints) -> Mask:
    """True where ``column`` holds one of ``numbers``."""
    found: Mask = np.isin(column, numbers, kind="table" if len(numbers) else None)
    return found


def _marked(columns: Columns, claims: Ints) -> Mask:
    """True for the claims at these rows."""
    return _of(len(columns.claims), claims)


def _holding(columns: Columns, claim: Ints, part: Ints, codes: Any, holds: Callable[[Any], bool]) -> Mask:
    """True for claims with a party or link that ``holds`` is true of."""
    return _marked(columns, claim[_among(part, codes.which(holds))])


def _party(wanted: Filter) -> Callable[[Any], bool]:
    asked = [(folded(name).strip(), name, name.upper()) for name in wanted.actor]

    def holds(who: Any) -> bool:
        words, actor, country, _ = who
        return any(part in words or actor == name or country == code for part, name, code in asked)

    return holds


def _place(wanted: Filter) -> Callable[[Any], bool]:
    asked = [(folded(name).strip(), name, name.upper()) for name in wanted.place]
    ids = frozenset(wanted.place_ids)

    def holds(place: Any) -> bool:
        words, given, country = place[:3]
        if given is not None and given in ids:
            return True
        return any(
            (words is not None and part in words) or given == name or country == code for part, name, code in asked
        )

    return holds


def _through(columns: Columns, names: tuple[str, ...]) -> Mask:
    """True for claims of an outlet of one of these names, or passed on by a transmitter of one."""
    parts = [folded(name).strip() for name in names]
    outlets = columns.outlets.which(lambda name: any(part in name for part in parts))
    found: Mask = _among(columns.articles["outlet"], outlets)[columns.claims["article"]]
    found |= _holding(
        columns, columns.links["claim"], columns.links["told"], columns.told,
        lambda link: link[2] in names or any(part in link[0] for part in parts),
    )  # fmt: skip
    return found


def _asked_of_the_store(store: Store, columns: Columns, wanted: Filter) -> Mask:
    """Words and ids of articles, which the database knows."""
    claims, articles = schema.claims.c, schema.articles.c
    queries = []
    if wanted.text:
        queries.append(claims_with(wanted.text))
    if wanted.article:
        queries.append(
            select(claims.pk)
            .join(schema.articles, articles.pk == claims.article)
            .where(articles.id == wanted.article)
        )  # fmt: skip
    found: Mask = np.ones(len(columns.claims), dtype=bool)
    with faults(store.path), store.engine.connect() as connection:
        for query in queries:
            pks = np.array(connection.execute(query).scalars().all(), dtype=np.int64)
            found &= np.isin(columns.claims["pk"], pks)
    return found
