"""Figures side by side: every statement with who makes it, and a low, best and high by one rule.

The rule (:func:`by_lines`): of each independent origin only the latest statement counts; ``low`` and ``high`` are the
range of these, ``best`` the median of their values (a statement's value is its middle, or its low end where it is
open). A part of a total ("14 dead, six of them children") does not replace the total: within one claim the largest
figure of a kind stands for it. Whoever wants another rule names one of :data:`RULES` or a function of their own
(:func:`rule_of`); whether a figure is disputed never depends on it.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from importlib import import_module
from statistics import median
from typing import NamedTuple

from khabar.errors import KhabarError
from khabar.model import FIGURE_KINDS, Figure, Record
from khabar.store import StoredClaim
from khabar.views.lines import Transmitters
from khabar.views.sources_known import links_told


class Statement(Record, frozen=True, kw_only=True):
    """One source's figure. ``chain``: transmitters from the origin to the outlet; ``high`` None is open;
    ``reported`` is the day the article appeared, where known."""

    what: str
    low: float
    high: float | None
    of: str | None
    chain: tuple[str, ...]
    outlet: str
    claim: str
    status: str
    stance: str
    reported: str | None
    line: str

    @property
    def value(self) -> float:
        """The figure as one number."""
        return self.low if self.high is None else (self.low + self.high) / 2


class Range(Record, frozen=True, kw_only=True):
    """All statements of one kind about an event, as reported in time, and what they come to."""

    what: str
    low: float
    best: float
    high: float | None
    disputed: bool
    statements: tuple[Statement, ...]


def statements_of(item: StoredClaim, line: str) -> list[Statement]:
    """The figures of a claim, one of each kind; ``line`` is the key of its origin."""
    largest: dict[str, Figure] = {}
    for figure in item.claim.figures:
        if figure.what not in largest or _size(figure) > _size(largest[figure.what]):
            largest[figure.what] = figure
    return [
        Statement(
            what=figure.what,
            low=figure.low,
            high=figure.high,
            of=figure.of,
            chain=tuple(link.text for link in links_told(item)),
            outlet=item.source.outlet,
            claim=item.id,
            status=item.claim.status,
            stance=item.claim.stance,
            reported=item.source.reported,
            line=line,
        )
        for figure in largest.values()
    ]


def _size(figure: Figure) -> float:
    return figure.low if figure.high is None else figure.high


class Outcome(NamedTuple):
    """What statements come to; ``high`` None is open."""

    low: float
    best: float
    high: float | None


Rule = Callable[[Sequence[Statement]], Outcome]
"""Takes the statements of one kind about one event as reported in time (at least one)."""


def latest_of_lines(statements: Sequence[Statement]) -> list[Statement]:
    """The figure that each independent origin gave last, in the statement that gave it first: whoever repeats or
    copies it says nothing new."""
    return [steps[-1] for steps in steps_of_lines(statements)]


def steps_of_lines(statements: Sequence[Statement]) -> list[list[Statement]]:
    """For each independent origin the statements, as reported in time, with which it gave a new figure."""
    found: dict[str, list[Statement]] = {}
    for one in statements:
        steps = found.setdefault(one.line, [])
        if not steps or _anew(steps[-1], one):
            steps.append(one)
    return list(found.values())


def _anew(before: Statement, after: Statement) -> bool:
    """Whether an origin gives another figure, and not only a less exact one on the same day that the first suits ("18
    killed", then "a number of the dead")."""
    if before.reported != after.reported or apart(before, after):
        return (before.low, before.high) != (after.low, after.high)
    return _width(after) < _width(before)


def _width(one: Statement) -> float:
    return float("inf") if one.high is None else one.high - one.low


def by_lines(statements: Sequence[Statement]) -> Outcome:
    """The range and the median of each origin's latest statement."""
    return by_statements(latest_of_lines(statements))


def by_statements(statements: Sequence[Statement]) -> Outcome:
    """The range and the median of all statements, however often one origin repeats or revises its own."""
    highs = [statement.high for statement in statements]
    known = [high for high in highs if high is not None]
    return Outcome(
        low=min(statement.low for statement in statements),
        best=median(statement.value for statement in statements),
        high=max(known) if len(known) == len(highs) else None,
    )


def by_last(statements: Sequence[Statement]) -> Outcome:
    """The statement reported last, whoever makes it."""
    last = statements[-1]
    return Outcome(last.low, last.value, last.high)


RULES: dict[str, Rule] = {"lines": by_lines, "statements": by_statements, "last": by_last}


def rule_of(name: str) -> Rule:
    """A rule of :data:`RULES` by its name, or one of the user's, written ``module:function``. KhabarError where there
    is none."""
    if name in RULES:
        return RULES[name]
    module, _, function = name.partition(":")
    try:
        found = getattr(import_module(module), function) if module and function else None
    except (ImportError, AttributeError) as error:
        raise KhabarError(f"there is no rule {name} for figures ({error}); check the module and its path") from None
    if not callable(found):
        raise KhabarError(f"there is no rule {name} for figures; the rules are {', '.join(RULES)}, or module:function")
    return found  # type: ignore[no-any-return]


def ranges(claims: Sequence[StoredClaim], rule: Rule = by_lines) -> tuple[Range, ...]:
    """The figures of an event by kind, in the codebook's order of kinds."""
    by_kind: dict[str, list[Statement]] = {}
    counting = [item for item in claims if item.claim.figures]
    transmitters = Transmitters(claims if counting else ())
    for item in counting:
        for statement in statements_of(item, transmitters.origin(item)):
            by_kind.setdefault(statement.what, []).append(statement)
    order = [kind for kind in FIGURE_KINDS if kind in by_kind] + [kind for kind in by_kind if kind not in FIGURE_KINDS]
    return tuple(_range(kind, by_kind[kind], rule) for kind in order)


def _range(kind: str, statements: Sequence[Statement], rule: Rule) -> Range:
    ordered = sorted(statements, key=lambda statement: statement.reported or "")
    latest = latest_of_lines(ordered)
    low, best, high = rule(ordered)
    return Range(
        what=kind,
        low=low,
        best=best,
        high=high,
        disputed=any(apart(one, other) for n, one in enumerate(latest) for other in latest[n + 1 :]),
        statements=tuple(ordered),
    )


def apart(one: Statement, other: Statement) -> bool:
    """No number satisfies both."""
    one_high = one.high if one.high is not None else float("inf")
    other_high = other.high if other.high is not None else float("inf")
    return one_high < other.low or other_high < one.low


def distance(one: Statement, other: Statement) -> float:
    """How far two figures are apart, 0 (some number satisfies both) to 1: the gap as a share of the larger."""
    if not apart(one, other):
        return 0.0
    smaller, larger = sorted((one, other), key=lambda statement: statement.low)
    below = smaller.high if smaller.high is not None else smaller.low
    return (larger.low - below) / larger.low
