"""Reading: every input item gives an article or says why not; pages, encodings, several stories in one file."""

from __future__ import annotations

import io
import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ingest import layouts
from khabar.ingest.clean import sections
from khabar.ingest.duplicates import alike, changes, signed
from khabar.ingest.encoding import decode
from khabar.ingest.language import language
from khabar.ingest.read import Limits, Unreadable, read_paths
from khabar.ingest.split import split_article, stories
from khabar.model import Article

STORY = layouts.STORIES[0]
TEXT = STORY["title"] + "\n\n" + "\n\n".join(STORY["paragraphs"])


def read_bytes(data: bytes, **options: object) -> list[Article | Unreadable]:
    return list(read_paths(["-"], stdin=io.BytesIO(data), **options))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "windows-1256", "iso-8859-6"]
)
def test_encodings_are_recognised(encoding: str) -> None:
    text = TEXT.replace("–", "-")
    assert decode(text.encode(encoding))[0] == text


@pytest.mark.parametrize("wrong", ["cp1252", "latin-1", "cp1256"])
def test_mojibake_is_undone(wrong: str) -> None:
    garbled = "".join(_wrongly(byte, wrong) for byte in TEXT.encode("utf-8"))
    text, name = decode(garbled.encode("utf-8"))
    assert (text, name) == (TEXT, "utf-8+repaired")


def test_windows_1256_read_as_1252_is_undone() -> None:
    garbled = "".join(_wrongly(byte, "cp1252") for byte in TEXT.encode("cp1256"))
    assert decode(garbled.encode("utf-8")) == (TEXT, "utf-8+repaired")


def _wrongly(byte: int, encoding: str) -> str:
    try:
        return bytes([byte]).decode(encoding)
    except UnicodeDecodeError:
        return chr(byte)


def test_mixed_and_damaged_bytes() -> None:
    mixed, name = decode(TEXT.encode() + b"\n" + STORY["deck"].encode("cp1256"))
    assert mixed == TEXT + "\n" + STORY["deck"]
    assert name == "utf-8+mixed"
    assert decode(TEXT.encode()[:60] + b"\xff" + TEXT.encode()[60:])[1] == "utf-8+damaged"
    assert decode("Café à la crème, déjà servi".encode("latin-1"))[0] == "Café à la crème, déjà servi"


@settings(max_examples=300, deadline=None)
@given(st.binary(max_size=400))
def test_any_bytes_decode_and_read(data: bytes) -> None:
    text, name = decode(data)
    assert isinstance(text, str)
    assert name
    found = read_bytes(data)
    assert len(found) >= 1 or not data.strip()
    assert all(isinstance(item, (Article, Unreadable)) for item in found)


@given(st.text(max_size=200))
def test_utf8_is_given_back_as_it_is(text: str) -> None:
    decoded, name = decode(text.encode("utf-8"))
    assert decoded == text or name != "utf-8" or text.startswith("\ufeff")


