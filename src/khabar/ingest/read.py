"""Read articles from files, folders, archives, addresses and standard input.

Every input item gives an :class:`~khabar.model.Article` or an :class:`Unreadable`: bad input never stops a run and is
never dropped in silence.
"""

from __future__ import annotations

import hashlib
import os
import sys
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

import msgspec

from khabar.ingest.language import language
from khabar.ingest.pagemeta import url_site
from khabar.ingest.readers import Item, Limits, Options, TooLargeError, Unreadable, choose
from khabar.model import Article, content_hash

if TYPE_CHECKING:
    from khabar.ingest.fetch import Fetcher
    from khabar.ingest.meter import Meter

__all__ = ["Limits", "Unreadable", "article", "named", "read_item", "read_paths", "unreadable"]

_SAMPLE = 256
_FORBIDDEN = (
    (b"\x89PNG", "a picture", "only text can be read"),
    (b"\xff\xd8\xff", "a picture", "only text can be read"),
    (b"GIF8", "a picture", "only text can be read"),
    (b"\x7fELF", "a program", "only text can be read"),
    (b"SQLite format 3", "a database", "export its texts as JSON Lines first"),
)
_LIST = b"window.YTD."
"""How a script begins that is the list of a user's posts."""
_NO_ARTICLE = {
    "a picture": ".png .jpg .jpeg .gif .webp .avif .bmp .tif .tiff .heic",
    "code of a page": ".js .css .map .woff .woff2 .ttf .eot .ico .svg .wasm",
    "a program": ".py .sh .bat .exe .dll .so .jar .apk .class",
    "sound or film": ".mp3 .mp4 .webm .wav .avi .mov .m4a .ogg",
    "a presentation or a book": ".ppt .pptx .odp .epub",
}
_BESIDE = (".", "~$", "Thumbs.db", "desktop.ini")
"""How files begin that are no user's."""
_PARTS = ("_files", ".files", "_fichiers", "_ملفات", "_الملفات")
"""How a browser names the folder of a page's parts."""
_SUFFIXES = {suffix: what for what, suffixes in _NO_ARTICLE.items() for suffix in suffixes.split()}


def read_paths(
    paths: Iterable[str | Path],
    *,
    reader: str | None = None,
    columns: Mapping[str, str] | None = None,
    limits: Limits | None = None,
    split: bool = False,
    follow: bool = False,
    stdin: BinaryIO | None = None,
    meter: Meter | None = None,
    leave: str | None = None,
) -> Iterator[Article | Unreadable]:
    """Articles of all ``paths``, in order; folders are walked in sorted order, ``-`` is standard input, what begins
    with ``http://`` or ``https://`` is fetched.

    ``reader`` forces a format by name (``text``, ``html``, ``jsonl`` ...); otherwise suffix and first bytes choose.
    ``columns`` maps article fields to the names an input uses. ``split`` divides a text file that holds several
    stories. ``follow`` fetches the pages that feeds and sitemaps link to, also of those that lie in files. ``meter``
    counts the bytes of files as they are read. Files in folders that are named like ``leave`` (a store), or begin so,
    are passed over. Nothing is raised for bad input; KeyError for an unknown ``reader``.
    """
    options = Options(columns=columns or {}, limits=limits or Limits(), follow=follow)
    run = _Run(reader, options, stdin, meter, leave)
    try:
        for path in paths:
            for found in run.read(str(path)):
                if split and isinstance(found, Article):
                    from khabar.ingest.split import split_article

                    yield from split_article(found)
                else:
                    yield found
    finally:
        run.close()


class _Run:
    """What a run over several paths shares: its options, and one fetcher once an address is asked for."""

    def __init__(
        self, reader: str | None, options: Options, stdin: BinaryIO | None, meter: Meter | None, leave: str | None
    ) -> None:
        self._reader = reader
        self._leave = leave
        self._stdin = stdin
        self._meter = meter
        self._fetcher: Fetcher | None = None
        self._options = msgspec.structs.replace(options, fetch=self._fetch) if options.follow else options

    def close(self) -> None:
        if self._fetcher is not None:
            self._fetcher.close()

    def read(self, path: str) -> Iterator[Article | Unreadable]:
        if path == "-":
            stream = self._stdin or sys.stdin.buffer
            yield from read_item(Item("-", stream, self._options, origin="standard input"), self._reader)
        elif path.lower().startswith(("http://", "https://")):
            yield from self._fetch(path, 0, self._reader)
        elif not os.path.isdir(path):
            yield from self._file(path)
        else:
            name = None
            for name in walk(path, self._leave):
                yield from self._file(name)
            if name is None:
                yield unreadable(path, "The folder holds no file; give the folder that holds the articles", b"")

    def _fetch(self, url: str, depth: int, reader: str | None = None) -> Iterator[Article | Unreadable]:
        from khabar.ingest import fetch, web

        if self._fetcher is None:
            self._fetcher = fetch.default_fetcher()
        yield from web.read_address(url, self._options, self._fetcher, reader=reader, depth=depth)

    def _file(self, path: str) -> Iterator[Article | Unreadable]:
        try:
            if not os.path.isfile(path):
                what = "is no ordinary file" if os.path.exists(path) else "does not exist"
                yield unreadable(path, f"{path} {what}; check the path", b"")
                return
            with open(path, "rb") as stream:
                counted = self._meter.counted(stream) if self._meter else stream
                yield from read_item(Item(path, counted, self._options), self._reader)
        except OSError as error:
            reason = f"{path} could not be opened ({error.strerror or error}); check its permissions"
            yield unreadable(path, reason, b"")


