"""Names across an article: the full form behind a short one, and the state behind a name."""

from __future__ import annotations

from collections import Counter
from typing import NamedTuple

from khabar.mentions.phrases import Phrase
from khabar.mentions.reading import Reading


class Named(NamedTuple):
    """``text`` as written in full somewhere in the article, ``country`` alpha-3 or None, ``actor`` the id of a known one, ``start``
    and ``end`` of this very mention in the given text."""

    text: str
    country: str | None
    actor: str | None
    start: int
    end: int


class Names:
    """Registry of the people and bodies that an article names."""

    def __init__(self, reading: Reading, phrases: list[list[Phrase]]) -> None:
        self.r = reading
        self._full: dict[str, Phrase] = {}
        self._entry: dict[str, Phrase] = {}
        self._head: dict[str, str] = {}
        counts: Counter[str] = Counter()
        for row in phrases:
            for phrase in row:
                self._register(phrase)
                if phrase.country:
                    counts[phrase.country] += 2 if phrase.kind in {"place", "state", "adjective"} else 1
        self.main = counts.most_common(1)[0][0] if counts else None
        self.counts = counts

    def _register(self, phrase: Phrase) -> None:
        entry = phrase.entry
        if entry is not None and getattr(entry, "names", None) is not None:
            known = self._entry.get(entry.id)
            if known is None or self._length(phrase) > self._length(known):
                self._entry[entry.id] = phrase
        if phrase.kind == "person" and phrase.name != (phrase.first, phrase.last) or (
            phrase.kind == "person" and entry is not None and getattr(entry, "role", None) is not None
        ):
            first, last = phrase.name
            if last > first:
                for at in (last, first):
                    core = self.r.words[at].core
                    if len(core) > 2 and (core not in self._full or self._length(phrase) > self._length(self._full[core])):
                        self._full[core] = phrase

    def _length(self, phrase: Phrase) -> int:
        return phrase.name[1] - phrase.name[0]

    def person(self, phrase: Phrase) -> Phrase | None:
        """The full mention of the person that a short name (last or first word) stands for."""
        if phrase.kind not in {"person", "thing", "people", "adjective", "place"} or self._length(phrase) > 1:
            return None
        core = self.r.words[phrase.name[1]].core
        full = self._full.get(core)
        if full is None and phrase.name[0] != phrase.name[1]:
            return None
        return full

    def resolve(self, phrase: Phrase) -> Named:
        """Text, state and id of what a phrase names."""
        start, end, text = self.r.bare(*phrase.name)
        country, actor = phrase.country, None
        full = self.person(phrase)
        if full is not None and full is not phrase:
            text = self.r.bare(*full.name)[2]
            country = full.country or country
            entry = full.entry
        else:
            entry = phrase.entry
            if entry is not None and getattr(entry, "names", None) is not None:
                longest = self._entry.get(entry.id)
                if phrase.kind not in {"state"} and longest is not None and self._length(longest) > self._length(phrase):
                    text = self.r.bare(*longest.name)[2]
        if entry is not None and getattr(entry, "names", None) is not None:
            actor = entry.id
        return Named(text, country, actor, start, end)
