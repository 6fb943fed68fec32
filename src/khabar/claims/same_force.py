"""Whose the soldiers are that a text names without their state: those of the force that was named last."""

from __future__ import annotations

from bisect import bisect_left
from typing import Final

from khabar.mentions.phrase import Phrase
from khabar.mentions.reading import Reading

ISRAELI: Final = frozenset("احتلال مستوطن مستوطنا مستوطنون مستوطنين مستوطنو مستوطني مستوطنة".split())
"""Words that in the news stand for one state where no adjective tells another."""
_FORCES: Final = frozenset("قوات قوة جيش وحدات وحدة بحرية دورية دوريات زوارق".split())
_MEN: Final = frozenset("جنود عسكريون عسكريين اليات جرافات دبابات مدرعات زوارق دوريات قناصة مقاتلات مروحيات".split())
"""Those who belong to a force, and what it drives, sails and flies."""
_HEADS: Final = _FORCES | _MEN
_BACK: Final = 3
"""Sentences back within which their force is named."""


class SameForce:
    """Knows the forces that a text names with their states."""

    def __init__(self, reading: Reading, rows: list[list[Phrase]]) -> None:
        self.r = reading
        self._firsts: list[int] = []
        self._states: list[str] = []
        for row in rows:
            for phrase in row:
                if reading.words[phrase.first].core in _HEADS:
                    state = phrase.country or self._occupier(phrase)
                    if state is not None:
                        self._firsts.append(phrase.first)
                        self._states.append(state)

    def _occupier(self, phrase: Phrase) -> str | None:
        words = (self.r.words[at].core for at in range(phrase.first + 1, phrase.last + 1))
        return "ISR" if any(word in ISRAELI for word in words) else None

    def state(self, phrase: Phrase | None) -> str | None:
        """The state of "the soldiers" (اقتحمت قوات الاحتلال المدينة وأطلق الجنود النار), None for all others."""
        if phrase is None or phrase.country is not None or not self._firsts or phrase.first != phrase.last:
            return None
        word = self.r.words[phrase.first]
        if not word.det or word.core not in _MEN:
            return None
        at = bisect_left(self._firsts, phrase.first) - 1
        if at < 0:
            return None
        back = self.r.sentence_at[phrase.first] - self.r.sentence_at[self._firsts[at]]
        return self._states[at] if 0 <= back <= _BACK else None
