"""Watching folders and addresses, mending what lies in quarantine, articles with their days and versions: run as a
person runs them, against a web site on this machine."""

from __future__ import annotations

import json
import os
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from ingest.web_server import Site, serving
from khabar.cli.main import run
from khabar.errors import KhabarError
from khabar.ingest.fetch import Fetcher, Reach
from khabar.ingest.opml import feeds
from khabar.jobs.retrying import input_of
from khabar.jobs.watching import Watch
from khabar.store import Store
from khabar.views.articles import address_key
from making import Khabar

QUICK = Reach(seconds=5, pause=0)
TOLD = "وقال المتحدث إن اللقاء تناول ملفات عدة أبرزها أمن الحدود وعودة النازحين إلى قراهم بعد توقف القتال هناك."
STRIKE = "وقع هجوم أوقع 4 قتلى شمال البلاد صباح الخميس."


@pytest.fixture
def site(monkeypatch: pytest.MonkeyPatch) -> Iterator[Site]:
    with serving() as found:
        monkeypatch.setattr("khabar.ingest.fetch.default_fetcher", lambda: Fetcher(allowed=found.allowed, reach=QUICK))
        yield found


def feed(site: Site, *entries: tuple[str, str], tag: str) -> None:
    items = "".join(
        f"<item><title>خبر {path}</title><link>{site.url(path)}</link><description>{text}</description></item>"
        for path, text in entries
    )
    body = f"<rss><channel><title>المرقب</title>{items}</channel></rss>"
    site.put("/feed", body, "application/rss+xml", ETag=tag)


# watching


def test_a_feed_is_watched_and_only_what_is_new_is_fetched(khabar: Khabar, site: Site) -> None:
    page = f"<html><body><article><p>{STRIKE}</p><p>وقال شهود إنهم سمعوا دوي انفجار.</p></article></body></html>"
    site.put("/1", page)
    feed(site, ("/1", "موجز"), ("/2", "خبر بلا صفحة عن لقاء"), tag='"a"')
    first = khabar("watch", site.url("/feed"), "--once")
    assert first.code == 0
    assert first.out.count("\n") == 1
    assert first.out.startswith("2024-03-05 · Assault · drone")
    assert "killed 4" in first.out
    assert "1 independent line, 1 article" in first.out
    assert "2 read = 2 stored + 0 duplicates + 0 quarantined, 1 new events" in first.err
    assert site.paths() == ["/feed", "/1", "/2"]

    again = khabar("watch", site.url("/feed"), "--once")
    assert (again.out, again.err) == ("", "")
    assert site.asked[-1][1]["if-none-match"] == '"a"'
    assert site.paths()[3:] == ["/feed"]

    feed(site, ("/3", "زيارة جديدة"), ("/1", "موجز"), ("/2", "خبر بلا صفحة عن لقاء ثان"), tag='"b"')
    later = khabar("watch", site.url("/feed"), "--once")
    assert "2 read = 2 stored" in later.err
    assert site.paths()[4:] == ["/feed", "/3", "/2"]
    with Store.open("khabar.db", read_only=True) as opened:
        assert {head.article.source for head in opened.articles()} == {"المرقب"}


def test_a_list_of_feeds_is_watched_and_failures_are_told(khabar: Khabar, site: Site, tmp_path: Path) -> None:
    feed(site, ("/1", STRIKE), tag='"a"')
    outlines = f'<outline text="a" xmlUrl="{site.url("/feed")}"/><outline xmlUrl=\'{site.url("/gone")}\'/>'
    (tmp_path / "feeds.opml").write_text(f"<opml><body>{outlines}</body></opml>", encoding="utf-8")
    said = khabar("watch", "feeds.opml", "--once", "--json")
    assert json.loads(said.out)["type"] == "ASSAULT"
    assert f"{site.url('/gone')} answers 404" in said.err
    (tmp_path / "empty.opml").write_text("<opml/>", encoding="utf-8")
    for place, reason in (("empty.opml", "names no feeds"), ("none.opml", "cannot watch none.opml")):
        refused = khabar("watch", place, "--once")
        assert refused.code == 1
        assert reason in refused.err


def test_a_sitemap_is_watched(khabar: Khabar, site: Site) -> None:
    def listed(*entries: tuple[str, str]) -> str:
        urls = (f"<url><loc>{site.url(path)}</loc><lastmod>{day}</lastmod></url>" for path, day in entries)
        return f"<urlset>{''.join(urls)}</urlset>"

    for path in ("/a", "/b"):
        site.put(path, f"{STRIKE} {path}", "text/plain; charset=utf-8")
    site.put("/sitemap.xml", listed(("/a", "2024-01-01")), "text/xml")
    assert "1 read = 1 stored" in khabar("watch", site.url("/sitemap.xml"), "--once").err
    site.put("/sitemap.xml", listed(("/a", "2024-01-01"), ("/b", "2024-01-02")), "text/xml")
    assert "1 read = 1 stored" in khabar("watch", site.url("/sitemap.xml"), "--once").err
    assert site.paths() == ["/sitemap.xml", "/a", "/sitemap.xml", "/b"]


