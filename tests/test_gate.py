"""The quality gate fails when it should and never lowers a floor by itself."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from making import script

SCRIPT = Path(__file__).resolve().parents[1] / "scripts" / "gate.py"


@pytest.fixture
def gate(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    module = script("scripts/gate.py")
    (tmp_path / "gold").mkdir()
    (tmp_path / "gold" / "seeds.jsonl").write_text("{}", encoding="utf-8")
    monkeypatch.setattr(module, "SHARED", tmp_path)
    monkeypatch.setattr(module, "QUALITY", tmp_path / "quality.json")
    return module


def test_floors_are_set_just_under_the_figures_and_only_ever_rise(gate: ModuleType) -> None:
    kept: dict[str, Any] = {}
    gate.raise_floors(kept, "seeds", {"claim_score": 0.6129, "tallies": 0.001})
    assert kept["seeds"]["floors"] == {"claim_score": 0.609, "tallies": 0.0}
    gate.raise_floors(kept, "seeds", {"claim_score": 0.5})
    assert kept["seeds"]["floors"]["claim_score"] == 0.609


def test_a_figure_under_its_floor_and_changed_data_are_complaints(gate: ModuleType) -> None:
    kept: dict[str, Any] = {}
    gate.raise_floors(kept, "seeds", {"claim_score": 0.6})
    assert gate.check("seeds", kept["seeds"], {"claim_score": 0.598}) == []
    assert gate.check("seeds", kept["seeds"], {"claim_score": 0.59}) == [
        "seeds: claim_score is 0.5900, under its floor 0.5970"
    ]
    gate.gold_file("seeds").write_text("{} ", encoding="utf-8")
    assert "not those of the floors" in gate.check("seeds", kept["seeds"], {"claim_score": 0.7})[0]


def test_lowering_keeps_the_reason(gate: ModuleType) -> None:
    kept: dict[str, Any] = {}
    gate.raise_floors(kept, "seeds", {"claim_score": 0.6})
    gate.lower(kept, "seeds.claim_score=0.4", "the codebook changed")
    assert kept["seeds"]["floors"]["claim_score"] == 0.4
    assert kept["seeds"]["lowered"] == [
        {"figure": "claim_score", "from": 0.597, "to": 0.4, "reason": "the codebook changed"}
    ]
    with pytest.raises(SystemExit):
        gate.lower(kept, "seeds.no_figure=0.4", "x")


def test_lowering_without_a_reason_is_wrong_use() -> None:
    said = subprocess.run(
        [sys.executable, str(SCRIPT), "--lower", "seeds.claim_score=0"], capture_output=True, check=False
    )
    assert said.returncode == 2
    assert b"never lowered in silence" in said.stderr


def test_every_floor_kept_is_a_figure_that_is_measured() -> None:
    kept = json.loads((SCRIPT.parents[1] / "quality.json").read_text(encoding="utf-8"))
    figures = {"claim_score", "detection", "whole_record", "tallies", "event_b3", "event_b3_across"}
    assert kept.keys() == {"seeds", "train", "dev", "pool", "held"}
    for entry in kept.values():
        assert entry["floors"].keys() == figures
        assert len(entry["sha256"]) == 64
