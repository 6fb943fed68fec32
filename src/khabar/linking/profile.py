"""What linking keeps of a claim and of its article: everything two claims are compared by, worked out once.

Claims of one article that are about one event are told together (:func:`merged`): "the strikes" in one sentence, the
place and the target in the next. What one article tells of one event is then compared with what another tells.
"""

from __future__ import annotations

import hashlib
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import Any, NamedTuple

from khabar.lexicon.words import Word
from khabar.linking.days import Days, days_of
from khabar.linking.spots import Spot, spot_of
from khabar.linking.words import STOP, Name, analysed, name_of, stem, stems
from khabar.model import Article, Claim, Party

_LEAD = 1800
_MOST = 6
"""How many places, days and quotes of one event in one article are compared at most."""
_ANOTHER = "اخرى اخر اخرين ثان ثانية ثالث ثالثة منفصل منفصلة جديد جديدة مماثل مماثلة سابق سابقة مشابه"
_HAPPENING = "حادث حادثة واقعة"
_NOUN_TAGS = frozenset(("noun", "plural", "dual"))
_BEHIND, _OPENING = 4, 3
"""How far behind its trigger, and how far into its sentence, a word may stand that marks an event off."""
_REPEATED = "سلسلة متكرر متكررة متواصلة مستمرة متتالية منتظم بانتظام عشرات مناسبات منذ دوري يومي"
ANOTHER = frozenset(stem(word) for word in _ANOTHER.split())
_OTHER = stem("اخر")
HAPPENINGS = frozenset(stem(word) for word in _HAPPENING.split())
REPEATED = frozenset(stem(word) for word in _REPEATED.split())
Range = tuple[float, float]


class ArticleView(NamedTuple):
    """An article: ``published`` as a day number or None; ``earliest``, the first day it may have been published (0: not
    known); ``words``: stems of its title and opening."""

    id: str
    source: str | None
    published: int | None
    earliest: int
    words: frozenset[str]


class Known(NamedTuple):
    """One actor or target: telling words of the name, ids of the known actors it names, states it belongs to."""

    words: frozenset[str]
    ids: frozenset[str]
    states: frozenset[str]


class Side(NamedTuple):
    """Actors or targets, each and taken together."""

    parties: frozenset[Known]
    generic: frozenset[str]
    ids: frozenset[str]
    sounds: frozenset[str]
    countries: frozenset[str]

    def __or__(self, other: Side) -> Side:
        return Side(
            self.parties | other.parties,
            self.generic | other.generic,
            self.ids | other.ids,
            self.sounds | other.sounds,
            self.countries | other.countries,
        )


class Profile(NamedTuple):
    """A claim, or all that one article says of one event. ``digests``: a hash of where each claim stands and what it
    says; ``at``: the first claim's place in its article, ``sentence`` where its trigger stands, ``span`` its
    evidence."""

    digests: tuple[str, ...]
    article: ArticleView
    at: int
    sentence: int
    span: tuple[int, int]
    type: str
    modes: frozenset[str | None]
    statuses: frozenset[str]
    days: tuple[Days, ...]
    spots: tuple[Spot, ...]
    actors: Side
    targets: Side
    figures: dict[str, tuple[Range, ...]]
    weapons: frozenset[str]
    quotes: tuple[frozenset[str], ...]
    trigger: frozenset[str]
    families: frozenset[str]
    definite: bool
    plural: bool
    another: bool
    series: bool
    origins: frozenset[str]


def article_view(article: Article) -> ArticleView:
    """The view of an article that its claims share."""
    opening = f"{article.title or ''}\n{article.text[:_LEAD]}"
    words = {
        stem(word.core)
        for word in analysed(opening)
        if len(word.core) > 2 and not any(sense.kind == "func" for sense in word.senses)
    }
    day = days_of(article.published or (article.dating.value if article.dating else None))
    published = day.first if day and day.length == 1 else None
    return ArticleView(article.id, article.source, published, day.first if day else 0, frozenset(words))


def profiles(article: Article, claims: Sequence[Claim]) -> list[Profile]:
    """Profiles of an article's claims, in order."""
    view = article_view(article)
    stops = [found.start() for found in STOP.finditer(article.text)]
    return [_profile(view, claim, at, bisect_left(stops, claim.trigger.start)) for at, claim in enumerate(claims)]


def _profile(view: ArticleView, claim: Claim, at: int, sentence: int) -> Profile:
    sign = _sign(claim.trigger.text)
    quote = stems(claim.quote)
    figures = _figures(claim)
    plural = sign.plural or any(high > 1 for _, high in figures.get("attacks", ()))
    days, spot = days_of(claim.date), spot_of(claim.place)
    return Profile(
        digests=(_digest(view, claim, at),),
        article=view,
        at=at,
        sentence=sentence,
        span=(claim.evidence.start, claim.evidence.end),
        type=claim.type,
        modes=_alone(claim.mode),
        statuses=_alone(claim.status),
        days=(days,) if days else (),
        spots=(spot,) if spot else (),
        actors=_side(claim.actors),
        targets=_side(claim.targets),
        figures=figures,
        weapons=frozenset(one for text in claim.weapons for one in stems(text)),
        quotes=(frozenset(quote),),
        trigger=sign.words,
        families=sign.families,
        definite=sign.definite,
        plural=plural,
        another=_another(claim, sign),
        series=plural and (bool(REPEATED & set(quote)) or days is None or days.length > 7),
        origins=frozenset(_origin(claim)),
    )


class _Sign(NamedTuple):
    """A trigger taken apart: stems, the last of them, trigger entries (verb and noun entries of one family as one)."""

    words: frozenset[str]
    last: str | None
    families: frozenset[str]
    definite: bool
    plural: bool


