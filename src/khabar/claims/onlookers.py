"""Tellers who did nothing themselves and yet name who did it: state media, watchdogs."""

from __future__ import annotations

from typing import Final

from khabar.claims.allegiance import Allegiance
from khabar.claims.candidates import Candidate
from khabar.claims.kinds import HARM
from khabar.claims.vantage import Vantage
from khabar.mentions.names import Named, Names
from khabar.mentions.phrase import Phrase

_RIGHTS: Final = frozenset("تحقيق تقصي عفو رايتس ووتش حقوق حقوقية حقوقي لحقوق للحقوق".split())
_COUNTS: Final = frozenset(("مرصد", "مفوضية"))
"""Heads of bodies that count what all sides do."""


class Onlookers:
    """Tells whether somebody of no side, or an organ of a state, lays a deed at another's door."""

    def __init__(self, names: Names, sides: Allegiance, vantage: Vantage) -> None:
        self.names = names
        self.sides = sides
        self.vantage = vantage

    def partisan(
        self, candidate: Candidate, chain: list[Phrase], speaker: Named, parties: tuple[list[Named], list[Named]]
    ) -> bool:
        """State media tell, or cite somebody, that a foe of their state or another state hit their own."""
        if candidate.type not in HARM or candidate.frame == "mutual" or not parties[0]:
            return False
        organ = next((one for one in chain if self.vantage.organ(one)), None)
        if organ is None or self.vantage.heals(chain[-1], speaker):
            return False
        for state in (speaker, self.names.resolve(organ)):
            if state.country is not None:
                by = {self.sides.relation("state", state, one) for one in parties[0]}
                return not by.isdisjoint({"foe", "foreign"}) and "own" not in by
        return False

    def watch(self, candidate: Candidate, speaker: Named, parties: tuple[list[Named], list[Named]]) -> bool:
        """A body that watches over human rights names who wronged others, one of no side a group that rises against
        its state; who counts what all do blames nobody."""
        killed = candidate.frame == "undergo" and candidate.pos == "v" and bool(parties[1])
        if candidate.type not in HARM or not parties[0] or not (candidate.frame == "act" or killed):
            return False
        words = {word.removeprefix("ال") for word in f"{speaker.text} {self.sides.office(speaker)}".split()}
        if not words.isdisjoint(_COUNTS):
            return False
        return not words.isdisjoint(_RIGHTS) or any(self.sides.outlawed(one) for one in parties[0])
