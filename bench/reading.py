"""How reading keeps its memory: invented articles from a web archive in, rates and peaks out.

    python bench/reading.py                          1,000 and 10,000 articles, two processes
    python bench/reading.py --sizes 200 400 --jobs 1

Each size is read by the command itself, `khabar read FILE.warc.gz`, into a new store; its memory is what all its
processes hold (proportional set size, so that shared pages count once), looked at every tenth of a second. Printed:
seconds, articles a second, the peak in MB without and with linking (which holds what it compares claims by), and the
ratio to the size before. Last, the largest size again, killed half way and repeated: what the second run had still to
store.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from make_articles import make


class Run(NamedTuple):
    """Seconds, peak of memory in MB, and what was said."""

    seconds: float
    peak: float
    told: dict[str, dict[str, int]]


def family(pid: int) -> Iterator[int]:
    """A process and all its descendants that live."""
    yield pid
    try:
        for child in Path(f"/proc/{pid}/task/{pid}/children").read_text().split():
            yield from family(int(child))
    except OSError:
        return


def memory(pid: int) -> float:
    """MB that a process and its descendants hold, shared pages counted once."""
    total = 0
    for each in family(pid):
        try:
            found = re.search(r"^Pss:\s+(\d+)", Path(f"/proc/{each}/smaps_rollup").read_text(), re.MULTILINE)
        except OSError:
            continue
        total += int(found.group(1)) if found else 0
    return total / 1024


def khabar(*arguments: str) -> list[str]:
    return [sys.executable, "-m", "khabar.cli.main", *arguments]


def read(path: Path, store: Path, jobs: int, *, link: bool, stop_at: int | None = None) -> Run:
    """Read ``path`` into ``store``; killed once the store holds ``stop_at`` articles, where that is given."""
    command = khabar("read", str(path), "--store", str(store), "--jobs", str(jobs), "--json")
    begun, peak = time.perf_counter(), 0.0
    with tempfile.TemporaryFile() as out:
        running = subprocess.Popen([*command, "--link" if link else "--no-link"], stdout=out, start_new_session=True)
        while running.poll() is None:
            peak = max(peak, memory(running.pid))
            if stop_at is not None and store.exists() and held(store) >= stop_at:
                os.killpg(running.pid, signal.SIGKILL)
            time.sleep(0.1)
        if stop_at is None and running.returncode:
            raise SystemExit(f"khabar read ended with {running.returncode}")
        out.seek(0)
        told = json.loads(out.read() or b"{}")
    return Run(time.perf_counter() - begun, peak, told)


def held(store: Path) -> int:
    """Articles in a store that is being written."""
    import sqlite3

    try:
        with sqlite3.connect(f"file:{store}?mode=ro", uri=True) as connection:
            return int(connection.execute("SELECT count(*) FROM articles").fetchone()[0])
    except sqlite3.Error:
        return 0


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--sizes", type=int, nargs="+", default=[1000, 10_000])
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--link", action=argparse.BooleanOptionalAction, default=True, help="also with linking")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        before = 0.0
        for size in options.sizes:
            path = Path(folder, f"{size}.warc.gz")
            make(path, size)
            plain = read(path, Path(folder, f"{size}.db"), options.jobs, link=False)
            assert plain.told["run"]["stored"] == size
            linked = read(path, Path(folder, f"{size}-linked.db"), options.jobs, link=True) if options.link else None
            more = f"  with linking {linked.seconds:.1f} s, {linked.peak:.0f} MB" if linked else ""
            print(
                f"{size:>7} articles {plain.seconds:7.1f} s  {size / plain.seconds:5.0f} a second  "
                f"peak {plain.peak:4.0f} MB{f'  x {plain.peak / before:.2f}' if before else ''}{more}",
                flush=True,
            )
            before = plain.peak
        size = options.sizes[-1]
        path, store = Path(folder, f"{size}.warc.gz"), Path(folder, "again.db")
        read(path, store, options.jobs, link=False, stop_at=size // 2)
        kept = held(store)
        again = read(path, store, options.jobs, link=False)
        run = again.told["run"]
        assert run["stored"] + kept == size, (run, kept)
        met, stored = run["duplicates"], run["stored"]
        print(f"killed at {kept}, repeated: {met} met again, {stored} stored in {again.seconds:.1f} s")


if __name__ == "__main__":
    main()
