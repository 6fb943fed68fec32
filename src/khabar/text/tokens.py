"""Tokens of folded text: words, numbers, single punctuation marks, paragraph breaks."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import Final

from khabar.text.normalise import Folded

_TOKEN: Final = re.compile(
    "[\u0621-\u063a\u0641-\u064a\u0671-\u06d3]+"  # an Arabic word
    "|[0-9]+(?:[.,\u066b\u066c][0-9]+)*"  # a number
    "|[A-Za-z\u00c0-\u024f]+(?:['’.-][A-Za-z\u00c0-\u024f]+)*"  # a Latin word or name
    "|\\.{2,}"  # an ellipsis
    "|[^\\s]"  # any other mark
)
_PARAGRAPHS: Final = re.compile("(\n\\s*|[ ]{3,}\\s*)")
BREAK: Final = "\n"
_WIDE: Final = "   "
_KEPT: Final = 40_000
"""Pieces between spaces whose tokens are remembered: the same ones come again and again."""
_cut: dict[str, list[tuple[str, int]]] = {}


class Tokens:
    """Parallel lists over the tokens of one text: ``forms`` (folded; a paragraph break is ``"\\n"``), ``starts`` and
    ``ends``
    (offsets into the folded text)."""

    __slots__ = ("ends", "folded", "forms", "starts")

    def __init__(self, folded: Folded, forms: list[str], starts: list[int], ends: list[int]) -> None:
        self.folded = folded
        self.forms = forms
        self.starts = starts
        self.ends = ends

    def __len__(self) -> int:
        return len(self.forms)

    def raw_span(self, first: int, last: int) -> tuple[int, int]:
        """Span in the text as given of tokens ``first`` up to and including ``last``."""
        return self.folded.raw_span(self.starts[first], self.ends[last])

    def at(self, offset: int) -> int:
        """Index of the first token that ends after folded ``offset``."""
        return bisect_right(self.ends, offset)


def tokenise(folded: Folded) -> Tokens:
    """Tokens of a folded text, in order."""
    forms: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    if len(_cut) > _KEPT:
        _cut.clear()
    at = 0
    for part in _parts(folded.text):
        if part[:1] == BREAK or part[:3] == _WIDE:
            forms.append(BREAK)
            starts.append(at)
            at += len(part)
            ends.append(at)
            continue
        for piece in part.split(" "):
            if piece:
                cut = _cut.get(piece)
                if cut is None:
                    cut = _cut[piece] = [(found.group(), found.start()) for found in _TOKEN.finditer(piece)]
                for form, inside in cut:
                    forms.append(form)
                    starts.append(at + inside)
                    ends.append(at + inside + len(form))
            at += len(piece) + 1
        at -= 1
    return Tokens(folded, forms, starts, ends)


def _parts(text: str) -> list[str]:
    """A text cut at its paragraph breaks, which stay between the parts."""
    if _WIDE in text:
        return _PARAGRAPHS.split(text)
    first, *lines = text.split(BREAK)
    parts = [first]
    gap = ""
    for line in lines:
        told = line.lstrip()
        gap += BREAK + line[: len(line) - len(told)]
        if told:
            parts += (gap, told)
            gap = ""
    return [*parts, gap] if gap else parts
