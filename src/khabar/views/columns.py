"""The narrow columns of all claims of a store, in memory: what lists, counts and maps of a hundred thousand claims are
made from in milliseconds, whatever the filter.

A claim's row in the database is wide (it holds the claim whole), and a database that groups by names sorts texts. Here
every name is a number and every column an array. Articles, claims, parties, figures and links are only ever added to a
store, so that bringing the columns up to date reads what is new; events, which linking changes, are read anew. Nothing
is read where :meth:`khabar.store.Store.state` is what it was.
"""

from __future__ import annotations

import gc
import threading
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from contextlib import closing, contextmanager
from typing import Any
from weakref import WeakKeyDictionary

import numpy as np
from numpy.typing import NDArray
from sqlalchemy import Connection, func, select

from khabar.store import Store, schema
from khabar.store.database import faults

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]
NONE = -1
"""Stands for a missing value among numbers: no day, no event, no name."""


class Codes:
    """Values numbered in the order met."""

    def __init__(self) -> None:
        self.numbers: dict[Any, int] = {}
        self.values: list[Any] = []

    def of(self, values: Iterable[Hashable]) -> Ints:
        """The numbers of ``values``; None is :data:`NONE`."""
        numbers, known = self.numbers, self.values
        found = []
        for value in values:
            number = NONE if value is None else numbers.get(value)
            if number is None:
                number = numbers[value] = len(known)
                known.append(value)
            found.append(number)
        return np.array(found, dtype=np.int64)

    def which(self, holds: Callable[[Any], bool]) -> Ints:
        """The numbers of the values that ``holds`` is true of."""
        return np.array([number for number, value in enumerate(self.values) if holds(value)], dtype=np.int64)


def day_number(day: str | None) -> int:
    """An ISO day as a number that compares as the text does, ``2024-03-05`` as 20240305; :data:`NONE` for none."""
    if day is None:
        return NONE
    digits = day.replace("-", "")
    return int(digits) if digits.isdigit() else 0


def day_text(number: int) -> str | None:
    """The ISO day of a number."""
    if number == NONE:
        return None
    return f"{number // 10_000:04}-{number // 100 % 100:02}-{number % 100:02}"


class _Days(dict[str | None, int]):
    """Numbers of days, each worked out once."""

    def __missing__(self, day: str | None) -> int:
        return self.setdefault(day, day_number(day))


_DAYS = _Days()


def _days(values: Iterable[str | None]) -> Ints:
    return np.array([_DAYS[value] for value in values], dtype=np.int64)


class Table:
    """Columns of one length by name. ``rows`` of a query are added at the end."""

    def __init__(self, readers: dict[str, Callable[[Sequence[Any]], NDArray[Any]]]) -> None:
        self._readers = readers
        self.columns: dict[str, NDArray[Any]] = {name: read([]) for name, read in readers.items()}

    def __getitem__(self, name: str) -> NDArray[Any]:
        return self.columns[name]

    def __len__(self) -> int:
        return len(next(iter(self.columns.values())))

    def emptied(self) -> Table:
        """A table of the same columns without rows."""
        return Table(self._readers)

    def add(self, rows: Sequence[Any]) -> None:
        if rows:
            parts = zip(self._readers.items(), zip(*rows, strict=True), strict=True)
            new = {name: read(values) for (name, read), values in parts}
            self.columns = {name: np.concatenate((self.columns[name], part)) for name, part in new.items()}


def _ints(values: Sequence[Any]) -> Ints:
    return np.array(values, dtype=np.int64)


def _floats(values: Sequence[Any]) -> Floats:
    return np.array(values, dtype=np.float64)


