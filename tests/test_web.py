"""Pages over a store: both languages, safe with what strangers write, honest about what is not there."""

from __future__ import annotations

import re
import time
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient

from khabar.api.routes import router
from khabar.model import Article, Extraction, Tally, Where
from khabar.store import Quarantined, Store
from khabar.views.plain import plain
from khabar.web import pages as web_pages
from khabar.web.app import create_app
from khabar.web.guard import CSP
from khabar.web.text import around, hits, layers
from khabar.web.words import WORDS
from making import STRIKE, article, link, pairs, party, strike

TOKEN = "a-long-token"
EVIL = "<script>alert(1)</script><b onmouseover=x>\"'&\u202eabc\u2066"
PAGES = (
    "/", "/events", "/events/e-strike", "/map", "/actors", "/actors?by=مجهول&on=جنود", "/sources",
    "/sources?name=وكالة المثال", "/disputes", "/disputes?about=figure", "/events/e-strike?history=whole",
    "/tallies", "/tallies?what=جندي أميركي", "/articles/a1", "/search",
    "/search?q=هجوم", "/search?q=هجوم&where=articles", "/import", "/exports", "/health",
)  # fmt: skip


def hostile() -> list[tuple[Article, Extraction]]:
    """Names, titles and texts that would run, reorder or drown a page if they were not shown as text."""
    text = f"{STRIKE} {EVIL}"
    told = strike(
        None, text=STRIKE, actors=(party(EVIL),), targets=(party("ه" * 100_000),),
        place=Where(text=EVIL, country="IRQ", lat=33.0, lon=44.0, precision="town"), isnad=(link(EVIL, "unnamed"),),
        hedge=EVIL, weapons=(EVIL,), rules={EVIL: EVIL},
    )  # fmt: skip
    tally = Tally(quote=EVIL, what=EVIL, low=1, high=None, unit=EVIL, isnad=(link(EVIL),))
    first = article(text, "x/../1", EVIL, "2024-03-06", title=EVIL, url="javascript:alert(1)", origin=EVIL)
    long = article("م" * 100_000 + "\n" + STRIKE, "long", "ط" * 100_000, "2024-03-07", title="ع" * 100_000)
    return [
        (first, Extraction(id="x/../1", claims=(told,), tallies=(tally,))),
        (long, Extraction(id="long", claims=(strike(None, text=STRIKE),))),
    ]


@pytest.fixture
def store(tmp_path: Path) -> Path:
    with Store.open(tmp_path / "s.db", create=True) as opened:
        for given, extraction in [*pairs(), *hostile()]:
            opened.save(given, extraction)
        opened.assign_events(
            {("a1", 0): "e-strike", ("a2", 0): "e-strike", ("a3", 0): "e-visit", ("x/../1", 0): "e-evil",
             ("long", 0): "e-strike"}
        )  # fmt: skip
        opened.set_aside(Quarantined(origin=EVIL, reason=EVIL, sha256="0" * 64, sample=EVIL))
    return tmp_path / "s.db"


@pytest.fixture
def client(store: Path) -> Iterator[TestClient]:
    app = create_app(store, token=TOKEN, hosts=("testserver",))
    with TestClient(app) as found:
        yield found
    app.state.site.close()


