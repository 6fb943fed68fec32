"""Answers as an assistant gets them: short records with ids, sentences and isnads, so that all can be cited."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import PurePath
from urllib.parse import quote

from khabar.model import Link, Party, Record, Where
from khabar.store import StoredArticle, StoredClaim
from khabar.views.figures import Range
from khabar.views.graph import Transmission
from khabar.views.marks import sentence_of
from khabar.views.summary import EventSummary
from khabar.views.tally_series import Series

MOST_LISTED = 30
"""Articles and statements of one event in one answer; of statements the latest."""


class Teller(Record, frozen=True, kw_only=True):
    """One transmitter of an isnad and what kind of source it is."""

    name: str
    kind: str


class ArticleCard(Record, frozen=True, kw_only=True):
    """An article that can be cited; ``uri`` is the resource that holds its text."""

    id: str
    uri: str
    outlet: str
    published: str | None
    title: str | None
    url: str | None
    file: str | None


class Citation(Record, frozen=True, kw_only=True):
    """One claim: the article's own sentence, and ``isnad``, who told whom from the origin to the outlet."""

    claim: str
    article: str
    outlet: str
    reported: str | None
    sentence: str
    isnad: tuple[Teller, ...]
    stance: str
    status: str
    date: str | None


class Name(Record, frozen=True, kw_only=True):
    """A party as written and the state it belongs to."""

    name: str
    country: str | None


class Spot(Record, frozen=True, kw_only=True):
    """A place; ``precision`` says what the coordinates stand for."""

    name: str
    country: str | None
    lat: float | None
    lon: float | None
    precision: str | None


class Said(Record, frozen=True, kw_only=True):
    """One source's figure; ``high`` None is open. ``isnad`` from the origin to the outlet."""

    low: float
    high: float | None
    of: str | None
    isnad: tuple[str, ...]
    claim: str
    reported: str | None
    status: str


class Count(Record, frozen=True, kw_only=True):
    """A figure of an event: what sources say, side by side, and the range that follows by the rule of
    :mod:`khabar.views.figures`."""

    what: str
    low: float
    best: float
    high: float | None
    disputed: bool
    statements: tuple[Said, ...]
    more_statements: int


class EventCard(Record, frozen=True, kw_only=True):
    """An event, the articles that tell of it, and some of its ``claims`` to cite. ``lines``: independent lines;
    ``more_claims``: how many claims are not shown (tool ``event`` gives them)."""

    id: str
    type: str
    mode: str | None
    status: str
    date: str | None
    place: Spot | None
    actors: tuple[Name, ...]
    targets: tuple[Name, ...]
    weapons: tuple[str, ...]
    figures: tuple[Count, ...]
    lines: int
    contested: bool
    first_reported: str | None
    articles: tuple[ArticleCard, ...]
    more_articles: int
    claims: tuple[Citation, ...]
    more_claims: int


class Ways(Record, frozen=True, kw_only=True):
    """How an event reaches the reader: ``lines`` independent lines, each as names from the origin to the outlet;
    ``bottleneck``: whom all of it passes, where there are fewer lines than outlets; ``copies``: outlets that only
    print another's text."""

    lines: int
    independent: tuple[tuple[str, ...], ...]
    bottleneck: tuple[str, ...]
    copies: tuple[str, ...]


class CountedCard(Record, frozen=True, kw_only=True):
    """One count of a series, with the sentence it stands in; ``high`` None is open."""

    low: float
    high: float | None
    since: str | None
    reported: str | None
    isnad: tuple[str, ...]
    sentence: str
    article: str
    uri: str


class SeriesCard(Record, frozen=True, kw_only=True):
    """Counts of one thing as reported in time, and what they come to (:mod:`khabar.views.tally_series`); the latest
    ``counts`` and how many earlier ones are not shown."""

    kind: str
    what: str
    unit: str | None
    place: str | None
    low: float
    best: float
    high: float | None
    disputed: bool
    counts: tuple[CountedCard, ...]
    more_counts: int


def article_uri(article: str) -> str:
    """The resource that holds the text of that article."""
    return f"khabar://article/{quote(article, safe='')}"


