"""Mode of a claim: how it was done, by its trigger, what is named around it and the claims before.

Every mode of the trigger's type is an option with features, and the scorer's best option is taken.
"""

from __future__ import annotations

import math
from functools import lru_cache
from typing import Final, NamedTuple

from khabar.claims.candidates import Candidate, bucket
from khabar.claims.instruments import taken_away, unmanned
from khabar.claims.judgement import Judged
from khabar.claims.means import unpoisoned
from khabar.claims.scorer import Feature, generation, model, shown
from khabar.claims.weights import Values
from khabar.mentions.phrase import Phrase
from khabar.mentions.reading import Reading
from khabar.model import MODES

_ANSWERS: Final = frozenset(("ردا", "كرد", "ورد"))
"""Words that with على lead to what somebody answers."""
_ARTICLE: Final = "article|known|plain"


class Choice(NamedTuple):
    """One value that a field could take, and what speaks for it."""

    value: str | None
    features: tuple[Feature, ...]


class Compared:
    """A template, a mode named in the text, and more values: it counts for a value whether that mode is the value."""

    __slots__ = ("mode", "name", "rest")

    def __init__(self, name: str, mode: str | None, rest: Values) -> None:
        self.name = name
        self.mode = mode
        self.rest = rest


class ModeContext:
    """What the choice of a mode looks at. ``compared``: modes named around it; ``article``: modes named anywhere in the
    text; ``dry``: no chemical arms."""

    __slots__ = ("article", "compared", "dry", "kind", "known", "machine", "name", "own")

    def __init__(
        self,
        candidate: Candidate,
        machine: str | None,
        compared: list[Compared],
        article: set[str],
        known: bool,
        dry: bool,
    ) -> None:
        self.dry = dry
        self.kind = candidate.type
        self.name = candidate.id
        self.own = candidate.mode
        self.machine = machine
        self.compared = compared
        self.article = article
        self.known = known

    def values(self) -> tuple[str | None, ...]:
        """The modes of the trigger's type, and none."""
        return _VALUES[self.kind]

    def features(self, value: str | None) -> tuple[Feature, ...]:
        """Every feature of a value."""
        return (
            *_fixed_features(value, self.kind, self.name, self.own, self.machine),
            *((one.name, one.mode == value, *one.rest) for one in self.compared),
            (_ARTICLE, value in self.article, self.known, self.own is None),
        )


def _fixed_features(
    value: str | None, kind: str, name: str, own: str | None, machine: str | None
) -> tuple[Feature, ...]:
    """Features that hold for a value wherever the trigger (its type, id and own mode) stands."""
    out = (
        ("type|value", kind, value),
        ("id|value", name, value),
        ("own|type|plain", own == value, kind, own is None),
        ("mode|value", own, value),
    )
    return out if machine is None else (*out, ("value|machine", value, machine), ("machine|value", value))


_VALUES: Final[dict[str, tuple[str | None, ...]]] = {
    kind: ((*sorted(modes), None) if kind != "ASSAULT" else tuple(sorted(modes)))
    for kind, modes in MODES.items()
    if modes
}


def best_mode(context: ModeContext | None, barred: str = "") -> tuple[str | None, str]:
    """The mode that the weights prefer, and what weighs most for it. ``barred``: one that it cannot be."""
    if context is None:
        return None, "default"
    own, made = context.own, generation()
    fixed, sure = _fixed(made, context.kind, context.name, own, context.machine)
    sums = sure.copy()
    weighed: list[_Weights] = []
    intercepted = own == "interception"
    for one in context.compared:
        weights = _compared(made, one.name, one.rest)
        weighed.append(weights)
        told_for = sums.get(one.mode)
        if told_for is not None:
            sums[one.mode] = told_for + (weights.same - weights.other)
        intercepted = intercepted or one.mode == "interception"
    where = (context.known, own is None)
    named = _compared(made, _ARTICLE, where)
    more = named.same - named.other
    for mode in context.article:
        told_for = sums.get(mode)
        if told_for is not None:
            sums[mode] = told_for + more
    if not intercepted:
        sums.pop("interception", None)
    if context.dry:
        sums.pop("chemical", None)
    if barred:
        sums.pop(barred, None)
    value = _largest(sums)
    most, reason = fixed[value]
    for at, one in enumerate(context.compared):
        same = one.mode == value
        weight = weighed[at].same if same else weighed[at].other
        if weight > most:
            most, reason = weight, (one.name, same, *one.rest)
    told = value in context.article
    weight = named.same if told else named.other
    if weight > most:
        most, reason = weight, (_ARTICLE, told, *where)
    return value, shown(reason) if most > 0 else "default"


def _largest(sums: dict[str | None, float]) -> str | None:
    """The first of the values with the largest sum."""
    best: str | None = None
    most = -math.inf
    for value, weight in sums.items():
        if weight > most:
            best, most = value, weight
    return best


class _Weights:
    """Weight of a comparison with a mode named in the text for that mode and for others."""

    __slots__ = ("other", "same")

    def __init__(self, same: float, other: float) -> None:
        self.same = same
        self.other = other


