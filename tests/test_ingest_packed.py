"""Documents, spreadsheets, tables, mail and saved pages as people keep them: Word, OpenDocument, RTF, Excel, Parquet,
letters, mailboxes, MHTML, Safari's archives, clipped notes."""

from __future__ import annotations

import io
import plistlib
from datetime import date
from email.message import EmailMessage

import pytest

from ingest.packed import open_document, paragraphs, sheet, word, zipped
from khabar.ingest.read import Unreadable, read_paths
from khabar.ingest.readers import registry
from khabar.model import Article

FIRST = "قُتل سبعة مدنيين في قصف على سوق شعبي بمدينة إدلب يوم الأحد."
SECOND = "وقال مسعفون إن طائرات حربية نفذت الغارات على السوق."
NOTES = paragraphs(FIRST)


def read(data: bytes, name: str = "-") -> list[Article | Unreadable]:
    return list(read_paths(["-"], stdin=io.BytesIO(data), reader=None if name == "-" else name))


def texts(data: bytes) -> list[str]:
    found = read(data)
    assert all(isinstance(one, Article) for one in found), found
    return [one.text for one in found if isinstance(one, Article)]


def reasons(data: bytes) -> str:
    return " ".join(one.reason for one in read(data) if isinstance(one, Unreadable))


def test_a_word_document_is_its_paragraphs() -> None:
    assert texts(word(paragraphs(FIRST, SECOND))) == [f"{FIRST}\n{SECOND}"]


@pytest.mark.parametrize(
    ("body", "text"),
    [
        ("<w:p><w:r><w:t>قصف </w:t></w:r><w:r><w:t>عنيف</w:t></w:r></w:p>", "قصف عنيف"),
        ("<w:p><w:r><w:t>قصف</w:t><w:tab/><w:t>عنيف</w:t><w:br/><w:t>أمس</w:t></w:r></w:p>", "قصف\tعنيف\nأمس"),
        (
            "<w:p><w:del><w:r><w:delText>هجوم</w:delText></w:r></w:del><w:ins><w:r><w:t>قصف</w:t></w:r></w:ins></w:p>",
            "قصف",
        ),
        (
            "<w:p><w:r><w:instrText>PAGE</w:instrText></w:r><w:hyperlink><w:r><w:t>قصف</w:t></w:r></w:hyperlink></w:p>",
            "قصف",
        ),
        (f"<w:tbl><w:tr><w:tc>{paragraphs('قتلى')}</w:tc><w:tc>{paragraphs('7')}</w:tc></w:tr></w:tbl>", "قتلى\n7"),
        (
            "<w:p><mc:AlternateContent><mc:Choice><w:r><w:t>قصف</w:t></w:r></mc:Choice>"
            "<mc:Fallback><w:r><w:t>قصف</w:t></w:r></mc:Fallback></mc:AlternateContent></w:p>",
            "قصف",
        ),
    ],
    ids=["runs", "signs", "struck out", "fields and links", "tables", "said twice"],
)
def test_what_a_word_document_holds_besides(body: str, text: str) -> None:
    assert texts(word(body)) == [text]


def test_an_opendocument_text_is_its_paragraphs() -> None:
    body = (
        "<text:tracked-changes><text:p>محذوف</text:p></text:tracked-changes><text:h>قصف</text:h>\n"
        "<text:p>قُتل <text:span>سبعة</text:span> مدنيين<text:note><text:p>حاشية</text:p></text:note> أمس"
        "<text:s/>الأحد<text:line-break/>في إدلب</text:p>"
    )
    assert texts(open_document(body)) == ["قصف\nقُتل سبعة مدنيين أمس الأحد\nفي إدلب"]


@pytest.mark.parametrize(
    "rtf",
    [
        rb"{\rtf1\ansi\ansicpg1256{\fonttbl{\f0\fcharset178 Arial;}}\f0 "
        + "".join(f"\\'{byte:02x}" for byte in FIRST.encode("cp1256")).encode()
        + rb"\par}",
        rb"{\rtf1\ansi\ansicpg1252\uc1{\fonttbl{\f0 Arial;}}{\*\generator X;}\f0 "
        + "".join(f"\\u{ord(char)}?" for char in FIRST).encode()
        + rb"\par}",
    ],
    ids=["a code page", "code points"],
)
def test_rich_text(rtf: bytes) -> None:
    assert [text.strip() for text in texts(rtf)] == [FIRST]


def test_a_spreadsheet_is_an_article_a_row() -> None:
    data = sheet(
        [["أرشيف الأخبار"], ["العنوان", "تاريخ النشر", "النص"], ["قصف", 43114, FIRST], ["", "15/1/2018", SECOND]]
    )
    one, other = read(data)
    assert isinstance(one, Article)
    assert isinstance(other, Article)
    assert (one.title, one.published, one.text, one.origin) == ("قصف", "2018-01-14", FIRST, "standard input#one:3")
    assert (other.title, other.published, other.text) == (None, "2018-01-15", SECOND)


def test_a_spreadsheet_whose_column_the_user_names() -> None:
    data = sheet([["رقم", "ملاحظات"], [3, FIRST]])
    assert "has no column of texts; name it with --column text=NAME (it has: رقم, ملاحظات)" in reasons(data)
    (found,) = read_paths(["-"], stdin=io.BytesIO(data), columns={"text": "ملاحظات"})
    assert isinstance(found, Article)
    assert found.text == FIRST


