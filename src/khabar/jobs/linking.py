"""Link claims to events: those of a store, or rows of coded claims."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence

from khabar.jobs.copying import find_copies
from khabar.model import Article, Extraction
from khabar.store import Store, StoredResponse


def link_extractions(rows: Sequence[tuple[Article, Extraction]]) -> list[list[str]]:
    """For each article one event id per claim, unique over all rows."""
    from khabar.linking import link_claims

    events = link_claims(list(rows))
    if [len(ids) for ids in events] != [len(extraction.claims) for _, extraction in rows]:
        raise RuntimeError("linking has to give one event id for each claim")
    return events


def link_store(store: Store) -> int:
    """Link all claims of ``store`` anew, find what is printed more than once and what is told to answer what; gives how
    many events stand. Ids of events that merged keep resolving."""
    rows = list(store.extractions())
    assignments = {
        (article.id, n): event
        for (article, _), ids in zip(rows, link_extractions(rows), strict=True)
        for n, event in enumerate(ids)
    }
    events = store.assign_events(assignments)
    derive(store, rows)
    return events


def derive(store: Store, rows: Sequence[tuple[Article, Extraction]]) -> None:
    """Find what is printed more than once and what is told to answer what, among ``rows``, all that ``store`` holds."""
    store.assign_copies(find_copies(rows))
    store.assign_responses(_responses(rows))


def _responses(rows: Sequence[tuple[Article, Extraction]]) -> Iterator[StoredResponse]:
    from khabar.linking.responses import responses

    for article, extraction in rows:
        for kind, answer, cause, start, end in responses(article.text, extraction.claims):
            yield StoredResponse(kind=kind, article=article.id, answer=answer, cause=cause, start=start, end=end)


def link(store: str | os.PathLike[str] = "khabar.db") -> int:
    """Link all claims of the store at that path; gives how many events stand."""
    with Store.open(store) as opened:
        return link_store(opened)
