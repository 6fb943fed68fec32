"""Sources cut into pieces: what one worker reads at a time, and what is done again when it fails."""

from __future__ import annotations

import hashlib
import io
from collections.abc import Iterable, Iterator
from typing import BinaryIO

import msgspec
from pyarrow import parquet as tables

import khabar
from khabar.batch import files
from khabar.errors import KhabarError
from khabar.ingest.read import Unreadable, named, read_item
from khabar.ingest.readers import Item, Options
from khabar.ingest.split import split_article
from khabar.model import Article, Record

SIZE = 64 << 20
"""Bytes of a piece of JSON Lines or of the row groups of a Parquet table. Compressed files and WARC are a piece each,
for they are read from their beginning."""
_LINES = (".jsonl", ".ndjson", ".jsonlines")
_FIELDS = ("id", "text", "source", "url", "title", "published", "date", "outlet", "body", "content", "headline")


class Piece(Record, frozen=True, kw_only=True):
    """A part of a file: bytes ``start`` to ``end``, row groups of a Parquet table, or (both 0) all of it. ``number``
    orders the pieces as one machine would read them."""

    number: int
    place: str
    start: int = 0
    end: int = 0
    outlet: str | None = None
    stamp: str = ""

    @property
    def name(self) -> str:
        """Unique for what is read, the options, and the version that reads it."""
        parts = (khabar.__version__, self.place, str(self.start), str(self.end), self.outlet or "", self.stamp)
        return f"{self.number:07d}-{hashlib.sha256(chr(31).join(parts).encode()).hexdigest()[:10]}"


def cut(sources: Iterable[str], *, outlet: str | None = None, size: int = SIZE) -> list[Piece]:
    """The pieces of all files at or below ``sources``, in order. KhabarError where there is no file."""
    found: list[Piece] = []
    for source in sources:
        for place, length in files.listed(source):
            for start, end in _ranges(place, length, size):
                found.append(
                    Piece(number=len(found), place=place, start=start, end=end, outlet=outlet, stamp=f"{length} {size}")
                )
    if not found:
        raise KhabarError("the sources hold no file; give files, or folders that hold articles")
    return found


def _ranges(place: str, length: int, size: int) -> Iterator[tuple[int, int]]:
    lower = place.lower()
    if lower.endswith(".parquet"):
        yield from _row_groups(place, size)
    elif lower.endswith(_LINES) and length > size:
        yield from ((at, min(at + size, length)) for at in range(0, length, size))
    else:
        yield 0, 0


def _row_groups(place: str, size: int) -> Iterator[tuple[int, int]]:
    """Runs of row groups of about ``size`` bytes unpacked: first, and one past the last."""
    try:
        with files.open_file(place) as stream:
            meta = tables.ParquetFile(stream).metadata
            sizes = [meta.row_group(at).total_byte_size for at in range(meta.num_row_groups)]
    except (OSError, ValueError):
        yield 0, 0  # told as unreadable when it is read
        return
    start = held = 0
    for at, own in enumerate(sizes):
        if held and held + own > size:
            yield start, at
            start, held = at, 0
        held += own
    yield start, len(sizes)


def read(piece: Piece) -> Iterator[Article | Unreadable]:
    """Articles of a piece, just as one machine reads them from the file."""
    with files.open_file(piece.place) as stream:
        for found in _items(piece, stream):
            if not isinstance(found, Article):
                yield found
                continue
            for article in split_article(found):
                yield named(article, piece.outlet)


def _items(piece: Piece, stream: BinaryIO) -> Iterator[Article | Unreadable]:
    if piece.place.lower().endswith(".parquet"):
        yield from _rows(piece, stream)
    elif piece.end:
        origin = piece.place if not piece.start else f"{piece.place} from byte {piece.start}"
        own = Item(piece.place, _Range(stream, piece.start, piece.end), Options(), origin=origin)  # type: ignore[arg-type]
        if own.head:  # a range in the midst of a long line holds none
            yield from read_item(own, "jsonl")
    else:
        yield from read_item(Item(piece.place, stream, Options()))


def _rows(piece: Piece, stream: BinaryIO) -> Iterator[Article | Unreadable]:
    """Rows of a Parquet table, read as the same rows of JSON Lines are."""
    try:
        table = tables.ParquetFile(stream)
        names = [name for name in table.schema_arrow.names if name in _FIELDS]
    except (OSError, ValueError):
        yield Unreadable(
            origin=piece.place, reason=f"{piece.place} is no Parquet table; check the file.", sha256="", sample=b""
        )
        return
    number = sum(table.metadata.row_group(at).num_rows for at in range(piece.start))
    for batch in table.iter_batches(256, row_groups=range(piece.start, piece.end), columns=names):
        for row in batch.to_pylist():
            number += 1
            line = msgspec.json.encode({name: value for name, value in row.items() if value is not None})
            item = Item("row.json", io.BytesIO(line), Options(), origin=f"{piece.place}:{number}")
            yield from read_item(item, "jsonl")


class _Range(io.RawIOBase):
    """The lines of a stream that begin in bytes ``start`` to ``end``: a line that only ends there belongs to the range
    before."""

    def __init__(self, stream: BinaryIO, start: int, end: int) -> None:
        self._stream = stream
        stream.seek(max(0, start - 1))
        self._left = end - start
        if start:
            self._left -= self._skip_line() - 1
        self._done = self._left <= 0

    def _skip_line(self) -> int:
        skipped = 0
        while True:
            here = self._stream.tell()
            part = self._stream.read(1 << 16)
            at = part.find(b"\n")
            if at >= 0 or not part:
                taken = at + 1 if part else 0
                self._stream.seek(here + taken)
                return skipped + taken
            skipped += len(part)

    def readable(self) -> bool:
        return True

    def read(self, size: int | None = -1) -> bytes:
        if self._done:
            return b""
        wanted = 1 << 16 if size is None or size < 0 else size
        if self._left > 0:
            part = self._stream.read(min(wanted, self._left))
            self._left -= len(part)
            if not part or (self._left <= 0 and part.endswith(b"\n")):
                self._done = True
            return part
        part = self._stream.read(wanted)
        at = part.find(b"\n")
        self._done = at >= 0 or not part
        return part[: at + 1] if at >= 0 else part
