"""When an article was published: from metadata, the address, a page stamp, the dateline, captions and the text itself.

Every reading is kept as a candidate with where it was found and how sure it is; :func:`date_article` chooses. The text
outranks the page: archives and mirrors stamp pages days or weeks late, a dateline is written with the story. The
result is the reference day for "yesterday" and "on Wednesday", so a metadata day is moved to the day that the text
itself calls today.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from typing import Final

import msgspec

from khabar.edtf import bounds
from khabar.ingest.days import WEEKDAYS, Day, find_days, find_english_days, fold_digits, fold_weekday, iso_day
from khabar.ingest.pagemeta import url_day
from khabar.model import Article, Dating, Section, Span
from khabar.text import evened

CONFLICTS: Final = 4
"""Contradicting readings kept beside a dating."""
_LEAD: Final = 700
_LATE: Final = 3
"""Days by which a crawl or page date may trail the text's own "today" and still be corrected by its weekday."""
_NAMES: Final = "|".join(WEEKDAYS).replace("ا", "[اأإ]").replace("ة", "[ةه]")
_TODAY: Final = re.compile(
    rf"(?:(?P<today>\bاليوم)|(?<!ول )(?<!ول من )(?P<yesterday>\b[أا]مس))\s*[(،,]?\s*(?P<day>{_NAMES})\b"
)
_TODAY_AT: Final = ("اليوم", "أليوم", "امس", "أمس")
"""How what :data:`_TODAY` matches begins."""
_BEFORE_TODAY: Final = re.compile(r"(?:\bاليوم|\bهذا اليوم|صباح اليوم|مساء اليوم|فجر اليوم)\W{0,3}(?:\w+\W{0,3})?$")
_YEAR: Final = re.compile(r"(?:19|20|١٩|٢٠)(?<![\d./,-]..)\d\d(?!\d|[./,%-]\d)", re.DOTALL)
"""A year."""
_YEAR_AT: Final = ("19", "20")
_ARABIC_YEAR_AT: Final = ("19", "20", "١٩", "٢٠")
"""How it begins; in a text without the Arabic digits one and two the former suffice."""
_FUTURE: Final = re.compile(r"(?:بحلول|حتى|لعام|لسنة|رؤية|أجندة)\s+(?:ال)?(?:عام|سنة)?\s*$")
_YESTERDAY: Final = re.compile(r"(?<!ول )(?<!ول من )\b[أا]مس\W{0,3}(?:\w+\W{0,3})?$")
_NEXT: Final = re.compile(r"(?:المقبل|القادم|المقبلة|القادمة|حتى|منذ|بحلول|لغاية|ذكرى)\W{0,3}(?:\w+\W{0,2})?$")
_ARCHIVE: Final = re.compile("[أا]رشيف")
_UPDATED: Final = re.compile("تحديث|تعديل|updated", re.IGNORECASE)
_SHORT_YEAR: Final = re.compile(r"\d{1,2}/\d{1,2}/\d{2}(?!\d)")


def date_article(article: Article, text_sections: Sequence[Section]) -> Dating | None:
    """The best dating of an article, or None when nothing dates it. ``value`` is a day, or an open interval
    (``2016/..``) where only a lower bound is known; ``sure`` is 0.5 or less for a guess; ``others`` holds at most
    :data:`CONFLICTS` readings that contradict it. Give the sections of one story to date that story alone."""
    found = candidates(article, text_sections)
    if not found:
        return None
    chosen = _corrected(found[0], article, text_sections)
    first: dict[str, Dating] = {}
    for other in found:
        if not _agree(chosen.value, other.value):
            first.setdefault(other.value, other)
    return msgspec.structs.replace(chosen, others=tuple(first.values())[:CONFLICTS])


def _agree(day: str, other: str) -> bool:
    """Whether two datings can both be true: a lower bound agrees with every day from it on, a month with its days."""
    (low, high), (least, most) = bounds(day) or (None, None), bounds(other) or (None, None)
    return (low or "") <= (most or "9999") and (least or "") <= (high or "9999")


