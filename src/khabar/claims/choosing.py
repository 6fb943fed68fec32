"""A choice among fixed values by what is known of the context, all values weighed at once."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

from khabar.claims.scorer import UNIT, Feature, Scorer, generation, model, shown


class Choosing:
    """A choice among fixed values by features of the context: ``(value, feature)`` weighs for or against each value.
    Sums are exact as in :class:`Scoring`."""

    def __init__(self, scorer: Scorer, values: Sequence[str]) -> None:
        self.values = tuple(values)
        rows: dict[Feature, list[float]] = {}
        for feature, weight in scorer.table.items():
            if isinstance(feature, tuple) and feature[0] == "value|feature":
                row = rows.setdefault(feature[2], [0.0] * len(self.values))
                row[self.values.index(feature[1])] = weight
        self._table: dict[Any, Any] = {}
        """The rows of features that are tuples: dictionaries in dictionaries, one for each value of the tuple, whose
        hashes are known, which that of the tuple is not."""
        self._others: dict[Feature, _Row] = {}
        for known, weights in rows.items():
            if isinstance(known, tuple):
                table = self._table
                for value in known[:-1]:
                    table = table.setdefault(value, {})
                table[known[-1]] = _Row(known, weights)
            else:
                self._others[known] = _Row(known, weights)
        self._base = _units([scorer.table.get(value, 0.0) for value in values])

    def best(self, context: list[Feature]) -> tuple[str, str]:
        """The value with the highest sum, the first among equals, and the feature that weighs most for it."""
        rows: list[_Row] = []
        for feature in context:
            row = self._row(feature)
            if row is not None:
                rows.append(row)
        best, highest = 0, -_MOST
        for at, total in enumerate(self._base):
            for row in rows:
                total += row.units[at]
            if total > highest:
                best, highest = at, total
        most = 0.0
        strongest: _Row | None = None
        for row in rows:
            if row.weights[best] > most:
                most, strongest = row.weights[best], row
        return self.values[best], "default" if strongest is None else strongest.shown

    def _row(self, feature: Feature) -> _Row | None:
        """What a feature weighs, if anything."""
        if not isinstance(feature, tuple):
            return self._others.get(feature)
        table: dict[Any, Any] = self._table
        last = len(feature) - 1
        for at in range(last):
            inner: dict[Any, Any] | None = table.get(feature[at])
            if inner is None:
                return None
            table = inner
        found: _Row | None = table.get(feature[last])
        return found


class _Row:
    """What a feature weighs for each value."""

    __slots__ = ("shown", "units", "weights")

    def __init__(self, feature: Feature, weights: list[float]) -> None:
        self.shown = shown(feature)
        self.weights = weights
        self.units = _units(weights)


_MOST: Final = 1_000_000 * UNIT
"""More than any sum of weights."""


def _units(weights: Sequence[float]) -> list[int]:
    return [round(weight * UNIT) for weight in weights]


_choosing: Final[dict[str, tuple[int, Choosing]]] = {}


def choosing(name: str, values: Sequence[str]) -> Choosing:
    """A choice with the weights of a named model, made once for the models in use."""
    known = _choosing.get(name)
    if known is None or known[0] != generation():
        known = _choosing[name] = (generation(), Choosing(model(name), values))
    return known[1]


def choice_features(value: str, context: Sequence[Feature]) -> tuple[Feature, ...]:
    """The features of one value of a choice, as training names them."""
    return (value, *(("value|feature", value, feature) for feature in context))
