"""Tokens of folded text: words, numbers, single punctuation marks, paragraph breaks."""

from __future__ import annotations

import re
from bisect import bisect_right
from itertools import accumulate
from typing import Final

from khabar.text.normalise import Folded

_TOKEN: Final = re.compile(
    "([\u0621-\u063a\u0641-\u064a\u0671-\u06d3]+"  # an Arabic word
    "|[0-9]+(?:[.,\u066b\u066c][0-9]+)*"  # a number
    "|[A-Za-z\u00c0-\u024f]+(?:['’.-][A-Za-z\u00c0-\u024f]+)*"  # a Latin word or name
    "|\n[\\s]*|[ ]{3,}\\s*"  # a paragraph break
    "|\\.{2,}"  # an ellipsis
    "|[^\\s])"  # any other mark
)
BREAK: Final = "\n"


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
    pieces = _TOKEN.split(folded.text)
    bounds = list(accumulate(map(len, pieces)))
    forms = [form if form > "~" or not form.isspace() else BREAK for form in pieces[1::2]]
    return Tokens(folded, forms, bounds[0:-1:2], bounds[1::2])
