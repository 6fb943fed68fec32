"""Where a paragraph's dateline or byline ends: ``كييف في 24 يناير 2024 –``, ``الخرطوم - (رويترز):``, ``دبي، الإمارات
(CNN) --``."""

from __future__ import annotations

import re

from khabar.ingest.days import find_days
from khabar.ingest.furniture import Furniture, bare, plain

_REACH = 110
_BRACKETED = re.compile(r"\s*([^()\n:]{0,70}?)\s*\(\s*([^()]{1,30}?)\s*\)\s*([-–—ـ:،]{0,3})\s*")
_SEPARATOR = re.compile(r"\s*(?:[-–—ـ]{1,3}|:)\s*")
_COMMA = re.compile("[،,]")
_NOT_AFTER = frozenset(plain("التي الذي الذين اللذان وهي وهو وهم أو ثم حيث عاصمة العاصمة التابعة الواقعة وخاصة"))


def dateline_end(text: str, start: int, end: int, known: Furniture) -> int | None:
    """Offset after the dateline with which ``text[start:end]`` opens, or None. A dateline is at most 110 code points
    of cities, agencies, names beside them and dates, closed by a dash, a colon or a bracketed agency."""
    at = start
    for _ in range(3):
        head = text[at : min(end, start + _REACH)]
        found = _BRACKETED.match(head)
        close = _bracketed(found, known) if found else None
        if close is None and any(mark in head for mark in "-–—:ـ"):
            close = _pieces(head, known)
        if not close or at + close >= end:
            break
        at += close
    return at if at > start else None


def is_dateline(text: str, start: int, end: int, known: Furniture) -> str | None:
    """The rule by which a short line as a whole is a dateline or byline, or None: a city or agency with a date, or
    two to four short parts between dashes."""
    line = text[start:end]
    parts = [part for part in _SEPARATOR.split(line.strip(" -–—:\u00a0")) if part]
    words = bare(plain(line))
    if len(words) > 14:
        return None
    short = all(part.count(" ") < 4 for part in parts)
    if short and any(_kind(part, known) for part in parts) and (len(parts) > 1 or len(words) <= 3) and len(words) <= 8:
        return "dateline.byline"
    days = find_days(line)
    if (
        days
        and any(day.date for day in days)
        and (words[0] in known.sets["city"] or _kind(parts[0], known) or "واس" in words)
    ):
        return "dateline.date"
    return None


def _bracketed(found: re.Match[str], known: Furniture) -> int | None:
    place, agency, mark = found.groups()
    inner = " ".join(bare(plain(agency)))
    is_agency = inner in known.sets["agency"] or (inner.isascii() and inner.replace(" ", "").isalpha() and bool(mark))
    if not is_agency:
        return None
    if not place:
        return found.end() if mark else None
    if len(plain(place)) > 9 or not (mark or _kind(place, known)):
        return None
    return found.end()


def _pieces(head: str, known: Furniture) -> int | None:
    """End of the last known piece among the first four; unknown names of up to three words may stand before or
    between."""
    best: int | None = None
    at = 0
    for separator in list(_SEPARATOR.finditer(head))[:4]:
        piece = head[at : separator.start()]
        words = bare(plain(piece))
        kind = _kind(piece, known) if words else None
        if kind:
            rest = bare(plain(head[separator.end() : separator.end() + 24]))
            if not rest or rest[0] in _NOT_AFTER:
                break
            best = separator.end()
        elif best and 0 < len(words) <= 3 and ":" in separator.group() and words[0] not in known.sets["lead"]:
            best = separator.end()
        elif len(words) > 3:
            break
        at = separator.end()
    return best


def _kind(piece: str, known: Furniture) -> str | None:
    """``city``, ``agency`` or ``date`` when the piece is one, possibly with its country after a comma or a date after
    في."""
    parts = [bare(plain(part)) for part in _COMMA.split(piece)]
    words = parts[0] if parts else ()
    joined = " ".join(words)
    if joined in known.sets["city"]:
        return "city"
    if joined in known.sets["agency"]:
        return "agency"
    if (
        len(words) <= 9
        and any(character.isdigit() for character in piece)
        and any(day.date for day in find_days(piece))
    ):
        return "date"
    if len(words) == 2 and words[0] in known.sets["agency"] and words[1] in known.sets["city"]:
        return "city"
    return None