def article_card(stored: StoredArticle) -> ArticleCard:
    article = stored.article
    return ArticleCard(
        id=article.id,
        uri=article_uri(article.id),
        outlet=stored.outlet,
        published=article.dating.value if article.dating else article.published,
        title=article.title,
        url=article.url,
        file=PurePath(article.origin).name if article.origin else None,
    )


def tellers(links: Sequence[Link], outlet: str) -> tuple[Teller, ...]:
    """An isnad from its origin to the outlet."""
    return (*(Teller(name=link.text, kind=link.kind) for link in reversed(links)), Teller(name=outlet, kind="outlet"))


def citation(item: StoredClaim) -> Citation:
    """A claim that came with its article's text."""
    claim = item.claim
    return Citation(
        claim=item.id,
        article=item.source.article.id,
        outlet=item.source.outlet,
        reported=item.source.reported,
        sentence=sentence_of(claim, item.source.article.text).text,
        isnad=tellers(claim.isnad, item.source.outlet),
        stance=claim.stance,
        status=claim.status,
        date=claim.date,
    )


def event_card(event: EventSummary, claims: Sequence[StoredClaim], *, cite: int, start: int = 0) -> EventCard:
    """``event`` with ``cite`` of its ``claims`` from the one numbered ``start``, in the order given."""
    shown = claims[start : start + cite]
    articles = {item.source.article.id: item.source for item in claims}
    return EventCard(
        id=event.id,
        type=event.type,
        mode=event.mode,
        status=event.status,
        date=event.date,
        place=_spot(event.place),
        actors=_names(event.actors),
        targets=_names(event.targets),
        weapons=event.weapons,
        figures=tuple(map(_count, event.figures)),
        lines=event.lines,
        contested=event.contested,
        first_reported=event.first_reported,
        articles=tuple(map(article_card, list(articles.values())[:MOST_LISTED])),
        more_articles=max(0, len(articles) - MOST_LISTED),
        claims=tuple(map(citation, shown)),
        more_claims=max(0, len(claims) - start - len(shown)),
    )


def spread(claims: Sequence[StoredClaim]) -> list[StoredClaim]:
    """Claims so ordered that the first of every article come first: a few of them then show every article."""
    seen: dict[str, int] = {}
    ranked = []
    for n, item in enumerate(claims):
        turn = seen[item.source.article.id] = seen.get(item.source.article.id, -1) + 1
        ranked.append((turn, n, item))
    return [item for _, _, item in sorted(ranked, key=lambda row: row[:2])]


def ways(told: Transmission) -> Ways:
    names = {node.source.id: node.source.name for node in told.nodes}
    return Ways(
        lines=told.lines,
        independent=tuple(tuple(names[one] for one in reversed(path)) for path in told.paths),
        bottleneck=tuple(source.name for source in told.bottleneck),
        copies=tuple(source.name for source in told.copies),
    )


def series_card(told: Series) -> SeriesCard:
    shown = told.counts[-MOST_LISTED:]
    return SeriesCard(
        kind=told.kind,
        what=told.what,
        unit=told.unit,
        place=told.place.text if told.place else None,
        low=told.low,
        best=told.best,
        high=told.high,
        disputed=told.disputed,
        counts=tuple(
            CountedCard(
                low=one.low,
                high=one.high,
                since=one.since,
                reported=one.reported,
                isnad=one.chain,
                sentence=one.sentence,
                article=one.article,
                uri=article_uri(one.article),
            )
            for one in shown
        ),
        more_counts=len(told.counts) - len(shown),
    )


def _count(found: Range) -> Count:
    said = tuple(
        Said(
            low=one.low, high=one.high, of=one.of, isnad=(*one.chain, one.outlet), claim=one.claim,
            reported=one.reported, status=one.status,
        )
        for one in found.statements[-MOST_LISTED:]
    )  # fmt: skip
    return Count(
        what=found.what,
        low=found.low,
        best=found.best,
        high=found.high,
        disputed=found.disputed,
        statements=said,
        more_statements=len(found.statements) - len(said),
    )


def _names(parties: Sequence[Party]) -> tuple[Name, ...]:
    return tuple(Name(name=party.text, country=party.country) for party in parties)


def _spot(place: Where | None) -> Spot | None:
    if place is None:
        return None
    return Spot(name=place.text, country=place.country, lat=place.lat, lon=place.lon, precision=place.precision)
