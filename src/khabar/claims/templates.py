"""Feature templates: combinations of what is known of a claim's trigger with what is known of an option, and their
fast sum.

Each template names the fields whose values make one feature (``frame|side|prep``). Training and ``explain`` see the
features one by one; at run time the weights of all templates that look at the same fields of the option are folded into
one table for each kind of trigger, so that an option costs one look-up for each combination of its own fields.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

from khabar.claims.scorer import UNIT, Feature, Scorer, generation, model
from khabar.claims.weights import LANE, Folded, Kept, Part, Table, Values

_RARE: Final = frozenset(("id",))
"""Fields of the trigger that take many values: sums of templates with one of them are not kept."""
_KEPT: Final = 8192


_numbers: Final[dict[str, int]] = {}


def number(name: str) -> int:
    """A number of its own, of less than 16 bits, for each of the kinds, roles and words that are fields of options; 0
    for an empty one."""
    if not name:
        return 0
    known = _numbers.get(name)
    if known is None:
        known = _numbers[name] = len(_numbers) + 1
    return known


class Templates:
    """A family of templates over the same fields. ``own``: fields of the trigger, ``option``: fields of the option,
    both in the order in which their values are given; ``templates``: one combination a word, fields joined by ``|``.
    ``together``: combinations of option fields (joined by ``&``) of few values: the sums of all templates within one
    are kept; ``NAME=a|b|c`` as one of its fields says that one more value stands for a, b and c at once. Such values
    are given after all others, in order; :func:`number` helps to make them."""

    def __init__(self, own: str, option: str, templates: str, together: str = "") -> None:
        self.own = tuple(own.split())
        self.option = tuple(option.split())
        self.names = tuple(templates.split())
        order = (*self.own, *self.option)
        self._fields = {name: tuple([order.index(field) for field in name.split("|")]) for name in self.names}
        self._more = len(self.option)
        self.ready: dict[str, tuple[int, str, Scoring]] = {}
        """By the name of the first scorer: for which models and which second scorer, and the sums."""
        self.together = [self._kept(names) for names in together.split()]
        self.rare = frozenset([at for at, name in enumerate(self.own) if name in _RARE])

    def _kept(self, names: str) -> tuple[tuple[int, ...], frozenset[int]]:
        """Positions of the values that make the key of a kept sum, and of all fields that the key settles."""
        key: list[int] = []
        settled: list[int] = []
        for name in names.split("&"):
            if "=" in name:
                key.append(self._more)
                self._more += 1
                settled += [self.option.index(field) for field in name.partition("=")[2].split("|")]
            else:
                key.append(self.option.index(name))
                settled.append(key[-1])
        return tuple(key), frozenset(settled)

    def features(self, own: Values, option: Values) -> tuple[Feature, ...]:
        """Every feature of an option, as training and explanations name them."""
        values = (*own, *option)
        return tuple([(name, *[values[at] for at in fields]) for name, fields in self._fields.items()])

    def split(self, name: str) -> tuple[tuple[int, ...], tuple[int, ...]]:
        """Positions of a template's fields in the trigger's and in the option's values."""
        fields, edge = self._fields[name], len(self.own)
        return tuple([at for at in fields if at < edge]), tuple([at - edge for at in fields if at >= edge])

    def parts(self, name: str, feature: Sequence[Any]) -> tuple[Values, Values]:
        """The trigger's and the option's values in a feature of a template."""
        pairs = list(zip(self._fields[name], feature[1:], strict=True))
        edge = len(self.own)
        return tuple([value for at, value in pairs if at < edge]), tuple([value for at, value in pairs if at >= edge])


