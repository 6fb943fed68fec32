"""The shapes in which people, databases and programs hand over articles: dumps, tables, letters with documents, texts
with their fields at the head."""

from __future__ import annotations

import io
import json
from email.message import EmailMessage
from pathlib import Path
from typing import Any

import pytest

from khabar.ingest.read import Limits, Unreadable, read_paths
from khabar.model import Article

FIRST = "قتل جنديان في هجوم شنه مسلحون على حاجز قرب مدينة الرطبة، وفق مصدر أمني."
SECOND = "وقال المتحدث إن القوات اعتقلت ثلاثة مشتبه بهم وقصفت وكرا في وادي حوران."
TEXT = f"{FIRST}\n\n{SECOND}"
MARKED = f"<p>{FIRST}</p>\n<p>{SECOND}</p>"
RECORD = {"title": "هجوم الرطبة", "text": TEXT, "date": "2024-02-01", "source": "وكالة الضفتين"}


def read(path: Path, data: str | bytes, **options: Any) -> list[Article | Unreadable]:
    path.write_bytes(data if isinstance(data, bytes) else data.encode())
    return list(read_paths([path], **options))


def only(path: Path, data: str | bytes) -> Article:
    (found,) = read(path, data)
    assert isinstance(found, Article), found
    return found


def kinds(found: list[Article | Unreadable]) -> str:
    return "".join("a" if isinstance(one, Article) else "u" for one in found)


SHAPES = {
    "a management system's posts": [
        {"id": 5, "date": "2024-02-01T09:00:00", "link": "https://d.example/5",
         "title": {"rendered": "هجوم &#8211; الرطبة"}, "content": {"rendered": MARKED, "protected": False}},
    ],
    "a search engine's hits": {"took": 2, "hits": {"total": 1, "hits": [{"_id": "a", "_source": RECORD}]}},
    "an interface's documents": {"response": {"status": "ok", "docs": [{"headline": {"main": "هجوم"}, "body": TEXT}]}},
    "records by id": {"a": RECORD, "b": {**RECORD, "text": SECOND}},
    "bare texts": [TEXT, SECOND],
    "paragraphs": {"title": "هجوم", "paragraphs": [FIRST, SECOND]},
    "marked text": {**RECORD, "text": MARKED},
}  # fmt: skip


@pytest.mark.parametrize("shape", SHAPES)
def test_json_in_the_shapes_of_dumps(tmp_path: Path, shape: str) -> None:
    found = read(tmp_path / "a.json", json.dumps(SHAPES[shape], ensure_ascii=False))
    assert set(kinds(found)) == {"a"}
    assert isinstance(found[0], Article)
    assert [line for line in found[0].text.split("\n") if line] == [FIRST, SECOND]
    assert "&#" not in (found[0].title or "")


def test_a_database_dump_keeps_its_numbers(tmp_path: Path) -> None:
    assert only(tmp_path / "a.jsonl", json.dumps({"_index": "n", "_id": "x7", "_source": RECORD})).id == "x7"


def test_values_over_several_lines_and_lists_that_break_off(tmp_path: Path) -> None:
    one, two = (json.dumps({**RECORD, "text": text}, indent=1, ensure_ascii=False) for text in (FIRST, SECOND))
    for name in ("a.json", "a.jsonl"):
        assert kinds(read(tmp_path / name, f"{one}\n{two}\n")) == "aa"
        broken = read(tmp_path / name, f"[{one},\n{two[:-30]}")
        assert kinds(broken) == "au"
        assert isinstance(broken[1], Unreadable)
        assert broken[1].origin.endswith(":2")
    assert kinds(read(tmp_path / "a.json", f"[{one},]")) == "a"


def test_words_that_are_no_text_stay_no_text(tmp_path: Path) -> None:
    assert kinds(read(tmp_path / "a.json", '["https://d.example/1", 5]')) == "uu"


def test_marks_of_less_and_more_are_no_tags(tmp_path: Path) -> None:
    for text in ("ارتفع العدد إلى < 5 وانخفض > 3 قتلى", "قال <الوزير> إن القتلى خمسة"):
        assert only(tmp_path / "a.jsonl", json.dumps({"text": text})).text == text


TABLES = {
    "a stated separator": f"sep=;\r\nid;text;date\r\n1;{FIRST};2024-02-01\r\n",
    "lines before the names": f"تصدير الأخبار,,\n,,\nالرقم,نص الخبر,التاريخ\n1,{FIRST},2024-02-01\n",
    "empty cells behind": f"id,text,date\n1,{FIRST},2024-02-01,,\n",
}


