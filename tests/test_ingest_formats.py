"""Formats beyond text, pages and JSON Lines: tables, feeds, archives, web archives; and what harmful ones may cost."""

from __future__ import annotations

import gzip
import io
import json
import random
import tarfile
import zipfile
from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ingest import layouts
from khabar.ingest.read import Limits, Unreadable, read_paths
from khabar.ingest.readers import registry
from khabar.model import Article

STORIES = layouts.STORIES
ARTICLE = "\n".join(STORIES[0]["paragraphs"])


def read_bytes(data: bytes, **options: object) -> list[Article | Unreadable]:
    return list(read_paths(["-"], stdin=io.BytesIO(data), **options))  # type: ignore[arg-type]


def kinds(found: Sequence[Article | Unreadable]) -> str:
    return "".join("a" if isinstance(item, Article) else "u" for item in found)


def zipped(members: dict[str, bytes]) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return packed.getvalue()


def tarred(members: dict[str, bytes], mode: str = "w") -> bytes:
    packed = io.BytesIO()
    with tarfile.open(fileobj=packed, mode=mode) as archive:  # type: ignore[call-overload]
        for name, data in members.items():
            member = tarfile.TarInfo(name)
            member.size = len(data)
            archive.addfile(member, io.BytesIO(data))
        link = tarfile.TarInfo("link")
        link.type, link.linkname = tarfile.SYMTYPE, "/etc/passwd"
        archive.addfile(link)
    return packed.getvalue()


def warc_record(
    url: str, body: bytes, kind: str = "response", headers: str = "Content-Type: text/html; charset=utf-8"
) -> bytes:
    http = f"HTTP/1.1 200 OK\r\n{headers}\r\n\r\n".encode() + body
    head = (
        f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Target-URI: {url}\r\nWARC-Date: 2024-01-25T10:00:00Z\r\n"
        f"Content-Type: application/http; msgtype={kind}\r\nContent-Length: {len(http)}\r\n\r\n"
    )
    return head.encode() + http + b"\r\n\r\n"


def warc_records() -> list[bytes]:
    return [
        warc_record(f"https://marqab.example/{n}", layouts.html_article(story).encode())
        for n, story in enumerate(STORIES)
    ]


def test_every_reader_registers_itself() -> None:
    assert set(registry()) == {
        "text", "html", "jsonl", "csv", "feed", "sitemap", "zip", "tar", "packed", "warc", "pdf", "word",
        "opendocument", "rtf", "sheets", "parquet", "mail", "webarchive", "channel", "group",
    }  # fmt: skip


def test_tables(tmp_path: Path) -> None:
    table = (
        'id,title,text,date\n1,عنوان,"خبر أول، فيه فاصلة\nوسطر ثان",24/1/2024\n2,بلا نص,,\n'
        "3,زائد,خبر,2024-01-25,خلية\n4,أخير,خبر ثالث,\n"
    )
    found = read_bytes(table.encode("utf-8-sig"))
    assert kinds(found) == "auua"
    assert isinstance(found[0], Article)
    assert (found[0].id, found[0].published, found[0].text) == ("1", "2024-01-24", "خبر أول، فيه فاصلة\nوسطر ثان")
    (tmp_path / "t.tsv").write_bytes("العنوان\tالنص\nأول\tخبر قصير\n".encode("windows-1256"))
    (row,) = list(read_paths([tmp_path / "t.tsv"], columns={"text": "النص", "title": "العنوان"}))
    assert isinstance(row, Article)
    assert (row.title, row.text) == ("أول", "خبر قصير")