def test_a_folder_is_watched(khabar: Khabar, tmp_path: Path) -> None:
    use = tmp_path / "in"
    use.mkdir()
    (use / "a.txt").write_text(STRIKE, encoding="utf-8")
    with Store.open(tmp_path / "s.db", create=True) as opened:
        watch = Watch(opened, str(use))
        fresh, _ = watch.round(now=0.0)
        assert fresh.read == 0, "a file just written may still be being written"
        os.utime(use / "a.txt", (time.time() - 60,) * 2)
        counts, events = watch.round(now=10.0)
        assert (counts.stored, len(events)) == (1, 1)
        assert watch.round(now=12.0)[0].read == 0, "not due yet"
        assert watch.round(now=20.0)[0].read == 0
        (use / "b.txt").write_text("وقع هجوم آخر في الجنوب.", encoding="utf-8")
        counts, events = watch.round(now=30.0, once=True)
        assert (counts.read, counts.stored, [event.outlets for event in events]) == (1, 1, [("b.txt",)])


def test_an_address_that_fails_is_looked_at_ever_more_rarely(khabar: Khabar, site: Site, tmp_path: Path) -> None:
    told: list[str] = []
    with Store.open(tmp_path / "s.db", create=True) as opened:
        watch = Watch(opened, site.url("/feed"), every=100, tell=told.append)
        site.pages["/feed"] = (503, {"Retry-After": "900"}, b"")
        watch.round(now=0.0)
        assert watch.addresses[0].due == 900.0
        site.pages["/feed"] = (500, {}, b"")
        watch.round(now=900.0)
        assert watch.addresses[0].due == 900.0 + 400
        feed(site, ("/1", STRIKE), tag='"a"')
        assert watch.round(now=1300.0)[0].stored == 1
        assert watch.addresses[0].due == 1400.0
        assert len(told) == 2
        with pytest.raises(KhabarError, match="too often for an address of others"):
            Watch(opened, site.url("/feed"), every=5)


def test_new_events_are_posted_and_wait_where_that_fails(khabar: Khabar, site: Site, tmp_path: Path) -> None:
    feed(site, ("/1", STRIKE), tag='"a"')
    told: list[str] = []
    with Store.open(tmp_path / "s.db", create=True) as opened:
        watch = Watch(opened, site.url("/feed"), webhook=site.url("/broken"), tell=told.append)
        watch.round(now=0.0)
        assert told == [f"{site.url('/broken')} answers 500; 1 events wait for the next round"]
        watch._webhook = site.url("/hook")
        watch.round(now=1000.0)
        watch.round(now=2000.0)
    assert len(site.posted) == 2
    assert [event["type"] for event in json.loads(site.posted[1])["events"]] == ["ASSAULT"]


def test_lists_of_feeds() -> None:
    text = """<outline xmlUrl="https://a.example/?a=1&amp;b=2"><outline text='x' XMLURL='http://b.example/f'/>
    <outline xmlUrl="file:///etc/passwd"/><outline htmlUrl="https://c.example"/>"""
    assert feeds(text) == ["https://a.example/?a=1&b=2", "http://b.example/f"]


