"""Explicit calendar dates in page furniture, datelines and metadata: day, month and (mostly) year, in both families
of month names, the Maghreb's, in digits, and in the Hijri calendar. Relative times (أمس، الأربعاء الماضي) are read
elsewhere.

Every date begins or ends in digits, so the search starts from digits: a text without them costs nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, date, datetime
from email.utils import parsedate_tz
from typing import NamedTuple

_MONTHS = (
    "يناير|كانون الثاني|كانون ثاني|كانون الثانى|جانفي|جانفيي",
    "فبراير|شباط|فيفري|فبرير",
    "مارس|اذار|مارت",
    "ابريل|نيسان|افريل|ابرايل",
    "مايو|ايار|ماي",
    "يونيو|يونيه|حزيران|جوان|يونية",
    "يوليو|يوليه|تموز|جويلية|يوليوز|يولية",
    "اغسطس|اب|اوت|غشت|اوغسطس",
    "سبتمبر|ايلول|شتنبر|سبتمير",
    "اكتوبر|تشرين الاول|تشرين اول|اكتوبير",
    "نوفمبر|تشرين الثاني|تشرين ثاني|تشرين الثانى|نونبر",
    "ديسمبر|كانون الاول|كانون اول|دجنبر",
)
_HIJRI = (
    "محرم|المحرم|محرم الحرام", "صفر", "ربيع الاول|ربيع اول", "ربيع الاخر|ربيع الثاني|ربيع الثانى|ربيع ثاني",
    "جمادى الاولى|جمادى الاول", "جمادى الاخرة|جمادى الثانية|جمادى الاخر", "رجب", "شعبان", "رمضان", "شوال",
    "ذو القعدة|ذي القعدة|ذوالقعدة|ذى القعدة", "ذو الحجة|ذي الحجة|ذوالحجة|ذى الحجة",
)  # fmt: skip
_ENGLISH = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
WEEKDAYS = {
    "الاثنين": 0, "الاتنين": 0, "الثلاثاء": 1, "الثلثاء": 1, "الاربعاء": 2, "الخميس": 3, "الجمعة": 4, "السبت": 5,
    "الاحد": 6,
}  # fmt: skip
"""Weekdays in folded spelling, numbered as ``date.weekday()``."""


def _spell(names: str) -> str:
    """A pattern for names in folded spelling that also matches the spellings folding merges."""
    for plain, forms in (("ا", "[اأإآ]"), ("ى", "[ىي]"), ("ة", "[ةه]"), (" ", r"\s+")):
        names = names.replace(plain, forms)
    return names


def fold_short(text: str) -> str:
    """Fold alef forms, final ى and Arabic digits of a short string, one code point for one."""
    return text.translate(_FOLD)


_FOLD = (
    {ord(letter): "ا" for letter in "أإآٱ"}
    | {0x0660 + n: str(n) for n in range(10)}
    | {0x06F0 + n: str(n) for n in range(10)}
)
_FOLD |= {ord("ى"): "ي", ord("ه"): "ة", ord("ی"): "ي", 0xA0: " "}
_NUMBER = {fold_short(name): (n, False) for n, names in enumerate(_MONTHS, 1) for name in names.split("|")}
_NUMBER |= {fold_short(name): (n, True) for n, names in enumerate(_HIJRI, 1) for name in names.split("|")}
_NAMES = "|".join(sorted("|".join((*_MONTHS, *_HIJRI)).split("|"), key=len, reverse=True))
_MONTH = rf"(?:{_spell(_NAMES)})(?![\u0621-\u064a])"
_D = "[0-9٠-٩۰-۹]"
_AFTER_DAY = re.compile(
    rf"(?<!{_D})({_D}{{1,2}})(?!{_D}|[.:٫%]|/(?![\u0621-\u064a]))(?:\s*[-/]\s*|\s*)(?:من\s+)?(?:شهر\s+)?({_MONTH})"
    rf"(?:\s*[/\-–(]\s*({_MONTH})\s*\)?)?"
    rf"(?:\s*[،,/\-–]?\s*(?:من\s+)?(?:(?:ال|ل)?عام\s+|سنة\s+)?({_D}{{4}})(?!{_D}))?"
    r"(?:\s*(?:هـ|ه|م)(?![\u0621-\u064a]))?"
    r"(?:\s*\)?\s*((?:الحالي|الجاري|الماضي|المنصرم|المقبل|القادم)ة?))?"
)
_NUMERIC = re.compile(
    rf"(?<![{_D[1:-1]}./-])({_D}{{1,4}})(\s?[/\-]\s?|\.)({_D}{{1,2}})\2({_D}{{2,4}})(?!{_D}|[/.\-]{_D})"
)
_DAY_YEAR = re.compile(rf"(?<![{_D[1:-1]}./:-])({_D}{{1,2}})(?:\s*[،,]\s*|\s+)({_D}{{4}})(?![{_D[1:-1]}/:-])")
_MONTH_BEFORE = re.compile(
    rf"(?<![\u0621-\u064a])({_spell('|'.join(sorted('|'.join(_MONTHS).split('|'), key=len, reverse=True)))})\s+$"
)
"""What stands around the day in the order of English: مارس 14, 2023."""
_LONGEST_MONTH = 14
_DIGITS_RUN = re.compile(f"{_D}+")
_ODD = {ord("ی"): "ي", ord("ې"): "ي", ord("ک"): "ك"} | dict.fromkeys(
    (0x61C, 0xFEFF, *range(0x200B, 0x2010), *range(0x202A, 0x202F), *range(0x2066, 0x206A)), " "
)
"""Persian letters, and marks of direction that pages put around numbers: read past, one code point for one."""
_DIGITS_OR_ODD = re.compile("[" + "".join(map(chr, _ODD)) + _D[1:] + "+")
"""Both looked for at once."""
_WEEKDAY = re.compile(rf"({_spell('|'.join(WEEKDAYS))})\W{{0,4}}$")


class Day(NamedTuple):
    """A date in a text: span, ``year`` None where it is not given, ``month`` 1..12 and ``day`` in the Gregorian
    calendar (for a Hijri date without a year both are 0), ``weekday`` 0..6 when named right before it, and the word
    after it (الجاري …)."""

    start: int
    end: int
    year: int | None
    month: int
    day: int
    hijri: bool = False
    weekday: int | None = None
    after: str = ""

    @property
    def date(self) -> date | None:
        """The day as a date, or None when the year is open or the day does not exist."""
        return _date(self.year, self.month, self.day)

    @property
    def agrees(self) -> bool:
        """False when the weekday named beside the date is not the date's own."""
        day = self.date
        return day is None or self.weekday is None or day.weekday() == self.weekday


