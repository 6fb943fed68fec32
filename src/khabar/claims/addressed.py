"""Whom a verb of speech turns to or against: the object behind its subject, the object alone where the verb goes on
with the subject of the one before, the doer of the act that is condemned."""

from __future__ import annotations

from typing import Final

from khabar.claims.candidates import Candidate
from khabar.claims.clauses import STOPS, THAT, Clauses, bare
from khabar.claims.grammar import NO_DOERS
from khabar.mentions.phrase import Phrase
from khabar.mentions.phrase_words import PAUSE
from khabar.mentions.reading import Reading

_TYPES: Final = frozenset(("ACCUSE", "REJECT", "REQUEST", "SUPPORT", "THREATEN"))
_JUDGING: Final = frozenset(("ACCUSE", "REJECT"))
_OF_DEEDS: Final = frozenset(("ACCUSE", "REJECT", "SUPPORT"))
"""Types whose target is the one whose deed or words they are about (أشاد بدور الجيش)."""
_PREPOSITIONS: Final = frozenset(("عن", "على", "الى", "من", "مع"))
_STRONG: Final = frozenset(("state", "government", "military", "armed-group", "organisation", "alliance", "people"))
_BODIES: Final = _STRONG - {"people", "state"}
_MASCULINE: Final = frozenset("العراق عراق لبنان المغرب مغرب السودان سودان اليمن يمن الاردن اردن الكويت".split())
"""States whose names are masculine."""
_MAN: Final = frozenset("خليفة نابغة علامة".split())
_EVERYBODY: Final = frozenset("مجتمع اطراف طرفين جانبين منظمات مانحين مواطنين سكان اهالي".split())
"""Whoever is called upon and never calls."""
_FAR: Final = 14
"""Tokens behind a verb within which its object begins."""
_GAP: Final = 4
APART: Final = "apart"
"""Neither actor nor target: what only describes another phrase."""


class Addressed:
    """Reads off who is addressed, for verbs of speech in the active."""

    def __init__(self, reading: Reading, clauses: Clauses) -> None:
        self.r = reading
        self.clauses = clauses

    def settle(self, candidate: Candidate, row: list[Phrase], slots: dict[int, str], found: dict[int, str]) -> None:
        """Add to ``found`` (``id(phrase)`` to role) what the frame of speech settles."""
        if candidate.frame != "speech" or candidate.passive or candidate.entry.type not in _TYPES:
            return
        if candidate.pos == "v" and not self.r.words[candidate.first].enc:
            objects = [one for one in row if slots.get(id(one), "")[:2] in {"A1", "A2", "A3"} and bare(one)]
            self._objects(candidate, objects, found)
        self._follow(row, slots, found)
        if candidate.entry.type in _JUDGING and "target" not in found.values():
            doer = self._condemned(candidate, row)
            if doer is not None:
                found[id(doer)] = "target"

    def _objects(self, candidate: Candidate, objects: list[Phrase], found: dict[int, str]) -> None:
        if not objects or objects[0].first - candidate.last > _GAP:
            return
        first, rest = objects[0], objects[1:]
        if self._governed(candidate, first):
            found[id(first)] = "target" if candidate.entry.type in _OF_DEEDS else APART
            return
        if self._no_subject(candidate, first):
            found[id(first)] = "target"
            return
        if found.get(id(first)) != "actor":
            return
        if len(rest) > 1 and self._described(first, rest[0]) and rest[1].kind in _STRONG:
            found[id(rest[0])] = APART
            rest = rest[1:]
        near = rest and rest[0].kind in _STRONG and rest[0].first - candidate.last <= _FAR
        if near and not self._parted(first, rest[0]):
            found[id(rest[0])] = "target"

    def _governed(self, candidate: Candidate, phrase: Phrase) -> bool:
        """The phrase is the genitive of a noun that a preposition governs, right behind the verb (أشاد بدور الجيش)."""
        noun = candidate.last + 1
        if phrase.first != noun + 1 or phrase.kind not in _STRONG | {"person"}:
            return phrase.first == noun + 2 and phrase.kind in _STRONG and self.r.forms[noun] in _PREPOSITIONS
        word = self.r.words[noun]
        return "ب" in word.pro and not word.det and noun not in self.r.time_tokens

    def _no_subject(self, candidate: Candidate, phrase: Phrase) -> bool:
        """The bare phrase right behind the verb is its object: the verb is masculine and it is not, or the verb goes on
        with the subject of the one before and calls upon somebody who never calls."""
        verb = self.r.words[candidate.first]
        if phrase.first != candidate.last + 1 or phrase.kind not in _STRONG:
            return False
        head = self.r.words[phrase.head].core
        if verb.pro[:1] in {"و", "ف"} and head in _EVERYBODY and candidate.entry.type == "REQUEST":
            return True
        if candidate.number != "m":
            return False
        if phrase.kind == "state":
            return self.r.words[phrase.last].core not in _MASCULINE and phrase.first == phrase.last
        return phrase.kind in _BODIES and head.endswith("ة") and head not in _MAN

    def _described(self, bearer: Phrase, title: Phrase) -> bool:
        """A title right behind a name is in apposition to it."""
        named = bearer.kind == "person" and title.kind in {"person", "people"}
        return named and all(self.r.forms[at] in PAUSE for at in range(bearer.last + 1, title.first))

    def _parted(self, one: Phrase, other: Phrase) -> bool:
        """Another clause opens between two phrases."""
        between = range(one.last + 1, other.first)
        return any(self.r.forms[at] in STOPS or self.r.forms[at] in THAT or at in self.clauses.acting for at in between)

    def _follow(self, row: list[Phrase], slots: dict[int, str], found: dict[int, str]) -> None:
        for phrase in row:
            if phrase.coord is not None and id(phrase) in slots and found.get(id(phrase.coord)) == "target":
                found[id(phrase)] = "target"

    def _condemned(self, candidate: Candidate, row: list[Phrase]) -> Phrase | None:
        """Who did the act condemned or made the proposal refused: the genitive of its noun or the nationality it
        bears."""
        end = min(self.clauses.end(candidate.last), candidate.last + _FAR)
        for phrase in row:
            if not candidate.last < phrase.first < end:
                continue
            before = phrase.first - 1
            if phrase.kind == "adjective" and self._act(before, candidate.last):
                return phrase
            genitive = before in self.clauses.events and before > candidate.last and not phrase.prep
            if genitive and phrase.kind not in NO_DOERS and phrase.kind not in {"person", "people"}:
                return phrase
        return None

    def _act(self, at: int, last: int) -> bool:
        """An event noun stands at a token or right before the adjectives that end there."""
        while at > last and self.r.words[at].cls == "j":
            at -= 1
        return at > last and at in self.clauses.events
