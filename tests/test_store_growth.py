"""The benchmarks of stores, processes and times run and tell every figure; nothing is timed against a limit."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

BENCH = Path(__file__).parent.parent / "bench"


def told(name: str, *arguments: str) -> str:
    command = [sys.executable, str(BENCH / name), *arguments]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout


def test_the_growth_of_a_store_is_told() -> None:
    out = told("store.py", "--sizes", "10", "30")
    for size in (10, 30):
        assert re.search(rf"^{size} articles, \d+ claims$", out, re.MULTILINE)
    for name in ("write", "events", "disk", "questions"):
        assert len(re.findall(rf"^  {name} +[a-z\d]", out, re.MULTILINE)) == 2
    assert re.search(r"3\.0 x the articles: write [\d.]+ x, events [\d.]+ x, disk [\d.]+ x", out)


def test_what_a_second_process_gives_is_told() -> None:
    out = told("jobs.py", "--articles", "6", "--rounds", "1")
    assert re.search(r"^1 process +[\d.]+ s +\d+ articles/s +[\d.]+ s of processors$", out, re.MULTILINE)
    assert re.search(r"^2 processes .* ratio [\d.]+, at most [\d.]+$", out, re.MULTILINE)


def test_times_are_compared(tmp_path: Path) -> None:
    pytest.importorskip("dateparser", reason="dateparser is not installed: pip install 'khabar[bench]'")
    path = tmp_path / "articles.jsonl"
    text = "وقع الانفجار يوم 5 مارس 2021 وأعلنت الوزارة أمس انتهاء التحقيق الذي بدأ في أبريل الماضي."
    path.write_text(json.dumps({"text": text, "published": "2021-06-01"}, ensure_ascii=False) + "\n", encoding="utf-8")
    out = told("times.py", str(path))
    assert re.search(r"^khabar +[\d.]+ articles/s +[1-9]\.\d expressions an article$", out, re.MULTILINE)
    assert re.search(r"^ratio +[\d.]+$", out, re.MULTILINE)


def test_the_growth_of_a_batch_run_is_told() -> None:
    pytest.importorskip("daft", reason="batch runs need daft: pip install 'khabar[batch]'")
    out = told("growth.py", "--sizes", "2", "6")
    for stage in ("extract", "number", "link", "write"):
        assert len(re.findall(rf"\b{stage} [\d.]+", out)) == 3
    assert re.search(r"3\.0 x the articles: processor [\d.]+ x", out)
    assert len(re.findall(r"memory +\d+ MB   results \d+ bytes an article", out)) == 2
