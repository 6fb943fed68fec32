"""How linking through a store grows: made articles with their claims in, seconds, milliseconds and megabytes out.

    python bench/arriving.py                                     1,000 and 10,000 articles in SQLite
    python bench/arriving.py --sizes 1000 10000 100000           more
    python bench/arriving.py --at postgresql://me@/scratch       in an empty database of that server

The articles are those of `bench/linking.py`, some five claims each, one of twenty without a date; nothing is extracted.
Each size is a process of its own: it stores the articles, links them all, then stores and links fifty more one by one.
Printed for each size: processor seconds of linking all, milliseconds an article, peak of memory before (with the
lexicon loaded and the articles stored) and after; then of one more article the processor milliseconds of linking it
through the store (median, 95th percentile) and those of storing it; and the ratios to the size before.
"""

from __future__ import annotations

import argparse
import json
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from itertools import islice
from typing import NamedTuple

from khabar.jobs.linking import link_new
from khabar.linking.words import name_of
from khabar.model import Article, Extraction
from khabar.store import Store
from linking import made
from store import forget, size_of

_ALONE = 50
_TOGETHER = 256


class Grown(NamedTuple):
    """What one size came to: claims, events, processor seconds of linking, MB before and after, milliseconds of each
    further article, bytes on disk."""

    articles: int
    claims: int
    events: int
    seconds: float
    before: float
    after: float
    storing: list[float]
    linking: list[float]
    size: int


def rows(rate: int) -> Iterator[tuple[Article, Extraction]]:
    """Made articles without end."""
    for article, claims, _ in made(sys.maxsize, rate, undated=0.05):
        yield article, Extraction(id=article.id, claims=tuple(claims))


def peak() -> float:
    """Most memory that this process ever held, in MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def grow(place: str, count: int, rate: int) -> Grown:
    """Link ``count`` articles in a new store at ``place``, then fifty more one by one."""
    name_of("العراق")  # loads the lexicon
    source = rows(rate)
    with Store.open(place, create=True) as store:
        for at in range(0, count, _TOGETHER):
            store.save_all(list(islice(source, min(_TOGETHER, count - at))))
        before, begun = peak(), time.process_time()
        link_new(store)
        seconds, after = time.process_time() - begun, peak()
        took: list[tuple[float, float]] = []
        for article, extraction in islice(source, _ALONE):
            begun = time.process_time()
            store.save(article, extraction)
            stored = time.process_time()
            link_new(store)
            took.append(((stored - begun) * 1e3, (time.process_time() - stored) * 1e3))
        held = store.size()
        storing, linking = zip(*took, strict=True)
        size = size_of(store, place)
        return Grown(count, held.claims, held.events, seconds, before, after, sorted(storing), sorted(linking), size)


def report(found: Grown, last: Grown | None) -> str:
    """One size as lines of text."""
    each = found.seconds / found.articles * 1e3
    late = found.linking[int(len(found.linking) * 0.95)]
    lines = [
        f"{found.articles} articles, {found.claims} claims, {found.events} events",
        f"  link all      {found.seconds:8.2f} s  {each:.2f} ms an article",
        f"  memory        {found.before:8.0f} MB before linking, {found.after:.0f} MB at most",
        f"  one more      {statistics.median(found.linking):8.1f} ms, 95th percentile {late:.1f} ms "
        f"(storing it {statistics.median(found.storing):.1f} ms)",
        f"  disk          {found.size / found.articles / 1024:8.1f} KB an article",
    ]
    if last:
        lines.append(
            f"  {found.articles / last.articles:.1f} x the articles: link all {found.seconds / last.seconds:.1f} x, "
            f"memory {found.after / last.after:.2f} x, "
            f"one more {statistics.median(found.linking) / statistics.median(last.linking):.2f} x"
        )
    return "\n".join(lines)


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--sizes", type=int, nargs="+", default=[1_000, 10_000])
    parser.add_argument("--rate", type=int, default=100, help="claims a day")
    parser.add_argument("--at", help="the address of an empty PostgreSQL database, whose tables are dropped each time")
    parser.add_argument("--one", type=int, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.one:
        print(json.dumps(grow(options.at, options.one, options.rate)))
        return
    last = None
    with tempfile.TemporaryDirectory() as folder:
        for size in options.sizes:
            if options.at:
                forget(options.at)
            place = options.at or f"{folder}/{size}.db"
            command = [sys.executable, __file__, "--one", str(size), "--at", place, "--rate", str(options.rate)]
            found = Grown(*json.loads(subprocess.run(command, check=True, stdout=subprocess.PIPE).stdout))
            print(report(found, last), flush=True)
            last = found


if __name__ == "__main__":
    main()
