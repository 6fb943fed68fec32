"""Tables with a header row: CSV and TSV, one article a row. Columns are named as in JSON Lines or through the column
map."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator

from khabar.ingest.columns import FIELDS, level
from khabar.ingest.encoding import decode
from khabar.ingest.read import unreadable
from khabar.ingest.readers import Item, Unreadable, register
from khabar.ingest.readers.jsonl import row_article
from khabar.model import Article


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
    first = lines.readline().lstrip("\ufeff")
    separator = max(",;\t|", key=first.count)
    header = next(csv.reader([first], delimiter=separator), [])
    header = [column.strip() for column in header]
    rows = csv.reader(lines, delimiter=separator)
    number = 1
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
        if not any(cell.strip() for cell in cells):
            continue
        sample = separator.join(cells)[:4096].encode("utf-8", "replace")
        if len(cells) > len(header):
            reason = f"{origin} has {len(cells)} cells under {len(header)} columns; quote cells that hold {separator!r}"
            yield unreadable(origin, reason, sample)
            continue
        yield row_article(dict(zip(header, cells, strict=False)), item.options.columns, origin, sample)
