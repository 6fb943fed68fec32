"""Two extractions side by side: pairs, agreement as evaluate measures it, the terminal and the page."""

from __future__ import annotations

import json
import re
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from khabar.cli.main import run
from khabar.jobs.extracting import extract_rows
from khabar.model import TYPES
from khabar.views.compare import compare, without_place
from khabar.views.compare_page import page
from khabar.views.evaluate import evaluate

TEXT = "قصفت طائرات مسيرة قاعدة التاجي وقتل ثلاثة جنود. وزار الوزير طهران. ودانت وزارة الخارجية القصف."


def coded(quote: str, trigger: str, type: str, **fields: Any) -> dict[str, Any]:
    start = TEXT.index(quote)
    at = start + quote.index(trigger)
    base = {
        "quote": quote, "trigger": {"start": at, "end": at + len(trigger), "text": trigger},
        "evidence": {"start": start, "end": start + len(quote)}, "type": type, "mode": None, "status": "occurred",
        "stance": "reports", "actors": [], "targets": [], "place": None, "date": None, "figures": [], "weapons": [],
        "isnad": [], "event": None,
    }  # fmt: skip
    return {**base, **fields}


STRIKE = coded(
    "قصفت طائرات مسيرة قاعدة التاجي", "قصفت", "ASSAULT", mode="drone", date="2024-03-05",
    targets=[{"text": "قاعدة التاجي", "country": "IRQ"}], place={"text": "قاعدة التاجي", "country": "IRQ"},
    figures=[{"what": "killed", "low": 3, "high": 3, "of": "جنود"}],
)  # fmt: skip
VISIT = coded("زار الوزير طهران", "زار", "CONSULT", mode="visit", actors=[{"text": "الوزير", "country": None}])
BLAME = coded("ودانت وزارة الخارجية القصف", "دانت", "ACCUSE", actors=[{"text": "وزارة الخارجية", "country": "IRQ"}])


def row(*claims: dict[str, Any], id: str = "x", **more: Any) -> dict[str, Any]:
    return {"id": id, "claims": list(claims), "tallies": [], **more}


def test_pairs_and_their_fields() -> None:
    other = {**STRIKE, "mode": "airstrike", "date": "2024-03", "figures": [{"what": "killed", "low": 2, "high": None}]}
    found = compare([row(STRIKE, VISIT)], [row(other, BLAME)])
    (article,) = found.articles
    assert [(one.seen, one.sides[0].quote.split()[0]) for one in article.rows] == [
        ("both", "قصفت"),
        ("a", "زار"),
        ("b", "ودانت"),
    ]
    both = article.rows[0]
    cells = {cell.field: cell for cell in both.cells}
    assert (cells["mode"].a, cells["mode"].b, cells["mode"].score) == ("drone", "airstrike", 0)
    assert (cells["date"].a, cells["date"].b, cells["date"].score) == ("2024-03-05", "2024-03", 0.5)
    assert (cells["figures"].a, cells["figures"].b) == ("killed 3", "killed 2..")
    assert cells["targets"].score == 1
    assert not both.agrees
    assert article.rows[1].cells[-1].b == ""


def test_the_same_twice_agrees_in_all() -> None:
    found = compare([row(STRIKE, VISIT, BLAME)], [row(STRIKE, VISIT, BLAME)])
    assert found.report.claim_score == 1
    assert all(one.agrees and one.score == 1 for one in found.articles[0].rows)


def test_other_types_do_not_agree() -> None:
    found = compare([row(STRIKE)], [row({**STRIKE, "type": "COERCE", "mode": None})])
    (both,) = found.articles[0].rows
    assert (both.seen, both.score, both.agrees) == ("both", 0, False)
    assert both.cells[0].score == 0


CLAIMS = st.lists(
    st.builds(
        lambda claim, type, date: {**claim, "type": type, "mode": None, "date": date},
        st.sampled_from([STRIKE, VISIT, BLAME]), st.sampled_from(TYPES[:3]),
        st.sampled_from([None, "2024-03-05", "2024-03"]),
    ),
    max_size=5,
)  # fmt: skip


@given(CLAIMS, CLAIMS)
@settings(max_examples=80, deadline=None)
def test_figures_are_those_of_evaluate_and_no_claim_is_lost(a: list[dict[str, Any]], b: list[dict[str, Any]]) -> None:
    found = compare([row(*a)], [row(*b)])
    assert found.report == evaluate([row(*a, text="")], [row(*b)])
    rows = found.articles[0].rows
    assert sum(one.seen in ("a", "both") for one in rows) == len(a)
    assert sum(one.seen in ("b", "both") for one in rows) == len(b)


def test_articles_of_one_side_are_named() -> None:
    found = compare([row(STRIKE), row(id="y")], [row(STRIKE), row(id=7)], ("one", "two"))
    assert (found.only_a, found.only_b, found.report.articles) == (("y",), ("7",), 1)


