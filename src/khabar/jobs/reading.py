"""Read articles into a store: every input is stored, a duplicate, or in quarantine."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec

import khabar
from khabar.extractors.default import DefaultExtractor
from khabar.extractors.protocol import Extractor
from khabar.jobs.linking import link_store
from khabar.jobs.parallel import Fault, extract_all
from khabar.model import Article
from khabar.store import Counts, Quarantined, Store

if TYPE_CHECKING:
    from khabar.ingest.meter import Meter

Progress = Callable[[Counts], None]


class Reading:
    """One run of reading into a store. ``counts`` tells at any time what became of what was read."""

    def __init__(
        self,
        store: Store,
        *,
        jobs: int = 1,
        outlet: str | None = None,
        progress: Progress | None = None,
        extractor: Extractor | None = None,
    ) -> None:
        self.store = store
        self.jobs = jobs
        self.outlet = outlet
        self.progress = progress
        self.extractor = extractor or DefaultExtractor()
        self.read = self.stored = self.duplicates = self.quarantined = 0
        self.run: int | None = None

    @property
    def counts(self) -> Counts:
        return Counts(read=self.read, stored=self.stored, duplicates=self.duplicates, quarantined=self.quarantined)

    def take(self, items: Iterable[Any]) -> Counts:
        """Take in Articles and Unreadables. A run that was stopped goes on when it is repeated: what is stored is
        met as a duplicate. RuntimeError, a defect of this code, where an input was lost."""
        self.run = self.store.begin_run("read", khabar.__version__)
        for article, extraction in extract_all(self._new(items), self.jobs, self.extractor):
            if isinstance(extraction, Fault):
                self._set_aside(_of_article(article, extraction))
            elif self.store.save(article, extraction, self.run)[0] == "stored":
                self.stored += 1
            else:
                self.duplicates += 1
            self._tell()
        counts = self.counts
        if counts.read != counts.stored + counts.duplicates + counts.quarantined:
            raise RuntimeError(f"an input was lost: {counts}")
        self.store.end_run(self.run, counts)
        return counts

    def _new(self, items: Iterable[Any]) -> Iterator[Article]:
        """The articles that are not in the store yet; the others and the unreadable are dealt with here."""
        for item in items:
            self.read += 1
            if not isinstance(item, Article):
                self._set_aside(_of_unreadable(item))
                self._tell()
                continue
            article = item if item.source or not self.outlet else msgspec.structs.replace(item, source=self.outlet)
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
        counts = run.take(read_paths(paths, reader=reader, columns=columns, split=True, follow=follow, meter=meter))
        if linked and counts.stored:
            link_store(opened)
        return counts
