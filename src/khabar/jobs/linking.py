"""Link claims to events: those of a store, or rows of coded claims."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator

from khabar.jobs.copying import find_copies
from khabar.model import Article, Extraction
from khabar.store import Store, StoredResponse


def link_extractions(rows: Iterable[tuple[Article, Extraction]]) -> list[list[str]]:
    """For each article one event id per claim, unique over all rows, which are taken one at a time."""
    from khabar.linking import link_claims

    counts: list[int] = []

    def counted() -> Iterator[tuple[Article, Extraction]]:
        for article, extraction in rows:
            counts.append(len(extraction.claims))
            yield article, extraction

    events = link_claims(counted())
    if [len(ids) for ids in events] != counts:
        raise RuntimeError("linking has to give one event id for each claim")
    return events


def link_store(store: Store) -> int:
    """Link all claims of ``store`` anew, find what is printed more than once and what is told to answer what; gives how
    many events stand. Ids of events that merged keep resolving."""
    articles: list[str] = []

    def noted() -> Iterator[tuple[Article, Extraction]]:
        for article, extraction in store.extractions():
            articles.append(article.id)
            yield article, extraction

    linked = zip(link_extractions(noted()), articles, strict=True)
    events = store.assign_events({(article, n): event for ids, article in linked for n, event in enumerate(ids)})
    derive(store)
    return events


def link_new(store: Store) -> int:
    """Link the claims of ``store`` that are not linked yet, where they are few, without comparing all others anew
    (:mod:`khabar.jobs.arriving`), else all; gives how many events stand."""
    from khabar.jobs.arriving import arrived

    moved = arrived(store)
    if moved is None:
        return link_store(store)
    events = store.assign_events(moved)
    derive(store)
    return events


def derive(store: Store) -> None:
    """Find what is printed more than once and what is told to answer what, among all that ``store`` holds."""
    store.assign_copies(find_copies(store.extractions()))
    store.assign_responses(list(_responses(store.extractions())))


def _responses(rows: Iterable[tuple[Article, Extraction]]) -> Iterator[StoredResponse]:
    from khabar.linking.responses import responses

    for article, extraction in rows:
        for kind, answer, cause, start, end in responses(article.text, extraction.claims):
            yield StoredResponse(kind=kind, article=article.id, answer=answer, cause=cause, start=start, end=end)


def link(store: str | os.PathLike[str] = "khabar.db") -> int:
    """Link all claims of the store at that path; gives how many events stand."""
    with Store.open(store) as opened:
        return link_store(opened)