def test_quotes_need_a_text_in_either_file() -> None:
    quoted = row({**VISIT, "trigger": "زار", "evidence": None})
    assert without_place([quoted], [row(VISIT)]) == "x"
    assert without_place([quoted], [row(VISIT, text=TEXT)]) is None
    (both,) = compare([quoted], [row(VISIT, text=TEXT)]).articles[0].rows
    assert (both.seen, both.start) == ("both", TEXT.index("زار"))


# the page


class Seen(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.addresses: list[str] = []
        self.open: list[str] = []
        self.text = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.addresses += [value or "" for name, value in attrs if name in ("src", "href")]

    def handle_data(self, data: str) -> None:
        self.text += data


def test_the_page_needs_nothing_else_and_echoes_nothing_raw() -> None:
    evil = {**STRIKE, "quote": "قصفت <script>alert(1)</script> & <img src=x>", "mode": "<b>drone</b>"}
    seen = Seen()
    seen.feed(page(compare([row(evil, VISIT)], [row(STRIKE, BLAME)], ("<i>one</i>", "two"))))
    assert not {"script", "img", "link", "b", "i", "iframe"} & set(seen.tags)
    assert all(address.startswith("#") for address in seen.addresses)
    assert "قصفت <script>alert(1)</script>" in seen.text
    assert "only in two" in seen.text
    assert "default-src 'none'" in page(compare([row()], [row()]))


# the command


def write(path: Path, *rows: dict[str, Any]) -> str:
    path.write_text("".join(json.dumps(one, ensure_ascii=False) + "\n" for one in rows), encoding="utf-8")
    return str(path)


def call(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str, str]:
    with pytest.raises(SystemExit) as caught:
        run(list(arguments))
    said = capsys.readouterr()
    return int(caught.value.code or 0), said.out, said.err


def test_in_the_terminal(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "160")
    a = write(tmp_path / "rules.jsonl", row(STRIKE, VISIT), row(id="y"))
    b = write(tmp_path / "model.jsonl", row({**STRIKE, "mode": "airstrike"}, BLAME))
    code, out, _ = call(capsys, "compare", a, b)
    lines = out.splitlines()
    assert code == 0
    assert lines[0] == "1 articles: 1 claims in both, 1 only in rules, 1 only in model"
    assert lines[1] == "1 articles only in rules, left out: y"
    assert re.search(r"^mode +0\.000$", out, re.MULTILINE)
    assert re.search(r"^≠ +mode +drone +airstrike", out, re.MULTILINE)
    assert "x · زار · only in rules" in re.sub("[\u2066-\u2069]", "", out)
    assert (
        lines[-1]
        == f"claim score {compare([row(STRIKE, VISIT)], [row({**STRIKE, 'mode': 'a'}, BLAME)]).report.claim_score:.3f}"
    )
    _, out, _ = call(capsys, "compare", a, b, "--show", "1")
    assert "... 2 more differ; --show N shows more, --html FILE all" in out


def test_as_a_page_and_as_json(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    a, b = write(tmp_path / "a.jsonl", row(STRIKE)), write(tmp_path / "b.jsonl", row(STRIKE))
    target = tmp_path / "c.html"
    code, _, err = call(capsys, "compare", a, b, "--html", str(target))
    assert (code, err.strip()) == (0, f"{target}: 1 articles side by side")
    assert target.read_text(encoding="utf-8").startswith("<!doctype html>")
    _, out, _ = call(capsys, "compare", a, b, "--html", "-")
    assert out.startswith("<!doctype html>")
    assert out.endswith("</html>\n")
    _, out, _ = call(capsys, "compare", a, b, "--json")
    assert json.loads(out)["report"]["claim_score"] == 1


@pytest.mark.parametrize(
    ("first", "second", "told"),
    [
        ([row(STRIKE)], [row(STRIKE, id="z")], "have no article in common; rows are matched by id"),
        ([row({**STRIKE, "trigger": "قصفت"})], [row(STRIKE)], "neither file has its text; add the texts"),
        ([{"claims": []}], [row(STRIKE)], "line 1: the row needs an id"),
    ],
)
def test_faults_are_one_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], first: list[Any], second: list[Any], told: str
) -> None:
    code, _, err = call(capsys, "compare", write(tmp_path / "a", *first), write(tmp_path / "b", *second))
    assert code == 1
    assert told in err
    assert len(err.strip().splitlines()) == 1


def test_what_extract_writes_can_be_compared(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    written: list[str] = []
    given_row = json.dumps({"id": "x", "text": TEXT, "published": "2024-03-06"})
    extract_rows([given_row], lambda line: written.append(line + "\n"))
    path = tmp_path / "out.jsonl"
    path.write_text("".join(written), encoding="utf-8")
    code, out, _ = call(capsys, "compare", str(path), str(path))
    assert code == 0
    assert "claim score 1.000" in out