def find_days(text: str, start: int = 0, end: int | None = None) -> list[Day]:
    """Dates with a day and a month in ``text[start:end]``, in order. Two-digit years are read as 20yy in d/m/yy
    only."""
    end = len(text) if end is None else end
    runs = list(_DIGITS_OR_ODD.finditer(text, start, end))
    if not runs:
        return []
    digits = [run.start() for run in runs]
    if not all(run.group().isdecimal() for run in runs):
        digits = [run.start() for run in _DIGITS_RUN.finditer(text, start, end)]
        text = text.translate(_ODD)
    found = [day for match in _at_digits(_AFTER_DAY, text, digits, end) if (day := _named(text, match))]
    found += [day for match in _at_digits(_NUMERIC, text, digits, end) if (day := _numeric(text, match))]
    found += [day for match in _at_digits(_DAY_YEAR, text, digits, end) if (day := _month_first(text, match, start))]
    return sorted(found)


def _at_digits(pattern: re.Pattern[str], text: str, digits: list[int], end: int) -> Iterator[re.Match[str]]:
    """What ``finditer`` finds, of a pattern that begins with a run of digits: a search would ask letter by letter."""
    close = 0
    for at in digits:
        if at >= close and (match := pattern.match(text, at, end)):
            close = match.end()
            yield match


def _named(text: str, match: re.Match[str]) -> Day | None:
    day, month_name, _, year_digits, after = match.groups()
    month, hijri = _NUMBER[fold_short(re.sub(r"\s+", " ", month_name))]
    year = int(year_digits) if year_digits else None
    number = int(day)
    if hijri:
        gregorian = _from_hijri(year, month, number) if year else None
        if gregorian is None:
            return None
        return Day(*match.span(), *gregorian.timetuple()[:3], True, _weekday(text, match.start()), after or "")
    if year is not None and not 1900 <= year <= 2100:
        return None
    if _date(year or 2024, month, number) is None:
        return None
    return Day(*match.span(), year, month, number, False, _weekday(text, match.start()), after or "")


def _month_first(text: str, match: re.Match[str], start: int) -> Day | None:
    before = _MONTH_BEFORE.search(text, max(start, match.start() - _LONGEST_MONTH), match.start())
    if before is None:
        return None
    month, _ = _NUMBER[fold_short(re.sub(r"\s+", " ", before.group(1)))]
    day, year = (int(number) for number in match.groups())
    if not 1900 <= year <= 2100 or _date(year, month, day) is None:
        return None
    return Day(before.start(), match.end(), year, month, day, False, _weekday(text, before.start()))


