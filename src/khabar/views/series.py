"""What is counted in a store, and how often."""

from __future__ import annotations

from sqlalchemy import func, select

from khabar.model import Record
from khabar.store import Store, schema
from khabar.store.search import folded
from khabar.views.counts import asking


class TallyRow(Record, frozen=True, kw_only=True):
    """A counted thing, how often its count is told, and the range of all counts (``high`` None: one is open)."""

    what: str
    unit: str | None
    tallies: int
    low: float
    high: float | None


def counted_things(store: Store, what: str | None = None, *, limit: int = 100, offset: int = 0) -> list[TallyRow]:
    """Counted things, those told most often first; those whose name holds ``what`` where given."""
    table = schema.tallies.c
    query = (
        select(
            func.min(table.what).label("what"), func.max(table.unit).label("unit"), func.count().label("tallies"),
            func.min(table.low).label("low"), func.max(func.coalesce(table.high, table.low)).label("high"),
        )
        .group_by(table.folded)
        .order_by(func.count().desc(), table.folded)
        .limit(limit)
        .offset(offset)
    )  # fmt: skip
    if what:
        query = query.where(table.folded.contains(folded(what).strip(), autoescape=True))
    with asking(store) as connection:
        return [TallyRow(**row._mapping) for row in connection.execute(query)]
