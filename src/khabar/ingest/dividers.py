"""Lines by which people and archives part the articles that they keep in one file."""

from __future__ import annotations

import re
from typing import Final

from khabar.ingest.days import find_days

_RULE: Final = re.compile(r"\n[ \t]*(?:([=#*_~\-–—━─•+])(?:[ \t]*\1){2,}|\f)[ \t\r]*$", re.MULTILINE)
"""A line of one mark (=====, * * *), or a form feed."""
_GAP: Final = re.compile(r"\n(?:[ \t\r]*\n){2,}")
"""Two blank lines or more."""
_ARCHIVE: Final = re.compile(
    r"\n[ \t]*(?:Document [A-Z]{4,}\w{10,}|End of Document|(?P<opens>\d+ of \d+ DOCUMENTS?))[ \t\r]*$",
    re.MULTILINE,
)
"""What press archives close or open an exported article with."""
_SURE, _LIKELY, _MAYBE = 0, 1, 2
"""How surely a divider parts articles."""
_LEAST: Final = 120
"""Letters that an article has at least."""
_HEAD: Final = 5
"""Lines at the head of an article within which its day stands."""
_TITLE: Final = (4, 25)
"""Words of a headline."""
_SHORT: Final = 90
"""Letters of a line that is no paragraph."""
_LETTERS: Final = re.compile(r"[^\W\d_]")
_STOPS: Final = ".!؟:،؛"


def divisions(text: str) -> list[int]:
    """Where the second and later articles of a text begin, in order. A line of marks parts two articles where a
    headline or a day stands below it, and also at the head of what it closes; blank lines do where both have a
    day; a press archive's own line always does. What has too few letters for an
    article is left with the one before it."""
    found = [(one.start("opens") if one["opens"] else one.end(), _SURE) for one in _ARCHIVE.finditer(text)]
    found += [(one.end(), _LIKELY) for one in _RULE.finditer(text)]
    found += [(one.end(), _MAYBE) for one in _GAP.finditer(text)]
    starts = [0]
    for at, how in sorted(found):
        before, behind = text[starts[-1] : at], text[at:]
        if _letters(before) < _LEAST or _letters(behind) < _LEAST:
            continue
        if how == _SURE or all(_headed(piece, how == _MAYBE) for piece in (behind, before)):
            starts.append(at)
    return starts[1:]


def _letters(text: str) -> int:
    seen = 0
    for _ in _LETTERS.finditer(text):
        seen += 1
        if seen >= _LEAST:
            break
    return seen


def _headed(text: str, dated: bool) -> bool:
    """A headline or a line with little but a day opens it (``dated``: such a line does), and a paragraph follows."""
    lines = [line.strip() for line in text.split("\n", 40) if _LETTERS.search(line)][: _HEAD + 1]
    if len(lines) < 2 or max(len(line) for line in lines) <= _SHORT:
        return False
    if any(len(line) <= _SHORT and any(day.date for day in find_days(line)) for line in lines[:_HEAD]):
        return True
    if dated:
        return False
    few, many = _TITLE
    return few <= len(lines[0].split()) <= many and len(lines[0]) < len(lines[1]) and lines[0][-1] not in _STOPS
