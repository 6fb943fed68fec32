"""Stage three: results as Parquet, a folder for each day of publication.

``articles/day=2024-01-05/*.parquet`` with the texts, ``claims/...`` with the columns of ``khabar export`` and the
event of each claim, ``tallies/...``; ``quarantine.parquet``; ``khabar.json``, written last, says what the run did.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import msgspec
import pyarrow as arrow

from khabar.batch import files
from khabar.batch.extracting import UNKNOWN
from khabar.edtf import bounds
from khabar.export import parquet
from khabar.model import Article, Extraction, Section
from khabar.store import StoredArticle, StoredClaim
from khabar.store.writing import HEAD, encode

TABLES = ("articles", "claims", "tallies")
SUMMARY = "khabar.json"
QUARANTINE = "quarantine.parquet"
_WORDS = arrow.large_string()
ARTICLES = arrow.schema(
    [("number", arrow.int64()), ("id", _WORDS), *((name, _WORDS) for name in HEAD), ("dating", _WORDS),
     ("reported_low", _WORDS), ("reported_high", _WORDS), ("sections", _WORDS), ("text", _WORDS)]
)  # fmt: skip
"""``dating`` and ``sections`` as JSON of the model's records."""
_AT = [("n", arrow.int32()), ("payload", _WORDS)]
CLAIMS = arrow.schema([*parquet.schema(arrow), *_AT])
"""The columns of an export; ``n`` counts an article's claims; ``payload`` is the claim as JSON of the model."""
TALLIES = arrow.schema(
    [("article", _WORDS), ("what", _WORDS), ("low", arrow.float64()), ("high", arrow.float64()), ("unit", _WORDS),
     ("place", _WORDS), ("country", _WORDS), ("since", _WORDS), ("quote", _WORDS), *_AT]
)  # fmt: skip
QUARANTINED = arrow.schema([(name, _WORDS) for name in ("origin", "reason", "sha256", "sample")])
_article = msgspec.json.Decoder(Article)
_extraction = msgspec.json.Decoder(Extraction)


class Day(msgspec.Struct, frozen=True):
    """A part of the results: a day, or a share of what has no day; the folder of all results."""

    name: str
    out: str

    def place(self, table: str) -> str:
        day, _, share = self.name.partition(" ")
        return files.join(self.out, table, f"day={day}", f"part-{share or 0}.parquet")

    @property
    def mark(self) -> str:
        """The last of a day's tables to be written."""
        return self.place(TABLES[-1])


def share_of(day: str, number: int) -> str:
    """Name of the part of the results that an article belongs to."""
    return day if day != UNKNOWN else f"{day} {(number >> 32) % 64}"


def work(
    task: bytes,
    numbers: Sequence[int],
    ids: Sequence[str],
    articles: Sequence[str],
    extractions: Sequence[str],
    events: Sequence[Sequence[str] | None],
) -> None:
    """Write the tables of a :class:`Day`, given as JSON: articles in any order, with the events of their claims (each
    ``number of the claim:event``)."""
    day = msgspec.json.decode(task, type=Day)
    found: dict[str, list[dict[str, Any]]] = {name: [] for name in TABLES}
    for number, given, article_json, extraction_json, told in sorted(
        zip(numbers, ids, articles, extractions, events, strict=True), key=lambda row: row[0]
    ):
        article = msgspec.structs.replace(_article.decode(article_json), id=given)
        extraction = _extraction.decode(extraction_json)
        known = dict(one.split(":", 1) for one in told or ())
        found["articles"].append(_article_row(number, article, extraction))
        found["claims"] += _claim_rows(article, extraction, known)
        found["tallies"] += _tally_rows(article, extraction)
    for name, schema in zip(TABLES, (ARTICLES, CLAIMS, TALLIES), strict=True):
        files.write_table(day.place(name), arrow.Table.from_pylist(found[name], schema=schema))


def _article_row(number: int, article: Article, extraction: Extraction) -> dict[str, Any]:
    stored = _stored(article)
    return {
        "number": number, "id": article.id, **{name: getattr(article, name) for name in HEAD},
        "dating": encode(article.dating) if article.dating else None, "reported_low": stored.reported_low,
        "reported_high": stored.reported_high, "sections": encode(extraction.sections), "text": article.text,
    }  # fmt: skip


def _stored(article: Article) -> StoredArticle:
    days = bounds(article.dating.value if article.dating else article.published) or (None, None)
    return StoredArticle(article=article, reported_low=days[0], reported_high=days[1])


def _claim_rows(article: Article, extraction: Extraction, events: dict[str, str]) -> list[dict[str, Any]]:
    source = _stored(article)
    rows = []
    for n, claim in enumerate(extraction.claims):
        days = bounds(claim.date) or (None, None)
        told = msgspec.structs.replace(claim, event=events.get(str(n)))
        item = StoredClaim(source=source, n=n, claim=told, day_low=days[0], day_high=days[1])
        rows.append({**parquet.row(item), "n": n, "payload": encode(told)})
    return rows


def _tally_rows(article: Article, extraction: Extraction) -> list[dict[str, Any]]:
    return [
        {
            "article": article.id, "what": tally.what, "low": tally.low, "high": tally.high, "unit": tally.unit,
            "place": tally.place.text if tally.place else None, "since": tally.since, "quote": tally.quote,
            "country": tally.place.country if tally.place else None, "n": n, "payload": encode(tally),
        }
        for n, tally in enumerate(extraction.tallies)
    ]  # fmt: skip


def sections_of(words: str) -> tuple[Section, ...]:
    """The sections of an article's row."""
    return msgspec.json.decode(words, type=tuple[Section, ...])
