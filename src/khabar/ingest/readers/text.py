"""Plain text: one file is one article (see :mod:`khabar.ingest.split` for files that hold several).

A note's front matter (``title: ...``, ``source: ...`` between two lines of ``---``, as clipping tools save pages) gives
its fields and is no text; so do such lines at the very head of a file, where two or more name a field. What is a page
or a record under a text's name is read as one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import msgspec

from khabar.ingest.columns import field_of
from khabar.ingest.days import iso_day
from khabar.ingest.encoding import decode
from khabar.ingest.read import article, unreadable
from khabar.ingest.readers import Item, Read, Unreadable, register
from khabar.ingest.readers.html import read as read_html
from khabar.ingest.readers.jsonl import read as read_records
from khabar.model import Article
from khabar.text import LETTER

_CONTROL = re.compile("[\x00-\x08\x0e-\x1f\ufffd]")
_FRONT = re.compile(r"\A\ufeff?---[ \t]*\r?\n((?:[^\n]*\n){1,60}?)---[ \t]*(?:\r?\n|\Z)")
_FIELD = re.compile(r"^([\w][\w .-]{0,40}):[ \t]*(.*?)[ \t\r]*$", re.MULTILINE)
_LINE = re.compile(r"[ \t]*([^\W\d_][\w .-]{0,30}?)[ \t]*[::][ \t]*([^\n]*?)[ \t\r]*(?:\n|\Z)")
_FIELDS_AT_HEAD = 12
_FEWEST = 2
_PAGE = re.compile(r"\ufeff?\s*<(?:!doctype\s+html|html|head|body|article|div|p|h1)\b[^<>]*>", re.IGNORECASE)
_RECORD = re.compile(r"\ufeff?\s*(?:\{\s*\"[^\"\n]{1,60}\"\s*:|\[\s*\{)")
_DRESSED = re.compile(r"^[\"'\[]+|[\"'\]]+$")
_CLIPPED = ("created", "date created", "datetime", "timestamp")
"""What a note calls the time at which it was saved, which is not the article's."""


def _sniff(head: bytes) -> bool:
    """Anything that is no binary data may be text."""
    text, _ = decode(head)
    return len(_CONTROL.findall(text)) * 10 <= len(text)


@register("text", (".txt", ".text", ".md"), _sniff, priority=-10)
def read(item: Item) -> Iterator[Article | Unreadable]:
    """One article, or an Unreadable for data without letters."""
    data = item.read()
    text, encoding = decode(data, item.charset)
    if item.suffix != ".md" and (other := _other(text)):
        yield from other(item.again(data))
    elif _is_noise(text[:20_000], encoding):
        yield unreadable(item.origin, f"{item.origin} is no text in any known encoding (read as {encoding})", data)
    elif not LETTER.search(text):
        yield unreadable(item.origin, f"{item.origin} holds no letters; there is nothing to read", data)
    else:
        note = _note(text, item)
        yield from [note] if note else _all_headed(text, item) or [article(text, origin=item.origin, url=item.url)]


def _other(text: str) -> Read | None:
    """How a page or records are read that are called text."""
    if _PAGE.match(text):
        return read_html
    return read_records if _RECORD.match(text) else None


def _is_noise(text: str, encoding: str) -> bool:
    """Control characters are a fifth of it, or more than text has of them where its encoding is only guessed."""
    most = len(text) // 5 if encoding.startswith("utf") else len(text) // 30
    return len(_CONTROL.findall(text)) > most


def _all_headed(text: str, item: Item) -> list[Article]:
    """The articles of a text that opens with lines that name its fields, a new one where these come again."""
    first = _LINE.match(text)
    if first is None or (whole := _headed(text, item)) is None:
        return []
    again = re.compile(rf"^[ \t]*{re.escape(first.group(1))}[ \t]*:", re.MULTILINE)
    starts = [found.start() for found in again.finditer(text)]
    ends = [*starts[1:], len(text)]
    parts = [_headed(text[start:end], item) for start, end in zip(starts, ends, strict=True)]
    if len(parts) < 2 or None in parts:
        return [whole]
    return [
        msgspec.structs.replace(part, origin=f"{item.origin}#{number}", text=part.text.rstrip())
        for number, part in enumerate(parts, 1)
        if part is not None
    ]


def _headed(text: str, item: Item) -> Article | None:
    """The article of a text with lines at its head that name its fields (``العنوان: ...``); None for one without."""
    told: dict[str, str] = {}
    at = 0
    while len(told) < _FIELDS_AT_HEAD and (line := _LINE.match(text, at)):
        name, value = line.groups()
        known = field_of({name: value or " "}, "text", {}) is not None
        if known or not value:
            at = line.start(2) if known else at
            break
        told[name] = value
        at = line.end()
    fields = {name: field_of(told, name, item.options.columns) for name in ("title", "source", "url", "published")}
    if sum(value is not None for value in fields.values()) < _FEWEST or not LETTER.search(text, at):
        return None
    return _told(text[at:].lstrip("\r\n"), fields, item)


def _note(text: str, item: Item) -> Article | None:
    """The article of a text with front matter; None for one without."""
    front = _FRONT.match(text)
    told = {name: _DRESSED.sub("", value) for name, value in _FIELD.findall(front.group(1))} if front else {}
    told = {name: value for name, value in told.items() if name.casefold() not in _CLIPPED}
    if front is None or not told or not LETTER.search(text, front.end()):
        return None
    fields = {name: field_of(told, name, item.options.columns) for name in ("title", "source", "url", "published")}
    return _told(text[front.end() :], fields, item)


def _told(text: str, fields: dict[str, Any], item: Item) -> Article:
    source, url = fields["source"], fields["url"]
    if source and source.startswith(("http://", "https://")):
        source, url = None, source
    return article(
        text,
        origin=item.origin,
        source=source,
        url=url or item.url,
        title=fields["title"],
        published=iso_day(fields["published"]) if fields["published"] else None,
    )