class Tags(HTMLParser):
    """Collects what would be harmful: scripts with text, inline handlers and styles, links that run code."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.bad: list[str] = []
        self.links: list[str] = []
        self._script = False
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = dict(attrs)
        self._script = tag == "script" and values.get("type") != "application/json"
        self.bad += [f"{tag} {name}" for name in values if name.startswith("on") or name == "style"]
        for name in ("href", "src", "action"):
            target = values.get(name) or ""
            self.links.append(target)
            if re.match(r"\s*(javascript|data|https?|//)", target, re.IGNORECASE) and "external" not in (
                values.get("rel") or ""
            ):
                self.bad.append(f"{tag} {name}={target[:60]}")

    def handle_data(self, data: str) -> None:
        if self._script and data.strip():
            self.bad.append(f"script text {data[:60]}")


@pytest.mark.parametrize("lang", ["ar", "en"])
@pytest.mark.parametrize("path", [*PAGES, "/events/e-evil", "/articles/x/../1", "/articles/long"])
def test_every_page_shows_hostile_text_as_text(client: TestClient, path: str, lang: str) -> None:
    path = path.replace("/x/../1", "/x%2F..%2F1")
    response = client.get(path, params=None, headers={"Accept-Language": lang})
    assert response.status_code == 200, response.text[:500]
    html = response.text
    assert f'<html lang="{lang}" dir="{"rtl" if lang == "ar" else "ltr"}">' in html
    assert Tags(html).bad == []
    assert "<script>alert" not in html
    assert not re.search("[\u202a-\u202e\u2066\u2067\u2069]", html)
    assert response.headers["content-security-policy"] == CSP
    assert "unsafe" not in CSP


def test_links_of_the_pages_lead_somewhere(client: TestClient) -> None:
    seen: set[str] = set()
    for path in ("/", "/events", "/events/e-strike", "/map", "/actors", "/sources", "/disputes", "/articles/a1"):
        for target in Tags(client.get(path).text).links:
            target = target.partition("#")[0].replace("SINCE", "2024").replace("UNTIL", "2024").replace("PLACE", "x")
            if target.startswith("/") and "/exports/" not in target:
                seen.add(target)
    assert len(seen) > 40
    for target in sorted(seen):
        assert client.get(target).status_code == 200, target


def test_language_of_the_link_then_of_the_browser(client: TestClient) -> None:
    assert 'dir="rtl"' in client.get("/?lang=ar", headers={"Accept-Language": "en"}).text
    assert 'dir="rtl"' in client.get("/", headers={"Accept-Language": "fr;q=0.9, ar;q=0.8, en;q=0.3"}).text
    assert 'dir="ltr"' in client.get("/", headers={"Accept-Language": "fr"}).text
    assert "/events?lang=ar" in client.get("/?lang=ar").text


def test_every_word_stands_in_both_languages() -> None:
    for key, (english, arabic) in WORDS.items():
        assert english, key
        assert arabic, key
        assert re.findall(r"{\w+}", english) == re.findall(r"{\w+}", arabic), key


def test_an_event_shows_claims_figures_chains_and_days(client: TestClient) -> None:
    html = client.get("/events/e-strike?lang=en").text
    assert html.count('<li id="claim-') == 3
    assert '<mark class="trigger"' in html
    assert "figure-chart" in html
    assert "isnad-chart" in html
    assert "disputed" in html
    early = client.get("/events/e-strike?lang=en&as_of=2024-03-05").text
    assert early.count('<li id="claim-') == 1
    assert "Nothing meets" in client.get("/events/e-strike?lang=en&as_of=2020").text


def test_old_ids_and_beginnings_of_ids_lead_to_the_event(client: TestClient) -> None:
    response = client.get("/events/e-str", follow_redirects=False)
    assert (response.status_code, response.headers["location"]) == (307, "/events/e-strike")


def test_search_finds_any_spelling_and_marks_it(client: TestClient) -> None:
    for words in ("المسيرات", "بالمسيّرات", '"قاعدة التاجي"', "القوات"):
        html = client.get("/search", params={"q": words}).text
        assert ('<mark class="hit">' in html) == (words != "القوات"), words


def test_disputes_show_their_sides(client: TestClient) -> None:
    html = client.get("/disputes?lang=en").text
    assert "how many: killed" in html
    assert html.count('class="side"') >= 2
    assert "whether it happened" in html
    assert "Nothing meets" in client.get("/disputes?lang=en&about=happened").text


def test_an_event_tells_how_its_picture_changed(client: TestClient) -> None:
    html = client.get("/events/e-strike?lang=en").text
    history = html.partition('id="history"')[2].partition("</section>")[0]
    assert history.count("<time") >= 3
    assert "<del><bdi>3</bdi></del>" in history
    assert "as_of=2024-03-05" in history
    assert 'rel="prev"' in html.partition('class="as-of"')[2].partition("</form>")[0]


def test_numbers_of_a_source_lead_to_its_sentences(client: TestClient) -> None:
    html = client.get("/sources?lang=en&name=مصدر طبي").text
    led = re.search(r'href="([^"]+of=contradicted[^"#]*)#told', html)
    assert led
    told = client.get(led.group(1).replace("&amp;", "&")).text.partition('id="told"')[2]
    assert told.startswith(">Contradicted")
    assert told.count('<blockquote class="sentence"') == 1


def test_tallies_stand_as_series(client: TestClient) -> None:
    html = client.get("/tallies?lang=en&what=جندي").text
    assert "2,500" in html
    assert re.search(r'href="/articles/a\d', html)
    assert "Nothing meets" in client.get("/tallies?lang=en&what=لا شيء كهذا").text


def test_a_country_is_no_dot(client: TestClient) -> None:
    html = client.get("/map?lang=en").text
    assert 'class="spot dot"' in html
    assert "Natural Earth" in html


PROBES = (
    "'", "' OR 1=1 --", '"', "%", "_", "\\", "../../etc/passwd", "\x00", "%00", "\u202e", "NEAR(", "* AND", "a" * 201,
    "ا.ب.ج.د.ه.و.ز.ح.ط.ي.ك.ل.م.ن.س.ع.ف.ص.ق.ر.ش.ت." * 4, "-1", "9" * 30, "2024-13", "9999-99-99", "\ud7ff\U0010ffff",
    "{{7*7}}",
    "<script>", "((((((", "e-*", "col:x", "'; DROP TABLE claims; --",
)  # fmt: skip
FILTERS = ("type", "actor", "place", "since", "until", "source", "text", "as_of")
PROBED = {
    "/": ("span", "start", "lang", "as_of"),
    "/events": (*FILTERS, "order"),
    "/search": ("q", "where", "type"),
    "/sources": ("name", "source"),
    "/actors": ("by", "actor"),
    "/tallies": ("what", "q"),
    "/api/v1/events": (*FILTERS, "limit", "offset", "order"),
}


@pytest.mark.parametrize("path", PROBED)
def test_probes_on_parameters_never_break_a_page(client: TestClient, path: str) -> None:
    for name in PROBED[path]:
        for probe in PROBES:
            response = client.get(path, params={name: probe, "on": "x"})
            assert response.status_code in (200, 400, 422), (name, probe, response.status_code)
            assert "Traceback" not in response.text
    assert client.get("/health").status_code == 200


WORST = ("'; DROP TABLE claims; --", "../../etc/passwd", "\x00\u202e", "9" * 30, "a" * 5000, "<script>", "-1", "[]")


def asked_for() -> list[tuple[str, str]]:
    """Every path of the API and the pages without a part to fill in, and each of its parameters."""
    app = FastAPI()
    for part in (router, *web_pages.PAGES):
        app.include_router(part)
    return [
        (path, given["name"])
        for path, methods in app.openapi()["paths"].items()
        for given in methods.get("get", {}).get("parameters", [])
        if given["in"] == "query" and "{" not in path
    ]


def test_the_worst_probes_on_every_parameter_are_answered_or_refused(client: TestClient) -> None:
    asked = asked_for()
    assert len({path for path, _ in asked}) > 20
    assert len(asked) > 120
    for path, name in asked:
        for probe in WORST:
            response = client.get(path, params={name: probe})
            assert response.status_code < 500, (path, name, probe)
            assert response.status_code in (200, 400, 404, 422), (path, name, probe, response.status_code)
            assert "Traceback" not in response.text


@pytest.mark.parametrize("probe", PROBES)
def test_probes_in_paths_are_not_found(client: TestClient, probe: str) -> None:
    from urllib.parse import quote

    part = quote(probe, safe="", errors="replace")
    for path in ("/events/", "/articles/", "/exports/", "/import/", "/static/", "/api/v1/events/", "/api/v1/imports/"):
        response = client.get(path + part, follow_redirects=False)
        assert 300 <= response.status_code < 500, (path, probe, response.status_code)


def test_static_files_stay_in_their_folder(client: TestClient) -> None:
    assert client.get("/static/khabar.css").status_code == 200
    assert client.get("/static/plotly.js").headers["content-type"].startswith("text/javascript")
    for path in ("/static/../app.py", "/static/%2e%2e/app.py", "/static/..%2fapp.py", "/static//etc/passwd"):
        assert client.get(path).status_code == 404


def test_unknown_hosts_are_turned_away(store: Path) -> None:
    with TestClient(create_app(store), base_url="http://rebound.example") as found:
        assert found.get("/").status_code == 421
    with TestClient(create_app(store), base_url="http://localhost:8000") as found:
        assert found.get("/").status_code == 200


def test_pages_have_entity_tags_that_change_with_the_store(client: TestClient, store: Path) -> None:
    first = client.get("/events")
    tag = first.headers["etag"]
    again = client.get("/events", headers={"If-None-Match": f'"x", {tag}'})
    assert (again.status_code, again.content) == (304, b"")
    with Store.open(store) as opened:
        opened.save(article("نص جديد.", "new", "س", "2024-03-08"), Extraction(id="new"))
    assert client.get("/events", headers={"If-None-Match": tag}).status_code == 200


def test_nothing_is_taken_in_without_a_token(store: Path) -> None:
    with TestClient(create_app(store, hosts=("*",))) as found:
        assert "--token" in found.get("/import").text
        assert found.post("/import", files={"files": ("a.txt", b"x")}, data={"token": ""}).status_code == 403


def test_importing_files(client: TestClient) -> None:
    given = {"files": ("../../وقائع.txt", "قصفت طائرات حربية مواقع شرق المدينة صباح الخميس.".encode())}
    assert client.post("/import", files=given, data={"token": "wrong"}).status_code == 401
    assert client.post("/import", data={"token": TOKEN}).status_code == 400
    response = client.post("/import", files=given, data={"token": TOKEN, "outlet": "جريدة"}, follow_redirects=False)
    assert response.status_code == 303
    for _ in range(100):
        html = client.get(response.headers["location"] + "?lang=en").text
        if "Import: done" in html or "Import: failed" in html:
            break
        time.sleep(0.2)
    assert "Import: done" in html
    assert "وقائع.txt" in html
    found = client.get("/search", params={"q": "طائرات", "where": "articles"}).text
    assert "جريدة" in found, html


def test_an_import_tells_what_it_could_not_read(client: TestClient) -> None:
    given = [("files", ("خبر.txt", STRIKE.encode())), ("files", ("سيئ.jsonl", b'{"text": 4}\nnot json\n'))]
    sent = client.post("/import", files=given, data={"token": TOKEN}, follow_redirects=False)
    for _ in range(150):
        html = client.get(sent.headers["location"] + "?lang=en").text
        if "Import: done" in html:
            break
        assert "<progress" in html
        time.sleep(0.2)
    assert "سيئ.jsonl" in html
    assert "khabar-import-" not in html
    health = client.get("/health?lang=en").text
    assert "سيئ.jsonl" in health
    assert "khabar-import-" not in health
    assert "khabar quarantine --retry --store s.db" in health
    assert "sent here" in health


def test_an_empty_store_says_what_to_do(tmp_path: Path) -> None:
    Store.open(tmp_path / "empty.db", create=True).close()
    with TestClient(create_app(tmp_path / "empty.db", hosts=("*",))) as found:
        assert "khabar read PATH" in found.get("/?lang=en").text
        for path in PAGES:
            assert found.get(path).status_code in (200, 404), path


def test_control_characters_are_shown_one_for_one() -> None:
    assert plain("a\u202eb\x00c\ud800") == "a▯b▯c▯"
    assert plain(None) == ""
    assert plain("سطر\nآخر\t\u200f") == "سطر\nآخر\t\u200f"


def test_hits_keep_the_text_whole() -> None:
    text = "حلّقت المسيّرات فوق وبالمسيرات"
    found = hits(text, "المسيرات")
    assert "".join(piece.text for piece in found) == text
    assert [piece.text for piece in found if piece.role] == ["المسيّرات", "وبالمسيرات"]
    assert around("م " * 500 + text, "المسيرات").startswith("…")


def test_layers_cut_at_every_edge() -> None:
    found = layers("0123456789", [(2, 6, "actor", "a", 1), (4, 8, "place", "b", 2), (4, 5, "trigger", "c", 3)])
    assert [(piece.text, piece.role) for piece in found] == [
        ("01", None), ("23", "actor"), ("4", "trigger"), ("5", "place"), ("67", "place"), ("89", None),
    ]  # fmt: skip
    assert found[2].note == "a · b · c"
