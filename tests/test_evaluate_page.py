"""``khabar evaluate`` by field, by type and as a page: counts of values, sentences with both sides, filters."""

from __future__ import annotations

import json
import re
import shutil
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from khabar.cli.main import run
from khabar.views.agreement import FIELDS, field_scores, values_held
from khabar.views.compare import ArticleRows, Comparison, against_gold
from khabar.views.compare_page import page
from khabar.views.compare_text import pieces, stretches
from khabar.views.evaluate import evaluate
from making import coded_claim as claim

TEXT = (
    "قصفت طائرات مسيرة مخزنا قرب التاجي فجر الأحد، وقتل حارسان. الطقس في المدينة صحو. "
    "وزار وزير الري أنقرة ودعت نقابة الصيادين البلدية إلى فتح الميناء. واعتقلت الشرطة سائقا في الزبير."
)


STRIKE = claim(
    "قصفت طائرات مسيرة مخزنا قرب التاجي", "قصفت", "ASSAULT", mode="drone", date="2023-06-04",
    actors=[{"text": "طائرات مسيرة", "country": None}], targets=[{"text": "مخزنا", "country": "IRQ"}],
    place={"text": "التاجي", "country": "IRQ"}, figures=[{"what": "killed", "low": 2, "high": 2, "of": "حارسان"}],
    isnad=[{"text": "وكالة ضفاف", "kind": "agency"}, {"text": "مصدر أمني", "kind": "unnamed"}],
)  # fmt: skip
VISIT = claim("زار وزير الري أنقرة", "زار", "CONSULT", mode="visit", actors=[{"text": "وزير الري", "country": None}])
PLEA = claim("ودعت نقابة الصيادين البلدية إلى فتح الميناء", "دعت", "REQUEST")
ARREST = claim("واعتقلت الشرطة سائقا في الزبير", "اعتقلت", "COERCE", mode="arrest")


def gold(*claims: dict[str, Any], **more: Any) -> dict[str, Any]:
    return {"id": "x", "text": TEXT, "title": "خبر", "published": "2023-06-05", "claims": list(claims), **more}


def found(*claims: dict[str, Any], id: str = "x") -> dict[str, Any]:
    return {"id": id, "claims": list(claims), "tallies": []}


GUESS = STRIKE | {
    "mode": "airstrike",
    "date": "2023-06",
    "actors": [*STRIKE["actors"], {"text": "الجيش", "country": "IRQ"}],
    "isnad": STRIKE["isnad"][1:],
    "rules": {"type": "assault.bomb", "mode": "mode: air", "date": "date.month 0.61"},
}


def compared() -> Comparison:
    return against_gold([gold(STRIKE, VISIT, PLEA)], [found(GUESS, VISIT, ARREST | {"type": "SANCTION"})])


# figures


def test_values_are_counted_field_by_field() -> None:
    rates = evaluate([gold(STRIKE, VISIT)], [found(GUESS, VISIT)]).field_rates
    counts = {name: (one.gold, one.found, one.hit) for name, one in rates.items()}
    assert counts == {
        "mode": (2, 2, 1), "status": (2, 2, 2), "stance": (2, 2, 2), "actors": (2, 3, 2), "targets": (1, 1, 1),
        "sides": (1, 2, 1), "place": (1, 1, 1), "country": (1, 1, 1), "date": (1, 1, 0.5), "figures": (1, 1, 1),
        "origin": (1, 1, 1), "chain": (2, 1, 1),
    }  # fmt: skip
    assert (rates["actors"].p, rates["actors"].r) == (pytest.approx(2 / 3), 1)


CLAIMS = st.builds(
    lambda base, mode, date, links, place: base | {"mode": mode, "date": date, "isnad": links, "place": place},
    st.sampled_from([STRIKE, VISIT, PLEA]),
    st.sampled_from([None, "drone", "visit"]),
    st.sampled_from([None, "", "2023", "2023-06-04"]),
    st.sampled_from([[], STRIKE["isnad"], STRIKE["isnad"][:1]]),
    st.sampled_from([None, {"text": "التاجي", "country": None}, {"text": None, "country": "IRQ"}]),
)


@given(CLAIMS, CLAIMS)
@settings(max_examples=150, deadline=None)
def test_no_field_has_more_hits_than_values(one: dict[str, Any], other: dict[str, Any]) -> None:
    scores, wanted, given_values = field_scores(one, other), values_held(one), values_held(other)
    assert wanted.keys() == given_values.keys() == set(FIELDS)
    for name in FIELDS:
        hits = scores[name] * (wanted[name] + given_values[name]) / 2
        assert hits <= min(wanted[name], given_values[name]), name


def test_means_of_a_type_are_those_of_its_claims() -> None:
    report = evaluate([gold(STRIKE, VISIT)], [found(GUESS, VISIT)])
    assert report.type_fields["CONSULT"] == dict.fromkeys(FIELDS, 1.0)
    assert report.type_fields["ASSAULT"]["date"] == 0.5
    assert report.fields["date"] == 0.75
    assert report.types["ASSAULT"].hit == 1


