"""Figures side by side: every statement with who makes it, and a low, best and high by one rule.

The rule: of each independent origin only the latest statement counts; ``low`` and ``high`` are the range of these,
``best`` the median of their values (a statement's value is its middle, or its low end where it is open). A part of a
total ("14 dead, six of them children") does not replace the total: within one claim the largest figure of a kind
stands for it.
"""

from __future__ import annotations

from collections.abc import Sequence
from statistics import median

from khabar.model import FIGURE_KINDS, Figure, Record
from khabar.store import StoredClaim
from khabar.views.lines import Transmitters


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
            chain=tuple(link.text for link in reversed(item.claim.isnad)),
            outlet=item.source.outlet,
            claim=item.id,
            status=item.claim.status,
            stance=item.claim.stance,
            reported=item.source.reported_high,
            line=line,
        )
        for figure in largest.values()
    ]


def _size(figure: Figure) -> float:
    return figure.low if figure.high is None else figure.high


def ranges(claims: Sequence[StoredClaim]) -> tuple[Range, ...]:
    """The figures of an event by kind, in the codebook's order of kinds."""
    by_kind: dict[str, list[Statement]] = {}
    counting = [item for item in claims if item.claim.figures]
    transmitters = Transmitters(claims if counting else ())
    for item in counting:
        for statement in statements_of(item, transmitters.origin(item)):
            by_kind.setdefault(statement.what, []).append(statement)
    order = [kind for kind in FIGURE_KINDS if kind in by_kind] + [kind for kind in by_kind if kind not in FIGURE_KINDS]
    return tuple(_range(kind, by_kind[kind]) for kind in order)


def _range(kind: str, statements: Sequence[Statement]) -> Range:
    ordered = sorted(statements, key=lambda statement: statement.reported or "")
    latest = list({statement.line: statement for statement in ordered}.values())
    highs = [statement.high for statement in latest]
    known = [high for high in highs if high is not None]
    return Range(
        what=kind,
        low=min(statement.low for statement in latest),
        best=median(statement.value for statement in latest),
        high=max(known) if len(known) == len(highs) else None,
        disputed=any(_apart(one, other) for n, one in enumerate(latest) for other in latest[n + 1 :]),
        statements=tuple(ordered),
    )


def _apart(one: Statement, other: Statement) -> bool:
    """No number satisfies both."""
    one_high = one.high if one.high is not None else float("inf")
    other_high = other.high if other.high is not None else float("inf")
    return one_high < other.low or other_high < one.low
