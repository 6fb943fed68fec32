"""From the parts of a date to its value: which year is meant, which month, and days that need no year."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Final

from khabar.mentions.calendars import (
    NAME_HEADS,
    NAMED,
    add_months,
    day_or_none,
    first_day,
    hijri_month,
    month_edtf,
    month_value,
    year_in,
)
from khabar.mentions.time_scene import SINCE, Found, Scene, choose_year

_CHRISTIAN: Final = 1600
"""Years after it are of the Christian era, beside months of the hijra too (رمضان 2019)."""
_FIFTH: Final = 5


class Reading:
    """The parts of one date around its month name."""

    __slots__ = (
        "days",
        "edge",
        "first",
        "last",
        "month",
        "ordinal",
        "other_sense",
        "sense",
        "span",
        "strong",
        "weekday",
        "year",
    )

    def __init__(self, first: int, last: int, month: tuple[str, int], strong: bool) -> None:
        self.first, self.last, self.month, self.strong = first, last, month, strong
        self.year: int | None = None
        self.days: list[tuple[int, int]] = []
        self.span = False
        self.ordinal = False
        self.edge: str | None = None
        self.sense: str | None = None
        self.other_sense: str | None = None
        self.weekday: int | None = None


def record(scene: Scene, reading: Reading) -> None:
    """Keep what a reading of a date comes to: a name (أحداث 11 سبتمبر), a month, a day or several."""
    head = scene.words.at(reading.first - 1)
    if reading.year is None and reading.sense is None and head and scene.words.near(reading.first):
        named = _named(scene, reading, head)
        if named is not None or head in NAME_HEADS:
            rule = "date.named" if named is not None else "date.name"
            grain = "day" if named is not None and len(named) == 10 else "month"
            found = Found(reading.first, reading.last, named, grain, rule, "explicit")
            scene.keep(found.on(date.fromisoformat(named)) if named is not None and grain == "day" else found)
            return
    if not reading.days:
        scene.keep(month_found(scene, reading))
        return
    if len(reading.days) > 1:
        _record_days(scene, reading)
        return
    scene.keep(day_found(scene, reading, reading.days[0][0], reading.first, reading.last))


def _record_days(scene: Scene, reading: Reading) -> None:
    """Several days of one month: a range where they touch or are joined by إلى, else one mention each."""
    numbers = [day for day, _ in reading.days]
    touching = numbers == list(range(numbers[0], numbers[-1] + 1))
    final = day_found(scene, reading, numbers[-1], reading.first, reading.last)
    if reading.span or touching:
        opening = day_found(scene, reading, numbers[0], reading.first, reading.last)
        if opening.day is not None and final.day is not None:
            start = opening.day if opening.day <= final.day else final.day
            final.edtf = f"{start}/{final.day}"
        else:
            final.edtf = None
        both = opening.other is not None and final.other is not None and opening.other < final.other
        final.grain, final.rule, final.day = "range", "date.days", None
        final.other = f"{opening.other}/{final.other}" if both else None
        scene.keep(final)
        return
    ends = [first - 1 for _, first in reading.days[1:]] + [reading.last]
    for (number, first), last in reversed(list(zip(reading.days, ends, strict=True))):
        last = first if last != reading.last else last
        scene.keep(day_found(scene, reading, number, reading.first if number == numbers[0] else first, last))


def _named(scene: Scene, reading: Reading, head: str) -> str | None:
    day = reading.days[0][0] if len(reading.days) == 1 else None
    if reading.month[0] != "gregorian" or reading.edge:
        return None
    bare = head[1:] if head[:1] in "وبلف" else head
    for named in NAMED:
        if named.month == reading.month[1] and named.day == day and (head in named.heads or bare in named.heads):
            began = first_day(named.edtf)
            return named.edtf if scene.reference is None or (began is not None and began <= scene.reference) else None
    return None


def day_found(scene: Scene, reading: Reading, day: int, first: int, last: int) -> Found:
    """A day of a month: in its year, else in the year that its sense or the day of reference makes the likeliest."""
    calendar, month = reading.month
    sense = reading.sense or reading.other_sense
    found = Found(first, last, None, "day", "date.day", "publication")
    found.calendar, found.sense = calendar, sense
    if reading.year is not None:
        found.anchor = "explicit"
        fixed = _in_year(reading.year, month, day, calendar)
        if fixed is not None and reading.weekday is not None and reading.ordinal and fixed.weekday() != reading.weekday:
            return found.on(_nth(fixed, day, reading.weekday))
        return found.on(fixed)
    reference = scene.reference
    if reference is None or sense == "same":
        return found
    this = year_in(calendar, reference)
    days = [d for d in (day_or_none(year, month, day, calendar) for year in range(this - 4, this + 5)) if d is not None]
    if not days:
        return found
    chosen, other = _by_sense(days, reference, sense)
    if chosen is None:
        if scene.words.at(reading.first - 1) in SINCE:
            days = [d for d in days if d <= reference]
        chosen, other = choose_year(days, reference, scene.future(first) or scene.appointed(first), reading.weekday)
    found.on(chosen)
    found.other = other.isoformat() if other is not None else None
    return found


def _in_year(year: int, month: int, day: int, calendar: str) -> date | None:
    """The day in a year, which may be of the Christian era for a month of the hijra."""
    if calendar != "hijri" or year < _CHRISTIAN:
        return day_or_none(year, month, day, calendar)
    middle = day_or_none(year, 7, 1)
    if middle is None:
        return None
    lunar = year_in(calendar, middle)
    days = (day_or_none(one, month, day, calendar) for one in range(lunar - 1, lunar + 2))
    return next((one for one in days if one is not None and one.year == year), None)


def _nth(fixed: date, number: int, weekday: int) -> date:
    """The weekday of that number in the month (الثلاثاء الثالث من أيلول), where the day of that number is another."""
    if number > _FIFTH:
        return fixed
    first = fixed.replace(day=1)
    found = first + timedelta(days=(weekday - first.weekday()) % 7 + 7 * (number - 1))
    return found if found.month == fixed.month else fixed


def _by_sense(days: list[date], reference: date, sense: str | None) -> tuple[date | None, date | None]:
    """The day that الماضي، المقبل or الجاري picks out; (None, None) without such a word."""
    if sense in ("past", "previous"):
        return max((d for d in days if d < reference), default=None), None
    if sense in ("next", "following"):
        return min((d for d in days if d > reference), default=None), None
    if sense == "current":
        return min(days, key=lambda d: abs((d - reference).days)), None
    return None, None


def month_found(scene: Scene, reading: Reading) -> Found:
    """A month: in its year, else the one that its sense or the day of reference makes the likeliest."""
    calendar, month = reading.month
    sense = reading.sense or reading.other_sense
    found = Found(reading.first, reading.last, None, "month", "date.month", "publication")
    found.calendar, found.sense = calendar, sense
    if reading.edge:
        found.rule = f"date.month.{reading.edge}"
    if reading.year is not None:
        found.anchor = "explicit"
        if calendar == "hijri" and reading.year > _CHRISTIAN:
            begun = _in_year(reading.year, month, 1, calendar)
            span = hijri_month(year_in(calendar, begun), month) if begun is not None else None
            found.edtf = f"{span[0]}/{span[1]}" if span is not None else None
        else:
            found.edtf = month_value(reading.year, month, calendar)
        return found
    reference = scene.reference
    if reference is None or sense == "same":
        return found
    this = year_in(calendar, reference)
    if calendar == "hijri":
        spans = [span for year in (this - 1, this, this + 1) if (span := hijri_month(year, month)) is not None]
        starts = [span[0] for span in spans]
        last_days = {span[0]: span[1] for span in spans}
    else:
        starts = [date(year, month, 1) for year in range(this - 1, this + 2)]
        last_days = {day: date(*add_months(day.year, day.month, 1), 1) - timedelta(days=1) for day in starts}
    chosen, other = _choose_month(scene, starts, last_days, sense, reading.first)
    if chosen is None:
        return found
    found.edtf = _month_text(calendar, chosen, last_days[chosen])
    found.other = _month_text(calendar, other, last_days[other]) if other is not None else None
    return found


def _choose_month(
    scene: Scene, starts: list[date], ends: dict[date, date], sense: str | None, at: int
) -> tuple[date | None, date | None]:
    """First day of the month meant, by its adjective or as the latest that has begun (one that is near, with a cue of
    the future)."""
    reference = scene.reference
    assert reference is not None
    if sense in ("past", "previous"):
        return max((d for d in starts if ends[d] < reference), default=None), None
    if sense in ("next", "following"):
        return min((d for d in starts if d > reference), default=None), None
    if sense == "current":
        return min(starts, key=lambda d: abs((d - reference).days)), None
    past = [d for d in starts if d <= reference]
    coming = [d for d in starts if d > reference]
    if not past or not coming:
        return None, None
    near = (coming[0] - reference).days <= 150 and scene.words.at(at - 1) not in SINCE and scene.future(at)
    return (coming[0], past[-1]) if near else (past[-1], coming[0])


def _month_text(calendar: str, first: date, last: date) -> str:
    return month_edtf(first.year, first.month) if calendar == "gregorian" else f"{first}/{last}"
