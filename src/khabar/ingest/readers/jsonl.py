"""JSON Lines, one article a line, and JSON files that hold one article, a list of them, or an object with such a list
(the export of a messenger's channel, an interface's answer, the archive of a user's posts).

Fields: ``text`` (required), ``id``, ``source``, ``url``, ``published``, ``title``, by any name that
:mod:`khabar.ingest.columns` knows or the column map gives. A broken line costs that line alone.
"""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

import msgspec

from khabar.ingest.columns import FIELDS, field_of
from khabar.ingest.days import iso_day
from khabar.ingest.encoding import decode
from khabar.ingest.read import article, unreadable
from khabar.ingest.readers import Item, Unreadable, register
from khabar.ingest.readers.html import unmarked_up
from khabar.ingest.records import plain_value, record_of, rows_of, values_of, whole_text
from khabar.model import Article

_DECODER = msgspec.json.Decoder()
_CALLED = ("name", "title", "displayname", "display_name", "username", "screen_name")
"""What a record of an outlet or user calls its name."""
_OPENS = re.compile(r"\{[\" ]|\[\s*\{")
_SPREAD = re.compile(rb"\s*[\[{][ \t\r]*\n")
"""How a value opens that goes over several lines."""
_ASSIGNED = re.compile(rb"\A\s*window\.\w+(?:\.\w+)*\s*=\s*")
"""How a post archive's files open: a program's name for the list."""


def _sniff(head: bytes) -> bool:
    start = decode(_ASSIGNED.sub(b"", head))[0].lstrip()
    return bool(_OPENS.match(start))


@register("jsonl", (".jsonl", ".ndjson", ".jsonlines", ".json"), _sniff, priority=5)
def read(item: Item) -> Iterator[Article | Unreadable]:
    """Articles of a JSON Lines file as a stream, or of a JSON file."""
    head = _ASSIGNED.sub(b"", item.head)
    opening = head.lstrip(b"\xef\xbb\xbf \r\n\t")
    if item.suffix == ".json" or opening.startswith(b"[") or _SPREAD.match(opening) or _is_wide(head):
        yield from _read_whole(item)
        return
    for number, line in item.lines():
        yield from _read_line(line, f"{item.origin}:{number}", item)


def _is_wide(head: bytes) -> bool:
    return decode(head)[1].startswith(("utf-16", "utf-32"))


def _read_whole(item: Item) -> Iterator[Article | Unreadable]:
    data = item.read()
    try:
        value = _parse(data)
    except (ValueError, RecursionError):
        yield from _read_damaged(item, data)
        return
    rows, outlet = rows_of(value, item.options.columns)
    if not rows:
        yield unreadable(item.origin, f"{item.origin} is an empty list; there is nothing to read", data)
    for number, row in enumerate(rows, 1):
        yield _read_row(row, item.origin if row is value else f"{item.origin}:{number}", item, outlet)


def _read_damaged(item: Item, data: bytes) -> Iterator[Article | Unreadable]:
    """What is no one JSON value: JSON Lines under another suffix or in a wide encoding, values over several lines one
    after the other, a list that breaks off. What comes before the damage is read."""
    text = decode(_ASSIGNED.sub(b"", data))[0]
    if not text.lstrip().startswith("[") and not _SPREAD.match(text.lstrip()[:200].encode("utf-8", "replace")):
        for number, line in enumerate(text.split("\n"), 1):
            yield from _read_line(line.encode("utf-8", "surrogatepass"), f"{item.origin}:{number}", item)
        return
    number = 0
    try:
        for number, row in enumerate(values_of(text), 1):
            yield _read_row(row, f"{item.origin}:{number}", item, None)
    except (ValueError, RecursionError) as error:
        origin = f"{item.origin}:{number + 1}"
        reason = f"{origin} is no valid JSON ({str(error)[:120]}), nor is what follows it; correct it and read it again"
        yield unreadable(origin, reason, data)


def _read_row(row: Any, origin: str, item: Item, outlet: str | None) -> Article | Unreadable:
    sample = json.dumps(row, ensure_ascii=False)[:1000].encode("utf-8", "replace")
    return row_article(row, item.options.columns, origin, sample, outlet)


def _read_line(line: bytes, origin: str, item: Item) -> Iterator[Article | Unreadable]:
    if not line.strip(b"\xef\xbb\xbf \t\r\n"):
        return
    limit = item.options.limits.line
    if len(line) > limit:
        yield unreadable(origin, f"{origin} is longer than {limit >> 20} MiB; split the record", line)
        return
    try:
        row = _parse(line)
    except ValueError as error:
        yield unreadable(
            origin, f"{origin} is no valid JSON ({str(error)[:120]}); correct the line and read it again", line
        )
    except RecursionError:
        yield unreadable(origin, f"{origin} is nested too deep; an article is one flat object", line)
    else:
        yield row_article(row, item.options.columns, origin, line)


def _parse(data: bytes) -> Any:
    """The JSON value in ``data``, in any encoding; lone surrogates are kept. Raises ValueError with the place."""
    data = _ASSIGNED.sub(b"", data)
    try:
        return _DECODER.decode(data)
    except (msgspec.DecodeError, UnicodeDecodeError):
        return json.loads(decode(data)[0], strict=False)


def row_article(
    row: Any, columns: Mapping[str, str], origin: str, data: bytes, outlet: str | None = None
) -> Article | Unreadable:
    """The Article a record describes; an Unreadable when it has no text. ``data`` is what is quarantined then;
    ``outlet``: whose records they all are."""
    row = record_of(row, columns)
    if not isinstance(row, Mapping):
        return unreadable(origin, f"{origin} is {type(row).__name__}, not an object with a text field", data)
    fields = {name: field_of(row, name, columns) for name in FIELDS}
    text = whole_text(fields["text"])
    if not isinstance(text, str) or not text.strip():
        wanted = columns.get("text", "text")
        what = "is empty" if text == "" or isinstance(text, str) else "is missing" if text is None else "is no string"
        there = ", ".join(str(name) for name in row)[:120]
        hint = "name the text's field with --column text=NAME" + (f" (it has: {there})" if text is None else "")
        return unreadable(origin, f"{origin}: the field {wanted!r} {what}; {hint}", data)
    source = outlet or fields["source"]
    if isinstance(source, Mapping):
        source = next((source[name] for name in _CALLED if source.get(name)), None)
    title, published = _string(plain_value(fields["title"])), plain_value(fields["published"])
    return article(
        unmarked_up(text),
        origin=origin,
        id=_string(fields["id"]),
        source=_string(source),
        url=_string(fields["url"]),
        title=html.unescape(unmarked_up(title)) if title else None,
        published=iso_day(str(published)) if published is not None else None,
    )


def _string(value: Any) -> str | None:
    """Strings and numbers as text; anything else is no usable value."""
    if isinstance(value, str):
        return value
    return str(value) if isinstance(value, (int, float)) and not isinstance(value, bool) else None
