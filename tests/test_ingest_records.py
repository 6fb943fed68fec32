"""Records as people and programs write them: names of fields, exports, answers of interfaces."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from typing import Any

import pytest

from khabar.ingest.columns import FIELDS, level
from khabar.ingest.read import Unreadable, read_paths
from khabar.model import Article

TEXT = (
    "قتل ثلاثة جنود في هجوم شنه مسلحون على نقطة تفتيش قرب مدينة الرمادي مساء الثلاثاء، وفق ما أعلن مصدر أمني.\n"
    "وقال المتحدث باسم وزارة الدفاع إن القوات الأمنية اعتقلت أربعة مشتبه بهم."
)
RECORDS: dict[str, dict[str, Any]] = {
    "plain": {"text": TEXT, "title": "هجوم", "published": "2024-01-24", "source": "وكالة الرافد", "url": "http://r.example/1"},
    "capitals": {"Text": TEXT, "Headline": "هجوم", "Date": "24/01/2024", "Outlet": "وكالة الرافد", "URL": "http://r.example/1"},
    "joints": {
        "article_text": TEXT, "article-title": "هجوم", "publication_date": "2024-01-24", "source name": "وكالة الرافد",
        "articleUrl": "http://r.example/1",
    },
    "Arabic": {
        "نص الخبر": TEXT, "العنوان": "هجوم", "تاريخ النشر": "24 يناير 2024", "المصدر": "وكالة الرافد",
        "الرابط": "http://r.example/1",
    },
    "several": {
        "description": "هجوم قرب الرمادي", "content": TEXT, "summary": "", "title": "هجوم", "created_at": "2024-02-01",
        "date": "2024-01-24", "source": "وكالة الرافد", "link": "http://r.example/1",
    },
}  # fmt: skip


def only(path: Path) -> Article:
    (found,) = read_paths([path])
    assert isinstance(found, Article), found
    return found


def checked(found: Article) -> None:
    told = (found.text, found.title, found.published, found.source, found.url)
    assert told == (TEXT, "هجوم", "2024-01-24", "وكالة الرافد", "http://r.example/1")


@pytest.mark.parametrize("name", RECORDS)
def test_fields_by_any_known_name(name: str, tmp_path: Path) -> None:
    rows = tmp_path / "rows.jsonl"
    rows.write_text(json.dumps(RECORDS[name], ensure_ascii=False) + "\n", encoding="utf-8")
    checked(only(rows))


@pytest.mark.parametrize("name", RECORDS)
def test_columns_by_any_known_name(name: str, tmp_path: Path) -> None:
    table = tmp_path / "rows.csv"
    with table.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, RECORDS[name].keys())
        writer.writeheader()
        writer.writerow(RECORDS[name])
    checked(only(table))


def test_a_table_without_a_suffix_is_known_by_an_arabic_column() -> None:
    table = f'التاريخ,النص\n2024-01-24,"{TEXT}"\n'.encode()
    (found,) = read_paths(["-"], stdin=io.BytesIO(table))
    assert isinstance(found, Article)
    assert (found.text, found.published) == (TEXT, "2024-01-24")


def test_a_channel_s_export(tmp_path: Path) -> None:
    export = {
        "name": "قناة الرافد", "type": "public_channel", "id": 77,
        "messages": [
            {"id": 1, "type": "service", "date": "2024-01-24T09:00:00", "action": "create_channel", "text": ""},
            {"id": 2, "type": "message", "date": "2024-01-24T10:00:00", "from": "محرر",
             "text": ["عاجل | ", {"type": "bold", "text": "هجوم قرب الرمادي"}, "\n" + TEXT]},
            {"id": 3, "type": "message", "date": "2024-01-24T11:00:00", "photo": "p.jpg", "text": ""},
            {"id": 4, "type": "message", "date": "2024-01-25T10:00:00", "text": TEXT},
        ],
    }  # fmt: skip
    path = tmp_path / "result.json"
    path.write_text(json.dumps(export, ensure_ascii=False), encoding="utf-8")
    first, second = read_paths([path])
    assert isinstance(first, Article)
    assert isinstance(second, Article)
    assert first.text == f"عاجل | هجوم قرب الرمادي\n{TEXT}"
    assert [(one.source, one.published) for one in (first, second)] == [
        ("قناة الرافد", "2024-01-24"), ("قناة الرافد", "2024-01-25"),
    ]  # fmt: skip
    assert len({first.id, second.id, "2", "4"}) == 4


def test_an_interface_s_answer(tmp_path: Path) -> None:
    answer = {
        "status": "ok",
        "articles": [{"title": "هجوم", "content": TEXT, "source": {"id": None, "name": "الرافد"}}],
    }
    path = tmp_path / "answer.json"
    path.write_text(json.dumps(answer, ensure_ascii=False), encoding="utf-8")
    found = only(path)
    assert (found.text, found.source) == (TEXT, "الرافد")


def test_paragraphs_as_a_list(tmp_path: Path) -> None:
    path = tmp_path / "one.json"
    path.write_text(json.dumps({"text": TEXT.split("\n")}, ensure_ascii=False), encoding="utf-8")
    assert only(path).text == TEXT


def test_a_record_without_text_says_what_it_has(tmp_path: Path) -> None:
    path = tmp_path / "rows.jsonl"
    path.write_text('{"titre": "x", "corps": "y"}\n', encoding="utf-8")
    (found,) = read_paths([path])
    assert isinstance(found, Unreadable)
    assert "it has: titre, corps" in found.reason
    assert "--column text=NAME" in found.reason


def test_no_name_means_two_fields() -> None:
    names = [name for known in FIELDS.values() for name in known]
    assert len(names) == len(set(names))
    assert level("Article_Text") == level("article text") == "articletext"
