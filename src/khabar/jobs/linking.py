"""Link claims to events: those of a store, or rows of coded claims."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence

from khabar.model import Article, Extraction
from khabar.store import Store


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


def link_store(store: Store, fresh: set[str] | None = None) -> int:
    """Link all claims of ``store`` anew, find what is printed more than once and what is told to answer what; gives how
    many events stand. Ids of events that merged keep resolving; those of new events are put into ``fresh``."""
    with store.keeping() as kept:
        kept.forget()
        kept.copies.forget()
        kept.set_mark("")
    _link(store, store.untaken(), fresh)
    return store.standing()


def link_new(store: Store, fresh: set[str] | None = None) -> None:
    """Link the claims of ``store`` that are not linked yet (:mod:`khabar.jobs.arriving`), all anew where what is kept
    of the others was made by another Khabar or not at all; ids of new events are put into ``fresh``."""
    from khabar.linking import keeping

    unlinked = store.unlinked(keeping.mark())
    if unlinked is None:
        link_store(store, fresh)
    else:
        articles, broken = unlinked
        _link(store, articles, fresh, broken=broken)


def _link(store: Store, articles: Sequence[int], fresh: set[str] | None, *, broken: bool = False) -> None:
    from khabar.jobs.arriving import TOGETHER, Arriving

    run = Arriving(store, fresh, broken=broken)
    for at in range(0, len(articles), TOGETHER):
        run.add(_rows(store, articles[at : at + TOGETHER]), last=at + TOGETHER >= len(articles))
    run.settle()


def _rows(store: Store, articles: Sequence[int]) -> list[tuple[int, Article, Extraction]]:
    return [(pk, *found) for pk, found in zip(articles, store.extractions(articles), strict=True)]


def derive(store: Store) -> None:
    """Find what is printed more than once and what is told to answer what, among all that ``store`` holds and that was
    not looked at yet."""
    from khabar.jobs.arriving import TOGETHER
    from khabar.jobs.deriving import Derived
    from khabar.linking.responses import responses

    articles = store.uncopied()
    for at in range(0, len(articles), TOGETHER):
        rows = _rows(store, articles[at : at + TOGETHER])
        derived = Derived(rows, [responses(article.text, found.claims) for _, article, found in rows])
        with store.keeping() as kept:
            derived.keep(kept)


def link(store: str | os.PathLike[str] = "khabar.db") -> int:
    """Link all claims of the store at that path; gives how many events stand."""
    with Store.open(store) as opened:
        return link_store(opened)
