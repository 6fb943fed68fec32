"""Where a number belongs in a sorted row: compiled, this is several times as fast as ``bisect``."""

from __future__ import annotations


def past(row: list[int], value: int) -> int:
    """How many of a sorted row are not above ``value`` (``bisect_right``)."""
    low, high = 0, len(row)
    while low < high:
        middle = (low + high) >> 1
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
    low, high = 0, len(row)
    while low < high:
        middle = (low + high) >> 1
        if row[middle] < value:
            low = middle + 1
        else:
            high = middle
    return low
