"""What a store takes and gives back: typed records over the model's own."""

from __future__ import annotations

from pathlib import PurePath
from typing import Literal

from khabar.edtf import LAST_DAY
from khabar.model import Article, Claim, Record, Tally

Outcome = Literal["stored", "duplicate"]


class Filter(Record, frozen=True, kw_only=True):
    """Which claims (and so which events) are meant. Empty fields ask nothing; names match in any spelling, as a part.

    ``since``/``until``: ISO days that the claim's date has to touch. ``as_of``: only articles known to be published
    by that day (an article of unknown date is left out). ``text``: words that all stand in the claim's evidence
    sentence. ``source``: the outlet or any transmitter (``sources``: other names and ids of it). ``actor`` and
    ``place``: alternatives (``place_ids`` more of them, ids only), each a name, an id or an alpha-3 country code.
    ``counts``: a kind of figure and the least number that the claim has to give of it.
    """

    types: tuple[str, ...] = ()
    actor: tuple[str, ...] = ()
    place: tuple[str, ...] = ()
    place_ids: tuple[str, ...] = ()
    since: str | None = None
    until: str | None = None
    source: str | None = None
    sources: tuple[str, ...] = ()
    text: str | None = None
    as_of: str | None = None
    article: str | None = None
    counts: tuple[str, float] | None = None


class StoredArticle(Record, frozen=True, kw_only=True):
    """An article as stored. ``reported_low``/``reported_high``: first and last day it may have been published."""

    article: Article
    reported_low: str | None = None
    reported_high: str | None = None

    @property
    def reported(self) -> str | None:
        """The day by which it was published; None where that is open."""
        return None if self.reported_high == LAST_DAY else self.reported_high

    @property
    def outlet(self) -> str:
        """The outlet's name; the name of the file where no outlet is known."""
        origin = self.article.origin
        return self.article.source or (PurePath(origin).name if origin else self.article.id)


class StoredClaim(Record, frozen=True, kw_only=True):
    """A claim with the article that makes it (its text empty unless asked for); ``n`` counts its claims from 0.

    ``text_group``: equal for articles whose texts are near duplicates; ``passage_group``: equal for claims of different
    articles whose sentences are; None where nothing is like it, or nobody has looked.
    """

    source: StoredArticle
    n: int
    claim: Claim
    day_low: str | None = None
    day_high: str | None = None
    text_group: int | None = None
    passage_group: int | None = None

    @property
    def id(self) -> str:
        """Unique name of the claim in its store."""
        return f"{self.source.article.id}:{self.n}"


class StoredTally(Record, frozen=True, kw_only=True):
    source: StoredArticle
    n: int
    tally: Tally


class EventRow(Record, frozen=True, kw_only=True):
    """The index entry of an event: what can be asked for without reading its claims."""

    id: str
    type: str
    mode: str | None
    day_low: str | None
    day_high: str | None
    claims: int
    articles: int


class Quarantined(Record, frozen=True, kw_only=True):
    """Input that could not be read: where it stood, why, the SHA-256 of its bytes and its first bytes as text."""

    origin: str
    reason: str
    sha256: str
    sample: str | None = None


class Counts(Record, frozen=True, kw_only=True):
    """What a run did with the articles it met."""

    read: int
    stored: int
    duplicates: int
    quarantined: int


class Size(Record, frozen=True, kw_only=True):
    """How much a store holds."""

    articles: int
    claims: int
    tallies: int
    events: int
    quarantined: int


class EventChange(Record, frozen=True, kw_only=True):
    """So many ``claims`` of event ``old`` became those of ``new``, ``noted`` at a time (ISO, UTC): by a ``merge``
    (nothing of ``old`` is left), a ``split`` (``new`` was none before) or a ``move``."""

    kind: str
    old: str
    new: str
    claims: int
    noted: str


class StoredResponse(Record, frozen=True, kw_only=True):
    """An article says that the event of its claim ``answer`` is in response to (``kind`` ``response``) or comes
    ``after`` that of its claim ``cause``, in the words from ``start`` to ``end``. Events are None before linking."""

    kind: str
    article: str
    answer: int
    cause: int
    start: int
    end: int
    answer_event: str | None = None
    cause_event: str | None = None
