"""How the one who tells a claim stands to it: as one who did it, accuses, denies, or only reports."""

from __future__ import annotations

from typing import Final

from khabar.claims.candidates import Candidate
from khabar.claims.frames import Frame
from khabar.claims.judgement import DEEDS
from khabar.mentions.names import CAMPS, Named, Names
from khabar.mentions.phrase import Phrase
from khabar.mentions.reading import Reading
from khabar.model import VERBAL_TYPES, Stance

_SIDES: Final = frozenset(("official", "military", "government", "armed-group", "state"))
_FORCES: Final = frozenset(("military", "government", "armed-group", "state"))
_BYSTANDERS: Final = frozenset(("unnamed", "witness", "expert", "agency", "media", "outlet", "document"))
_NEUTRAL: Final = frozenset(("organisation", "company"))
_SOLDIERS: Final = frozenset(
    "جندي جنود جنودا جنديا جنديين جنديان جنوده جنودها عسكري عسكريين عسكريا عسكريون عناصره عناصرها ضابط ضباط ضابطا "
    "ضابطين شرطي شرطيا شرطيين أفراده أفرادها قواته قواتها الجنود الجندي العسكريين الشرطيين".split()
)
_POLICING: Final = frozenset(("arrest", "seize", "raid"))
_POLICE: Final = frozenset("شرطة داخلية امن جيش درك مخابرات استخبارات حرس قوات جمارك نيابة".split())
_OFFICIAL: Final = frozenset(("مسؤول", "مسؤولة", "مسوول", "مسوولة"))
_BEFORE: Final = 4
_SUFFIXED: Final = 4
"""Letters from which on a word in ها or هم has a suffix (جنودها)."""
_WRONGS: Final = frozenset(("ASSAULT", "COERCE", "AID", "SANCTION"))