class Columns:
    """The columns of one state of a store.

    ``claims.event`` counts ``event_ids``, in the order of ids; ``claims.article`` and the ``claim`` of the others count
    rows here. ``places`` numbers (place_folded, place_id, country, lat, lon), ``people`` (folded, actor, country, text)
    of parties, ``keys`` what stands for one party, ``told`` (folded, kind, actor, text) of links, ``names`` folded
    names of links, ``outlets`` folded names of outlets.
    """

    def __init__(self) -> None:
        self.types, self.statuses, self.kinds = Codes(), Codes(), Codes()
        self.places, self.people, self.keys = Codes(), Codes(), Codes()
        self.told, self.names, self.outlets = Codes(), Codes(), Codes()
        self.outlet_names: dict[int, str] = {}
        self.event_ids: list[str] = []
        self.articles = Table({"pk": _ints, "outlet": self.outlets.of, "reported": _days})
        self.claims = Table(
            {"pk": _ints, "article": _ints, "type": self.types.of, "status": self.statuses.of, "first": _days,
             "last": _days, "place": self.places.of}
        )  # fmt: skip
        self.parties = Table({"claim": _ints, "target": _ints, "who": self.people.of, "key": self.keys.of})
        self.links = Table({"claim": _ints, "n": _ints, "told": self.told.of, "name": self.names.of})
        self.figures = Table({"claim": _ints, "kind": self.kinds.of, "low": _floats, "high": _floats})
        self.events = Table(
            {"type": self.types.of, "first": _days, "last": _days, "current": _ints, "claims": _ints, "articles": _ints}
        )
        self.event: Ints = _ints([])
        self.last_link: NDArray[np.bool_] = np.zeros(0, dtype=bool)

    def read(self, connection: Connection) -> bool:
        """Read what is new; False where what was there is not there any more."""
        seen = self.claims["pk"]
        last = int(seen[-1]) if len(seen) else 0
        self._read_articles(connection)
        self._read_claims(connection, last)
        if len(self.claims) != connection.execute(select(func.count()).select_from(schema.claims)).scalar():
            return False
        self._read_parts(connection, last)
        self._read_events(connection)
        return True

    def _read_articles(self, connection: Connection) -> None:
        articles = schema.articles.c
        seen = self.articles["pk"]
        rows = _rows(
            connection,
            select(articles.pk, articles.source, articles.source_folded, articles.reported_high)
            .where(articles.pk > (int(seen[-1]) if len(seen) else 0))
            .order_by(articles.pk),
        )
        self.articles.add(
            [(pk, None if name is None else folded, reported) for pk, name, folded, reported in rows]
        )  # fmt: skip
        for _, name, folded, _ in rows:
            if name is not None:
                self.outlet_names.setdefault(self.outlets.numbers[folded], name)

    def _read_claims(self, connection: Connection, last: int) -> None:
        claims = schema.claims.c
        rows = _rows(
            connection,
            select(
                claims.pk, claims.article, claims.type, claims.status, claims.day_low, claims.day_high,
                claims.place_folded, claims.place_id, claims.country, claims.lat, claims.lon,
            )
            .where(claims.pk > last)
            .order_by(claims.pk),
        )  # fmt: skip
        self.claims.add([(*row[:6], tuple(row[6:])) for row in rows])
        new = self.claims["article"][-len(rows) :] if rows else _ints([])
        if rows:
            self.claims["article"][-len(rows) :] = np.searchsorted(self.articles["pk"], new)

    def _read_parts(self, connection: Connection, last: int) -> None:
        parties, links, figures = schema.parties.c, schema.links.c, schema.figures.c
        query = select(parties.claim, parties.role, parties.folded, parties.actor, parties.country, parties.text)
        rows = _rows(connection, query.where(parties.claim > last).order_by(parties.claim, parties.role, parties.n))
        self._add_parts(
            self.parties,
            [
                (claim, role == "target", (folded, actor, country, text), actor or folded)
                for claim, role, folded, actor, country, text in rows
            ],
        )
        told = select(links.claim, links.n, links.folded, links.kind, links.actor, links.text)
        rows = _rows(connection, told.where(links.claim > last).order_by(links.claim, links.n))
        self._add_parts(self.links, [(row[0], row[1], tuple(row[2:]), row[2]) for row in rows])
        of = self.links["claim"]
        self.last_link = np.append(of[1:] != of[:-1], True) if len(of) else np.zeros(0, dtype=bool)
        counted = select(figures.claim, figures.what, figures.low, figures.high).where(figures.claim > last)
        rows = _rows(connection, counted.order_by(figures.claim, figures.n))
        self._add_parts(self.figures, [(c, what, low, np.inf if high is None else high) for c, what, low, high in rows])

    def _add_parts(self, table: Table, rows: Sequence[Any]) -> None:
        table.add(rows)
        if rows:
            table["claim"][-len(rows) :] = np.searchsorted(self.claims["pk"], table["claim"][-len(rows) :])

    def _read_events(self, connection: Connection) -> None:
        events, claims = schema.events.c, schema.claims.c
        rows = _rows(
            connection,
            select(
                events.id, events.type, events.day_low, events.day_high, events.current, events.claims, events.articles
            ).order_by(events.id),
        )
        self.event_ids = [row[0] for row in rows]
        self.events = self.events.emptied()
        self.events.add([row[1:] for row in rows])
        numbers = {given: number for number, given in enumerate(self.event_ids)}
        linked = _rows(connection, select(claims.pk, claims.event).where(claims.event.is_not(None)))
        self.event = np.full(len(self.claims), NONE, dtype=np.int64)
        if linked:
            pks, ids = zip(*linked, strict=True)
            self.event[np.searchsorted(self.claims["pk"], _ints(pks))] = [numbers.get(given, NONE) for given in ids]


def _rows(connection: Connection, query: Any) -> list[tuple[Any, ...]]:
    """All rows as the driver gives them: a named tuple for each would cost more than the query."""
    result = connection.execute(query)
    with closing(result.cursor) as cursor:
        return list(cursor.fetchall())


class _Kept:
    """The columns of a store as of its state."""

    def __init__(self) -> None:
        self.lock = threading.Lock()
        self.state = ""
        self.columns = Columns()


KEPT: WeakKeyDictionary[Store, _Kept] = WeakKeyDictionary()
"""The columns of each open store; with a store they go."""


def columns_of(store: Store) -> Columns:
    """The columns of ``store`` as it is now. They are never changed: what is new comes with new arrays."""
    kept = KEPT.setdefault(store, _Kept())
    with kept.lock:
        state = store.state()
        if state != kept.state or not state:
            with faults(store.path), store.engine.connect() as connection, _uncollected():
                kept.columns = _renewed(kept.columns, connection)
            kept.state = state
        return kept.columns


@contextmanager
def _uncollected() -> Iterator[None]:
    """Hold the garbage collector back: hundreds of thousands of rows, none of them in a cycle, would be gone through
    again and again."""
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()


def _renewed(before: Columns, connection: Connection) -> Columns:
    """``before`` with what is new; all anew where that does not fit."""
    from copy import copy

    found = copy(before)
    for name in ("articles", "claims", "parties", "links", "figures", "events"):
        setattr(found, name, copy(getattr(before, name)))
    if not found.read(connection):
        found = Columns()
        found.read(connection)
    return found
