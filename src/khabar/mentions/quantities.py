"""Measured amounts: a number with its unit (30 في المئة، خمسة مليارات دولار، 32 كيلومترا، ثلاثة أيام، 16 عاما).

Such numbers count no people. Units are data (``resources/units.jsonl``); the dual of a unit alone is two of it (شهرين).
"""

from __future__ import annotations

import re
from typing import Any, Final

from khabar.mentions.numbers import Amount, NumberMention, approximator_before, bounds
from khabar.mentions.scanning import Words, asked, rows, split, with_clitics
from khabar.text import folded


class QuantityMention:
    """``low`` to ``high`` (None: open) of ``unit``: ``%``, an ISO 4217 code, ``km``, ``m3/day``, ``year`` and the
    like. ``kind`` is percent, money, distance, area, volume, weight, speed, energy, temperature, magnitude, duration
    or age; ``rule`` the resource entry."""

    __slots__ = ("end", "high", "kind", "low", "rule", "start", "unit")

    def __init__(self, start: int, end: int, low: Amount, high: Amount | None, unit: str, kind: str, rule: str) -> None:
        self.start = start
        self.end = end
        self.low = low
        self.high = high
        self.unit = unit
        self.kind = kind
        self.rule = rule

    def __repr__(self) -> str:
        return f"QuantityMention({self.start}-{self.end} {self.low}..{self.high} {self.unit} {self.kind})"


class _Unit:
    """A unit as it may stand: the words after the first, its names and what a following word makes of it."""

    __slots__ = ("entry", "kind", "rest", "then", "unit")

    def __init__(self, rest: tuple[str, ...], unit: str, kind: str, entry: str, then: dict[str, str]) -> None:
        self.rest = rest
        self.unit = unit
        self.kind = kind
        self.entry = entry
        self.then = then


_KINDS: Final = {
    "km2": "area", "m2": "area", "ft2": "area", "mi2": "area", "m3": "volume", "km3": "volume", "ft3": "volume",
    "magnitude": "magnitude",
}  # fmt: skip
_FRACTIONS: Final = {"نصف": 0.5, "نص": 0.5, "ربع": 0.25, "لنصف": 0.5, "بنصف": 0.5}
_AND: Final = {"ونصف": 0.5, "وربع": 0.25, "ونص": 0.5}
_THREE_DECIMALS: Final = re.compile(r"[0-9]{1,3}\.[0-9]{3}")
_OLD: Final = frozenset(
    {"العمر", "عمر", "عمره", "عمرها", "بعمر", "اعمارهم", "سن", "عمرا", "البالغ", "البالغة", "عمرهما", "اعمارهن"}
)


def _load() -> tuple[dict[str, list[_Unit]], dict[str, list[_Unit]], dict[str, list[_Unit]], dict[str, _Unit]]:
    units: dict[str, list[_Unit]] = {}
    rates: dict[str, list[_Unit]] = {}
    duals: dict[str, list[_Unit]] = {}
    symbols: dict[str, _Unit] = {}
    for row in rows("units"):
        table = rates if row["kind"] == "rate" else units
        for form in row["forms"]:
            _add(table, row, form)
        for form in row["duals"]:
            _add(duals, row, form)
        for symbol in row["symbols"]:
            symbols[symbol] = _unit(row, ())
    for entries in (*units.values(), *rates.values(), *duals.values()):
        entries.sort(key=lambda unit: -len(unit.rest))
    return units, rates, duals, symbols


def _unit(row: dict[str, Any], rest: tuple[str, ...]) -> _Unit:
    return _Unit(rest, row["unit"], row["kind"], row["id"], {folded(word): unit for word, unit in row["then"].items()})


def _add(table: dict[str, list[_Unit]], row: dict[str, Any], form: str) -> None:
    parts = folded(form).split()
    for shape, _, _ in with_clitics(parts[0]):
        if shape != "بين":
            table.setdefault(shape, []).append(_unit(row, tuple(parts[1:])))


UNITS, RATES, DUALS, SYMBOLS = _load()
_ALONE: Final = asked(DUALS.keys() | _FRACTIONS.keys())
"""Words that measure without a number before them."""


def find_quantities(text: str, numbers: list[NumberMention]) -> list[QuantityMention]:
    """Numbers of folded ``text`` that measure: each of ``numbers`` (from
    :func:`khabar.mentions.numbers.find_numbers`) beside a unit, and duals of units alone, in order."""
    words = split(text)
    found = [quantity for number in numbers if (quantity := _measured(words, text, number)) is not None]
    for index in words.among(_ALONE):
        word = words.words[index]
        if word in DUALS:
            found.append(_dual(words, index, DUALS[word][0]))
        elif (match := _match(words, UNITS, index + 1)) is not None and words.near(index + 1):
            part = _FRACTIONS[word]
            mention = NumberMention(words.starts[index], words.end(index), part, part, None, "fraction")
            found.append(_with_company(words, mention, *match))
    found.sort(key=lambda quantity: quantity.start)
    return found


