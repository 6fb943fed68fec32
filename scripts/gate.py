"""The quality gate: no headline figure may fall under its floor, and the data may not change in silence.

    python scripts/gate.py                      measure, compare with quality.json, exit 1 under a floor
    python scripts/gate.py --only seeds train   measure these sets alone
    python scripts/gate.py --raise              write floors just under the figures, where these are higher
    python scripts/gate.py --lower dev.claim_score=0.41 --reason "..."   lower one floor; the reason is kept

``quality.json`` holds for each set of coded articles the SHA-256 of its file and a floor for each headline figure. The
coded articles stand beside the checkout in ``../shared/gold`` (or below ``$KHABAR_SHARED``); they are no part of the
project. The sets "pool" and "held" are our own coding of articles of ``../shared/corpus``, kept without their text
(:mod:`standoff`); scorers learn from the first and never from the second. Only figures are printed, never text.
"""

from __future__ import annotations

import argparse
import atexit
import hashlib
import json
import math
import os
import shutil
import sys
import tempfile
import time
from functools import cache
from pathlib import Path
from typing import Any

import standoff
from khabar.jobs.measuring import gold_and_found
from khabar.views.evaluate import Report, evaluate

ROOT = Path(__file__).resolve().parents[1]
SHARED = Path(os.environ.get("KHABAR_SHARED") or ROOT.parent / "shared")
QUALITY = ROOT / "quality.json"
OURS = {"pool": ROOT / "scripts" / "codes.jsonl", "held": ROOT / "scripts" / "codes_held.jsonl"}
SETS = ("seeds", "train", "dev", *OURS)
SLACK = 0.003
"""Floors are set this far under a measured figure, so that a change of no consequence does not fail."""


def headline(report: Report) -> dict[str, float]:
    """The figures that have floors. Single fields have none: they may fall when harder claims are found."""
    return {
        "claim_score": report.claim_score,
        "detection": report.detection.f1,
        "whole_record": report.whole_record.f1,
        "tallies": report.tallies.f1,
        "event_b3": report.event_b3,
        "event_b3_across": report.event_b3_across,
    }


def gold_file(name: str) -> Path:
    return _joined(name) if name in OURS else SHARED / "gold" / f"{name}.jsonl"


@cache
def _joined(name: str) -> Path:
    """Our codings with their texts, or the place of the texts where these are missing."""
    texts = SHARED / "corpus" / "pool.jsonl"
    if not texts.exists():
        return texts
    rows = standoff.joined(standoff.rows_of(OURS[name]), standoff.rows_of(texts))
    folder = tempfile.mkdtemp(prefix="khabar-gate-")
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    path = Path(folder, f"{name}.jsonl")
    standoff.write(path, rows)
    return path


def digest(name: str) -> str:
    path = OURS.get(name) or gold_file(name)
    return hashlib.sha256(path.read_bytes()).hexdigest()


def check(name: str, kept: dict[str, Any], figures: dict[str, float]) -> list[str]:
    """Complaints about one set, one line each."""
    complaints = []
    found = digest(name)
    if kept.get("sha256") != found:
        complaints.append(f"{name}: the coded articles are not those of the floors; look, then run --raise ({found})")
    for figure, floor in kept.get("floors", {}).items():
        if figures.get(figure, 0.0) < floor:
            complaints.append(f"{name}: {figure} is {figures.get(figure, 0.0):.4f}, under its floor {floor:.4f}")
    return complaints


def raise_floors(kept: dict[str, Any], name: str, figures: dict[str, float]) -> None:
    """Floors just under the figures; none is ever lowered here."""
    entry = kept.setdefault(name, {"floors": {}})
    entry["sha256"] = digest(name)
    floors = entry.setdefault("floors", {})
    for figure, value in figures.items():
        floors[figure] = max(floors.get(figure, 0.0), math.floor((value - SLACK) * 1000) / 1000, 0.0)


def lower(kept: dict[str, Any], wish: str, reason: str) -> None:
    """Lower one floor, ``SET.FIGURE=VALUE``, and keep the reason beside it."""
    where, _, value = wish.partition("=")
    name, _, figure = where.partition(".")
    floors = kept.get(name, {}).get("floors", {})
    if figure not in floors or not value:
        sys.exit(f"gate: no floor {where}; write SET.FIGURE=VALUE")
    change = {"figure": figure, "from": floors[figure], "to": float(value), "reason": reason}
    kept[name].setdefault("lowered", []).append(change)
    floors[figure] = float(value)


def options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--only", nargs="+", choices=SETS, default=SETS, help="sets to measure")
    parser.add_argument("--raise", dest="up", action="store_true", help="write higher floors")
    parser.add_argument("--lower", metavar="SET.FIGURE=VALUE", help="lower one floor; needs --reason")
    parser.add_argument("--reason", help="why a floor is lowered")
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1, help="processes to extract with")
    found = parser.parse_args()
    if found.lower and not (found.reason or "").strip():
        parser.error("--lower needs --reason: a floor is never lowered in silence")
    return found


def main() -> int:
    wanted = options()
    kept: dict[str, Any] = json.loads(QUALITY.read_text(encoding="utf-8")) if QUALITY.exists() else {}
    if wanted.lower:
        lower(kept, wanted.lower, wanted.reason)
        save(kept)
        return 0
    complaints = []
    for name in wanted.only:
        if not gold_file(name).exists():
            complaints.append(f"{name}: there are no coded articles at {gold_file(name)}")
            continue
        began = time.perf_counter()
        figures = headline(evaluate(*gold_and_found(str(gold_file(name)), None, jobs=wanted.jobs)))
        shown = "  ".join(f"{figure} {value:.3f}" for figure, value in figures.items())
        print(f"{name}: {shown}  ({time.perf_counter() - began:.1f} s)")
        if wanted.up:
            raise_floors(kept, name, figures)
        else:
            complaints += check(name, kept.get(name, {}), figures)
    if wanted.up:
        save(kept)
    for complaint in complaints:
        print(f"gate: {complaint}", file=sys.stderr)
    print("gate: " + ("failed" if complaints else "passed"))
    return bool(complaints)


def save(kept: dict[str, Any]) -> None:
    QUALITY.write_text(json.dumps(kept, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main())