class StanceFinder:
    """Stances by rule, from who tells, with which word, of whose deed."""

    def __init__(self, reading: Reading, names: Names) -> None:
        self.r = reading
        self.names = names

    def stance(
        self,
        candidate: Candidate,
        status: str,
        chain: list[Phrase],
        frames: list[Frame],
        parties: tuple[list[Named], list[Named]],
        speaker: Named | None,
        own: bool,
    ) -> tuple[Stance, str]:
        """The stance by the codebook's rules 2 to 4 and what it follows from. ``parties``: actors and targets,
        ``speaker``: the origin as resolved, ``own``: it is one of the actors. (Rules proved better than learned
        weights here: the coded articles hold few stances but "reports".)"""
        kind = candidate.entry.type
        if not chain or speaker is None:
            return "reports", "nobody is named who says so"
        if kind in VERBAL_TYPES:
            return "reports", "a verbal act"
        cue = next((frame.entry.stance for frame in reversed(frames) if frame.entry.stance), None)
        if status == "negated" and cue == "denies":
            return "denies", "denied"
        if cue in {"accuses", "claims"}:
            return ("accuses", "the word of report") if cue == "accuses" else ("claims", "the word of report")
        role = self._role(chain[-1])
        if kind not in DEEDS or status == "planned" or role in _BYSTANDERS:
            return "reports", "no deed of a side, or told by a bystander"
        own = own or self._himself(candidate, chain[-1])
        if role in _NEUTRAL and not own:
            return "reports", "told by a body of no side"
        if role in _FORCES and candidate.entry.mode in _POLICING and self._polices(chain[-1], parties[0], speaker):
            return "claims", "who polices tells of an arrest that is laid to nobody else"
        if not self._losses(candidate, role, parties[1], speaker) and self._claimed(
            candidate, role, parties, speaker, own
        ):
            return "claims", "the origin's own side did it, or a force names nobody else"
        position, reason = self._accused(role, parties, speaker)
        if position == "accuses" and (kind not in _WRONGS or candidate.frame == "mutual"):
            return "reports", "what another did is no wrong"
        return position, reason

    def _himself(self, candidate: Candidate, teller: Phrase) -> bool:
        """The teller says that he did it (قال الجيش إنه قصف, أعلنت الجماعة أنها نفذت هجوما): the pronoun agrees."""
        verb = candidate.first if candidate.pos == "v" else candidate.light.first if candidate.light else 0
        tag = candidate.tag if candidate.pos == "v" else candidate.light.tag if candidate.light else ""
        if verb == 0 or not tag.startswith(("perf", "impf")) or candidate.frame in {"undergo", "happen"}:
            return False
        before = self.r.forms[verb - 1].removeprefix("ب")
        if teller.kind == "state":
            return before in {"انه", "انها"}
        if before == "انهم":
            return True
        return before == ("انها" if self.r.words[teller.first].core.endswith("ة") else "انه")

    def _polices(self, teller: Phrase, actors: list[Named], speaker: Named) -> bool:
        """Police, army or interior ministry, where no other state and no armed group is said to have done it."""
        cores = {self.r.words[at].core for at in range(teller.first, teller.last + 1)}
        others = any(
            (one.country and one.country != speaker.country) or self.names.camp(one.text) == "group" for one in actors
        )
        return not others and not cores.isdisjoint(_POLICE)

    def _losses(self, candidate: Candidate, role: str, targets: list[Named], speaker: Named) -> bool:
        """Those killed or wounded are the teller's own (أعلنت الوزارة مقتل خمسة من جنودها)."""
        if candidate.entry.type != "ASSAULT" or candidate.frame not in {"undergo", "happen"} or role not in _SIDES:
            return False
        for one in targets:
            head = one.text.split(" ", 1)[0]
            if head in _SOLDIERS and (speaker.country is None or one.country in {None, speaker.country}):
                return True
            if head.endswith(("ها", "هم")) and len(head) > _SUFFIXED:
                return True
        return False

    def _role(self, teller: Phrase) -> str:
        """What an origin tells as: by its own words, or by the title that the article gives it elsewhere; a source is
        official where it says so."""
        full = self.names.person(teller) or teller
        role = str(teller.role or full.role or teller.kind)
        if role == "unnamed" and any(self.r.words[at].core in _OFFICIAL for at in range(full.first, full.last + 1)):
            return "official"
        return role

    def _claimed(
        self,
        candidate: Candidate,
        role: str,
        parties: tuple[list[Named], list[Named]],
        speaker: Named,
        own: bool,
    ) -> bool:
        """The origin tells of a deed of its own side."""
        actors, targets = parties
        camp = self._camp(role, speaker)
        if own or self._with(speaker, camp, actors) or self._unstated(speaker, role, actors):
            return True
        hit = self._with(speaker, camp, targets)
        if actors or hit or role not in _FORCES or candidate.frame != "act" or self._by_machine(candidate):
            return False
        return self._strangers(speaker, targets)

    def _by_machine(self, candidate: Candidate) -> bool:
        """The subject before the verb is a machine or a weapon (طائرات مسيرة أطلقت): somebody unnamed sent it."""
        if candidate.pos != "v":
            return False
        for at in range(max(0, candidate.first - _BEFORE), candidate.first):
            people = self.r.lex[at].get("people")
            if "weapon" in self.r.lex[at] or (people is not None and people.entry.machine):
                return True
        return False

    def _accused(self, role: str, parties: tuple[list[Named], list[Named]], speaker: Named) -> tuple[Stance, str]:
        """The origin tells of what others did to its side, or of a foe's deed."""
        actors, targets = parties
        camp, home = self._camp(role, speaker), speaker.country
        foreign = bool(home) and any(one.country and one.country != home for one in actors)
        rival = bool(home) and any(one.country == home for one in actors)
        if role in _SIDES and (foreign or rival) and self._with(speaker, camp, targets):
            return "accuses", "another did it to the origin's side"
        if role in _SIDES and camp == "state" and self._foes(home, actors):
            return "accuses", "a foe of the origin's side did it"
        return "reports", "neither its own deed nor one against it"

    def _camp(self, role: str, speaker: Named) -> str:
        return CAMPS.get(role) or self.names.camp(speaker.text)

    def _unstated(self, speaker: Named, role: str, actors: list[Named]) -> bool:
        """A force that is of no known state tells what forces of its camp did."""
        return (
            speaker.country is None
            and role in {"military", "armed-group"}
            and any(self.names.camp(one.text) == CAMPS.get(role) for one in actors)
        )

    def _foes(self, home: str | None, actors: list[Named]) -> bool:
        """Forces of another state or an armed group did it."""
        return bool(home) and any(
            (one.country != home and self.names.camp(one.text) == "group")
            or (one.country and one.country != home and self.names.camp(one.text) == "state")
            for one in actors
        )

    def _strangers(self, speaker: Named, targets: list[Named]) -> bool:
        """Somebody of another state or camp was hit: a force that tells of it did it, where it names nobody else."""
        return any(
            (one.country and one.country != speaker.country) or self.names.camp(one.text) == "group" for one in targets
        )

    def _with(self, speaker: Named, camp: str, parties: list[Named]) -> bool:
        """One of the parties stands in the speaker's state and camp."""
        return bool(speaker.country) and any(
            one.country == speaker.country and self.names.camp(one.text) in {camp, "other"} for one in parties
        )
