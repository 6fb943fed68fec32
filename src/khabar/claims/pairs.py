"""Whom "the two countries", "both sides" or "the two ministers" means: the last two that a claim or the text named."""

from __future__ import annotations

from typing import Final

from khabar.claims.candidates import Candidate
from khabar.claims.kinds import BLOCS, HARM
from khabar.claims.options import PHRASE, Option, Told
from khabar.claims.sides import BOTH
from khabar.claims.states import cores
from khabar.mentions.names import Names
from khabar.mentions.phrase import Phrase
from khabar.mentions.reading import Reading

_TWO_STATES: Final = frozenset("بلدان بلدين دولتان دولتين حكومتان حكومتين".split())
"""The words that mean two states."""
_BACK: Final = 6
"""Claims back in which two states act."""
_SENTENCES: Final = 3
"""Sentences back in which they are named."""


class Pairs:
    """Finds the two that one word means."""

    def __init__(self, reading: Reading, phrases: list[list[Phrase]], names: Names) -> None:
        self.r = reading
        self.phrases = phrases
        self.names = names

    def named(
        self, candidate: Candidate, actors: list[tuple[Option, float]], told: list[Told]
    ) -> list[tuple[Option, float]]:
        """Where the actor is "the two countries", "both sides", "the two ministers": the last two that a claim or
        the text named."""
        heads = [self._head(one) for one, _ in actors]
        at = next((n for n, head in enumerate(heads) if head in BOTH), None)
        if at is None:
            return actors
        nations = self._nations(candidate, actors[at][0])
        if len(nations) > 1:
            met = self._of_nations(nations, told)
            return [(one.taken("both"), 1.0) for one in met] if met else actors
        pair = self._two_states(candidate, told) if heads[at] in _TWO_STATES else None
        if pair is None:
            pair = next((claim.doers for claim in reversed(told) if len(claim.actors) == 2), None)
            pair = pair or self._two_people(told)
        if pair is None:
            return actors
        names = {one.named.text for one in pair}
        rest = [kept for n, kept in enumerate(actors) if n != at and kept[0].named.text not in names]
        return [(one.taken("both"), 1.0) for one in pair] + rest

    def addressed(
        self, candidate: Candidate, targets: list[tuple[Option, float]], speakers: set[str], told: list[Told]
    ) -> list[tuple[Option, float]]:
        """Where "both sides" are addressed: the last two who did something together or to one another, but for who
        speaks."""
        if len(targets) != 1 or self._head(targets[0][0]) not in BOTH:
            return targets
        if self._head(targets[0][0]) in _TWO_STATES:
            states = self._two_states(candidate, told)
            return [(one.taken("both"), 1.0) for one in states] if states else targets
        for claim in reversed(told[-_BACK:]):
            pair = claim.doers if len(claim.doers) == 2 else [*claim.doers, *claim.hit]
            names = {one.named.text for one in pair}
            bodies = all(one.phrase is None or one.phrase.kind in BLOCS for one in pair)
            if len(pair) == len(names) == 2 and bodies and not names & speakers:
                return [(one.taken("both"), 1.0) for one in pair]
        states = self._two_states(candidate, told)
        return [(one, 1.0) for one in states] if states else targets

    def _two_people(self, told: list[Told]) -> list[Option] | None:
        """Who spoke last to another (دعا الرئيس فلان نظيره فلانا إلى التهدئة), and he."""
        for claim in reversed(told[-_BACK:]):
            pair = [*claim.doers, *claim.hit]
            people = all(one.phrase is not None and one.phrase.kind == "person" for one in pair)
            if len(pair) == 2 and people and pair[0].named.text != pair[1].named.text:
                return pair if claim.candidate.type not in HARM else None
        return None

    def _nations(self, candidate: Candidate, option: Option) -> list[str]:
        """The states of both, where adjectives tell them (الجانبان المصري والروسي)."""
        first = option.phrase
        if first is None or first.country is None:
            return []
        tied = [one.country for one in self.phrases[candidate.sentence] if one.coord is first and one.country]
        return [first.country, *tied]

    def _of_nations(self, nations: list[str], told: list[Told]) -> list[Option]:
        """Those of these states who did the last thing together."""
        for claim in reversed(told):
            found = {one.named.country: one for one in claim.doers if one.named.country in nations}
            if len(found) == len(nations) == len(claim.actors):
                return list(found.values())
        return []

    def _head(self, option: Option) -> str:
        if option.phrase is not None:
            if option.phrase.name[0] > option.phrase.first:
                return ""
            return self.r.words[option.phrase.head].core
        return next(iter(cores(self.r, option.named.text)), "")

    def _two_states(self, candidate: Candidate, told: list[Told]) -> list[Option] | None:
        """The states behind "the two countries": those of the last claim between two, else the last two named."""
        for claim in reversed(told[-_BACK:]):
            found = list(dict.fromkeys(one.named.country for one in claim.doers if one.named.country))
            if len(found) > 1:
                break
        else:
            row = [
                phrase.country
                for number in range(max(0, candidate.sentence - _SENTENCES), candidate.sentence + 1)
                for phrase in self.phrases[number]
                if phrase.kind == "state" and phrase.country and phrase.first < candidate.first
            ]
            found = list(dict.fromkeys(reversed(row)))
        states = [one for country in found[:2] if (one := self.names.state(country)) is not None]
        return [Option(one, None, "both", 0, PHRASE, (), ()) for one in states] if len(states) == 2 else None
