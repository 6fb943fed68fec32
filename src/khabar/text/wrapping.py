"""Lines that an editor broke to a width: sentences go on from one to the next."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import pairwise
from typing import Final

from khabar.text.normalise import based

WIDEST: Final = 120
"""Columns, in code points, that hard-wrapped text has at most: mail, wires and text files keep to 60 to 100."""
_BLANK: Final = re.compile(r"\s*")
_NARROWEST: Final = 30
_FULL: Final = 5
"""Lines broken at the width that a text has at least before it counts as wrapped."""
_SHARE: Final = 0.7
"""Share of broken lines among those that do not end a sentence."""
_SLACK: Final = 3
"""Columns by which one line may be shorter than the width (an editor may count marks otherwise)."""
_STOPS: Final = frozenset(".!?؟:…")
_CLOSERS: Final = "\"”»’)]'“\r \t"
_NOTHING: Final = "\u200b"
_TAG: Final = re.compile(
    r"</?(p|br|div|h[1-6]|li|ul|ol|tr|td|table|blockquote|span|strong|b|em|i|u|a|font|img)(?:[\s/][^<>]{0,2000})?>",
    re.IGNORECASE,
)
_ENDING: Final = frozenset(("p", "br", "div", "h1", "h2", "h3", "h4", "h5", "h6", "li", "ul", "ol", "tr", "table"))
"""Tags that end a line."""


@lru_cache(maxsize=1)
def unwrapped(text: str) -> str:
    """The text with every line break that only keeps to a width as a space; the same length, so that offsets stay.
    A text that is not wrapped comes back as it is; the last one is kept, since several readers ask for the same. Tags
    of a page that were left in it end lines, or are nothing at all."""
    if "<" in text:
        text = _TAG.sub(_untagged, text)
    lines = _lines(text)
    if not lines:
        return text
    width = max(len(text[start:end].strip()) for start, end in lines)
    if width < _NARROWEST:
        return text
    apart = all(after > end + 1 for (_, end), (after, _) in pairwise(lines))
    broken = [
        (end, after)
        for (start, end), (after, stop) in pairwise(lines)
        if _breaks(text, (start, end), (after, stop), width, apart)
    ]
    ends = sum(1 for start, end in lines if not _closed(text[start:end]))
    if len(broken) < _FULL or sum(1 for end, _ in broken if not _closed(text[max(0, end - 8) : end])) < _SHARE * ends:
        return text
    pieces: list[str] = []
    at = 0
    for end, after in broken:
        kept = len(text[at:end].rstrip())
        start = at + kept
        blank = _BLANK.match(text, after)
        begin = blank.end() if blank else after
        pieces += [text[at:start], " ", _NOTHING * (begin - start - 1)]
        at = begin
    return "".join([*pieces, text[at:]])


@lru_cache(maxsize=1)
def evened(text: str) -> str:
    """The text as cleaning and dating look at it: :func:`unwrapped`, its letters plain
    (:func:`khabar.text.normalise.based`), of the same length."""
    return unwrapped(based(text))


def _untagged(tag: re.Match[str]) -> str:
    size = tag.end() - tag.start()
    return "\n" + " " * (size - 1) if tag.group(1).lower() in _ENDING else _NOTHING * size


def _lines(text: str) -> list[tuple[int, int]]:
    """Where the lines of a text begin and end, blank ones left out; none if one is too wide for wrapped text or there
    are too few."""
    breaks = text.count("\n")
    if breaks <= _FULL or len(text) > (WIDEST + 2) * (breaks + 1):
        return []
    lines: list[tuple[int, int]] = []
    start = 0
    for line in text.split("\n"):
        end = start + len(line)
        if line and not line.isspace():
            if len(line) > WIDEST:
                return []
            lines.append((start, end))
        start = end + 1
    return lines


def _breaks(text: str, line: tuple[int, int], following: tuple[int, int], width: int, apart: bool) -> bool:
    """The first word of the line that follows, right below, had no more room on this one. Where all lines are
    ``apart``, a blank line lies between."""
    if following[0] != line[1] + 1 and not (apart and text.count("\n", line[1], following[0]) == 2):
        return False
    word = text[following[0] : following[1]].split(None, 1)[0]
    return len(text[line[0] : line[1]].strip()) + 1 + len(word) > width - _SLACK


def _closed(line: str) -> bool:
    return line.rstrip(_CLOSERS)[-1:] in _STOPS
