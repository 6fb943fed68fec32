"""Tables with a header row: CSV and TSV, one article a row. Columns are named as in JSON Lines or through the column
map."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import chain, islice

from khabar.ingest.columns import FIELDS, level, names_text
from khabar.ingest.encoding import decode
from khabar.ingest.read import unreadable
from khabar.ingest.readers import Item, Unreadable, register
from khabar.ingest.readers.jsonl import row_article
from khabar.model import Article

_HEADS = 10
"""Lines among which the one stands that names the columns."""
_STATED = re.compile(r"\ufeff?\s*[\"']?sep=(.)", re.IGNORECASE)


def _sniff(head: bytes) -> bool:
    """A first line of names, one of them a text column's."""
    line = decode(head)[0].split("\n", 1)[0]
    names = {level(name.strip().strip('"')) for separator in ",;\t" for name in line.split(separator)}
    return not FIELDS["text"].keys().isdisjoint(names) and any(separator in line for separator in ",;\t")


@register("csv", (".csv", ".tsv"), _sniff, priority=1)
def read(item: Item) -> Iterator[Article | Unreadable]:
    """Articles of a table, as a stream. A row that cannot be parsed or has no text costs that row alone."""
    name = decode(item.head)[1].split("+")[0]
    encoding = "utf-8-sig" if name == "utf-8" else name
    csv.field_size_limit(max(item.options.limits.line, 131_072))
    lines = io.TextIOWrapper(item.stream, encoding=encoding, errors="replace", newline="")
    opening = list(islice(lines, _HEADS))
    separator, at = _head(opening, item.options.columns)
    if at is None:
        names = next((line.strip() for line in opening if line.strip("\ufeff \t\r\n")), "").strip("\ufeff")[:120]
        reason = f"{item.origin} has no column of texts; name it with --column text=NAME"
        yield unreadable(item.origin, f"{reason} (it begins with: {names})" if names else reason, item.head)
        return
    header = [column.strip("\ufeff ") for column in next(csv.reader([opening[at]], delimiter=separator), [])]
    ended: list[bool] = []
    rows = csv.reader(_noting_end(chain(opening[at + 1 :], lines), ended), delimiter=separator)
    number = at + 1
    while True:
        number += 1
        origin = f"{item.origin}:{number}"
        try:
            cells = next(rows)
        except StopIteration:
            return
        except csv.Error as error:
            yield unreadable(origin, f"{origin} is no valid row ({error}); correct its quotes", item.head)
            continue
        if ended:  # in the midst of a row
            sample = separator.join(cells)[:4096].encode("utf-8", "replace")
            yield unreadable(origin, f"{origin} opens a quotation mark that is not closed; close it", sample)
        elif any(cell.strip() for cell in cells):
            yield _article(cells, header, separator, origin, item)


def _noting_end(lines: Iterable[str], ended: list[bool]) -> Iterator[str]:
    """The lines, and a note in ``ended`` once there are no more."""
    yield from lines
    ended.append(True)


def _head(opening: list[str], columns: Mapping[str, str]) -> tuple[str, int | None]:
    """The separator, and the line that names the columns among the first ones of a table; lines of other content may
    stand before it, and one that states the separator (``sep=;``)."""
    for number, line in enumerate(opening):
        stated = _STATED.match(line)
        separator = stated.group(1) if stated else max(",;\t|", key=line.count)
        if not stated and names_text(next(csv.reader([line.strip("\ufeff")], delimiter=separator), []), columns):
            return separator, number
    return ",", None


def _article(cells: list[str], header: list[str], separator: str, origin: str, item: Item) -> Article | Unreadable:
    sample = separator.join(cells)[:4096].encode("utf-8", "replace")
    while len(cells) > len(header) and not cells[-1].strip():
        cells = cells[:-1]
    if len(cells) > len(header):
        reason = f"{origin} has {len(cells)} cells under {len(header)} columns; quote cells that hold {separator!r}"
        return unreadable(origin, reason, sample)
    return row_article(dict(zip(header, cells, strict=False)), item.options.columns, origin, sample)
