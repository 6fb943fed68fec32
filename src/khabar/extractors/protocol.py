"""What an extractor is: one method, and what it declares of itself."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Literal, Protocol, runtime_checkable

from khabar.model import Article, Extraction, Record

Works = Literal["processes", "threads", "batches"]


class Capabilities(Record, frozen=True, kw_only=True):
    """What an extractor finds and how it is best run.

    ``works``: in several processes (it computes), in threads (it waits for an endpoint) or by ``extract_batch`` with
    ``batch`` articles at a time. ``network``: it sends texts away, or fetches.
    """

    claims: bool = True
    tallies: bool = True
    mentions: bool = False
    network: bool = False
    works: Works = "processes"
    batch: int = 1


class RefusedError(Exception):
    """This article could not be extracted, for a reason outside its text that the message tells in full (no answer, a
    spent budget); others may still be. A :class:`khabar.errors.KhabarError` ends the whole run instead."""


@runtime_checkable
class Extractor(Protocol):
    """Claims out of articles. ``extract`` is given articles one by one, from several threads where ``works`` says so;
    spans are code points of the text as given."""

    @property
    def name(self) -> str: ...
    @property
    def capabilities(self) -> Capabilities: ...
    def extract(self, article: Article) -> Extraction: ...


@runtime_checkable
class Batched(Extractor, Protocol):
    """An extractor that is faster with many articles at once: one result for each, in order."""

    def extract_batch(self, articles: Sequence[Article]) -> Sequence[Extraction | Exception]: ...


class Estimate(Record, frozen=True, kw_only=True):
    """What a run is expected to take: articles, those ``kept`` from an earlier run, requests, tokens, and the cost in
    the currency of the prices (None: no prices are known)."""

    articles: int
    kept: int
    requests: int
    tokens_in: int
    tokens_out: int
    cost: float | None


@runtime_checkable
class Costly(Extractor, Protocol):
    """An extractor whose work costs money."""

    def estimate(self, articles: Iterable[Article]) -> Estimate:
        """What ``articles`` would take; nothing is sent."""

    def over(self, expected: Estimate) -> str | None:
        """Which budget ``expected`` exceeds, in words; None where it fits."""


@runtime_checkable
class Accountable(Extractor, Protocol):
    """An extractor that tells at the end what it did."""

    def account(self) -> list[str]:
        """Lines for a person: what was asked, kept, dropped and spent since it was made."""
