"""Faults around reading: killed runs, full and read-only disks, two readers at once. ``scripts/faults.py`` breaks off
many more runs; here it runs small."""

from __future__ import annotations

import multiprocessing
import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import event

from khabar.cli.main import run
from khabar.errors import KhabarError
from khabar.jobs.parallel import extract_all
from khabar.jobs.reading import Reading
from khabar.jobs.workers import in_processes
from khabar.model import Article
from khabar.store import Store, StoreError
from making import STRIKE, use_stand_ins

SCRIPT = Path(__file__).parent.parent / "scripts" / "faults.py"


def articles(count: int) -> Iterator[Article]:
    for number in range(count):
        yield Article(id=str(number), text=f"{STRIKE} نشرة {number}. " + f"تفصيل {number} " * 200)


def test_killed_runs_and_two_at_once_lose_nothing() -> None:
    told = subprocess.run(
        [sys.executable, str(SCRIPT), "--articles", "100", "--kills", "4"], capture_output=True, text=True
    )
    assert told.returncode == 0, told.stdout + told.stderr
    lines = told.stdout.splitlines()
    assert "nothing lost, nothing twice" in lines[0]
    assert lines[1].startswith("two at once: ")
    assert lines[2].endswith("run again with fewer --jobs")
    assert lines[3].startswith("disk full: ")


def test_a_full_disk_gives_one_line_and_the_run_goes_on(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    use_stand_ins(monkeypatch)
    path = tmp_path / "s.db"
    with Store.open(path, create=True) as opened:

        @event.listens_for(opened.engine, "connect")
        def _small(connection: Any, _record: Any) -> None:
            connection.execute("PRAGMA max_page_count=250")

        opened.engine.dispose()
        with pytest.raises(StoreError) as full:
            Reading(opened).take(articles(300))
        assert "has no room left on its disk; free some and run the same command again" in str(full.value)
        assert "\n" not in str(full.value)
        kept = opened.size().articles
        assert 0 < kept < 300
    with Store.open(path) as opened:
        counts = Reading(opened).take(articles(300))
        assert (counts.stored, counts.duplicates) == (300 - kept, kept)


def test_a_store_that_may_not_be_written_gives_one_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    use_stand_ins(monkeypatch)
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.txt").write_text(STRIKE, encoding="utf-8")
    with Store.open("s.db", create=True) as opened:

        @event.listens_for(opened.engine, "connect")
        def _closed(connection: Any, _record: Any) -> None:
            connection.execute("PRAGMA query_only=1")

        opened.engine.dispose()
        with pytest.raises(StoreError, match="is read-only; change its permissions or name another file with --store"):
            Reading(opened).take(articles(1))
    for name in ("s.db", "."):
        os.chmod(name, 0o555 if name == "." else 0o444)
    with pytest.raises(SystemExit):  # imports all there is to import, which another user may not be let to
        run(["read", "a.txt", "--store", "other/s.db"])
    capsys.readouterr()
    user = os.geteuid()
    if user == 0:
        os.chmod(tmp_path.parent, 0o755)
        os.seteuid(65534)  # the superuser may write everywhere
    try:
        with pytest.raises(SystemExit) as ended:
            run(["read", "a.txt", "--store", "s.db"])
    finally:
        os.seteuid(user)
        os.chmod(".", 0o755)
    said = capsys.readouterr().err
    assert ended.value.code == 1
    assert said.count("\n") == 1
    assert said.startswith("khabar: s.db ")


def test_what_was_extracted_before_a_stop_is_stored(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    use_stand_ins(monkeypatch)

    def stopped() -> Iterator[Article]:
        yield from articles(5)
        raise KeyboardInterrupt

    with Store.open(tmp_path / "s.db", create=True) as opened:
        with pytest.raises(KeyboardInterrupt):
            Reading(opened).take(stopped())
        assert opened.size().articles == 5


@pytest.mark.parametrize("jobs", [1, 2])
def test_an_article_that_takes_too_long_is_set_aside(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, jobs: int
) -> None:
    use_stand_ins(monkeypatch)
    quick = sys.modules["khabar.pipeline"].extract

    def slow(given: Article) -> Any:
        while "بطيء" in given.text:
            pass
        return quick(given)

    monkeypatch.setattr("khabar.pipeline.extract", slow)
    monkeypatch.setattr("khabar.jobs.patience.patience.__wrapped__.__defaults__", (0.2,))
    with Store.open(tmp_path / "s.db", create=True) as opened:
        items = [Article(id="1", text="هجوم أول."), Article(id="2", text="خبر بطيء"), Article(id="3", text="هجوم ثان.")]
        counts = Reading(opened, jobs=jobs).take(items)
        assert (counts.stored, counts.quarantined) == (2, 1)
        assert "keeps the extractor busy for more than" in opened.quarantined()[0].reason


def test_slow_sources_do_not_hold_back_what_has_come(monkeypatch: pytest.MonkeyPatch) -> None:
    """With two processes, too, an article is through before many more have been fetched."""
    use_stand_ins(monkeypatch)
    monkeypatch.setattr("khabar.jobs.parallel._SLOW", 0.0)
    drawn = 0

    def slow() -> Iterator[Article]:
        nonlocal drawn
        for item in articles(40):
            drawn += 1
            time.sleep(0.05)
            yield item

    seen = [drawn for _ in extract_all(slow(), 2)]
    assert len(seen) == 40
    assert seen[0] < 16


def test_a_worker_that_dies_at_any_moment_gives_one_line() -> None:
    """Also while it hands over a result: each result is larger than what a pipe holds."""
    chance = random.Random(2)
    for _ in range(15):
        with pytest.raises(KhabarError, match="a worker process died"):
            kill_a_worker_at(chance.randrange(1, 40), chance)
        assert not multiprocessing.active_children()


def kill_a_worker_at(moment: int, chance: random.Random) -> None:
    batches = iter(range(1, 2000))
    for batch, result in in_processes(lambda: next(batches, 0), large, 2, 8):
        assert result == large(batch)
        if batch == moment:
            os.kill(chance.choice(multiprocessing.active_children()).pid or 0, signal.SIGKILL)


def large(batch: int) -> bytes:
    return bytes([batch % 256]) * 300_000


def test_processes_give_results_in_order_and_end() -> None:
    batches = iter(range(1, 50))
    found = list(in_processes(lambda: next(batches, 0), uneven, 3, 6))
    assert found == [(batch, batch * 2) for batch in range(1, 50)]
    assert not multiprocessing.active_children()


def uneven(batch: int) -> int:
    time.sleep(0.01 if batch % 7 == 0 else 0)
    return batch * 2
