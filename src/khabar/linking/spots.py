"""Places as linking compares them: resolved by the gazetteer, set side by side by containment and distance."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from math import asin, cos, isnan, radians, sin, sqrt
from typing import NamedTuple

from khabar.lexicon import default
from khabar.lexicon.schema import PlaceRow
from khabar.linking.words import Name, analysed, name_of
from khabar.model import Where

_LEVELS = {
    "country": 0,
    "region": 1,
    "governorate": 1,
    "sea": 1,
    "strait": 1,
    "river": 1,
    "district": 2,
    "island": 2,
    "road": 1,
}
_EARTH = 6371.0
_REGION = 200.0


class Spot(NamedTuple):
    """A place: ``id`` in the gazetteer or None, its ``name`` taken apart, ``country`` alpha-3, ``admin1`` id, ``level``
    0 (a state) to 3 (a town, a base), ``lat`` and ``lon`` in degrees or None."""

    id: str | None
    name: Name
    country: str | None
    admin1: str
    level: int
    lat: float | None
    lon: float | None


def spot_of(where: Where | None) -> Spot | None:
    """The spot of a claim's place; what the extractor resolved stands, the rest is looked up by name."""
    if where is None:
        return None
    known = default().places.get(where.place) if where.place else None
    spot = _spot(where.text, where.country, known.id if known else None)
    if spot.id is None and where.lat is not None and where.lon is not None:
        return spot._replace(lat=where.lat, lon=where.lon)
    return spot


@lru_cache(maxsize=1 << 14)
def _spot(text: str, country: str | None, known: str | None) -> Spot:
    row = default().places[known] if known else _row(text, country)
    name = name_of(text)
    if row is None:
        level = 0 if not name.words and name.states else 3
        return Spot(None, name, country, "", level, None, None)
    here = row.kind == "governorate"
    lat, lon = (None, None) if isnan(row.lat) or isnan(row.lon) else (row.lat, row.lon)
    level = _LEVELS.get(row.kind, 3)
    return Spot(row.id, name, country or row.country, row.id if here else row.admin1, level, lat, lon)


def _row(text: str, country: str | None) -> PlaceRow | None:
    """The gazetteer's row for a name: the longest match, then one of that state, then the first mentioned, then the
    largest."""
    best: tuple[int, bool, int, int, str] | None = None
    found = None
    for length, first, row in _rows(text):
        rank = (length, country is None or row.country in {country, None}, -first, row.population, row.id)
        if best is None or rank > best:
            best, found = rank, row
    if found is not None and country and found.country and found.country != country:
        return None
    return found


def _rows(text: str) -> Iterator[tuple[int, int, PlaceRow]]:
    words = analysed(text)
    for match in default().phrases(words):
        for sense in match.senses:
            if sense.kind == "place":
                yield match.last - match.first + 1, match.first, sense.entry
    for at, word in enumerate(words):
        for sense in word.senses:
            if sense.kind == "place":
                yield 1, at, sense.entry


def place_ids(text: str) -> frozenset[str]:
    """Ids of the known places, smaller than states, that a text names; names that are common words too do not count."""
    return frozenset(row.id for _, _, row in _rows(text) if not row.weak and row.kind != "country")


def kilometres(one: Spot, other: Spot) -> float | None:
    """Great-circle distance (haversine), or None where a coordinate is unknown."""
    if one.lat is None or one.lon is None or other.lat is None or other.lon is None:
        return None
    north, east = radians(other.lat - one.lat), radians(other.lon - one.lon)
    half = sin(north / 2) ** 2 + cos(radians(one.lat)) * cos(radians(other.lat)) * sin(east / 2) ** 2
    return 2 * _EARTH * asin(min(1.0, sqrt(half)))


RELATIONS = ("same", "near", "inside", "beside", "states", "state", "unknown", "apart", "far", "abroad")
"""What :func:`relation` may find, what speaks most for one event first."""


@lru_cache(maxsize=1 << 15)
def relation(one: Spot, other: Spot) -> str:
    """How two places stand to each other.

    ``same``; ``near`` (under 30 km, 100 for regions), ``beside`` (so near, and both of them towns or narrower);
    ``inside`` (one is the province of the other, or a region about it); ``states`` (both name the state alone),
    ``state`` (one is the state the other lies in); ``apart`` (in one state, under 150 km, 300 for regions), ``far`` (in
    one state, farther), ``unknown`` (in one state, of unknown distance); ``abroad``.
    """
    if one.country and other.country and one.country != other.country:
        return "abroad"
    if one.id and one.id == other.id:
        return "same" if one.level else "states"
    if one.level == 0 or other.level == 0:
        return "states" if one.level == other.level else "state"
    if _same_words(one.name, other.name):
        return "same"
    if one.admin1 and one.admin1 == other.admin1 and min(one.level, other.level) == 1:
        return "inside"
    distance = kilometres(one, other)
    if distance is None:
        return "unknown"
    if _part(one, other, distance) or _part(other, one, distance):
        return "inside"
    wide = min(one.level, other.level) == 1
    if distance < (100 if wide else 30):
        return "beside" if min(one.level, other.level) == 3 else "near"
    return "apart" if distance < (300 if wide else 150) else "far"


def _part(region: Spot, place: Spot, distance: float) -> bool:
    """Whether a place lies in a region without borders of its own (غرب العراق), as far as distance tells."""
    return region.level == 1 and region.admin1 != region.id and place.level > 1 and distance < _REGION


def _same_words(one: Name, other: Name) -> bool:
    shared = len(one.words & other.words)
    return shared > 0 and shared * 2 >= min(len(one.words), len(other.words))