# the text


def cut(article: ArticleRows) -> list[tuple[str, tuple[int, ...]]]:
    return [(article.text[one.start : one.end], one.rows) for one in stretches(article)]


def test_sentences_with_claims_are_told_from_those_without() -> None:
    (article,) = compared().articles
    assert [(words.strip(" .").split(" ")[0], rows) for words, rows in cut(article)] == [
        ("قصفت", (0,)),
        ("الطقس", ()),
        ("وزار", (1, 2)),
        ("واعتقلت", (3,)),
    ]
    assert [row.seen for row in article.rows] == ["both", "both", "a", "b"]


def test_pieces_are_the_text_and_numbers_follow_whole_words() -> None:
    suffixed = claim("استهدفتهم نيران مجهولة", "استهدفت", "ASSAULT")
    text = "استهدفتهم نيران مجهولة عند الجسر."
    (article,) = against_gold([gold(suffixed, text=text)], [found()]).articles
    (stretch,) = stretches(article)
    shown = pieces(text, stretch, article.rows, first=True)
    assert "".join(piece.text for piece in shown) == text
    assert [(piece.text, piece.trigger, piece.closes) for piece in shown[:3]] == [
        ("استهدفت", 0, ()),
        ("هم", None, (0,)),
        (" نيران مجهولة", None, ()),
    ]
    assert [piece.depth for piece in shown] == [1, 1, 1, 0]
    assert [piece.depth for piece in pieces(text, stretch, article.rows, first=False)] == [0]


@given(st.lists(st.tuples(st.integers(0, 90), st.integers(1, 70), st.booleans()), max_size=6))
@settings(max_examples=150, deadline=None)
def test_no_letter_is_lost_or_told_twice(spans: list[tuple[int, int, bool]]) -> None:
    sides: tuple[list[dict[str, Any]], list[dict[str, Any]]] = ([], [])
    for start, length, first in spans:
        quote = TEXT[start : start + length]
        sides[first].append(claim(quote, quote[:3], "ASSAULT"))
    (article,) = against_gold([gold(*sides[True])], [found(*sides[False])]).articles
    parts = stretches(article)
    assert re.sub(r"\s", "", "".join(words for words, _ in cut(article))) == re.sub(r"\s", "", TEXT)
    assert sorted(row for part in parts for row in part.rows) == list(range(len(article.rows)))
    for part in parts:
        for first in (True, False):
            shown = pieces(TEXT, part, article.rows, first=first)
            assert "".join(piece.text for piece in shown) == TEXT[part.start : part.end]


# the page


