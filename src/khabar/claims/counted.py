"""A number with what it counts, and what befell or was done by those counted: then it does not stand."""

from __future__ import annotations

from typing import Final

from khabar.claims.losses import CASUALTIES
from khabar.claims.standing_words import CHANGES, NEEDS
from khabar.mentions.numbers import NumberMention
from khabar.mentions.quantities import QuantityMention
from khabar.mentions.reading import Reading

_BEING: Final = frozenset(("كانوا", "باتوا", "اصبحوا", "ظلوا", "زالوا", "مازالوا", "لازالوا"))
_NUMBERED: Final = 6
"""Tokens from عدد on that tell who is numbered."""


class Count:
    """A number of a reading with its tokens, its sentence's tokens, the token of what it counts and what is said of
    it already: ``figure`` (the figures that a claim takes it for), ``acted`` (a claim's trigger stands close)."""

    __slots__ = ("acted", "at", "end", "figure", "first", "last", "number", "quantity", "thing")

    def __init__(
        self,
        number: NumberMention,
        quantity: QuantityMention | None,
        at: int,
        end: int,
        first: int,
        last: int,
        thing: int,
        figure: frozenset[str],
        acted: bool,
    ) -> None:
        self.number = number
        self.quantity = quantity
        self.at = at
        self.end = end
        self.first = first
        self.last = last
        self.thing = thing
        self.figure = figure
        self.acted = acted

    def of(self, thing: int) -> Count:
        """The same number, of what stands at another token."""
        return Count(
            self.number, self.quantity, self.at, self.end, self.first, self.last, thing, self.figure, self.acted
        )


def suffered(reading: Reading, count: Count, reach: int = 4, whats: frozenset[str] = frozenset()) -> bool:
    """The count is of those killed, hurt or taken: a word of loss (one of ``whats``, if any) stands before it."""
    low, at, thing = max(count.first, count.at - reach), count.at, count.thing
    for mark in reading.marks.of("figure"):
        first = mark.first
        if low <= first <= at and (not whats or mark.entry.what in whats):
            return True
        if first == thing and mark.entry.what in CASUALTIES:
            return True
    return False


def dead(reading: Reading, at: int, count: Count) -> bool:
    """The number told at token ``at`` is that of the dead or hurt (عدد القتلى)."""
    near = (*range(max(count.first, at), at + _NUMBERED), *range(max(count.first, count.at - 3), count.thing + 1))
    return any(mark.first in near and mark.entry.what in CASUALTIES for mark in reading.marks.of("figure"))


def fell(reading: Reading, count: Count) -> bool:
    """A verb of loss follows what is counted (ألف شخص قتلوا)."""
    low, high = count.thing + 1, min(count.last, count.thing + 4)
    return any(low <= mark.first < high and reading.acts[mark.first] for mark in reading.marks.of("figure"))


def coming(reading: Reading, count: Count) -> bool:
    """A verb of the future stands before the number: nothing that is so already (ستستقبل عشرة آلاف لاجئ)."""
    before = reading.words[max(count.first, count.at - 4) : count.at]
    return any("س" in word.pro or word.core == "سوف" for word in before)


def did(reading: Reading, count: Count) -> bool:
    """Those counted did something together (ألفا مستوطن قد اقتحموا): a deed's crowd, no population."""
    for at in range(count.thing + 1, min(count.last, count.thing + 4)):
        word = reading.words[at]
        if not word.form.isalpha():
            return False
        if word.form.endswith("وا") and len(word.form) > 4 and word.form not in _BEING:
            return word.core not in NEEDS and not word.pro
    return False


def converted(reading: Reading, count: Count) -> bool:
    """A sum in brackets after another (20 ألف ريال (5 آلاف دولار)) is the same in other money."""
    at = reading.tokens.at(count.number.start) - 1
    return at > count.first and reading.forms[at] == "(" and any(n in reading.number_tokens for n in range(at - 4, at))


def changed(reading: Reading, count: Count) -> bool:
    """The percentage tells by how much something was done or changed, and is no rate that has a name."""
    near = reading.words[max(count.first, count.at - 8) : count.at]
    rates = [word for word in near if word.core in {"نسبة", "معدل"}]
    return any("ب" in word.pro for word in rates) or (not rates and any(word.core in CHANGES for word in near))
