"""Stage one: a piece in, a table of articles and what was found in them out."""

from __future__ import annotations

import hashlib
from typing import Any

import msgspec
import pyarrow as arrow

from khabar.batch import files
from khabar.batch.pieces import Piece, read
from khabar.jobs.parallel import Fault, extract_one
from khabar.model import Article, Extraction
from khabar.store.writing import article_key, encode, storable

_WORDS = arrow.large_string()
SCHEMA = arrow.schema(
    [
        ("number", arrow.int64()), ("key", _WORDS), ("id", _WORDS), ("article", _WORDS), ("extraction", _WORDS),
        ("day", _WORDS), ("origin", _WORDS), ("reason", _WORDS), ("sha256", _WORDS), ("sample", _WORDS),
    ]
)  # fmt: skip
"""A row for each thing read: ``number`` orders all of them; ``key`` is what makes two readings one article
(:func:`khabar.store.writing.article_key`); article and extraction are JSON of the model's records; ``reason`` says why
a row has no article. ``day`` is the day reported, ``unknown`` where it is not known to the day."""
UNKNOWN = "unknown"


class Job(msgspec.Struct, frozen=True):
    """A piece and where its table goes."""

    piece: Piece
    out: str


def target(folder: str, piece: Piece) -> str:
    return files.join(folder, f"{piece.name}.parquet")


def work(task: bytes) -> None:
    """Do a :class:`Job`, given as JSON."""
    job = msgspec.json.decode(task, type=Job)
    rows = []
    for at, item in enumerate(read(job.piece)):
        row = _row(item)
        rows.append({"number": job.piece.number << 32 | at, **row})
    files.write_table(job.out, arrow.Table.from_pylist(rows, schema=SCHEMA))


def _row(item: Any) -> dict[str, Any]:
    if not isinstance(item, Article):
        sample = item.sample.decode("utf-8", "replace") if isinstance(item.sample, bytes) else item.sample
        return _bad(item.origin, item.reason, item.sha256, sample)
    found = extract_one(item)
    if isinstance(found, Fault):
        digest = hashlib.sha256(item.text.encode("utf-8", "surrogatepass")).hexdigest()
        sentence = found.sentence
        return _bad(item.origin or item.id, f"{sentence[:1].upper()}{sentence[1:]}.", digest, item.text[:200])
    dating = found.dating or item.dating
    dated = msgspec.structs.replace(item, dating=dating)
    kept = Extraction(id=item.id, claims=found.claims, tallies=found.tallies, sections=found.sections, dating=dating)
    return {
        "key": article_key(item), "id": storable(item.id), "article": encode(dated), "extraction": encode(kept),
        "day": _day(dating.value if dating else item.published),
    }  # fmt: skip


def _bad(origin: str, reason: str, digest: str, sample: str | None) -> dict[str, Any]:
    return {
        "origin": storable(origin), "reason": storable(reason), "sha256": digest, "sample": storable(sample or ""),
        "day": UNKNOWN,
    }  # fmt: skip


def _day(value: str | None) -> str:
    return value if value and len(value) == 10 else UNKNOWN
