"""From whom something is taken back: behind من the liberation of a place tells whom it was freed from."""

from __future__ import annotations

from typing import Final

from khabar.claims.candidates import Candidate
from khabar.claims.clauses import STOPS, Clauses
from khabar.claims.untouched import NO_TARGET
from khabar.mentions.phrase import ByPhrase, Phrase
from khabar.mentions.reading import Reading

_GRIP: Final = frozenset("قبضة ايدي ايادي يد سيطرة براثن فلول بقايا جيوب عصابات احتلال".split())
_HOLD: Final = "coerce.seize.control"
_HOLDERS: Final = frozenset(
    ("armed-group", "military", "people", "person", "organisation", "alliance", "state", "party")
)
_REACH: Final = 18
"""Tokens behind a liberation within which it is told from whom."""


class Wrested:
    """Reads off from whom a place was taken back."""

    def __init__(self, reading: Reading, clauses: Clauses) -> None:
        self.r = reading
        self.clauses = clauses

    def settle(self, candidate: Candidate, row: list[Phrase], slots: ByPhrase, found: ByPhrase) -> None:
        """Add to ``found`` (phrase to role) from whom it was taken; the place itself is then no target."""
        if candidate.mode != "seize" or candidate.frame != "act" or not self._takes_from(candidate):
            return
        end = self._end(candidate.last)
        loser = next((one for one in row if candidate.last < one.first < end and self._from(one)), None)
        if loser is None:
            return
        for phrase in row:
            if phrase is loser or (phrase.coord is not None and found.get(phrase.coord) == "target"):
                found[phrase] = "target"
            elif found.get(phrase) == "target":
                found[phrase] = NO_TARGET

    def _takes_from(self, candidate: Candidate) -> bool:
        return candidate.entry.prep.get("من") == "target"

    def _end(self, last: int) -> int:
        reach = min(last + _REACH, len(self.r.forms))
        return next((at for at in range(last + 1, reach) if self._closes(at)), reach)

    def _closes(self, at: int) -> bool:
        return self.r.forms[at] in STOPS or self.clauses.acting[at]

    def _from(self, phrase: Phrase) -> bool:
        """Behind من, or behind من and a word for somebody's grip (من قبضة التنظيم، من أيدي المسلحين)."""
        before = phrase.first - 1
        grip = self.r.words[before].core in _GRIP
        at = before - 1 if grip else before
        if self.r.forms[at] != "من":
            return False
        return phrase.kind in _HOLDERS or self.r.words[phrase.first].core in _GRIP


def loosened(reading: Reading, candidate: Candidate, taken: Candidate | None) -> bool:
    """The hold from which the claim ``taken`` before it in the sentence frees something (تحرير القرى من سيطرة التنظيم):
    no claim of its own."""
    if candidate.id != _HOLD or taken is None or taken.mode != "seize" or taken.sentence != candidate.sentence:
        return False
    at = candidate.first - 1
    return reading.forms[at] == "من" and at - 1 not in reading.time_tokens