_KEPT: Final = 8192
_pairs: Final[dict[str, dict[Values, _Weights]]] = {}
_pairs_of: Final = [-1]
"""The weights of comparisons, and the models that they are from."""


def _compared(made: int, name: str, rest: Values) -> _Weights:
    """The weights of a comparison with a mode named in the text (see :class:`ModeContext`)."""
    if _pairs_of[0] != made:
        _pairs_of[0] = made
        _pairs.clear()
    pairs = _pairs.get(name)
    if pairs is None:
        pairs = _pairs[name] = {}
    known = pairs.get(rest)
    if known is None:
        if len(pairs) >= _KEPT:
            pairs.clear()
        get = model("mode").table.get
        known = pairs[rest] = _Weights(get((name, True, *rest), 0.0), get((name, False, *rest), 0.0))
    return known


@lru_cache(maxsize=4096)
def _fixed(
    made: int, kind: str, name: str, own: str | None, machine: str | None
) -> tuple[dict[str | None, tuple[float, Feature]], dict[str | None, float]]:
    """The largest weight that the trigger and the machine alone give each value, with its feature; the sum of these
    weights. ``made`` keeps the models apart."""
    get = model("mode").table.get
    found: dict[str | None, tuple[float, Feature]] = {}
    sums: dict[str | None, float] = {}
    for value in _VALUES[kind]:
        features = _fixed_features(value, kind, name, own, machine)
        weights = [get(feature, 0.0) for feature in features]
        most = max(weights)
        found[value] = (most, features[weights.index(most)])
        sums[value] = sum(weights)
    return found, sums


class Modes:
    """Options of mode, from what is named around the trigger and in the article as a whole."""

    def __init__(self, reading: Reading) -> None:
        self.r = reading
        weapons = [found for found in reading.marks.of("weapon") if found.sense.mode]
        longer = {found.first for found in weapons if found.last > found.first} | set(unmanned(reading))
        seized = taken_away(reading)
        self._means: list[tuple[int, str]] = [  # طائرات بدون طيار are no aircraft besides
            (found.first, mode)
            for found in weapons
            if (mode := found.sense.mode)
            and (found.last > found.first or found.first not in longer)
            and found.first not in seized
        ]
        self._named: list[tuple[int, str]] = [
            (found.first, mode)
            for found in reading.marks.of("trigger")
            if found.sense.type == "ASSAULT" and (mode := found.sense.mode) and found.first not in seized
        ]
        self._answers = reading.tokens.among(_ANSWERS)
        self._chemical = [at for at, mode in (*self._means, *self._named) if mode == "chemical"]
        self._article = ({mode for _, mode in self._means} | {mode for _, mode in self._named}) - {"interception"}

    def context(self, candidate: Candidate, earlier: list[Judged], phrases: list[Phrase]) -> ModeContext | None:
        """What speaks for the modes of the candidate's type; None where the type has none."""
        own, kind, first = candidate.mode, candidate.type, candidate.first
        if kind not in _VALUES:
            return None
        sentence, plain = self.r.sentences[candidate.sentence], own is None
        compared: list[Compared] = []
        answered = self._answered(first, sentence.last)
        for at, mode in self._means:
            if sentence.first <= at < answered:
                compared.append(Compared("means|gap", mode, (bucket(abs(at - first)),)))
                compared.append(Compared("means|side|own", mode, ("a" if at > first else "b", own)))
        for at, mode in self._named:
            if sentence.first <= at < answered and at != first:
                compared.append(Compared("near|gap", mode, (bucket(abs(at - first)),)))
        machine = next((phrase for phrase in phrases if phrase.machine and abs(phrase.first - first) < 10), None)
        last = same = None
        for one in reversed(earlier):
            if one.candidate.type != kind or one.mode == "interception":
                continue
            last = last or one
            if one.candidate.id == candidate.id:
                same = one
                break
        known = self.r.words[first].det or bool(self.r.words[first].enc)
        if last is not None:
            back = min(candidate.sentence - last.candidate.sentence, 3)
            compared.append(Compared("last|known|pos|plain", last.mode, (known, candidate.pos, plain)))
            compared.append(Compared("last|back|plain", last.mode, (back, plain)))
        if same is not None:
            compared.append(Compared("same", same.mode, ()))
        name = None if machine is None else machine.entry.id if machine.entry is not None else ""
        dry = bool(self._chemical) and unpoisoned(self.r, candidate, self._chemical)
        return ModeContext(candidate, name, compared, self._article, known, dry)

    def _answered(self, first: int, end: int) -> int:
        """Where the clause of what an attack answers begins (ضرب أهدافا ردا على إطلاق صواريخ): its means are
        another's."""
        forms = self.r.forms
        return next((at for at in self._answers if first < at < end and forms[at + 1 : at + 2] == ["على"]), end)

    def choices(self, candidate: Candidate, earlier: list[Judged], phrases: list[Phrase]) -> list[Choice]:
        """Every mode of the candidate's type with its features."""
        context = self.context(candidate, earlier, phrases)
        return [] if context is None else [Choice(value, context.features(value)) for value in context.values()]
