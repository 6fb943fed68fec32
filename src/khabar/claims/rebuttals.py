"""Who denies what was told right before, and to whom (قالت الحركة إنها أسقطت الطائرة، وهو ما نفته القوات): the subject
right behind a verb whose suffix takes it up, and the first subject of the sentence."""

from __future__ import annotations

from typing import Final

from khabar.claims.blamed import APART
from khabar.claims.candidates import Candidate
from khabar.claims.grammar import NO_DOERS
from khabar.lexicon.words import THIRD
from khabar.mentions.phrase import ByPhrase, Phrase
from khabar.mentions.reading import Reading

_DENIES: Final = "reject.deny-more"
_FIRST: Final = frozenset(("S", "M"))
"""Slots of whoever spoke before in the sentence."""


class Rebuttals:
    """Reads both off a sentence."""

    def __init__(self, reading: Reading) -> None:
        self.r = reading

    def settle(self, candidate: Candidate, row: list[Phrase], slots: ByPhrase, found: ByPhrase) -> None:
        """Add to ``found`` (phrase to role) who denies it and who had said so."""
        if candidate.id != _DENIES or candidate.first == candidate.last:
            return
        if self.r.words[candidate.last].enc not in THIRD:
            return
        subject = next((one for one in row if one.first == candidate.last + 1 and not one.prep), None)
        if subject is None or subject.kind in NO_DOERS - {"state"}:
            return
        teller = next((one for one in row if one.first < candidate.first and slots.get(one) in _FIRST), None)
        for phrase in row:
            if phrase is subject or phrase.coord is subject:
                found[phrase] = "actor"
            elif phrase is teller:
                found[phrase] = "target"
            else:
                found[phrase] = APART
