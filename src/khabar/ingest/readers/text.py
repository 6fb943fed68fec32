"""Plain text: one file is one article (see :mod:`khabar.ingest.split` for files that hold several).

A note's front matter (``title: ...``, ``source: ...`` between two lines of ``---``, as clipping tools save pages) gives
its fields and is no text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from khabar.ingest.columns import field_of
from khabar.ingest.days import iso_day
from khabar.ingest.encoding import decode
from khabar.ingest.read import article, unreadable
from khabar.ingest.readers import Item, Unreadable, register
from khabar.model import Article
from khabar.text import LETTER

_CONTROL = re.compile("[\x00-\x08\x0e-\x1f\ufffd]")
_FRONT = re.compile(r"\A\ufeff?---[ \t]*\r?\n((?:[^\n]*\n){1,60}?)---[ \t]*(?:\r?\n|\Z)")
_FIELD = re.compile(r"^([\w][\w .-]{0,40}):[ \t]*(.*?)[ \t\r]*$", re.MULTILINE)
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
    if len(_CONTROL.findall(text[:20_000])) * 5 > len(text[:20_000]):
        yield unreadable(item.origin, f"{item.origin} is no text in any known encoding (read as {encoding})", data)
    elif not LETTER.search(text):
        yield unreadable(item.origin, f"{item.origin} holds no letters; there is nothing to read", data)
    else:
        yield _note(text, item) or article(text, origin=item.origin, url=item.url)


def _note(text: str, item: Item) -> Article | None:
    """The article of a text with front matter; None for one without."""
    front = _FRONT.match(text)
    told = {name: _DRESSED.sub("", value) for name, value in _FIELD.findall(front.group(1))} if front else {}
    told = {name: value for name, value in told.items() if name.casefold() not in _CLIPPED}
    if front is None or not told or not LETTER.search(text, front.end()):
        return None
    fields = {name: field_of(told, name, item.options.columns) for name in ("title", "source", "url", "published")}
    source, url = fields["source"], fields["url"]
    if source and source.startswith(("http://", "https://")):
        source, url = None, source
    return article(
        text[front.end() :],
        origin=item.origin,
        source=source,
        url=url or item.url,
        title=fields["title"],
        published=iso_day(fields["published"]) if fields["published"] else None,
    )
