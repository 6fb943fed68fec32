"""What a deed was done to where its verb, unvowelled, leaves its doer out: the thing that stands where another verb has
its subject (أغلقت بعض الطرق, طائرة مسيرة أسقطت, المطار ضرب)."""

from __future__ import annotations

from typing import Final

from khabar.claims.candidates import Candidate
from khabar.claims.grammar import NO_DOERS, undergone
from khabar.claims.neighbours import adjacent
from khabar.claims.untouched import nobody
from khabar.mentions.phrase import Phrase
from khabar.mentions.phrase_words import PAUSE
from khabar.mentions.place_heads import SITES
from khabar.mentions.reading import Reading

_MODES: Final = frozenset(("interception", "destruction", "seize", "restrict", "reopen"))
"""Modes of what is done to things, by somebody who is told or left out."""
_TYPES: Final = frozenset(("ASSAULT", "COERCE", "RETREAT"))
_GONE: Final = 5
"""Tokens between a thing and the verb that tells what was done to it."""


class Passives:
    """Reads off the subject of a passive that is a thing."""

    def __init__(self, reading: Reading) -> None:
        self.r = reading
        self.weapons = {found.first for found in reading.marks.of("weapon")}

    def settle(self, candidate: Candidate, row: list[Phrase], slots: dict[int, str], found: dict[int, str]) -> None:
        """Add to ``found`` (``id(phrase)`` to role) what it was done to."""
        if candidate.pos != "v" or candidate.type not in _TYPES:
            return
        if candidate.mode == "interception":
            for phrase in row:
                if phrase.kind == "place" and found.get(id(phrase)) == "target":
                    del found[id(phrase)]
        if "target" in found.values():
            return
        passive = undergone(candidate.entry, candidate.passive) and candidate.entry.frame == "act"
        if not passive and (candidate.entry.frame != "act" or candidate.form != "perf" or "actor" in found.values()):
            return
        if self.r.words[candidate.first].enc or candidate.number in {"1", "p"}:
            return
        of_things = passive or candidate.mode in _MODES
        subject = next((one for one in row if self._subject(candidate, one, slots.get(id(one), ""), of_things)), None)
        if subject is None or (not passive and self._object(subject, candidate, slots, row)):
            return
        for phrase in row:
            if phrase is subject or (phrase.coord is not None and found.get(id(phrase.coord)) == "target"):
                found[id(phrase)] = "target"

    def _subject(self, candidate: Candidate, phrase: Phrase, slot: str, of_things: bool) -> bool:
        thing = phrase.kind in NO_DOERS or (phrase.kind == "machine" and candidate.mode in {"interception", "seize"})
        if not of_things:
            thing = phrase.kind == "place" or self.r.words[phrase.head].core in SITES
        fired = phrase.first in self.weapons and candidate.mode not in {"interception", "seize"}
        if not thing or fired or phrase.prep or phrase.coord is not None or nobody(self.r, phrase):
            return False
        if slot[:2] == "A1":
            return adjacent(self.r, candidate.last, phrase)
        if slot[:2] not in {"B1", "R"} or slot.endswith("e"):
            return False
        between = range(phrase.last + 1, candidate.first)
        return len(between) <= _GONE and not any(self.r.forms[at] in PAUSE for at in between)

    def _object(self, subject: Phrase, candidate: Candidate, slots: dict[int, str], row: list[Phrase]) -> bool:
        """Something else is its object: the thing before or behind the verb does it."""
        return any(
            one is not subject
            and one.coord is None
            and slots.get(id(one), "")[:2] in {"A1", "A2", "by"}
            and (candidate.mode != "interception" or adjacent(self.r, candidate.last, one))
            for one in row
        )
