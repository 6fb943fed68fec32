"""The options of claims with their probabilities, and who of them did nothing."""

from __future__ import annotations

from typing import Final

from khabar.claims.accusations import anonymous
from khabar.claims.aftermath import Loss
from khabar.claims.candidates import Candidate
from khabar.claims.casualties import Casualties
from khabar.claims.charged import accused
from khabar.claims.choice import Scored, score
from khabar.claims.harmless import Harmless
from khabar.claims.ourselves import Ourselves
from khabar.claims.owners import owning
from khabar.claims.roles import RoleFinder
from khabar.mentions.names import Names
from khabar.mentions.phrase import Phrase
from khabar.mentions.phrase_words import fires
from khabar.mentions.reading import Reading

_HELPLESS: Final = frozenset("نساء اطفال طفل طفلة طفلان رضيع رضع شيوخ مسنين عجزة مرضى جرحى مصابين قتلى".split())
_ASKED_OF: Final = frozenset(("PROTEST", "REQUEST", "CONSULT", "ACCUSE"))
"""Types of what they do all the same."""


class PartyOffer:
    """The options of a claim; ``able``: those that may have done it."""

    __slots__ = ("able", "candidate", "options")

    def __init__(self, candidate: Candidate, options: list[Scored]) -> None:
        self.candidate = candidate
        self.options = options
        self.able = options


class PartyOffers:
    """Finds the options of all claims of a text. ``losses``: first token of an attack to the words that tell what
    somebody suffered by it; ``fired``: first tokens of what is fired."""

    def __init__(
        self,
        reading: Reading,
        phrases: list[list[Phrase]],
        names: Names,
        roles: RoleFinder,
        losses: dict[int, list[Loss]],
        ourselves: Ourselves,
        casualties: Casualties,
    ) -> None:
        self.r = reading
        self._rows = phrases
        self._names = names
        self._roles = roles
        self._losses = losses
        self._ourselves = ourselves
        self._casualties = casualties
        self._harmless = Harmless(reading, roles, names)
        fire = [at for at, word in enumerate(reading.words) if fires(word)]
        self.fired = frozenset((*fire, *(found.first for found in reading.marks.of("weapon"))))

    def of(self, candidates: list[Candidate]) -> list[PartyOffer]:
        """The options of every claim, in order."""
        offered = zip(candidates, self._roles.options(candidates), strict=True)
        offers = [PartyOffer(one, score(options, one.first in self._losses)) for one, options in offered]
        for offer in offers:
            self._set_apart(offer)
        return offers

    def _set_apart(self, offer: PartyOffer) -> None:
        """Who of the options did nothing: whoever suffered by it, only tells of it or has what was hit."""
        candidate, options = offer.candidate, offer.options
        hurt = {one.option.named.text for one in options if one.settled == "target"}
        apart = among(hurt, options)
        apart += self._harmless.among(candidate, options, self._roles.bystanders)
        apart += self._harmless.at_home(candidate, options, self.fired)
        another = self._ourselves.another(candidate)
        if another is not None:
            speaker = self._names.resolve(another).text
            apart += [one for one in options if one.option.named.text == speaker]
        visited = self._visited(candidate, options)
        if visited:
            offer.able = options = [one for one in options if one not in visited]
        apart += self._casualties.of(candidate, options)
        if accused(self.r, candidate):
            apart += options
        apart += owning(self.r, options)
        if anonymous(self.r, candidate, self._rows[candidate.sentence]):
            apart += [one for one in options if one.option.phrase is None]
        if candidate.type not in _ASKED_OF:
            apart += [one for one in options if self._helpless(one)]
        bar(apart)

    def _helpless(self, one: Scored) -> bool:
        """Women, children and the old are mostly told of for what they suffer."""
        phrase = one.option.phrase
        return one.settled != "actor" and phrase is not None and self.r.words[phrase.head].core in _HELPLESS

    def _visited(self, candidate: Candidate, options: list[Scored]) -> list[Scored]:
        """Where somebody goes whom only the verb's person stands for (وسيزور القاهرة)."""
        if candidate.type != "CONSULT" or candidate.frame != "move" or candidate.pos != "v":
            return []
        return [
            one
            for one in options
            if (phrase := one.option.phrase) is not None
            and phrase.kind in {"place", "state"}
            and not phrase.prep
            and phrase.first > candidate.last
        ]


def among(names: set[str], options: list[Scored]) -> list[Scored]:
    """The options of these names that may have done it."""
    return [one for one in options if one.actor > 0.0 and one.option.named.text in names] if names else []


def bar(apart: list[Scored]) -> None:
    """They did it only if grammar says so."""
    for one in apart:
        if one.settled != "actor":
            one.actor = 0.0
