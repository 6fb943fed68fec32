"""Parquet tables: one article a row. Columns are named as in JSON Lines or through the column map. Reading them needs
pyarrow (``pip install 'khabar[tables]'``)."""

from __future__ import annotations

import io
from collections.abc import Iterator

from khabar.ingest.read import unreadable
from khabar.ingest.readers import Item, Unreadable, register
from khabar.ingest.readers.jsonl import row_article
from khabar.model import Article

_MAGIC = b"PAR1"
_ROWS = 256
"""Rows taken at once."""


@register("parquet", (".parquet",), lambda head: head.startswith(_MAGIC), priority=100)
def read(item: Item) -> Iterator[Article | Unreadable]:
    """Articles of a Parquet table's rows, as a stream."""
    data = item.read()
    try:
        from pyarrow import ArrowException, parquet
    except ImportError:
        reason = f"{item.origin} is a Parquet table; install what reads it with pip install 'khabar[tables]'"
        yield unreadable(item.origin, reason, data)
        return
    try:
        table = parquet.ParquetFile(io.BytesIO(data))
        number = 0
        for batch in table.iter_batches(batch_size=_ROWS):
            for row in batch.to_pylist():
                number += 1
                cells = {name: cell.isoformat() if hasattr(cell, "isoformat") else cell for name, cell in row.items()}
                sample = str(cells)[:1000].encode("utf-8", "replace")
                yield row_article(cells, item.options.columns, f"{item.origin}:{number}", sample)
    except (ArrowException, OSError) as error:
        reason = f"{item.origin} is a damaged Parquet table ({str(error)[:120]}); write it again"
        yield unreadable(item.origin, reason, data)