def candidates(article: Article, text_sections: Sequence[Section]) -> list[Dating]:
    """Every dating found, best first; equal values from the same kind of place count once. Conflicts are kept."""
    found: dict[tuple[str, str], Dating] = {}
    for dating in _all(article, text_sections):
        key = (dating.value, dating.how.split(":")[0])
        if key not in found or found[key].sure < dating.sure:
            found[key] = dating
    return sorted(found.values(), key=_rank)


def _rank(dating: Dating) -> tuple[bool, float, str]:
    """A day written with the story first, then the surer."""
    written = dating.sure >= 0.85 and dating.how.startswith(("dateline", "text: today", "text: yesterday"))
    return (not written, -dating.sure, dating.value)


def _all(article: Article, text_sections: Sequence[Section]) -> Iterator[Dating]:
    if article.dating is not None:
        yield msgspec.structs.replace(article.dating, others=())
        yield from article.dating.others
    day = iso_day(article.published) if article.published else None
    if day:
        yield Dating(value=day, how="metadata", sure=0.95)
    day = url_day(article.url)
    if day:
        yield Dating(value=day, how="url", sure=0.9)
    text = evened(article.text)
    first_body = next((section.start for section in text_sections if section.role == "body"), len(text))
    latest = _last_year(text, text_sections)
    reach = 0
    for section in text_sections:
        if section.role == "dateline":
            yield from _datelines(text, section, first_body)
        elif section.role == "furniture":
            yield from _stamps(text, section, first_body)
        elif section.role in ("caption", "headline") or reach < _LEAD:
            end = section.end if section.role != "body" else min(section.end, section.start + _LEAD - reach)
            yield from _mentions(text, section.start, end, section.role, latest)
            reach += end - section.start if section.role == "body" else 0
    if latest:
        yield Dating(value=f"{latest}/..", how="text: latest year mentioned", sure=0.2)


def _datelines(text: str, section: Section, first_body: int) -> Iterator[Dating]:
    days = [day for day in find_days(text, section.start, section.end) if day.date]
    for order, day in enumerate(days):
        sure = 0.95 if day.agrees else 0.6
        if section.start > first_body + _LEAD:
            sure -= 0.5  # a dateline far down belongs to another report on the page
        yield _dating(day, "dateline: Hijri" if day.hijri else "dateline", sure - 0.02 * order)


def _stamps(text: str, section: Section, first_body: int) -> Iterator[Dating]:
    """Dates in page furniture, where a stamp is its own line or follows its label."""
    if not section.rule.startswith("stamp"):
        return
    found = find_days(text, section.start, section.end) or find_english_days(text, section.start, section.end)
    for day in found:
        if day.date is None:
            continue
        before = text[max(section.start - 20, 0) : day.start]
        sure = 0.85 if day.start <= first_body else 0.6
        if _SHORT_YEAR.match(fold_digits(text[day.start : day.end])):
            sure = 0.5
        elif _UPDATED.search(before):
            sure -= 0.1
        yield _dating(day, "stamp", sure if day.agrees else sure - 0.3)


def _mentions(text: str, start: int, end: int, role: str, latest: int | None) -> Iterator[Dating]:
    """Dates in the lead, in captions and in headlines that may be the day of writing: those called today or named
    with their weekday, and in captions. (Bare dates in a lead are mostly of the past: 16 of 21 in a sample.) A date
    without a year takes the one year in which its weekday fits, from the latest year mentioned to two years later."""
    for day in find_days(text, start, end):
        if day.after.startswith(("المقبل", "القادم")):
            continue
        before = text[max(start, day.start - 28) : day.start]
        if _NEXT.search(before):
            continue
        if day.date is None:
            solved = _solve_year(day, latest)
            if solved:
                yield _dating(day._replace(year=solved), f"{'text' if role == 'body' else role}: weekday and day", 0.6)
            continue
        if _BEFORE_TODAY.search(before) and day.agrees:
            yield _dating(day, "text: today", 0.92)
        elif day.weekday is not None and day.agrees and _YESTERDAY.search(before):
            after = day.date + timedelta(days=1)
            yield _dating(day._replace(year=after.year, month=after.month, day=after.day), "text: yesterday", 0.88)
        elif day.weekday is not None and day.agrees:
            yield _dating(day, f"{'text' if role == 'body' else role}: weekday and date", 0.7)
        elif role == "caption" and not _ARCHIVE.search(text, start, end):
            yield _dating(day, "caption: date", 0.5)


