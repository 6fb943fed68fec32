"""Claims in the making."""

from __future__ import annotations

from khabar.claims.candidates import Candidate
from khabar.claims.frame import Frame
from khabar.claims.losses import Loss
from khabar.claims.options import Option, Told
from khabar.claims.scorer import hundredths
from khabar.mentions.names import Named
from khabar.mentions.phrase import Phrase
from khabar.model import Stance, Status, Where


class Draft:
    """A claim of which the parties are told: what was found of the rest so far, and ``rules``, how. ``neighbours``: all
    claims of its sentence; ``acting`` and ``parties``: names of its actors and of all its parties."""

    __slots__ = (
        "acting", "actors", "called_off", "candidate", "chain", "date", "doers", "frames", "hedge", "hit", "losses",
        "mode", "neighbours", "parties", "place", "rules", "stance", "status", "targets",
    )  # fmt: skip

    def __init__(self, told: Told, neighbours: list[Candidate]) -> None:
        candidate = told.candidate
        self.candidate = candidate
        self.mode = told.mode
        self.neighbours = neighbours
        self.rules = {"trigger": candidate.id, "type": candidate.id, "detection": hundredths(candidate.score)}
        self.rules.update(told.rules)
        self.doers: list[Option] = told.doers
        self.hit: list[Option] = told.hit
        self.actors: list[Named] = [option.named for option in self.doers]
        self.targets: list[Named] = [option.named for option in self.hit]
        self.acting = frozenset([named.text for named in self.actors])
        both = [named.text for named in (*self.actors, *self.targets)]
        self.parties = frozenset(both) if self.targets else self.acting
        self.chain: list[Phrase] = []
        self.frames: list[Frame] = []
        self.date: str | None = None
        self.losses: list[Loss] = []
        self.place: Where | None = None
        self.status: Status = "occurred"
        self.stance: Stance = "reports"
        self.called_off = False
        self.hedge: str | None = None

    def named_by(self, rule: str) -> frozenset[str]:
        """Names of the parties that another rule than this one found."""
        if all(one.role != rule for one in self.doers) and all(one.role != rule for one in self.hit):
            return self.parties
        return frozenset([one.named.text for one in (*self.doers, *self.hit) if one.role != rule])
