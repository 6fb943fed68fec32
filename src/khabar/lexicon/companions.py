"""The company of a mark: whether the words around it are those that its entry wants, and none that it forbids."""

from __future__ import annotations

from typing import Final

from khabar.lexicon.company import UNASKED, Company, Wanted
from khabar.lexicon.lexicon import Lexicon
from khabar.lexicon.mark import ENDS, THAT, WHO, WIDE, Mark, within_names
from khabar.lexicon.senses import VERBAL
from khabar.lexicon.words import Word
from khabar.text.ordered import past
from khabar.text.tokens import Tokens

WINDOW: Final = 6
"""Words before and after a trigger in which its company words (``with``, ``without``) count."""

OBJECT: Final = 20
"""Words after a verb within which a wanted word counts that no other verb or clause comes before."""
_CLAUSE_ENDS: Final = ENDS | THAT | WHO | frozenset("،؛:")
_TELLING: Final = frozenset(("agency", "media"))
"""Kinds of actors by whose names interviews are told from talks."""
KEPT: Final = "kept"
ALONE: Final = "alone"
DENIED: Final = "denied"
"""Company of a mark: as its entry wants it, without the words it wants, beside words that forbid it."""


class Companions:
    """Judges marks by the words around them; what these are known by is gathered once for a window."""

    def __init__(self, lexicon: Lexicon, tokens: Tokens, words: list[Word], by_kind: dict[str, list[Mark]]) -> None:
        self._lexicon = lexicon
        self._by_kind = by_kind
        self._named: frozenset[int] | None = None
        self._words = words
        self._ends = [-1, *tokens.among(ENDS), len(words)]
        self._end = 0
        """The end of the sentence before the last mark, among these: marks come nearly in order."""
        self._windows: dict[int, list[str]] = {}

    def of(self, found: Mark) -> str:
        wants = found.sense.company
        if wants is UNASKED:
            wants = self._lexicon.company(found.sense)
        if wants is None:
            return KEPT
        if wants.before is not None and self._beside(wants.before, found.first - 1):
            return DENIED
        if wants.behind is not None and self._beside(wants.behind, found.last + 1):
            return DENIED
        span = found.first * WIDE + found.last
        told = self._windows.get(span)
        if told is None:
            told = self._windows[span] = self._told(found.first, found.last)
        if wants.forbidden is not None and self._any(wants.forbidden, told, found) and self._outside(wants, found):
            return DENIED
        if wants.wanted is None or self._any(wants.wanted, told, found):
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
            elif any(one in wanted.singles for one in word.near):
                return True
        return False

    def _beside(self, words: Wanted, at: int) -> bool:
        """The word at ``at`` is one of some."""
        return 0 <= at < len(self._words) and any(one in words.singles for one in self._words[at].near)

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

    def _told(self, first: int, last: int) -> list[str]:
        """What these words are known by."""
        low, high = self._reach(first, last)
        told: list[str] = []
        for at in range(low, high):
            if at < first or at > last:
                for one in self._words[at].near:
                    told.append(one)
        return told

    def _outside(self, wants: Company, found: Mark) -> bool:
        """What forbids a mark is no word of an actor's name, where the mark is an event's verb (استهدف مجلس الأمن
        القومي, beside استهدف الأمن القومي)."""
        if found.kind != "trigger" or not found.tag.startswith(VERBAL):
            return True
        if self._named is None:
            actors = self._by_kind.get("actor", ())
            self._named = within_names([one for one in actors if one.entry.kind not in _TELLING])
        low, high = self._reach(found.first, found.last)
        if wants.forbidden is None or self._named.isdisjoint(range(low, high)):
            return True
        own = range(found.first, found.last + 1)
        told = [
            one for at in range(low, high) if at not in own and at not in self._named for one in self._words[at].near
        ]
        singles = wants.forbidden.singles
        return any(one in singles for one in told) or self._spelt(wants.forbidden, found)

    def _any(self, wanted: Wanted, told: list[str], found: Mark) -> bool:
        signs, singles = wanted.signs, wanted.singles
        if not any(one in signs for one in told):
            return False
        return not wanted.several or any(one in singles for one in told) or self._spelt(wanted, found)

    def _spelt(self, wanted: Wanted, found: Mark) -> bool:
        """One of several words stands there in full."""
        if not wanted.several:
            return False
        low, high = self._reach(found.first, found.last)
        near = self._words[low : found.first] + self._words[found.last + 1 : high]
        text = " ".join([word.form for word in near]) + " "
        return any(phrase in text for phrase in wanted.several)
