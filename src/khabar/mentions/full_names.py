"""Who an article names in full: the person behind a first or last name, the fullest mention of a known one."""

from __future__ import annotations

from typing import Any, Final

from khabar.mentions.phrase import Phrase
from khabar.mentions.phrase_words import NAMELIKE
from khabar.mentions.reading import Reading

_PARTS: Final = frozenset("بن ابن ابو ابي ابا ال عبد ام ولد".split())
"""First words of names that are one."""


def role_of(entry: Any) -> str:
    """The role that a known person's entry tells, or ''."""
    return str(entry.role or "") if hasattr(entry, "role") else ""


def written(reading: Reading, phrase: Phrase) -> str:
    """The name of a phrase as the text writes it, without what is joined to its front."""
    return reading.bare(phrase.name[0], phrase.name[1])[2]


class FullNames:
    """Registry of the people that an article names in full. ``known``: the fullest mention of each actor of the
    lexicon, by its id."""

    def __init__(self, reading: Reading) -> None:
        self.r = reading
        self.known: dict[str, Phrase] = {}
        self._titled: dict[str, Phrase] = {}
        self._untitled: dict[str, Phrase] = {}

    def add(self, phrase: Phrase) -> None:
        """Note a mention; they come in the order of the text."""
        entry, words = phrase.entry, self.r.words
        if entry is not None and hasattr(entry, "names"):
            known = self.known.get(entry.id)
            if known is None or phrase.name_length > known.name_length:
                self.known[entry.id] = phrase
        if phrase.kind != "person":
            return
        first, last = phrase.name
        if first != phrase.first or role_of(entry):
            if last > first:
                self._add_titled(phrase, (last, first))
        elif entry is None and last > first:
            self._untitled.setdefault(words[last].core, phrase)

    def _add_titled(self, phrase: Phrase, parts: tuple[int, int]) -> None:
        for at in parts:
            core = self.r.words[at].core
            if len(core) > 2 and (core not in self._titled or phrase.name_length > self._titled[core].name_length):
                self._titled[core] = phrase

    def person(self, phrase: Phrase) -> Phrase | None:
        """The full mention of the person that a short name (last or first word) stands for."""
        if phrase.name_length > 1 or phrase.kind not in {"person", "thing", "people", "adjective", "place"}:
            return None
        core = self.r.words[phrase.name[1]].core
        full = self._titled.get(core)
        if full is None and phrase.name_length == 0 and phrase.kind in {"person", "thing"}:
            full = self._untitled.get(core)
        if full is None and phrase.name[0] != phrase.name[1]:
            return None
        return None if full is not None and self._namesake(phrase, full) else full

    def _namesake(self, phrase: Phrase, full: Phrase) -> bool:
        """Two words, of which the full name holds the last alone: somebody of the same family (محمد وعلي قصير)."""
        if phrase.name_length != 1:
            return False
        words = self.r.words
        first = words[phrase.name[0]]
        parts = {words[at].core for at in range(full.name[0], full.name[1] + 1)}
        return first.core not in parts and first.core not in _PARTS and not first.det

    def surname(self, phrase: Phrase) -> bool:
        """A word that is the short name of a person whom the text names in full: a known surname, or a word that is
        nothing else."""
        word = self.r.words[phrase.first]
        known = any(one.kind == "actor" and one.entry.kind == "person" for one in word.senses)
        bare = not word.det and word.cls in NAMELIKE and not word.senses
        return (known or bare) and self.person(phrase) is not None
