"""A choice among fixed values by what is known of the context, all values weighed at once."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

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
        self._pairs: dict[str, dict[Feature, _Row]] = {}
        self._others: dict[Feature, _Row] = {}
        for known, weights in rows.items():
            if isinstance(known, tuple) and len(known) == 2:
                self._pairs.setdefault(known[0], {})[known[1]] = _Row(known, weights)
            else:
                self._others[known] = _Row(known, weights)
        self._base = _units([scorer.table.get(value, 0.0) for value in values])

    def best(self, context: list[Feature]) -> tuple[str, str]:
        """The value with the highest sum, the first among equals, and the feature that weighs most for it."""
        rows: list[_Row] = []
        for feature in context:
            if isinstance(feature, tuple) and len(feature) == 2:  # the hashes of its parts are known already
                known = self._pairs.get(feature[0])
                row = known.get(feature[1]) if known is not None else None
            else:
                row = self._others.get(feature)
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
