"""Archives of any readable files: zip, tar (plain, gzip, bzip2, xz) and single compressed files.

Members are read in memory and never written anywhere, so no member's name can reach outside. Unpacking is bounded in
members, size, ratio and depth; a broken or locked member costs that member alone.
"""

from __future__ import annotations

import bz2
import gzip
import io
import lzma
import tarfile
import tempfile
import zipfile
import zlib
from collections.abc import Iterator
from typing import Any, BinaryIO, cast

from khabar.ingest.bounds import Bounded, Budget, Counted
from khabar.ingest.read import read_item, unreadable
from khabar.ingest.readers import Item, Reader, TooLargeError, Unreadable, register, registry
from khabar.model import Article

_ZIP = (b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")
_PACKERS: dict[bytes, Any] = {b"\x1f\x8b": gzip.open, b"BZh": bz2.open, b"\xfd7zXZ": lzma.open}
_IN_MEMORY = 32 << 20
_FAULTS = (zipfile.BadZipFile, tarfile.TarError, OSError, EOFError, zlib.error, lzma.LZMAError, RuntimeError)


def _is_zip(head: bytes) -> bool:
    return head.startswith(_ZIP)


def _is_tar(head: bytes) -> bool:
    return head[257:262] == b"ustar"


def _is_packed(head: bytes) -> bool:
    return head.startswith(tuple(_PACKERS))


@register("zip", (".zip",), _is_zip, priority=100)
def read_zip(item: Item) -> Iterator[Article | Unreadable]:
    """Articles of every member of a zip file, in the archive's order."""
    if refused := _too_deep(item):
        yield refused
        return
    with tempfile.SpooledTemporaryFile(max_size=_IN_MEMORY) as spool:
        packed = _spool(item, cast(BinaryIO, spool))
        try:
            archive = zipfile.ZipFile(cast(BinaryIO, spool))
        except (*_FAULTS, ValueError) as error:
            yield unreadable(item.origin, f"{item.origin} is a broken zip file ({error}); fetch it again", item.head)
            return
        if document := _document(archive, item.suffix):
            spool.seek(0)
            whole = Item(item.name, cast(BinaryIO, spool), item.options, origin=item.origin, url=item.url)
            yield from document.read(whole)
            return
        budget = Budget(item.options.limits, packed_size=packed)
        for member in archive.infolist():
            if member.is_dir():
                continue
            origin = f"{item.origin}!/{member.filename}"
            budget.member()
            try:
                with archive.open(member) as stream:
                    yield from _member(item, member.filename, cast(BinaryIO, stream), budget, origin)
            except TooLargeError:
                raise
            except _FAULTS as error:
                what = "is locked with a password" if member.flag_bits & 1 else f"is broken ({error})"
                yield unreadable(origin, f"{origin} {what}; unpack it by hand", item.head)


@register("tar", (".tar",), _is_tar, priority=100)
def read_tar(item: Item) -> Iterator[Article | Unreadable]:
    """Articles of every ordinary file in a tar archive, as a stream; links and devices are passed over."""
    if refused := _too_deep(item):
        yield refused
        return
    packed = Counted(cast(BinaryIO, item.stream))
    budget = Budget(item.options.limits, packed)
    try:
        with tarfile.open(fileobj=io.BufferedReader(packed), mode="r|") as archive:
            for member in archive:
                stream = archive.extractfile(member) if member.isreg() else None
                if stream is None:
                    continue
                budget.member()
                yield from _member(item, member.name, cast(BinaryIO, stream), budget, f"{item.origin}!/{member.name}")
    except TooLargeError:
        raise
    except _FAULTS as error:
        yield unreadable(
            item.origin, f"{item.origin} is a broken tar file ({error}) after {budget.members} members", item.head
        )


@register("packed", (".gz", ".bz2", ".xz", ".tgz"), _is_packed, priority=100)
def read_packed(item: Item) -> Iterator[Article | Unreadable]:
    """Articles of a single compressed file, read under the name without its last suffix."""
    if refused := _too_deep(item):
        yield refused
        return
    opener = next(opener for magic, opener in _PACKERS.items() if item.head.startswith(magic))
    packed = Counted(cast(BinaryIO, item.stream))
    stream = opener(cast(BinaryIO, io.BufferedReader(packed)))
    budget = Budget(item.options.limits, packed)
    name = (
        item.name[: -len(item.suffix)] if item.suffix in (".gz", ".bz2", ".xz") else item.name.replace(".tgz", ".tar")
    )
    yield from _member(item, name, cast(BinaryIO, stream), budget, item.origin)


def _document(archive: zipfile.ZipFile, suffix: str) -> Reader | None:
    """The format of a document that is packed as a zip file, the suffix's if there are several; None for an archive."""
    names = set(archive.namelist())
    packed = [reader for reader in registry().values() if reader.member]
    found = [reader for reader in packed if reader.member in names]
    return next((reader for reader in packed if suffix in reader.suffixes), found[0]) if found else None


def _member(item: Item, name: str, stream: BinaryIO, budget: Budget, origin: str) -> Iterator[Article | Unreadable]:
    """Articles of one member; what breaks off while it is read is reported with it."""
    try:
        inner = Item(name, cast(BinaryIO, Bounded(stream, budget)), item.options, origin=origin, depth=item.depth + 1)
    except TooLargeError:
        raise
    except _FAULTS as error:
        yield unreadable(origin, f"{origin} cannot be unpacked ({error}); fetch the archive again", item.head)
        return
    yield from read_item(inner)


def _too_deep(item: Item) -> Unreadable | None:
    if item.depth <= item.options.limits.depth:
        return None
    return unreadable(item.origin, f"{item.origin} lies in too many archives; unpack the outer ones first", item.head)


def _spool(item: Item, spool: BinaryIO) -> int:
    """Copy a stream where it can be searched: zip files keep their contents list at the end. Returns its size in
    bytes."""
    size = 0
    while data := item.stream.read(1 << 20):
        size += len(data)
        if size > item.options.limits.unpacked:
            raise TooLargeError(f"larger than {item.options.limits.unpacked >> 20} MiB; split it")
        spool.write(data)
    spool.seek(0)
    return size
