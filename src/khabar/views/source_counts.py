"""How much passes through each outlet and transmitter, and who cites whom."""

from __future__ import annotations

import msgspec
import numpy as np
from sqlalchemy import select

from khabar.model import Record
from khabar.store import Filter, Store, schema
from khabar.store.search import folded
from khabar.views.chosen import chosen_claims
from khabar.views.columns import NONE, Columns, columns_of
from khabar.views.counts import EVERYTHING, asking, counted


class SourceCount(Record, frozen=True, kw_only=True):
    """A transmitter (``key``: its name in folded spelling): ``told`` claims it carries as outlet, ``origin`` claims
    that rest on it, ``relayed`` claims it passes on."""

    key: str
    name: str
    kind: str
    told: int = 0
    origin: int = 0
    relayed: int = 0


class CiteCount(Record, frozen=True, kw_only=True):
    """``citing`` passes on what ``cited`` says, in so many claims."""

    citing: str
    cited: str
    kind: str
    claims: int


def sources(store: Store, wanted: Filter = EVERYTHING) -> list[SourceCount]:
    """Outlets and transmitters of the claims that ``wanted`` asks for, those that carry most first."""
    columns = columns_of(store)
    meant = chosen_claims(store, columns, wanted)
    found: dict[str, SourceCount] = {}
    outlet = columns.articles["outlet"][columns.claims["article"][meant]]
    (outlets,), told = counted(outlet[outlet != NONE])
    for number, claims in zip(outlets.tolist(), told.tolist(), strict=True):
        key = columns.outlets.values[number]
        found[key] = SourceCount(key=key, name=columns.outlet_names[number], kind="outlet", told=claims)
    passing = meant[columns.links["claim"]]
    name, last = columns.links["name"][passing], columns.last_link[passing]
    all_of = np.bincount(name, minlength=len(columns.names.values))
    ends = np.bincount(name[last], minlength=len(columns.names.values))
    written = _written(columns)
    for number in np.flatnonzero(all_of).tolist():
        key, (text, kind) = columns.names.values[number], written[number]
        before = found.get(key) or SourceCount(key=key, name=text, kind=kind)
        origin = int(ends[number])
        found[key] = msgspec.structs.replace(before, origin=origin, relayed=int(all_of[number]) - origin)
    return sorted(found.values(), key=lambda row: (-(row.told + row.origin + row.relayed), row.name))


def _written(columns: Columns) -> dict[int, tuple[str, str]]:
    """Name and kind of transmitters as most claims write them, by the number of their folded name."""
    times = np.bincount(columns.links["told"], minlength=len(columns.told.values))
    found: dict[int, tuple[str, str]] = {}
    for at in np.argsort(-times, kind="stable").tolist():
        words, kind, _, text = columns.told.values[at]
        found.setdefault(columns.names.numbers[words], (text, kind))
    return found


def cites(store: Store, wanted: Filter = EVERYTHING, *, limit: int = 60) -> list[CiteCount]:
    """Which outlet passes on whom, by the nearest link of each claim's isnad, the most frequent first."""
    columns = columns_of(store)
    meant = chosen_claims(store, columns, wanted)[columns.links["claim"]] & (columns.links["n"] == 0)
    outlet = columns.articles["outlet"][columns.claims["article"][columns.links["claim"][meant]]]
    name = columns.links["name"][meant]
    (outlets, names), claims = counted(outlet[outlet != NONE], name[outlet != NONE])
    written = _written(columns)
    first = np.argsort(-claims, kind="stable")[:limit].tolist()
    return [
        CiteCount(
            citing=columns.outlet_names[int(outlets[at])], cited=written[int(names[at])][0],
            kind=written[int(names[at])][1], claims=int(claims[at]),
        )
        for at in first
    ]  # fmt: skip


def latest_claims(store: Store, name: str, wanted: Filter = EVERYTHING, *, limit: int = 50) -> list[str]:
    """Ids of the claims that ``wanted`` asks for and that pass through whoever bears exactly this name, in any
    spelling; those reported last come first."""
    columns = columns_of(store)
    key = folded(name).strip()
    number = columns.outlets.numbers.get(key, NONE - 1)
    through = columns.articles["outlet"][columns.claims["article"]] == number
    through[columns.links["claim"][columns.links["name"] == columns.names.numbers.get(key, NONE - 1)]] = True
    claims = np.flatnonzero(through & chosen_claims(store, columns, wanted))
    reported = columns.articles["reported"][columns.claims["article"][claims]]
    pks = columns.claims["pk"][claims[np.lexsort((claims, -reported))[:limit]]].tolist()
    query = select(schema.claims.c.pk, schema.articles.c.id, schema.claims.c.n).join(schema.articles)
    with asking(store) as connection:
        found = {
            pk: f"{article}:{n}" for pk, article, n in connection.execute(query.where(schema.claims.c.pk.in_(pks)))
        }
    return [found[pk] for pk in pks]
