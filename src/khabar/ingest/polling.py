"""Look again and again at a folder or an address, and give what is new there.

A feed or sitemap is asked for conditionally (ETag, Last-Modified); of its entries those that were not there before,
or read otherwise, are given, each as its page where that says more. Looks at a failing address grow rarer.
"""

from __future__ import annotations

import hashlib
import os
import time
from collections.abc import Callable, Iterator, Mapping

import msgspec

from khabar.ingest.encoding import decode
from khabar.ingest.fetch import Fetched, Fetcher, FetchError
from khabar.ingest.read import read_paths, walk
from khabar.ingest.readers import Item, Limits, Options, Unreadable, choose
from khabar.ingest.readers.feeds import merged
from khabar.ingest.readers.sitemap import entries
from khabar.ingest.web import read_address, read_fetched
from khabar.model import Article, Record

Found = Article | Unreadable
Tell = Callable[[str], None]
MOST = 200
"""Pages fetched at one look at a sitemap; of a longer one the older addresses are passed over, and this is told."""
_LONGEST_WAIT = 24 * 3600.0
_SETTLED = 2.0
"""Seconds a file has to have lain unchanged before it is read: it may still be being written."""


class Known(Record, frozen=True, kw_only=True):
    """What is remembered of an address between looks: validators of its last answer, and of each of its entries
    (by address) what it said. Entries that left the feed are forgotten."""

    etag: str | None = None
    modified: str | None = None
    seen: Mapping[str, str] = {}


class Address:
    """An address that is looked at every ``every`` seconds. ``known`` is its state after the last look that went
    well."""

    def __init__(self, url: str, known: Known, *, every: float, tell: Tell) -> None:
        self.url = url
        self.known = known
        self.due = 0.0
        self._every = every
        self._tell = tell
        self._failures = 0

    def look(self, fetcher: Fetcher, now: float) -> Iterator[Found]:
        """What is new. A failure is told, and the next look put off."""
        try:
            fetched = fetcher.fetch(self.url, etag=self.known.etag, modified=self.known.modified)
        except FetchError as error:
            self._failures += 1
            wait = min(max(self._every * 2**self._failures, error.wait or 0.0), _LONGEST_WAIT)
            self.due = now + wait
            self._tell(f"{self.url} {error} (next look in {wait:.0f} s)")
            return
        self._failures = 0
        self.due = now + self._every
        with fetched:
            if not fetched.unchanged:
                seen: dict[str, str] = {}
                yield from self._new(fetched, fetcher, seen)
                self.known = Known(etag=fetched.etag, modified=fetched.modified, seen=seen)

    def _new(self, fetched: Fetched, fetcher: Fetcher, seen: dict[str, str]) -> Iterator[Found]:
        item = Item(fetched.url, fetched.stream, Options(), charset=fetched.charset)
        reader = choose(item)
        if reader is not None and reader.name == "sitemap":
            yield from self._listed(item.read(), fetcher, seen)
            return
        fetched.stream.seek(0)
        for found in list(read_fetched(self.url, fetched, Options(), fetcher)):
            if isinstance(found, Unreadable) or reader is None or reader.name != "feed":
                yield found
                continue
            key = found.url or found.id
            seen[key] = _digest(f"{found.title}\n{found.text}")
            if self.known.seen.get(key) != seen[key]:
                yield from _page_of(found, fetcher)

    def _listed(self, data: bytes, fetcher: Fetcher, seen: dict[str, str]) -> Iterator[Found]:
        """Pages of a sitemap that are new or changed, and inner sitemaps that are."""
        found = entries(decode(data)[0])
        seen |= {entry.address: entry.changed for entry in found}
        new = [entry for entry in found if self.known.seen.get(entry.address) != entry.changed]
        if len(new) > MOST:
            self._tell(f"{self.url} lists {len(new)} new addresses; the {MOST} latest are read, the older passed over")
        for entry in new[:MOST]:
            yield from read_address(entry.address, Options(limits=Limits(pages=MOST)), fetcher, depth=1)


def _page_of(entry: Article, fetcher: Fetcher) -> Iterator[Found]:
    """The page of a feed's entry, or the entry where its page cannot be had or says less."""
    url = entry.url or ""
    pages = read_address(url, Options(), fetcher, depth=1) if url.lower().startswith(("http://", "https://")) else ()
    articles = [page for page in pages if isinstance(page, Article)]
    if articles and len(articles[0].text) > len(entry.text):
        yield merged(entry, articles[0])
    else:
        yield entry


def _digest(words: str) -> str:
    return hashlib.sha256(words.encode("utf-8", "surrogatepass")).hexdigest()[:16]


class Folder:
    """A folder whose new and changed files are read at each look, but for the store's (``leave``)."""

    def __init__(self, path: str, *, every: float, leave: str | None = None) -> None:
        self.path = path
        self._leave = leave
        self.due = 0.0
        self._every = every
        self._read: dict[str, tuple[int, int]] = {}

    def look(self, now: float, *, all_files: bool = False) -> Iterator[Found]:
        """Articles of files that are new or changed and no longer being written; ``all_files``: those too."""
        self.due = now + self._every
        for path in walk(self.path, self._leave):
            try:
                state = os.stat(path)
            except OSError:
                continue  # gone between being listed and being looked at
            mark = (state.st_mtime_ns, state.st_size)
            fresh = time.time() - state.st_mtime < _SETTLED and not all_files
            if self._read.get(path) == mark or fresh or not os.path.isfile(path):
                continue
            self._read[path] = mark
            yield from read_paths([path], split=True)


def load(path: str) -> dict[str, Known]:
    """What was remembered of addresses in the file at ``path``; nothing where there is none or it is broken."""
    try:
        with open(path, "rb") as stream:
            return msgspec.json.decode(stream.read(), type=dict[str, Known])
    except (OSError, msgspec.DecodeError, UnicodeDecodeError):
        return {}


def save(path: str, known: dict[str, Known]) -> None:
    """Remember ``known`` in the file at ``path``, all or nothing. OSError where that cannot be written."""
    with open(f"{path}.partial", "wb") as stream:
        stream.write(msgspec.json.encode(known))
    os.replace(f"{path}.partial", path)