def test_feeds() -> None:
    rss = f"""<?xml version="1.0"?><rss xmlns:content="u" xmlns:dc="d"><channel><title>المرقب &amp; أخبار</title>
    <item><title>عنوان أول</title><link>https://marqab.example/1</link><pubDate>Wed, 24 Jan 2024 10:00:00 GMT</pubDate>
    <description>موجز</description>
    <content:encoded><![CDATA[<p>{STORIES[0]["paragraphs"][0]}</p><p>ثان</p>]]></content:encoded></item>
    <item><title>مكسور</title><description>نص <b></description></item>
    <item><title>خبر &nbsp; ثالث</title><description>&lt;p&gt;نص الخبر&lt;/p&gt;</description>
    <dc:date>2024-01-25</dc:date></item>
    <item><title>بلا نص</title></item></channel></rss>"""
    found = read_bytes(rss.encode())
    assert kinds(found) == "auau"
    first, third = found[0], found[2]
    assert isinstance(first, Article)
    assert isinstance(third, Article)
    assert (first.source, first.url, first.published) == ("المرقب & أخبار", "https://marqab.example/1", "2024-01-24")
    assert first.text.splitlines()[0] == STORIES[0]["paragraphs"][0]
    assert (third.text, third.published) == ("نص الخبر", "2024-01-25")
    atom = """<feed xmlns="http://www.w3.org/2005/Atom"><title>ن</title><entry><title>ع</title>
    <link rel="edit" href="x"/>
    <link href="https://a.example/2"/><updated>2024-01-26T00:00:00Z</updated><content type="html">خبر</content></entry>
    </feed>"""
    (entry,) = read_bytes(atom.encode())
    assert isinstance(entry, Article)
    assert (entry.url, entry.published, entry.text) == ("https://a.example/2", "2024-01-26", "خبر")


def test_archives_of_anything(tmp_path: Path) -> None:
    members = {
        "a.txt": ARTICLE.encode("windows-1256"),
        "deep/b.html": layouts.html_article(STORIES[1]).encode(),
        "../../c.jsonl": json.dumps({"text": "خبر"}).encode(),
        "style.css": b"body{}",
    }
    for data in (
        zipped(members),
        tarred(members),
        tarred(members, "w:gz"),
        tarred(members, "w:xz"),
        zipped({"in.zip": zipped(members)}),
    ):
        found = read_bytes(data)
        assert kinds(found) == "aaau"
        assert isinstance(found[0], Article)
        assert found[0].text == ARTICLE
        assert "!/a.txt" in (found[0].origin or "")
    assert list(tmp_path.iterdir()) == []
    (alone,) = read_bytes(gzip.compress(ARTICLE.encode()))
    assert isinstance(alone, Article)
    assert alone.text == ARTICLE


def test_a_broken_member_costs_itself_alone() -> None:
    data = bytearray(
        zipped({"a.txt": ARTICLE.encode(), "b.txt": ARTICLE.encode() * 2, "c.txt": b"x " + ARTICLE.encode()})
    )
    at = data.index(b"b.txt") + 40
    data[at : at + 8] = b"\xff" * 8
    assert kinds(read_bytes(bytes(data))) == "aua"
    (cut,) = read_bytes(zipped({"a.txt": ARTICLE.encode()})[:-30])
    assert isinstance(cut, Unreadable)
    (short,) = read_bytes(gzip.compress(ARTICLE.encode())[:-20])
    assert isinstance(short, Unreadable)


def test_archives_made_to_do_harm() -> None:
    bomb = gzip.compress(b"0" * (64 << 20))
    for data in (bomb, zipped({"a.txt": b"0" * (64 << 20)}), gzip.compress(bomb)):
        (found,) = read_bytes(data)
        assert isinstance(found, Unreadable)
        assert "times its size" in found.reason or "MiB" in found.reason
    (nested,) = read_bytes(zipped({"1.zip": zipped({"2.zip": zipped({"3.zip": zipped({"a.txt": b"x"})})})}))
    assert isinstance(nested, Unreadable)
    assert "too many archives" in nested.reason
    many = read_bytes(zipped({f"{n}.txt": "خبر".encode() for n in range(30)}), limits=Limits(members=10))
    assert kinds(many) == "a" * 10 + "u"
    laughs = "<!DOCTYPE x [" + "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 9)) + "]>"
    feed = f"<rss>{laughs}<item><title>&a8;</title><description>&a8;</description></item></rss>"
    assert len(read_bytes(feed.encode())) == 1


def test_web_archives_plain_and_packed() -> None:
    records = warc_records()
    other = warc_record("https://marqab.example/robots", b"x", kind="request")
    moved = warc_record("https://marqab.example/p.png", b"\x89PNG", headers="Content-Type: image/png")
    for data in (
        b"".join([other, moved, *records]),
        b"".join(gzip.compress(record) for record in [other, moved, *records]),
    ):
        found = read_bytes(data)
        assert kinds(found) == "a" * len(STORIES)
        for item, story in zip(found, STORIES, strict=True):
            assert isinstance(item, Article)
            assert (item.title, item.published) == (story["title"], story["day"])
            assert story["paragraphs"][1] in item.text


