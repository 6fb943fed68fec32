"""A report inside a sentence."""

from __future__ import annotations

from typing import Final

from khabar.lexicon.found import Mark
from khabar.mentions.phrase import Phrase

_ATTRIBUTING: Final = frozenset(("cue.attribute-blame", "cue.attribute-deed"))
"""Entries of the words for laying an event at somebody's door that take the event for their object."""


class Frame:
    """One report inside a sentence. ``chain`` runs from the transmitter nearest the outlet to the origin; the words
    reported are tokens ``start`` to ``end`` (exclusive)."""

    __slots__ = ("chain", "cue", "end", "entry", "first", "last", "opened", "outer", "rule", "sentence", "start")

    def __init__(self, cue: Mark, sentence: int) -> None:
        self.cue = cue
        self.entry = cue.entry
        self.first = cue.first
        self.last = cue.last
        self.sentence = sentence
        self.chain: list[Phrase] = []
        self.start = cue.last + 1
        self.end = cue.last + 1
        self.outer = False
        self.opened = False
        self.rule = cue.sense.id

    @property
    def verbal(self) -> bool:
        """The cue is a verb of saying."""
        return self.cue.sense.verbal

    @property
    def takes_up(self) -> bool:
        """A pronoun behind the cue is the event that is claimed or laid at somebody's door."""
        return self.entry.stance == "claims" or self.rule in _ATTRIBUTING

    def covers(self, at: int) -> bool:
        """Token ``at`` is among the words reported."""
        return self.start <= at < self.end
