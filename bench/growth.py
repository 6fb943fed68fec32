"""How a whole batch run grows: once, three times and ten times the articles, every stage timed.

    python bench/growth.py                            300, 900 and 3,000 invented articles
    python bench/growth.py --sizes 1000 3000 10000

Each size is run by `khabar batch --jobs 1` on its own file, so that all work is in one process. Printed: processor
seconds in all, seconds by the clock of each stage, the peak of memory, bytes of the results for each article; and the
ratios to the first size. The clock says something on a machine without other work only.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any, NamedTuple

from make_articles import make


class Grown(NamedTuple):
    """What a run of one size took: processor seconds, MB at its peak, bytes of its results, and its own summary."""

    articles: int
    processor: float
    memory: float
    disk: int
    told: dict[str, Any]


def run(folder: Path, count: int) -> Grown:
    """Make ``count`` articles and run them."""
    source, out = folder / f"{count}.jsonl", folder / f"out-{count}"
    make(source, count)
    command = [sys.executable, "-m", "khabar", "batch", str(source), "--out", str(out), "--jobs", "1", "--json"]
    with tempfile.TemporaryFile() as said:
        process = subprocess.Popen(command, stdout=said, stderr=subprocess.DEVNULL)
        _, status, used = os.wait4(process.pid, 0)
        if status:
            raise SystemExit("khabar batch failed; run it by hand to see why")
        said.seek(0)
        told = json.load(said)
    disk = sum(path.stat().st_size for path in out.rglob("*.parquet"))
    return Grown(count, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024, disk, told)


def report(found: Grown, first: Grown) -> str:
    """One size as lines of text."""
    stages = ", ".join(f"{name} {seconds:.1f}" for name, seconds in found.told["seconds"].items())
    lines = [
        f"{found.articles} articles, {found.told['claims']} claims, {found.told['events']} events",
        f"  processor {found.processor:8.1f} s    clock: {stages} s",
        f"  memory    {found.memory:8.0f} MB   results {found.disk / found.articles:.0f} bytes an article",
    ]
    if found is not first:
        more = found.articles / first.articles
        before = first.told["seconds"]
        each = ", ".join(f"{name} {took / max(before[name], 0.01):.1f}" for name, took in found.told["seconds"].items())
        lines.append(
            f"  {more:.1f} x the articles: processor {found.processor / first.processor:.1f} x    clock: {each} x"
        )
    return "\n".join(lines)


def main(arguments: Sequence[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--sizes", type=int, nargs="+", default=[300, 900, 3000])
    options = parser.parse_args(arguments)
    first = None
    with tempfile.TemporaryDirectory() as folder:
        for count in options.sizes:
            found = run(Path(folder), count)
            first = first or found
            print(report(found, first), flush=True)


if __name__ == "__main__":
    main()
