"""Where a paragraph's dateline or byline ends: ``كييف في 24 يناير 2024 –``, ``الخرطوم - (رويترز):``, ``دبي، الإمارات
(CNN) --``."""

from __future__ import annotations

import re
from functools import lru_cache

from khabar.ingest.days import find_days
from khabar.ingest.furniture import Furniture, bare, plain, plain_word

_REACH = 110
_BRACKETED = re.compile(r"\s*([^()\n:]{0,70}?)\s*\(\s*([^()]{1,30}?)\s*\)\s*([-–—ـ:،]{0,3})\s*")
_SEPARATOR = re.compile(r"\s*(?:[-–—ـ]{1,3}|:)\s*")
_BRACKETS = str.maketrans("()", "--")
_WORD = re.compile(r"[^\W_]+(?:\.[^\W_]+)*")
_CLOSE = re.compile('[\\s"»”)]*[-–—ـ:/|)]+[\\s"»”)/:–—-]*|[\\s]*[»”][\\s]+')
_BETWEEN = frozenset(
    plain("في يوم الموافق هـ م من مكتب مراسل الاثنين الثلاثاء الأربعاء الخميس الجمعة السبت الأحد اليوم أول أمس")
)
_COMMA = re.compile("[،,]")
_NOT_AFTER = frozenset(plain("التي الذي الذين اللذان وهي وهو وهم أو ثم حيث عاصمة العاصمة التابعة الواقعة وخاصة"))


@lru_cache(maxsize=2)
def dateline_end(text: str, start: int, end: int, known: Furniture) -> int | None:
    """Offset after the dateline with which ``text[start:end]`` opens, or None. A dateline is at most 110 code points
    of cities, agencies, names beside them and dates, closed by a dash, a colon or a bracketed agency. The last answers
    are kept, since a headline and a body ask alike."""
    at = start
    for _ in range(3):
        head = text[at : min(end, start + _REACH)]
        close = _parts(head, known)
        if close is None:
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
    line = text[start:end].translate(_BRACKETS)
    parts = [part for part in _SEPARATOR.split(line.strip(" -–—:\u00a0")) if part]
    words = bare(plain(line))
    if len(words) > 14:
        return None
    short = all(part.count(" ") < 4 for part in parts)
    if short and any(_kind(part, known) for part in parts) and (len(parts) > 1 or len(words) <= 3) and len(words) <= 8:
        return "dateline.byline"
    days = [day for day in find_days(line) if day.date]
    if not days:
        return None
    headed = words[0] in known.sets["city"] or _kind(parts[0], known) or "واس" in words
    return "dateline.date" if headed or days[0].weekday is not None else None


def _parts(head: str, known: Furniture) -> int | None:
    """End of a run of cities, agencies, dates and weekdays in any order, with marks between them: ``رام الله
    24-1-2024 وفا-``, ``الدوحة في 24 يناير /قنا/``, ``السومرية نيوز/ بغداد``. The run must hold a city or an agency
    and close with a mark."""
    first = _WORD.search(head)
    if first is None or not (first.group()[0].isdigit() or plain_word(first.group())[:1] in known.opening):
        return None
    words = [(found.start(), found.end(), " ".join(plain_word(found.group()))) for found in _WORD.finditer(head)]
    days = {day.start: day.end for day in find_days(head)}
    at = end = names = sure = 0
    while at < len(words):
        start = words[at][0]
        if start in days:
            end = days[start]
            at = next((number for number in range(at, len(words)) if words[number][0] >= end), len(words))
            continue
        size, kind = _named(words, at, known)
        if size == 0:
            break
        names += kind in ("city", "agency", "paper")
        sure += kind in ("city", "agency")
        at += size
        end = words[at - 1][1]
    if not sure:
        return None
    mark = _CLOSE.match(head, end)
    if mark is None or (names == 1 and not set("-–—ـ:/)") & set(mark.group())):
        return None
    if at < len(words) and words[at][2] in _NOT_AFTER:
        return None
    return mark.end()


def _named(words: list[tuple[int, int, str]], at: int, known: Furniture) -> tuple[int, str]:
    """How many words from ``at`` are a city, an agency or a word that may stand between them, and which; 0 for none."""
    for size in range(min(4, len(words) - at), 0, -1):
        joined = " ".join(word for _, _, word in words[at : at + size])
        for kind in ("agency", "city", "paper"):
            if joined in known.sets[kind]:
                return size, kind
    word = words[at][2]
    filler = at > 0 and (word in _BETWEEN or (word.isdigit() and len(word) <= 4))
    return (1, "filler") if filler else (0, "")


def _bracketed(found: re.Match[str], known: Furniture) -> int | None:
    place, agency, mark = found.groups()
    inner = " ".join(bare(plain(agency)))
    is_agency = (
        inner in known.sets["agency"]
        or (inner in known.sets["paper"] and bool(mark))
        or (inner.isascii() and inner.replace(" ", "").isalpha() and bool(mark))
    )
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
    sure = False
    for number, separator in enumerate(list(_SEPARATOR.finditer(head))[:4]):
        piece = head[at : separator.start()]
        words = bare(plain(piece))
        kind = _kind(piece, known) if words else None
        sure = sure or kind not in (None, "paper")
        if kind and (sure or number > 0):
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
    """``city``, ``agency``, ``paper`` or ``date`` when the piece is one, possibly with its country after a comma or a
    date after في."""
    parts = [bare(plain(part)) for part in _COMMA.split(piece)]
    words = parts[0] if parts else ()
    joined = " ".join(words)
    for kind in ("city", "agency", "paper"):
        if joined in known.sets[kind]:
            return kind
    if (
        len(words) <= 9
        and any(character.isdigit() for character in piece)
        and any(day.date for day in find_days(piece))
    ):
        return "date"
    if len(words) == 2 and words[0] in known.sets["agency"] and words[1] in known.sets["city"]:
        return "city"
    return None
