"""Fetching, against a web site on this machine: what is refused, what is bounded, how robots.txt is obeyed, and what
reading an address gives."""

from __future__ import annotations

import gzip
import socket
import time
import zlib
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler
from pathlib import Path

import httpcore
import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest import layouts
from ingest.web_server import Site, serving
from khabar.ingest import robots
from khabar.ingest.addresses import is_public
from khabar.ingest.fetch import Fetcher, FetchError, Reach
from khabar.ingest.read import Limits, Unreadable, read_paths
from khabar.ingest.readers.sitemap import entries
from khabar.model import Article

QUICK = Reach(seconds=5, pause=0)
STORIES = layouts.STORIES


@pytest.fixture
def site() -> Iterator[Site]:
    with serving() as found:
        yield found


@pytest.fixture
def fetcher(site: Site) -> Iterator[Fetcher]:
    found = Fetcher(allowed=site.allowed, reach=QUICK)
    yield found
    found.close()


@pytest.fixture
def allowed(site: Site, monkeypatch: pytest.MonkeyPatch) -> Site:
    """The site, and reading that may fetch from it."""
    monkeypatch.setattr("khabar.ingest.fetch.default_fetcher", lambda: Fetcher(allowed=site.allowed, reach=QUICK))
    return site


def fault(fetcher: Fetcher, url: str) -> str:
    with pytest.raises(FetchError) as caught:
        fetcher.fetch(url)
    return str(caught.value)


# what is refused


@pytest.mark.parametrize(
    "address",
    [
        "127.0.0.1", "127.8.8.8", "10.1.2.3", "172.16.0.1", "192.168.1.1", "169.254.169.254", "100.64.0.1", "0.0.0.0",
        "224.0.0.1", "240.0.0.1", "255.255.255.255", "192.0.2.1", "198.18.0.1", "::1", "::", "fe80::1", "fe80::1%eth0",
        "fc00::1", "fec0::1", "ff02::1", "::ffff:127.0.0.1", "::ffff:8.8.8.8", "2002:7f00:1::", "64:ff9b::7f00:1",
        "2001:db8::1", "not an address",
    ],
)  # fmt: skip
def test_addresses_inside_a_network_are_not_public(address: str) -> None:
    assert not is_public(address)


@pytest.mark.parametrize("address", ["8.8.8.8", "193.0.14.129", "2606:4700::1111"])
def test_public_addresses_are(address: str) -> None:
    assert is_public(address)


@given(st.text(max_size=60))
def test_no_spelling_of_an_address_breaks_the_check(words: str) -> None:
    assert is_public(words) in (True, False)


def test_an_address_of_this_machine_is_refused_by_name_and_by_number(site: Site) -> None:
    fetcher = Fetcher(reach=QUICK)
    for host in ("127.0.0.1", "localhost", "2130706433", "0x7f.1", "[::1]", "[::ffff:127.0.0.1]"):
        assert "only public addresses are fetched" in fault(fetcher, f"http://{host}:{site.port}/"), host
    assert site.asked == []


def test_a_redirect_to_an_address_inside_is_refused(site: Site, fetcher: Fetcher) -> None:
    site.send_on("/out", f"http://localhost:{site.port}/secret")
    assert "only public addresses" in fault(fetcher, site.url("/out"))
    for elsewhere in ("http://169.254.169.254/latest/meta-data/", "//10.0.0.1/", "http://[::1]/"):
        site.send_on("/out", elsewhere)
        assert "only public addresses" in fault(fetcher, site.url("/out"))
    site.send_on("/out", "file:///etc/passwd")
    assert "is no address of a page" in fault(fetcher, site.url("/out"))
    assert set(site.paths()) == {"/out"}