def test_a_parquet_table() -> None:
    pyarrow = pytest.importorskip("pyarrow")
    from pyarrow import parquet

    made = io.BytesIO()
    parquet.write_table(pyarrow.table({"content": [FIRST, SECOND], "date": [date(2018, 1, 14)] * 2}), made)
    found = read(made.getvalue())
    assert [(one.text, one.published) for one in found if isinstance(one, Article)] == [
        (FIRST, "2018-01-14"), (SECOND, "2018-01-14"),
    ]  # fmt: skip


def letter(**headers: str) -> EmailMessage:
    made = EmailMessage()
    for name, value in headers.items():
        made[name] = value
    made.set_content(f"{FIRST}\n{SECOND}\n")
    made.add_alternative(f"<html><body><p>{FIRST}</p></body></html>", subtype="html")
    return made


def test_a_letter_is_its_plain_part() -> None:
    made = letter(From="وكالة السهل <news@sahl.example>", Subject="نشرة المساء", Date="Sun, 14 Jan 2018 10:00:00 +0300")
    (found,) = read(bytes(made))
    assert isinstance(found, Article)
    assert found.dating is not None
    assert (found.text, found.title, found.source) == (f"{FIRST}\n{SECOND}\n", "نشرة المساء", "وكالة السهل")
    assert (found.dating.value, found.dating.how) == ("2018-01-14", "metadata: mail")


def test_a_mailbox_is_its_letters() -> None:
    one = bytes(letter(From="a@a.example", Subject="1"))
    other = bytes(letter(From="b@b.example", Subject="2"))
    box = b"".join(b"From x@y Sun Jan 14 10:00:00 2018\n" + made + b"\n" for made in (one, other))
    assert [found.title for found in read(box) if isinstance(found, Article)] == ["1", "2"]


def test_a_page_nested_without_end_in_a_letter() -> None:
    made = EmailMessage()
    made.set_content("<div>" * 9000, subtype="html")
    assert "nests its elements deeper than 2000" in reasons(bytes(made))


def test_a_page_packed_with_its_parts() -> None:
    html = f"<html><head><title>قصف</title></head><body><article><p>{FIRST}</p><p>{SECOND}</p></article></body></html>"
    made = EmailMessage()
    made["Snapshot-Content-Location"] = "https://sahl.example/2018/01/14/news"
    made["Subject"] = "قصف"
    made.set_content(html, subtype="html")
    archived = {"WebResourceData": html.encode(), "WebResourceURL": "https://sahl.example/2018/01/14/news"}
    for data in (bytes(made), plistlib.dumps({"WebMainResource": archived}, fmt=plistlib.FMT_BINARY)):
        (found,) = read(data)
        assert isinstance(found, Article)
        assert FIRST in found.text
        assert found.url == "https://sahl.example/2018/01/14/news"


def test_a_clipped_note_has_its_fields_before_it() -> None:
    note = (
        '---\ntitle: "قصف على إدلب"\nsource: "https://sahl.example/a"\nauthor:\n  - "[[كاتب]]"\npublished: 2018-01-14\n'
        f"created: 2026-01-02\ntags:\n  - clippings\n---\n{FIRST}\n"
    )
    (found,) = read(note.encode())
    assert isinstance(found, Article)
    assert (found.text, found.title, found.url, found.source, found.published) == (
        f"{FIRST}\n", "قصف على إدلب", "https://sahl.example/a", None, "2018-01-14",
    )  # fmt: skip


def test_a_line_of_marks_alone_is_no_front_matter() -> None:
    text = f"---\n{FIRST}\n---\n{SECOND}"
    assert texts(text.encode()) == [text]


def test_documents_in_archives() -> None:
    packed = zipped({"a.docx": word(NOTES), "b.xlsx": sheet([["text"], [SECOND]])})
    assert texts(packed) == [FIRST, SECOND]


def test_an_archive_is_no_document_for_the_name_of_a_member() -> None:
    feed = f"<rss><channel><item><title>خبر</title><description>{FIRST}</description></item></channel></rss>"
    assert texts(zipped({"content.xml": feed, "a.txt": SECOND})) == [FIRST, SECOND]


def test_documents_that_do_harm_or_are_damaged() -> None:
    entities = '<!DOCTYPE x [<!ENTITY a "ا">]><w>&a;</w>'
    assert "declares entities of its own" in reasons(zipped({"word/document.xml": entities}))
    assert "is a damaged document" in reasons(zipped({"word/document.xml": "<w:document>"}))
    assert "times its size, as archives made to do harm do" in reasons(
        zipped({"word/document.xml": b"<w>" + b" " * (40 << 20) + b"</w>"})
    )
    assert "is a document without text" in reasons(word(paragraphs("", "7")))
    assert "is a damaged spreadsheet" in reasons(zipped({"xl/workbook.xml": "<x>"}))
    assert "is an old Office document" in reasons(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600))
    assert "is a damaged Parquet table" in reasons(b"PAR1 x")
    assert "is no saved page" in reasons(b"bplist00 x")


def test_every_reader_can_be_named() -> None:
    for name in ("word", "opendocument", "rtf", "sheets", "webarchive", "pdf"):
        assert name in registry()
        assert all(isinstance(found, Unreadable) for found in read(b"\x00\x01 nothing", name)), name
