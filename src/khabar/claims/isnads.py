"""The isnad of a claim, chosen among the chains offered, and whether its origin speaks of its own deeds."""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from khabar.claims.accused import Accused
from khabar.claims.candidates import Candidate
from khabar.claims.chains import CHAINS, ChainFinder, ChainOption
from khabar.claims.frame import Frame
from khabar.claims.frames import Attribution
from khabar.claims.kinds import VERBAL_TYPES
from khabar.claims.templates import scoring
from khabar.claims.weights import alone
from khabar.mentions.names import Named, Names
from khabar.mentions.phrase import Phrase
from khabar.mentions.reading import Reading
from khabar.text import folded

_NEAR: Final = 3
"""Sentences on either side within which the speaker of a verbal act is looked for among those who report."""
_FIRST_PERSON: Final[tuple[str, ...]] = (".1", ".1p", ".1s")
"""Ends of the tags of verbs by which the speaker acts himself (أطلب منكم)."""
_KEPT: Final = 4096
_known_words: Final[dict[str, frozenset[str]]] = {}
"""The words of the names that are compared again and again."""


class IsnadFinder:
    """Chooses the chain of each claim."""

    def __init__(self, reading: Reading, names: Names, attribution: Attribution, accused: Accused) -> None:
        self.r = reading
        self.names = names
        self.attribution = attribution
        self._accused = accused
        self._finder = ChainFinder(reading, attribution)

    def options(self, candidate: Candidate, actors: list[Named]) -> list[ChainOption]:
        """Options for the isnad."""
        return self._finder.options(candidate, self._own(candidate, actors))

    def choose(self, candidate: Candidate, actors: list[Named]) -> tuple[list[Phrase], list[Frame]]:
        """The chain of a claim and the frames it comes from."""
        resumed = self._finder.resumed(candidate) or self._finder.retold(candidate)
        if resumed is not None:
            return resumed.chain, [resumed]
        own = self._own(candidate, actors)
        options = self._finder.options(candidate, own)
        states = {actor.country for actor in actors if actor.country}
        if self._finder.governed(candidate, own, states):
            options = [option for option in options if option.chain] or options
        if candidate.type in VERBAL_TYPES and candidate.pos == "v" and candidate.tag.endswith(_FIRST_PERSON):
            options = [option for option in options if own.isdisjoint(option.chain)] or options
        chosen = options[0]
        if len(options) > 1:
            tables = scoring(CHAINS, "isnad").of(options[0].own)
            weights = [alone(tables.total(option.values)) for option in options]
            best = 0
            for at, weight in enumerate(weights):
                if weight > weights[best]:
                    best = at
            chosen = options[best]
        if self._finder.aside(candidate, chosen):
            return [], []
        accuser = None if chosen.chain else self._accuser(candidate, actors)
        return ([accuser], []) if accuser is not None else (chosen.chain, chosen.frames)

    def _accuser(self, candidate: Candidate, actors: list[Named]) -> Phrase | None:
        """Who brings the charge of the deed, or condemns the state that did it."""
        charge = self._accused.charge(candidate)
        if charge is not None:
            return self._accused.accuser(charge)
        return self._accused.condemner(candidate) if any(actor.country for actor in actors) else None

    def speaker(self, chain: list[Phrase], actors: list[Named]) -> tuple[Named | None, bool]:
        """The origin of a chain, resolved, and whether it is one of the actors."""
        if not chain:
            return None, False
        named = self.names.resolve(chain[-1])
        return named, any(_same(named, actor) or self._speaks_for(chain[-1], actor) for actor in actors)

    def _own(self, candidate: Candidate, actors: list[Named]) -> set[Phrase]:
        """The links that are the actors of a verbal act: its speaker is no link."""
        found: set[Phrase] = set()
        if not actors or candidate.type not in VERBAL_TYPES:
            return found
        low, high = candidate.sentence - _NEAR, candidate.sentence + _NEAR
        for frame in self.attribution.frames:
            if low <= frame.sentence <= high:
                for link in frame.chain:
                    if any(_same(self.names.resolve(link), actor) for actor in actors):
                        found.add(link)
        return found

    def _speaks_for(self, phrase: Phrase, actor: Named) -> bool:
        """The speaker's title names the actor (المتحدث باسم التحالف العربي)."""
        phrase = self.names.person(phrase) or phrase
        if phrase.kind not in {"person", "people", "official"}:
            return False
        last = phrase.name[0] if phrase.name[0] > phrase.first else phrase.last + 1
        mine = {self.r.words[at].core for at in range(phrase.first, last)}
        theirs = {self.r.lexicon.word(word).core for word in _folded(actor.text)}
        return len(mine & theirs) >= max(1, len(theirs) * 0.5)


def _same(one: Named, other: Named) -> bool:
    if one.actor and one.actor == other.actor:
        return True
    if one.country != other.country and None not in {one.country, other.country}:
        return False  # الجيش الروسي، الجيش الأوكراني
    mine, theirs = _words(one.text), _words(other.text)
    common = 0
    for word in mine:
        if word in theirs:
            common += 1
    return common > 0 and 2 * common >= min(len(mine), len(theirs))


@lru_cache(maxsize=4096)
def _folded(text: str) -> list[str]:
    """The words of a name, folded one by one."""
    return [folded(word) for word in text.split()]


def _words(text: str) -> frozenset[str]:
    known = _known_words.get(text)
    if known is None:
        if len(_known_words) >= _KEPT:
            _known_words.clear()
        known = _known_words[text] = frozenset(text.split())
    return known