def _measured(words: Words, text: str, number: NumberMention) -> QuantityMention | None:
    """What a number measures by the sign or unit beside it (30%، 5 كيلومترات), or None."""
    if number.ordinal:
        return None
    symbol = _symbol(text, number) if not number.label else None
    if symbol is not None:
        unit, start, end = symbol
        return QuantityMention(start, end, number.low, number.high, unit.unit, unit.kind, unit.entry)
    at = words.ending(number.end) + 1
    if at >= len(words.words) or (number.label and words.words[at] not in ("ملم", "سم", "مليمتر", "ملليمتر")):
        return None
    if not words.near(at):
        return None
    if words.words[at] == "من" and number.high is None:
        at += 1
    match = _match(words, UNITS, at)
    if match is None:
        return None
    unit, last = match
    if (
        unit.kind == "weight"
        and _THREE_DECIMALS.fullmatch(text, number.core_start, number.core_end)
        and number.high is not None
    ):
        number = number.of(number.low / 1000, number.high / 1000)
    return _with_company(words, number, unit, last)


def _symbol(text: str, number: NumberMention) -> tuple[_Unit, int, int] | None:
    """A sign that touches the digits or stands one space off (30%، 20 $، $20)."""
    after = text[number.core_end : number.core_end + 2]
    for width in (1, 2):
        sign = after[:width].strip()
        if sign in SYMBOLS:
            return SYMBOLS[sign], number.start, number.core_end + width
    before = text[max(0, number.core_start - 1) : number.core_start]
    if before in SYMBOLS and SYMBOLS[before].kind == "money":
        return SYMBOLS[before], min(number.start, number.core_start - 1), number.end
    return None


def _match(words: Words, table: dict[str, list[_Unit]], at: int) -> tuple[_Unit, int] | None:
    """The longest unit that starts at word ``at`` and its last word."""
    for unit in table.get(words.at(at), ()):
        last = at + len(unit.rest)
        if tuple(words.words[at + 1 : last + 1]) == unit.rest and all(words.near(k) for k in range(at + 1, last + 1)):
            return unit, last
    return None


def _with_company(words: Words, number: NumberMention, unit: _Unit, last: int) -> QuantityMention:
    """Add what follows the unit: its kind (مربع، كندي) and a rate (يوميا، من الغاز يوميا)."""
    name, kind = unit.unit, unit.kind
    if words.at(last + 1) in unit.then and words.near(last + 1):
        last += 1
        name = unit.then[words.words[last]]
        kind = _KINDS.get(name, kind)
    at = last + 1
    for skip in (0, 2):
        if skip and words.at(at) != "من":
            break
        rate = _match(words, RATES, at + skip) if at + skip < len(words.words) and words.near(at + skip) else None
        if rate is not None and kind not in ("percent", "duration"):
            name, last = f"{name}/{rate[0].unit}", rate[1]
            kind = "speed" if name in ("km/h", "mi/h", "m/s") else kind
            break
    low, high = number.low, number.high
    more = _AND.get(words.at(last + 1), _AND.get(words.at(last + 1) + words.at(last + 2), 0.0))
    if more and words.near(last + 1) and kind != "percent":
        last += 1 if words.words[last + 1] in _AND else 2
        low, high = low + more, high + more if high is not None else None
    if kind == "duration" and unit.unit == "year" and _is_age(words, number):
        kind = "age"
    return QuantityMention(number.start, words.end(last), low, high, name, kind, unit.entry)


def _is_age(words: Words, number: NumberMention) -> bool:
    """العمر or عمره shortly before, or the number alone in brackets: (21 عاما)."""
    first = words.ending(number.start + 1)
    before = words.words[max(0, first - 4) : first]
    if any(word in _OLD or word.lstrip("وبل") in _OLD for word in before):
        return True
    return words.gap(first).endswith("(")


def _dual(words: Words, index: int, unit: _Unit) -> QuantityMention:
    low, high = bounds(2, None)
    start = words.starts[index]
    approximate = approximator_before(words, index)
    if approximate is not None:
        low, high = bounds(2, approximate[0])
        start = words.starts[approximate[1]]
    mention = NumberMention(start, words.end(index), low, high, None, unit.entry)
    return _with_company(words, mention, unit, index)
