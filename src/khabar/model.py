"""Plain typed records that every layer shares: articles, mentions, claims, isnads, events.

All spans are half-open ranges of Unicode code points into ``Article.text``, the text as given. Records are immutable;
their only logic is their invariants. Field meanings are those of the codebook (``docs/codebook.md``).
"""

from __future__ import annotations

import hashlib
from typing import Any, Literal

import msgspec

MODES: dict[str, frozenset[str]] = {
    "ASSAULT": frozenset(
        "airstrike drone missile shelling bombing suicide-bombing clash shooting assassination interception "
        "destruction "
        "torture sexual execution chemical other".split()
    ),
    "COERCE": frozenset("arrest abduct raid seize restrict deport cyber".split()),
    "MOBILIZE": frozenset("deploy exercise alert".split()),
    "PROTEST": frozenset("demonstration riot strike boycott".split()),
    "SANCTION": frozenset("sanction expel sever convict".split()),
    "THREATEN": frozenset(),
    "REJECT": frozenset(),
    "ACCUSE": frozenset(),
    "REQUEST": frozenset(),
    "CONSULT": frozenset("visit meet call negotiate mediate".split()),
    "AGREE": frozenset(),
    "SUPPORT": frozenset(),
    "CONCEDE": frozenset(),
    "COOPERATE": frozenset(),
    "AID": frozenset("humanitarian military economic".split()),
    "RETREAT": frozenset("withdraw ceasefire release disarm resign reopen".split()),
}
TYPES = tuple(MODES)
VERBAL_TYPES = frozenset(("THREATEN", "REJECT", "ACCUSE", "REQUEST", "SUPPORT", "CONCEDE"))
STATUSES = ("occurred", "planned", "negated", "uncertain")
STANCES = ("reports", "claims", "accuses", "denies")
FIGURE_KINDS = ("killed", "wounded", "missing", "captured", "displaced", "attacks", "munitions")
SOURCE_KINDS = (
    "outlet",
    "agency",
    "media",
    "official",
    "government",
    "military",
    "armed-group",
    "organisation",
    "witness",
    "expert",
    "unnamed",
    "document",
)

Status = Literal["occurred", "planned", "negated", "uncertain"]
Stance = Literal["reports", "claims", "accuses", "denies"]


class Record(msgspec.Struct, frozen=True, kw_only=True):
    """Base of all records: immutable, compared by value, serialised by msgspec."""


class Span(msgspec.Struct, frozen=True, array_like=False):
    """``start`` and ``end`` (exclusive) in code points of the text as given."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            raise ValueError(f"span {self.start}..{self.end}: start must be at least 0 and at most end")

    def of(self, text: str) -> str:
        return text[self.start : self.end]

    def overlaps(self, other: Span) -> bool:
        return self.start < other.end and other.start < self.end


class Dating(Record, frozen=True, kw_only=True):
    """When an article was published: ``value`` in EDTF (``2024-01-24``, ``2024-01``, ``2024``), never more precise than
    known; ``how`` names where it was found (``metadata``, ``url``, ``dateline``, ``text``, ``stamp`` ...), ``sure``
    is 0..1. ``others`` are the readings that say another day, surest first: conflicts are kept."""

    value: str
    how: str
    sure: float = 1.0
    span: Span | None = None
    others: tuple[Dating, ...] = ()


class Article(Record, frozen=True, kw_only=True):
    """One article as it was read. ``id`` is given by the input or is the content hash; ``text`` is the text as
    given."""

    id: str
    text: str
    source: str | None = None
    url: str | None = None
    title: str | None = None
    published: str | None = None
    """ISO day given by metadata, or None; :func:`khabar.ingest.dating.date_article` resolves what stands in the
    text."""
    language: str | None = None
    origin: str | None = None
    """File (and position in it) that the article came from."""
    dating: Dating | None = None

    @property
    def hash(self) -> str:
        return content_hash(self.text)


def content_hash(text: str) -> str:
    """SHA-256 of the text in UTF-8 (lone surrogates kept), 16 hexadecimal digits."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:16]


class Section(Record, frozen=True, kw_only=True):
    """A stretch of an article and its part in it: ``headline``, ``dateline``, ``caption``, ``body`` or
    ``furniture``."""

    start: int
    end: int
    role: str
    rule: str = ""


