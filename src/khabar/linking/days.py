"""Days that an EDTF date covers, as numbers, and how two dates stand to each other."""

from __future__ import annotations

import calendar
from datetime import date
from functools import lru_cache
from typing import NamedTuple

_OPEN = 400
"""How many days an open range (``2023-10-07/..``) is taken to last when nothing says where it ends."""


class Days(NamedTuple):
    """First and last day, counted as :meth:`datetime.date.toordinal` counts them."""

    first: int
    last: int

    @property
    def length(self) -> int:
        return self.last - self.first + 1


@lru_cache(maxsize=1 << 13)
def days_of(edtf: str | None) -> Days | None:
    """The days of a date of the codebook; None where there is none or it is not one."""
    if not edtf:
        return None
    start, _, end = edtf.partition("/")
    first = _part(start)
    if first is None:
        last = _part(end)
        return Days(last.first - _OPEN, last.last) if last else None
    if not end:
        return first
    if end == "..":
        return Days(first.first, first.first + _OPEN)
    last = _part(end)
    if last is None or last.last < first.first:
        return first
    return Days(first.first, last.last)


def _part(text: str) -> Days | None:
    pieces = text.split("-")
    try:
        numbers = [int(piece) for piece in pieces]
        if len(numbers) == 1:
            return Days(date(numbers[0], 1, 1).toordinal(), date(numbers[0], 12, 31).toordinal())
        if len(numbers) == 2:
            last = calendar.monthrange(numbers[0], numbers[1])[1]
            return Days(date(numbers[0], numbers[1], 1).toordinal(), date(numbers[0], numbers[1], last).toordinal())
        day = date(*numbers[:3]).toordinal()
    except (ValueError, IndexError, TypeError):
        return None
    return Days(day, day)


RELATIONS = ("same", "span", "within", "next", "month", "near", "long", "week", "off")
"""What :func:`relation` may find, what speaks most for one event first."""


def gap(one: Days, other: Days) -> int:
    """Days between two ranges; 0 where they touch or overlap, 1 for neighbouring days."""
    return max(0, other.first - one.last, one.first - other.last)


def relation(one: Days, other: Days) -> str:
    """``same`` day, ``span`` (the same longer range), ``within`` (one inside a range of up to a week), ``month`` and
    ``long`` (one inside or across a longer range), ``next`` (neighbouring days), ``near`` (two or three days apart),
    ``week`` (up to ten), ``off``."""
    if one == other:
        return "same" if one.first == one.last else "span"
    between = gap(one, other)
    if between == 0:
        longer = max(one.last - one.first, other.last - other.first)
        return "within" if longer < 7 else "month" if longer < 62 else "long"
    return "next" if between == 1 else "near" if between <= 3 else "week" if between <= 10 else "off"
