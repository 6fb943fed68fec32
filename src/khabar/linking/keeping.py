"""What linking compares by, as bytes that a store keeps: nothing of a stored claim is worked out again when a new one
is compared with it."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from functools import cache, lru_cache
from typing import TypeVar

import msgspec

from khabar.lexicon.load import root
from khabar.linking.days import Days
from khabar.linking.index import Head
from khabar.linking.profile import ArticleView, Profile, Side
from khabar.linking.spots import Spot

Value = TypeVar("Value", Side, Spot)
FORM = 2
"""Raised when profiles, keys or scores are made otherwise."""
_NOWHERE = ArticleView("", None, None, 0, frozenset())
_encode = msgspec.msgpack.Encoder().encode
_profile = msgspec.msgpack.Decoder(Profile)
_view = msgspec.msgpack.Decoder(ArticleView)
_scores = msgspec.msgpack.Decoder(dict[int, int])
_days = msgspec.msgpack.Decoder(tuple[Days, ...])


@cache
def mark() -> str:
    """Names the way of linking: the form of what is kept, and the weights. What another way made is made anew."""
    import hashlib

    weights = (root() / "weights" / "linking.json").read_bytes()
    return f"{FORM}-{hashlib.sha256(weights).hexdigest()[:16]}"


def pack(profile: Profile) -> bytes:
    """A profile without its article."""
    return _encode(profile._replace(article=_NOWHERE))


def unpack(packed: bytes, article: ArticleView) -> Profile:
    """The profile that :func:`pack` packed; profiles of one article are to be given one ``article``."""
    found = _profile.decode(packed)
    return found._replace(
        article=article,
        spots=tuple(map(_one, found.spots)),
        actors=_one(found.actors),
        targets=_one(found.targets),
        quotes=tuple(map(_shared, found.quotes)),
    )


@lru_cache(maxsize=1 << 14)
def _one(value: Value) -> Value:
    """The same object for equal values: news name the same places and parties again and again."""
    return value


def pack_view(article: ArticleView) -> bytes:
    """What is compared of an article."""
    return _encode(article)


def unpack_view(packed: bytes) -> ArticleView:
    """The article that :func:`pack_view` packed."""
    found = _view.decode(packed)
    return found._replace(words=_shared(found.words))


def _shared(words: frozenset[str]) -> frozenset[str]:
    """The same words, each the one object that all others of its spelling are."""
    return frozenset(map(sys.intern, words))


def pack_days(days: tuple[Days, ...]) -> bytes:
    """Days, for a :class:`Head`."""
    return _encode(days)


def head_of(article: str, name: str, days: bytes, published: int | None, earliest: int) -> Head:
    """The head of a profile that is kept."""
    return Head(article, name, _days.decode(days), published, earliest)


def pack_scores(scores: Mapping[int, int]) -> bytes:
    """Scores with groups that came before, by their numbers."""
    return _encode(scores)


def unpack_scores(packed: bytes) -> dict[int, int]:
    """The scores that :func:`pack_scores` packed."""
    return _scores.decode(packed)
