"""PDF files: the text of their pages by where its glyphs stand (PDFium tells where), without running heads, page
numbers and what a browser prints around a page."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from khabar.ingest import running
from khabar.ingest.read import article, unreadable
from khabar.ingest.readers import Item, TooLargeError, Unreadable, register
from khabar.ingest.typeset import Glyph, Line, lines, paragraphs
from khabar.model import Article
from khabar.text import LETTER

_MAGIC = b"%PDF-"
_ARABIC = re.compile("[\u0600-\u06ff]")


@register("pdf", (".pdf",), lambda head: _MAGIC in head[:1024], priority=100)
def read(item: Item) -> Iterator[Article | Unreadable]:
    """One article of all pages; an Unreadable for a file that is locked, damaged or holds pictures of pages."""
    import pypdfium2

    data = item.read()
    try:
        with pypdfium2.PdfDocument(data) as document:
            pages = list(_pages(document, item.options.limits.text))
            title = document.get_metadata_value("Title")
    except pypdfium2.PdfiumError as error:
        what = (
            "is locked with a password; save an open copy" if "assword" in str(error) else "is damaged; fetch it again"
        )
        yield unreadable(item.origin, f"{item.origin} is a PDF that {what}, or save its text as a text file", data)
        return
    text = paragraphs(running.body(pages))
    if not LETTER.search(text):
        reason = f"{item.origin} is a PDF of pictures without text; recognise its text first (OCR)"
        yield unreadable(item.origin, reason, data)
        return
    url = item.url or running.address(pages)
    yield article(text, origin=item.origin, url=url, title=title if _ARABIC.search(title) else None)


def _pages(document: Any, longest: int) -> Iterator[list[Line]]:
    """The lines of each page. Raises TooLargeError past ``longest`` letters."""
    letters = 0
    for page in document:
        found = _lines(page)
        letters += sum(len(line.text) for line in found)
        if letters > longest:
            raise TooLargeError(f"a PDF of more than {longest} letters; split it")
        yield found


def _lines(page: Any) -> list[Line]:
    text = page.get_textpage()
    try:
        return lines(_glyphs(text))
    finally:
        text.close()
        page.close()


def _glyphs(text: Any) -> Iterator[Glyph]:
    """The glyphs of a page in the order they are drawn, in points."""
    from ctypes import c_double

    import pypdfium2.raw as pdfium

    box, matrix, x, y = pdfium.FS_RECTF(), pdfium.FS_MATRIX(), c_double(), c_double()
    for number in range(text.count_chars()):
        code = pdfium.FPDFText_GetUnicode(text, number)
        if pdfium.FPDFText_IsGenerated(text, number) or not 32 < code < 0x110000:
            continue
        if not pdfium.FPDFText_GetLooseCharBox(text, number, box):
            continue
        pdfium.FPDFText_GetCharOrigin(text, number, x, y)
        pdfium.FPDFText_GetMatrix(text, number, matrix)
        size = pdfium.FPDFText_GetFontSize(text, number) * (matrix.c**2 + matrix.d**2) ** 0.5
        yield Glyph(chr(code), x.value, box.left, box.right, y.value, size or 1.0)