def test_the_address_that_was_checked_is_the_one_connected_to(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    """A name server that answers first with a public address and then with one inside gains nothing."""
    answers = iter([["8.8.8.8", "2606:4700::1111"], ["10.0.0.1"]])
    connected: list[str] = []

    def connect(backend: object, host: str, *rest: object) -> httpcore.NetworkStream:
        connected.append(host)
        raise httpcore.ConnectError("nobody there")

    monkeypatch.setattr(httpcore.SyncBackend, "connect_tcp", connect)
    fetcher = Fetcher(reach=QUICK, resolver=lambda host, port: next(answers))
    assert "cannot be reached" in fault(fetcher, "http://rebinding.example/")
    assert connected == ["8.8.8.8", "2606:4700::1111"]
    assert "leads to 10.0.0.1" in fault(fetcher, "http://rebinding.example/")
    mixed = Fetcher(reach=QUICK, resolver=lambda host, port: ["8.8.8.8", "10.0.0.1"])
    assert "leads to 10.0.0.1" in fault(mixed, "http://rebinding.example/")
    assert len(connected) == 2


def test_what_is_no_address_of_a_page(fetcher: Fetcher) -> None:
    for url in (
        "ftp://a.example/x",
        "http://",
        "https:///x",
        "http://[::1",
        "javascript:1",
    ):
        assert "write it as https://host/path" in fault(fetcher, url), url
    assert "holds a name and password" in fault(fetcher, "http://me:secret@a.example/")


# what is bounded


def test_bytes_are_bounded(site: Site) -> None:
    site.put("/large", b"x" * 300_000)
    fetcher = Fetcher(allowed=site.allowed, reach=Reach(pause=0, wire=100_000))
    assert "is larger than" in fault(fetcher, site.url("/large"))


def test_unpacking_is_bounded(site: Site) -> None:
    site.put("/bomb", gzip.compress(b"\0" * (40 << 20)), Content_Encoding="gzip")
    fetcher = Fetcher(allowed=site.allowed, reach=QUICK)
    assert "times its size, as archives made to do harm do" in fault(fetcher, site.url("/bomb"))
    tight = Fetcher(allowed=site.allowed, reach=QUICK, limits=Limits(unpacked=1 << 20))
    assert "unpacks to more than 1 MiB" in fault(tight, site.url("/bomb"))


def test_time_is_bounded_also_against_a_dripping_server(site: Site) -> None:
    def drip(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(200)
        handler.end_headers()
        for _ in range(100):
            handler.wfile.write(b"x")
            time.sleep(0.05)

    def drip_headers(handler: BaseHTTPRequestHandler) -> None:
        handler.wfile.write(b"HTTP/1.1 200 OK\r\n")
        for number in range(100):
            handler.wfile.write(b"X-%d: 1\r\n" % number)
            time.sleep(0.05)

    site.pages |= {"/drip": drip, "/headers": drip_headers}
    fetcher = Fetcher(allowed=site.allowed, reach=Reach(seconds=0.6, pause=0))
    for path in ("/drip", "/headers"):
        begun = time.monotonic()
        assert "took longer than 0.6 seconds" in fault(fetcher, site.url(path))
        assert time.monotonic() - begun < 3


def test_redirects_are_bounded_and_followed(site: Site, fetcher: Fetcher) -> None:
    site.send_on("/round", "/round")
    assert "more than 5 redirects" in fault(fetcher, site.url("/round"))
    site.send_on("/old", "/new?x=1")
    site.put("/new?x=1", "here")
    with fetcher.fetch(site.url("/old#part")) as found:
        assert (found.url, found.stream.read()) == (site.url("/new?x=1"), b"here")


def test_packed_answers_are_unpacked(site: Site, fetcher: Fetcher) -> None:
    site.put("/gzip", gzip.compress(b"text"), Content_Encoding="gzip")
    site.put("/deflate", zlib.compress(b"text"), Content_Encoding="deflate")
    for path in ("/gzip", "/deflate"):
        with fetcher.fetch(site.url(path)) as found:
            assert found.stream.read() == b"text"
    site.put("/br", b"xx", Content_Encoding="br")
    assert "packed with br" in fault(fetcher, site.url("/br"))
    site.put("/broken", b"xx", Content_Encoding="gzip")
    assert "cannot be unpacked" in fault(fetcher, site.url("/broken"))


def test_faults_of_servers_and_networks(site: Site, fetcher: Fetcher) -> None:
    assert "answers 404" in fault(fetcher, site.url("/none"))
    site.pages["/busy"] = (503, {"Retry-After": "120"}, b"")
    with pytest.raises(FetchError) as caught:
        fetcher.fetch(site.url("/busy"))
    assert (caught.value.status, caught.value.wait) == (503, 120.0)
    site.pages["/nonsense"] = lambda handler: handler.wfile.write(b"nonsense\r\n\r\n") and None
    assert "cannot be reached" in fault(fetcher, site.url("/nonsense"))
    with socket.socket() as closed:
        closed.bind(("127.0.0.1", 0))
        port = closed.getsockname()[1]
    dead = Fetcher(allowed={("127.0.0.1", port)}, reach=QUICK)
    assert "cannot be reached" in fault(dead, f"http://127.0.0.1:{port}/")
    unknown = Fetcher(reach=QUICK)
    assert "cannot be found" in fault(unknown, "http://no-such-host.invalid/")


# manners


def test_it_says_who_it_is_and_asks_conditionally(site: Site, fetcher: Fetcher) -> None:
    site.put("/a", "text", ETag='"1"', Last_Modified="Wed, 24 Jan 2024 10:00:00 GMT")
    with fetcher.fetch(site.url("/a")) as found:
        assert (found.etag, found.modified) == ('"1"', "Wed, 24 Jan 2024 10:00:00 GMT")
    with fetcher.fetch(site.url("/a"), etag=found.etag, modified=found.modified) as again:
        assert again.unchanged
        assert again.stream.read() == b""
    headers = site.asked[-1][1]
    assert headers["user-agent"].startswith("Khabar/")
    assert (headers["if-none-match"], headers["if-modified-since"]) == ('"1"', "Wed, 24 Jan 2024 10:00:00 GMT")


def test_robots_txt_is_obeyed_also_after_redirects(site: Site, fetcher: Fetcher) -> None:
    site.put("/robots.txt", "User-agent: *\nDisallow: /private\nAllow: /private/open\n", "text/plain")
    site.put("/private/a", "x")
    site.put("/private/open", "y")
    site.send_on("/go", "/private/a")
    for path in ("/private/a", "/go"):
        assert "robots.txt asks not to" in fault(fetcher, site.url(path))
    with fetcher.fetch(site.url("/private/open")) as found:
        assert found.stream.read() == b"y"
    assert site.paths() == ["/go", "/private/open"]


@pytest.mark.parametrize(("status", "may"), [(404, True), (403, True), (500, False), (429, False)])
def test_robots_txt_that_cannot_be_had(site: Site, fetcher: Fetcher, status: int, may: bool) -> None:
    site.pages["/robots.txt"] = (status, {}, b"")
    site.put("/a", "x")
    if may:
        fetcher.fetch(site.url("/a")).stream.close()
    else:
        assert "robots.txt" in fault(fetcher, site.url("/a"))


def test_a_pause_between_requests_to_one_host(site: Site) -> None:
    slept: list[float] = []
    fetcher = Fetcher(allowed=site.allowed, reach=Reach(pause=2), sleep=slept.append)
    site.put("/a", "x")
    for _ in range(3):
        fetcher.fetch(site.url("/a")).stream.close()
    assert len(slept) == 2
    assert all(1 < pause <= 2 for pause in slept)
    site.put("/robots.txt", "User-agent: khabar\nCrawl-delay: 7.5\n")
    slow = Fetcher(allowed=site.allowed, reach=Reach(pause=2), sleep=slept.append)
    for _ in range(2):
        slow.fetch(site.url("/a")).stream.close()
    assert 7 < slept[-1] <= 7.5


@pytest.mark.parametrize(
    ("rules", "path", "may"),
    [
        ("User-agent: *\nDisallow:", "/x", True),
        ("User-agent: *\nDisallow: /", "/x", False),
        ("User-agent: other\nDisallow: /", "/x", True),
        ("User-agent: *\nDisallow: /\n\nUser-agent: Khabar\nDisallow: /b", "/a", True),
        ("User-agent: *\nUser-agent: khabar\nDisallow: /a # why\n", "/a/b", False),
        (
            "User-agent: khabar\nDisallow: /a\nUser-agent: other\nDisallow: /\nUser-agent: khabar\nDisallow: /b",
            "/b",
            False,
        ),
        ("User-agent: *\nDisallow: /*.pdf$", "/a/b.pdf", False),
        ("User-agent: *\nDisallow: /*.pdf$", "/a/b.pdf?x", True),
        ("User-agent: *\nDisallow: /a*b*c", "/a1b2c3", False),
        ("User-agent: *\nDisallow: /a\nAllow: /a", "/a", True),
        ("User-agent: *\nDisallow: /%D8%AE%D8%A8%D8%B1", "/خبر/1", False),
        ("User-agent: *\nDisallow: /خبر", "/%d8%ae%d8%a8%d8%b1", False),
        ("nonsense\nDisallow: /\n: :\nUser-agent", "/x", True),
    ],
)
def test_rules_of_robots_txt(rules: str, path: str, may: bool) -> None:
    assert robots.parse(rules, "khabar").allows(f"https://a.example{path}") is may


@given(st.text(), st.text())
def test_no_robots_txt_breaks_its_reader(rules: str, path: str) -> None:
    found = robots.parse(f"User-agent: *\nDisallow: {rules}\n{rules}", "khabar")
    assert found.allows(f"https://a.example/{path.replace('[', '').replace(']', '')}") in (True, False)


# reading addresses


def test_a_page_is_read_by_its_address(allowed: Site) -> None:
    story = STORIES[0]
    allowed.put("/2024/01/24/story", layouts.html_article(story).encode("cp1256"), "text/html; charset=windows-1256")
    (found,) = list(read_paths([allowed.url("/2024/01/24/story")]))
    assert isinstance(found, Article)
    assert (found.title, found.published) == (story["title"], story["day"])
    assert story["paragraphs"][2] in found.text
    assert found.origin == allowed.url("/2024/01/24/story")


def test_a_bare_page_has_its_site_as_outlet(allowed: Site) -> None:
    allowed.put("/plain", "\n".join(STORIES[0]["paragraphs"]), "text/plain; charset=utf-8")
    (found,) = list(read_paths([allowed.url("/plain")]))
    assert isinstance(found, Article)
    assert (found.source, found.url) == ("127.0.0.1", allowed.url("/plain"))


def test_what_cannot_be_fetched_is_said(allowed: Site) -> None:
    found = list(read_paths([allowed.url("/none"), "https://localhost/x", "https://me:secret@a.example/"]))
    assert all(isinstance(item, Unreadable) for item in found)
    reasons = [item.reason for item in found if isinstance(item, Unreadable)]
    assert reasons[0].startswith(f"{allowed.url('/none')} answers 404")
    assert "only public addresses" in reasons[1]
    assert reasons[2].startswith("https://***@a.example/ holds a name and password")


def sitemap(*entries: str) -> str:
    spaces = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:news="n"'
    return f'<?xml version="1.0"?><urlset {spaces}>{"".join(entries)}</urlset>'


def test_a_sitemap_is_followed_the_latest_first(allowed: Site) -> None:
    for number, story in enumerate(STORIES[:3]):
        body = "".join(f"<p>{paragraph}</p>" for paragraph in story["paragraphs"])
        allowed.put(f"/{number}?a=1&b=2", f"<html><body><article>{body}</article></body></html>")
    listed = [
        f"<url><loc>{allowed.url(f'/{n}?a=1&amp;b=2')}</loc><lastmod>2024-01-0{n + 1}T10:00:00Z</lastmod></url>"
        for n in range(2)
    ]
    news = (
        f"<url><loc><![CDATA[{allowed.url('/2?a=1&b=2')}]]></loc><news:news><news:publication_date>2024-02-03"
        "</news:publication_date></news:news></url>"
    )
    inner = sitemap(*listed, news, f"<url><loc>{allowed.url('/none')}</loc></url>", "<url><loc>/x</loc></url>")
    allowed.put("/inner.xml.gz", gzip.compress(inner.encode()), "application/gzip")
    index = f"<sitemapindex><sitemap><loc>{allowed.url('/inner.xml.gz')}</loc></sitemap></sitemapindex>"
    allowed.put("/sitemap.xml", index, "application/xml")
    found = list(read_paths([allowed.url("/sitemap.xml")]))
    assert [item.origin for item in found] == [
        *(allowed.url(f"/{n}?a=1&b=2") for n in (2, 1, 0)),
        allowed.url("/none"),
    ]
    first = found[0]
    assert isinstance(first, Article)
    assert first.published == "2024-02-03"
    assert first.dating is not None
    assert first.dating.how == "metadata: sitemap"


def test_a_sitemap_beyond_its_bound_says_so(allowed: Site) -> None:
    allowed.put("/s.xml", sitemap(*(f"<url><loc>{allowed.url(f'/{n}')}</loc></url>" for n in range(5))), "text/xml")
    found = list(read_paths([allowed.url("/s.xml")], limits=Limits(pages=2)))
    assert len(found) == 3
    assert isinstance(found[-1], Unreadable)
    assert "lists 5 addresses, of which the 2 latest were read" in found[-1].reason


def test_sitemaps_that_list_one_another_end(allowed: Site) -> None:
    index = f"<sitemapindex><sitemap><loc>{allowed.url('/s.xml')}</loc></sitemap></sitemapindex>"
    allowed.put("/s.xml", index, "text/xml")
    (found,) = list(read_paths([allowed.url("/s.xml")]))
    assert isinstance(found, Unreadable)
    assert "too many sitemaps" in found.reason


def test_a_saved_sitemap_is_followed_only_when_asked(allowed: Site, tmp_path: Path) -> None:
    allowed.put("/a", "\n".join(STORIES[0]["paragraphs"]), "text/plain; charset=utf-8")
    (tmp_path / "sitemap.xml").write_text(sitemap(f"<url><loc>{allowed.url('/a')}</loc></url>"))
    (kept,) = list(read_paths([tmp_path]))
    assert isinstance(kept, Unreadable)
    assert "--follow" in kept.reason
    assert allowed.asked == []
    (read,) = list(read_paths([tmp_path], follow=True))
    assert isinstance(read, Article)


@given(st.text())
def test_no_text_breaks_the_reader_of_sitemaps(text: str) -> None:
    assert isinstance(entries(f"<urlset><url><loc>{text}</loc></url>{text}"), list)


def test_a_feed_gives_its_entries_and_on_request_their_pages(allowed: Site) -> None:
    story = STORIES[1]
    allowed.put("/page", layouts.html_article(story))
    items = "".join(
        f"<item><title>عنوان {n}</title><link>{allowed.url(path)}</link><description>موجز قصير للخبر</description>"
        "<pubDate>Wed, 24 Jan 2024 10:00:00 GMT</pubDate></item>"
        for n, path in enumerate(("/page", "/gone", "/feed"))
    )
    allowed.put("/feed", f"<rss><channel><title>المرقب</title>{items}</channel></rss>", "application/rss+xml")
    plain = list(read_paths([allowed.url("/feed")]))
    assert [item.text for item in plain if isinstance(item, Article)] == ["موجز قصير للخبر"] * 3
    assert allowed.paths() == ["/feed"]
    followed = list(read_paths([allowed.url("/feed")], follow=True))
    texts = [item for item in followed if isinstance(item, Article)]
    assert story["paragraphs"][1] in texts[0].text
    assert texts[0].source == "المرقب"
    assert texts[1].text == "موجز قصير للخبر"
