"""A mark, and rows of them in the order of the text."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from khabar.lexicon.senses import Sense

_WIDE: Final = 1 << 20
"""More tokens than a mark has."""
_LOOSELY: Final = frozenset(("weak", "adj", "people"))
"""Tags of marks that are no names of their own."""


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


def is_name(found: Mark) -> bool:
    """Whether a mark of somebody or of a place is a name of more than one word."""
    return found.last > found.first and found.tag not in _LOOSELY


def within_names(marks: Iterable[Mark]) -> frozenset[int]:
    """Tokens of those names among some marks that are of more than one word."""
    return frozenset([at for found in marks if is_name(found) for at in range(found.first, found.last + 1)])


def in_order(found: Mark) -> int:
    """A number to sort marks by: by first token, the longest first."""
    return found.first * _WIDE - found.last + found.first


def sort_marks(found: list[Mark]) -> None:
    """Put marks that are nearly in order by first token, the longest first; equals stay as they are."""
    for number in range(1, len(found)):
        one = found[number]
        at = number
        while at and (
            found[at - 1].first > one.first or (found[at - 1].first == one.first and found[at - 1].last < one.last)
        ):
            found[at] = found[at - 1]
            at -= 1
        found[at] = one


def merged(several: list[Mark], joined: list[Mark]) -> list[Mark]:
    """Two rows of marks in one order."""
    row: list[Mark] = []
    at, size = 0, len(several)
    for found in joined:
        first, last = found.first, found.last
        while at < size and (several[at].first < first or (several[at].first == first and several[at].last >= last)):
            row.append(several[at])
            at += 1
        row.append(found)
    return row + several[at:]
