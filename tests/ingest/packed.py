"""Small documents and spreadsheets for tests, in the least that their formats ask for."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping, Sequence
from xml.sax.saxutils import escape

_WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_MARKUP = "http://schemas.openxmlformats.org/markup-compatibility/2006"
_SHEET = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_LINKS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"


def zipped(members: Mapping[str, str | bytes]) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return packed.getvalue()


def word(body: str) -> bytes:
    """A Word document with this body (``w:`` elements)."""
    xml = f'<w:document xmlns:w="{_WORD}" xmlns:mc="{_MARKUP}"><w:body>{body}</w:body></w:document>'
    return zipped({"[Content_Types].xml": "<Types/>", "word/document.xml": xml, "word/header1.xml": "<w/>"})


def paragraphs(*texts: str) -> str:
    """Paragraphs of a Word document."""
    return "".join(f"<w:p><w:r><w:t>{escape(text)}</w:t></w:r></w:p>" for text in texts)


def open_document(body: str) -> bytes:
    """An OpenDocument text with this body (``text:`` elements)."""
    names = "urn:oasis:names:tc:opendocument:xmlns"
    xml = (
        f'<office:document-content xmlns:office="{names}:office:1.0" xmlns:text="{names}:text:1.0">'
        f"<office:body><office:text>\n {body}\n</office:text></office:body></office:document-content>"
    )
    kind = "application/vnd.oasis.opendocument.text"
    return zipped({"mimetype": kind, "content.xml": xml, "META-INF/manifest.xml": "<manifest/>"})


def sheet(rows: Sequence[Sequence[str | float]]) -> bytes:
    """An Excel workbook of one sheet, called one; numbers are shown as days."""
    cells = "".join(f"<row>{''.join(_cell(value) for value in row)}</row>" for row in rows)
    types = f"{_PACKAGE}/content-types"
    kind = "application/vnd.openxmlformats-officedocument.spreadsheetml"
    return zipped({
        "[Content_Types].xml": (
            f'<Types xmlns="{types}"><Default Extension="rels" '
            'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            f'<Override PartName="/xl/workbook.xml" ContentType="{kind}.sheet.main+xml"/>'
            f'<Override PartName="/xl/worksheets/sheet1.xml" ContentType="{kind}.worksheet+xml"/></Types>'
        ),
        "_rels/.rels": _relations("officeDocument", "xl/workbook.xml"),
        "xl/_rels/workbook.xml.rels": _relations("worksheet", "worksheets/sheet1.xml", ("styles", "styles.xml")),
        "xl/workbook.xml": (
            f'<workbook xmlns="{_SHEET}" xmlns:r="{_LINKS}"><sheets><sheet name="one" sheetId="1" r:id="r0"/></sheets>'
            "</workbook>"
        ),
        "xl/styles.xml": (
            f'<styleSheet xmlns="{_SHEET}"><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs>'
            "</styleSheet>"
        ),
        "xl/worksheets/sheet1.xml": f'<worksheet xmlns="{_SHEET}"><sheetData>{cells}</sheetData></worksheet>',
    })  # fmt: skip


def _cell(value: str | float) -> str:
    if isinstance(value, str):
        return f'<c t="inlineStr"><is><t>{escape(value)}</t></is></c>'
    return f'<c s="1"><v>{value}</v></c>'


def _relations(kind: str, target: str, *more: tuple[str, str]) -> str:
    told = "".join(
        f'<Relationship Id="r{number}" Type="{_LINKS}/{name}" Target="{path}"/>'
        for number, (name, path) in enumerate([(kind, target), *more])
    )
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{told}</Relationships>'
