"""Which claims are about one event: across articles, in bulk or as they arrive."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from khabar.linking.linker import Change, Linker
from khabar.linking.model import Model, shipped
from khabar.model import Article, Claim, Extraction

__all__ = ["Change", "Linker", "Model", "link_claims", "shipped"]


def link_claims(
    rows: Sequence[tuple[Article, Extraction | Sequence[Claim]]], model: Model | None = None
) -> list[list[str]]:
    """For each article one event id per claim, unique over all rows; ``model`` in the place of the shipped one.

    A row is an article and what was extracted from it, or its claims alone. Ids come from the first claim of an event
    in the order of rows: rows added at the end leave them as they are. ValueError where two articles have one id.
    """
    linker = Linker(model)
    linker.add_all([_row(article, found) for article, found in rows])
    return [linker.ids(article.id) for article, _ in rows]


def _row(article: Article, found: Extraction | Sequence[Claim]) -> tuple[Article, Sequence[Claim]]:
    """The article with the day of publication that was found in its text, where it gives none, and its claims."""
    if not isinstance(found, Extraction):
        return article, found
    if article.published is None and article.dating is None and found.dating is not None:
        article = msgspec.structs.replace(article, dating=found.dating)
    return article, found.claims
