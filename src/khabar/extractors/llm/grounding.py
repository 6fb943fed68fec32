"""From proposals to claims: what the text does not bear out is dropped and counted; days, places, parties and numbers
are read by Khabar from the words that the model points at."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import cast

from khabar.extractors.llm.answer import Counted, Passed, Proposal
from khabar.extractors.llm.ground import Ground
from khabar.model import (
    FIGURE_KINDS,
    MODES,
    SOURCE_KINDS,
    STANCES,
    STATUSES,
    Claim,
    Figure,
    Link,
    Party,
    Span,
    Stance,
    Status,
    Trigger,
    Where,
)

_TEXT = "not in the text"


class Grounding:
    """Turns the proposals for one article into claims. ``dropped``: how many of what were not believed, and why."""

    def __init__(self, ground: Ground, reader: str) -> None:
        self.ground = ground
        self.reader = reader
        self.dropped: Counter[str] = Counter()

    def claims(self, proposals: Iterable[Proposal]) -> list[Claim]:
        """The claims that the text bears out, in its order; what is said twice counts once."""
        found: dict[tuple[int, str], Claim] = {}
        for proposal in proposals:
            claim = self._claim(proposal)
            if claim is None:
                continue
            key = (claim.trigger.start, claim.type)
            if key in found:
                self.dropped["claims said twice"] += 1
            else:
                found[key] = claim
        return sorted(found.values(), key=lambda claim: claim.trigger.start)

    def _claim(self, given: Proposal) -> Claim | None:
        if given.type not in MODES:
            self._drop("claims of no known type")
            return None
        around = self.ground.find(given.quote, whole=False)
        if around is None:
            self._drop(f"claims whose quote is {_TEXT}")
            return None
        at = self._trigger(given.trigger, around)
        if at is None:
            self._drop("claims whose trigger is not in their quote")
            return None
        if self.ground.reader_at(at) is None:
            self._drop("claims from menus and teasers")
            return None
        text = self.ground.text
        rules = {"reader": self.reader, "type": self.reader, "trigger": self.reader}
        return Claim(
            quote=around.of(text),
            trigger=Trigger(start=at.start, end=at.end, text=at.of(text)),
            evidence=around,
            type=given.type,
            mode=self._mode(given),
            status=cast(Status, self._one_of(given.status, STATUSES, "occurred", "statuses")),
            stance=cast(Stance, self._one_of(given.stance, STANCES, "reports", "stances")),
            actors=self._parties(given.actors, around),
            targets=self._parties(given.targets, around),
            place=self._place(given.place, around),
            date=self._date(given.date, around, rules),
            figures=self._figures(given.figures, around),
            weapons=self._weapons(given.weapons, around),
            isnad=self._isnad(given.isnad, around),
            rules=rules,
        )

    def _drop(self, what: str) -> None:
        self.dropped[what] += 1

    def _trigger(self, words: str, around: Span) -> Span | None:
        """The trigger inside the quote; of several the first."""
        found = self.ground.find(words, Span(around.start, around.start), whole=False)
        inside = found is not None and around.start <= found.start and found.end <= around.end
        return found if inside else None

    def _mode(self, given: Proposal) -> str | None:
        if given.mode is None or given.mode in MODES[given.type]:
            return given.mode
        self._drop("modes that the type does not have")
        return None

    def _one_of(self, given: str, known: Sequence[str], otherwise: str, what: str) -> str:
        if given in known:
            return given
        self._drop(f"{what} that there are not")
        return otherwise

    def _parties(self, names: Sequence[str], around: Span) -> tuple[Party, ...]:
        found = [self.ground.party(span) for name in names if (span := self._named(name, around)) is not None]
        return tuple({party.text: party for party in found}.values())

    def _named(self, name: str, around: Span) -> Span | None:
        if not name.strip():
            return None
        span = self.ground.find(name, around)
        if span is None:
            self._drop(f"names {_TEXT}")
        return span

    def _place(self, name: str | None, around: Span) -> Where | None:
        span = self._named(name, around) if name else None
        return self.ground.place(span) if span is not None else None

    def _date(self, words: str | None, around: Span, rules: dict[str, str]) -> str | None:
        if not words or not words.strip():
            return None
        span = self.ground.find(words, around)
        if span is None:
            self._drop(f"dates {_TEXT}")
            return None
        dated = self.ground.date(span)
        if dated is None:
            self._drop("dates that nothing fixes")
            return None
        rules["date"] = f"{self.reader}: {span.of(self.ground.text)}; {dated.rule}"
        return dated.edtf

    def _figures(self, given: Sequence[Counted], around: Span) -> tuple[Figure, ...]:
        found: dict[tuple[str, float, float | None], Figure] = {}
        for one in given:
            if one.what not in FIGURE_KINDS:
                self._drop("figures of no known kind")
                continue
            span = self.ground.find(one.words, around)
            if span is None:
                self._drop(f"figures {_TEXT}")
                continue
            of = self._named(one.of, around) if one.of else None
            figure = self.ground.figure(one.what, span, of.of(self.ground.text) if of is not None else None)
            if figure is None:
                self._drop("figures without a number in their words")
            else:
                found.setdefault((figure.what, figure.low, figure.high), figure)
        return tuple(found.values())

    def _weapons(self, names: Sequence[str], around: Span) -> tuple[str, ...]:
        spans = [span for name in names if (span := self._named(name, around)) is not None]
        return tuple(dict.fromkeys(span.of(self.ground.text) for span in spans))

    def _isnad(self, given: Sequence[Passed], around: Span) -> tuple[Link, ...]:
        links = []
        for one in given:
            span = self._named(one.name, around)
            if span is not None:
                kind = self._one_of(one.kind, SOURCE_KINDS, "unnamed", "kinds of sources")
                links.append(self.ground.link(span, kind))
        return tuple({link.text: link for link in links}.values())
