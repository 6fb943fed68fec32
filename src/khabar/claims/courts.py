"""Which court sentenced somebody, where the sentence of a verdict does not say so."""

from __future__ import annotations

from typing import Final

from khabar.claims.options import PHRASE, Option, Told
from khabar.mentions.names import Names
from khabar.mentions.phrase import Phrase
from khabar.mentions.reading import Reading

_COURTS: Final = frozenset("محكمة محاكم قضاء قاض قاضي قاضية قضاة".split())
_BODIES: Final = frozenset(("government", "state", "military", "organisation"))
"""Kinds of phrases that pass verdicts too."""
_SURE: Final = 0.5


class Courts:
    """Finds the court named nearest to a verdict, before it first."""

    def __init__(self, reading: Reading, phrases: list[list[Phrase]], names: Names) -> None:
        self.r = reading
        self.names = names
        self._phrases = phrases
        self._courts: list[Phrase] | None = None

    def _named(self) -> list[Phrase]:
        """The courts of the text, once a verdict asks for them."""
        if self._courts is None:
            words = self.r.words
            self._courts = [one for row in self._phrases for one in row if words[one.head].core in _COURTS]
        return self._courts

    def of(self, claim: Told) -> Option | None:
        """The court, unless somebody who passes verdicts is told to have passed this one."""
        if claim.mode != "convict" or self._told(claim):
            return None
        courts = self._named()
        if not courts:
            return None
        here = claim.candidate.sentence
        at = self.r.sentence_at
        own = [one for one in courts if at[one.first] == here]
        before = [one for one in courts if at[one.first] < here]
        found = own[0] if own else before[-1] if before else courts[0]
        return Option(self.names.resolve(found), found, "court", 0, PHRASE, (), ())

    def _told(self, claim: Told) -> bool:
        if not claim.actors:
            return False
        option, score = claim.actors[0]
        phrase = option.phrase
        if phrase is None:
            return True
        fits = phrase.kind in _BODIES or self.r.words[phrase.head].core in _COURTS
        return fits and (score >= _SURE or self.r.words[phrase.head].core in _COURTS)
