"""The table of bad inputs in ``docs/input.md`` is true: every reason it promises is what a reader of that input
gets."""

from __future__ import annotations

import gzip
import io
import json
import os
import re
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from ingest import layouts
from ingest.packed import sheet
from ingest.set_pages import pdf
from khabar.ingest.fetch import Fetcher, Reach
from khabar.ingest.read import Unreadable, read_paths
from khabar.model import Article
from test_ingest_formats import warc_record, zipped

DOCUMENT = (Path(__file__).resolve().parents[1] / "docs" / "input.md").read_text(encoding="utf-8")
TABLE = DOCUMENT[DOCUMENT.index("## What bad input gives") : DOCUMENT.index("## Faults around reading")]
ROWS = dict(re.findall(r"^\| ([^|]+) \| ([^|]+) \|$", TABLE, re.MULTILINE))
TEXT = "\n".join(layouts.STORIES[0]["paragraphs"])


def nested(data: bytes, times: int) -> bytes:
    for number in range(times):
        data = zipped({f"{number}.zip" if number else "a.txt": data})
    return data


def locked() -> bytes:
    """A zip file whose member says that it is encrypted."""
    data = bytearray(zipped({"a.txt": TEXT.encode()}))
    for mark, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        data[data.index(mark) + offset] |= 1
    return bytes(data)


def rows(*values: object) -> bytes:
    return "\n".join(value if isinstance(value, str) else json.dumps(value) for value in values).encode()


MADE: dict[str, tuple[str, Callable[[], bytes], int]] = {
    "an empty file": ("a.txt", lambda: b"", 0),
    "a picture, presentation, program, sound": ("a.png", lambda: b"\x89PNG x", 0),
    "a Word document of before 2007 (`.doc`)": ("a.doc", lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), 0),
    "a PDF whose pages are pictures": ("a.pdf", lambda: pdf([[]]), 0),
    "a damaged PDF, or one locked with a password": ("a.pdf", lambda: b"%PDF-1.7 x", 0),
    "a damaged document or spreadsheet": ("a.docx", lambda: zipped({"word/document.xml": b"<w:document>"}), 0),
    "a spreadsheet or table without a column of texts": ("a.xlsx", lambda: sheet([["a", "b"]]), 0),
    "bytes that are no text in any encoding": ("a.txt", lambda: bytes(range(9)) * 400, 0),
    "a text without letters": ("a.txt", lambda: b"123 ... 456", 0),
    "a text with some broken bytes": ("a.txt", lambda: TEXT.encode()[:80] + b"\xff" + TEXT.encode()[80:], 1),
    "lone surrogates, NULs, bidi controls, a line of a megabyte": (
        "a.jsonl",
        lambda: b'{"text": "\\ud800\\u0000\\u202e ' + "خبر ".encode() * 150_000 + b'"}',
        1,
    ),
    "a page without article text": ("a.html", lambda: b"<html><body><script>x()</script></body></html>", 0),
    "a page nested thousands of elements deep": ("a.html", lambda: b"<div>" * 9000, 0),
    "broken JSON-LD on a page": (
        "a.html",
        lambda: (
            layouts.html_article(layouts.STORIES[0])
            .replace("<head>", '<head><script type="application/ld+json">{</script>')
            .encode()
        ),
        1,
    ),
    "a broken line of JSON Lines": ("a.jsonl", lambda: rows({"text": TEXT}, "{broken", {"text": "خبر"}), 2),
    "a record without text": ("a.jsonl", lambda: rows({"body_ar": TEXT}, {"text": "خبر"}), 1),
    "a table row with too many cells": ("a.csv", lambda: "title,text\nا,خبر,زائد\nب,خبر ثان\n".encode(), 1),
    "a table row that swallows those below": ("a.csv", lambda: 'n,text\n1,خبر\n2,"خبر\n3,خبر ثان\n'.encode(), 1),
    "a JSON list that breaks off": ("a.json", lambda: '[{"text": "خبر"}, {"text": "خب'.encode(), 1),
    "a feed entry that is no XML": (
        "a.rss",
        lambda: (
            "<rss><item><title>ا</title><description>x<b></description></item>"
            "<item><title>ب</title><description>خبر</description></item></rss>"
        ).encode(),
        1,
    ),
    "a saved sitemap without `--follow`": (
        "sitemap.xml",
        lambda: b"<urlset>" + b"<url><loc>https://a.example/1</loc></url>" * 2 + b"</urlset>",
        0,
    ),
    "a damaged WARC record": (
        "a.warc.gz",
        lambda: b"".join(
            (lambda data: data[:99] + b"\x00\xff" * 9 + data[117:] if number == 1 else data)(
                gzip.compress(warc_record(f"https://a.example/{number}", layouts.html_article(story).encode()))
            )
            for number, story in enumerate(layouts.STORIES[:3])
        ),
        2,
    ),
    "a broken archive": ("a.zip", lambda: zipped({"a.txt": TEXT.encode()})[:-30], 0),
    "a member locked with a password": ("a.zip", locked, 0),
    "an archive made to expand without bound": ("a.gz", lambda: gzip.compress(b"x " * (20 << 20)), 0),
    "archives in archives in archives": ("a.zip", lambda: nested(TEXT.encode(), 5), 0),
    "a text of more than 2,000,000 letters": ("a.txt", lambda: b"word " * 400_001, 0),
    "a file larger than 64 MiB, a record larger than 32 MiB": ("a.txt", lambda: b"x " * (33 << 20), 0),
}
BESIDE = next(row for row in ROWS if row.startswith("hidden files and folders in a folder"))
ELSEWHERE = {
    "a path that is not there": "test_paths",
    "a file you may not open": "test_paths",
    "an empty folder": "test_paths",
    BESIDE: "test_paths",
    "member names that lead outside (`../x`), links": "test_members_that_lead_outside",
    "an address inside your network, by name, number or redirect": "test_ingest_fetch.py",
    "an address that the site's robots.txt closes": "test_ingest_fetch.py",
    "an address that is not found, busy, or slow": "test_ingest_fetch.py",
    "letters in letters in letters": "test_ingest_shapes.py",
    "the same text from the same outlet again": "test_cli.py",
    "a text made to keep the extractor busy": "test_faults.py",
    "a text that makes the extractor fail": "test_cli.py",
}


