"""The project's own measure gives the same figures as the reference scorer, and the right ones on small cases."""

from __future__ import annotations

import copy
import json
import os
import random
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from khabar.model import MODES, STANCES, STATUSES
from khabar.views.agreement import date_agreement, paired_f1, same_name
from khabar.views.evaluate import b_cubed, evaluate, match
from making import SHARED

TEXT = "قصفت مقاتلات مجهولة مخزنا قرب البوكمال فجر الأحد، وقال مصدر محلي إن ثلاثة أشخاص قتلوا في القصف."


def claim(**changes: Any) -> dict[str, Any]:
    base: dict[str, Any] = {
        "quote": "قصفت مقاتلات مجهولة مخزنا قرب البوكمال",
        "trigger": "قصفت",
        "type": "ASSAULT",
        "mode": "airstrike",
        "status": "occurred",
        "stance": "reports",
        "actors": [{"text": "مقاتلات مجهولة", "country": None}],
        "targets": [{"text": "مخزنا", "country": "SYR"}],
        "place": {"text": "البوكمال", "country": "SYR"},
        "date": "2024-05-12",
        "figures": [{"what": "killed", "low": 3, "high": 3, "of": None}],
        "isnad": [{"text": "مصدر محلي", "kind": "unnamed"}],
        "event": 1,
    }
    return base | changes


def article(*claims: dict[str, Any], **changes: Any) -> dict[str, Any]:
    return {"id": "a", "text": TEXT, "claims": list(claims), "tallies": []} | changes


def test_gold_against_itself_is_perfect() -> None:
    report = evaluate([article(claim())], [article(claim())])
    assert report.claim_score == 1.0
    assert report.whole_record.f1 == report.detection.f1 == report.event_b3_across == 1.0
    assert set(report.fields.values()) == {1.0}
    assert report.misses == ()


def test_an_article_without_prediction_counts_as_nothing_found() -> None:
    report = evaluate([article(claim())], [])
    assert (report.gold, report.predicted, report.claim_score) == (1, 0, 0.0)
    assert report.misses == ("a\tmissed ASSAULT\tقصفت مقاتلات مجهولة مخزنا قرب البوكمال",)


def test_a_wrong_type_is_detected_but_earns_nothing() -> None:
    report = evaluate([article(claim())], [article(claim(type="COERCE", mode="raid"))])
    assert (report.detection_any_type.f1, report.detection.f1, report.claim_score) == (1.0, 0.0, 0.0)
    assert "ASSAULT read as COERCE" in report.misses[0]


def test_fields_that_differ_lower_the_score_by_their_share() -> None:
    guess = claim(date="2024-05", place=None, isnad=[])
    report = evaluate([article(claim())], [article(guess)])
    wrong = {"place": 0.0, "country": 0.0, "date": 0.5, "origin": 0.0, "chain": 0.0}
    assert {name: value for name, value in report.fields.items() if value < 1} == wrong
    assert report.claim_score == pytest.approx((12 - 4.5) / 12)


def test_a_trigger_outside_the_quote_is_spurious() -> None:
    at = TEXT.index("قتلوا")
    guess = claim(trigger={"start": at, "end": at + 5, "text": "قتلوا"}, evidence={"start": 0, "end": len(TEXT)})
    report = evaluate([article(claim())], [article(guess)])
    assert report.detection_any_type.f1 == 0.0
    assert [line.split("\t")[1] for line in report.misses] == ["missed ASSAULT", "spurious ASSAULT"]


def test_matching_prefers_the_same_type() -> None:
    pairs = match(TEXT, [claim()], [claim(type="COERCE"), claim(date=None, actors=[])])
    assert [(pair.gold, pair.predicted) for pair in pairs] == [(0, 1)]


def test_names_agree_across_spelling_and_clitics() -> None:
    assert same_name("وزارة الدفاع الأميركية", "الدفاع الاميركية")
    assert same_name("للحوثيين", "الحوثيين")
    assert not same_name("وزارة الدفاع", "وزارة الخارجية الفرنسية في باريس الآن")
    assert not same_name("", "")


def test_dates_within_one_another_earn_half() -> None:
    assert date_agreement("2024-01-23", "2024-01") == 0.5
    assert date_agreement("2023-10-07/..", "2023-10-07/..") == 1.0
    assert date_agreement("2024-01-23", "2024-02") == 0.0
    assert date_agreement(None, None) == 1.0
    assert date_agreement(None, "2024") == 0.0


