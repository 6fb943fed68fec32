"""Lines by which people and archives part the articles that they keep in one file."""

from __future__ import annotations

import re
from itertools import islice
from typing import Final

from khabar.ingest.days import find_days
from khabar.text import LETTER

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
_OPENING: Final = 4000
"""Code points within which an article's head and first paragraph stand."""
_TITLE: Final = (4, 25)
"""Words of a headline."""
_SHORT: Final = 90
"""Letters of a line that is no paragraph."""
_DAY: Final = 60
"""Letters of a line that has little but a day."""
_BESIDE: Final = 30
"""Of them, those beside the day."""
_RUN: Final = 3
"""Lines from a headline to the one above its day."""
_STOPS: Final = ".!؟:،؛"


def divisions(text: str) -> list[int]:
    """Where the second and later articles of a text begin, in order. A line of marks parts two articles where a
    headline or a day stands below it, and also at the head of what it closes; blank lines do where both have a day; a
    press archive's own line always does. Without any of these, a headline with a day below it begins the next article
    where the first began so. What has too few letters for an article stays with the one before it."""
    found = [(one.start("opens") if one["opens"] else one.end(), _SURE) for one in _ARCHIVE.finditer(text)]
    found += [(one.end(), _LIKELY) for one in _RULE.finditer(text)]
    found += [(one.end(), _MAYBE) for one in _GAP.finditer(text)]
    found += [(at, _LIKELY) for at in _dated_headlines(text)]
    starts = [0]
    for at, how in _last_of_runs(text, sorted(found)):
        if not _has_body(text, starts[-1], at):
            continue
        if not _has_body(text, at, len(text)):
            break
        heads = (text[at : at + _OPENING], text[starts[-1] : min(at, starts[-1] + _OPENING)])
        if how == _SURE or all(_headed(head, how == _MAYBE) for head in heads):
            starts.append(at)
    return starts[1:]


def _dated_headlines(text: str) -> list[int]:
    """Where the later headlines with a line below that has little but a day stand behind a paragraph, in a text that
    opens with such a headline."""
    opening = [line for line in text[:_OPENING].split("\n", 12) if LETTER.search(line) or _is_day(line)][: _RUN + 1]
    if not any(_is_day(line) for line in opening[1:]) or not _is_title(opening[0]):
        return []
    found: list[int] = []
    run: list[tuple[int, str]] = []
    behind = False
    at = 0
    for line in text.split("\n"):
        kept = line.strip()
        if _is_day(kept):
            if behind and 0 < len(run) <= _RUN and _is_title(run[0][1]):
                found.append(run[0][0])
            run, behind = [], False
        elif kept and (len(kept) > _SHORT or kept[-1] in _STOPS):
            run, behind = [], True
        elif kept:
            run.append((at, kept))
        at += len(line) + 1
    return found


def _is_day(line: str) -> bool:
    """Whether a line has little but a day, and perhaps whose article it is."""
    line = line.strip()
    if not 8 <= len(line) <= _DAY or not any(letter.isdigit() for letter in line):
        return False
    return any(day.date and len(line) - (day.end - day.start) <= _BESIDE for day in find_days(line))


def _is_title(line: str) -> bool:
    few, many = _TITLE
    return few <= len(line.split()) <= many and line.strip()[-1] not in _STOPS


def _last_of_runs(text: str, found: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Of dividers with no letter between them the last, as sure as the surest of them."""
    kept: list[tuple[int, int]] = []
    for at, how in found:
        if kept and not LETTER.search(text, kept[-1][0], at):
            how = min(how, kept.pop()[1])
        kept.append((at, how))
    return kept


def _has_body(text: str, start: int, end: int) -> bool:
    """Whether there are letters enough for an article."""
    return next(islice(LETTER.finditer(text, start, end), _LEAST - 1, None), None) is not None


def _headed(text: str, dated: bool) -> bool:
    """A headline or a line with little but a day opens it (``dated``: such a line does), and a paragraph follows."""
    lines = [line.strip() for line in text.split("\n", 40) if LETTER.search(line)][: _HEAD + 1]
    if len(lines) < 2 or max(len(line) for line in lines) <= _SHORT:
        return False
    if any(len(line) <= _SHORT and any(day.date for day in find_days(line)) for line in lines[:_HEAD]):
        return True
    if dated:
        return False
    return _is_title(lines[0]) and len(lines[0]) < len(lines[1])