class Scoring:
    """The templates of a family with the weights of one scorer, or of two at once."""

    def __init__(self, templates: Templates, one: Scorer, other: Scorer | None = None) -> None:
        lane = LANE if other else 1
        self.bias = round(one.bias * UNIT) * lane + (round(other.bias * UNIT) if other else 0)
        nested: dict[str, dict[Values, Table]] = {name: {} for name in templates.names}
        for scorer, unit in ((one, lane), (other, 1)):
            for feature, weight in scorer.table.items() if scorer else ():
                if isinstance(feature, tuple) and feature[0] in nested:
                    mine, others = templates.parts(feature[0], feature)
                    table = nested[feature[0]].setdefault(mine, {})
                    key = others[0] if len(others) == 1 else others
                    table[key] = table.get(key, 0) + unit * round(weight * UNIT)
        self._constants: list[tuple[tuple[int, ...], dict[Values, Table]]] = []
        looks: dict[tuple[int, ...], list[tuple[tuple[int, ...], dict[Values, Table]]]] = {}
        for name, tables in nested.items():
            mine, option = templates.split(name)
            if tables:
                (looks.setdefault(option, []) if option else self._constants).append((mine, tables))
        self._groups: list[tuple[tuple[int, ...], list[_Look], tuple[int, ...]]] = []
        every = [_Look(option, rows) for option, rows in looks.items()]
        for place, settled in templates.together:
            inner = [look for look in every if settled.issuperset(look.option) and look.own.isdisjoint(templates.rare)]
            every = [look for look in every if look not in inner]
            self._groups.append((place, inner, tuple(sorted(set().union(*[look.own for look in inner])))))
        self._looks = every
        self._folded: dict[Values, Folded] = {}
        self._entries: dict[str, _Entry] = {}
        self._shared: dict[tuple[int, Values], Kept] = {}

    def of(self, own: Values) -> Folded:
        """The tables for a trigger."""
        found = self._folded.get(own)
        if found is None:
            if len(self._folded) > _KEPT:
                self._folded.clear()
                self._entries.clear()
            found = self._folded[own] = self._fold(own)
        return found

    def known(self, entry: Any, name: str, shape: int) -> Folded | None:
        """The tables for a trigger of an entry, by a number that stands for what else is known of it; None before
        :meth:`keep` was given them."""
        found = self._entries.get(name)
        return None if found is None or found.entry is not entry else found.tables.get(shape)

    def keep(self, entry: Any, name: str, shape: int, own: Values) -> Folded:
        """Make and keep them."""
        tables = self.of(own)
        found = self._entries.get(name)
        if found is None or found.entry is not entry:
            found = self._entries[name] = _Entry(entry)
        found.tables[shape] = tables
        return tables

    def _fold(self, own: Values) -> Folded:
        constant = self.bias
        for mine, tables in self._constants:
            table = tables.get(tuple([own[at] for at in mine]))
            if table is not None:
                constant += table[()]
        kept = [self._keeping(number, own) for number, group in enumerate(self._groups) if group[1]]
        return Folded(constant, _parts(self._looks, own), [one for one in kept if one.parts])

    def _keeping(self, number: int, own: Values) -> Kept:
        """The sums of a group of fields, shared by all triggers that are alike in what its templates look at."""
        place, inner, looked = self._groups[number]
        mine = tuple([own[at] for at in looked])
        found = self._shared.get((number, mine))
        if found is None:
            found = self._shared[number, mine] = Kept(place, _parts(inner, own))
        return found


class _Entry:
    """An entry, and the tables for its triggers by what else is known of them."""

    __slots__ = ("entry", "tables")

    def __init__(self, entry: Any) -> None:
        self.entry = entry
        self.tables: dict[int, Folded] = {}


class _Look:
    """The templates that look at the same fields of the option, and their tables for each kind of trigger."""

    __slots__ = ("_key", "_made", "_rows", "option", "own")

    def __init__(self, option: tuple[int, ...], rows: list[tuple[tuple[int, ...], dict[Values, Table]]]) -> None:
        self.option = option
        self.own = frozenset([at for mine, _ in rows for at in mine])
        self._key = tuple(sorted(self.own))
        self._rows = rows
        self._made: dict[Values, Part | None] = {}

    def of(self, own: Values) -> Part | None:
        """The tables for a trigger as one; None where all are empty."""
        key = tuple([own[at] for at in self._key])
        if key not in self._made:
            found = [tables.get(tuple([own[at] for at in mine])) for mine, tables in self._rows]
            told = [table for table in found if table]
            self._made[key] = Part(self.option, _merged(told)) if told else None
        return self._made[key]


def _parts(looks: list[_Look], own: Values) -> list[Part]:
    return [part for look in looks if (part := look.of(own)) is not None]


def _merged(tables: list[Table]) -> Table:
    if len(tables) == 1:
        return tables[0]
    whole: Table = {}
    for table in tables:
        for key, weight in table.items():
            whole[key] = whole.get(key, 0) + weight
    return whole


def scoring(templates: Templates, one: str, other: str = "") -> Scoring:
    """A family with the weights of one or two named models, made once for the models in use."""
    known = templates.ready.get(one)
    if known is None or known[0] != generation() or known[1] != other:
        made = Scoring(templates, model(one), model(other) if other else None)
        known = templates.ready[one] = (generation(), other, made)
    return known[2]
