"""A report inside a sentence."""

from __future__ import annotations

from khabar.lexicon.marks import Mark
from khabar.lexicon.words import VERBAL
from khabar.mentions.phrase import Phrase


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
        self.rule = cue.entry.id

    @property
    def verbal(self) -> bool:
        """The cue is a verb of saying."""
        return bool(self.cue.tag.startswith(VERBAL))

    def covers(self, at: int) -> bool:
        """Token ``at`` is among the words reported."""
        return self.start <= at < self.end
