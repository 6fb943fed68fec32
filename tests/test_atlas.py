"""The rules of the error atlas: every error gets the kind it has, and the page tells of kinds that are described."""

from __future__ import annotations

import importlib
import json
import re
import sys
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from making import coded_claim as claim

ROOT = Path(__file__).resolve().parents[1]
TEXT = (
    "قصفت المدفعية قرية السدرة يوم الأحد. وقال مختار القرية إن القصف أصاب مدرسة. "
    "وطالب نقيب الصيادين البلدية بفتح الميناء وتسليم القوارب."
)


@pytest.fixture(scope="module")
def atlas() -> Any:
    sys.path.insert(0, str(ROOT / "scripts"))
    try:
        yield importlib.import_module("atlas")
    finally:
        sys.path.remove(str(ROOT / "scripts"))


def party(*names: str) -> list[dict[str, Any]]:
    return [{"text": name, "country": None} for name in names]


STRIKE = claim(
    "قصفت المدفعية قرية السدرة يوم الأحد", "قصفت", "ASSAULT", mode="shelling", actors=party("المدفعية"),
    targets=party("قرية السدرة"), place={"text": "السدرة", "country": None}, date="2023-06-04", event="e1",
)  # fmt: skip
AGAIN = claim(
    "القصف أصاب مدرسة", "القصف", "ASSAULT", mode="shelling", actors=party("المدفعية"), targets=party("مدرسة"),
    date="2023-06-04", isnad=[{"text": "مختار القرية", "kind": "official"}], event="e1",
)  # fmt: skip
PLEA = claim(
    "وطالب نقيب الصيادين البلدية بفتح الميناء", "طالب", "REQUEST", actors=party("نقيب الصيادين"),
    targets=party("البلدية"), event="e2",
)  # fmt: skip


def kinds(atlas: ModuleType, gold: list[dict[str, Any]], found: list[dict[str, Any]]) -> list[str]:
    row = {"id": "x", "text": TEXT, "published": "2023-06-07", "claims": gold, "tallies": []}
    return sorted(atlas.count([row], [{"id": "x", "claims": found}]).elements())


def test_gold_against_itself_has_no_errors(atlas: ModuleType) -> None:
    assert kinds(atlas, [STRIKE, AGAIN, PLEA], [STRIKE, AGAIN, PLEA]) == []


def test_claims_missed_and_false(atlas: ModuleType) -> None:
    assert kinds(atlas, [STRIKE, AGAIN], [STRIKE]) == ["claim missed: new detail of an event told before"]
    assert kinds(atlas, [STRIKE], []) == ["claim missed: verb scored too low"]
    assert kinds(atlas, [STRIKE | {"status": "planned"}], []) == ["claim missed: planned, denied or doubted"]
    unknown = claim("مختار القرية", "مختار", "AGREE")
    assert kinds(atlas, [unknown], []) == ["claim missed: word unknown"]
    repeat = AGAIN | {"targets": party("قرية السدرة")}
    assert kinds(atlas, [STRIKE], [STRIKE, repeat]) == ["false claim: repeat of one told before"]
    content = claim("وتسليم القوارب", "تسليم", "RETREAT")
    assert kinds(atlas, [PLEA], [PLEA, content]) == ["false claim: content of a statement, demand or deal"]
    second = claim("قرية السدرة", "قرية", "ASSAULT")
    assert kinds(atlas, [STRIKE], [STRIKE, second]) == ["false claim: second word of one claim"]
    assert kinds(atlas, [PLEA], [PLEA | {"type": "REJECT"}]) == ["type wrong: the word means either"]


@pytest.mark.parametrize(
    ("gold", "change", "kind"),
    [
        (PLEA, {"actors": []}, "actor missing: named in the sentence"),
        (AGAIN, {"actors": []}, "actor missing: named elsewhere"),
        (PLEA, {"targets": party("القوارب")}, "target: a farther one of the sentence"),
        (STRIKE, {"place": None}, "place missing: named in the sentence"),
        (STRIKE, {"date": None}, "date missing: the sentence has one"),
        (STRIKE, {"date": "2023-06"}, "date: coarser or finer"),
        (AGAIN, {"date": None}, "date missing: fixed elsewhere in the article"),
        (AGAIN, {"isnad": []}, "origin missing: cue in the sentence"),
        (AGAIN, {"isnad": [{"text": "نقيب الصيادين", "kind": "official"}]}, "origin: another speaker"),
        (PLEA, {"isnad": [{"text": "مختار", "kind": "official"}]}, "origin too many: the outlet's own voice"),
        (STRIKE, {"mode": "other"}, "mode: other against a specific one"),
        (STRIKE, {"stance": "claims"}, "stance: reports read as claims"),
        (STRIKE, {"figures": [{"what": "killed", "low": 1, "high": 1}]}, "figure too many"),
    ],
)
def test_fields(atlas: ModuleType, gold: dict[str, Any], change: dict[str, Any], kind: str) -> None:
    assert kinds(atlas, [gold], [gold | change]) == [kind]


def test_swapped_roles_and_joined_names(atlas: ModuleType) -> None:
    swapped = PLEA | {"actors": PLEA["targets"], "targets": PLEA["actors"]}
    assert kinds(atlas, [PLEA], [swapped]) == ["actor and target: one for the other"] * 2
    joined = PLEA | {"actors": party("نقيب الصيادين البلدية"), "targets": []}
    assert kinds(atlas, [PLEA], [joined]) == ["actor and target joined into one name"]


def test_carried_values_are_told_from_those_of_the_sentence(atlas: ModuleType) -> None:
    guess = PLEA | {"date": "2023-06-04", "rules": {"date": "date.carried 0.7", "place": "place.carried 0.5"}}
    guess |= {"place": {"text": "السدرة", "country": None}}
    assert kinds(atlas, [PLEA], [guess]) == ["date too many: carried over", "place too many: carried over"]


def test_the_page_tells_of_kinds_that_are_described() -> None:
    known = json.loads((ROOT / "scripts" / "atlas_kinds.json").read_text(encoding="utf-8"))
    page = (ROOT / "docs" / "errors.md").read_text(encoding="utf-8")
    listed = re.findall(r"^\| (\d+) \| (.+) \| (\d+) \|$", page, re.MULTILINE)
    assert [int(number) for number, _, _ in listed] == list(range(1, 21))
    assert {kind for _, kind, _ in listed} <= known["kinds"].keys()
    counts = [int(times) for _, _, times in listed]
    assert counts == sorted(counts, reverse=True)
    assert page.count("\n> ") == page.count("\nLikely cure: ") == 20
    for example in known["examples"]:
        for coded in example["claims"]:
            assert coded["quote"] in example["text"]
            assert coded["trigger"] in coded["quote"]


def test_an_example_that_is_read_rightly_is_not_used(atlas: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    example = {"text": TEXT, "published": "2023-06-07", "claims": [STRIKE, PLEA]}
    monkeypatch.setattr(atlas, "read_now", lambda given: {"claims": [STRIKE, PLEA]})
    assert atlas.shown_by([example]) == {}
    monkeypatch.setattr(atlas, "read_now", lambda given: {"claims": [STRIKE | {"date": None}, PLEA]})
    assert list(atlas.shown_by([example])) == ["date missing: the sentence has one"]
    lines = list(atlas.entry("1. x", {"what": "W.", "cure": "C."}, *atlas.shown_by([example]).popitem()[1]))
    assert "- ASSAULT at «قصفت»; date should be «2023-06-04», is empty" in lines
    assert "- REQUEST at «طالب»; right" in lines
