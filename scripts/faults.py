"""Break reading off in every way there is, and check that nothing is lost and nothing stands twice.

    python scripts/faults.py                         2,000 articles, twenty kills: some minutes
    python scripts/faults.py --articles 200 --kills 4

It reads invented articles with the command itself and

- kills it (SIGKILL, with all its processes) at random points of reading and linking, and repeats it: after each kill
  the store opens and holds no text twice, and in the end it holds the very claims of a run that nobody broke off;
- lets two runs read overlapping halves into one store at once: both finish, and together they stored each text once;
- kills one of its worker processes: one line says so;
- gives it a disk that is too small (a tmpfs in a name space of its own, where the system lets it make one): one line
  says so, and with more room the same command goes on.

It ends with status 1 and a line that says what failed.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
KHABAR = [sys.executable, "-m", "khabar.cli.main"]


class FailedError(Exception):
    """Something that must hold does not."""


def check(holds: bool, what: str) -> None:
    if not holds:
        raise FailedError(what)


def start(store: Path, *paths: Path, jobs: int = 2, link: bool = True) -> subprocess.Popen[str]:
    """``khabar read`` in a process group of its own."""
    command = [*KHABAR, "read", *map(str, paths), "--store", str(store), "--jobs", str(jobs), "--json"]
    return subprocess.Popen(
        [*command, "--link" if link else "--no-link"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )


def finish(running: subprocess.Popen[str]) -> dict[str, int]:
    """The counts of a run that has to end well."""
    out, err = running.communicate(timeout=1800)
    check(running.returncode == 0, f"khabar read ended with {running.returncode}: {err}")
    counts: dict[str, int] = json.loads(out)["run"]
    accounted = counts["stored"] + counts["duplicates"] + counts["quarantined"]
    check(counts["read"] == accounted, f"the numbers do not add up: {counts}")
    return counts


def held(store: Path) -> int:
    """Articles in the store; 0 while there is none."""
    try:
        with sqlite3.connect(f"file:{store}?mode=ro", uri=True, timeout=10) as connection:
            return int(connection.execute("SELECT count(*) FROM articles").fetchone()[0])
    except sqlite3.OperationalError:
        return 0


def check_store(store: Path) -> None:
    """The store opens, is whole, and holds no text twice and no claim without its article."""
    with sqlite3.connect(store, timeout=10) as connection:
        ask = lambda query: connection.execute(query).fetchone()[0]  # noqa: E731
        check(ask("PRAGMA integrity_check") == "ok", "the store is damaged")
        if not ask("SELECT count(*) FROM sqlite_master WHERE name = 'articles'"):
            return
        check(ask("SELECT count(*) - count(DISTINCT key) FROM articles") == 0, "a text stands twice")
        lost = ask("SELECT count(*) FROM claims WHERE article NOT IN (SELECT pk FROM articles)")
        check(lost == 0, f"{lost} claims have no article")
    opened = subprocess.run([*KHABAR, "quarantine", "--store", str(store)], capture_output=True, text=True)
    check(opened.returncode == 0, f"the store does not open: {opened.stderr}")


def claims(store: Path) -> list[str]:
    """Every claim with its article and event, for comparison."""
    with sqlite3.connect(store) as connection:
        query = "SELECT a.hash || ' ' || c.payload || ' ' || c.event FROM claims c JOIN articles a ON a.pk = c.article"
        return sorted(row[0] for row in connection.execute(query))


def kill(running: subprocess.Popen[str]) -> bool:
    """Kill a run with all its processes; whether it still ran."""
    alive = running.poll() is None
    if alive:
        os.killpg(running.pid, signal.SIGKILL)
    running.communicate()
    return alive


def kills(folder: Path, source: Path, count: int, times: int, chance: random.Random) -> str:
    """Kill reading at ``times`` points, the last quarter of them once all articles are in (linking)."""
    store, whole = folder / "killed.db", folder / "whole.db"
    finish(start(whole, source, link=False))
    begun = time.monotonic()
    subprocess.run([*KHABAR, "link", "--store", str(whole)], check=True, capture_output=True)
    linking = time.monotonic() - begun
    points = sorted(chance.randrange(count) for _ in range(times - times // 4)) + [count] * (times // 4)
    before = killed = 0
    for point in points:
        running = start(store, source)
        while running.poll() is None and held(store) < point:
            time.sleep(0.02)
        time.sleep(chance.random() * (0.3 if point < count else 0.8 * linking))
        killed += kill(running)
        if store.exists():
            check_store(store)
        check(held(store) >= before, "articles were lost")
        before = held(store)
    counts = finish(start(store, source))
    check(counts["stored"] + counts["duplicates"] == count, f"articles were lost: {counts}")
    check_store(store)
    check(claims(store) == claims(whole), "claims or events differ from those of a run that nobody broke off")
    return f"{killed} kills at {points}: nothing lost, nothing twice, the same {len(claims(store))} claims and events"


def two_at_once(folder: Path, source: Path, count: int) -> str:
    """Two runs over overlapping halves into one new store."""
    lines = source.read_text(encoding="utf-8").splitlines(keepends=True)
    halves = [folder / "first.jsonl", folder / "second.jsonl"]
    halves[0].write_text("".join(lines[: count * 2 // 3]), encoding="utf-8")
    halves[1].write_text("".join(lines[count // 3 :]), encoding="utf-8")
    store = folder / "both.db"
    both = [start(store, half, jobs=1) for half in halves]
    counts = [finish(running) for running in both]
    check_store(store)
    check(sum(each["stored"] for each in counts) == count == held(store), f"not each text once: {counts}")
    return f"two at once: {' and '.join(str(each['stored']) for each in counts)} stored"


def worker_killed(folder: Path, source: Path) -> str:
    """One of the worker processes is killed."""
    store = folder / "worker.db"
    running = start(store, source)
    workers: list[str] = []
    while running.poll() is None and not workers:
        time.sleep(0.02)
        workers = Path(f"/proc/{running.pid}/task/{running.pid}/children").read_text().split()
    check(bool(workers), "no worker was started")
    os.kill(int(workers[-1]), signal.SIGKILL)
    _, err = running.communicate(timeout=600)
    check(running.returncode == 1 and err.count("\n") == 1, f"not one line: {err}")
    check("a worker process died" in err, err)
    check_store(store)
    return f"a worker killed: {err.strip()}"


def disk_full(folder: Path, source: Path) -> str:
    """A disk of 1 MB, then one of 512 MB."""
    disk = folder / "disk"
    disk.mkdir()
    read = " ".join([*KHABAR, "read", str(source), "--store", f"{disk}/s.db", "--no-link"])
    script = (
        f"mount -t tmpfs -o size=1m none {disk} && {read}; echo status $?; "
        f"mount -o remount,size=512m {disk} && {read}; echo status $?"
    )
    if shutil.which("unshare") is None or subprocess.run(["unshare", "-rm", "true"], capture_output=True).returncode:
        return "disk full: not tried, the system lets nobody mount one"
    told = subprocess.run(["unshare", "-rm", "sh", "-c", script], capture_output=True, text=True)
    lines = told.stderr.splitlines()
    check(len(lines) == 1 and "has no room left on its disk" in lines[0], f"not one line: {told.stderr}")
    check("status 1" in told.stdout and told.stdout.rstrip().endswith("status 0"), told.stdout)
    return f"disk full: {lines[0]}; with more room: {told.stdout.splitlines()[1]}"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--articles", type=int, default=2000)
    parser.add_argument("--kills", type=int, default=20)
    parser.add_argument("--seed", type=int, default=3)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        source = folder / "articles.jsonl"
        make = [sys.executable, str(ROOT / "bench" / "make_articles.py"), str(source), "--sentences", "12"]
        subprocess.run([*make, "--articles", str(options.articles)], check=True)
        try:
            chance = random.Random(options.seed)
            print(kills(folder, source, options.articles, options.kills, chance), flush=True)
            print(two_at_once(folder, source, options.articles), flush=True)
            print(worker_killed(folder, source), flush=True)
            print(disk_full(folder, source), flush=True)
        except FailedError as fault:
            sys.exit(f"failed: {fault}")


if __name__ == "__main__":
    main()
