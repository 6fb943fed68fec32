"""Against whom people take to the streets: behind "against", whoever did what they protest at, whoever they brought
down."""

from __future__ import annotations

from typing import Final

from khabar.claims.candidates import Candidate
from khabar.claims.clauses import STOPS, THAT, Clauses
from khabar.claims.grammar import NO_DOERS
from khabar.claims.untouched import NO_TARGET
from khabar.mentions.phrase import Phrase
from khabar.mentions.reading import Reading

_AT: Final = frozenset("احتجاج احتجاجا اعتراض اعتراضا رفض رفضا".split())
"""Words that lead with على or ل to the deed protested at."""
_SHUNNED: Final = frozenset(("state", "government", "organisation", "alliance", "armed-group", "party", "person"))
_TOPPLED: Final = frozenset("اطاح اطاحت تطيح يطيح اطاحوا خلع خلعت اسقط اسقطت".split())
_REACH: Final = 28
"""Tokens behind a protest within which it is told whom it is against."""
_DEED: Final = 7
"""Tokens behind a word of protest within which whoever did the deed is named."""
_CLOSERS: Final = STOPS | THAT
"""What ends the clause of a protest."""


class Dissent:
    """Reads off whom a protest is against."""

    def __init__(self, reading: Reading, clauses: Clauses) -> None:
        self.r = reading
        self.clauses = clauses

    def settle(self, candidate: Candidate, row: list[Phrase], slots: dict[int, str], found: dict[int, str]) -> None:
        """Add to ``found`` (``id(phrase)`` to role) against whom it is."""
        if candidate.type != "PROTEST":
            return
        end = self._end(candidate.last)
        behind = [one for one in row if candidate.last < one.first < end]
        against = self._shunned(candidate, row, slots)
        against = against or next((one for one in behind if one.coord is None and self._against(one)), None)
        against = against or self._blamed(candidate.first, end, behind)
        for phrase in row:
            tied = phrase.coord is not None and against is not None and found.get(id(phrase.coord)) == "target"
            if phrase is against or tied:
                found[id(phrase)] = "target"
            elif found.get(id(phrase)) == "target":
                found[id(phrase)] = NO_TARGET

    def _shunned(self, candidate: Candidate, row: list[Phrase], slots: dict[int, str]) -> Phrase | None:
        """Whom people boycott: the object (قاطعت الأحزاب الحكومة), the genitive of the noun."""
        if candidate.mode != "boycott":
            return None
        objects = ("A2",) if any(slot.startswith("A2") for slot in slots.values()) else ("A1s", "A1r", "Gm", "Gn")
        return next((one for one in row if slots.get(id(one), "").startswith(objects) and one.kind in _SHUNNED), None)

    def _end(self, last: int) -> int:
        reach = min(last + _REACH, len(self.r.forms))
        return next((at for at in range(last + 1, reach) if self.r.forms[at] in _CLOSERS), reach)

    def _against(self, phrase: Phrase) -> bool:
        """Behind "against", or brought down."""
        if phrase.kind in NO_DOERS or phrase.kind == "adjective":
            return False
        if phrase.prep == "ضد":
            return True
        return phrase.prep == "ب" and self.r.forms[phrase.first - 1] in _TOPPLED

    def _blamed(self, first: int, end: int, behind: list[Phrase]) -> Phrase | None:
        """Who did the deed that the protest is at (احتجاجا على القصف التركي)."""
        for at in range(first, end - 1):
            if self.r.words[at].core in _AT and self.r.forms[at + 1] == "على":
                return next((one for one in behind if at < one.first <= at + _DEED and self._did(one)), None)
        return None

    def _did(self, phrase: Phrase) -> bool:
        """The nationality a deed bears, or the genitive of its noun."""
        before = phrase.first - 1
        if phrase.kind == "adjective":
            return phrase.country is not None and any(at in self.clauses.events for at in range(before - 1, before + 1))
        return before in self.clauses.events and not phrase.prep and phrase.kind not in NO_DOERS | {"person", "people"}
