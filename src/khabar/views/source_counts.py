"""How much passes through each outlet and transmitter, and who cites whom."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator
from typing import NamedTuple

import msgspec
import numpy as np
from sqlalchemy import select

from khabar.model import Record
from khabar.store import Filter, Store, schema
from khabar.store.search import folded
from khabar.views.chosen import chosen_claims
from khabar.views.columns import NONE, Columns, columns_of
from khabar.views.counts import EVERYTHING, asking, counted
from khabar.views.sources_known import source_key


class SourceCount(Record, frozen=True, kw_only=True):
    """A transmitter, by whatever names it is written (``names``, folded, those that carry most first; ``key`` is the
    first, ``name`` as written): ``told`` claims it carries as outlet, ``origin`` claims that rest on it, ``relayed``
    claims it passes on."""

    key: str
    name: str
    kind: str
    told: int = 0
    origin: int = 0
    relayed: int = 0
    names: tuple[str, ...] = ()


class CiteCount(Record, frozen=True, kw_only=True):
    """``citing`` passes on what ``cited`` says, in so many claims."""

    citing: str
    cited: str
    kind: str
    claims: int


class _Spelling(NamedTuple):
    """One spelling: folded and as written, its kind, and what it carries."""

    folded: str
    name: str
    kind: str
    told: int = 0
    origin: int = 0
    relayed: int = 0

    @property
    def carries(self) -> int:
        return self.told + self.origin + self.relayed


def sources(store: Store, wanted: Filter = EVERYTHING) -> list[SourceCount]:
    """Outlets and transmitters of the claims that ``wanted`` asks for, each in all its spellings, those that carry
    most first."""
    columns = columns_of(store)
    gathered: dict[str, list[_Spelling]] = defaultdict(list)
    for one in _spellings(store, columns, wanted):
        gathered[_key(one.name, one.kind, one.folded)].append(one)
    found = [_one_source(spellings) for spellings in gathered.values()]
    return sorted(found, key=lambda row: (-(row.told + row.origin + row.relayed), row.name))


def _spellings(store: Store, columns: Columns, wanted: Filter) -> Iterator[_Spelling]:
    meant = chosen_claims(store, columns, wanted)
    outlet = columns.articles["outlet"][columns.claims["article"][meant]]
    (outlets,), told = counted(outlet[outlet != NONE])
    for number, claims in zip(outlets.tolist(), told.tolist(), strict=True):
        yield _Spelling(columns.outlets.values[number], columns.outlet_names[number], "outlet", told=claims)
    passing = meant[columns.links["claim"]]
    name, last = columns.links["name"][passing], columns.last_link[passing]
    all_of = np.bincount(name, minlength=len(columns.names.values))
    ends = np.bincount(name[last], minlength=len(columns.names.values))
    written = _written(columns)
    for number in np.flatnonzero(all_of).tolist():
        origin = int(ends[number])
        text, kind = written[number]
        yield _Spelling(columns.names.values[number], text, kind, origin=origin, relayed=int(all_of[number]) - origin)


def _one_source(spellings: list[_Spelling]) -> SourceCount:
    ordered = sorted(spellings, key=lambda one: (-one.carries, one.folded))
    kinds = [one.kind for one in ordered if one.kind != "outlet"]
    return SourceCount(
        key=ordered[0].folded, name=ordered[0].name, kind=kinds[0] if kinds else "outlet",
        told=sum(one.told for one in ordered), origin=sum(one.origin for one in ordered),
        relayed=sum(one.relayed for one in ordered), names=tuple(dict.fromkeys(one.folded for one in ordered)),
    )  # fmt: skip


def _key(name: str, kind: str, spelt: str) -> str:
    """What the spellings of one source have in common; its own for whoever is only described."""
    return source_key(name, kind) or f"described:{spelt}"


def _written(columns: Columns) -> dict[int, tuple[str, str]]:
    """Name and kind of transmitters as most claims write them, by the number of their folded name."""
    times = np.bincount(columns.links["told"], minlength=len(columns.told.values))
    found: dict[int, tuple[str, str]] = {}
    for at in np.argsort(-times, kind="stable").tolist():
        words, kind, _, text = columns.told.values[at]
        found.setdefault(columns.names.numbers[words], (text, kind))
    return found


def cites(store: Store, wanted: Filter = EVERYTHING, *, limit: int = 60) -> list[CiteCount]:
    """Which outlet passes on whom, by the nearest link of each claim's isnad, the most frequent first; who names
    himself passes nobody on."""
    columns = columns_of(store)
    meant = chosen_claims(store, columns, wanted)[columns.links["claim"]] & (columns.links["n"] == 0)
    outlet = columns.articles["outlet"][columns.claims["article"][columns.links["claim"][meant]]]
    name = columns.links["name"][meant]
    (outlets, names), claims = counted(outlet[outlet != NONE], name[outlet != NONE])
    written = _written(columns)
    found: dict[tuple[str, str], CiteCount] = {}
    for at in np.argsort(-claims, kind="stable").tolist():
        citing, (cited, kind) = columns.outlet_names[int(outlets[at])], written[int(names[at])]
        pair = (_key(citing, "outlet", citing), _key(cited, kind, cited))
        if pair[0] == pair[1]:
            continue
        before = found.get(pair) or CiteCount(citing=citing, cited=cited, kind=kind, claims=0)
        found[pair] = msgspec.structs.replace(before, claims=before.claims + int(claims[at]))
    return sorted(found.values(), key=lambda row: -row.claims)[:limit]


def latest_claims(store: Store, names: Collection[str], wanted: Filter = EVERYTHING, *, limit: int = 50) -> list[str]:
    """Ids of the claims that ``wanted`` asks for and that pass through whoever bears one of these names, in any
    spelling; those reported last come first."""
    columns = columns_of(store)
    keys = {folded(name).strip() for name in names}
    outlets = [columns.outlets.numbers[key] for key in keys if key in columns.outlets.numbers]
    links = [columns.names.numbers[key] for key in keys if key in columns.names.numbers]
    through = np.isin(columns.articles["outlet"][columns.claims["article"]], outlets)
    through[columns.links["claim"][np.isin(columns.links["name"], links)]] = True
    claims = np.flatnonzero(through & chosen_claims(store, columns, wanted))
    reported = columns.articles["reported"][columns.claims["article"][claims]]
    pks = columns.claims["pk"][claims[np.lexsort((claims, -reported))[:limit]]].tolist()
    query = select(schema.claims.c.pk, schema.articles.c.id, schema.claims.c.n).join(schema.articles)
    with asking(store) as connection:
        found = {
            pk: f"{article}:{n}" for pk, article, n in connection.execute(query.where(schema.claims.c.pk.in_(pks)))
        }
    return [found[pk] for pk in pks]
