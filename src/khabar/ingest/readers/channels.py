"""What people keep of channels and groups: a messenger's export as pages (Telegram Desktop), the page of a public
channel, a group's export as text (WhatsApp). A post with words is an article."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from khabar.ingest.days import fold_digits, iso_day
from khabar.ingest.encoding import decode
from khabar.ingest.read import article, unreadable
from khabar.ingest.readers import Item, Unreadable, register
from khabar.ingest.readers.html import nests_too_deep, plain_text
from khabar.ingest.readers.html import read as read_html
from khabar.model import Article
from khabar.text import LETTER

_PAGES = re.compile(rb"<title>Exported Data</title>|<meta property=\"og:site_name\" content=\"Telegram\">")
_SIGNS = "\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff"
_MARKS = "\u200e\u200f\ufeff"
_DIGIT = "[0-9٠-٩۰-۹]"
_STAMP = (
    rf"[{_SIGNS}]*\[?(?P<day>{_DIGIT}{{1,4}}(?:[{_SIGNS}]*[/.-][{_SIGNS}]*{_DIGIT}{{1,4}}){{2}})[,،]?[{_SIGNS}\s]+"
    rf"{_DIGIT}{{1,2}}(?::{_DIGIT}{{2}}){{1,2}}[\s{_SIGNS}]*(?:[APap]\.?[Mm]\.?|[صم])?[{_SIGNS}]*\]?(?:\s+[-–])?\s+"
)
"""Day and hour, as groups' exports write them in many languages."""
_SAID = re.compile(rf"^{_STAMP}(?:(?P<who>[^:\n]{{1,80}}?):[ \t])?", re.MULTILINE)
_OMITTED = re.compile(rf"[{_SIGNS}\s]*<[^<>\n]{{3,60}}>\s*")
"""What stands for a picture or film that was left out."""
_DELETED = frozenset((
    "تم حذف هذه الرسالة", "حذفت هذه الرسالة", "لقد حذفت هذه الرسالة", "This message was deleted",
    "You deleted this message", "Ce message a été supprimé", "null",
))  # fmt: skip
"""What stands for a post that was taken back."""
_POSTS = 3
"""Posts that a group's export holds at least."""


@register("channel", (), lambda head: bool(_PAGES.search(head)), priority=100)
def read_channel(item: Item) -> Iterator[Article | Unreadable]:
    """The posts of an exported channel or of a public channel's page; a page that holds none is read as any other."""
    from resiliparse.parse.html import HTMLTree

    data = item.read()
    html, _ = decode(data, item.charset)
    posts: list[Article] = []
    if not nests_too_deep(html):
        tree = HTMLTree.parse(html)
        posts = [*_exported(tree, item), *_shown(tree, item)]
    yield from posts or read_html(item.again(data))


def _exported(tree: Any, item: Item) -> Iterator[Article]:
    """Posts of Telegram Desktop's export, where a post that goes on another's does not name its author again."""
    heading = tree.document.query_selector(".page_header .text")
    channel = heading.text.strip() if heading else None
    # slices of what is found: the iterators of resiliparse take quadratic time
    for post in tree.document.query_selector_all("div.message.default")[:]:
        number = (post.getattr("id") or "").removeprefix("message")
        when = post.query_selector(".date.details")
        yield from _post(post.query_selector(".text"), _told(when, "title"), f"{item.origin}#{number}", channel)


def _shown(tree: Any, item: Item) -> Iterator[Article]:
    """Posts on the page of a public channel."""
    for post in tree.document.query_selector_all(".tgme_widget_message")[:]:
        text = post.query_selector(".tgme_widget_message_text")
        when = _told(post.query_selector("time[datetime]"), "datetime")
        owner = post.query_selector(".tgme_widget_message_owner_name")
        place = post.getattr("data-post")
        url = f"https://t.me/{place}" if place else None
        yield from _post(text, when, f"{item.origin}#{place or ''}", owner.text.strip() if owner else None, url)


def _told(element: Any, attribute: str) -> str:
    return (element.getattr(attribute) or "") if element else ""


def _post(text: Any, when: str, origin: str, source: str | None, url: str | None = None) -> Iterator[Article]:
    """The article of a post with words."""
    if text and LETTER.search(text.text):
        yield article(
            plain_text(text), origin=origin, source=source, url=url, published=iso_day(when) if when else None
        )


def _is_group(head: bytes) -> bool:
    """A line with day and hour opens it, and several more have an author."""
    text = decode(head)[0]
    first = _SAID.match(text.lstrip())
    return first is not None and sum(1 for post in _SAID.finditer(text) if post["who"]) >= _POSTS


@register("group", (), _is_group, priority=100)
def read_group(item: Item) -> Iterator[Article | Unreadable]:
    """The posts of a group's export as text: a line with day, hour and author begins each. Notices without an author
    and pictures are passed over."""
    data = item.read()
    text = decode(data)[0]
    posts = list(_SAID.finditer(text))
    month_first = _month_first([post["day"] for post in posts])
    found = at = 0
    line = 1
    for post, following in zip(posts, [*posts[1:], None], strict=True):
        line, at = line + text.count("\n", at, post.start()), post.start()
        told = text[post.end() : following.start() if following else len(text)].strip()
        if post["who"] and LETTER.search(_OMITTED.sub("", told)) and told.strip(f"{_MARKS} .") not in _DELETED:
            found += 1
            origin = f"{item.origin}:{line}"
            yield article(
                told, origin=origin, source=post["who"].strip(_SIGNS), published=_day(post["day"], month_first)
            )
    if not found:
        yield unreadable(item.origin, f"{item.origin} is a group's export without any words", data)


def _month_first(days: list[str]) -> bool:
    """Whether an export writes the month first: some second number is no month, no first one is a day alone."""
    parts = [[int(part) for part in re.findall(r"\d+", fold_digits(day))] for day in days]
    return any(part[1] > 12 for part in parts) and not any(12 < part[0] <= 31 for part in parts)


def _day(written: str, month_first: bool) -> str | None:
    parts = re.findall(r"\d+", fold_digits(written))
    if month_first:
        parts[:2] = parts[1::-1]
    if len(parts[0]) < 4 and len(parts[2]) == 2:
        parts[2] = f"20{parts[2]}"
    return iso_day("/".join(parts))
