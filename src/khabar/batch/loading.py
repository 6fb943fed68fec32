"""Take the results of a batch run into a store."""

from __future__ import annotations

import os
from collections import defaultdict
from collections.abc import Callable, Iterator
from itertools import islice
from typing import Any

import msgspec
from pyarrow import parquet as tables

import khabar
from khabar.batch import files, results
from khabar.batch.running import summary_of
from khabar.errors import KhabarError
from khabar.jobs.linking import derive
from khabar.model import Article, Claim, Dating, Extraction, Tally
from khabar.store import Counts, Quarantined, Store

_AT_ONCE = 500
_claim = msgspec.json.Decoder(Claim)
_tally = msgspec.json.Decoder(Tally)
_dating = msgspec.json.Decoder(Dating)


def load(
    folder: str, store: str | os.PathLike[str] = "khabar.db", *, tell: Callable[[Counts], None] | None = None
) -> Counts:
    """Take the results in ``folder`` into the store at ``store``, made if missing, day by day; events keep their ids.

    Gives what became of the articles; what is in the store already is a duplicate. KhabarError where ``folder`` holds
    no finished run.
    """
    if summary_of(folder) is None:
        raise KhabarError(f"{folder} holds no finished batch run; make one with: khabar batch SOURCE... --out {folder}")
    with Store.open(store, create=True) as opened:
        run = opened.begin_run("load", khabar.__version__)
        read = stored = 0
        for part in _parts(folder):
            rows = _rows(folder, part)
            while batch := list(islice(rows, _AT_ONCE)):
                saved = opened.save_all(batch, run, keep_events=True)
                read += len(saved)
                stored += sum(outcome == "stored" for outcome, _ in saved)
                if tell:
                    tell(Counts(read=read, stored=stored, duplicates=read - stored, quarantined=0))
        aside = _quarantined(folder)
        for item in aside:
            opened.set_aside(item, run)
        if stored:
            opened.index_events()
            derive(opened)
        counts = Counts(read=read + len(aside), stored=stored, duplicates=read - stored, quarantined=len(aside))
        opened.end_run(run, counts)
        return counts


def _parts(folder: str) -> Iterator[str]:
    """Paths of the articles' tables within their folder, in order of days."""
    root = files.join(folder, results.TABLES[0])
    if not files.exists_folder(root):
        return
    for place, _ in files.listed(root):
        if place.endswith(".parquet"):
            yield place.removeprefix(root).lstrip("/")


def _table(folder: str, name: str, part: str) -> list[dict[str, Any]]:
    with files.open_file(files.join(folder, name, part)) as stream:
        found: list[dict[str, Any]] = tables.ParquetFile(stream).read().to_pylist()
        return found


def _rows(folder: str, part: str) -> Iterator[tuple[Article, Extraction]]:
    """Articles of one part with what was found in them; claims name their events."""
    claims: dict[str, list[Claim]] = defaultdict(list)
    tallies: dict[str, list[Tally]] = defaultdict(list)
    for row in _table(folder, "claims", part):
        claims[row["article"]].append(_claim.decode(row["payload"]))
    for row in _table(folder, "tallies", part):
        tallies[row["article"]].append(_tally.decode(row["payload"]))
    for row in _table(folder, "articles", part):
        dating = _dating.decode(row["dating"]) if row["dating"] else None
        head = {name: row[name] for name in ("id", "text", "source", "url", "title", "published", "language", "origin")}
        article = Article(**head, dating=dating)
        extraction = Extraction(
            id=article.id,
            claims=tuple(claims[article.id]),
            tallies=tuple(tallies[article.id]),
            sections=results.sections_of(row["sections"]),
            dating=dating,
        )
        yield article, extraction


def _quarantined(folder: str) -> list[Quarantined]:
    with files.open_file(files.join(folder, results.QUARANTINE)) as stream:
        rows = tables.ParquetFile(stream).read().to_pylist()
    return [Quarantined(**row) for row in rows]
