"""Spreadsheets (Excel, OpenDocument): one article a row below a row of names, on every sheet that has one for texts.
Columns are named as in JSON Lines or through the column map."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime
from typing import Any

from khabar.ingest.bounds import Budget
from khabar.ingest.columns import names_text
from khabar.ingest.read import unreadable
from khabar.ingest.readers import Item, Unreadable, register
from khabar.ingest.readers.jsonl import row_article
from khabar.model import Article

_OLD = b"\xd0\xcf\x11\xe0"
_HEADS = 10
"""Rows among which a sheet names its columns."""


Sheets = list[tuple[str, Sequence[Sequence[Any]]]]
"""Names and rows."""


class DamagedError(ValueError):
    """A spreadsheet that cannot be taken apart; the message is the parser's."""


@register(
    "sheets",
    (".xlsx", ".xlsm", ".xlsb", ".xls", ".ods"),
    lambda head: head.startswith(_OLD),
    priority=100,
    member="xl/workbook.xml",
)
def read(item: Item) -> Iterator[Article | Unreadable]:
    """Articles of a spreadsheet's rows, sheet by sheet."""
    data = item.read()
    try:
        _measure(data, item)
        sheets = _sheets(data)
    except (DamagedError, zipfile.BadZipFile, zlib.error, EOFError, RuntimeError) as error:
        what = "an old Office document or a damaged spreadsheet" if data.startswith(_OLD) else "a damaged spreadsheet"
        reason = f"{item.origin} is {what} ({str(error)[:120]}); save it as .docx, .xlsx or text first"
        yield unreadable(item.origin, reason, data)
        return
    found = [(name, rows, head) for name, rows in sheets if (head := _head(rows, item.options.columns)) is not None]
    if not found:
        names = ", ".join(str(cell) for _, rows in sheets for row in rows[:1] for cell in row if cell != "")[:120]
        reason = f"{item.origin} has no column of texts; name it with --column text=NAME"
        yield unreadable(item.origin, f"{reason} (it has: {names})" if names else reason, data)
    for name, rows, head in found:
        yield from _articles(rows, head, f"{item.origin}#{name}", item)


def _measure(data: bytes, item: Item) -> None:
    """Unpack a zipped spreadsheet within bounds once, before a parser that knows none does. Raises TooLargeError."""
    if not zipfile.is_zipfile(io.BytesIO(data)):
        return
    budget = Budget(item.options.limits, packed_size=len(data))
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        for member in archive.infolist():
            budget.member()
            with archive.open(member) as stream:
                while part := stream.read(1 << 20):
                    budget.spend(len(part))


def _sheets(data: bytes) -> Sheets:
    """Every sheet's name and rows. Raises DamagedError."""
    from python_calamine import CalamineError, CalamineWorkbook

    try:
        book = CalamineWorkbook.from_filelike(io.BytesIO(data))
        return [(name, book.get_sheet_by_name(name).to_python(skip_empty_area=False)) for name in book.sheet_names]
    except CalamineError as error:
        raise DamagedError(str(error)) from error
    except BaseException as error:  # a fault of the parser's own reaches Python as no Exception
        if type(error).__name__ != "PanicException":
            raise
        raise DamagedError(str(error)) from error


def _head(rows: Sequence[Sequence[Any]], columns: Mapping[str, str]) -> int | None:
    """The row that names the columns, among them one for texts; None where there is none."""
    return next((number for number, row in enumerate(rows[:_HEADS]) if names_text(row, columns)), None)


def _articles(rows: Sequence[Sequence[Any]], head: int, origin: str, item: Item) -> Iterator[Article | Unreadable]:
    names = [str(cell).strip() for cell in rows[head]]
    for number, row in enumerate(rows[head + 1 :], head + 2):
        cells = {name: _value(cell) for name, cell in zip(names, row, strict=False) if name and cell != ""}
        if cells:
            sample = "\t".join(str(cell) for cell in cells.values())[:4096].encode("utf-8", "replace")
            yield row_article(cells, item.options.columns, f"{origin}:{number}", sample)


def _value(cell: Any) -> Any:
    """A cell as a record has it: days as ISO, numbers without a decimal point where they need none."""
    if isinstance(cell, datetime) and (cell.hour, cell.minute, cell.second) == (0, 0, 0):
        return cell.date().isoformat()
    if isinstance(cell, date):
        return cell.isoformat()
    return int(cell) if isinstance(cell, float) and cell.is_integer() else cell
