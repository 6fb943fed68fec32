"""Where a number belongs in a sorted row: compiled, this is several times as fast as ``bisect``."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:  # known to the compiler alone
    from mypy_extensions import i64


def past(row: list[int], value: int) -> int:
    """How many of a sorted row are not above ``value`` (``bisect_right``)."""
    low: i64 = 0
    high: i64 = len(row)
    while low < high:
        middle: i64 = (low + high) >> 1
        if value < row[middle]:
            high = middle
        else:
            low = middle + 1
    return low


def between(row: list[int], low: int, high: int) -> bool:
    """Whether a sorted row has a number from ``low`` up to but not including ``high``."""
    at = below(row, low)
    return at < len(row) and row[at] < high


def below(row: list[int], value: int) -> int:
    """How many of a sorted row are below ``value`` (``bisect_left``)."""
    low: i64 = 0
    high: i64 = len(row)
    while low < high:
        middle: i64 = (low + high) >> 1
        if row[middle] < value:
            low = middle + 1
        else:
            high = middle
    return low