def test_pairing_is_one_to_one() -> None:
    assert paired_f1(["أ", "أ"], ["أ"], lambda a, b: bool(a == b)) == pytest.approx(2 / 3)


def test_b_cubed_of_one_lumped_cluster() -> None:
    assert b_cubed([(1, 9), (2, 9)]) == pytest.approx(2 / 3)
    assert b_cubed([]) == 0.0


def perturbed(articles: list[dict[str, Any]], seed: int) -> list[dict[str, Any]]:
    """Gold with every kind of mistake made in it, reproducibly."""
    chance = random.Random(seed)
    rows = copy.deepcopy(articles)
    for row in rows:
        kept = []
        for coded in row["claims"]:
            if chance.random() < 0.2:
                continue
            _spoil(coded, chance)
            if chance.random() < 0.3:
                _give_spans(coded, row["text"])
            kept.append(coded)
            if chance.random() < 0.1:
                kept.append(copy.deepcopy(coded))
        chance.shuffle(kept)
        row["claims"] = kept
        row["tallies"] = [tally for tally in row.get("tallies") or [] if chance.random() < 0.7]
    return [row for row in rows if chance.random() < 0.95]


def _spoil(coded: dict[str, Any], chance: random.Random) -> None:
    def happens() -> bool:
        return chance.random() < 0.2

    if happens():
        coded["type"] = chance.choice(list(MODES))
    if happens():
        coded["mode"] = None
    if happens():
        coded["status"] = chance.choice(STATUSES)
    if happens():
        coded["stance"] = chance.choice(STANCES)
    if happens():
        coded["date"] = chance.choice([None, "2018", "2018-03-01/..", (coded.get("date") or "2018")[:7]])
    for name in ("actors", "targets", "isnad", "figures"):
        if happens():
            coded[name] = (coded.get(name) or [])[:-1]
        if coded.get(name) and name != "figures" and happens():
            coded[name][0]["text"] = "ال" + coded[name][0]["text"].split()[-1]
    if happens():
        coded["place"] = chance.choice([None, {"text": "دمشق", "country": "SYR"}])
    if happens():
        coded["event"] = chance.randrange(5)


def _give_spans(coded: dict[str, Any], text: str) -> None:
    at = text.find(coded["trigger"])
    coded["trigger"] = {"start": at, "end": at + len(coded["trigger"]), "text": coded["trigger"]}
    if at % 2:
        coded["evidence"] = {"start": max(0, at - 20), "end": at + 40}


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_figures_equal_the_reference_scorers(tmp_path: Path, seed: int) -> None:
    scorer, gold_file = SHARED / "score" / "score.py", SHARED / "gold" / "train.jsonl"
    if not scorer.exists() and not os.environ.get("CI"):
        pytest.skip(f"the reference scorer and the coded articles are not at {SHARED}")
    gold = [json.loads(line) for line in gold_file.read_text(encoding="utf-8").splitlines() if line.strip()]
    guesses = perturbed(gold, seed)
    predicted = tmp_path / "predicted.jsonl"
    predicted.write_text("\n".join(json.dumps(row, ensure_ascii=False) for row in guesses), encoding="utf-8")
    said = subprocess.run(
        [sys.executable, str(scorer), str(gold_file), str(predicted), "--json"], capture_output=True, check=True
    )
    reference = json.loads(said.stdout)
    report = evaluate(gold, guesses)
    assert 0.2 < report.claim_score < 0.9
    for name in ("articles", "gold", "predicted"):
        assert getattr(report, name) == reference[name]
    for name in ("claim_score", "event_b3", "event_b3_across"):
        assert getattr(report, name) == pytest.approx(reference[name], abs=1e-12), name
    assert report.fields == pytest.approx(reference["fields"], abs=1e-12)
    for name in ("detection", "detection_any_type", "whole_record", "tallies"):
        found = getattr(report, name)
        assert {"p": found.p, "r": found.r, "f1": found.f1} == pytest.approx(reference[name], abs=1e-12), name
    assert report.types.keys() == reference["types"].keys()
    for name, found in report.types.items():
        wanted = reference["types"][name]
        assert (found.p, found.r, found.f1, found.gold) == pytest.approx(
            (wanted["p"], wanted["r"], wanted["f1"], wanted["gold"]), abs=1e-12
        )
