"""How a store grows: invented articles of the size of real ones in, rates and megabytes out.

    python bench/store.py                                    1,000, 3,000 and 10,000 articles in SQLite
    python bench/store.py --sizes 300 900 --at postgresql://me@/scratch      in an empty database of that server

Each size is written in transactions of 256 articles, then linked events are assigned, then questions are asked, each
three times, the middle one counting. Printed for each size: processor seconds of writing and articles a second (of
Khabar's side; a server's own work shows in the seconds by the clock beside it), bytes on disk for each article, and
milliseconds of questions; and the ratios to the size before. Extraction is not timed here (bench/extraction.py).
"""

from __future__ import annotations

import argparse
import random
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from itertools import islice
from pathlib import Path
from typing import NamedTuple

import msgspec

from khabar.lexicon.load import read_places
from khabar.model import Article, Extraction
from khabar.store import Filter, Store
from khabar.views import counts
from make_store import COUNTRIES, articles

LENGTH = 4700
"""Characters of an article."""
_TOGETHER = 256
_FILLERS = (
    "وقال سكان في الحي إن الحركة عادت إلى الأسواق بعد الظهر وإن المدارس ستفتح أبوابها في موعدها المعتاد. ",
    "ولم تصدر الجهات المعنية حتى ساعة إعداد هذا الخبر توضيحا بشأن ما تناقلته صفحات محلية. ",
    "وكانت المنطقة قد شهدت في الأشهر الماضية موجة جفاف أثرت في المحاصيل وفي مياه الشرب. ",
    "وتضم البلدة سوقا أسبوعية يقصدها مزارعون من القرى المجاورة لبيع الخضار والحبوب. ",
)


class Grown(NamedTuple):
    """What one size took: processor and clock seconds of writing, bytes on disk, milliseconds of each question."""

    articles: int
    claims: int
    processor: float
    clock: float
    linking: float
    size: int
    questions: dict[str, float]


def made(count: int, seed: int = 7) -> Iterator[tuple[Article, Extraction]]:
    """Invented articles of :data:`LENGTH` characters, about two and a half claims each."""
    chance = random.Random(seed)
    places = [row for row in read_places() if row.country in COUNTRIES and row.lat == row.lat and not row.weak]
    few = chance.sample(places, 250)
    for article, extraction in islice(articles(chance, count * 10, few), count):
        text = article.text
        while len(text) < LENGTH:
            text += chance.choice(_FILLERS) + f"({chance.randrange(10**6)}) "
        yield msgspec.structs.replace(article, text=text[: max(LENGTH, len(article.text))]), extraction


def grow(place: str, count: int) -> Grown:
    """Write ``count`` articles to the new store at ``place``, and ask questions of it."""
    with Store.open(place, create=True) as store:
        source, processor, clock, claims = made(count), 0.0, 0.0, 0
        assignments: dict[tuple[str, int], str] = {}
        while part := list(islice(source, _TOGETHER)):
            start, began = time.process_time(), time.perf_counter()
            saved = store.save_all(part)
            processor += time.process_time() - start
            clock += time.perf_counter() - began
            claims += sum(len(extraction.claims) for _, extraction in part)
            for (_, given), (_, extraction) in zip(saved, part, strict=True):
                assignments |= {(given, n): claim.event or "" for n, claim in enumerate(extraction.claims)}
        start = time.process_time()
        store.assign_events(assignments)
        linking = time.process_time() - start
        return Grown(count, claims, processor, clock, linking, size_of(store, place), asked(store))


def size_of(store: Store, place: str) -> int:
    """Bytes that a store takes on disk."""
    if store.engine.dialect.name == "sqlite":
        with store.engine.connect() as connection:
            connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")
        return Path(place).stat().st_size
    with store.engine.connect() as connection:
        return int(connection.exec_driver_sql("SELECT pg_database_size(current_database())").scalar() or 0)


def asked(store: Store) -> dict[str, float]:
    """Milliseconds of questions, the middle of three."""
    questions: dict[str, Callable[[], object]] = {
        "an event": lambda: list(store.claims(events=["e0000020"])),
        "words": lambda: store.events(Filter(text="اشتباكات قرب"), limit=50),
        "a month": lambda: store.events(Filter(since="2023-05-01", until="2023-05-31"), limit=50),
        "an actor": lambda: store.events(Filter(actor=("الجيش العراقي",)), limit=50),
        "days": lambda: counts.days(store),
    }
    return {name: statistics.median(_milliseconds(ask) for _ in range(3)) for name, ask in questions.items()}


def _milliseconds(ask: Callable[[], object]) -> float:
    start = time.perf_counter()
    ask()
    return (time.perf_counter() - start) * 1000


def report(found: Grown, before: Grown | None) -> str:
    """One size as lines of text."""
    lines = [
        f"{found.articles} articles, {found.claims} claims",
        f"  write       {found.processor:8.2f} s  {found.articles / found.processor:7.0f} articles/s"
        f"  ({found.clock:.2f} s by the clock)",
        f"  events      {found.linking:8.2f} s",
        f"  disk        {found.size / 1e6:8.1f} MB {found.size / found.articles:7.0f} bytes an article",
        "  questions   " + ", ".join(f"{name} {value:.1f} ms" for name, value in found.questions.items()),
    ]
    if before:
        more = found.articles / before.articles
        lines.append(
            f"  {more:.1f} x the articles: write {found.processor / before.processor:.1f} x, "
            f"events {found.linking / before.linking:.1f} x, disk {found.size / before.size:.1f} x"
        )
    return "\n".join(lines)


def main(arguments: Sequence[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--sizes", type=int, nargs="+", default=[1000, 3000, 10_000])
    parser.add_argument("--at", help="the address of an empty PostgreSQL database, whose tables are dropped each time")
    options = parser.parse_args(arguments)
    before = None
    with tempfile.TemporaryDirectory() as folder:
        for count in options.sizes:
            if options.at:
                forget(options.at)
            found = grow(options.at or f"{folder}/{count}.db", count)
            print(report(found, before), flush=True)
            before = found


def forget(place: str) -> None:
    """Drop the tables of a store, so that the next size begins with none."""
    with Store.open(place, create=True) as store, store.engine.begin() as connection:
        connection.exec_driver_sql("DROP SCHEMA public CASCADE")
        connection.exec_driver_sql("CREATE SCHEMA public")


if __name__ == "__main__":
    main()
