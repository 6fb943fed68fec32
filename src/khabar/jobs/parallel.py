"""Extraction over many articles, on one core or several, in the order given and in bounded memory."""

from __future__ import annotations

import multiprocessing
import sys
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Executor, Future, ProcessPoolExecutor, ThreadPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from itertools import islice

from khabar.errors import KhabarError
from khabar.extractors.default import DefaultExtractor
from khabar.extractors.protocol import Batched, Extractor, RefusedError
from khabar.jobs.patience import LONGEST, TooLongError, patience
from khabar.model import Article, Extraction

_BATCH = 16
_AHEAD = 4


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
_mine: Extractor = _DEFAULT
"""The extractor of this worker process."""


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


def _work_with(extractor: Extractor) -> None:
    global _mine
    _mine = extractor


def _extract_batch(articles: list[Article]) -> list[Extraction | Fault]:
    return [extract_one(article, _mine) for article in articles]


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
        yield from _windowed(
            articles, 1, ThreadPoolExecutor(jobs), lambda batch: [extract_one(batch[0], extractor)], jobs
        )
    else:
        # Loads every table before the workers fork, so that they share them.
        extract_one(Article(id="", text="قال."), extractor)
        method = multiprocessing.get_context("fork" if sys.platform == "linux" else "spawn")
        pool = ProcessPoolExecutor(jobs, mp_context=method, initializer=_work_with, initargs=(extractor,))
        yield from _windowed(articles, _BATCH, pool, _extract_batch, jobs * _AHEAD)


def _windowed(
    articles: Iterable[Article],
    size: int,
    pool: Executor,
    work: Callable[[list[Article]], list[Extraction | Fault]],
    ahead: int,
) -> Iterator[tuple[Article, Extraction | Fault]]:
    """Batches of ``size`` through ``pool``, in order, at most ``ahead`` of them in memory."""
    source = iter(articles)
    waiting: deque[tuple[list[Article], Future[list[Extraction | Fault]]]] = deque()
    try:
        while True:
            while len(waiting) < ahead and (batch := list(islice(source, size))):
                waiting.append((batch, pool.submit(work, batch)))
            if not waiting:
                return
            batch, future = waiting.popleft()
            yield from zip(batch, future.result(), strict=True)
    except BrokenProcessPool as error:
        raise KhabarError(
            "a worker process died, most likely for lack of memory; run again with fewer --jobs"
        ) from error
    finally:
        pool.shutdown(cancel_futures=True)


def _in_batches(articles: Iterable[Article], extractor: Batched) -> Iterator[tuple[Article, Extraction | Fault]]:
    source = iter(articles)
    while batch := list(islice(source, extractor.capabilities.batch)):
        try:
            results = list(extractor.extract_batch(batch))
        except Exception as error:  # the batch fails as one, with the reason told for each
            results = [error] * len(batch)
        for article, result in zip(batch, results, strict=True):
            yield article, _fault(result) if isinstance(result, Exception) else result
