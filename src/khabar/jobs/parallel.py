"""Extraction over many articles, on one core or several, in the order given and in bounded memory."""

from __future__ import annotations

import multiprocessing
import sys
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from itertools import islice

from khabar.errors import KhabarError
from khabar.model import Article, Extraction

_BATCH = 16
_AHEAD = 4


class Fault(str):
    """Why an article could not be worked on: the error's kind and message, one line."""

    __slots__ = ()


def extract_one(article: Article) -> Extraction | Fault:
    """The extraction of one article; an error inside becomes a Fault, so that no article stops a run."""
    from khabar.pipeline import extract

    try:
        return extract(article)
    except Exception as error:  # whatever goes wrong inside is reported with the article
        return Fault(f"{type(error).__name__}: {error}".splitlines()[0][:300])


def _extract_batch(articles: list[Article]) -> list[Extraction | Fault]:
    return [extract_one(article) for article in articles]


def extract_all(articles: Iterable[Article], jobs: int = 1) -> Iterator[tuple[Article, Extraction | Fault]]:
    """Each article with its extraction, in order. ``jobs`` processes; at most ``jobs`` x 4 batches of 16 are in
    memory.

    ``articles`` is drawn from in this process. KhabarError where a worker process dies.
    """
    if jobs <= 1:
        for article in articles:
            yield article, extract_one(article)
        return
    extract_one(Article(id="", text="قال."))  # loads every table before the workers fork, so that they share them
    source = iter(articles)
    waiting: deque[tuple[list[Article], Future[list[Extraction | Fault]]]] = deque()
    method = "fork" if sys.platform == "linux" else "spawn"
    with ProcessPoolExecutor(jobs, mp_context=multiprocessing.get_context(method)) as pool:
        while True:
            while len(waiting) < jobs * _AHEAD and (batch := list(islice(source, _BATCH))):
                waiting.append((batch, pool.submit(_extract_batch, batch)))
            if not waiting:
                return
            batch, future = waiting.popleft()
            try:
                results = future.result()
            except BrokenProcessPool as error:
                raise KhabarError(
                    "a worker process died, most likely for lack of memory; run again with fewer --jobs"
                ) from error
            yield from zip(batch, results, strict=True)