def test_a_folder_is_read_in_order_and_nothing_is_lost(tmp_path: Path) -> None:
    (tmp_path / "b.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "a.html").write_text(layouts.html_article(STORY), encoding="windows-1256")
    (tmp_path / "deep").mkdir()
    (tmp_path / "deep" / "c.jsonl").write_text('{"text": "خبر قصير عن لقاء"}\n{broken\n', encoding="utf-8")
    (tmp_path / "empty.txt").write_bytes(b"")
    (tmp_path / "picture.png").write_bytes(b"\x89PNG\r\n\x1a\n....")
    (tmp_path / ".hidden").write_text("x", encoding="utf-8")
    found = list(read_paths([tmp_path]))
    names = [Path(item.origin or "").name for item in found]
    assert names == ["a.html", "b.txt", "empty.txt", "picture.png", "c.jsonl:1", "c.jsonl:2"]
    assert [isinstance(item, Article) for item in found] == [True, True, False, False, True, False]
    reasons = [item.reason for item in found if isinstance(item, Unreadable)]
    assert all(reason.endswith(".") and len(reason) > 20 for reason in reasons)
    assert "is empty" in reasons[0]
    assert "a picture" in reasons[1]
    assert "no valid JSON" in reasons[2]


def test_missing_and_empty_places(tmp_path: Path) -> None:
    (found,) = list(read_paths([tmp_path / "none.txt"]))
    assert isinstance(found, Unreadable)
    assert "does not exist" in found.reason
    (found,) = list(read_paths([tmp_path]))
    assert isinstance(found, Unreadable)
    assert "holds no file" in found.reason


def test_rows_keep_their_fields() -> None:
    row = {
        "id": 7,
        "source": "المرقب",
        "published": "24/1/2024",
        "title": " عنوان ",
        "url": "https://a.example/1",
        "text": TEXT,
    }
    (found,) = read_bytes(json.dumps(row, ensure_ascii=False).encode())
    assert isinstance(found, Article)
    assert (found.id, found.source, found.published, found.title) == ("7", "المرقب", "2024-01-24", "عنوان")
    assert found.text == TEXT
    assert (found.origin, found.language) == ("standard input:1", "ar")


def test_a_broken_line_costs_that_line_alone() -> None:
    lines = [
        json.dumps({"text": TEXT}),
        "{",
        json.dumps({"title": "x"}),
        "[1, 2]",
        "null",
        '{"text": "نص \\ud800 مبتور"}',
        json.dumps({"text": "آخر خبر"}),
    ]
    found = read_bytes("\n".join(lines).encode())
    assert [isinstance(item, Article) for item in found] == [True, False, False, False, False, True, True]
    assert [item.origin for item in found if isinstance(item, Unreadable)] == [
        f"standard input:{n}" for n in (2, 3, 4, 5)
    ]


def test_json_in_other_shapes_and_encodings() -> None:
    rows = [{"body": TEXT, "headline": "عنوان"}, {"body": "خبر ثان"}]
    for data in (
        json.dumps(rows).encode(),
        json.dumps(rows, ensure_ascii=False).encode("utf-16"),
        json.dumps(rows, ensure_ascii=False).encode("cp1256"),
    ):
        found = read_bytes(data)
        assert [item.text for item in found if isinstance(item, Article)] == [TEXT, "خبر ثان"]
    (found_one,) = read_bytes(json.dumps({"content_ar": TEXT}).encode(), columns={"text": "content_ar"})
    assert isinstance(found_one, Article)


def test_limits_are_kept() -> None:
    tight = Limits(file=1000, line=200)
    (found,) = read_bytes(TEXT.encode() * 3, limits=tight)
    assert isinstance(found, Unreadable)
    assert "larger than" in found.reason
    lines = json.dumps({"text": "ا" * 500}).encode() + b"\n" + json.dumps({"text": "bb"}).encode()
    long, short = read_bytes(lines, limits=tight)
    assert isinstance(long, Unreadable)
    assert isinstance(short, Article)
    deep = ('{"a":' * 5000 + "1" + "}" * 5000).encode()
    assert all(isinstance(item, Unreadable) for item in read_bytes(deep))
    assert all(isinstance(item, Unreadable) for item in read_bytes(b"<html>" + b"<div>" * 50_000 + b"x"))


def test_a_megabyte_line_and_controls() -> None:
    (found,) = read_bytes(("خبر طويل جدا \u202e\x00 " * 70_000).encode())
    assert isinstance(found, Article)
    assert len(found.text) == 70_000 * 16


def test_pages_give_their_text_and_metadata() -> None:
    measured = []
    for name, story, html in layouts.html_pages():
        (found,) = read_bytes(html.encode("utf-8"))
        assert isinstance(found, Article), name
        assert found.title == story["title"]
        assert found.published == story["day"], name
        assert found.dating is not None
        assert found.dating.how.startswith(("metadata", "url"))
        kept = " ".join(
            found.text[part.start : part.end] for part in sections(found.text, found.title) if part.role == "body"
        )
        wanted = " ".join(story["paragraphs"])
        measured.append(len(set(kept.split()) & set(wanted.split())) / len(set(kept.split()) | set(wanted.split())))
        assert "\n" in found.text
    assert min(measured) >= 0.97


def test_broken_structured_data_costs_only_itself() -> None:
    html = layouts.html_opengraph(STORY).replace(
        "<head>", '<head><script type="application/ld+json">{"@type": [</script>'
    )
    (found,) = read_bytes(html.encode())
    assert isinstance(found, Article)
    assert found.published == STORY["day"]
    (found,) = read_bytes(b"<html><body><script>x()</script></body></html>")
    assert isinstance(found, Unreadable)


def test_a_second_story_behind_a_related_block() -> None:
    second = layouts.STORIES[7]
    text = (
        TEXT
        + "\n\nالمزيد من المقالات\n\nمواضيع ذات صلة:\n\n"
        + f"{second['caption']} - رويترز\n\n"
        + "\n\n".join(second["paragraphs"])
    )
    article = Article(id="x", text=text, published="2023-10-21", origin="file.txt")
    ranges = stories(article, sections(text))
    assert [text[start : start + 12] for start, _ in ranges] == [text[:12], second["caption"][:12]]
    assert (ranges[0][0], ranges[-1][1]) == (0, len(text))
    first, later = split_article(article)
    assert first.published == "2023-10-21"
    assert later.published is None
    assert later.origin == "file.txt#2"
    assert second["paragraphs"][-1] in later.text
    assert second["paragraphs"][-1] not in first.text


def test_a_story_interrupted_by_links_is_one() -> None:
    paragraphs = STORY["paragraphs"] + [f"{line[:-1]} مجددا." for line in STORY["paragraphs"]]
    text = "\n\n".join([*paragraphs[:5], "اقرأ المزيد", STORY["teasers"][0], *paragraphs[5:]])
    article = Article(id="x", text=text)
    assert stories(article, sections(text)) == [(0, len(text))]
    assert split_article(article) == [article]
    assert stories(Article(id="e", text=""), []) == []


def test_duplicates() -> None:
    texts = ["\n".join(story["paragraphs"]) for story in layouts.STORIES]
    reprint = texts[0].replace("أ", "ا") + " "
    revised = texts[0].replace("الأحد", "الاثنين").replace("جولة رابعة", "جولة خامسة")
    sketches = [signed(text, "article", 8) for text in [*texts, reprint, revised]]
    near = [n for n, other in enumerate(sketches) if alike(sketches[0].runs, other.runs, 0.6)]
    assert near == [0, 10, 11]
    assert sketches[0].same == sketches[10].same != sketches[11].same
    assert sketches[0].marks == sketches[10].marks == tuple(sorted(sketches[0].runs)[:8])
    assert set(sketches[0].marks) & set(sketches[11].marks)
    assert not alike(signed("", "article", 8).runs, signed("", "article", 8).runs, 0.6)
    assert signed(texts[0], "sentence", 8).same != sketches[0].same
    assert changes("قتل شخصان أمس", "قتل ثلاثة أشخاص") == [("changed", "شخصان أمس", "ثلاثة أشخاص")]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        (TEXT, "ar"),
        ("وزیر امور خارجه گفت که مذاکرات با همه طرف‌ها ادامه دارد و نتیجه خواهد داد", "fa"),
        ("وزیر خارجہ نے کہا ہے کہ تمام فریقوں کے ساتھ بات چیت جاری ہے", "ur"),
        ("وەزیری دەرەوە ڕایگەیاند کە گفتوگۆکان بەردەوامن لەگەڵ هەموو لایەنەکان", "ckb"),
        ("The foreign minister said that the talks continue with all parties", "en"),
        ("123 ...", None),
    ],
)  # fmt: skip
def test_languages(text: str, code: str | None) -> None:
    assert language(text) == code