def _numeric(text: str, match: re.Match[str]) -> Day | None:
    first, mark, second, third = match.group(1), match.group(2), match.group(3), match.group(4)
    if len(first) == 4:
        year, month, day = int(first), int(second), int(third) if len(third) <= 2 else 0
    elif len(third) == 4 or (len(third) == 2 and mark == "/"):
        year, month, day = int(third) + (2000 if len(third) == 2 else 0), int(second), int(first)
        if month > 12 >= day:
            month, day = day, month
    else:
        return None
    hijri = 1300 <= year <= 1500
    value = _from_hijri(year, month, day) if hijri else _date(year, month, day)
    if value is None or not 1900 <= value.year <= 2100:
        return None
    return Day(*match.span(), *value.timetuple()[:3], hijri, _weekday(text, match.start()))


def _weekday(text: str, before: int) -> int | None:
    found = _WEEKDAY.search(text, max(0, before - 14), before)
    return WEEKDAYS.get(fold_weekday(found.group(1))) if found else None


def fold_weekday(name: str) -> str:
    """A weekday's name in the spelling of :data:`WEEKDAYS`."""
    name = name.translate(_FOLD)
    return "الجمعة" if name.startswith("الجمع") else name


def _date(year: int | None, month: int, day: int) -> date | None:
    try:
        return date(year, month, day) if year else None
    except ValueError:
        return None


def _from_hijri(year: int, month: int, day: int) -> date | None:
    """The Gregorian day by the Umm al-Qura calendar (hijridate: 1343 to 1500 AH), or None."""
    from hijridate import Hijri

    try:
        return date.fromisoformat(Hijri(year, month, day).to_gregorian().isoformat())
    except (ValueError, OverflowError):
        return None


_ISO = re.compile(r"\s*(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)")
_COMPACT = re.compile(r"\s*((?:19|20)\d\d)(\d\d)(\d\d)(?:T?\d{4,6}Z?)?\s*$")
_ENGLISH_DAY = re.compile(r"\b([A-Za-z]{3})[a-z]*\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})\b")

_DAY_ENGLISH = re.compile(r"\b(\d{1,2})(?:st|nd|rd|th)?[ -]([A-Za-z]{3})[a-z]*\.?,?[ -](\d{4}|\d{2}(?!:))\b")
_SECONDS = re.compile(r"(\d{9,10}|\d{13})(?:\.\d+)?")


def iso_day(value: str) -> str | None:
    """The day a metadata value names, as ``YYYY-MM-DD`` in the time zone it is written in; None when it names none.

    Reads ISO 8601, RFC 822, Unix seconds and milliseconds, English and Arabic dates, day before month in digits."""
    value = fold_digits(value.strip())
    found = _ISO.match(value) or _COMPACT.match(value)
    if found:
        day = _date(*(int(part) for part in found.groups()))
        if day and day.year < 1700 and (hijri := _from_hijri(day.year, day.month, day.day)):
            day = hijri
        return day.isoformat() if day else None
    if found := _SECONDS.fullmatch(value):
        seconds = int(found.group(1)) / (1000 if len(found.group(1)) == 13 else 1)
        return datetime.fromtimestamp(seconds, UTC).date().isoformat()
    parsed = parsedate_tz(value)
    day = _date(*parsed[:3]) if parsed else None
    if day is None and (found := _ENGLISH_DAY.search(value)):
        day = _english(found.group(3), found.group(1), found.group(2))
    if day is None and (found := _DAY_ENGLISH.search(value)):
        day = _english(found.group(3), found.group(2), found.group(1))
    if day is None:
        days = [found.date for found in find_days(value) if found.date]
        day = days[0] if days else None
    return day.isoformat() if day else None


def _english(year: str, month: str, day: str) -> date | None:
    short = month.lower()
    return (
        _date(int(year) + (2000 if len(year) == 2 else 0), _ENGLISH.index(short) + 1, int(day))
        if short in _ENGLISH
        else None
    )


def find_english_days(text: str, start: int = 0, end: int | None = None) -> list[Day]:
    """Dates written in English in ``text[start:end]``, in order: ``14 March 2023``, ``Mar 14, 2023``."""
    end = len(text) if end is None else end
    found: list[Day] = []
    for pattern, order in ((_ENGLISH_DAY, (3, 1, 2)), (_DAY_ENGLISH, (3, 2, 1))):
        for match in pattern.finditer(text, start, end):
            year, month, day = (match.group(number) for number in order)
            value = _english(year, month, day) if len(year) == 4 else None
            if value:
                found.append(Day(match.start(), match.end(), value.year, value.month, value.day))
    return sorted(found)


def fold_digits(text: str) -> str:
    """Arabic and Persian digits as ASCII."""
    return text.translate(_DIGITS)


_DIGITS = {code: plain for code, plain in _FOLD.items() if 0x0660 <= code <= 0x0669 or 0x06F0 <= code <= 0x06F9}
