"""Read articles into a store: every input is stored, a duplicate, or in quarantine."""

from __future__ import annotations

import hashlib
import os
import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

import khabar
from khabar.extractors.default import DefaultExtractor
from khabar.extractors.protocol import Extractor
from khabar.jobs.linking import link_new
from khabar.jobs.parallel import Fault, extract_all
from khabar.model import Article, Extraction
from khabar.store import Counts, Quarantined, Store
from khabar.views.counts import runs

if TYPE_CHECKING:
    from khabar.ingest.meter import Meter

Progress = Callable[[Counts], None]
_TOGETHER = 32
_AT_LATEST = 0.5
"""Articles stored in one transaction, and seconds after which fewer are."""


class Reading:
    """One run of reading into a store. ``counts`` tells at any time what became of what was read; ``fresh``, where
    given, takes in the ids of new events."""

    def __init__(
        self,
        store: Store,
        *,
        jobs: int = 1,
        outlet: str | None = None,
        progress: Progress | None = None,
        extractor: Extractor | None = None,
        fresh: set[str] | None = None,
    ) -> None:
        self.store = store
        self.jobs = jobs
        self.outlet = outlet
        self.progress = progress
        self.extractor = extractor or DefaultExtractor()
        self.read = self.stored = self.duplicates = self.quarantined = 0
        self.run: int | None = None
        self.fresh = fresh
        self._waiting: list[tuple[Article, Extraction]] = []
        self._saved = time.monotonic()

    @property
    def counts(self) -> Counts:
        return Counts(read=self.read, stored=self.stored, duplicates=self.duplicates, quarantined=self.quarantined)

    def take(self, items: Iterable[Any], *, linked: bool = False) -> Counts:
        """Take in Articles and Unreadables, and link what is new at the end where ``linked``. A run that was stopped
        goes on when it is repeated: what is stored is met as a duplicate, and linking that was broken off is done.
        RuntimeError, a defect of this code, where an input was lost."""
        self.run = self.store.begin_run("read", khabar.__version__)
        extracted = extract_all(self._new(items), self.jobs, self.extractor)
        try:
            for article, extraction in extracted:
                if isinstance(extraction, Fault):
                    self._set_aside(_of_article(article, extraction))
                else:
                    self._waiting.append((article, extraction))
                if len(self._waiting) >= _TOGETHER or time.monotonic() - self._saved > _AT_LATEST:
                    self._save()
                self._tell()
        finally:
            self._save()  # also what a run that breaks off had extracted
        self._tell()
        counts = self.counts
        if counts.read != counts.stored + counts.duplicates + counts.quarantined:
            raise RuntimeError(f"an input was lost: {counts}")
        if linked and (counts.stored or self._broken_off()):
            link_new(self.store, self.fresh)
        self.store.end_run(self.run, counts)
        return counts

    def _broken_off(self) -> bool:
        """Whether the run before this one never ended: what it stored may not be linked."""
        before = runs(self.store, 2)[1:]
        return any(run.ended is None for run in before)

    def _save(self) -> None:
        """Store what waits, in one transaction."""
        waiting, self._waiting = self._waiting, []
        for outcome, _ in self.store.save_all(waiting, self.run) if waiting else ():
            self.stored += outcome == "stored"
            self.duplicates += outcome == "duplicate"
        self._saved = time.monotonic()

    def _new(self, items: Iterable[Any]) -> Iterator[Article]:
        """The articles that are not in the store yet; the others and the unreadable are dealt with here."""
        from khabar.ingest.read import named

        for item in items:
            self.read += 1
            if not isinstance(item, Article):
                self._set_aside(_of_unreadable(item))
                self._tell()
                continue
            article = named(item, self.outlet)
            if self.store.find(article) is None:
                yield article
            else:
                self.duplicates += 1
                self._tell()

    def _set_aside(self, item: Quarantined) -> None:
        self.store.set_aside(item, self.run)
        self.quarantined += 1

    def _tell(self) -> None:
        if self.progress:
            self.progress(self.counts)


def _of_unreadable(item: Any) -> Quarantined:
    sample = item.sample
    shown = sample.decode("utf-8", "replace") if isinstance(sample, bytes) else sample
    return Quarantined(origin=item.origin, reason=item.reason, sha256=item.sha256, sample=shown)


def _of_article(article: Article, fault: Fault) -> Quarantined:
    digest = hashlib.sha256(article.text.encode("utf-8", "surrogatepass")).hexdigest()
    sentence = fault.sentence
    reason = f"{sentence[:1].upper()}{sentence[1:]}."
    return Quarantined(origin=article.origin or article.id, reason=reason, sha256=digest, sample=article.text[:200])


def read(
    paths: Iterable[str | Path],
    store: str | os.PathLike[str] = "khabar.db",
    *,
    jobs: int = 1,
    outlet: str | None = None,
    linked: bool = True,
    reader: str | None = None,
    columns: Mapping[str, str] | None = None,
    follow: bool = False,
    progress: Progress | None = None,
    meter: Meter | None = None,
    extractor: Extractor | None = None,
) -> Counts:
    """Read articles from ``paths`` (files, folders, addresses, ``-``) into the store at ``store``, made if missing.

    ``outlet`` names the outlet of articles that name none; ``linked=False`` leaves linking for later; ``reader``
    forces an input format; ``columns`` maps article fields to the names that tables and rows use; ``follow`` fetches
    the pages that feeds and sitemaps link to; ``meter`` counts the bytes read; ``extractor``
    (:func:`khabar.extractors.make`) reads in place of the default. Gives what became of the inputs: read = stored +
    duplicates + quarantined.
    """
    from khabar.ingest.read import read_paths

    with Store.open(store, create=True) as opened:
        run = Reading(opened, jobs=jobs, outlet=outlet, progress=progress, extractor=extractor)
        items = read_paths(
            paths, reader=reader, columns=columns, split=True, follow=follow, meter=meter, leave=opened.path
        )
        return run.take(items, linked=linked)
