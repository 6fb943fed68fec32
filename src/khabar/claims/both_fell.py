"""Both sides of a clash told by nothing but their dead and wounded (قتل شرطيان ومسلحان في تبادل لإطلاق النار)."""

from __future__ import annotations

from typing import Final

from khabar.claims.options import Option
from khabar.claims.sides import CROWDS
from khabar.mentions.phrase import Phrase
from khabar.mentions.reading import Reading

_SERVE: Final = frozenset(("official", "military"))
_OF_THE_STATE: Final = frozenset("شرطة امن جيش درك حرس جمارك".split())
"""Words of bodies whose men serve a state."""


def both_fell(reading: Reading, suffered: list[Option]) -> list[Option]:
    """Those who suffered, if men of a state and others who fight are among them; else nobody."""
    guards, others = [], []
    for option in suffered:
        phrase = option.phrase
        if phrase is None:
            continue
        if _serves(reading, phrase):
            guards.append(option)
        elif phrase.kind == "armed-group" or phrase.role == "armed-group" or reading.words[phrase.head].core in CROWDS:
            others.append(option)
    return guards + others if guards and others else []


def _serves(reading: Reading, phrase: Phrase) -> bool:
    """A man of the army or the police, or several."""
    if phrase.kind == "military" or phrase.role in _SERVE:
        return True
    return any(reading.words[at].core in _OF_THE_STATE for at in range(phrase.first, phrase.last + 1))
