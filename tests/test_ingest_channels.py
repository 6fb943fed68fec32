"""Channels, groups and posts as people export or save them."""

from __future__ import annotations

import io
from pathlib import Path

import pytest

from khabar.ingest.read import Unreadable, read_paths
from khabar.model import Article

EXPORT = """<!DOCTYPE html>
<html><head><meta charset="utf-8"/><title>Exported Data</title></head><body><div class="page_wrap">
<div class="page_header"><div class="content"><div class="text bold">
قناة السهل
</div></div></div><div class="history">
<div class="message service" id="message-1"><div class="body details">24 January 2024</div></div>
<div class="message default clearfix" id="message12"><div class="body">
 <div class="pull_right date details" title="24.01.2024 10:11:12 UTC+03:00">10:11</div>
 <div class="from_name">قناة السهل</div>
 <div class="text">قصف مدفعي على أطراف البلدة<br>وسقوط ثلاثة جرحى</div></div></div>
<div class="message default clearfix joined" id="message13"><div class="body">
 <div class="pull_right date details" title="25.01.2024 00:10:00 UTC+03:00">00:10</div><div class="media_wrap"></div>
</div></div>
<div class="message default clearfix joined" id="message14"><div class="body">
 <div class="pull_right date details" title="25.01.2024 09:00:00 UTC+03:00">09:00</div>
 <div class="text">توقف القصف</div>
</div></div></div></div></body></html>"""
PAGE = """<!DOCTYPE html><html><head><meta property="og:site_name" content="Telegram"></head><body>
<div class="tgme_widget_message" data-post="sahl/77"><a class="tgme_widget_message_owner_name"><span>السهل</span></a>
<div class="tgme_widget_message_text">انفجار في المدينة<br/>وقتيلان</div>
<time datetime="2024-01-24T10:00:00+00:00">10:00</time></div></body></html>"""
GROUPS = {
    "notices and pictures": (
        "24/01/2024, 10:11 - الرسائل مشفرة.\n24/01/2024, 10:12 - أبو أحمد: قصف على الحي الشرقي\nوسقوط جرحى\n"
        "24/01/2024, 10:15 - +963 99 123: <تم استبعاد الوسائط>\n25/01/2024, 9:15 م - أبو أحمد: هدوء الآن\n",
        [("أبو أحمد", "2024-01-24", "قصف على الحي الشرقي\nوسقوط جرحى"), ("أبو أحمد", "2024-01-25", "هدوء الآن")],
    ),
    "the month first": (
        "\u200e[1/2/24, 10:12:33 PM] Ali: قصف على الحي\n[1/25/24, 9:12:33 AM] منى: هدوء\n[1/26/24, 9:13 AM] Ali: عاد\n",
        [("Ali", "2024-01-02", "قصف على الحي"), ("منى", "2024-01-25", "هدوء"), ("Ali", "2024-01-26", "عاد")],
    ),
    "Arabic digits": (
        "".join(f"٢{n}\u200f/١\u200f/٢٠٢٤، ١٠:١٢ ص - علي: قصف رقم {n}\n" for n in (4, 5, 6)),
        [("علي", f"2024-01-2{n}", f"قصف رقم {n}") for n in (4, 5, 6)],
    ),
}
POSTS = (
    'window.YTD.tweets.part0 = [ {"tweet": {"id": "1", "full_text": "قصف على الحي",'
    ' "created_at": "Wed Oct 10 20:19:24 +0000 2018"}} ]'
)


def read(text: str) -> list[Article]:
    found = list(read_paths(["-"], stdin=io.BytesIO(text.encode())))
    assert all(isinstance(one, Article) for one in found), found
    return [one for one in found if isinstance(one, Article)]


def test_an_exported_channel_is_its_posts() -> None:
    assert [(one.source, one.published, one.text, one.origin) for one in read(EXPORT)] == [
        ("قناة السهل", "2024-01-24", "قصف مدفعي على أطراف البلدة\nوسقوط ثلاثة جرحى", "standard input#12"),
        ("قناة السهل", "2024-01-25", "توقف القصف", "standard input#14"),
    ]


def test_the_page_of_a_public_channel_is_its_posts() -> None:
    (post,) = read(PAGE)
    assert (post.source, post.published, post.url) == ("السهل", "2024-01-24", "https://t.me/sahl/77")
    assert post.text == "انفجار في المدينة\nوقتيلان"


def test_a_page_of_the_messenger_without_posts_is_a_page() -> None:
    (page,) = read(PAGE.replace("tgme_widget_message", "other"))
    assert "انفجار في المدينة" in page.text


@pytest.mark.parametrize("name", GROUPS)
def test_a_groups_export_is_its_posts(name: str) -> None:
    text, posts = GROUPS[name]
    assert [(one.source, one.published, one.text) for one in read(text)] == posts


def test_a_report_that_tells_hours_is_no_group() -> None:
    text = "24/01/2024 10:11 - قال شاهد: قصف الحي\nوأضاف الشاهد أن القصف استمر ساعة كاملة حتى المساء.\n"
    assert [one.text for one in read(text)] == [text]


def test_a_users_archive_is_its_posts() -> None:
    (post,) = read(POSTS)
    assert (post.id, post.text, post.published) == ("1", "قصف على الحي", "2018-10-10")


def test_a_script_is_refused_and_a_list_of_posts_is_not(tmp_path: Path) -> None:
    (tmp_path / "tweets.js").write_text(POSTS, encoding="utf-8")
    (tmp_path / "code.js").write_text("window.open('خبر')", encoding="utf-8")
    code, posts = read_paths([tmp_path / "code.js", tmp_path / "tweets.js"])
    assert isinstance(code, Unreadable)
    assert "is code of a page" in code.reason
    assert isinstance(posts, Article)


def test_a_posts_author_is_its_source() -> None:
    (post,) = read(
        '{"id": 3, "rawContent": "قصف على الحي", "date": "2018-10-10T20:19:24", "user": {"displayname": "السهل"}}'
    )
    assert (post.source, post.published) == ("السهل", "2018-10-10")
