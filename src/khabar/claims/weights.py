"""Sums of weights by the values of an option: what templates come to for one kind of trigger."""

from __future__ import annotations

from typing import Any, Final

from khabar.claims.scorer import UNIT

Values = tuple[Any, ...]
Table = dict[Any, Any]

LANE: Final = 1 << 32
_HALF: Final = LANE >> 1
"""Sums for two scorers share one integer: the first in the upper half, the second, signed, in the lower one."""
_SUMS: Final = 2048


class Part:
    """Numbers by some of an option's values: dictionaries in dictionaries, a level for each value. Looking through
    these takes half as long as making a key of all values. ``place``: that of the last value among an option's,
    ``outer`` that of the first where there are several."""

    __slots__ = ("_between", "nested", "outer", "place", "table")

    def __init__(self, option: tuple[int, ...], table: Table) -> None:
        self.outer, self.place = option[0], option[-1]
        self.nested = len(option) > 1
        self._between = list(option[1:-1])
        self.table: Table = {}
        for key, number in table.items():
            row = self.table
            values = key if self.nested else (key,)
            for value in values[:-1]:
                row = row.setdefault(value, {})
            row[values[-1]] = number

    def of(self, values: Values) -> int | None:
        """The number of an option; None where there is none."""
        if not self.nested:
            return self.table.get(values[self.place])
        inner: Table | None = self.table.get(values[self.outer])
        if inner is None:
            return None
        row = inner
        for place in self._between:
            inner = row.get(values[place])
            if inner is None:
                return None
            row = inner
        return row.get(values[self.place])

    def put(self, values: Values, number: int) -> None:
        """Keep the number of an option."""
        row = self.table
        if self.nested:
            for place in (self.outer, *self._between):
                row = row.setdefault(values[place], {})
        row[values[self.place]] = number


class Kept:
    """Sums over several parts, kept by the values that settle them."""

    __slots__ = ("_size", "parts", "sums")

    def __init__(self, key: tuple[int, ...], parts: list[Part]) -> None:
        self.parts = parts
        self.sums = Part(key, {})
        self._size = 0

    def add(self, values: Values) -> int:
        """Make and keep the sum of an option."""
        found = 0
        for part in self.parts:
            number = part.of(values)
            if number is not None:
                found += number
        if self._size >= _SUMS:
            self.sums.table.clear()
            self._size = 0
        self.sums.put(values, found)
        self._size += 1
        return found


class Folded:
    """The weights of a family for one trigger: a constant and tables by what is known of the option."""

    __slots__ = ("constant", "kept", "parts")

    def __init__(self, constant: int, parts: list[Part], kept: list[Kept]) -> None:
        self.constant = constant
        self.parts = parts
        self.kept = kept

    def total(self, values: Values) -> int:
        """The sum of an option's weights, bias included; see :func:`alone`, :func:`first` and :func:`second`."""
        found = self.constant
        for part in self.parts:
            number: int | None = part.of(values) if part.nested else part.table.get(values[part.place])
            if number is not None:
                found += number
        for kept in self.kept:
            sums = kept.sums
            known: int | None = sums.of(values) if sums.nested else sums.table.get(values[sums.place])
            found += kept.add(values) if known is None else known
        return found


def alone(total: int) -> float:
    """The sum in a total for one scorer."""
    return total / UNIT


def first(total: int) -> float:
    """The sum for the first of two scorers in a total."""
    return ((total + _HALF) >> 32) / UNIT


def second(total: int) -> float:
    """The sum for the second scorer in a total."""
    return (((total + _HALF) & (LANE - 1)) - _HALF) / UNIT
