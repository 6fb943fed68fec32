"""The benchmark of reading runs, and made articles are the same each time; nothing is timed against a limit."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

BENCH = Path(__file__).parent.parent / "bench"


def test_every_figure_is_told() -> None:
    told = subprocess.run(
        [sys.executable, str(BENCH / "reading.py"), "--sizes", "6", "12", "--jobs", "1"],
        capture_output=True,
        text=True,
        check=True,
    ).stdout.splitlines()
    assert len(told) == 3
    for line, size in zip(told, (6, 12), strict=False):
        assert re.match(rf"\s*{size} articles +[\d.]+ s +\d+ a second +peak +\d+ MB", line)
        assert "with linking" in line
    assert re.search(r"x \d\.\d\d", told[1])
    found = re.match(r"killed at (\d+), repeated: (\d+) met again, (\d+) stored in", told[2])
    assert found is not None
    assert found.group(1) == found.group(2)
    assert int(found.group(2)) + int(found.group(3)) == 12


def test_made_articles_are_the_same_each_time(tmp_path: Path) -> None:
    for name in ("a.warc.gz", "b.warc.gz", "c.jsonl"):
        command = [sys.executable, str(BENCH / "make_articles.py"), str(tmp_path / name), "--articles", "5"]
        subprocess.run(command, check=True)
    assert (tmp_path / "a.warc.gz").read_bytes() == (tmp_path / "b.warc.gz").read_bytes()
    assert (tmp_path / "c.jsonl").read_bytes().count(b"\n") == 5
