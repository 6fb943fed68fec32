"""Linear scorers: named features, weights kept as readable data, a probability out. Trained by ``scripts/train.py``."""

from __future__ import annotations

import math
from collections.abc import Iterable
from functools import cache

import msgspec

from khabar.lexicon.load import root


class Model(msgspec.Struct, frozen=True):
    """A logistic model: ``bias``, ``weights`` by feature name, and the ``threshold`` above which it says yes."""

    name: str
    bias: float
    threshold: float
    weights: dict[str, float]

    def raw(self, features: Iterable[str]) -> float:
        get = self.weights.get
        total = self.bias
        for feature in features:
            total += get(feature, 0.0)
        return total

    def probability(self, features: Iterable[str]) -> float:
        """Probability in 0..1."""
        total = self.raw(features)
        if total < -30:
            return 0.0
        return 1.0 / (1.0 + math.exp(-total))

    def reasons(self, features: Iterable[str], most: int = 4) -> list[tuple[str, float]]:
        """The features that weighed most, strongest first."""
        weighed = [(feature, self.weights[feature]) for feature in features if feature in self.weights]
        return sorted(weighed, key=lambda pair: -abs(pair[1]))[:most]


_OVERRIDE: dict[str, Model] = {}


def use(models: dict[str, Model]) -> None:
    """Put other models in the place of the shipped ones (training and experiments); an empty dict brings those back."""
    _OVERRIDE.clear()
    _OVERRIDE.update(models)


def model(name: str) -> Model:
    """The model of a name: the shipped ``resources/weights/NAME.json``, one that always says no where the file is missing."""
    return _OVERRIDE.get(name) or _shipped(name)


@cache
def _shipped(name: str) -> Model:
    path = root() / "weights" / f"{name}.json"
    if not path.exists():
        return Model(name, -1.0, 0.5, {})
    return msgspec.json.decode(path.read_bytes(), type=Model)