def promised(row: str) -> list[str]:
    """The reasons, in italics, that the table gives for an input."""
    return re.findall(r"\*([^*]+)\*", ROWS[row])


def test_every_row_is_tested() -> None:
    assert set(ROWS) - {"input", "---"} == MADE.keys() | ELSEWHERE.keys()


@pytest.mark.parametrize("row", MADE)
def test_what_the_table_promises(row: str, tmp_path: Path) -> None:
    name, make, articles = MADE[row]
    (tmp_path / name).write_bytes(make())
    found = list(read_paths([tmp_path / name]))
    reasons = " ".join(item.reason for item in found if isinstance(item, Unreadable))
    assert sum(isinstance(item, Article) for item in found) == articles
    for reason in promised(row):
        assert reason in reasons
    assert bool(reasons) == ("quarantined" in ROWS[row])


def test_paths(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "empty").mkdir()
    (tmp_path / ".hidden").write_text("x", encoding="utf-8")

    def closed(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    (none,) = list(read_paths([tmp_path / "none"]))
    (empty,) = list(read_paths([tmp_path / "empty"]))
    (hidden,) = list(read_paths([tmp_path]))
    monkeypatch.setattr("khabar.ingest.read.open", closed, raising=False)
    (denied,) = list(read_paths([tmp_path / ".hidden"]))
    for found, row in (
        (none, "a path that is not there"),
        (empty, "an empty folder"),
        (denied, "a file you may not open"),
    ):
        assert isinstance(found, Unreadable)
        assert promised(row)[0] in found.reason
    assert isinstance(hidden, Unreadable)
    assert "The folder holds no file" in hidden.reason
    assert ROWS[BESIDE] == "passed over"


def test_what_browsers_and_systems_put_beside_files(tmp_path: Path) -> None:
    for name in ("page_files/frame.html", "desktop.ini", "~$note.docx", "other_files/a.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(TEXT, encoding="utf-8")
    (tmp_path / "page.html").write_text(f"<html><body><p>{TEXT}</p></body></html>", encoding="utf-8")
    found = [Path(one.origin or "").relative_to(tmp_path).as_posix() for one in read_paths([tmp_path])]
    assert found == ["page.html", "other_files/a.txt"]


def test_members_that_lead_outside(tmp_path: Path) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("../outside.txt", TEXT)
        archive.writestr("/absolute.txt", TEXT)
    (folder / "a.zip").write_bytes(packed.getvalue())
    found = list(read_paths([folder]))
    assert [isinstance(item, Article) for item in found] == [True, True]
    assert sorted(os.listdir(tmp_path)) == ["in"]
    assert os.listdir(folder) == ["a.zip"]


def test_the_bounds_of_fetching_are_those_written() -> None:
    reach = Reach()
    assert f"at most {reach.redirects} redirects" in " ".join(DOCUMENT.split())
    assert f"at most {reach.wire >> 20} MiB and {reach.seconds:.0f} seconds" in DOCUMENT
    assert Fetcher.__doc__
