"""Which claims are about one event: across articles, in bulk or as they arrive."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

import msgspec

from khabar.linking.linker import Change, Linker
from khabar.linking.model import Model, shipped
from khabar.model import Article, Claim, Extraction

__all__ = ["Change", "Linker", "Model", "link_claims", "row", "shipped"]


def link_claims(
    rows: Iterable[tuple[Article, Extraction | Sequence[Claim]]], model: Model | None = None
) -> list[list[str]]:
    """For each article one event id per claim, unique over all rows; ``model`` in the place of the shipped one.

    A row is an article and what was extracted from it, or its claims alone; rows are taken one at a time and not kept.
    Ids come from the first claim of an event in the order of rows: rows added at the end leave them as they are.
    ValueError where two articles have one id.
    """
    linker, ids = Linker(model), list[str]()

    def taken() -> Iterator[tuple[Article, Sequence[Claim]]]:
        for article, found in rows:
            ids.append(article.id)
            yield row(article, found)

    linker.add_all(taken())
    return [linker.ids(one) for one in ids]


def row(article: Article, found: Extraction | Sequence[Claim]) -> tuple[Article, Sequence[Claim]]:
    """The article with the day of publication that was found in its text, where it gives none, and its claims."""
    if not isinstance(found, Extraction):
        return article, found
    if article.published is None and article.dating is None and found.dating is not None:
        article = msgspec.structs.replace(article, dating=found.dating)
    return article, found.claims
