"""Plain text: one file is one article (see :mod:`khabar.ingest.split` for files that hold several)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from khabar.ingest.encoding import decode
from khabar.ingest.read import article, unreadable
from khabar.ingest.readers import Item, Unreadable, register
from khabar.model import Article

_LETTER = re.compile(r"[^\W\d_]")
_CONTROL = re.compile("[\x00-\x08\x0e-\x1f\ufffd]")


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
    elif not _LETTER.search(text):
        yield unreadable(item.origin, f"{item.origin} holds no letters; there is nothing to read", data)
    else:
        yield article(text, origin=item.origin, url=item.url)
