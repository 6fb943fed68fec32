"""What a second process gives: the same articles read by one process and by several, in turns.

    python bench/jobs.py                              800 invented articles, one process and two
    python bench/jobs.py ARTICLES.jsonl --jobs 4 --rounds 5

Each round reads the file into a new store by `khabar read --no-link`, the extractor's tables loaded anew each time.
Printed: seconds by the clock (the middle round), articles a second, processor seconds of all processes together, the
ratio of the clocks, and the most that the processor seconds allow. On a machine that does other work besides, only the
last says something.
"""

from __future__ import annotations

import argparse
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

from make_articles import make


def read(path: Path, store: Path, jobs: int) -> tuple[float, float]:
    """Seconds by the clock and of the processors that reading ``path`` into ``store`` takes."""
    before, began = _spent(), time.perf_counter()
    command = [sys.executable, "-m", "khabar", "read", str(path), "--store", str(store), "--jobs", str(jobs)]
    subprocess.run([*command, "--no-link"], check=True, capture_output=True)
    return time.perf_counter() - began, _spent() - before


def _spent() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def measure(path: Path, jobs: Sequence[int], rounds: int) -> dict[int, tuple[float, float]]:
    """For each number of processes the middle of the clocks and of the processor seconds."""
    found: dict[int, list[tuple[float, float]]] = {number: [] for number in jobs}
    with tempfile.TemporaryDirectory() as folder:
        for turn in range(rounds):
            for number in jobs:
                found[number].append(read(path, Path(folder, f"{turn}-{number}.db"), number))
    return {
        number: (statistics.median(clock for clock, _ in each), statistics.median(spent for _, spent in each))
        for number, each in found.items()
    }


def report(found: dict[int, tuple[float, float]], articles: int) -> str:
    """The figures as lines of text."""
    one, alone = found[1]
    lines = [f"1 process    {one:7.1f} s {articles / one:6.0f} articles/s  {alone:7.1f} s of processors"]
    for number, (clock, spent) in found.items():
        if number > 1:
            lines.append(
                f"{number} processes  {clock:7.1f} s {articles / clock:6.0f} articles/s  {spent:7.1f} s of processors"
                f"  ratio {one / clock:.2f}, at most {number * alone / spent:.2f}"
            )
    return "\n".join(lines)


def main(arguments: Sequence[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("path", type=Path, nargs="?", help="rows of JSON Lines; invented where not given")
    parser.add_argument("--articles", type=int, default=800)
    parser.add_argument("--jobs", type=int, nargs="+", default=[2])
    parser.add_argument("--rounds", type=int, default=3)
    options = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as folder:
        path, count = options.path, options.articles
        if path is None:
            path = Path(folder, "articles.jsonl")
            make(path, count)
        else:
            count = sum(1 for line in path.open("rb") if line.strip())
        print(report(measure(path, [1, *options.jobs], options.rounds), count))


if __name__ == "__main__":
    main()
