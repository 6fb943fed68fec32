"""Whether who tells of a deed tells of one of his own side, of one done to it, or of one among others."""

from __future__ import annotations

from typing import Final

from khabar.claims.allegiance import Allegiance, Relation
from khabar.claims.candidates import Candidate
from khabar.claims.kinds import TOLLS
from khabar.mentions.names import Named, Names
from khabar.mentions.phrase import Phrase
from khabar.mentions.reading import Reading
from khabar.model import Stance

SIDES: Final = frozenset(("official", "military", "government", "armed-group", "state", "alliance"))
FORCES: Final = frozenset(("military", "government", "armed-group", "state"))
_COMMANDERS: Final = frozenset(("military", "armed-group", "official", "government"))
"""Who tells of forces without a name as of his own."""
_GUARDS: Final = frozenset(("state", "military", "alliance"))
"""Who tells of a missile shot down by nobody named shot it down."""
_FRIENDS: Final = (
    frozenset(("USA", "GBR", "FRA", "DEU", "ISR", "CAN", "AUS", "ITA", "UKR")),
    frozenset(("RUS", "SYR", "IRN", "BLR")),
    frozenset(("SAU", "ARE", "BHR", "EGY", "KWT", "JOR", "YEM")),
)
"""States that do not accuse one another of their strikes."""
_RULERS: Final = frozenset(("official", "government", "state"))
_EASES: Final = frozenset(("reopen", "release", "withdraw"))
"""What a state does at home, whoever its officers are, and who tells of it as its doer."""
_NOUNS: Final = frozenset(("noun", "plural", "phrase"))
"""Forms of a noun that carries a deed (أعلن الوزير تنفيذ ضربات): nobody but the teller can be its subject."""
_HIDDEN: Final = frozenset(("bombing", "suicide-bombing"))
"""Attacks that no state owns up to."""
_EXPOSED: Final = frozenset("تعرض تعرضت تعرضوا يتعرض تتعرض تعرضا".split())
"""Verbs of suffering right before an attack."""
KILLS: Final = "assault.kill"
"""Entry of killing, whose verb is spelt alike where somebody is killed."""
_WRONGS: Final = frozenset(("ASSAULT", "COERCE", "AID", "SANCTION", "MOBILIZE"))
_BEFORE: Final = 4
"""Tokens before a verb within which the machine that did it stands."""


class Positions:
    """Weighs the sides of a claim's parties against that of its origin. ``phrases``: rows of a sentence each."""

    def __init__(self, reading: Reading, names: Names, phrases: list[list[Phrase]], sides: Allegiance) -> None:
        self.r = reading
        self.names = names
        self.phrases = phrases
        self.sides = sides

    def claimed(
        self,
        candidate: Candidate,
        role: str,
        parties: tuple[list[Named], list[Named]],
        speaker: Named,
        own: bool,
    ) -> bool:
        """The origin tells of a deed of its own side."""
        actors, targets = parties
        camp = self.sides.camp(role, speaker)
        if camp == "state" and candidate.mode in _HIDDEN and not (own and candidate.pos == "v"):
            return False
        if own or any(self.sides.relation(camp, speaker, one) == "own" for one in actors):
            return True
        if role in _COMMANDERS and any(self.sides.forces(one) for one in actors):
            return True
        if role == "armed-group" and any(self.sides.bomber(one) for one in actors):
            return True
        if actors:
            return False
        if candidate.mode in _EASES and role in _RULERS and self._at_home(speaker, targets):
            return True
        light = candidate.light
        if light is not None and light.tag in _NOUNS and light.entry.voice == "act" and role in _RULERS:
            return "own" not in {self.sides.relation(camp, speaker, one) for one in targets}
        if candidate.mode == "interception" and role in _GUARDS and candidate.frame == "act":
            return True
        if candidate.light is not None and candidate.light.entry.voice == "undergo":
            return False
        if candidate.first and self.r.words[candidate.first - 1].core in _EXPOSED:
            return False
        machine = self._machine(candidate)
        if machine >= 0 and not (camp in {"state", "alliance"} and self._arms(candidate, machine)):
            return False
        if role == "alliance":
            return candidate.mode == "airstrike" or self._upon_foes(candidate, camp, speaker, targets)
        return role in FORCES and self._upon_foes(candidate, camp, speaker, targets)

    def _at_home(self, speaker: Named, targets: list[Named]) -> bool:
        """It was done to nobody of another state."""
        home = speaker.country or self.names.main
        return all(one.country in {None, home} for one in targets)

    def _upon_foes(self, candidate: Candidate, camp: str, speaker: Named, targets: list[Named]) -> bool:
        """A foe was hit, taken or killed: a force that tells of it did it, where it names nobody else."""
        hit = {self.sides.relation(camp, speaker, one) for one in targets}
        return candidate.frame in {"act", "undergo"} and not hit.isdisjoint({"foe", "foreign"}) and "own" not in hit

    def _machine(self, candidate: Candidate) -> int:
        """The token of a machine or a weapon before the verb (طائرات مسيرة أطلقت): somebody unnamed sent it; or -1."""
        if candidate.pos != "v":
            return -1
        for at in range(max(0, candidate.first - _BEFORE), candidate.first):
            people = self.r.lex[at].get("people")
            if "weapon" in self.r.lex[at] or (people is not None and people.entry.machine):
                return at
        return -1

    def _arms(self, candidate: Candidate, at: int) -> bool:
        """Arms without a name (طائرات حربية، مقاتلات, قاذفات استراتيجية): those of the state that tells."""
        row = self.phrases[candidate.sentence]
        machine = next((one for one in row if one.first <= at <= one.last), None)
        return machine is not None and self.sides.arms(self.names.resolve(machine))

    def accused(
        self,
        candidate: Candidate,
        role: str,
        parties: tuple[list[Named], list[Named]],
        speaker: Named,
        ground: str | None,
    ) -> tuple[Stance, str]:
        """The origin tells of what a foe did, or of what another state did to its own."""
        actors, targets = parties
        if role not in SIDES or candidate.type not in _WRONGS or candidate.frame == "mutual":
            return "reports", "neither its own deed nor one against it"
        camp, home = self.sides.camp(role, speaker), speaker.country
        by = {self.sides.relation(camp, speaker, one) for one in actors}
        armed = candidate.type == "AID" and candidate.mode != "humanitarian"
        if armed and "foreign" in by and all(one.country != home for one in targets):
            return "accuses", "another state arms or pays somebody"
        hit = {self.sides.relation(camp, speaker, one) for one in targets}
        if "foe" in by and hit == {"foe"}:
            return "reports", "a fight among others"
        if "foe" in by and candidate.id not in TOLLS:
            return "accuses", "a foe of the origin's side did it"
        done = candidate.frame == "act" or (candidate.id == KILLS and candidate.pos == "n")
        if candidate.type == "ASSAULT" and done and self._blames(by, hit, speaker, actors):
            return "accuses", "another state struck"
        if candidate.frame in {"undergo", "happen"}:
            return "reports", "what was suffered is told, not who did it"
        if "foreign" in by and (any(one.country == home for one in targets) or (not targets and ground == home)):
            return "accuses", "another did it to the origin's side"
        return "reports", "neither its own deed nor one against it"

    def _blames(self, by: set[Relation], hit: set[Relation], speaker: Named, actors: list[Named]) -> bool:
        """A state tells that another one, no friend of it, struck somebody who is no foe of either."""
        states = {one.country for one in actors}
        friends = any(speaker.country in circle and not states.isdisjoint(circle) for circle in _FRIENDS)
        return by - {"unknown"} == {"foreign"} and "foe" not in hit and not friends