def _solve_year(day: Day, latest: int | None) -> int | None:
    if day.weekday is None or latest is None or not day.month:
        return None
    years = []
    for year in range(latest, latest + 3):
        solved = day._replace(year=year).date
        if solved and solved.weekday() == day.weekday:
            years.append(year)
    return years[0] if len(years) == 1 else None


def _last_year(text: str, text_sections: Sequence[Section]) -> int | None:
    """The latest year the story names, future ones left out: it was not published earlier."""
    latest = 0
    opening = _ARABIC_YEAR_AT if "١" in text or "٢" in text else _YEAR_AT
    for section in text_sections:
        if section.role == "furniture":
            continue
        close = 0
        for at in _starts(opening, text, section.start, section.end):
            match = _YEAR.match(text, at, section.end) if at >= close else None
            if match is None:
                continue
            close = match.end()
            year = int(match.group())
            if latest < year <= 2099 and year >= 1980 and not _FUTURE.search(text, match.start() - 16, match.start()):
                latest = year
    return latest or None


def _starts(spellings: tuple[str, ...], text: str, start: int, end: int) -> list[int]:
    """Where one of some spellings stands, in order: found much faster than by a pattern of them."""
    found: list[int] = []
    for spelling in spellings:
        at = text.find(spelling, start, end)
        while at >= 0:
            found.append(at)
            at = text.find(spelling, at + 1, end)
    return sorted(found)


def _dating(day: Day, how: str, sure: float) -> Dating:
    value = day.date
    assert value is not None
    return Dating(
        value=value.isoformat(), how=how, sure=round(max(sure, 0.05), 2), span=Span(start=day.start, end=day.end)
    )


def today_weekday(text: str, text_sections: Sequence[Section]) -> tuple[int, Span] | None:
    """The weekday (0 Monday .. 6 Sunday) of the day the story calls today, read from "اليوم الأربعاء" and "أمس
    الثلاثاء" in its body, and where it says so; None when it does not say or contradicts itself."""
    found: tuple[int, Span] | None = None
    for section in text_sections:
        if section.role not in ("body", "caption"):
            continue
        for at in _starts(_TODAY_AT, text, section.start, section.end):
            match = _TODAY.match(text, at, section.end)
            if match is None:
                continue
            weekday = WEEKDAYS[fold_weekday(match.group("day"))]
            weekday = (weekday + 1) % 7 if match.group("yesterday") else weekday
            if found is not None and found[0] != weekday:
                return None
            found = found or (weekday, Span(start=match.start(), end=match.end()))
    return found


def _corrected(dating: Dating, article: Article, text_sections: Sequence[Section]) -> Dating:
    """A page's day moved to the weekday the text calls today, when that lies at most three days before or one after."""
    if len(dating.value) != 10 or dating.how.startswith(("dateline", "text: today", "text: yesterday")):
        return dating
    named = today_weekday(evened(article.text), text_sections)
    if named is None:
        return dating
    day = date.fromisoformat(dating.value)
    late = (day.weekday() - named[0]) % 7
    if late == 0:
        return dating
    if late <= _LATE or late == 6:
        moved = day - timedelta(days=late if late <= _LATE else -1)
        sure = round(min(dating.sure, 0.85), 2)
        return Dating(
            value=moved.isoformat(), how=f"{dating.how}, moved to the text's weekday", sure=sure, span=named[1]
        )
    return dating
