"""What a deed was done to where its verb, unvowelled, leaves its doer out: the thing that stands where another verb has
its subject (أغلقت بعض الطرق, طائرة مسيرة أسقطت, المطار ضرب)."""

from __future__ import annotations

from typing import Final

from khabar.claims.candidates import Candidate, undergone
from khabar.claims.grammar import NO_DOERS, has
from khabar.claims.kinds import ARMED
from khabar.claims.neighbours import adjacent
from khabar.claims.untouched import nobody
from khabar.mentions.phrase import ByPhrase, Phrase
from khabar.mentions.phrase_words import PAUSE
from khabar.mentions.place_heads import SITES
from khabar.mentions.reading import FIRE, Reading

_MODES: Final = frozenset(("interception", "destruction", "seize", "restrict", "reopen"))
"""Modes of what is done to things, by somebody who is told or left out."""
_TYPES: Final = frozenset(("ASSAULT", "COERCE", "RETREAT"))
_ATTACKS: Final = frozenset("اطلاق تفجير قصف غارة هجوم كمين سيارة".split())
_TITLE: Final = 8
_GONE: Final = 5
"""Tokens between a thing and the verb that tells what was done to it."""


class Passives:
    """Reads off the subject of a passive that is a thing."""

    def __init__(self, reading: Reading) -> None:
        self.r = reading
        self.weapons = {found.first for found in reading.marks.of("weapon")}

    def settle(self, candidate: Candidate, row: list[Phrase], slots: ByPhrase, found: ByPhrase) -> None:
        """Add to ``found`` (phrase to role) what it was done to."""
        if candidate.pos != "v" or candidate.type not in _TYPES:
            return
        if candidate.mode == "interception":
            for phrase in row:
                if phrase.kind == "place" and found.get(phrase) == "target":
                    del found[phrase]
        if has(found, "target"):
            return
        struck = self._struck(candidate, row, slots)
        if struck is not None:
            for phrase in row:
                if phrase.root is struck:
                    found[phrase] = "target"
            return
        passive = undergone(candidate) and candidate.frame == "act"
        if not passive and (candidate.frame != "act" or candidate.form != "perf" or has(found, "actor")):
            return
        if self.r.words[candidate.first].enc or candidate.number in {"1", "p"}:
            return
        of_things = passive or candidate.mode in _MODES
        subject = next((one for one in row if self._subject(candidate, one, slots.get(one, ""), of_things)), None)
        if subject is None or (not passive and self._object(subject, candidate, slots, row)):
            return
        for phrase in row:
            if phrase is subject or (phrase.coord is not None and found.get(phrase.coord) == "target"):
                found[phrase] = "target"

    def _struck(self, candidate: Candidate, row: list[Phrase], slots: ByPhrase) -> Phrase | None:
        """Somebody beside a verb without an object, before what he was hit with (استهدف قيادي بعبوة ناسفة)."""
        if candidate.type != "ASSAULT" or candidate.frame != "act" or candidate.form != "perf":
            return None
        if self.r.words[candidate.first].enc or candidate.number not in {"m", "f"}:
            return None
        beside = [one for one in row if slots.get(one, "")[:2] in {"A1", "A2", "B1"} and one.coord is None]
        if len(beside) != 1 or slots[beside[0]] not in {"A1", "B1"}:
            return None
        subject = beside[0]
        fighters = subject.role in ARMED and subject.number != "s"
        if subject.kind not in {"people", "person"} or fighters or subject.last > candidate.last + _TITLE:
            return None
        return subject if self._with(max(candidate.last, subject.last) + 1) else None

    def _with(self, at: int) -> bool:
        """A weapon or an attack behind ب."""
        if at >= len(self.r.words) or "ب" not in self.r.words[at].pro:
            return False
        return "weapon" in self.r.lex[at] or self.r.words[at].core in FIRE or self.r.words[at].core in _ATTACKS

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

    def _object(self, subject: Phrase, candidate: Candidate, slots: ByPhrase, row: list[Phrase]) -> bool:
        """Something else is its object: the thing before or behind the verb does it."""
        return any(
            one is not subject
            and one.coord is None
            and slots.get(one, "")[:2] in {"A1", "A2", "by"}
            and (candidate.mode != "interception" or adjacent(self.r, candidate.last, one))
            for one in row
        )
