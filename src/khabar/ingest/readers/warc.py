"""Web archives (WARC, plain or gzip by record): one article a page.

A record that is damaged costs itself alone: in a compressed archive reading goes on at the next gzip member, in a
plain one at the next line that opens a record. Records are bounded in size before and after unpacking.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator

import msgspec

from khabar.ingest.encoding import decode
from khabar.ingest.read import unreadable
from khabar.ingest.readers import Item, Unreadable, register
from khabar.ingest.readers.html import TooDeepError, page_article
from khabar.model import Article, Dating

_CHUNK = 1 << 18
_GZIP = b"\x1f\x8b\x08"
_OPEN = b"WARC/1."
_HEADERS = 1 << 16
_TEXT_TYPES = ("text/html", "application/xhtml", "text/plain")
_CHARSET = re.compile(r"charset\s*=\s*[\"']?([A-Za-z0-9_.:-]{2,40})", re.IGNORECASE)
_META = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([A-Za-z0-9_.:-]{2,40})", re.IGNORECASE)


class Broken(ValueError):  # noqa: N818
    """A record that cannot be read; the message says what is wrong with it."""


def _sniff(head: bytes) -> bool:
    if head.startswith(_OPEN):
        return True
    if not head.startswith(_GZIP):
        return False
    try:
        return zlib.decompressobj(31).decompress(head, 16).startswith(_OPEN)
    except zlib.error:
        return False


@register("warc", (".warc",), _sniff, priority=120)
def read(item: Item) -> Iterator[Article | Unreadable]:
    """Articles of all page records, as a stream; records of other kinds (requests, pictures, scripts) are passed
    over."""
    records = _packed_records(item) if item.head.startswith(_GZIP) else _plain_records(item)
    for number, record in enumerate(records, 1):
        origin = f"{item.origin}#{number}"
        if isinstance(record, Broken):
            yield unreadable(origin, f"{origin} is damaged ({record}); fetch the page again", record.args[1])
            continue
        try:
            found = _page(record, origin)
        except Broken as error:
            yield unreadable(origin, f"{origin} is damaged ({error}); fetch the page again", record)
            continue
        if found is not None:
            yield found


def _packed_records(item: Item) -> Iterator[bytes | Broken]:
    """Records of a gzip archive, unpacked one member at a time."""
    limits = item.options.limits
    buffer = b""
    ended = False
    while buffer or not ended:
        member = zlib.decompressobj(31)
        parts: list[bytes] = []
        size = used = 0
        try:
            while not member.eof:
                if not buffer:
                    buffer = item.stream.read(_CHUNK)
                    ended = not buffer
                    if ended:
                        break
                part = member.decompress(buffer, _CHUNK * 4)
                used += len(buffer) - len(member.unconsumed_tail) - len(member.unused_data)
                buffer = member.unconsumed_tail or member.unused_data
                size += len(part)
                parts.append(part)
                if size > limits.file or (size > 1 << 24 and size > limits.ratio * max(used, 1)):
                    raise Broken("it unpacks beyond its bounds", parts[0][:256])
            if size:
                yield b"".join(parts) if member.eof else Broken("it breaks off", b"".join(parts)[:256])
        except (zlib.error, Broken) as error:
            yield Broken(str(error.args[0]), b"".join(parts)[:256] or buffer[:256])
            buffer, ended = _next_member(item, buffer)


def _next_member(item: Item, buffer: bytes) -> tuple[bytes, bool]:
    """Skip to the next place a gzip member of a record opens."""
    at = 1
    while True:
        at = buffer.find(_GZIP, at)
        if at >= 0 and len(buffer) - at >= 512:
            if _sniff(buffer[at : at + 4096]):
                return buffer[at:], False
            at += 1
            continue
        more = item.stream.read(_CHUNK)
        if not more:
            return (buffer[at:], False) if at >= 0 and _sniff(buffer[at:]) else (b"", True)
        keep = max(at, 0) if at >= 0 else max(len(buffer) - 2, 0)
        buffer, at = buffer[keep:] + more, 0


def _plain_records(item: Item) -> Iterator[bytes | Broken]:
    """Records of an archive that is not compressed, cut where the next one opens."""
    limit = item.options.limits.file
    lines: list[bytes] = []
    size = 0
    while line := item.stream.readline(_CHUNK):
        if line.startswith(_OPEN) and lines and lines[-1] in (b"\r\n", b"\n"):
            yield b"".join(lines) if size <= limit else Broken("it is beyond the size limit", lines[0][:256])
            lines, size = [], 0
        size += len(line)
        if size <= limit:
            lines.append(line)
    if lines:
        yield b"".join(lines) if size <= limit else Broken("it is beyond the size limit", lines[0][:256])


def _page(record: bytes, origin: str) -> Article | None:
    """The article of a response, resource or conversion record; None for other kinds and other content."""
    headers, block = _split(record, "WARC header")
    kind = headers.get("warc-type", "")
    if kind not in ("response", "resource", "conversion"):
        return None
    length = headers.get("content-length", "")
    if not length.isdigit() or len(block) < int(length):
        raise Broken("it is shorter than it says", record[:256])
    block = block[: int(length)]
    content = headers.get("content-type", "").lower()
    if kind == "response" and content.startswith("application/http"):
        inner, block = _split(block, "HTTP header")
        status = inner.get("", "").split(" ")
        if len(status) > 1 and not status[1].startswith("2"):
            return None
        content = inner.get("content-type", "text/html").lower()
        block = _decoded(block, inner)
    if not content.startswith(_TEXT_TYPES):
        return None
    return _article(block, content, origin, headers)


def _article(block: bytes, content: str, origin: str, headers: dict[str, str]) -> Article | None:
    declared = _META.search(block[:8192])
    hint = _CHARSET.search(content)
    charset = declared.group(1).decode("ascii") if declared else hint.group(1) if hint else None
    text, _ = decode(block, charset)
    url = headers.get("warc-target-uri", "").strip("<>") or None
    if content.startswith("text/plain"):
        from khabar.ingest.read import article

        return article(text, origin=origin, url=url) if text.strip() else None
    try:
        found = page_article(text, origin, url)
    except TooDeepError as error:
        raise Broken(f"its page {error}", block[:256]) from error
    if found is None or found.dating is not None:
        return found
    day = headers.get("warc-date", "")[:10]
    return (
        msgspec.structs.replace(found, dating=Dating(value=day, how="metadata: crawl day", sure=0.3)) if day else found
    )


def _split(data: bytes, what: str) -> tuple[dict[str, str], bytes]:
    """Header fields by lower-case name (the first line under the empty name) and what follows them."""
    found = re.search(rb"\r?\n\r?\n", data[:_HEADERS])
    if not found:
        raise Broken(f"its {what} does not end", data[:256])
    lines = data[: found.start()].decode("utf-8", "replace").splitlines()
    fields = {"": lines[0] if lines else ""}
    for line in lines[1:]:
        name, colon, value = line.partition(":")
        if colon:
            fields.setdefault(name.strip().lower(), value.strip())
    return fields, data[found.end() :]


def _decoded(block: bytes, fields: dict[str, str]) -> bytes:
    """The body of an HTTP message without its transfer and content encodings."""
    if fields.get("transfer-encoding", "").lower() == "chunked":
        block = _unchunked(block)
    packing = fields.get("content-encoding", "").lower()
    if packing in ("gzip", "x-gzip", "deflate") and block[:1] not in (b"<", b" "):
        try:
            return zlib.decompressobj(47).decompress(block, 1 << 26)
        except zlib.error as error:
            raise Broken(f"its body is no valid {packing}: {error}", block[:256]) from error
    if packing in ("br", "zstd"):
        raise Broken(f"its body is packed with {packing}, which is not read", block[:256])
    return block


def _unchunked(block: bytes) -> bytes:
    """Chunks joined; a body that was already joined when it was archived comes back as it is."""
    parts: list[bytes] = []
    at = 0
    while True:
        found = re.compile(rb"([0-9A-Fa-f]{1,8})[^\r\n]{0,64}\r?\n").match(block, at)
        if not found:
            return b"".join(parts) if parts else block
        size = int(found.group(1), 16)
        if size == 0:
            return b"".join(parts)
        parts.append(block[found.end() : found.end() + size])
        at = found.end() + size
        at += 2 if block[at : at + 2] == b"\r\n" else 0
