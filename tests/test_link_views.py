"""Disputes, tallies as series, histories and what answers what, as questions and in the terminal."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from types import ModuleType

import pytest

from khabar.cli.main import run
from khabar.errors import KhabarError
from khabar.model import Article, Claim, Extraction, Tally, Where
from khabar.store import Filter, Store, StoredResponse
from khabar.views.figures import Outcome, Statement, by_last, by_lines, by_statements, distance, rule_of
from khabar.views.questions import Questions, open_store
from making import STRIKE, article, claim, link, pairs, party, strike

IRAQ = Where(text="العراق", country="IRQ", place="irq.iraq")
DENIAL = "نفى ناطق عسكري وقوع أي هجوم على قاعدة التاجي."
BASRA = "قال سائق إن الهجوم وقع قرب البصرة ونفذته قوة إيرانية."
ANSWER = "قصفت طائرات عراقية مخزنا في جبال حمرين ردا على هجوم التاجي."
TROOPS = "ما زال نحو {} جندي أميركي في العراق."
ATTACKS = "تعرضت القوات الأميركية في العراق لأكثر من {} هجوم منذ أكتوبر."
ROAD = "يمتد الطريق الجديد بين كركوك وأربيل مسافة {} كيلومترا."


def counted(text: str, number: float, what: str, *, open_end: bool = False, **fields: object) -> Tally:
    at = text.index(what)
    values = {"quote": text, "what": what, "low": number, "high": None if open_end else number}
    return Tally(start=at, end=at + len(what), **values | fields)  # type: ignore[arg-type]


def told(
    name: str, text: str, day: str | None, outlet: str, *, claims: Sequence[Claim] = (), tallies: Sequence[Tally] = ()
) -> tuple[Article, Extraction]:
    return article(text, name, outlet, day), Extraction(id=name, claims=tuple(claims), tallies=tuple(tallies))


def rows() -> list[tuple[Article, Extraction]]:
    denial = strike(text=DENIAL, figures=(), status="negated", stance="denies", isnad=(link("ناطق عسكري", "military"),))
    elsewhere = claim(
        BASRA, "الهجوم", actors=(party("قوة إيرانية", "IRN"),), isnad=(link("سائق", "witness"),),
        place=Where(text="البصرة", country="IRQ", place="irq.basra-city", lat=30.5, lon=47.8, precision="town"),
    )  # fmt: skip
    blamed = strike(text=STRIKE, actors=(party("سرايا مسلحة", "IRQ"),))
    answer = claim(ANSWER, "قصفت", date="2024-03-08", place=IRAQ)
    cause = claim(ANSWER, "هجوم", place=IRAQ)
    counts = [
        told("t1", TROOPS.format(2500), "2024-01-10", "وكالة المثال", tallies=[counted(TROOPS.format(2500), 2500, "جندي", place=IRAQ)]),  # noqa: E501
        told("t2", TROOPS.format(2000), "2024-06-10", "صحيفة النموذج", tallies=[counted(TROOPS.format(2000), 2000, "جندي", place=IRAQ)]),  # noqa: E501
        told("t3", ATTACKS.format(50), "2023-11-06", "وكالة المثال", tallies=[counted(ATTACKS.format(50), 51, "هجوم", open_end=True, since="2023-10")]),  # noqa: E501
        told("t4", ATTACKS.format(150), "2024-01-24", "صحيفة النموذج", tallies=[counted(ATTACKS.format(150), 151, "هجوم", open_end=True, since="2023-10")]),  # noqa: E501
        told("t5", ROAD.format(80), "2024-01-24", "صحيفة النموذج", tallies=[counted(ROAD.format(80), 80, "مسافة", unit="km")]),  # noqa: E501
        told("t6", ROAD.format(95), "2024-01-24", "وكالة المثال", tallies=[counted(ROAD.format(95), 95, "مسافة", unit="km")]),  # noqa: E501
    ]  # fmt: skip
    return [
        *pairs(),
        told("b1", STRIKE, "2024-03-05", "إذاعة المثال", claims=[blamed]),
        told("d1", DENIAL, "2024-03-07", "موقع النموذج", claims=[denial]),
        told("d2", BASRA, "2024-03-07", "موقع آخر", claims=[elsewhere]),
        told("r1", ANSWER, "2024-03-08", "صحيفة النموذج", claims=[answer, cause]),
        *counts,
    ]


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    found = tmp_path_factory.mktemp("store") / "khabar.db"
    with Store.open(found, create=True) as opened:
        opened.save_all(rows())
        same = {(name, 0): "e-strike" for name in ("a1", "a2", "b1", "d1", "d2")} | {("r1", 1): "e-strike"}
        opened.assign_events({**same, ("a3", 0): "e-visit", ("r1", 0): "e-answer"})
        at = ANSWER.index("ردا على")
        tie = StoredResponse(kind="response", article="r1", answer=0, cause=1, start=at, end=at + len("ردا على"))
        with opened.keeping() as kept:
            kept.add_responses([tie])
    return found


@pytest.fixture
def asked(path: Path) -> Iterator[Questions]:
    with open_store(path) as questions:
        yield questions


def said(arguments: list[str], path: Path, capsys: pytest.CaptureFixture[str]) -> str:
    with pytest.raises(SystemExit) as ended:
        run([*arguments, "--store", str(path)])
    assert ended.value.code == 0
    return capsys.readouterr().out


# disputes


def test_disputes_tell_what_lines_disagree_on_and_who_says_what(asked: Questions) -> None:
    (found,) = asked.disputes()
    assert found.event.id == "e-strike"
    disputes = {one.about: one for one in found.disputes}
    assert set(disputes) == {"happened", "actor", "place", "figure"}
    assert [one.strength for one in found.disputes] == sorted((one.strength for one in found.disputes), reverse=True)
    assert found.strength == found.disputes[0].strength
    sides = [{saying.low for saying in side} for side in disputes["figure"].sides]
    assert sorted(map(max, sides)) == [3, 6]
    assert {saying.says for side in disputes["happened"].sides for saying in side} == {"occurred", "negated"}
    assert {saying.says for side in disputes["actor"].sides for saying in side} == {"سرايا مسلحة", "قوة إيرانية"}
    assert {side[0].says for side in disputes["place"].sides} == {"قاعدة التاجي", "البصرة"}
    assert disputes["figure"].sides[0][0].chain[-1] in {"وكالة المثال", "صحيفة النموذج", "إذاعة المثال"}


def test_nothing_was_disputed_before_another_line_spoke(asked: Questions) -> None:
    assert asked.disputes(Filter(as_of="2024-03-05")) == []
    (found,) = asked.disputes(Filter(as_of="2024-03-06"))
    assert [one.about for one in found.disputes] == ["figure"]
    assert asked.disputes(Filter(types=("CONSULT",))) == []


def test_the_command_lists_disputed_events_and_counts(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = said(["disputes"], path, capsys)
    for words in ("e-strike", "whether it happened", "who did it", "how many: killed", "قوة إيرانية", "87.5 km"):
        assert words in out
    found = json.loads(said(["disputes", "--json"], path, capsys))
    assert [one["event"]["id"] for one in found["events"]] == ["e-strike"]
    assert [one["unit"] for one in found["tallies"]] == ["km"]
    assert "هل وقع" in said(["disputes", "--lang", "ar"], path, capsys)
    assert "no disputes" in said(["disputes", "--type", "CONSULT"], path, capsys)


# figures


def statement(low: float, high: float | None, line: str, day: str | None = None) -> Statement:
    values = {"of": None, "chain": (), "outlet": line, "claim": "", "status": "occurred", "stance": "reports"}
    return Statement(what="killed", low=low, high=high, line=line, reported=day, **values)  # type: ignore[arg-type]


def test_rules_for_figures() -> None:
    told = [statement(2, 2, "a"), statement(4, 4, "b"), statement(9, None, "a")]
    assert by_lines(told) == Outcome(4, 6.5, None)
    assert by_statements(told) == Outcome(2, 4, None)
    assert by_last(told) == Outcome(9, 9, None)
    assert rule_of("lines") is by_lines


def test_a_rule_of_the_users_own(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    mine = ModuleType("mine")
    mine.highest = lambda told: Outcome(1, max(one.value for one in told), 100)  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "mine", mine)
    with open_store(path, figures="mine:highest") as questions:
        found = questions.event("e-strike").event.figures[0]
    assert (found.low, found.best, found.high, found.disputed) == (1, 6, 100, True)
    for name in ("nothing", "mine:lowest", "no_such_module:rule"):
        with pytest.raises(KhabarError, match=f"no rule {name}"):
            rule_of(name)


def test_distance_of_figures() -> None:
    assert distance(statement(3, 3, "a"), statement(6, 6, "b")) == 0.5
    assert distance(statement(33, None, "a"), statement(30, 30, "b")) == pytest.approx(1 / 11)
    assert distance(statement(3, None, "a"), statement(6, 6, "b")) == 0


# tallies


def test_counts_of_one_thing_stand_together_over_time(asked: Questions) -> None:
    found = {one.kind: one for one in asked.tallies("القوات الأمريكية", place="العراق")}
    assert set(found) == {"troops", "attacks"}
    attacks = found["attacks"]
    assert [(one.reported, one.low, one.high) for one in attacks.counts] == [
        ("2023-11-06", 51, None),
        ("2024-01-24", 151, None),
    ]
    assert not attacks.disputed, "a total that grows is no dispute"
    troops = found["troops"]
    assert {one.low for one in troops.counts} == {2000, 2500}
    assert not troops.disputed, "five months lie between the two counts"


def test_measures_of_one_thing_may_be_disputed_at_any_time(asked: Questions) -> None:
    (road,) = [one for one in asked.tallies() if one.kind == "measure"]
    assert (road.low, road.best, road.high, road.disputed) == (80, 87.5, 95, True)
    assert [one.chain for one in road.counts] == [("صحيفة النموذج",), ("وكالة المثال",)]
    assert asked.tallies("كركوك")[0].unit == "km"


def test_tallies_as_of_a_day_and_elsewhere(asked: Questions) -> None:
    (attacks,) = asked.tallies("القوات الأميركية", place="العراق", as_of="2023-12")
    assert len(attacks.counts) == 1
    assert asked.tallies("القوات الأميركية", place="اليمن") == []


def test_the_command_draws_series(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = said(["tallies", "القوات الأميركية", "--place", "العراق"], path, capsys)
    assert "at least 151" in out
    assert "█" in out
    assert "no such counts" in said(["tallies", "الذهب"], path, capsys)
    found = json.loads(said(["tallies", "--json"], path, capsys))
    assert {one["kind"] for one in found} == {"troops", "attacks", "measure"}
    assert "لا أعداد كهذه" in said(["tallies", "الذهب", "--lang", "ar"], path, capsys)


# histories and answers


def test_a_history_tells_what_each_day_changed(asked: Questions) -> None:
    history = asked.history("e-strike")
    assert [step.day for step in history.steps] == ["2024-03-05", "2024-03-06", "2024-03-07", "2024-03-08"]
    first, second = ({one.what: one for one in step.revisions} for step in history.steps[:2])
    assert (first["killed"].before, first["killed"].now) == (None, "3/3/3")
    assert (second["killed"].before, second["killed"].now) == ("3/3/3", "3/4.5/6")
    assert "contested" in {one.what for one in history.steps[2].revisions}
    assert len(asked.history("e-strike", as_of="2024-03-05").steps) == 1
    with pytest.raises(KhabarError, match="had been reported by"):
        asked.history("e-strike", as_of="2024-01-01")


def test_show_tells_the_history_and_what_answers_what(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = said(["show", "e-strike", "--history"], path, capsys)
    assert "~ killed: 3 → 3-6 (best 4.5)" in out
    assert json.loads(said(["show", "e-strike", "--history", "--json"], path, capsys))["steps"]
    assert "in response to" in said(["show", "e-answer"], path, capsys)
    assert "answered by" in said(["show", "e-strike"], path, capsys)
    assert "ردا على" in said(["show", "e-answer", "--lang", "ar"], path, capsys)
    (tie,) = json.loads(said(["show", "e-answer", "--json"], path, capsys))["ties"]
    assert (tie["kind"], tie["answers"], tie["event"]["id"], tie["words"]) == ("response", True, "e-strike", "ردا على")


def test_merges_and_splits_end_a_history(tmp_path: Path) -> None:
    with Store.open(tmp_path / "khabar.db", create=True) as opened:
        opened.save_all(pairs())
        opened.assign_events({("a1", 0): "e-one", ("a2", 0): "e-two", ("a3", 0): "e-visit"})
        opened.assign_events({("a2", 0): "e-one"})
        history = Questions(opened).history("e-two")
    assert history.event == "e-one"
    assert [(change.kind, change.old, change.new) for change in history.changes] == [("merge", "e-two", "e-one")]
