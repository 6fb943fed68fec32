"""Time expressions against dateparser's search in Arabic, on the same texts.

    python bench/times.py ARTICLES.jsonl [--articles 100]        needs: pip install 'khabar[bench]'

``ARTICLES.jsonl`` holds one article a line with ``text`` and, if known, ``published``. Both are measured in one run, on
one core, in processor time. Printed: articles a second, the ratio, expressions found for each article, and how many of
each one's stand where the other has none.
"""

from __future__ import annotations

import argparse
import json
import time
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from dateparser.search import search_dates

from khabar.mentions.times import find_times


def rows(path: Path, count: int) -> list[tuple[str, date | None]]:
    """Texts with their days of publication."""
    found = []
    for line in path.read_text(encoding="utf-8").splitlines()[:count]:
        row = json.loads(line)
        day = str(row.get("published") or "")[:10]
        found.append((row["text"], date.fromisoformat(day) if len(day) == 10 else None))
    return found


def theirs(text: str) -> list[tuple[int, int]]:
    """Spans that dateparser takes for a date, found again in the text in order."""
    spans, at = [], 0
    for words, _ in search_dates(text, languages=["ar"]) or ():
        start = text.find(words, at)
        if start >= 0:
            at = start + len(words)
            spans.append((start, at))
    return spans


def alone(spans: list[list[tuple[int, int]]], others: list[list[tuple[int, int]]]) -> int:
    """How many spans touch none of the others'."""
    return sum(
        not any(start < there_end and there < end for there, there_end in other)
        for own, other in zip(spans, others, strict=True)
        for start, end in own
    )


def main(arguments: Sequence[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("path", type=Path)
    parser.add_argument("--articles", type=int, default=100)
    options = parser.parse_args(arguments)
    given = rows(options.path, options.articles)
    find_times(*given[0])
    theirs(given[0][0][:200])
    start = time.process_time()
    ours = [[(found.start, found.end) for found in find_times(text, day)] for text, day in given]
    middle = time.process_time()
    other = [theirs(text) for text, _ in given]
    end = time.process_time()
    quick, slow = len(given) / (middle - start), len(given) / (end - middle)
    print(f"khabar      {quick:8.1f} articles/s  {sum(map(len, ours)) / len(given):5.1f} expressions an article")
    print(f"dateparser  {slow:8.1f} articles/s  {sum(map(len, other)) / len(given):5.1f} expressions an article")
    print(f"ratio       {quick / slow:8.1f}")
    print(f"found by one alone: khabar {alone(ours, other)}, dateparser {alone(other, ours)}")


if __name__ == "__main__":
    main()