def walk(folder: str, leave: str | None = None) -> Iterator[str]:
    """Files below ``folder`` in sorted order; hidden files and folders are left out, what programs keep beside files
    (``page_files`` of ``page.html``, ``desktop.ini``), and files that are named like ``leave`` or begin so; links to
    folders are not followed."""
    own = os.path.abspath(leave) if leave else None
    for base, folders, files in os.walk(folder):
        pages = {os.path.splitext(name)[0] for name in files if name.lower().endswith((".html", ".htm"))}
        folders[:] = sorted(name for name in folders if not name.startswith(".") and not _is_part(name, pages))
        for name in sorted(files):
            path = os.path.join(base, name)
            if not name.startswith(_BESIDE) and not (own and os.path.abspath(path).startswith(own)):
                yield path


def _is_part(folder: str, pages: set[str]) -> bool:
    """Whether a browser put a folder beside one of the pages to hold its parts."""
    return any(folder.lower().endswith(part) and folder[: -len(part)] in pages for part in _PARTS)


def read_item(item: Item, reader: str | None = None) -> Iterator[Article | Unreadable]:
    """Articles of one item. Whatever a reader raises becomes an Unreadable for the item."""
    refused = _refused(item)
    if refused:
        yield unreadable(item.origin, refused, item.head)
        return
    chosen = choose(item, reader)
    if chosen is None:
        yield unreadable(
            item.origin, f"{item.origin} has no format that can be read; name one with --reader", item.head
        )
        return
    try:
        for found in chosen.read(item):
            yield _bounded(found, item.options.limits.text)
    except TooLargeError as error:
        yield unreadable(item.origin, f"{item.origin} is {error}", item.head)
    except (RecursionError, MemoryError):
        yield unreadable(
            item.origin, f"{item.origin} is nested too deep or too large to read as {chosen.name}", item.head
        )
    except Exception as error:  # a reader must never stop the run: its fault is reported with the item
        reason = f"{item.origin} could not be read as {chosen.name} ({type(error).__name__}: {str(error)[:200]})"
        yield unreadable(item.origin, reason, item.head)


def _bounded(found: Article | Unreadable, longest: int) -> Article | Unreadable:
    """What was found, unless it is an article of a length that none has."""
    if not isinstance(found, Article) or len(found.text) <= longest:
        return found
    origin = found.origin or found.id
    reason = f"{origin} has {len(found.text)} letters, more than the {longest} that an article may have; split it"
    return unreadable(origin, reason, found.text.encode("utf-8", "surrogatepass"))


def _refused(item: Item) -> str | None:
    """Why the item cannot hold articles at all, judged by its first bytes; None when it may."""
    if not item.head:
        return f"{item.origin} is empty; there is nothing to read"
    for magic, what, advice in _FORBIDDEN:
        if item.head.startswith(magic):
            return f"{item.origin} is {what}; {advice}"
    kind = None if item.head.startswith(_LIST) else _SUFFIXES.get(item.suffix)
    return f"{item.origin} is {kind}; save it as a text file or plain HTML first" if kind else None


def unreadable(origin: str, reason: str, data: bytes) -> Unreadable:
    """An Unreadable for ``data``, its reason ending in a full stop."""
    return Unreadable(
        origin=origin, reason=reason.rstrip(". ") + ".", sha256=hashlib.sha256(data).hexdigest(), sample=data[:_SAMPLE]
    )


def named(found: Article, outlet: str | None) -> Article:
    """An article with an outlet: its own, else ``outlet``, else the site of its address. One that has none of these
    stays nameless."""
    if found.source:
        return found
    name = outlet or url_site(found.url)
    return msgspec.structs.replace(found, source=name) if name else found


def article(
    text: str,
    *,
    origin: str,
    id: str | None = None,
    source: str | None = None,
    url: str | None = None,
    title: str | None = None,
    published: str | None = None,
) -> Article:
    """An Article of ``text`` as given, its language found; without an id of its own its id is the content hash."""
    return Article(
        id=id or content_hash(text),
        text=text,
        source=source or None,
        url=url or None,
        title=(title or "").strip() or None,
        published=published or None,
        language=language(text),
        origin=origin,
    )
