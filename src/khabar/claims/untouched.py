"""Who cannot be the target of a deed: who does something else to what a suffix stands for, where something was said,
what is demanded, where people were seized."""

from __future__ import annotations

from typing import Final

from khabar.claims.candidates import Candidate
from khabar.claims.clauses import Clauses
from khabar.claims.kinds import SOMEBODY
from khabar.mentions.phrase import Phrase
from khabar.mentions.reading import THIRD, Reading
from khabar.model import VERBAL_TYPES

NO_TARGET: Final = "no target"
_WHERE: Final = frozenset(("في", "ب", "داخل", "خارج", "قرب", "وسط"))
_OFSOMEBODY: Final = frozenset(("REQUEST", "REJECT", "THREATEN"))
"""Types whose target is somebody, not what is asked or refused."""
_OF_PEOPLE: Final = frozenset(("arrest", "abduct", "deport", "convict"))
"""Modes of what is done to people alone: a place is where."""


class Untouched:
    """Reads off who suffers nothing by a deed."""

    def __init__(self, reading: Reading, clauses: Clauses) -> None:
        self.r = reading
        self.clauses = clauses

    def settle(self, candidate: Candidate, row: list[Phrase], slots: dict[int, str], found: dict[int, str]) -> None:
        """Add to ``found`` (``id(phrase)`` to role) what is no target."""
        for phrase in row:
            elsewhere = candidate.entry.type in VERBAL_TYPES or candidate.entry.mode in _OF_PEOPLE
            said = elsewhere and phrase.kind == "place" and phrase.prep in _WHERE
            nobodys = candidate.entry.type == "REQUEST" or (phrase.country is None and not self._names(phrase))
            asked = candidate.entry.type in _OFSOMEBODY and phrase.kind == "thing" and nobodys
            searched = candidate.entry.id == "coerce.raid.search" and phrase.kind == "place"
            if id(phrase) not in found and (said or asked or searched or self._acts_elsewhere(candidate, phrase)):
                found[id(phrase)] = NO_TARGET

    def _names(self, phrase: Phrase) -> bool:
        """Somebody's name or body stands in the phrase (مزاعم الحركة)."""
        within = range(phrase.first + 1, phrase.last + 1)
        return any(not SOMEBODY.isdisjoint(self.r.lex[at]) for at in within)

    def _acts_elsewhere(self, candidate: Candidate, phrase: Phrase) -> bool:
        """The subject of another verb whose suffix is its object (ألغام تركها المسلحون)."""
        verb = phrase.first - 1
        if phrase.prep or phrase.kind == "place" or verb <= candidate.last or verb not in self.clauses.acting:
            return False
        return self.r.words[verb].enc in THIRD
