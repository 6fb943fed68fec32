"""The standing counts of a store: tallies, claims that count attacks over a period, and what their sentences name."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from msgspec.structs import replace

from khabar.linking.spots import place_ids
from khabar.linking.words import actor_states, name_of, stems
from khabar.model import Claim, Figure, Record, Span, Tally, Trigger, Where
from khabar.store import Filter, Store, StoredArticle, StoredClaim, StoredTally
from khabar.views.marks import sentence_around

FORCES = "جندي جنود عسكري عسكريين عسكريون قوات القوات عناصر مقاتل مقاتلين مقاتلون مستشارين"
ATTACKS = "هجوم هجمات هجوما ضربة ضربات غارة غارات قصف استهداف"
_MANY = 10
"""A claim's count of attacks from so many on stands for a period, not for one event."""
_BEFORE = 400
"""Characters before a sentence that names nobody (we have passed fifty now) that tell who and where it counts."""


class Item(Record, frozen=True, kw_only=True):
    """A count and what its sentence names; ``as_claim`` carries it to the rule for figures."""

    kind: str
    what: str
    unit: str | None
    place: Where | None
    since: str | None
    sentence: str
    names: frozenset[str]
    states: frozenset[str]
    as_claim: StoredClaim


def counted_items(store: Store, as_of: str | None) -> Iterator[Item]:
    """Every count reported by a day; of a sentence that a tally stands in, no claim's."""
    sentences: set[tuple[str, str]] = set()
    for tally in store.tallies(as_of=as_of, text=True):
        item = _of_tally(tally)
        sentences.add((tally.source.article.id, item.sentence))
        yield item
    for claim in store.claims(Filter(as_of=as_of, counts=("attacks", _MANY)), text=True):
        item = _of_claim(claim)
        if (claim.source.article.id, item.sentence) not in sentences:
            yield item


def _of_tally(stored: StoredTally) -> Item:
    tally, text = stored.tally, stored.source.article.text
    start = tally.start if tally.start is not None else max(0, text.find(tally.quote))
    end = tally.end if tally.end is not None else start + len(tally.quote)
    quote = text[start:end]
    claim = Claim(
        quote=quote,
        trigger=Trigger(start=start, end=end, text=quote),
        evidence=Span(start, end),
        type="MOBILIZE",
        place=tally.place,
        figures=(Figure(what="count", low=tally.low, high=tally.high),),
        isnad=tally.isnad,
    )
    return _item(stored.source, claim, -1 - stored.n, tally)


def _of_claim(stored: StoredClaim) -> Item:
    claim = stored.claim
    figure = max((one for one in claim.figures if one.what == "attacks"), key=lambda one: one.low)
    tally = Tally(
        quote=claim.trigger.text, what=claim.trigger.text, low=figure.low, high=figure.high, place=claim.place,
        since=(claim.date or "").partition("/")[0] or None, isnad=claim.isnad,
    )  # fmt: skip
    counted = Figure(what="count", low=figure.low, high=figure.high)
    as_claim = Claim(
        quote=claim.quote, trigger=claim.trigger, evidence=claim.evidence, type=claim.type, place=claim.place,
        figures=(counted,), isnad=claim.isnad,
    )  # fmt: skip
    return _item(stored.source, as_claim, stored.n, tally)


def _item(source: StoredArticle, claim: Claim, n: int, tally: Tally) -> Item:
    text = source.article.text
    start, end = sentence_around(text, claim.evidence)
    sentence = text[start:end]
    named = name_of(sentence)
    if tally.place is None and not named.states and not named.ids:
        named = name_of(text[max(0, start - _BEFORE) : end])
    bare = replace(source, article=replace(source.article, text=""))
    return Item(
        kind=_kind(tally, sentence),
        what=tally.what,
        unit=tally.unit,
        place=tally.place,
        since=tally.since,
        sentence=sentence,
        names=named.ids | place_ids(sentence),
        states=named.states | actor_states(named.ids),
        as_claim=StoredClaim(source=bare, n=n, claim=claim),
    )


@lru_cache(1 << 14)
def stems_of(words: str) -> frozenset[str]:
    """The stems of words that are asked for again and again."""
    return frozenset(stems(words))


def _kind(tally: Tally, sentence: str) -> str:
    if tally.unit:
        return "measure"
    for words in (f"{tally.what} {tally.quote}", sentence):
        found = set(stems(words))
        if found & stems_of(ATTACKS):
            return "attacks"
        if found & stems_of(FORCES):
            return "troops"
    return "count"
