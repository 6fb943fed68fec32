"""The command line, run as a person runs it: what it prints, its exit codes, its one-line faults."""

from __future__ import annotations

import csv
import io
import json
import re
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from khabar.cli.bidi import PDI, RLI, Paragraph, harmless, isolate
from khabar.cli.main import COMMANDS
from khabar.jobs.extracting import extract_rows
from khabar.jobs.parallel import Fault, extract_all
from khabar.jobs.reading import Reading
from khabar.model import Article
from khabar.store import Store
from making import STRIKE, Khabar, store_pairs, unreadable, use_stand_ins


@pytest.fixture(autouse=True)
def wide_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    """Tables are as wide as the terminal; here it is a wide one, wherever the tests run."""
    monkeypatch.setenv("COLUMNS", "160")


@pytest.fixture
def store(tmp_path: Path) -> Path:
    """khabar.db in the working folder, with the hand-made articles."""
    with Store.open(tmp_path / "khabar.db", create=True) as opened:
        store_pairs(opened)
    return tmp_path / "khabar.db"


def write_rows(path: Path, rows: Sequence[Any]) -> Path:
    lines = [row if isinstance(row, str) else json.dumps(row, ensure_ascii=False) for row in rows]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


def read_rows(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


# help, versions, wrong use


def test_help_lists_every_command(khabar: Khabar) -> None:
    said = khabar("--help")
    assert said.code == 0
    for name in COMMANDS:
        assert f"\n  {name} " in said.out


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_has_help_that_begins_with_its_line_in_the_list(khabar: Khabar, name: str) -> None:
    said = khabar(name, "--help")
    assert said.code == 0
    assert COMMANDS[name] in " ".join(said.out.split())


def test_help_imports_nothing_heavy() -> None:
    code = "import sys, khabar.cli.main as m\ntry: m.run(['--help'])\nexcept SystemExit: print(sorted(sys.modules))"
    said = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    loaded = said.stdout.splitlines()[-1]
    for heavy in ("sqlalchemy", "msgspec", "rich.", "numpy", "ahocorasick_rs", "khabar.pipeline"):
        assert f"'{heavy}" not in loaded, heavy


def test_version(khabar: Khabar) -> None:
    import khabar as package

    assert khabar("version").out == khabar("--version").out == f"khabar {package.__version__}\n"
    assert json.loads(khabar("version", "--json").out) == {"khabar": package.__version__}


def test_wrong_use_is_exit_code_2(khabar: Khabar) -> None:
    assert khabar("no-such-command").code == 2
    assert khabar("events", "--no-such-option").code == 2
    assert khabar("show").code == 2


# reading


def test_read_accounts_for_every_input(khabar: Khabar, tmp_path: Path) -> None:
    rows = [
        {"id": "1", "source": "س", "text": "وقع هجوم أوقع 4 قتلى. لا شيء بعده."},
        {"id": "2", "source": "س", "text": "وقع هجوم أوقع 4 قتلى. لا شيء بعده."},
        {"id": "3", "text": "انهيار مبنى"},
        "this is not JSON",
    ]
    path = write_rows(tmp_path / "in.jsonl", rows)
    said = khabar("read", path)
    assert said.code == 0
    lines = said.out.splitlines()
    assert lines[0] == "4 read = 1 stored + 1 duplicates + 2 quarantined"
    assert lines[1] == "khabar.db holds 1 articles, 1 claims, 0 tallies, 1 events"
    again = khabar("read", path, "--json")
    assert json.loads(again.out)["run"] == {"read": 4, "stored": 0, "duplicates": 2, "quarantined": 2}
    listed = khabar("quarantine")
    assert "The extractor failed on it (ZeroDivisionError: fell over)" in listed.out
    assert "in.jsonl" in listed.out
    assert listed.out.endswith("2 in quarantine\n")
    assert len(json.loads(khabar("quarantine", "--json").out)) == 2


def test_read_goes_on_where_it_was_stopped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    use_stand_ins(monkeypatch)
    items = [Article(id=str(n), text=f"هجوم رقم {n}.") for n in range(10)]

    def stopped() -> Any:
        yield from items[:6]
        raise KeyboardInterrupt

    with Store.open(tmp_path / "s.db", create=True) as opened:
        with pytest.raises(KeyboardInterrupt):
            Reading(opened).take(stopped())
        assert opened.size().articles == 6
        counts = Reading(opened).take([*items, unreadable()])
        assert (counts.read, counts.stored, counts.duplicates, counts.quarantined) == (11, 4, 6, 1)
        assert opened.quarantined()[0].sample == "\ufffdPNG"


def test_read_names_the_outlet_of_articles_that_name_none(khabar: Khabar, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("وقع هجوم كبير شمال البلاد صباح الخميس.", encoding="utf-8")
    assert khabar("read", "a.txt", "--outlet", "جريدة الغد").code == 0
    assert json.loads(khabar("sources", "--json").out)[0]["name"] == "جريدة الغد"


def test_read_with_nothing_to_read(khabar: Khabar) -> None:
    said = khabar("read")
    assert (said.code, said.err.count("\n")) == (1, 1)
    assert said.err.startswith("khabar: nothing to read; name files or folders")


def test_read_refuses_an_unknown_reader(khabar: Khabar) -> None:
    said = khabar("read", ".", "--reader", "picture")
    assert said.err.startswith("khabar: there is no reader picture; the readers are")


def test_parallel_reading_gives_the_same(khabar: Khabar, tmp_path: Path) -> None:
    rows = [{"id": str(n), "text": f"وقع هجوم رقم {n} أوقع {n} قتلى."} for n in range(60)]
    path = write_rows(tmp_path / "in.jsonl", rows)
    khabar("read", path, "--store", "one.db")
    khabar("read", path, "--store", "two.db", "--jobs", "2")
    exported = [khabar("export", "--store", name).out for name in ("one.db", "two.db")]
    assert exported[0] == exported[1]
    assert exported[0].count("\n") == 60


# seeing


def test_timeline(khabar: Khabar, store: Path) -> None:
    lines = khabar("timeline").out.splitlines()
    assert lines[0] == "2024-03-04"
    assert f"Assault · drone · ? → {RLI}جنود{PDI} · {RLI}قاعدة التاجي{PDI}" in lines[5]
    assert "killed 3-6 (disputed) · 2 independent lines, 2 articles · e-strike" in lines[6]
    arabic = khabar("timeline", "--lang", "ar").out
    assert "اعتداء · طائرة مسيّرة" in arabic
    assert "قتلى 3-6 (موضع خلاف)" in arabic
    assert [day["day"] for day in json.loads(khabar("timeline", "--json").out)] == ["2024-03-04", "2024-03-05"]


def test_events_as_table_and_filtered(khabar: Khabar, store: Path) -> None:
    said = khabar("events")
    assert said.code == 0
    assert "e-strike" in said.out
    assert f"{RLI}قاعدة التاجي{PDI}" in said.out
    found = json.loads(khabar("events", "--type", "assault", "--place", "العراق", "--since", "2024-03", "--json").out)
    assert [event["id"] for event in found] == ["e-strike"]
    assert json.loads(khabar("events", "--actor", "مجهول", "--json").out) == []
    assert [e["id"] for e in json.loads(khabar("events", "--until", "2024-03-04", "--json").out)] == ["e-visit"]
    assert [e["id"] for e in json.loads(khabar("events", "--limit", "1", "--json").out)] == ["e-visit"]


def test_wrong_filters_say_what_is_right(khabar: Khabar, store: Path) -> None:
    assert khabar("events", "--type", "WAR").err.startswith(
        "khabar: there is no event type WAR; the types are ASSAULT,"
    )
    said = khabar("events", "--since", "yesterday")
    assert said.err == "khabar: --since yesterday is no date; write it as 2024-01-23, 2024-01 or 2024\n"
    assert said.code == 1


def test_show(khabar: Khabar, store: Path) -> None:
    said = khabar("show", "e-strike")
    assert said.code == 0
    assert f"1. {RLI}وزارة الدفاع العراقية{PDI} → {RLI}وكالة المثال{PDI}" in said.out
    assert "[هجوم]" in said.out
    assert "killed: 3-6 (disputed)" in said.out
    detail = json.loads(khabar("show", "e-s", "--json").out)
    assert [view["article"] for view in detail["claims"]] == ["a1", "a2"]
    assert detail["claims"][0]["sentence"]["text"] == STRIKE
    assert len(json.loads(khabar("show", "e-strike", "--as-of", "2024-03-05", "--json").out)["claims"]) == 1
    missing = khabar("show", "e-none")
    assert (missing.code, missing.out) == (1, "")
    assert missing.err == "khabar: there is no event e-none in khabar.db; list them with: khabar events\n"


def test_sources(khabar: Khabar, store: Path) -> None:
    assert "وزارة الدفاع العراقية" in khabar("sources").out
    assert {row["name"] for row in json.loads(khabar("sources", "--type", "CONSULT", "--json").out)} == {
        "صحيفة النموذج"
    }


def test_explain(khabar: Khabar) -> None:
    said = khabar("explain", "قصفت طائرات", "--published", "2024-03-05")
    assert said.out.splitlines() == ["text", f"└── {RLI}قصفت طائرات{PDI}  read 2024-03-05"]
    assert json.loads(khabar("explain", "قصفت", "--json").out)["children"][0]["label"] == "قصفت"
    assert khabar("explain", " ").err == "khabar: there is nothing to explain; give a sentence\n"


def test_export(khabar: Khabar, store: Path, tmp_path: Path) -> None:
    said = khabar("export", "-o", "out.csv", "--type", "ASSAULT")
    assert said.err == "2 claims written as csv\n"
    text = (tmp_path / "out.csv").read_text(encoding="utf-8-sig")
    assert [row["event"] for row in csv.DictReader(io.StringIO(text))] == ["e-strike", "e-strike"]
    assert len(khabar("export").out.splitlines()) == 3
    assert khabar("export", "--format", "xml").err.startswith("khabar: there is no format xml")
    assert khabar("export", "-o", "no/such/folder/out.csv").err.startswith(
        "khabar: cannot write no/such/folder/out.csv"
    )


@pytest.mark.parametrize("command", ["events", "timeline", "sources", "quarantine", "export", "link"])
def test_a_missing_store_is_one_line(khabar: Khabar, command: str) -> None:
    said = khabar(command)
    assert (said.code, said.out) == (1, "")
    assert said.err == "khabar: no store at khabar.db; make one with: khabar read PATH... --store khabar.db\n"


def test_output_into_a_closed_pipe_leaves_no_traceback(store: Path) -> None:
    command = f"{sys.executable} -m khabar export --store {store} | head -c 1"
    said = subprocess.run(["bash", "-c", command], capture_output=True, text=True, check=False)
    assert "Traceback" not in said.stderr


# extract, link, evaluate


def test_extract_gives_a_row_for_each_row(khabar: Khabar, tmp_path: Path) -> None:
    rows = [
        {"id": 7, "source": "س", "published": "2024-03-06T10:00:00Z", "title": "ع", "text": "وقع هجوم أوقع 4 قتلى."},
        {"id": "no text"},
        "[1, 2]",
        "{broken",
        {"id": 7, "published": "أمس", "text": "لا شيء. ثم هجوم.", "source": 3},
        {"id": "انهيار", "text": "انهيار"},
        {"id": "lone \ud800", "text": "\ud800 هجوم"},
    ]
    lines = [json.dumps(row) if isinstance(row, dict) else row for row in rows]
    source = write_rows(tmp_path / "in.jsonl", [*lines[:3], "", *lines[3:]])
    said = khabar("extract", source, "-o", "out.jsonl")
    assert said.code == 0
    found = read_rows(tmp_path / "out.jsonl")
    assert [row["id"] for row in found] == [7, "no text", None, None, 7, "انهيار", "lone \ud800"]
    assert [row.get("error", "")[:8] for row in found] == ["", "no text", "not an o", "not JSON", "", "the extr", ""]
    assert [len(row["claims"]) for row in found] == [1, 0, 0, 0, 1, 0, 1]
    assert [line.split(": ")[1].rsplit(", ", 1)[1] for line in said.err.splitlines()[:-1]] == [
        "line 2", "line 3", "line 5", "line 7",
    ]  # fmt: skip
    assert said.err.splitlines()[-1] == "7 rows, 3 claims, 4 rows could not be used"
    first = found[0]["claims"][0]
    assert first["trigger"] == {"start": 4, "end": 8, "text": "هجوم"}
    assert first["figures"] == [{"what": "killed", "low": 4, "high": 4, "of": None}]
    assert first["event"] == found[4]["claims"][0]["event"] == "e-assault-2024-03-05"
    assert "rules" not in first
    second = found[4]["claims"][0]
    text = rows[4]["text"]  # type: ignore[index]
    assert text[second["trigger"]["start"] : second["trigger"]["end"]] == "هجوم"
    assert text[second["evidence"]["start"] : second["evidence"]["end"]].strip() == "ثم هجوم."
    assert not (tmp_path / "out.jsonl.partial").exists()


def test_extract_without_linking_and_in_parallel(khabar: Khabar, tmp_path: Path) -> None:
    rows = [{"id": n, "text": f"هجوم {n}."} if n % 7 else {"id": n} for n in range(80)]
    source = write_rows(tmp_path / "in.jsonl", rows)
    khabar("extract", source, "-o", "one.jsonl", "--no-link")
    khabar("extract", source, "-o", "two.jsonl", "--no-link", "--jobs", "2")
    found = read_rows(tmp_path / "one.jsonl")
    assert found == read_rows(tmp_path / "two.jsonl")
    assert [row["id"] for row in found] == list(range(80))
    assert {claim["event"] for row in found for claim in row["claims"]} == {None}
    assert ["error" in row for row in found] == [n % 7 == 0 for n in range(80)]


def test_extract_does_not_read_ahead_without_end(monkeypatch: pytest.MonkeyPatch) -> None:
    use_stand_ins(monkeypatch)
    drawn = 0

    def many() -> Any:
        nonlocal drawn
        for n in range(5000):
            drawn += 1
            yield Article(id=str(n), text="هجوم")

    results = extract_all(many(), jobs=2)
    next(results)
    assert drawn <= 2 * 5 * 16
    results.close()  # type: ignore[attr-defined]


def test_an_extractor_that_fails_is_named() -> None:
    assert Fault("x") == "x"


def test_extract_names_a_missing_file(khabar: Khabar) -> None:
    said = khabar("extract", "none.jsonl", "-o", "out.jsonl")
    assert (said.code, said.err) == (1, "khabar: cannot read none.jsonl: No such file or directory; check the path\n")
    assert not Path("out.jsonl").exists()


def test_a_failing_run_leaves_no_half_file(khabar: Khabar, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(rows: object) -> None:
        raise RuntimeError

    source = write_rows(tmp_path / "in.jsonl", [{"id": 1, "text": "هجوم"}])
    (tmp_path / "out.jsonl").write_text("old", encoding="utf-8")
    monkeypatch.setattr("khabar.linking.link_claims", fail)
    with pytest.raises(RuntimeError):
        khabar("extract", source, "-o", "out.jsonl")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["in.jsonl", "out.jsonl"]
    assert (tmp_path / "out.jsonl").read_text(encoding="utf-8") == "old"


def coded(**changes: Any) -> dict[str, Any]:
    base = {
        "quote": "وقع هجوم أوقع 4 قتلى",
        "trigger": "هجوم",
        "type": "ASSAULT",
        "mode": "drone",
        "status": "occurred",
        "stance": "reports",
        "date": "2024-03-05",
        "figures": [{"what": "killed", "low": 4, "high": 4}],
        "event": 1,
    }
    return base | changes


def test_link_rows_changes_events_only(khabar: Khabar, tmp_path: Path) -> None:
    rows = [
        {
            "id": "a",
            "text": "وقع هجوم أوقع 4 قتلى.",
            "claims": [coded(), coded(date="2024-01", actors=["س"])],
            "x": 1,
        },
        {"id": "b", "text": "نص آخر.", "claims": [coded()]},
        {"id": "c", "text": "بلا أقوال."},
    ]
    source = write_rows(tmp_path / "in.jsonl", rows)
    said = khabar("link", source, "-o", "out.jsonl")
    assert said.code == 0
    found = read_rows(tmp_path / "out.jsonl")
    assert [claim["event"] for claim in found[0]["claims"]] == ["e-assault-2024-03-05", "e-assault-2024-01"]
    for claim in found[0]["claims"]:
        claim["event"] = 1
    assert found == rows
    assert "line 2: the quote" in said.err


def test_link_a_store(khabar: Khabar, store: Path) -> None:
    assert khabar("link").out == "2 events in khabar.db\n"
    visited, struck = json.loads(khabar("events", "--json").out)
    assert (visited["type"], struck["type"]) == ("CONSULT", "ASSAULT")
    assert json.loads(khabar("show", "e-strike", "--json").out)["event"]["id"] == struck["id"]


def test_evaluate(khabar: Khabar, tmp_path: Path) -> None:
    gold = write_rows(tmp_path / "gold.jsonl", [{"id": "a", "text": "وقع هجوم أوقع 4 قتلى.", "claims": [coded()]}])
    said = khabar("evaluate", gold)
    assert said.out.splitlines()[-1] == "claim score 1.000"
    write_rows(tmp_path / "none.jsonl", [{"id": "a", "claims": []}])
    said = khabar("evaluate", gold, "none.jsonl", "--by-type", "--by-field", "--misses", "5")
    assert re.search(r"^ASSAULT +1 +0 +0 +0\.000", said.out, re.MULTILINE)
    assert "a\tmissed ASSAULT\tوقع هجوم أوقع 4 قتلى" in said.out
    assert re.search(r"^chain +0 +0 +0 +0\.000", said.out, re.MULTILINE)
    assert json.loads(khabar("evaluate", gold, gold, "--json").out)["claim_score"] == 1.0
    write_rows(tmp_path / "bad.jsonl", [{"id": "a", "claims": [{}]}])
    assert khabar("evaluate", gold, "bad.jsonl").err == "khabar: bad.jsonl, line 1: claim 0 needs a type\n"


def test_rows_are_written_as_they_come_when_not_linked(monkeypatch: pytest.MonkeyPatch) -> None:
    use_stand_ins(monkeypatch)
    written: list[str] = []

    def lines() -> Any:
        yield json.dumps({"id": 1, "text": "هجوم"})
        assert len(written) == 1
        yield json.dumps({"id": 2, "text": "هجوم"})
        assert len(written) == 2

    assert extract_rows(lines(), written.append, linked=False).rows == 2


# terminal text


def test_arabic_stands_in_isolates_on_every_line() -> None:
    from rich.console import Console

    screen = Console(width=20, file=io.StringIO(), highlight=False)
    screen.print(Paragraph("قال المتحدث باسم الوزارة إن الهجوم وقع فجر اليوم", indent=2))
    lines = screen.file.getvalue().splitlines()  # type: ignore[attr-defined]
    assert len(lines) > 2
    for line in lines:
        assert line.startswith(f"  {RLI}")
        assert line.rstrip().endswith(PDI)
    assert isolate("abc") == "abc"


def test_terminal_escapes_and_bidi_controls_are_taken_out_in_place() -> None:
    evil = "أ\x1b[31mب\u202eج\nد\ud800"
    assert harmless(evil) == "أ [31mب ج د "
    assert len(harmless(evil)) == len(evil)


# the real thing


def test_demo_shows_one_event_told_by_several_lines_with_a_disputed_figure() -> None:
    run_demo = subprocess.run([sys.executable, "-m", "khabar", "demo"], capture_output=True, text=True, check=False)
    assert run_demo.returncode == 0, run_demo.stderr
    assert "8 read = 8 stored + 0 duplicates + 0 quarantined" in run_demo.stdout
    assert "(disputed)" in run_demo.stdout
    assert "وكالة ضفاف للأنباء" in run_demo.stdout
