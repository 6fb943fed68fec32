"""Tokens of folded text: words, numbers, single punctuation marks, paragraph breaks."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any, Final

from khabar.text.normalise import Folded
from khabar.text.ordered import past

_TOKEN: Final = re.compile(
    "[\u0621-\u063a\u0641-\u064a\u0671-\u06d3]+"  # an Arabic word
    "|[0-9]+(?:[.,\u066b\u066c][0-9]+)*"  # a number
    "|[A-Za-z\u00c0-\u024f]+(?:['’.-][A-Za-z\u00c0-\u024f]+)*"  # a Latin word or name
    "|\\.{2,}"  # an ellipsis
    "|[^\\s]"  # any other mark
)
_GAP: Final = re.compile("([ ]{3,}\\s*)")
BREAK: Final = "\n"
WIDE: Final = "   "


class Cut:
    """The tokens of a piece of text without spaces, and where in it each begins; ``whole``, where it is one token.
    ``words`` are what ``reader`` made of the tokens, ``scan`` is what :mod:`khabar.mentions.scanning` keeps with it."""

    __slots__ = ("forms", "reader", "scan", "starts", "whole", "words")

    def __init__(self, forms: list[str], starts: list[int], whole: bool = False) -> None:
        self.forms = forms
        self.starts = starts
        self.whole = whole
        self.reader: object = None
        self.scan: Any = None
        self.words: list[Known] = []


KEPT: Final = 40_000
"""Pieces between spaces whose tokens are remembered: the same ones come again and again."""
_cuts: Final[dict[str, Cut]] = {}


def cut(piece: str) -> Cut:
    """A piece of folded text, cut anew."""
    found = list(_TOKEN.finditer(piece))
    forms = [one.group() for one in found]
    return Cut(forms, [one.start() for one in found], forms == [piece])


_BEHIND: Final = 3
"""How many tokens a rule may look behind a word."""

_sets: Final[dict[frozenset[str], int]] = {}
_asked: Final[dict[str, list[int]]] = {}
_cores: Final[dict[frozenset[str], int]] = {}
_asked_cores: Final[dict[str, list[int]]] = {}
"""The sets of forms that :meth:`Tokens.among` was asked for, by number; for each form the numbers of its sets. The same
for :meth:`Tokens.cores`; both are numbered in one row."""


class Known:
    """A word that was looked at before. ``sets``: numbers of the sets that have its form or its core, as of when
    ``asked`` sets had been asked for."""

    __slots__ = ("asked", "core", "form", "sets")

    def __init__(self, form: str, core: str) -> None:
        self.form = form
        self.core = core
        self.sets: list[int] = []
        self.asked = 0

    def update(self, asked: int) -> None:
        """Look for the word in all sets."""
        self.sets = [*_asked.get(self.form, ()), *_asked_cores.get(self.core, ())]
        self.asked = asked


class Tokens:
    """Parallel lists over the tokens of one text: ``forms`` (folded; a paragraph break is ``"\\n"``) and ``starts``
    (offsets into the folded text); ``words``, once they are known; ``cuts``, the pieces that the tokens come from,
    where these are at hand."""

    __slots__ = ("_among", "cuts", "folded", "forms", "starts", "words")

    def __init__(self, folded: Folded, forms: list[str], starts: list[int]) -> None:
        self.folded = folded
        self.forms = forms
        self.starts = starts
        self.words: list[Known] = []
        self.cuts: list[Cut] = []
        self._among: list[list[int]] = []

    def __len__(self) -> int:
        return len(self.forms)

    def end(self, at: int) -> int:
        """Where a token ends in the folded text; a break, where the next token begins."""
        form = self.forms[at]
        if form != BREAK:
            return self.starts[at] + len(form)
        return self.starts[at + 1 if at + 1 < len(self.starts) else at]

    def raw_span(self, first: int, last: int) -> tuple[int, int]:
        """Span in the text as given of tokens ``first`` up to and including ``last``."""
        return self.folded.raw_span(self.starts[first], self.end(last))

    def among(self, known: frozenset[str]) -> list[int]:
        """Indexes of the tokens with one of some forms, in order: the text is looked through once for every set of
        forms that was ever asked for."""
        number = _sets.get(known)
        return self._of(_numbered(known, _sets, _asked) if number is None else number)

    def cores(self, known: frozenset[str]) -> list[int]:
        """The same of the tokens with one of some cores, once the words are known."""
        number = _cores.get(known)
        return self._of(_numbered(known, _cores, _asked_cores) if number is None else number)

    def _of(self, number: int) -> list[int]:
        if number >= len(self._among):
            self._index()
        return self._among[number]

    def _index(self) -> None:
        asked = len(_sets) + len(_cores)
        found: list[list[Any]] = [[] for _ in range(asked)]
        for at, word in enumerate(self.words):
            if word.asked != asked:
                word.update(asked)
            if word.sets:
                here: Any = at  # one object for all
                for number in word.sets:
                    found[number].append(here)
        if not self.words:
            for at, form in enumerate(self.forms):
                for number in _asked.get(form, ()):
                    found[number].append(at)
        self._among = found

    def learn(self, words: Iterable[Known]) -> None:
        """Take the words of the tokens that have none yet."""
        if not self.words:
            self._among = []
        self.words += words

    def close(self) -> None:
        """End the text as a paragraph ends, by breaks without width: a look at what stands behind a word finds
        something behind the last one too."""
        end, size = len(self.folded.text), len(self.forms)
        self.forms += [BREAK] * _BEHIND
        self.starts += [end] * _BEHIND
        for number in _asked.get(BREAK, ()):
            if number < len(self._among):
                self._among[number] += range(size, size + _BEHIND)

    def respell(self, letters: dict[int, str]) -> None:
        """Put another last letter to tokens: ``letters`` by token."""
        text = list(self.folded.text)
        for at, letter in letters.items():
            self.forms[at] = self.forms[at][:-1] + letter
            text[self.end(at) - 1] = letter
        self.folded.text = "".join(text)
        self.words = []
        self.cuts = []
        self._among = []

    def at(self, offset: int) -> int:
        """Index of the first token that ends after folded ``offset``."""
        begun = past(self.starts, offset)
        return begun if not begun or self.end(begun - 1) <= offset else begun - 1


def _numbered(known: frozenset[str], sets: dict[frozenset[str], int], asked: dict[str, list[int]]) -> int:
    """The number of a set that is asked for the first time."""
    number = sets[known] = len(_sets) + len(_cores)
    for word in known:
        asked.setdefault(word, []).append(number)
    return number


def tokenise(folded: Folded) -> Tokens:
    """Tokens of a folded text, in order."""
    forms: list[str] = []
    starts: list[int] = []
    if len(_cuts) > KEPT:
        _cuts.clear()
    at = 0
    for part in _parts(folded.text):
        if part[:1] == BREAK or part[:3] == WIDE:
            forms.append(BREAK)
            starts.append(at)
            at += len(part)
            continue
        for piece in part.split(" "):
            if piece:
                found = _cuts.get(piece)
                if found is None:
                    found = _cuts[piece] = cut(piece)
                if found.whole:
                    forms.append(found.forms[0])
                    starts.append(at)
                    at += len(piece) + 1
                    continue
                for number, form in enumerate(found.forms):
                    forms.append(form)
                    starts.append(at + found.starts[number])
            at += len(piece) + 1
        at -= 1
    return Tokens(folded, forms, starts)


def _parts(text: str) -> list[str]:
    """A text cut at its paragraph breaks, which stay between the parts."""
    parts: list[str] = []
    gap = ""
    for number, line in enumerate(text.split(BREAK)):
        told = line.lstrip() if number else line
        if number:
            gap += BREAK + line[: len(line) - len(told)]
        if not told:
            continue
        if gap:
            parts.append(gap)
            gap = ""
        if WIDE not in told:
            parts.append(told)
            continue
        parts += _GAP.split(told)
        if not parts[-1]:  # the line ends in a gap, which goes on into the next
            gap = parts[-2]
            del parts[-2:]
    if gap:
        parts.append(gap)
    return parts
