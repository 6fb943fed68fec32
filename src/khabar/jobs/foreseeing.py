"""The articles that a run would extract from, for an estimate before it; nothing is written."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from pathlib import Path

from khabar.jobs import rows
from khabar.model import Article
from khabar.store import Store


def articles_of(
    paths: Iterable[str | Path], store: str | os.PathLike[str], *, reader: str | None = None
) -> Iterator[Article]:
    """The articles of ``paths`` that are not in ``store`` yet."""
    from khabar.ingest.read import read_paths

    found = (item for item in read_paths(paths, reader=reader, split=True) if isinstance(item, Article))
    if not os.path.exists(store):
        yield from found
        return
    with Store.open(store, read_only=True) as opened:
        yield from (article for article in found if opened.find(article) is None)


def articles_in(lines: Iterable[str | bytes]) -> Iterator[Article]:
    """The articles of usable rows of JSON Lines."""
    for number, line in enumerate(lines):
        if line.strip():
            try:
                yield rows.article_of(rows.parse(line), str(number))
            except rows.BadRowError:
                continue
