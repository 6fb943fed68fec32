"""Calendar words of Arabic news and the arithmetic behind them: two calendars, EDTF values, weeks from Monday to
Sunday.

Vocabulary is ``resources/months.jsonl``. Hijri dates follow the Umm al-Qura tables of ``hijridate`` (1343 to 1500 AH,
1924 to 2077).
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any, Final, NamedTuple

from hijridate import Gregorian, Hijri

from khabar.mentions.scanning import PROCLITICS, Words, rows, with_clitics
from khabar.text import folded


class Term:
    """One reading of a calendar word. ``value`` by kind: month (calendar, number), weekday 0 to 6, day offset, season
    (first, last month), edge and relative their sense, unit its name, decade its first year, holiday (calendar,
    month, day). ``forms``: 1, 2 or 3 (plural) for units."""

    __slots__ = ("clitic", "definite", "entry", "forms", "kind", "value", "weak")

    def __init__(
        self,
        kind: str,
        value: Any,
        entry: str,
        clitic: str = "",
        definite: bool = False,
        forms: int = 1,
        weak: bool = False,
    ) -> None:
        self.kind = kind
        self.value = value
        self.entry = entry
        self.clitic = clitic
        self.definite = definite
        self.forms = forms
        self.weak = weak


_Lexicon = dict[str, list[tuple[tuple[str, ...], Term]]]


class Named(NamedTuple):
    """A day that news dates without a year when one of ``heads`` stands before it."""

    month: int
    day: int | None
    edtf: str
    heads: frozenset[str]


def _shapes(name: str, row: dict[str, Any]) -> list[tuple[str, str, bool]]:
    """Written shapes of the first word of a name: with proclitics, and with ال where the word takes it."""
    kind = row["kind"]
    if name.startswith("ال") and kind in ("weekday", "day", "month", "holiday"):
        return [(c + name, c, True) for c in PROCLITICS if c[-1:] != "ل"] + [
            ("لل" + name[2:], "ل", True),
            ("ولل" + name[2:], "ول", True),
        ]
    if kind in ("unit", "decade", "season", "part"):
        return with_clitics(name)
    if kind == "relative":
        return [(name, "", True)]
    return [(c + name, c, False) for c in PROCLITICS]


def _value(row: dict[str, Any]) -> Any:
    """What a word of time means (see :class:`Term`), by the kind of its row."""
    kind = row["kind"]
    if kind == "month":
        return (row["calendar"], row["number"])
    if kind == "holiday":
        return (row["calendar"], row["month"], row["day"])
    if kind == "season":
        return tuple(row["months"])
    keys = {
        "weekday": "number",
        "day": "offset",
        "relative": "sense",
        "unit": "unit",
        "decade": "start",
        "event": "offset",
    }
    return row[keys[kind]] if kind in keys else row["id"].partition(".")[2]


def _load() -> tuple[_Lexicon, list[Named], frozenset[str], dict[str, frozenset[str]]]:
    """The words of time, the days with names of their own, the heads that name by a date, and the lists of other
    words."""
    lexicon: _Lexicon = {}
    named: list[Named] = []
    heads: frozenset[str] = frozenset()
    lists: dict[str, frozenset[str]] = {}
    for row in rows("months"):
        if row["kind"] == "named":
            named.append(Named(row["month"], row["day"], row["edtf"], frozenset(map(folded, row["heads"]))))
        elif row["kind"] == "name-heads":
            heads = frozenset(c + folded(name) for name in row["names"] for c in PROCLITICS)
        elif row["kind"] == "list":
            lists[row["id"].partition(".")[2]] = frozenset(map(folded, row["names"]))
        else:
            for key, count, weak in (
                ("names", 1, False),
                ("weak", 1, True),
                ("duals", 2, False),
                ("plurals", 3, False),
            ):
                for name in row.get(key, []):
                    _add(lexicon, row, folded(name).split(), count, weak)
            for adverb in row.get("adverbs", []):
                term = Term("adverb", row["id"].partition(".")[2], row["id"])
                lexicon.setdefault(folded(adverb), []).append(((), term))
    for entries in lexicon.values():
        entries.sort(key=lambda item: -len(item[0]))
    return lexicon, named, heads, lists


def _add(lexicon: _Lexicon, row: dict[str, Any], parts: list[str], count: int, weak: bool) -> None:
    value = _value(row)
    for shape, clitic, definite in _shapes(parts[0], row):
        entries = lexicon.setdefault(shape, [])
        rest = tuple(parts[1:])
        if all(rest != other for other, _ in entries):
            entries.append((rest, Term(row["kind"], value, row["id"], clitic, definite, count, weak)))


LEXICON, NAMED, NAME_HEADS, LISTS = _load()
ERAS: Final = frozenset({"م", "ه", "هجري", "هجرية", "للهجرة", "ميلادي", "ميلادية"})
MONTH_WORDS: Final = frozenset(
    word for word, entries in LEXICON.items() for _, term in entries if term.kind == "month" and not term.clitic
)


def term_at(words: Words, index: int) -> tuple[Term, int] | None:
    """The longest calendar term that starts at word ``index`` and the index of its last word, or None."""
    entries = LEXICON.get(words.at(index)) if index >= 0 else None
    for rest, term in entries or ():
        last = index + len(rest)
        if not rest or _follows(words, index + 1, rest):
            return term, last
    return None


def _follows(words: Words, first: int, rest: tuple[str, ...]) -> bool:
    """Whether some words stand at a word, with plain space between them."""
    if first + len(rest) > len(words.words):
        return False
    return all(words.words[first + at] == rest[at] and words.near(first + at) for at in range(len(rest)))


LATEST: Final = 2100
"""The latest year that is read as one."""


def month_edtf(year: int, month: int) -> str:
    return f"{_four(year)}-0{month}" if month < 10 else f"{_four(year)}-{month}"


def _four(year: int) -> str:
    """A year in four figures."""
    return str(year) if 1000 <= year <= 9999 else f"{year:04d}"


def day_or_none(year: int, month: int, day: int, calendar: str = "gregorian") -> date | None:
    """The Gregorian day of a date in either calendar; None where there is no such day or the tables do not reach it.
    A thirtieth of a Hijri month is read even where the tables end it at 29: sighted and computed calendars differ by
    a day."""
    try:
        if calendar == "hijri":
            found = Hijri(year, month, min(day, 29)).to_gregorian()
            return date(found.year, found.month, found.day) + timedelta(days=max(day - 29, 0))
        return date(year, month, day)
    except (ValueError, OverflowError):
        return None


def hijri_month(year: int, month: int) -> tuple[date, date] | None:
    """First and last Gregorian day of a Hijri month."""
    first = day_or_none(year, month, 1, "hijri")
    return (first, first + timedelta(days=Hijri(year, month, 1).month_length() - 1)) if first is not None else None


def hijri_year(year: int) -> tuple[date, date] | None:
    """First and last Gregorian day of a Hijri year."""
    first, last = hijri_month(year, 1), hijri_month(year, 12)
    return (first[0], last[1]) if first and last else None


def month_value(year: int, month: int, calendar: str) -> str | None:
    """A month in EDTF: ``2023-10``, or the range of days of a Hijri month."""
    if calendar == "hijri":
        span = hijri_month(year, month)
        return f"{span[0]}/{span[1]}" if span else None
    return month_edtf(year, month)


def year_value(year: int) -> tuple[str | None, str]:
    """A year in EDTF and its calendar: years from 1300 to 1500 are Hijri and become a range of days."""
    if 1300 <= year <= 1500:
        span = hijri_year(year)
        return (f"{span[0]}/{span[1]}" if span else None), "hijri"
    return _four(year), "gregorian"


def year_written(word: str, since: int = 1900) -> int:
    """The year that four figures are, from ``since`` to 2100; 0 for any other word. Where other words say that a year
    stands there, Hijri years are meant too, and ``since`` is 1000."""
    year = int(word) if len(word) == 4 and word.isdecimal() else 0
    return year if since <= year <= LATEST else 0


def year_in(calendar: str, day: date) -> int:
    """The year ``day`` falls in by ``calendar``."""
    return int(Gregorian(day.year, day.month, day.day).to_hijri().year) if calendar == "hijri" else day.year


def add_months(year: int, month: int, count: int) -> tuple[int, int]:
    index = year * 12 + month - 1 + count
    return index // 12, index % 12 + 1


def week_of(day: date, weeks: int = 0) -> tuple[date, date]:
    """Monday and Sunday of the week of ``day``, ``weeks`` later."""
    monday = day - timedelta(days=day.weekday()) + timedelta(weeks=weeks)
    return monday, monday + timedelta(days=6)


def last_weekday(day: date, weekday: int) -> date:
    """The most recent ``weekday`` not after ``day``."""
    return day - timedelta(days=(day.weekday() - weekday) % 7)


def nearest_weekday(day: date, weekday: int) -> date:
    """The ``weekday`` closest to ``day``, at most three days off."""
    back = (day.weekday() - weekday) % 7
    return day - timedelta(days=back) if back <= 3 else day + timedelta(days=7 - back)


def ahead(day: date, days: int) -> date:
    """``day`` moved by ``days``, kept inside the calendar."""
    try:
        return day + timedelta(days=days)
    except OverflowError:
        return day


def first_day(edtf: str) -> date | None:
    """First day that the start of an EDTF value covers."""
    start = edtf.partition("/")[0]
    try:
        return date.fromisoformat((start + "-01-01")[:10] if len(start) < 10 else start)
    except ValueError:
        return None
