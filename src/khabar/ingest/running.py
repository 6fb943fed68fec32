"""What pages carry above and below their text: running heads, page numbers, a browser's line with address and day."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Final

from khabar.ingest.typeset import Line

_EDGE: Final = 3
"""Baselines at the head and at the foot of a page among which such lines are looked for."""
_DIGITS: Final = re.compile(r"\d+")
_NUMBER: Final = re.compile(
    r"(?:صفحة|الصفحة|ص|page|p)?[\s.:-]*\d{1,4}(?:\s*(?:/|من|of)\s*\d{1,4})?[\s-]*", re.IGNORECASE
)
_PRINTED: Final = re.compile(r"\d{1,2}/\d{1,2}/\d{2,4}[,،]?\s+\d{1,2}:\d{2}.{0,4}|(?:https?|file)://\S+|about:blank")
"""What a browser prints above and below a page."""
_STOPS: Final = (".", "؟", "!", ":")
"""How a running head never ends."""
_ADDRESS: Final = re.compile(r"https?://\S+")


def body(pages: Sequence[Sequence[Line]]) -> list[Line]:
    """The lines of all pages without those at the head or foot that only number the page, that stand there on half of
    the pages at least, their numbers aside, or that a browser printed."""
    edges = [_at_edges(page) for page in pages]
    told = Counter(
        shape for lines in edges for shape in {_shape(line) for line in lines if line.text[-1:] not in _STOPS}
    )
    running = {shape for shape, times in told.items() if times >= 2 and 2 * times >= len(pages)}
    kept: list[Line] = []
    for page, lines in zip(pages, edges, strict=True):
        printed = [line.base for line in lines if _PRINTED.fullmatch(line.text)]
        dropped = {
            id(line)
            for line in lines
            if _NUMBER.fullmatch(line.text) or _shape(line) in running or _level(line.base, printed)
        }
        kept += [line for line in page if id(line) not in dropped]
    return kept


def address(pages: Iterable[Sequence[Line]]) -> str | None:
    """The address that a browser printed on the pages, if any; one it has cut short is none."""
    for page in pages:
        for line in _at_edges(page):
            if _ADDRESS.fullmatch(line.text) and not line.text.endswith(("…", "...")):
                return line.text
    return None


def _at_edges(page: Sequence[Line]) -> list[Line]:
    bases = sorted({round(line.base) for line in page})
    edge = {*bases[:_EDGE], *bases[-_EDGE:]}
    return [line for line in page if round(line.base) in edge]


def _level(base: float, others: Sequence[float]) -> bool:
    return any(abs(base - other) < 1.0 for other in others)


def _shape(line: Line) -> tuple[str, int]:
    """A line as it comes again on other pages: its words without their numbers, its height."""
    return _DIGITS.sub("#", line.text), round(line.base / 4)
