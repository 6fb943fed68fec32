"""Whose force moves where the word for it is all that is told (رتل عسكري تركي، أرتال تابعة للجيش)."""

from __future__ import annotations

from typing import Final

from khabar.claims.candidates import Candidate
from khabar.claims.grammar import has
from khabar.mentions.phrase import ByPhrase, Phrase
from khabar.mentions.reading import Reading

_FORCES: Final = frozenset("رتل رتلا ارتال ارتالا تعزيزات حشود حشد قافلة قوافل موكب طلائع وحدات دفعة".split())
_OWNED: Final = frozenset("تابع تابعة تابعين تابعا موالية تتبع يتبع".split())
_NEAR: Final = 4


def owned_force(reading: Reading, candidate: Candidate, row: list[Phrase], found: ByPhrase) -> None:
    """Settle as the actor the phrase that goes on from the trigger with a nationality, or the owner behind it, where
    no verb's subject sends the force."""
    if candidate.type != "MOBILIZE" or candidate.pos != "n" or has(found, "actor"):
        return
    if reading.words[candidate.first].core not in _FORCES:
        return
    for one in row:
        if one.first == candidate.first and one.last > candidate.last and one.country:
            found[one] = "actor"
            return
        before = reading.core(one.first - 1)
        if 0 < one.first - candidate.last <= _NEAR and one.prep == "ل" and before in _OWNED:
            found[one] = "actor"
            return
