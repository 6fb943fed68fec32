"""Every page in a real browser, in both languages, on a desk and on a phone: nothing on the console, nothing fetched
from elsewhere, and the things a reader does."""

from __future__ import annotations

import importlib.util
import os
import shutil
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
import uvicorn
from playwright.sync_api import Browser, Page, expect, sync_playwright

from khabar.store import Filter, Store
from khabar.web.app import create_app

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
pytestmark = pytest.mark.skipif(
    CHROMIUM is None and not os.environ.get("CI"), reason="there is no Chromium; install Debian's package chromium"
)
FLAGS = (
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update",
    "--disable-default-apps", "--no-first-run", "--use-gl=angle", "--use-angle=swiftshader",
    "--enable-unsafe-swiftshader",
)  # fmt: skip
TOKEN = "a-long-token"
PATHS = (
    "/", "/events", "/sources?name=وكالة السهل", "/tallies?what=نازح", "/disputes?about=figure",
    "/map", "/actors", "/sources", "/disputes", "/tallies", "/search?q=القوات", "/import", "/exports",
    "/health", "/articles/bench-5",
)  # fmt: skip
Open = Callable[..., Page]


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store of 1,500 invented claims."""
    source = Path(__file__).resolve().parents[2] / "bench/make_store.py"
    spec = importlib.util.spec_from_file_location("make_store", source)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    path = tmp_path_factory.mktemp("browser") / "s.db"
    module.make(path, 1500)
    return path


@pytest.fixture(scope="module")
def base(store: Path) -> Iterator[str]:
    """Address of a running server."""
    server = uvicorn.Server(uvicorn.Config(create_app(store, token=TOKEN), port=0, log_level="warning"))
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    while not server.started:
        time.sleep(0.05)
    yield f"http://127.0.0.1:{server.servers[0].sockets[0].getsockname()[1]}"
    server.should_exit = True
    thread.join(10)


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with sync_playwright() as driver:
        found = driver.chromium.launch(executable_path=CHROMIUM, args=list(FLAGS))
        yield found
        found.close()


@pytest.fixture
def visit(browser: Browser, base: str) -> Iterator[Open]:
    """Opens a path; at the end nothing may have been complained of or fetched from elsewhere."""
    wrong: list[str] = []
    contexts: list[Any] = []

    def listen(page: Page) -> None:
        page.on("console", lambda said: wrong.append(said.text) if said.type == "error" else None)
        page.on("pageerror", lambda error: wrong.append(str(error)))
        page.on(
            "request", lambda asked: None if asked.url.startswith((base, "blob:", "data:")) else wrong.append(asked.url)
        )

    def open_page(path: str, lang: str = "ar", width: int = 1440, javascript: bool = True) -> Page:
        context = browser.new_context(
            viewport={"width": width, "height": 850}, locale=lang, java_script_enabled=javascript
        )
        context.set_default_timeout(30_000)
        contexts.append(context)
        page = context.new_page()
        listen(page)
        page.goto(base + path)
        return page

    yield open_page
    for context in contexts:
        context.close()
    assert wrong == []


def busiest(store: Path) -> str:
    with Store.open(store, read_only=True) as opened:
        return max(opened.events(Filter(types=("ASSAULT",))), key=lambda event: event.claims).id


@pytest.mark.parametrize("width", [1440, 390])
@pytest.mark.parametrize("lang", ["ar", "en"])
def test_every_page_fits_and_is_quiet(visit: Open, base: str, store: Path, lang: str, width: int) -> None:
    page = visit("/", lang, width)
    for path in (*PATHS, f"/events/{busiest(store)}"):
        page.goto(base + path)
        expect(page.locator("h1")).to_be_visible()
        assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0, path
        assert page.evaluate("document.documentElement.dir") == ("rtl" if lang == "ar" else "ltr")


@pytest.mark.parametrize("lang", ["ar", "en"])
def test_brush_the_timeline(visit: Open, lang: str) -> None:
    page = visit("/", lang)
    chart = page.locator("#timeline.live .nsewdrag")
    expect(chart).to_be_visible()
    box = chart.bounding_box()
    assert box is not None
    middle = box["y"] + box["height"] / 2
    page.mouse.move(box["x"] + box["width"] * 0.4, middle)
    page.mouse.down()
    page.mouse.move(box["x"] + box["width"] * 0.6, middle, steps=8)
    page.mouse.up()
    page.wait_for_url("**since=2*")
    assert page.locator("input[name=since]").input_value() < page.locator("input[name=until]").input_value()


@pytest.mark.parametrize("lang", ["ar", "en"])
def test_open_an_event_follow_its_isnad_and_move_through_time(visit: Open, store: Path, lang: str) -> None:
    page = visit("/events?order=most", lang)
    page.locator(".event-link").first.click()
    page.wait_for_url("**/events/e*")
    before = page.locator("ol.claims > li").count()
    slider = page.locator("#as-of-slider")
    slider.focus()
    page.keyboard.press("Home")
    page.wait_for_url("**as_of=2*")
    assert page.locator("ol.claims > li").count() < before
    page.locator(".isnad-chart a").first.click()
    page.wait_for_url("**/sources?name=*")
    expect(page.locator("ol.claims > li").first).to_be_visible()


def test_search_with_and_without_diacritics(visit: Open) -> None:
    page = visit("/search", "ar")
    page.locator(".big-search input[type=search]").fill("مسيّرة")
    page.keyboard.press("Enter")
    page.wait_for_url("**q=*")
    expect(page.locator("mark.hit").first).to_be_visible()
    with_marks = page.locator("ol.results > li").count()
    page.locator(".big-search input[type=search]").fill("مسيرة")
    page.keyboard.press("Enter")
    page.wait_for_url(lambda url: "%D9%91" not in url)
    assert page.locator("ol.results > li").count() == with_marks > 0


def test_import_a_file(visit: Open, tmp_path: Path) -> None:
    page = visit("/import", "en")
    file = tmp_path / "خبر.txt"
    file.write_text("شنّت مقاتلات حربية غارات على مستودع شمال المدينة فجر الأحد.", encoding="utf-8")
    page.locator("input[type=file]").set_input_files(file)
    page.locator("input[name=token]").fill(TOKEN)
    page.locator(".import button").click()
    expect(page.locator("h1")).to_contain_text("done", timeout=90_000)


def test_download_an_export(visit: Open) -> None:
    page = visit("/exports?type=ASSAULT", "ar")
    with page.expect_download() as waiting:
        page.locator('a[href^="/exports/geojson"]').click()
    assert waiting.value.suggested_filename == "khabar-geojson.geojson"
    assert Path(waiting.value.path()).read_text(encoding="utf-8").startswith('{"type":"FeatureCollection"')


def test_the_map_moves_and_a_dot_opens_its_events(visit: Open) -> None:
    page = visit("/map", "en")
    expect(page.locator("#map.live canvas").first).to_be_visible()
    assert page.evaluate("document.querySelector('#map').data.length") == 2


def test_by_keyboard_alone(visit: Open) -> None:
    page = visit("/events", "en")
    page.keyboard.press("Tab")
    expect(page.locator(".skip")).to_be_focused()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('main') !== null")


def test_the_focus_can_be_seen_wherever_it_goes(visit: Open, store: Path) -> None:
    page = visit(f"/events/{busiest(store)}", "en")
    for _ in range(30):
        page.keyboard.press("Tab")
        width, style = page.evaluate(
            "(() => { const s = getComputedStyle(document.activeElement);"
            " return [parseFloat(s.outlineWidth), s.outlineStyle]; })()"
        )
        assert (width, style) == (3, "solid"), page.evaluate("document.activeElement.outerHTML.slice(0, 120)")


def test_disputes_by_what_they_are_about(visit: Open) -> None:
    page = visit("/disputes", "en")
    page.locator(".tabs a", has_text="how many").click()
    page.wait_for_url("**about=figure*")
    expect(page.locator(".side .figure-chart").first).to_be_visible()
    assert page.locator(".dispute").first.locator(".side").count() >= 2


def test_tallies_of_one_thing_are_a_chart_whose_dots_open_articles(visit: Open) -> None:
    page = visit("/tallies", "ar")
    dot = page.locator(".series .chart a").first
    expect(dot).to_be_visible()
    dot.click()
    page.wait_for_url("**/articles/*")
    expect(page.locator(".article-text")).to_be_visible()


def test_on_paper_there_is_no_menu(visit: Open) -> None:
    page = visit("/events", "ar")
    page.emulate_media(media="print")
    expect(page.locator(".top nav")).to_be_hidden()
    expect(page.locator(".event").first).to_be_visible()
    assert page.evaluate("getComputedStyle(document.body).color") == "rgb(0, 0, 0)"


@pytest.mark.parametrize("lang", ["ar", "en"])
def test_days_are_stepped_through_without_javascript(visit: Open, store: Path, lang: str) -> None:
    page = visit(f"/events/{busiest(store)}", lang, 390, javascript=False)
    before = page.locator("ol.claims > li").count()
    page.locator(".as-of a[rel=prev]").click()
    page.wait_for_url("**as_of=2*")
    assert page.locator("ol.claims > li").count() <= before
    page.locator(".as-of select").select_option(index=1)
    page.locator(".as-of button").click()
    page.wait_for_url("**as_of=2*")
    assert page.locator(".as-of a[rel=prev]").count() == 0
    assert page.locator(".as-of a[rel=next]").count() == 1


@pytest.mark.parametrize("lang", ["ar", "en"])
def test_without_javascript_charts_are_pictures(visit: Open, store: Path, lang: str) -> None:
    for path in ("/", "/map", "/actors", f"/events/{busiest(store)}"):
        page = visit(path, lang, 390, javascript=False)
        expect(page.locator("svg.chart").first).to_be_visible()
    expect(page.locator("form.as-of button")).to_be_visible()
