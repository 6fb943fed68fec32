"""Linear scorers: named features, weights kept as readable data, a probability out. Trained by ``scripts/train.py``.

A feature is a tuple: the names of what it combines, then their values (``("slot=slot|frame", "A1", "act")``), or a
single string. In the weight files it is written as a JSON array.
"""

from __future__ import annotations

import math
from collections.abc import Hashable, Iterable
from functools import cache, lru_cache
from typing import Any, Final

import msgspec

from khabar.lexicon.load import root

Feature = Hashable
UNIT: Final = 1_000_000
"""Weights are added as whole millionths: the sum is exact, whatever the order."""


class Model(msgspec.Struct, frozen=True):
    """A logistic model as stored: ``bias``, ``weights`` by feature (JSON text), the ``threshold`` above which it
    says yes."""

    name: str
    bias: float
    threshold: float
    weights: dict[str, float]


class Scorer:
    """A model made ready: weights by feature tuple."""

    __slots__ = ("bias", "name", "table", "threshold")

    def __init__(self, model: Model) -> None:
        self.name = model.name
        self.bias = model.bias
        self.threshold = model.threshold
        self.table: dict[Feature, float] = {
            _tuple(msgspec.json.decode(key)): weight for key, weight in model.weights.items()
        }

    def raw(self, features: Iterable[Feature]) -> float:
        """The log-odds of a yes."""
        get = self.table.get
        total = self.bias
        for feature in features:
            weight = get(feature)
            if weight is not None:
                total += weight
        return total

    def probability(self, features: Iterable[Feature]) -> float:
        """Probability in 0..1."""
        return logistic(self.raw(features))

    def reasons(self, features: Iterable[Feature], most: int = 4) -> list[tuple[str, float]]:
        """The features that weighed most, strongest first, as text."""
        weighed = [(feature, self.table[feature]) for feature in features if feature in self.table]
        return [(shown(feature), weight) for feature, weight in sorted(weighed, key=lambda pair: -abs(pair[1]))[:most]]


def logistic(value: float) -> float:
    """Log-odds to probability."""
    return 0.0 if value < -30 else 1.0 / (1.0 + math.exp(-value))


_HUNDREDTHS: Final = [f"{number / 100:.2f}" for number in range(101)]
_EDGE: Final = 1e-6


def hundredths(value: float) -> str:
    """A probability as ``.2f`` writes it; formatting takes long, and only halves between two need it."""
    scaled = value * 100 + 0.5
    if not 0.5 < scaled < 101:
        return f"{value:.2f}"
    nearest = int(scaled)
    return _HUNDREDTHS[nearest] if _EDGE < scaled - nearest < 1 - _EDGE else f"{value:.2f}"


@lru_cache(maxsize=8192)
def shown(feature: Feature) -> str:
    """A feature as people read it."""
    if isinstance(feature, tuple):
        return f"{feature[0]}: {' '.join(str(value) for value in feature[1:])}"
    return str(feature)


def _tuple(value: Any) -> Any:
    return tuple(_tuple(part) for part in value) if isinstance(value, list) else value


_override: Final[dict[str, Scorer]] = {}
_current: Final[dict[str, Scorer]] = {}
_generations: Final = [0]


def use(models: dict[str, Model]) -> None:
    """Put other models in the place of the shipped ones (training and experiments); an empty dict brings those back."""
    _generations[0] += 1
    _current.clear()
    _override.clear()
    _override.update({name: Scorer(model) for name, model in models.items()})


def generation() -> int:
    """Counts the changes of models, so that what was made from them can be made anew."""
    return _generations[0]


def model(name: str) -> Scorer:
    """The scorer of a name: from ``resources/weights/NAME.json``; one that always says no where the file is missing."""
    found = _current.get(name)
    if found is None:
        found = _current[name] = _override.get(name) or _shipped(name)
    return found


@cache
def _shipped(name: str) -> Scorer:
    path = root() / "weights" / f"{name}.json"
    if not path.exists():
        return Scorer(Model(name, -1.0, 0.5, {}))
    return Scorer(msgspec.json.decode(path.read_bytes(), type=Model))
