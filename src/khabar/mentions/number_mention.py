"""A number as it is found in a text, and how it is read under an approximator: the codebook's rules for bounds."""

from __future__ import annotations

from math import isfinite

Amount = int | float
"""What a number comes to: an int where it is whole, so that it prints and compares plainly."""


class NumberMention:
    """A number in the text. ``start`` and ``end`` cover its approximator where that touches it; ``core_start`` and
    ``core_end`` the number words alone. ``low`` to ``high`` is the count (``high`` None: open). ``approx``: about,
    more-than, less-than, at-least, up-to, between, several or None. ``label``: the digits name something (a
    resolution, a weapon, a year, part of a date) and count nothing."""

    __slots__ = ("approx", "core_end", "core_start", "end", "high", "label", "low", "ordinal", "rule", "start")

    def __init__(
        self,
        start: int,
        end: int,
        low: Amount,
        high: Amount | None,
        approx: str | None,
        rule: str,
        ordinal: bool = False,
        label: bool = False,
        core_start: int = 0,
        core_end: int = 0,
    ) -> None:
        self.start = start
        self.end = end
        self.low = low
        self.high = high
        self.approx = approx
        self.rule = rule
        self.ordinal = ordinal
        self.label = label
        self.core_start = core_start
        self.core_end = core_end

    def of(self, low: Amount, high: Amount | None) -> NumberMention:
        """The same number with another count."""
        return NumberMention(
            self.start, self.end, low, high, self.approx, self.rule,
            self.ordinal, self.label, self.core_start, self.core_end,
        )  # fmt: skip

    def __repr__(self) -> str:
        return f"NumberMention({self.start}-{self.end} {self.low}..{self.high} {self.approx} {self.rule})"


def tidy(value: Amount) -> Amount:
    """Whole numbers as int."""
    if isinstance(value, int):
        return value
    return int(value) if isfinite(value) and value == int(value) else value


def bounds(value: Amount, sense: str | None) -> tuple[Amount, Amount | None]:
    """The codebook's reading of ``value`` under an approximator: (low, high), ``high`` None where open."""
    amount = tidy(value)
    whole = isinstance(amount, int)
    if sense == "more-than":
        return (amount + 1 if whole else amount), None
    if sense == "at-least":
        return amount, None
    if sense == "up-to":
        return 0, amount
    if sense == "less-than":
        return 0, max(amount - 1, 0) if whole else amount
    return amount, amount
