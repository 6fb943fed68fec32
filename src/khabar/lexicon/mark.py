"""One thing that the lexicon finds in a text, and what is asked of it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from khabar.lexicon.senses import Sense

ENDS: Final = frozenset(".!?؟\n")
THAT: Final = frozenset(("ان", "انه", "انها", "بان"))
WHO: Final = frozenset(("الذي", "التي", "الذين"))
"""Words that open what is said, and words that open a relative clause."""


class Mark:
    """Tokens ``first`` to ``last`` (inclusive) read as ``entry`` of ``kind``; ``tag`` is the form's (see conjugate).
    ``head``: where the first half of a phrase with a gap stands, if the mark is its second half, else None."""

    __slots__ = ("entry", "first", "head", "kind", "last", "sense", "tag")

    def __init__(self, first: int, last: int, sense: Sense) -> None:
        self.first = first
        self.last = last
        self.sense = sense
        self.kind = sense.kind
        self.entry = sense.entry
        self.tag = sense.tag
        self.head: tuple[int, int] | None = None

    def __repr__(self) -> str:
        return f"Mark({self.first}-{self.last} {self.kind} {getattr(self.entry, 'id', self.entry)} {self.tag})"


def within_names(marks: Iterable[Mark]) -> frozenset[int]:
    """Tokens of those names among some marks that are of more than one word."""
    return frozenset([at for found in marks if is_name(found) for at in range(found.first, found.last + 1)])


def is_name(found: Mark) -> bool:
    """Whether a mark of somebody or of a place is a name of more than one word."""
    return found.last > found.first and found.tag not in _LOOSELY


_LOOSELY: Final = frozenset(("weak", "adj", "people"))
"""Tags of marks that are no names of their own."""


def in_order(found: Mark) -> int:
    """A number to sort marks by: by first token, the longest first."""
    return found.first * WIDE - found.last + found.first


WIDE: Final = 1 << 20
"""More tokens than a mark has."""