class Seen(HTMLParser):
    """Tags, addresses, and the classes and words of every claim."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.addresses: list[str] = []
        self.ids: list[str] = []
        self.claims: list[tuple[set[str], list[str]]] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        known = {name: value or "" for name, value in attrs}
        self.tags.append(tag)
        self.addresses += [known[name] for name in ("src", "href") if name in known]
        self.ids += [known["id"]] if "id" in known else []
        if tag == "details" and "claim" in known.get("class", ""):
            self.claims.append((set(known["class"].split()), []))

    def handle_data(self, data: str) -> None:
        if self.claims:
            self.claims[-1][1].append(data)


def test_every_claim_says_how_it_came_out() -> None:
    html = page(compared())
    strike, visit, missed, false = Seen(html).claims
    assert {"is-differs", "type-ASSAULT", "wrong-mode", "wrong-date", "wrong-chain"} < strike[0]
    assert not {"wrong-origin", "wrong-place", "wrong-status"} & strike[0]
    assert "is-same" in visit[0]
    assert {"is-a", "type-REQUEST"} < missed[0]
    assert {"is-b", "type-SANCTION"} < false[0]
    assert [name for name in ("drone", "airstrike", "mode: air", "✗") if name not in strike[1]] == []
    assert strike[1][strike[1].index("2023-06-04") :][:3] == ["2023-06-04", "2023-06", "date.month 0.61"]
    assert "missed" in " ".join(missed[1])
    assert "false" in " ".join(false[1])
    assert html.count("dir='rtl'>") >= 6
    assert re.search(r"<mark class='mark a'>دعت</mark></span><sup>3</sup>", html)


def test_filters_lead_to_targets_that_keep_claims() -> None:
    html = page(compared())
    seen = Seen(html)
    assert all(address.startswith("#") for address in seen.addresses)
    assert {address[1:] for address in seen.addresses} <= set(seen.ids)
    kept = {name for classes, _ in seen.claims for name in classes if re.match("is-|type-|wrong-", name)}
    assert kept == {name for name in seen.ids if re.match("is-|type-|wrong-", name)}
    for name in kept:
        assert f"#{name}:target~.article:not(.{name})" in html
    assert not {"script", "img", "link", "iframe", "form"} & set(seen.tags)
    assert "http" not in html.replace('http-equiv="Content-Security-Policy"', "")
    assert "url(" not in html
    assert "@import" not in html


def test_what_strangers_wrote_is_shown_and_does_nothing() -> None:
    text = "قصف\u202e </p><script>alert(1)</script> الجسر \ud800 ليلا."
    evil = claim(text[:-1], "قصف", "<b>'X", mode="<i>", rules={"mode": "<u>"})
    html = page(against_gold([gold(evil, text=text, title="<h1>", id="<a href='//e'>")], [found(evil)]))
    assert not {"script", "b", "i", "u"} & set(Seen(html).tags)
    assert "\u202e" not in html
    html.encode("utf-8")
    assert "type--b-X" in html


def test_an_article_without_predictions_is_shown_and_told() -> None:
    comparison = against_gold([gold(VISIT), gold(id="y")], [found(id="z")])
    assert (comparison.only_a, comparison.only_b) == (("x", "y"), ("z",))
    html = page(comparison)
    assert "articles only in <bdi>gold</bdi>: <bdi>x</bdi>, <bdi>y</bdi>" in html
    assert [classes & {"is-a"} for classes, _ in Seen(html).claims] == [{"is-a"}]


def test_in_a_browser_without_scripts(tmp_path: Path) -> None:
    playwright = pytest.importorskip("playwright.sync_api", reason="needs playwright; install the dev extra")
    chromium = shutil.which("chromium")
    if chromium is None:
        pytest.skip("needs chromium")
    target = tmp_path / "page.html"
    target.write_text(page(compared()), encoding="utf-8")
    with playwright.sync_playwright() as tool:
        browser = tool.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        for width in (390, 1440):
            context = browser.new_context(viewport={"width": width, "height": 900}, java_script_enabled=False)
            tab = context.new_page()
            asked: list[str] = []
            tab.on("request", lambda request, asked=asked: asked.append(request.url))
            tab.goto(target.as_uri())
            assert tab.locator(".claim:visible").count() == 4
            tab.get_by_role("navigation").get_by_role("link", name=re.compile("^date")).click()
            assert tab.locator(".claim:visible").count() == 1
            assert tab.locator(".quiet:visible").count() == 0
            assert tab.locator(".now").inner_text() == "1 claim: wrong in date show all"
            tab.get_by_role("link", name="show all").click()
            assert tab.locator(".claim:visible").count() == 4
            wide = [box["x"] + box["width"] for one in tab.locator(".claim").all() if (box := one.bounding_box())]
            assert max(wide) <= width
            first, second = (one.bounding_box() for one in tab.locator(".sentences").first.locator("> div").all())
            assert first is not None
            assert second is not None
            assert (first["y"] == second["y"]) == (width == 1440)
            assert all(url.startswith("file:") for url in asked)
        browser.close()


# the command


def write(path: Path, *rows: dict[str, Any]) -> str:
    path.write_text("".join(json.dumps(one, ensure_ascii=False) + "\n" for one in rows), encoding="utf-8")
    return str(path)


def call(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[str, str]:
    with pytest.raises(SystemExit) as caught:
        run(list(arguments))
    assert not caught.value.code
    said = capsys.readouterr()
    return said.out, said.err


def test_tables_in_the_terminal(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "100")
    files = write(tmp_path / "g", gold(STRIKE, VISIT, PLEA)), write(tmp_path / "p", found(GUESS, VISIT, ARREST))
    out, _ = call(capsys, "evaluate", *files, "--by-field", "--by-type")
    rows = {line.split()[0]: line.split()[1:] for line in out.splitlines() if line.strip()}
    assert rows["type"] == rows["field"] == ["gold", "found", "hit", "precision", "recall", "F1", "mean"]
    assert rows["actors"] == ["2", "3", "2", "0.667", "1.000", "0.800", "0.833"]
    assert rows["date"] == ["1", "1", "0.5", "0.500", "0.500", "0.500", "0.750"]
    assert rows["CONSULT"] == ["1", "1", "1", "1.000", "1.000", "1.000", "1.000"]
    assert rows["COERCE"] == ["0", "1", "0", "0.000", "0.000", "0.000"]
    assert rows["claim"][0] == "score"


def test_the_page_is_written_and_the_figures_printed(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    coded, target = write(tmp_path / "g", gold(STRIKE, VISIT)), tmp_path / "page.html"
    out, err = call(capsys, "evaluate", coded, write(tmp_path / "p", found(GUESS)), "--html", str(target))
    assert out.splitlines()[-1].startswith("claim score ")
    assert err.strip() == f"{target}: 1 articles, gold and found side by side"
    assert "date.month 0.61" in target.read_text(encoding="utf-8")
    out, _ = call(capsys, "evaluate", coded, "--html", "-")
    assert out.startswith("<!doctype html>")
    assert out.endswith("</html>\n")
    assert "<td class='rule'>" in out
