"""The benchmark of the extraction runs and tells every figure it promises; nothing is timed against a limit."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

BENCH = Path(__file__).parent.parent / "bench" / "extraction.py"
TEXTS = (
    "قصفت مدفعية الجيش أطراف بلدة تل رفعت مساء الاثنين، ما أدى إلى إصابة أربعة مدنيين، وفق ما ذكره مصدر طبي.",
    "بحث وزير الخارجية الأردني مع نظيره المصري في القاهرة سبل وقف إطلاق النار، وقال إن المحادثات ستستمر غدا.",
)


def test_every_figure_is_told(tmp_path: Path) -> None:
    path = tmp_path / "articles.jsonl"
    rows = [json.dumps({"text": text, "published": "2019-03-05"}, ensure_ascii=False) for text in TEXTS]
    path.write_text("\n".join(rows), encoding="utf-8")
    told = subprocess.run(
        [sys.executable, str(BENCH), str(path), "--rounds", "2"], capture_output=True, text=True, check=True
    ).stdout
    for name in ("bare automaton", "fold, tokenise", "extract", "ratio", "lexicon load", "khabar --help"):
        line = next(line for line in told.splitlines() if line.startswith(name))
        figure = float(line.removeprefix(name).split()[0])
        assert figure > 0, line