@lru_cache(maxsize=1 << 13)
def _sign(trigger: str) -> _Sign:
    words = analysed(trigger)
    senses = [sense for word in words for sense in word.senses if sense.kind == "trigger"]
    content = stems(trigger)
    return _Sign(
        words=frozenset(stem(word.core) for word in words),
        last=content[-1] if content else None,
        families=frozenset(".".join(sense.entry.id.split(".")[:2]) for sense in senses),
        definite=any(word.det or word.enc for word in words),
        plural=any(sense.tag in {"plural", "dual"} for sense in senses),
    )


@lru_cache(maxsize=1_000)
def _alone(value: str | None) -> frozenset[Any]:
    """A set of one, the same object for the same value."""
    return frozenset((value,))


def _digest(view: ArticleView, claim: Claim, at: int) -> str:
    parts = (view.id, str(at), claim.type, str(claim.trigger.start), claim.trigger.text, claim.quote)
    return hashlib.sha256("\x1f".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:16]


def _another(claim: Claim, sign: _Sign) -> bool:
    """Whether the event is marked off from one told before, behind its trigger (هجوم آخر، غارات جديدة) or behind
    another word for an event before it (وفي هجوم آخر انفجرت)."""
    words = analysed(claim.quote)
    marked = [at for at, word in enumerate(words) if stem(word.core) in ANOTHER and not _others(words, at)]
    if not marked:
        return False
    trigger = next((at for at, word in enumerate(words) if stem(word.core) == sign.last), None)
    return any(
        (trigger is not None and trigger < at <= trigger + _BEHIND)
        or (0 < at <= _OPENING and (trigger is None or at < trigger) and _names_event(words[at - 1]))
        for at in marked
    )


def _others(words: Sequence[Word], at: int) -> bool:
    """Whether the word means other people (إصابة 30 آخرين، مقتل شخص آخر), no other event."""
    if stem(words[at].core) != _OTHER:
        return False
    before = words[at - 1] if at else None
    return words[at].core.endswith(("ون", "ين")) or (
        before is not None and (before.form[0].isdigit() or any(sense.kind == "people" for sense in before.senses))
    )


def _names_event(word: Word) -> bool:
    return stem(word.core) in HAPPENINGS or any(
        sense.kind == "trigger" and sense.tag in _NOUN_TAGS for sense in word.senses
    )


def _figures(claim: Claim) -> dict[str, tuple[Range, ...]]:
    """The largest figure of each kind, low and high (infinite where open)."""
    found: dict[str, Range] = {}
    for figure in claim.figures:
        value = (figure.low, float("inf") if figure.high is None else figure.high)
        if figure.what not in found or value[0] > found[figure.what][0]:
            found[figure.what] = value
    return {what: (value,) for what, value in found.items()}


def _origin(claim: Claim) -> Iterable[str]:
    if claim.isnad:
        last = claim.isnad[-1]
        yield last.actor or " ".join(sorted(name_of(last.text).words)) or last.text


def _side(parties: Sequence[Party]) -> Side:
    return _side_of(tuple((party.text, party.country, party.actor) for party in parties))


@lru_cache(maxsize=1 << 13)
def _side_of(parties: tuple[tuple[str, str | None, str | None], ...]) -> Side:
    names = [name_of(text) for text, _, _ in parties]
    known = [_known(name, country, actor) for name, (_, country, actor) in zip(names, parties, strict=True)]
    return Side(
        parties=frozenset(known),
        generic=frozenset(word for name in names for word in name.generic),
        ids=frozenset(one for party in known for one in party.ids),
        sounds=frozenset(one for name in names for one in name.sound),
        countries=frozenset(one for party in known for one in party.states),
    )


def _known(name: Name, country: str | None, actor: str | None) -> Known:
    """A state's own id is no actor's: it stands among the states."""
    given = {actor} if actor and not (len(actor) == 3 and actor.isupper()) else set()
    return Known(name.words, name.ids | given, frozenset((country,)) if country else name.states)


def merged(parts: Sequence[Profile]) -> Profile:
    """What one article tells of one event in several claims (in the article's order), as one profile."""
    if len(parts) == 1:
        return parts[0]
    figures: dict[str, tuple[Range, ...]] = {}
    actors, targets = parts[0].actors, parts[0].targets
    for part in parts[1:]:
        actors, targets = actors | part.actors, targets | part.targets
    for part in parts:
        for what, values in part.figures.items():
            figures[what] = tuple(dict.fromkeys((*figures.get(what, ()), *values)))[:_MOST]
    return parts[0]._replace(
        digests=tuple(digest for part in parts for digest in part.digests),
        modes=_union(parts, "modes"),
        statuses=_union(parts, "statuses"),
        days=tuple(sorted({day for part in parts for day in part.days}, key=lambda day: (day.length, day)))[:_MOST],
        spots=_spots(parts),
        actors=actors,
        targets=targets,
        figures=figures,
        weapons=_union(parts, "weapons"),
        quotes=tuple(dict.fromkeys(quote for part in parts for quote in part.quotes))[:_MOST],
        trigger=_union(parts, "trigger"),
        families=_union(parts, "families"),
        definite=all(part.definite for part in parts),
        plural=any(part.plural for part in parts),
        another=any(part.another for part in parts),
        series=all(part.series for part in parts),
        origins=_union(parts, "origins"),
    )


def _union(parts: Sequence[Profile], field: str) -> frozenset[str]:
    return frozenset(one for part in parts for one in getattr(part, field))


def _spots(parts: Sequence[Profile]) -> tuple[Spot, ...]:
    """The places, the state alone only where nothing narrower is named."""
    found = list(dict.fromkeys(spot for part in parts for spot in part.spots))
    narrow = [spot for spot in found if spot.level > 0]
    return tuple((narrow or found)[:_MOST])
