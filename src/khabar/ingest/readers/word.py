"""Documents of word processors: Office Open XML (``.docx``), OpenDocument (``.odt``) and RTF.

Text is taken paragraph by paragraph as it stands in the body: no comments, notes, heads and feet of pages, nothing
that was struck out while changes were tracked.
"""

from __future__ import annotations

import io
import re
import xml.etree.ElementTree as ET
import zipfile
import zlib
from collections.abc import Callable, Iterator

from khabar.ingest.bounds import Bounded, Budget
from khabar.ingest.encoding import decode
from khabar.ingest.read import article, unreadable
from khabar.ingest.readers import Item, Unreadable, register
from khabar.model import Article
from khabar.text import LETTER

_BODY = "word/document.xml"
_CONTENT = "content.xml"
_RTF = b"{\\rtf"
_DECLARES = re.compile(rb"<!(?:DOCTYPE|ENTITY)")
_PAGE = "\n\f\n"
_PASSED_OVER = frozenset(
    ("Fallback", "del", "moveFrom", "note", "annotation", "tracked-changes", "forms", "sequence-decls")
)
"""Elements whose text is none of the body's: what is there twice, struck out, or said beside it."""
_SIGNS = {"tab": "\t", "br": "\n", "cr": "\n", "line-break": "\n", "noBreakHyphen": "-", "s": " ", "p": "\n", "h": "\n"}
"""What elements that hold no letters stand for, and what stands at the end of those of a paragraph."""
_FAULTS = (ET.ParseError, zipfile.BadZipFile, zlib.error, KeyError, OSError, EOFError)


class DocumentError(ValueError):
    """A document that cannot be taken apart; the message says why and what to do."""


@register("word", (".docx", ".docm", ".dotx"), lambda head: False, member=_BODY)
def read_word(item: Item) -> Iterator[Article | Unreadable]:
    """The article of a Word document."""
    yield _read(item, _BODY, _word_text)


@register("opendocument", (".odt", ".ott"), lambda head: False, member="META-INF/manifest.xml")
def read_opendocument(item: Item) -> Iterator[Article | Unreadable]:
    """The article of an OpenDocument text."""
    yield _read(item, _CONTENT, _open_text)


@register("rtf", (".rtf",), lambda head: head.lstrip().startswith(_RTF), priority=100)
def read_rtf(item: Item) -> Iterator[Article | Unreadable]:
    """The article of a document in Rich Text Format, its letters by code point or in any of its fonts' code pages."""
    from striprtf.striprtf import rtf_to_text

    data = item.read()
    if not data.lstrip().startswith(_RTF):
        yield unreadable(item.origin, f"{item.origin} is no Rich Text Format; read it without --reader", data)
        return
    source = data.decode("ascii") if data.isascii() else decode(data)[0]
    text: str = rtf_to_text(source, errors="replace")  # type: ignore[no-untyped-call]
    yield _article(text, item, data)


def _read(item: Item, member: str, text: Callable[[ET.Element], Iterator[str]]) -> Article | Unreadable:
    data = item.read()
    try:
        root = ET.fromstring(_member(data, member, item))
    except DocumentError as error:
        return unreadable(item.origin, f"{item.origin} {error}", data)
    except _FAULTS as error:
        reason = f"{item.origin} is a damaged document ({error}); open it and save it anew, or as a text file"
        return unreadable(item.origin, reason, data)
    return _article("".join(text(root)).strip(), item, data)


def _member(data: bytes, name: str, item: Item) -> bytes:
    """A member of the document's container, unpacked within bounds. Raises DocumentError where it declares entities,
    which no document needs, or is locked."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        if archive.getinfo(name).flag_bits & 1:
            raise DocumentError("is locked with a password; save an open copy")
        with archive.open(name) as stream:
            xml = io.BufferedReader(Bounded(stream, Budget(item.options.limits, packed_size=len(data)))).read()  # type: ignore[arg-type]
    if _DECLARES.search(xml):
        raise DocumentError("declares entities of its own, as no document needs to; save it as a text file")
    return xml


def _article(text: str, item: Item, data: bytes) -> Article | Unreadable:
    if not LETTER.search(text):
        return unreadable(item.origin, f"{item.origin} is a document without text; there is nothing to read", data)
    return article(text, origin=item.origin, url=item.url)


def _word_text(root: ET.Element) -> Iterator[str]:
    """The text of ``w:document``: what its ``w:t`` hold."""
    for element, name, ends in _walk(root):
        if not ends and name == "t":
            yield element.text or ""
        elif not ends and name == "br" and any(value == "page" for value in element.attrib.values()):
            yield _PAGE
        elif ends and name in _SIGNS:
            yield _SIGNS[name]


def _open_text(root: ET.Element) -> Iterator[str]:
    """The text of ``office:document-content``: all that stands in its paragraphs and headings."""
    depth = 0
    for element, name, ends in _walk(root):
        depth += (name in ("p", "h")) * (-1 if ends else 1)
        if ends and name in _SIGNS:
            yield _SIGNS[name]
        if depth:
            yield (element.tail if ends else element.text) or ""


def _walk(root: ET.Element) -> Iterator[tuple[ET.Element, str, bool]]:
    """Elements in order with their names, each as it begins and as it ends; of those passed over only their ends."""
    pending = [(root, False)]
    while pending:
        element, ends = pending.pop()
        name = element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""
        if ends or name in _PASSED_OVER:
            yield element, "" if name in _PASSED_OVER else name, True
            continue
        yield element, name, False
        pending.append((element, True))
        pending += [(child, False) for child in reversed(element)]