@pytest.mark.parametrize("name", TABLES)
def test_tables_as_programs_export_them(tmp_path: Path, name: str) -> None:
    found = only(tmp_path / "a.csv", TABLES[name])
    assert (found.text, found.published) == (FIRST, "2024-02-01")


def test_a_table_without_texts_is_told_once(tmp_path: Path) -> None:
    found = read(tmp_path / "a.csv", "Link,Day\n" + "http://d.example/1,2024-02-01\n" * 50)
    assert kinds(found) == "u"
    assert isinstance(found[0], Unreadable)
    assert "has no column of texts; name it with --column text=NAME (it begins with: Link,Day)" in found[0].reason
    assert kinds(read(tmp_path / "a.csv", f"Link,Inhalt\nx,{FIRST}\n", columns={"text": "Inhalt"})) == "a"


def test_a_quotation_mark_left_open_takes_no_rows_in_silence(tmp_path: Path) -> None:
    (found,) = read(tmp_path / "a.csv", f'id,text,date\n1,"{FIRST},2024-02-01\n2,{SECOND},2024-02-02\n')
    assert isinstance(found, Unreadable)
    assert "opens a quotation mark that is not closed" in found.reason
    assert only(tmp_path / "a.csv", f'id,text,date\n1,"{TEXT}"\n').text == TEXT


def letter(**documents: bytes) -> EmailMessage:
    message = EmailMessage()
    message["From"], message["Subject"] = "نشرة الضفتين <n@d.example>", "مرفقات"
    message["Date"] = "Thu, 01 Feb 2024 09:00:00 +0300"
    message.set_content("انظر المرفق.")
    for name, data in documents.items():
        kind = "image" if name == "png" else "text"
        message.add_attachment(data, maintype=kind, subtype="png" if name == "png" else "plain", filename=f"خبر.{name}")
    return message


def test_documents_of_a_letter_are_read(tmp_path: Path) -> None:
    found = read(tmp_path / "a.eml", letter(txt=TEXT.encode(), png=b"\x89PNG").as_bytes())
    assert kinds(found) == "aa"
    document = found[1]
    assert isinstance(document, Article)
    assert (document.text, document.source) == (TEXT, "نشرة الضفتين")
    assert document.origin == f"{tmp_path}/a.eml!/خبر.txt"
    assert document.dating is not None
    assert document.dating.value == "2024-02-01"


def test_letters_in_letters_end(tmp_path: Path) -> None:
    data = letter(txt=TEXT.encode()).as_bytes()
    for _ in range(4):
        outer = letter()
        outer.add_attachment(data, maintype="application", subtype="octet-stream", filename="a.eml")
        data = outer.as_bytes()
    found = read(tmp_path / "a.eml", data, limits=Limits())
    assert kinds(found) == "aaau"
    assert isinstance(found[-1], Unreadable)
    assert "lies in too many letters" in found[-1].reason


FORWARDS = (
    "---------- Forwarded message ---------\nFrom: وكالة الضفتين <a@d.example>\nDate: Thu, 1 Feb 2024 \nTo: x\n\n",
    "-------- رسالة معاد توجيهها --------\nمن: وكالة الضفتين <a@d.example>\nالتاريخ: الخميس، 1 فبراير 2024\n\n",
    "Begin forwarded message:\n\nFrom: وكالة الضفتين\nDate: 1 February 2024\n\n",
)


@pytest.mark.parametrize("head", FORWARDS)
def test_letters_passed_on_are_their_writers(tmp_path: Path, head: str) -> None:
    message = EmailMessage()
    message["From"], message["Subject"] = "علي <ali@x.example>", "Fwd: Re: هجوم"
    message["Date"] = "Mon, 05 Feb 2024 09:00:00 +0300"
    message.set_content(f"للاطلاع\n\n{head}{TEXT}")
    found = only(tmp_path / "a.eml", message.as_bytes())
    assert (found.source, found.title) == ("وكالة الضفتين", "هجوم")
    assert found.dating is not None
    assert found.dating.value == "2024-02-01"


