"""Articles by address: fetch what stands there and hand it to the readers."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import urlsplit

import msgspec

from khabar.ingest.fetch import Fetched, Fetcher, FetchError
from khabar.ingest.read import read_item, unreadable
from khabar.ingest.readers import Item, Options, Unreadable
from khabar.model import Article

_SECRET = re.compile("//[^/]*@")
_SUFFIXES = {
    "text/html": ".html",
    "application/xhtml+xml": ".html",
    "application/rss+xml": ".rss",
    "application/atom+xml": ".atom",
    "application/rdf+xml": ".rdf",
    "application/json": ".json",
    "application/x-ndjson": ".jsonl",
    "text/csv": ".csv",
    "text/plain": ".txt",
}


def read_address(
    url: str, options: Options, fetcher: Fetcher, *, reader: str | None = None, depth: int = 0
) -> Iterator[Article | Unreadable]:
    """Articles of what stands at ``url``: of a page one, of a feed its entries, of a sitemap the pages it lists.

    What cannot be fetched comes as an Unreadable.
    """
    try:
        fetched = fetcher.fetch(url)
    except FetchError as error:
        shown = _SECRET.sub("//***@", url)
        yield unreadable(shown, f"{shown} {error}", b"")
        return
    with fetched:
        yield from read_fetched(url, fetched, options, fetcher, reader=reader, depth=depth)


def read_fetched(
    url: str, fetched: Fetched, options: Options, fetcher: Fetcher, *, reader: str | None = None, depth: int = 0
) -> Iterator[Article | Unreadable]:
    """Articles of an answer that was asked for at ``url``; a page that names no outlet gets the site's name."""

    def follow(address: str, deeper: int) -> Iterator[Article | Unreadable]:
        return read_address(address, options, fetcher, depth=deeper)

    host = (urlsplit(fetched.url).hostname or "").removeprefix("www.")
    item = Item(
        _name(fetched),
        fetched.stream,
        msgspec.structs.replace(options, fetch=follow),
        origin=url,
        depth=depth,
        url=fetched.url,
        charset=fetched.charset,
    )
    for found in read_item(item, reader):
        if isinstance(found, Article) and not found.source and found.origin == url:
            yield msgspec.structs.replace(found, source=host)
        else:
            yield found


def _name(fetched: Fetched) -> str:
    """A file name for the answer: the address's last part, with the suffix that its declared type stands for."""
    tail = urlsplit(fetched.url).path.rsplit("/", 1)[-1]
    suffix = _SUFFIXES.get(fetched.content_type, "")
    return tail if not suffix or tail.lower().endswith(suffix) else f"{tail or 'page'}{suffix}"
