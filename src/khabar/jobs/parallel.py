"""Extraction over many articles, on one core or several, in the order given and in bounded memory."""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from functools import partial
from itertools import islice

from khabar.errors import KhabarError
from khabar.extractors.default import DefaultExtractor
from khabar.extractors.protocol import Batched, Extractor, RefusedError
from khabar.jobs.patience import LONGEST, TooLongError, patience
from khabar.jobs.workers import in_processes
from khabar.model import Article, Extraction

_BATCH = 16
_AHEAD = 4
_SLOW = 1.0


class Fault(str):
    """Why an article could not be worked on: the error's kind and message, one line."""

    __slots__ = ()

    @property
    def sentence(self) -> str:
        """The fault as it is told to a person."""
        return f"the extractor failed on it ({self}); please report this with the text"


class Refusal(Fault):
    """A fault outside the article, told in full by the extractor."""

    __slots__ = ()

    @property
    def sentence(self) -> str:
        return str(self)


_DEFAULT = DefaultExtractor()


def extract_one(article: Article, extractor: Extractor = _DEFAULT) -> Extraction | Fault:
    """The extraction of one article; an error inside becomes a Fault, so that no article stops a run. KhabarError
    where the extractor cannot go on at all."""
    try:
        with patience():
            return extractor.extract(article)
    except TooLongError:
        return Refusal(f"it keeps the extractor busy for more than {LONGEST:.0f} seconds; split it, or report it")
    except Exception as error:  # whatever goes wrong inside is reported with the article
        return _fault(error)


def _fault(error: Exception) -> Fault:
    if isinstance(error, KhabarError):
        raise error
    if isinstance(error, RefusedError):
        return Refusal(error)
    return Fault(f"{type(error).__name__}: {error}".splitlines()[0][:300])


def _extract_batch(articles: list[Article], extractor: Extractor) -> list[Extraction | Fault]:
    return [extract_one(article, extractor) for article in articles]


def extract_all(
    articles: Iterable[Article], jobs: int = 1, extractor: Extractor = _DEFAULT
) -> Iterator[tuple[Article, Extraction | Fault]]:
    """Each article with its extraction, in order. ``jobs`` processes; at most ``jobs`` x 4 batches of 16 are in
    memory. An extractor that works in threads has ``jobs`` articles under way at once, one that works in batches is
    given one batch after the other.

    ``articles`` is drawn from in this process. KhabarError where a worker process dies.
    """
    works = extractor.capabilities.works
    if works == "batches" and isinstance(extractor, Batched):
        yield from _in_batches(articles, extractor)
    elif jobs <= 1:
        for article in articles:
            yield article, extract_one(article, extractor)
    elif works == "threads":
        yield from _in_threads(articles, extractor, jobs)
    else:
        # Loads every table before the workers fork, so that they share them.
        extract_one(Article(id="", text="قال."), extractor)
        source = iter(articles)
        work = partial(_extract_batch, extractor=extractor)
        for batch, results in in_processes(lambda: _drawn(source, _BATCH), work, jobs, jobs * _AHEAD):
            yield from zip(batch, results, strict=True)


def _in_threads(
    articles: Iterable[Article], extractor: Extractor, jobs: int
) -> Iterator[tuple[Article, Extraction | Fault]]:
    """``jobs`` articles under way at once, each in a thread."""
    source = iter(articles)
    waiting: deque[tuple[Article, Future[Extraction | Fault]]] = deque()
    pool = ThreadPoolExecutor(jobs)
    try:
        while True:
            for article in islice(source, jobs - len(waiting)):
                waiting.append((article, pool.submit(extract_one, article, extractor)))
            if not waiting:
                return
            article, future = waiting.popleft()
            yield article, future.result()
    finally:
        pool.shutdown(cancel_futures=True)


def _drawn(source: Iterator[Article], size: int) -> list[Article]:
    """The next ``size`` articles, or those that came within a second: pages that are fetched one by one do not wait for
    one another."""
    batch: list[Article] = []
    begun = time.monotonic()
    for article in source:
        batch.append(article)
        if len(batch) >= size or time.monotonic() - begun > _SLOW:
            break
    return batch


def _in_batches(articles: Iterable[Article], extractor: Batched) -> Iterator[tuple[Article, Extraction | Fault]]:
    source = iter(articles)
    while batch := list(islice(source, extractor.capabilities.batch)):
        try:
            results = list(extractor.extract_batch(batch))
        except Exception as error:  # the batch fails as one, with the reason told for each
            results = [error] * len(batch)
        for article, result in zip(batch, results, strict=True):
            yield article, _fault(result) if isinstance(result, Exception) else result