class Mention(Record, frozen=True, kw_only=True):
    """Something found in the text: its span, kind (``actor``, ``place``, ``time``, ``number``, ``weapon`` ...), value
    and the rule or resource entry that found it."""

    start: int
    end: int
    kind: str
    value: Any = None
    rule: str = ""


class TimeValue(Record, frozen=True, kw_only=True):
    """A resolved time. ``edtf`` as the codebook wants it, or None where nothing fixes it; ``grain`` is day, month, year
    or range; ``calendar`` gregorian or hijri; ``anchor`` explicit, publication or event."""

    edtf: str | None
    grain: str
    calendar: str = "gregorian"
    anchor: str = "explicit"


class Quantity(Record, frozen=True, kw_only=True):
    """A count: ``low`` to ``high``; ``high`` None means open."""

    low: float
    high: float | None
    unit: str | None = None


class Party(Record, frozen=True, kw_only=True):
    """An actor or target of a claim: ``text`` as written, ``country`` ISO 3166 alpha-3 of the state it belongs to."""

    text: str
    country: str | None = None
    start: int | None = None
    end: int | None = None
    actor: str | None = None
    """Stable id of a known actor (``resources/actors``), or None."""


class Where(Record, frozen=True, kw_only=True):
    """The place of a claim as written and, where known, resolved."""

    text: str
    country: str | None = None
    start: int | None = None
    end: int | None = None
    place: str | None = None
    """Stable id of a known place (``resources/places``), or None."""
    lat: float | None = None
    lon: float | None = None
    precision: str | None = None
    """``point`` (base, airport, crossing), ``town``, ``district``, ``admin1``, ``country``, ``area`` or None."""


class Figure(Record, frozen=True, kw_only=True):
    what: str
    low: float
    high: float | None
    of: str | None = None
    start: int | None = None
    end: int | None = None


class Link(Record, frozen=True, kw_only=True):
    """One transmitter in an isnad."""

    text: str
    kind: str
    start: int | None = None
    end: int | None = None
    actor: str | None = None


class Trigger(Record, frozen=True, kw_only=True):
    start: int
    end: int
    text: str


class Variant(Record, frozen=True, kw_only=True):
    """How another reader reads one field of a claim: the field's value as plain data, who reads it so, by which
    rule."""

    field: str
    value: Any
    reader: str
    rule: str = ""


class Claim(Record, frozen=True, kw_only=True):
    """One article's assertion of one event on the word of one chain of sources."""

    quote: str
    trigger: Trigger
    evidence: Span
    type: str
    mode: str | None = None
    status: Status = "occurred"
    stance: Stance = "reports"
    actors: tuple[Party, ...] = ()
    targets: tuple[Party, ...] = ()
    place: Where | None = None
    date: str | None = None
    figures: tuple[Figure, ...] = ()
    weapons: tuple[str, ...] = ()
    isnad: tuple[Link, ...] = ()
    event: str | None = None
    hedge: str | None = None
    """The hedging or denying words as written, kept beside the coded status."""
    rules: dict[str, str] = {}
    """For every field shown, the rule or resource entry that gave its value; ``reader``: who read it, where that was
    not the default extractor alone."""
    variants: tuple[Variant, ...] = ()
    """Where two readers read the claim differently, the value that does not stand."""


class Tally(Record, frozen=True, kw_only=True):
    """A standing count that is no event of its own."""

    quote: str
    what: str
    low: float
    high: float | None
    unit: str | None = None
    place: Where | None = None
    since: str | None = None
    isnad: tuple[Link, ...] = ()
    start: int | None = None
    end: int | None = None
    rule: str = ""


class Extraction(Record, frozen=True, kw_only=True):
    """Everything found in one article."""

    id: str
    claims: tuple[Claim, ...] = ()
    tallies: tuple[Tally, ...] = ()
    mentions: tuple[Mention, ...] = ()
    sections: tuple[Section, ...] = ()
    dating: Dating | None = None


class Event(Record, frozen=True, kw_only=True):
    """What many claims are about. ``claims`` are (article id, index of the claim in its extraction)."""

    id: str
    type: str
    mode: str | None
    claims: tuple[tuple[str, int], ...]
    date: str | None = None
    place: Where | None = None
    actors: tuple[Party, ...] = ()
    targets: tuple[Party, ...] = ()