@pytest.mark.parametrize("packed", [True, False])
def test_a_corrupt_record_costs_that_record_alone(packed: bool) -> None:
    records = warc_records()
    records = [gzip.compress(record) for record in records] if packed else records
    if packed:
        records[3] = records[3][:200] + b"\x00\xff" * 20 + records[3][240:]
    else:
        records[3] = records[3][:200] + b"\r\n\r\n"
    found = read_bytes(b"".join(records))
    assert kinds(found) == "aaau" + "a" * (len(records) - 4)
    cut = read_bytes(b"".join(records[:3]) + records[4][:300])
    assert kinds(cut) == "aaau"


def test_bodies_in_chunks_and_packed() -> None:
    html = layouts.html_article(STORIES[2]).encode()
    chunked = b"".join(b"%x\r\n%s\r\n" % (len(part), part) for part in (html[:900], html[900:])) + b"0\r\n\r\n"
    for body, header in ((chunked, "Transfer-Encoding: chunked"), (gzip.compress(html), "Content-Encoding: gzip")):
        (found,) = read_bytes(warc_record("https://a.example/1", body, headers=f"Content-Type: text/html\r\n{header}"))
        assert isinstance(found, Article)
        assert STORIES[2]["paragraphs"][3] in found.text
    (locked,) = read_bytes(
        warc_record("https://a.example/1", b"\x01\x02", headers="Content-Type: text/html\r\nContent-Encoding: br")
    )
    assert isinstance(locked, Unreadable)


@settings(max_examples=120, deadline=None)
@given(st.integers(0, 2**32), st.sampled_from(["zip", "tar", "gz", "warc", "warc.gz", "feed", "csv", "html", "jsonl"]))
def test_damaged_input_never_raises(seed: int, kind: str) -> None:
    """Bytes cut, doubled, flipped: every outcome is articles or reasons."""
    make = {
        "zip": lambda: zipped({"a.txt": ARTICLE.encode(), "b.html": layouts.html_article(STORIES[1]).encode()}),
        "tar": lambda: tarred({"a.txt": ARTICLE.encode()}),
        "gz": lambda: gzip.compress(ARTICLE.encode()),
        "warc": lambda: b"".join(warc_records()[:3]),
        "warc.gz": lambda: b"".join(gzip.compress(record) for record in warc_records()[:3]),
        "feed": lambda: f"<rss><item><title>ع</title><description>{ARTICLE}</description></item></rss>".encode(),
        "csv": lambda: f'title,text\nا,"{ARTICLE}"\nب,خبر\n'.encode(),
        "html": lambda: layouts.html_opengraph(STORIES[3]).encode(),
        "jsonl": lambda: b"\n".join(json.dumps({"text": ARTICLE}).encode() for _ in range(3)),
    }
    rng = random.Random(seed)
    data = bytearray(make[kind]())
    for _ in range(rng.randrange(1, 6)):
        at = rng.randrange(len(data))
        what = rng.randrange(4)
        if what == 0:
            data = data[:at] or data
        elif what == 1:
            data[at:at] = data[at : at + rng.randrange(1, 200)]
        elif what == 2:
            data[at] = rng.randrange(256)
        else:
            data[at:at] = rng.choice([b"\x00", "\u202e".encode(), b"\xed\xa0\x80", "خبر".encode("cp1256")])
    assert all(isinstance(item, (Article, Unreadable)) for item in read_bytes(bytes(data)))


@pytest.mark.parametrize(
    "data",
    [
        b"<rss>" + b"<item>" * 300_000,
        b"<rss>" + b"<item " * 300_000,
        b"<rss>" + b"<title>" * 300_000,
        b"<urlset>" + b"<url><loc>" * 200_000,
        "اقرأ أيضا\n".encode() * 60_000,
        b"<html>" + b"<p><b><i>" * 100_000,
    ],
    ids=["items", "tags", "titles", "addresses", "headers of links", "elements"],
)
def test_input_that_never_closes_what_it_opens_takes_no_time_out_of_proportion(data: bytes) -> None:
    """Each of these took minutes where the work grew with the square of the length."""
    found = read_bytes(data, split=True)
    assert len(found) == 1


def test_broken_entries_of_a_feed_cost_themselves_alone() -> None:
    entry = "<item><title>ا</title><description>خبر</description></item>"
    found = read_bytes(f"<rss><item><title>لا ينتهي{entry}<item/>{entry}<item><title>ولا هذا".encode())
    assert kinds(found) == "aau"
    assert isinstance(found[-1], Unreadable)
    assert "2 entries that do not end" in found[-1].reason
