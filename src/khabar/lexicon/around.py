"""Whether a mark stands among the words that its entry wants around it, and beside none that it forbids."""

from __future__ import annotations

from typing import Final

from khabar.lexicon.company import UNASKED, Wanted
from khabar.lexicon.found import Mark
from khabar.lexicon.gaps import SENTENCE_ENDS
from khabar.lexicon.lexicon import Lexicon
from khabar.lexicon.senses import VERBAL
from khabar.lexicon.words import Word
from khabar.text.ordered import past
from khabar.text.tokens import Tokens

WINDOW: Final = 6
"""Words before and after a trigger in which its company words (``with``, ``without``) count."""
OBJECT: Final = 20
"""Words after a verb within which a wanted word counts that no other verb or clause comes before."""
THAT: Final = frozenset(("ان", "انه", "انها", "بان"))
WHO: Final = frozenset(("الذي", "التي", "الذين"))
"""Words that open what is said, and words that open a relative clause."""
_CLAUSE_ENDS: Final = SENTENCE_ENDS | THAT | WHO | frozenset("،؛:")
KEPT: Final = 0
ALONE: Final = 1
DENIED: Final = 2
"""Company of a mark: as its entry wants it, without the words it wants, beside words that forbid it."""


class Around:
    """Judges marks by the words around them, which come in order."""

    __slots__ = ("_begun", "_end", "_ends", "_high", "_last", "_lexicon", "_low", "_near", "_next", "_span", "_words")

    def __init__(self, lexicon: Lexicon, tokens: Tokens, words: list[Word]) -> None:
        self._lexicon = lexicon
        self._words = words
        self._ends = [-1, *tokens.among(SENTENCE_ENDS), len(words)]
        self._end = 0
        """The end of the sentence before the last mark, among these: marks come nearly in order."""
        self._near: list[str] = []
        self._begun: list[int] = []
        """What the words are known by when they stand near others, and where each one's begins among these."""
        for word in words:
            self._begun.append(len(self._near))
            for one in word.near:
                self._near.append(one)
        self._begun.append(len(self._near))
        self._span = (-1, -1)
        self._low = self._last = self._next = self._high = 0
        """Where among these what stands within reach before and behind the last mark begins and ends."""

    def of(self, found: Mark) -> int:
        wants = found.sense.company
        if wants is UNASKED:
            wants = self._lexicon.company(found.sense)
        if wants is None:
            return KEPT
        if wants.before is not None and self._beside(wants.before, found.first - 1):
            return DENIED
        if wants.behind is not None and self._beside(wants.behind, found.last + 1):
            return DENIED
        if self._span != (found.first, found.last):
            self._look(found.first, found.last)
        if wants.forbidden is not None and self._any(wants.forbidden, found):
            return DENIED
        if wants.wanted is None or self._any(wants.wanted, found):
            return KEPT
        return KEPT if found.tag.startswith(VERBAL) and self._object(wants.wanted, found.last) else ALONE

    def _object(self, wanted: Wanted, last: int) -> bool:
        """A verb's object may stand far behind a long subject: the wanted word, further on in the same clause. An
        apposition between commas belongs to the subject."""
        words, ends = self._words, self._ends
        for at in range(last + 1 + WINDOW, min(last + 1 + OBJECT, ends[past(ends, last)], len(words) - 1)):
            word = words[at]
            if word.form == "،":
                if words[at + 1].verbal or words[at + 1].pro[:1] in {"و", "ف"}:
                    return False
            elif word.form in _CLAUSE_ENDS or word.verbal:
                return False
            elif self._beside(wanted, at):
                return True
        return False

    def _beside(self, words: Wanted, at: int) -> bool:
        """The word at ``at`` is one of some."""
        if 0 <= at < len(self._words):
            for one in self._words[at].near:
                if one in words.singles:
                    return True
        return False

    def _reach(self, first: int, last: int) -> tuple[int, int]:
        """Where the words within reach before and after begin and end in the same sentence."""
        ends, end = self._ends, self._end
        while ends[end] >= first:
            end -= 1
        while ends[end + 1] < first:
            end += 1
        low, self._end = max(first - WINDOW, ends[end] + 1), end
        while ends[end] <= last:
            end += 1
        return low, min(last + 1 + WINDOW, ends[end])

    def _look(self, first: int, last: int) -> None:
        """Look around the tokens of a mark."""
        low, high = self._reach(first, last)
        begun = self._begun
        self._span = (first, last)
        self._low, self._last = begun[low], begun[first]
        self._next = begun[last + 1]
        self._high = max(begun[high], self._next)

    def _any(self, wanted: Wanted, found: Mark) -> bool:
        """Some wanted word, or phrase, stands around the mark looked at last."""
        near, signs = self._near, wanted.signs
        lasts: list[str] = []
        at = self._low
        while at < self._high:
            if at == self._last:
                at = self._next
                if at == self._high:
                    break
            one = near[at]
            if one in signs:
                if one in wanted.singles:
                    return True
                lasts.append(one)
            at += 1
        return bool(lasts) and self._phrase(wanted, lasts, found)

    def _phrase(self, wanted: Wanted, lasts: list[str], found: Mark) -> bool:
        """A wanted phrase stands around a mark; it ends in one of some words."""
        low, high = self._reach(found.first, found.last)
        near = self._words[low : found.first] + self._words[found.last + 1 : high]
        text = " ".join([word.form for word in near]) + " "
        for last in lasts:
            for phrase in wanted.lasts[last]:
                if phrase in text:
                    return True
        return False
