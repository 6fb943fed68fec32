"""Whom a verb of demand or accusation governs: the object stands right before what is demanded of him or laid at his
door (طالب الوزير الحكومة بالتحقيق, حملت الوزارة الشركة مسؤولية الحادث)."""

from __future__ import annotations

from typing import Final

from khabar.claims.answerable import CALLED
from khabar.claims.candidates import Candidate
from khabar.claims.clauses import STOPS, Clauses, bare
from khabar.claims.kinds import PARTIES
from khabar.mentions.phrase import ByPhrase, Phrase
from khabar.mentions.phrase_words import DIRECTING, PAUSE
from khabar.mentions.punctuation import QUOTES_CLOSE, QUOTES_OPEN
from khabar.mentions.reading import Reading

_THAT: Final = frozenset("ان بان الا انه انها انهم بانه بانها بانهم".split())
_TOPICS: Final = {
    "request.demand": ("ب",),
    "request.call": ("الى", "ل"),
    "request.urge": ("على",),
    "request.appeal": (),
    "request.press": (),
    "request.warn-to": ("من",),
    "request.travel-warning": ("من",),
    "request.give-term": ("ل", "حتى"),
    "request.encourage": ("على",),
    "request.incite": ("على",),
    "accuse.accuse": ("ب",),
    "accuse.hold-responsible": ("مسؤولية", "تبعات", "تبعة", "وزر"),
    "accuse.blame-on": ("على",),
}
"""Entries whose object stands before a preposition or noun: by which."""
_TRANSITIVE: Final = frozenset(("accuse.accuse", "accuse.hold-responsible", "request.urge"))
"""Those that never lack their object."""
_MANNER: Final = frozenset("شدة قوة حدة صراحة اسم حزم الحاح".split())
_REACH: Final = 32
_PASSED: Final = PAUSE | QUOTES_OPEN | QUOTES_CLOSE | frozenset("()-–")


class Addressees:
    """Reads off the object of a verb of demand or accusation."""

    def __init__(self, reading: Reading, clauses: Clauses) -> None:
        self.r = reading
        self.clauses = clauses

    def settle(self, candidate: Candidate, row: list[Phrase], slots: ByPhrase, found: ByPhrase) -> None:
        """Add to ``found`` (phrase to role) whom it governs."""
        preps = _TOPICS.get(candidate.id)
        if preps is None or candidate.pos != "v" or candidate.passive or self.r.words[candidate.first].enc:
            return
        somebody = {one.first for one in row if one.kind in PARTIES or one.kind == "place"}
        inside = {at for one in row for at in range(one.first + 1, one.last + 1)}
        topic = self._topic(candidate.last, preps, somebody, inside)
        if topic is None:
            return
        free = [one for one in row if candidate.last < one.first < topic and bare(one)]
        target = self._object(candidate, free, topic, row, slots)
        if target is None:
            return
        for phrase in row:
            if phrase is target or (phrase.coord is not None and found.get(phrase.coord) == "target"):
                found[phrase] = "target"
            elif found.get(phrase) == "target":
                del found[phrase]

    def _topic(self, last: int, preps: tuple[str, ...], somebody: set[int], inside: set[int]) -> int | None:
        """The token with which what is demanded or blamed begins; ``inside``: those within names (بان كي مون)."""
        for at in range(last + 1, min(last + _REACH, len(self.r.forms))):
            form, word = self.r.forms[at], self.r.words[at]
            if form in STOPS:
                return None
            if form in DIRECTING or word.core in _MANNER:
                continue
            if (form in _THAT and at not in inside) or form in preps or word.core in preps:
                return at
            if at not in somebody and any(prep in word.pro for prep in preps if len(prep) == 1):
                return at
            if self.clauses.acting[at]:
                return None
        return None

    def _object(
        self, candidate: Candidate, free: list[Phrase], topic: int, row: list[Phrase], slots: ByPhrase
    ) -> Phrase | None:
        """The last bare phrase before what is asked, unless it is but the subject or a name beside it (دعا الوزير
        الأطراف إلى الحوار)."""
        if not free:
            return None
        last = free[-1]
        if not self._right_before(last, topic, row):
            return None
        before = any(slot.startswith(("B1", "R")) for slot in slots.values())
        if len(free) == 1:
            alone = candidate.id in _TRANSITIVE or before
            return last if alone and self._somebody(last) else None
        if len(free) == 2 and self._apposed(free[0], last):
            return None
        return last if last.kind != "place" else None

    def _somebody(self, phrase: Phrase) -> bool:
        return phrase.kind in PARTIES or self.r.words[phrase.head].core in CALLED

    def _right_before(self, phrase: Phrase, topic: int, row: list[Phrase]) -> bool:
        """Nothing but what belongs to the phrase, or is tied to it, stands before the topic."""
        covered = {at for one in row if phrase.last < one.first < topic for at in range(one.first, one.last + 1)}
        return all(
            at in covered or self.r.forms[at] in _PASSED or at in self.r.time_tokens or self.r.words[at].cls == "j"
            for at in range(phrase.last + 1, topic)
        )

    def _apposed(self, bearer: Phrase, title: Phrase) -> bool:
        """A title behind a name, or a name behind a title."""
        people = {"person", "people"}
        near = all(self.r.forms[at] in _PASSED for at in range(bearer.last + 1, title.first))
        return near and bearer.kind in people and title.kind in people | {"thing"}