def test_the_store_itself_is_no_input(khabar: Khabar, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(STRIKE, encoding="utf-8")
    for _ in range(2):
        assert "1 read = " in khabar("read", ".").out
        assert "1 read = " in khabar("watch", ".", "--once").err


# quarantine


def test_quarantine_lists_explains_and_retries(khabar: Khabar, tmp_path: Path) -> None:
    rows = [json.dumps({"id": "1", "text": STRIKE}, ensure_ascii=False), "{broken", '{"body_ar": "وقع هجوم ثان."}']
    (tmp_path / "in.jsonl").write_text("\n".join(rows), encoding="utf-8")
    (tmp_path / "other.txt").write_bytes(b"")
    strict = khabar("read", "in.jsonl", "other.txt", "missing.txt", "--strict")
    assert strict.code == 1
    assert "5 read = 1 stored + 0 duplicates + 4 quarantined" in strict.out
    assert "4 of 5 could not be read, which --strict does not allow" in strict.err
    listed = khabar("quarantine")
    assert listed.out.endswith("4 in quarantine\n")
    assert "khabar quarantine --retry" in listed.out
    explained = khabar("quarantine", "in.jsonl:2").out
    assert "is no valid JSON" in explained
    assert "begins  {broken" in explained
    assert "--retry  reads in.jsonl again" in explained
    assert "cannot find it from this folder" in khabar("quarantine", "missing.txt").out
    assert khabar("quarantine", "nothing").err.startswith("khabar: nothing in quarantine is called nothing")

    (tmp_path / "in.jsonl").write_text("\n".join([rows[0], '{"text": "خبر عن لقاء"}', rows[2]]), encoding="utf-8")
    retried = khabar("quarantine", "--retry")
    assert "      released  in.jsonl:2" in retried.out
    assert "   still fails  in.jsonl:3" in retried.out
    assert "   still fails  other.txt" in retried.out
    assert "not found here  missing.txt" in retried.out
    assert retried.out.endswith("1 released, 2 still fail, 1 not found here\n")
    mapped = khabar("quarantine", "in.jsonl", "--retry", "--column", "text=body_ar", "--json")
    assert json.loads(mapped.out)["released"] == ["in.jsonl:3"]
    assert khabar("quarantine", "--retry", "--column", "x=y").code == 1
    with Store.open("khabar.db", read_only=True) as opened:
        assert {item.origin for item in opened.quarantined()} >= {"other.txt", "missing.txt"}
        assert opened.size().articles == 3


def test_strict_without_faults_is_done(khabar: Khabar, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(STRIKE, encoding="utf-8")
    said = khabar("read", "a.txt", "--strict", "--json")
    assert said.code == 0
    assert json.loads(said.out)["run"] == {"read": 1, "stored": 1, "duplicates": 0, "quarantined": 0}


@pytest.mark.parametrize(
    ("origin", "place"),
    [
        ("a.zip!/b/c.jsonl:3", "a.zip"),
        ("a.zip:2", "a.zip"),
        ("a.zip", "a.zip"),
        ("none.txt", None),
        ("standard input:3", None),
        ("https://a.example/feed#3", "https://a.example/feed"),
        ("https://a.example/x.zip!/b.txt", "https://a.example/x.zip"),
        ("https://a.example/page?id=1", "https://a.example/page?id=1"),
    ],
)
def test_where_a_retry_reads(origin: str, place: str | None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.zip").write_bytes(b"")
    assert input_of(origin) == place


# articles, their days and versions


def test_articles_show_how_they_were_dated_and_what_contradicts_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    text = "كييف في 24 يناير 2024 – أعلن وزير النقل توقيع الاتفاق.\n" + TOLD
    rows = [{"id": "a", "source": "المرقب", "published": "2024-02-02", "text": text}, {"id": "b", "text": "خبر قصير."}]
    (tmp_path / "in.jsonl").write_text("\n".join(json.dumps(row) for row in rows), encoding="utf-8")
    run_quietly("read", "in.jsonl")
    capsys.readouterr()
    run_quietly("articles")
    listed = capsys.readouterr().out
    assert "dateline, sure 0.95; against 2024-02-02 (metadata)" in listed
    assert "day unknown  b" in listed
    run_quietly("articles", "a")
    detail = capsys.readouterr().out
    assert "day  2024-01-24  dateline, sure 0.95: " in detail
    assert "24 يناير 2024" in detail
    assert "but  2024-02-02  metadata, sure 0.95" in detail
    run_quietly("articles", "--doubtful", "--json")
    assert [row["id"] for row in json.loads(capsys.readouterr().out)] == ["a", "b"]


def run_quietly(*arguments: str) -> None:
    with pytest.raises(SystemExit) as ended:
        run(list(arguments))
    assert not ended.value.code


def test_versions_of_an_address_are_kept_and_compared(khabar: Khabar, tmp_path: Path) -> None:
    texts = ["وقع هجوم أوقع 4 قتلى.", "وقع هجوم أوقع 6 قتلى أمس.", "خبر آخر."]
    urls = ["https://www.a.example/x/?utm_source=b#c", "http://a.example/x", "https://a.example/y"]
    rows = [{"text": text, "url": url, "source": "س"} for text, url in zip(texts, urls, strict=True)]
    (tmp_path / "in.jsonl").write_text("\n".join(json.dumps(row) for row in rows), encoding="utf-8")
    assert khabar("read", "in.jsonl").code == 0
    listed = khabar("articles", "--changed").out
    assert listed.count("2 versions") == 2
    assert listed.endswith("2 articles\n")
    found = json.loads(khabar("articles", "https://a.example/x", "--json").out)
    assert [change["kind"] for change in found["versions"][1]["changes"]] == ["changed", "added"]
    shown = khabar("articles", "https://a.example/x").out
    assert "~ 4  →  6" in shown
    assert "version 2" in shown
    assert khabar("articles", "none").code == 1


def test_what_two_addresses_of_a_page_share() -> None:
    assert address_key("https://www.a.example/x/?utm_source=b&id=3#c") == "a.example/x?id=3"
    assert address_key("http://[") == "http://["
    assert address_key(None) is None
