"""Readers, one self-registering module per format.

A reader turns one input item (:class:`Item`: a file, a member of an archive, standard input) into articles. To add a
format, add one module here that calls :func:`register`; nothing else needs to know it.
"""

from __future__ import annotations

import importlib
import io
import pkgutil
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from typing import BinaryIO

import msgspec

from khabar.model import Article, Record

HEAD = 4096


class Unreadable(Record, frozen=True, kw_only=True):
    """An input item, or one record of it, that gave no article. Nothing read is lost: what is not an Article is one
    of these.

    ``origin`` is the file (and the line, record or member in it), ``reason`` one plain sentence: what was wrong,
    where, and what to do; ``sha256`` of the item's bytes (hexadecimal) and ``sample``, their first bytes.
    """

    origin: str
    reason: str
    sha256: str
    sample: bytes


class Limits(Record, frozen=True, kw_only=True):
    """Bounds that keep hostile or broken input from filling memory. Sizes in bytes.

    ``file``: one article's file; ``line``: one record of a line-based format; ``text``: one article, in code points;
    ``members``, ``unpacked`` and ``ratio``: an archive's number of members, total size unpacked, and unpacked size per
    packed byte; ``depth``: archives in archives, and lists of addresses in lists of addresses; ``pages``: fetched for
    one list of addresses.
    """

    file: int = 64 << 20
    line: int = 32 << 20
    text: int = 2_000_000
    members: int = 200_000
    unpacked: int = 20 << 30
    ratio: int = 200
    depth: int = 2
    pages: int = 1000


Fetch = Callable[[str, int], Iterator[Article | Unreadable]]
"""Gives the articles that stand at an address; the number is the depth of lists it was found in."""


class Options(Record, frozen=True, kw_only=True):
    """What a run asks of every reader: ``columns`` maps article fields (``text``, ``title``, ``published``, ``source``,
    ``url``, ``id``) to the names an input uses; ``limits`` bounds it. ``fetch`` is there where the network may be used;
    ``follow`` asks for the pages that a feed's entries link to."""

    columns: Mapping[str, str] = {}
    limits: Limits = Limits()
    fetch: Fetch | None = None
    follow: bool = False


class TooLargeError(ValueError):
    """An item is larger than its limit; the message says by what."""


class Item:
    """One thing to read: ``name`` (for the suffix), ``origin`` (for messages), a binary stream whose first
    :data:`HEAD` bytes can be looked at in ``head`` without consuming them. ``depth`` counts the archives it lies in;
    ``url`` and ``charset`` are the address it was fetched from and the encoding declared there."""

    def __init__(
        self,
        name: str,
        stream: BinaryIO,
        options: Options,
        *,
        origin: str | None = None,
        depth: int = 0,
        url: str | None = None,
        charset: str | None = None,
    ) -> None:
        self.name = name
        self.origin = origin if origin is not None else name
        self.options = options
        self.depth = depth
        self.url = url
        self.charset = charset
        self.stream = io.BufferedReader(_Raw(stream), 1 << 16)
        self.head = self.stream.peek(HEAD)[:HEAD]

    @property
    def suffix(self) -> str:
        """The name's last suffix, lower case with its dot, or the empty string."""
        tail = self.name.rsplit("/", 1)[-1]
        return "." + tail.rsplit(".", 1)[-1].lower() if "." in tail else ""

    def read(self) -> bytes:
        """All bytes. Raises TooLargeError past ``limits.file``."""
        limit = self.options.limits.file
        data = self.stream.read(limit + 1)
        if len(data) > limit:
            raise TooLargeError(f"larger than {limit >> 20} MiB; split it")
        return data

    def again(self, data: bytes) -> Item:
        """This item with its bytes to be read once more."""
        return Item(
            self.name,
            io.BytesIO(data),
            self.options,
            origin=self.origin,
            depth=self.depth,
            url=self.url,
            charset=self.charset,
        )

    def lines(self) -> Iterator[tuple[int, bytes]]:
        """Lines with their numbers from 1. A line past ``limits.line`` comes cut to that length plus one byte; its
        rest is skipped, so the lines after it still read."""
        limit = self.options.limits.line
        number = 0
        while line := self.stream.readline(limit + 1):
            number += 1
            if len(line) > limit:
                rest = line
                while rest and not rest.endswith(b"\n"):
                    rest = self.stream.readline(limit)
            yield number, line


class _Raw(io.RawIOBase):
    """A raw view of any readable object, so that archives' and pipes' streams can be peeked into."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: bytearray | memoryview) -> int:  # type: ignore[override]
        data = self._stream.read(len(buffer))
        buffer[: len(data)] = data
        return len(data)


Read = Callable[[Item], Iterator[Article | Unreadable]]


class Reader(msgspec.Struct, frozen=True):
    """A format: its name, the suffixes that claim it, a test of the first bytes, and the function that reads an item.
    Readers with a higher ``priority`` are asked first when no suffix decides. A zip file that holds a ``member`` is one
    document of this format, not an archive."""

    name: str
    suffixes: tuple[str, ...]
    sniff: Callable[[bytes], bool]
    read: Read
    priority: int = 0
    member: str = ""


_READERS: dict[str, Reader] = {}


def register(
    name: str, suffixes: tuple[str, ...], sniff: Callable[[bytes], bool], *, priority: int = 0, member: str = ""
) -> Callable[[Read], Read]:
    """Decorator that adds a reader to the registry."""

    def add(read: Read) -> Read:
        _READERS[name] = Reader(name, suffixes, sniff, read, priority, member)
        return read

    return add


@cache
def registry() -> dict[str, Reader]:
    """All readers by name, every module of this package imported once."""
    for module in pkgutil.iter_modules(__path__):
        importlib.import_module(f"{__name__}.{module.name}")
    return _READERS


def choose(item: Item, name: str | None = None) -> Reader | None:
    """The reader called ``name``; else the one whose test knows the first bytes as its own kind of container; else by
    suffix; else by the first bytes. None when nothing fits. Raises KeyError for an unknown name."""
    readers = registry()
    if name is not None:
        return readers[name]
    ordered = sorted(readers.values(), key=lambda reader: -reader.priority)
    for reader in ordered:
        if reader.priority >= 100 and reader.sniff(item.head):
            return reader
    for reader in ordered:
        if item.suffix in reader.suffixes:
            return reader
    for reader in ordered:
        if reader.sniff(item.head):
            return reader
    return None
