"""Whether a mark stands among the words that its entry wants around it, and beside none that it forbids."""

from __future__ import annotations

from typing import Final

from khabar.lexicon.company import UNASKED, Wanted
from khabar.lexicon.found import Mark, is_name
from khabar.lexicon.gaps import SENTENCE_ENDS
from khabar.lexicon.lexicon import Lexicon
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
_OPENS: Final = THAT | {"انهم", "بانه", "بانها", "بانهم"}
_SPEECHES: Final = frozenset(
    "تصريح تصريحات خطاب بيان بيانات مقابلة حديث كلمة تغريدة تغريدات مقال رسالة قائلا قائلة معتبرا معتبرة".split()
)
_TELLING: Final = frozenset(("agency", "media"))
"""Kinds of actors by whose names interviews are told from talks."""
KEPT: Final = 0
ALONE: Final = 1
DENIED: Final = 2
"""Company of a mark: as its entry wants it, without the words it wants, beside words that forbid it."""


class Around:
    """Judges marks by the words around them, which come in order."""

    __slots__ = ("_end", "_ends", "_first", "_high", "_last", "_lexicon", "_low", "_named", "_several", "_words")

    def __init__(self, lexicon: Lexicon, tokens: Tokens, words: list[Word], several: list[Mark]) -> None:
        self._lexicon = lexicon
        self._words = words
        self._several = several
        """The marks of phrases."""
        self._named: list[bool] | None = None
        """For every token whether it is a word of an actor's name; empty where there is none."""
        self._ends = [-1, *tokens.among(SENTENCE_ENDS), len(words)]
        self._end = 0
        """The end of the sentence before the last mark, among these: marks come nearly in order."""
        self._first = self._last = self._low = self._high = -1
        """The tokens of the last mark, and where what stands within reach of it begins and ends."""

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
        if found.first != self._first or found.last != self._last:
            self._first, self._last = found.first, found.last
            self._low, self._high = self._reach(found.first, found.last)
        if wants.forbidden is not None and self._any(wants.forbidden) and self._outside(wants.forbidden, found):
            return DENIED
        if wants.wanted is None or self._any(wants.wanted):
            return KEPT
        verbal = found.sense.verbal and found.tag == found.sense.tag
        return KEPT if verbal and self._object(wants.wanted, found.last) else ALONE

    def _outside(self, forbidden: Wanted, found: Mark) -> bool:
        """What forbids a mark is no word of an actor's name, where the mark is an event's verb (استهدف مجلس الأمن
        القومي, beside استهدف الأمن القومي), nor what the event is told in (قال في تصريح إن مسلحين هاجموا)."""
        if found.kind != "trigger" or not found.sense.verbal or found.tag != found.sense.tag:
            return True
        named = self._named
        if named is None:
            named = self._named = self._in_names()
        told = self._told_in(found.first)
        if not named and not told:
            return True
        around = [at for at in range(self._low, self._high) if at < found.first or at > found.last]
        apart = [at for at in around if not (at in told or (named and named[at]))]
        if len(apart) == len(around) or any(self._beside(forbidden, at) for at in apart):
            return True
        return bool(forbidden.lasts) and self._phrase(forbidden, list(forbidden.lasts))

    def _told_in(self, first: int) -> list[int]:
        """Words of speech before the opening of the clause that the mark stands in."""
        words, low = self._words, self._low
        that = first - 1
        while that > low and words[that].form not in _OPENS:
            that -= 1
        return [at for at in range(low, that) if words[at].core in _SPEECHES] if that > low else []

    def _in_names(self) -> list[bool]:
        """For every token whether it is a word of the name of an actor who holds no interviews."""
        named: list[bool] = []
        for one in self._several:
            if one.kind == "actor" and is_name(one) and one.entry.kind not in _TELLING:
                named = named or [False] * len(self._words)
                for at in range(one.first, one.last + 1):
                    named[at] = True
        return named

    def _object(self, wanted: Wanted, last: int) -> bool:
        """A verb's object may stand far behind a long subject: the wanted word, further on in the same clause. An
        apposition between commas belongs to the subject."""
        words, ends = self._words, self._ends
        for at in range(last + 1 + WINDOW, min(min(last + 1 + OBJECT, ends[past(ends, last)]), len(words) - 1)):
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

    def _any(self, wanted: Wanted) -> bool:
        """Some wanted word, or phrase, stands around the last mark."""
        words, signs = self._words, wanted.signs
        lasts: list[str] | None = None
        at = self._low
        while at < self._high:
            if at == self._first:
                at = self._last + 1
                continue
            for one in words[at].near:
                if one in signs:
                    if one in wanted.singles:
                        return True
                    lasts = [one] if lasts is None else [*lasts, one]
            at += 1
        return lasts is not None and self._phrase(wanted, lasts)

    def _phrase(self, wanted: Wanted, lasts: list[str]) -> bool:
        """A wanted phrase stands around the last mark; it ends in one of some words."""
        near = self._words[self._low : self._first] + self._words[self._last + 1 : self._high]
        text = " ".join([word.form for word in near]) + " "
        for last in lasts:
            for phrase in wanted.lasts[last]:
                if phrase in text:
                    return True
        return False
