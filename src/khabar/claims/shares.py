"""How the claims of one sentence share it out: the clause, the losses and the weapons of each."""

from __future__ import annotations

from typing import Final

from khabar.claims.aftermath import suffers
from khabar.claims.candidates import Candidate
from khabar.claims.clauses import OF_CAUSE
from khabar.claims.frames import Attribution
from khabar.claims.losses import CASUALTIES, Loss, LossFinder
from khabar.mentions.reading import Reading
from khabar.model import Span
from khabar.text.ordered import below, past

_FIGURE_TYPES: Final = {
    "killed": {"ASSAULT", "PROTEST"},
    "wounded": {"ASSAULT", "PROTEST"},
    "missing": {"ASSAULT", "COERCE"},
    "captured": {"COERCE", "RETREAT", "ASSAULT"},
    "displaced": {"ASSAULT", "COERCE"},
    "attacks": {"ASSAULT"},
    "munitions": {"ASSAULT"},
}
"""Types that can have a figure, by what it counts."""
_TURNS: Final = frozenset("بينما فيما كما وفيما وبينما وكما".split())
"""Words that begin another clause after a comma."""
_FAR: Final = 100
_SEVERAL: Final = 2
_RIGHT_BEHIND: Final = 5
_SHOT_DOWN: Final = "interception"
_OBJECT: Final = 8
"""Tokens behind a verb of shooting down within which what it hits stands."""
_COMMAS: Final = frozenset("،؛")


class Shares:
    """Gives every claim its part of the sentence. ``neighbours``: all claims of the sentence, the claim among them."""

    def __init__(self, reading: Reading, attribution: Attribution, losses: LossFinder) -> None:
        self.r = reading
        self.attribution = attribution
        self._losses = losses
        forms = reading.forms
        turns = [at for at in reading.tokens.among(_TURNS) if at and forms[at - 1] == "،"]
        self._turns = sorted({*turns, *losses.rises})
        self._weapon_at = [mark.first for mark in reading.marks.of("weapon")]
        self._commas = reading.tokens.among(_COMMAS)
        self._owners: dict[int, list[Candidate | None]] = {}

    def losses(self, candidate: Candidate, neighbours: list[Candidate]) -> list[Loss]:
        """The losses of the sentence that are this claim's."""
        number = candidate.sentence
        losses = self._losses.of(number)
        if not losses:
            return losses
        owners = self._owners.get(number)
        if owners is None:
            owners = self._owners[number] = [
                self._behind(loss, neighbours)
                or self._owner(self._losses.anchor(number, loss), neighbours, loss.figure.what)
                for loss in losses
            ]
        return [
            loss
            for loss, owner in zip(losses, owners, strict=True)
            if owner is candidate or (candidate.mode == _SHOT_DOWN and self._shot_down(candidate, loss, owner))
        ]

    def _shot_down(self, candidate: Candidate, loss: Loss, owner: Candidate | None) -> bool:
        """What is shot down is what was fired, told right behind it (اعترضت تسعة صواريخ أطلقت من القطاع)."""
        if loss.figure.what != "munitions" or owner is None or owner.mode == _SHOT_DOWN:
            return False
        near = candidate.last < loss.first <= candidate.last + _OBJECT and loss.first < owner.first
        return near and not any(self.r.acts[at] for at in range(candidate.last + 1, loss.first))

    def _behind(self, loss: Loss, neighbours: list[Candidate]) -> Candidate | None:
        """The attack in which they fell, named right behind them, where another one is told before (قتل خلال التفجير،
        في حين لقي اثنان حتفهم في تبادل لإطلاق النار)."""
        if loss.figure.what not in CASUALTIES:
            return None
        deeds = [one for one in neighbours if one.type == "ASSAULT" and not suffers(one)]
        if len(deeds) < _SEVERAL or not any(one.first < loss.first for one in deeds):
            return None
        for one in deeds:
            if one.pos == "n" and loss.last < one.first <= loss.last + _RIGHT_BEHIND:
                row = range(loss.last + 1, one.first)
                led = any(self.r.forms[at] in OF_CAUSE for at in row) or "ب" in self.r.words[one.first].pro
                return one if led and not any(self.r.acts[at] for at in row) else None
        return None

    def _owner(self, at: int, neighbours: list[Candidate], what: str) -> Candidate | None:
        """A figure belongs to the nearest claim of a type that can have it."""
        types = _FIGURE_TYPES[what]
        nearest: Candidate | None = None
        least = 0
        for one in neighbours:
            if one.type in types:
                distance = self._distance(one, at)
                if nearest is None or distance < least:
                    nearest, least = one, distance
        return nearest

    def _distance(self, candidate: Candidate, at: int) -> int:
        """Tokens between a claim's trigger and a loss; far where another clause begins between (، بينما
        أصيب، ليرتفع العدد)."""
        first, last = (candidate.first, at) if candidate.first < at else (at, candidate.first)
        turned = past(self._turns, last) > past(self._turns, first)
        return last - first + _FAR * turned

    def weapons(self, candidate: Candidate, neighbours: list[Candidate]) -> tuple[str, ...]:
        """What was used in an attack: each weapon of the sentence goes to the attack nearest to it."""
        if candidate.type != "ASSAULT":
            return ()
        sentence = self.r.sentences[candidate.sentence]
        assaults = [one for one in neighbours if one.type == "ASSAULT"]
        found: list[str] = []
        end = -1
        weapons = self.r.marks.of("weapon")
        for number in range(below(self._weapon_at, sentence.first), len(weapons)):
            mark = weapons[number]
            if mark.first >= sentence.last:
                break
            if mark.first > end and _nearest(assaults, mark.first) is candidate:
                end = mark.last
                found.append(self.r.bare(mark.first, mark.last)[2])
        return tuple(dict.fromkeys(found)) if found else ()

    def clause(self, candidate: Candidate, neighbours: list[Candidate]) -> Span:
        """The clause around the trigger: to the sentence's ends, the report's opening, or a comma before the next
        trigger."""
        sentence = self.r.sentences[candidate.sentence]
        first, last = sentence.first, sentence.last - 1
        for frame in self.attribution.of(candidate.sentence):
            if not frame.outer and frame.start <= candidate.first:
                first = max(first, min(frame.start, candidate.first))
        for other in neighbours:
            begin = past(self._commas, min(other.last, candidate.last))
            end = below(self._commas, max(other.first, candidate.first))
            if begin < end and other.first > candidate.first:
                last = min(last, self._commas[begin] - 1)
            elif begin < end and other.last < candidate.first:
                first = max(first, self._commas[end - 1] + 1)
        while last > candidate.last and self.r.forms[last] in '.،؛"”»!؟\n':
            last -= 1
        start, end = self.r.raw(first, max(last, candidate.last))
        return Span(start, end)


def _nearest(candidates: list[Candidate], at: int) -> Candidate:
    """The one that begins nearest to a token, of equals the first."""
    found = candidates[0]
    for one in candidates:
        if abs(one.first - at) < abs(found.first - at):
            found = one
    return found
