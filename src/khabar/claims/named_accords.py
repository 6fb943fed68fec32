"""Agreements called by the town in which they were made (اتفاق ستوكهولم، إعلان الجزائر): it is no side of them."""

from __future__ import annotations

from typing import Final

from khabar.claims.blamed import APART
from khabar.claims.candidates import Candidate
from khabar.mentions.phrase import ByPhrase, Phrase
from khabar.mentions.reading import Reading

_ACCORDS: Final = frozenset(
    "اتفاق اتفاقا اتفاقية اتفاقيات معاهدة اعلان مسار وثيقة مؤتمر قمة مبادرة ميثاق بروتوكول تفاهمات مقررات مخرجات "
    "بيان".split()
)
"""Nouns of what a town gives its name to."""


def settle(reading: Reading, candidate: Candidate, row: list[Phrase], found: ByPhrase) -> None:
    """Set apart in ``found`` (phrase to role) the town behind the noun of an agreement."""
    if candidate.type != "AGREE":
        return
    for phrase in row:
        if phrase.prep or phrase.first < 1 or phrase.first != phrase.last or phrase.kind not in {"place", "state"}:
            continue
        noun = reading.words[phrase.first - 1]
        if noun.core not in _ACCORDS or noun.det:
            continue
        marks = reading.lex[phrase.first]
        place = marks.get("place")
        if place is not None and getattr(place.entry, "kind", "") != "country":
            found[phrase] = APART