def test_entries_of_several_outlets_in_one_feed(tmp_path: Path) -> None:
    sources = (
        '<source url="https://d.example">وكالة الضفتين</source>',
        "<source><id>7</id><title>وكالة الضفتين</title></source>",
        "",
    )
    items = "".join(f"<item>{source}<description>{FIRST}</description></item>" for source in sources)
    found = read(tmp_path / "a.rss", f"<rss><channel><title>مجمع</title>{items}</channel></rss>")
    assert [one.source for one in found if isinstance(one, Article)] == ["وكالة الضفتين", "وكالة الضفتين", "مجمع"]


HEADS = {
    "Arabic": "العنوان: هجوم الرطبة\nالمصدر: وكالة الضفتين\nالتاريخ: 1/2/2024\nالكاتب: سعاد\nالنص:\n",
    "English": "Title: هجوم الرطبة\nSource: وكالة الضفتين\nDate: 1 February 2024\n\n",
    "a letter's": "From: وكالة الضفتين\nDate: Thu, 01 Feb 2024 09:00:00 +0300\nSubject: هجوم الرطبة\n\n",
    "on its line": "العنوان : هجوم الرطبة\nالمصدر : وكالة الضفتين\nالتاريخ : 2024-02-01\nالنص : ",
}


@pytest.mark.parametrize("name", HEADS)
def test_fields_at_the_head_of_a_text(tmp_path: Path, name: str) -> None:
    found = only(tmp_path / "a.txt", HEADS[name] + TEXT)
    told = (found.text, found.title, found.source, found.published)
    assert told == (TEXT, "هجوم الرطبة", "وكالة الضفتين", "2024-02-01")


@pytest.mark.parametrize("head", ["المصدر: وكالات\n", "وقال: نعم\nالتاريخ: 1/2/2024\n", "خبر: أول\nعاجل: ثان\n"])
def test_a_text_that_opens_otherwise_stays_whole(tmp_path: Path, head: str) -> None:
    assert only(tmp_path / "a.txt", head + TEXT).text == head + TEXT


def test_pages_and_records_under_a_texts_name(tmp_path: Path) -> None:
    page = only(tmp_path / "a.txt", f"<!DOCTYPE html><html><body><h1>هجوم على حاجز الرطبة</h1>{MARKED}</body></html>")
    assert page.text.split("\n\n")[1:] == [FIRST, SECOND]
    assert only(tmp_path / "a.txt", json.dumps(RECORD)).source == "وكالة الضفتين"
    assert only(tmp_path / "a.md", f"<div>\n{FIRST}").text == f"<div>\n{FIRST}"


def test_noise_is_no_text() -> None:
    noise = bytes((number * 7919 >> 3) % 256 for number in range(4000))
    (found,) = read_paths(["-"], stdin=io.BytesIO(noise), reader="text")
    assert isinstance(found, Unreadable)
    assert "is no text in any known encoding" in found.reason


def test_xml_of_an_archives_own_kind(tmp_path: Path) -> None:
    archive = (
        f'<corpus><doc id="7" date="2024-02-01" title="هجوم">{FIRST}</doc>'
        f"<doc><headline>هجوم</headline><body>{MARKED}</body></doc><doc><headline>بلا نص</headline></doc></corpus>"
    )
    found = read(tmp_path / "a.xml", archive)
    assert kinds(found) == "aau"
    one, two = found[:2]
    assert isinstance(one, Article)
    assert isinstance(two, Article)
    assert (one.text, one.title, one.published) == (FIRST, "هجوم", "2024-02-01")
    assert (two.text, two.title) == (TEXT, "هجوم")


def test_groups_with_the_year_first_and_posts_taken_back(tmp_path: Path) -> None:
    posts = (
        f"٢٠٢٤/٢/١، ٩:١٢ ص - أبو سعد: {FIRST}\n٢٠٢٤/٢/١، ٩:١٣ ص - ليلى: تم حذف هذه الرسالة\n"
        f"٢٠٢٤/٢/٢، ٩:١٤ ص - ليلى: {SECOND}\n"
    )
    found = read(tmp_path / "a.txt", posts)
    assert [one.published for one in found if isinstance(one, Article)] == ["2024-02-01", "2024-02-02"]


def test_posts_of_signs_alone_are_passed_over(tmp_path: Path) -> None:
    rows = [{"type": "message", "date": "2024-02-01T09:00:00", "text": text} for text in (FIRST, "👍", ["👍", "!"])]
    assert kinds(read(tmp_path / "a.json", json.dumps({"name": "قناة", "messages": rows}))) == "a"
