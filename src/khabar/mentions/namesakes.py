"""Places that share a name: which of them a phrase means."""

from __future__ import annotations

from typing import Final

from khabar.lexicon.schema import PlaceRow
from khabar.mentions.phrase import Phrase
from khabar.mentions.reading import Reading

_NONE: Final[list[PlaceRow]] = []
_RANK: Final = {
    "country": 5,
    "city": 4,
    "governorate": 3,
    "base": 3,
    "airport": 3,
    "region": 3,
    "town": 2,
    "district": 2,
}
"""How large a place of a kind is; others are 1."""
_PROVINCES: Final = frozenset(("محافظة", "محافظتي", "محافظات"))
_SIGNS: Final = {"عم\u0651": "JOR", "ع\u064eم": "JOR", "ع\u064fم": "OMN"}
"""Amman's doubled letter and first vowel, and the first vowel of Oman."""


def namesakes(reading: Reading, phrase: Phrase) -> list[PlaceRow]:
    """Gazetteer rows of the place name in a phrase; more than one where places share it."""
    place = phrase.place
    if place is None:
        return _NONE
    for at in range(phrase.first, phrase.last + 1):
        marks = reading.same("place", at)
        if any(mark.entry is place or mark.entry == place for mark in marks):
            last = 0
            for mark in marks:
                last = max(last, mark.last)
            return [mark.entry for mark in marks if mark.last == last]
    return _NONE


def settle(
    reading: Reading, phrase: Phrase, rows: list[PlaceRow], counts: dict[str, int], behind: Phrase | None
) -> None:
    """Among namesakes (طرابلس, دوما) the one in the state that is told with it, a governorate that is called one, the
    one in a state that the article speaks of, then the larger. ``behind``: the phrase after it."""
    told = _nationality(reading, phrase)
    if told is None and behind is not None and behind.prep in {"في", "ب"} and behind.first <= phrase.last + 2:
        told = behind.country if behind.place is not None else None
    if told is None and phrase.kind == "state":
        told = phrase.country
    told = told or _vowelled(reading, phrase)
    state = reading.lex[phrase.first].get("country")
    weak = state is not None and state.tag == "weak"
    province = any(reading.words[at].core in _PROVINCES for at in (phrase.first - 1, phrase.first))
    best = rows[0]
    highest = _weighed(best, told, counts, weak, province)
    for row in rows[1:]:
        weighed = _weighed(row, told, counts, weak, province)
        if weighed > highest:
            best, highest = row, weighed
    if phrase.kind == "place" and (phrase.country is None or phrase.country == phrase.place.country):
        phrase.country = best.country
    phrase.place = best


def _weighed(
    row: PlaceRow, told: str | None, counts: dict[str, int], weak: bool, province: bool
) -> tuple[bool, bool, int, int, int]:
    """What speaks for a place: it lies in the state that is told, it is a governorate and called one, the article
    speaks of its state, it is large."""
    country, kind = row.country, row.kind
    rank = 0 if weak and kind == "country" else _RANK.get(kind, 1)
    return country == told, province and kind == "governorate", counts.get(country or "", 0), rank, row.population


def _vowelled(reading: Reading, phrase: Phrase) -> str | None:
    """The state of the one that a vowel sign tells (عمّان, عُمان)."""
    start, end = reading.raw(phrase.first, phrase.last)
    written = reading.text[start:end]
    return next((country for sign, country in _SIGNS.items() if sign in written), None)


def _nationality(reading: Reading, phrase: Phrase) -> str | None:
    """The state that an adjective right before or behind a place names (العاصمة الأردنية عمان, دوما السورية)."""
    for at in range(max(phrase.first - 1, 0), min(phrase.last + 2, len(reading.words))):
        marks = reading.lex[at]
        mark = marks.get("country") if marks else None
        if mark is not None and mark.tag == "adj":
            return str(mark.sense.id)
    return None
