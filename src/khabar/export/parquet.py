"""Parquet: a claim a row, lists as lists, for pandas, polars, DuckDB and Spark."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import IO, Any

import msgspec

from khabar.errors import KhabarError
from khabar.export import Exporter, register
from khabar.export.columns import CLAIM
from khabar.store import StoredClaim

_BATCH = 5000
_OWN = {
    "actors": "who did it: list of text (as written), country (alpha-3) and id (of a known actor)",
    "targets": "whom or what it was done to: the same",
    "place_id": "id of the place in the gazetteer",
    "precision": "what lat and lon are: point, town, district, admin1, area or country",
    "figures": "list of what, low, high (null: open) and of (whom, as written)",
    "weapons": "list, as written",
    "isnad": "list of text and kind from the outlet's nearest source to the origin",
    "trigger": "the words that name the event",
    "evidence_start": "where the quote's sentence starts in the article's text, in code points",
    "evidence_end": "where it ends",
    "rules": "JSON: for each field the rule or resource entry that gave its value",
}
_NAMES = (
    "claim_id event type mode status stance date day_low day_high actors targets place place_id country lat lon "
    "precision figures weapons isnad article source title url published quote trigger evidence_start evidence_end rules"
)
COLUMNS = {name: {**CLAIM, **_OWN}[name] for name in _NAMES.split()}


def row(item: StoredClaim) -> dict[str, Any]:
    """A claim's values by column; parties, figures and isnad are lists of structs."""
    claim, article = item.claim, item.source.article
    place = claim.place
    return {
        "claim_id": item.id, "event": claim.event, "type": claim.type, "mode": claim.mode, "status": claim.status,
        "stance": claim.stance, "date": claim.date, "day_low": item.day_low, "day_high": item.day_high,
        "actors": [_named(party) for party in claim.actors], "targets": [_named(party) for party in claim.targets],
        "place": place.text if place else None, "place_id": place.place if place else None,
        "country": place.country if place else None, "lat": place.lat if place else None,
        "lon": place.lon if place else None, "precision": place.precision if place else None,
        "figures": [{"what": f.what, "low": f.low, "high": f.high, "of": f.of} for f in claim.figures],
        "weapons": list(claim.weapons), "isnad": [{"text": step.text, "kind": step.kind} for step in claim.isnad],
        "article": article.id, "source": article.source, "title": article.title, "url": article.url,
        "published": article.dating.value if article.dating else article.published, "quote": claim.quote,
        "trigger": claim.trigger.text, "evidence_start": claim.evidence.start, "evidence_end": claim.evidence.end,
        "rules": msgspec.json.encode(claim.rules).decode(),
    }  # fmt: skip


def _named(party: Any) -> dict[str, Any]:
    return {"text": party.text, "country": party.country, "id": party.actor}


def schema(arrow: Any) -> Any:
    """The columns that :func:`row` fills; ``arrow`` is the module pyarrow."""
    words, number, count = arrow.string(), arrow.float64(), arrow.int64()
    parties = arrow.list_(arrow.struct([("text", words), ("country", words), ("id", words)]))
    figures = arrow.list_(arrow.struct([("what", words), ("low", number), ("high", number), ("of", words)]))
    steps = arrow.list_(arrow.struct([("text", words), ("kind", words)]))
    kinds = {
        "actors": parties, "targets": parties, "figures": figures, "isnad": steps, "weapons": arrow.list_(words),
        "lat": number, "lon": number, "evidence_start": count, "evidence_end": count,
    }  # fmt: skip
    return arrow.schema([(name, kinds.get(name, words)) for name in COLUMNS])


def _batches(claims: Iterable[StoredClaim]) -> Iterator[list[dict[str, Any]]]:
    source = iter(claims)
    while batch := [row(item) for item in islice(source, _BATCH)]:
        yield batch


def write(claims: Iterable[StoredClaim], stream: IO[bytes]) -> int:
    """Write a Parquet file, 5,000 rows a group. KhabarError where pyarrow is not installed."""
    try:
        import pyarrow as arrow
        import pyarrow.parquet as files
    except ImportError:
        raise KhabarError("Parquet needs pyarrow; install it with: pip install 'khabar[tables]'") from None
    columns, count = schema(arrow), 0
    with files.ParquetWriter(stream, columns, compression="zstd") as writer:
        for batch in _batches(claims):
            writer.write_table(arrow.Table.from_pylist(batch, schema=columns))
            count += len(batch)
    return count


register(
    Exporter(name="parquet", suffix=".parquet", about="Parquet, a claim a row, lists kept", write=write, binary=True,
             columns=COLUMNS)
)  # fmt: skip
