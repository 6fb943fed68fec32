"""A possible party of a claim with what speaks for it, and what the sentence of a claim tells of its parties."""

from __future__ import annotations

from typing import Final

from khabar.claims.candidates import Candidate
from khabar.claims.scorer import Feature
from khabar.claims.templates import Templates
from khabar.claims.weights import Values
from khabar.mentions.names import Named, Names
from khabar.mentions.phrase import Phrase

SURE: Final = 0.5
"""Probability from which a party named in one sentence is taken over by another."""
ALLY: Final = "ally"
"""The rule by which somebody took part in another's deed."""
_OWN: Final = "frame pos type id form"
_PLAIN: Final = (
    "side prep many gap breaks kind noun strong role definite placed tied stated agree spoken slot due settled"
)
"""Fields of a phrase, each of which is combined with each of its trigger's but the id."""
_EACH: Final = " ".join(f"{own}|{field}" for own in _OWN.split() if own != "id" for field in _PLAIN.split())
PHRASE: Final = Templates(
    _OWN,
    f"{_PLAIN} head entry lead",
    f"{_EACH} head head|type entry entry|type lead lead|frame definite|kind|side side|gap due|breaks "
    "spoken|side|frame slot|strong|frame slot|agree|frame due|frame|pos kind|prep placed|kind|frame|prep "
    "tied|frame|side agree|pos|side|prep stated|kind frame|form|side|prep|many|breaks type|pos|side|prep "
    "frame|kind|prep|side type|kind|prep|side frame|kind|side|gap type|prep|side|gap id|side|prep id|kind|side "
    "id|prep|kind",
    "looks=side|prep|agree|kind|strong|role|definite|placed|tied|stated stands=side|gap|breaks|spoken|due "
    "slot&fits=strong|agree leads=side|prep|many|breaks reach=side|kind|prep|gap",
)
"""``head``, ``entry`` and ``lead`` take many values: what the phrase is called, who that is, and the word before it."""
SPEAKER: Final = Templates(_OWN, "speaker told", "frame|pos speaker told|type")
"""Options by where they come from: a phrase of the sentence, whoever tells it."""


class Option:
    """A possible party: a phrase of the sentence, or somebody named elsewhere (``role``: by which rule). ``own`` and
    ``values`` are the fields of its ``templates``; ``who``: its name, or where to look up that of its phrase."""

    __slots__ = ("_who", "gap", "own", "phrase", "role", "templates", "values")

    def __init__(
        self,
        who: Named | Names,
        phrase: Phrase | None,
        role: str,
        gap: int,
        templates: Templates,
        own: Values,
        values: Values,
    ) -> None:
        self._who = who
        self.phrase = phrase
        self.role = role
        self.gap = gap
        self.templates = templates
        self.own = own
        self.values = values

    @property
    def named(self) -> Named:
        """Who it is: most options are never asked."""
        who = self._who
        if isinstance(who, Names):
            assert self.phrase is not None
            who = self._who = who.resolve(self.phrase)
        return who

    @property
    def features(self) -> tuple[Feature, ...]:
        """Every feature of the option."""
        return self.templates.features(self.own, self.values)

    def taken(self, role: str) -> Option:
        """The same, taken over from another claim by a rule."""
        return Option(self.named, self.phrase, role, self.gap, self.templates, self.own, self.values)


class Told:
    """What the sentence of a claim tells of its parties: options with their probabilities; ``rules``: how each side was
    found; ``mode``: how it was done."""

    __slots__ = ("actors", "candidate", "mode", "rules", "targets")

    def __init__(
        self,
        candidate: Candidate,
        mode: str | None,
        actors: list[tuple[Option, float]],
        targets: list[tuple[Option, float]],
    ) -> None:
        self.candidate = candidate
        self.mode = mode
        self.actors = actors
        self.targets = targets
        self.rules: dict[str, str] = {}

    @property
    def doers(self) -> list[Option]:
        """The actors without their probabilities."""
        return [option for option, _ in self.actors]

    @property
    def main(self) -> list[Option]:
        """The actors without those who only took part."""
        return [option for option, _ in self.actors if option.role != ALLY]

    @property
    def hit(self) -> list[Option]:
        """The targets without theirs."""
        return [option for option, _ in self.targets]

    def done_by(self, doers: list[Option], rule: str) -> None:
        """Take the actors over from another claim."""
        self.actors = [(one.taken(rule), 1.0) for one in doers]
        self.rules["actors"] = _carried(rule, doers)

    def done_to(self, parties: list[Option], rule: str) -> None:
        """Take the targets over, if there are any."""
        if parties:
            self.targets = [(one.taken(rule), 1.0) for one in parties]
            self.rules["targets"] = _carried(rule, parties)


def best(parties: list[tuple[Option, float]]) -> float:
    """The highest probability among parties, 0 where there are none."""
    most = 0.0
    for at, (_, score) in enumerate(parties):
        most = score if at == 0 or score > most else most
    return most


def _carried(rule: str, parties: list[Option]) -> str:
    return "; ".join(f"carried: {rule}" for _ in parties)
