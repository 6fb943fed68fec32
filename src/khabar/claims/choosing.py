"""A choice among fixed values by what is known of the context, all values weighed at once."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from khabar.claims.scorer import UNIT, Feature, Scorer, generation, model, shown


class Choosing:
    """A choice among fixed values by features of the context: ``(value, feature)`` weighs for or against each value.
    Sums are exact as in :class:`Scoring`, and share one integer."""

    def __init__(self, scorer: Scorer, values: Sequence[str]) -> None:
        self.values = tuple(values)
        rows: dict[Feature, list[float]] = {}
        for feature, weight in scorer.table.items():
            if isinstance(feature, tuple) and feature[0] == "value|feature":
                row = rows.setdefault(feature[2], [0.0] * len(self.values))
                row[self.values.index(feature[1])] = weight
        self._table = {feature: (_packed(row), row) for feature, row in rows.items()}
        self._base = _packed([scorer.table.get(value, 0.0) for value in values]) + _packed([_MOST] * len(self.values))
        self._shifts = [64 * at for at in range(len(self.values))]

    def best(self, context: Sequence[Feature]) -> tuple[str, str]:
        """The value with the highest sum, the first among equals, and the feature that weighs most for it."""
        table = self._table
        known: list[Feature] = []
        rows: list[list[float]] = []
        total = self._base
        for feature in context:
            found = table.get(feature)
            if found is not None:
                known.append(feature)
                total += found[0]
                rows.append(found[1])
        sums = [(total >> shift) & _WHOLE for shift in self._shifts]
        at = sums.index(max(sums))
        weights = [row[at] for row in rows]
        most = max(weights, default=0.0)
        return self.values[at], shown(known[weights.index(most)]) if most > 0 else "default"


_WHOLE: Final = (1 << 64) - 1
_MOST: Final = 1e6
"""More than any sum of weights: added to each, so that none is negative."""


def _packed(row: Sequence[float]) -> int:
    """Weights in one integer, 64 bits each, the first in the lowest."""
    return sum(round(weight * UNIT) << (64 * at) for at, weight in enumerate(row))


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
