"""Feature templates: combinations of what is known of a claim's trigger with what is known of an option, and their
fast sum.

Each template names the fields whose values make one feature (``frame|side|prep``). Training and ``explain`` see the
features one by
one; at run time the weights of all templates that look at the same fields of the option are folded into one table
for each
kind of trigger, so that an option costs one look-up for each combination of its own fields.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from operator import itemgetter
from typing import Any

from khabar.claims.scorer import Feature, Scorer, generation, model, shown

Values = tuple[Any, ...]
Table = dict[Any, complex]
Folded = tuple[complex, list[tuple[Callable[[Values], Any], Callable[..., complex]]]]
"""A constant, and for each combination of fields how to take it from the values and how to look up its weight."""

_KEPT = 1024


class Templates:
    """A family of templates over the same fields. ``own``: fields of the trigger, ``option``: fields of the option,
    both in the order in
    which their values are given; ``templates``: one combination a word, fields joined by ``|``."""

    def __init__(self, own: str, option: str, templates: str) -> None:
        self.own = tuple(own.split())
        self.option = tuple(option.split())
        self.names = tuple(templates.split())
        order = (*self.own, *self.option)
        self._fields = {name: tuple(order.index(field) for field in name.split("|")) for name in self.names}

    def features(self, own: Values, option: Values) -> tuple[Feature, ...]:
        """Every feature of an option, as training and explanations name them."""
        values = (*own, *option)
        return tuple((name, *(values[at] for at in fields)) for name, fields in self._fields.items())

    def split(self, name: str) -> tuple[tuple[int, ...], tuple[int, ...]]:
        """Positions of a template's fields in the trigger's and in the option's values."""
        fields, edge = self._fields[name], len(self.own)
        return tuple(at for at in fields if at < edge), tuple(at - edge for at in fields if at >= edge)

    def parts(self, name: str, feature: Sequence[Any]) -> tuple[Values, Values]:
        """The trigger's and the option's values in a feature of a template."""
        pairs = list(zip(self._fields[name], feature[1:], strict=True))
        edge = len(self.own)
        return tuple(value for at, value in pairs if at < edge), tuple(value for at, value in pairs if at >= edge)


class Scoring:
    """The templates of a family with the weights of one scorer, or of two at once (the second in the imaginary
    part)."""

    def __init__(self, templates: Templates, first: Scorer, second: Scorer | None = None) -> None:
        self.bias = complex(first.bias, second.bias if second else 0.0)
        nested: dict[str, dict[Values, Table]] = {name: {} for name in templates.names}
        for scorer, unit in ((first, 1 + 0j), (second, 1j)):
            for feature, weight in scorer.table.items() if scorer else ():
                if isinstance(feature, tuple) and feature[0] in nested:
                    mine, others = templates.parts(feature[0], feature)
                    table = nested[feature[0]].setdefault(mine, {})
                    key = others[0] if len(others) == 1 else others
                    table[key] = table.get(key, 0j) + unit * weight
        self._parts = [(*templates.split(name), tables) for name, tables in nested.items() if tables]
        self._folded: dict[Values, Folded] = {}

    def of(self, own: Values) -> Folded:
        """The tables for a trigger."""
        found = self._folded.get(own)
        if found is None:
            if len(self._folded) > _KEPT:
                self._folded.clear()
            found = self._folded[own] = self._fold(own)
        return found

    def _fold(self, own: Values) -> Folded:
        constant = self.bias
        tables: dict[tuple[int, ...], Table] = {}
        for mine, option, nested in self._parts:
            table = nested.get(tuple(own[at] for at in mine))
            if table is None:
                continue
            if not option:
                constant += table[()]
            elif option in tables:
                whole = dict(tables[option])
                for key, weight in table.items():
                    whole[key] = whole.get(key, 0j) + weight
                tables[option] = whole
            else:
                tables[option] = table
        return constant, [(itemgetter(*option), table.get) for option, table in tables.items()]


def total(folded: Folded, values: Values) -> complex:
    """The sum of an option's weights, bias included."""
    constant, tables = folded
    for key, get in tables:
        constant += get(key(values), 0j)
    return constant


_ready: dict[tuple[Templates, str, str], tuple[int, Scoring]] = {}


def scoring(templates: Templates, first: str, second: str = "") -> Scoring:
    """A family with the weights of one or two named models, made once for the models in use."""
    known = _ready.get((templates, first, second))
    if known is None or known[0] != generation():
        made = Scoring(templates, model(first), model(second) if second else None)
        known = _ready[templates, first, second] = (generation(), made)
    return known[1]


class Choosing:
    """A choice among fixed values by features of the context: ``(value, feature)`` weighs for or against each value."""

    def __init__(self, scorer: Scorer, values: Sequence[str]) -> None:
        self.values = tuple(values)
        self.base = [scorer.table.get(value, 0.0) for value in values]
        self.table: dict[Feature, list[float]] = {}
        for feature, weight in scorer.table.items():
            if isinstance(feature, tuple) and feature[0] == "value|feature":
                row = self.table.setdefault(feature[2], [0.0] * len(self.values))
                row[self.values.index(feature[1])] = weight

    def best(self, context: Sequence[Feature]) -> tuple[str, str]:
        """The value with the highest sum, the first among equals, and the feature that weighs most for it."""
        known = [(feature, row) for feature in context if (row := self.table.get(feature)) is not None]
        sums = [sum(column, base) for base, *column in zip(self.base, *(row for _, row in known), strict=True)]
        at = sums.index(max(sums))
        reason = max(known, key=lambda pair: pair[1][at], default=None)
        told = shown(reason[0]) if reason is not None and reason[1][at] > 0 else "default"
        return self.values[at], told


_choosing: dict[str, tuple[int, Choosing]] = {}


def choosing(name: str, values: Sequence[str]) -> Choosing:
    """A choice with the weights of a named model, made once for the models in use."""
    known = _choosing.get(name)
    if known is None or known[0] != generation():
        known = _choosing[name] = (generation(), Choosing(model(name), values))
    return known[1]


def choice_features(value: str, context: Sequence[Feature]) -> tuple[Feature, ...]:
    """The features of one value of a choice, as training names them."""
    return (value, *(("value|feature", value, feature) for feature in context))
