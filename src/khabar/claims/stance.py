"""How the one who tells a claim stands to it: as one who did it, accuses, denies, or only reports."""

from __future__ import annotations

from typing import Final

from khabar.claims.accused import RESPONSIBILITY, Accused
from khabar.claims.allegiance import Allegiance, Relation
from khabar.claims.candidates import Candidate
from khabar.claims.clauses import THAT
from khabar.claims.frame import Frame
from khabar.claims.grammar import undergone
from khabar.claims.kinds import DEEDS, HARM, INCIDENTS
from khabar.claims.own_dead import SOLDIERS, lost
from khabar.claims.vantage import Vantage
from khabar.mentions.names import Named, Names
from khabar.mentions.phrase import Phrase
from khabar.mentions.reading import Reading
from khabar.model import VERBAL_TYPES, Stance
from khabar.text import folded

_SIDES: Final = frozenset(("official", "military", "government", "armed-group", "state", "alliance"))
_FORCES: Final = frozenset(("military", "government", "armed-group", "state"))
_BYSTANDERS: Final = frozenset(("unnamed", "witness", "expert", "agency", "media", "outlet", "document"))
_ARMED: Final = frozenset(("military", "armed-group", "alliance"))
"""Who tells of a fight as one who fought it."""
_GUARDS: Final = frozenset(("state", "military", "alliance"))
"""Who tells of a missile shot down by nobody named shot it down."""
_NEUTRAL: Final = frozenset(("organisation", "company"))
_FRIENDS: Final = (
    frozenset(("USA", "GBR", "FRA", "DEU", "ISR", "CAN", "AUS", "ITA", "UKR")),
    frozenset(("RUS", "SYR", "IRN", "BLR")),
    frozenset(("SAU", "ARE", "BHR", "EGY", "KWT", "JOR", "YEM")),
)
"""States that do not accuse one another of their strikes."""
OWN_SIDE: Final = "the origin's own side did it, or a force names nobody else"
_HIDDEN: Final = frozenset(("bombing", "suicide-bombing"))
"""Attacks that no state owns up to."""
_CONFESSES: Final = frozenset(("cue.confess", "cue.admit", "cue.admit-that"))
_POLICING: Final = frozenset(("arrest", "seize", "raid"))
_RIGHTS: Final = frozenset("تحقيق تقصي عفو رايتس ووتش حقوق حقوقية حقوقي لحقوق للحقوق".split())
_COUNTS: Final = frozenset(("مرصد", "مفوضية"))
"""Heads of bodies that count what all sides do."""
_BODIES: Final = frozenset(("military", "government", "armed-group", "alliance"))
_PRONOUNS: Final = frozenset(("انه", "انها"))
"""Pronouns that mean somebody else where they do not agree with a body that tells (قالت الشرطة إنه طعن شرطيا)."""
_ANSWERS: Final = frozenset(("ردا", "انتقاما"))
_MARTYRED: Final = ("استشهد", "استشهاد")
"""Words for the death of one's own."""
_DECIDES: Final = frozenset(("قرر", "قررت", "قرروا", "قررنا"))
_SPEAKERS: Final = _PRONOUNS | {"انهم", "انني", "اننا", "انهما"}
_BEFORE: Final = 4
_SUFFIXED: Final = 4
"""Letters from which on a word in ها or هم has a suffix (جنودها)."""
_EXPOSED: Final = frozenset("تعرض تعرضت تعرضوا يتعرض تتعرض تعرضا".split())
"""Verbs of suffering right before an attack."""
_SOURCES: Final = frozenset(("مصادر",))
_WRONGS: Final = frozenset(("ASSAULT", "COERCE", "AID", "SANCTION", "MOBILIZE"))


class StanceFinder:
    """Stances by rule, from who tells, with which word, of whose deed."""

    def __init__(self, reading: Reading, names: Names, accused: Accused) -> None:
        self.r = reading
        self.names = names
        self.accused = accused
        self.sides = Allegiance(names, reading.lexicon)
        self.vantage = Vantage(reading, names, self.sides.actors)
        self._blamed: dict[str, set[str]] = {}

    def stance(
        self,
        candidate: Candidate,
        status: str,
        chain: list[Phrase],
        frames: list[Frame],
        parties: tuple[list[Named], list[Named]],
        speaker: Named | None,
        own: bool,
        ground: str | None,
        named: bool,
    ) -> tuple[Stance, str]:
        """The stance by the codebook's rules 2 to 4 and what it follows from. ``parties``: actors and targets,
        ``speaker``: the origin as resolved, ``own``: it is one of the actors, ``ground``: the state where it happened,
        ``named``: its own sentence names who did it. (Rules proved better than learned weights here: the coded articles
        hold few stances but "reports".)"""
        kind = candidate.type
        if not chain or speaker is None:
            return "reports", "nobody is named who says so"
        cue = next((frame.entry.stance for frame in reversed(frames) if frame.entry.stance), None)
        full = self.names.person(chain[-1]) or chain[-1]
        role = self.sides.role(self.vantage.role(chain[-1]), speaker, full.name[0] > full.first)
        if status == "negated" and (cue == "denies" or role in _SIDES):
            return "denies", "denied"
        if kind in VERBAL_TYPES:
            return "reports", "a verbal act"
        worded = self._worded(candidate, chain[-1], frames, cue)
        if worded is not None:
            return worded
        if kind in HARM and self.vantage.heals(chain[-1], speaker):
            return "reports", "told by those who heal"
        insider = role == "unnamed" and self.vantage.inside(chain[-1])
        if kind not in DEEDS or status == "planned" or (role in _BYSTANDERS and not insider):
            return "reports", "no deed of a side, or told by a bystander"
        own = own or self._himself(candidate, chain[-1])
        if not own and role in _NEUTRAL and self._watches(candidate, speaker, parties):
            return "accuses", "a watchdog names who did it"
        if (role in _NEUTRAL or (role == "official" and self.vantage.local(chain[-1]))) and not own:
            return "reports", "told by a body of no side"
        official = role in _FORCES or role == "official" or insider
        if official and candidate.mode in _POLICING and self._polices(chain[-1], parties[0], speaker):
            return "claims", "who polices tells of an arrest that is laid to nobody else"
        if insider:
            return self._inner(candidate, chain[-1], speaker, parties[0])
        if official and self._enacts(candidate, frames[-1], parties[0], speaker):
            return "claims", "the announcement is the act"
        apart = candidate.frame == "mutual" and role not in _ARMED and not self.vantage.police(chain[-1])
        apart = apart or self._losses(candidate, role, parties[1], speaker)
        apart = apart or lost(self.r, self.accused.phrases[candidate.sentence], candidate, chain[-1])
        apart = apart or (own and (candidate.frame == "happen" or (candidate.frame == "undergo" and not parties[1])))
        apart = apart or (not own and chain[-1].kind in _BODIES and self._pronoun(candidate) in _PRONOUNS)
        apart = apart or (not parties[0] and self._answered(candidate))
        if not apart and self._claimed(candidate, role, parties, speaker, own):
            return "claims", OWN_SIDE
        position, rule = self._accused(candidate, role, parties, speaker, ground)
        if position == "accuses" and not self._lays(speaker, parties[0], named):
            return "reports", "the doer is known from elsewhere"
        return position, rule

    def _worded(
        self, candidate: Candidate, teller: Phrase, frames: list[Frame], cue: str | None
    ) -> tuple[Stance, str] | None:
        """The stance that words of charge, report or confession tell by themselves."""
        harm = candidate.type in HARM
        if (not frames and harm) or (cue != "accuses" and self._charged(candidate, teller, cue == "claims")):
            return "accuses", "a charge is told"
        if cue in {"accuses", "claims"} and candidate.type in INCIDENTS:
            return ("accuses", "the word of report") if cue == "accuses" else ("claims", "the word of report")
        return ("claims", "a confession") if harm and self._confessed(candidate, frames) else None

    def _lays(self, speaker: Named, actors: list[Named], named: bool) -> bool:
        """The teller names the doer himself, in this sentence or before."""
        blamed = self._blamed.setdefault(speaker.text, set())
        doers = {one.text for one in actors}
        if not named and blamed.isdisjoint(doers):
            return False
        blamed.update(doers)
        return True

    def _charged(self, candidate: Candidate, teller: Phrase, claimed: bool) -> bool:
        """The deed is what somebody is charged with, and not by his own name (اعترف المتهمان بالهجوم); who is
        responsible for it, where nobody claims it (``claimed``)."""
        charge = self.accused.charge(candidate)
        if charge is None or teller.first <= charge <= teller.last:
            return False
        return not (claimed and self.r.words[charge].core in RESPONSIBILITY)

    def _confessed(self, candidate: Candidate, frames: list[Frame]) -> bool:
        """The deed is what somebody owns up to (اعترف المتهم بالهجوم, أقر بتنفيذ التفجير): no clause stands between."""
        if not frames or frames[-1].entry.id not in _CONFESSES or candidate.pos != "n":
            return False
        at = candidate.first
        while at > frames[-1].last and not self.r.acts[at]:
            if self.r.forms[at] in THAT or self.r.words[at].core == "مقتل":
                return False
            if "ب" in self.r.words[at].pro:
                return candidate.first - at <= 1
            at -= 1
        return False

    def _enacts(self, candidate: Candidate, frame: Frame, actors: list[Named], speaker: Named) -> bool:
        """A state announces what it does to another by announcing it (أعلنت الدولة قطع علاقاتها)."""
        if candidate.type not in {"SANCTION", "RETREAT"}:
            return False
        if (frame.entry.id != "cue.announce" or frame.opened) and not self._decided(candidate):
            return False
        others = (one for one in actors if one.country != speaker.country)
        return not any(self.names.camp(one.text) in {"state", "group"} for one in others)

    def _decided(self, candidate: Candidate) -> bool:
        """The teller says that he has decided on it (قال إنه قرر قطع العلاقات)."""
        at, forms = candidate.first - 1, self.r.forms
        if at >= 0 and self.r.words[at].core not in _DECIDES:
            at -= 1
        return at > 0 and self.r.words[at].core in _DECIDES and forms[at - 1].removeprefix("ب") in _SPEAKERS

    def _inner(self, candidate: Candidate, teller: Phrase, speaker: Named, actors: list[Named]) -> tuple[Stance, str]:
        """A source inside a force claims what that force did; of what others did it only reports, as several sources
        do (قالت مصادر عسكرية إن الجيش)."""
        if self.r.words[teller.head].core in _SOURCES:
            return "reports", "told by several sources"
        mine = [self.sides.relation("state", speaker, one) for one in actors]
        if "own" in mine and candidate.frame != "mutual" and candidate.type in HARM:
            return "claims", "a source inside the force that did it"
        return "reports", "told by a bystander"

    def _himself(self, candidate: Candidate, teller: Phrase) -> bool:
        """The teller says that he did it (قال الجيش إنه قصف, أعلنت الجماعة أنها نفذت هجوما): the pronoun agrees."""
        verb, tag = self._verb(candidate)
        if verb == 0 or not tag.startswith(("perf", "impf")) or candidate.frame in {"undergo", "happen"}:
            return False
        if tag == "perf.1" and self.r.forms[verb].endswith("نا"):
            return True
        before = self._pronoun(candidate)
        if teller.kind == "state":
            return before in {"انه", "انها"}
        if before == "انهم":
            return teller.kind != "person" or teller.number == "p"
        return before == ("انها" if self.r.words[teller.first].core.endswith("ة") else "انه")

    def _answered(self, candidate: Candidate) -> bool:
        """It is what the teller's side answers (ضرب أهدافا ردا على إطلاق صواريخ)."""
        near = self.r.forms[max(0, candidate.first - _BEFORE) : candidate.first]
        return candidate.pos == "n" and "على" in near and not _ANSWERS.isdisjoint(near)

    def _verb(self, candidate: Candidate) -> tuple[int, str]:
        if candidate.pos == "v":
            return candidate.first, candidate.tag
        return (candidate.light.first, candidate.light.tag) if candidate.light is not None else (0, "")

    def _pronoun(self, candidate: Candidate) -> str:
        """What stands right before the verb, if it can be the pronoun of its subject."""
        verb, _ = self._verb(candidate)
        return self.r.forms[verb - 1].removeprefix("ب") if verb else ""

    def _polices(self, teller: Phrase, actors: list[Named], speaker: Named) -> bool:
        """Police, army or interior ministry, where no other state is said to have done it."""
        home = speaker.country or self.names.main
        others = any(one.country != home and self.names.camp(one.text) == "state" for one in actors)
        return not others and self.vantage.police(teller)

    def _watches(self, candidate: Candidate, speaker: Named, parties: tuple[list[Named], list[Named]]) -> bool:
        """A body that watches over human rights names who wronged others."""
        if candidate.frame != "act" or candidate.type not in HARM or not parties[0]:
            return False
        words = {word.removeprefix("ال") for word in speaker.text.split()}
        return not words.isdisjoint(_RIGHTS) and words.isdisjoint(_COUNTS)

    def _losses(self, candidate: Candidate, role: str, targets: list[Named], speaker: Named) -> bool:
        """Those killed or wounded are the teller's own (أعلنت الوزارة مقتل خمسة من جنودها)."""
        suffers = candidate.frame == "happen" or undergone(candidate.entry, candidate.passive)
        if candidate.type != "ASSAULT" or not suffers or role not in _SIDES:
            return False
        if self.r.words[candidate.first].core.startswith(_MARTYRED):
            return True
        for one in targets:
            words = folded(one.text).split()
            bare = len(words) == 1 and role in _FORCES and role != "armed-group"
            if role == "armed-group" and speaker.country == one.country:
                continue
            if words[0] in SOLDIERS and (bare or speaker.country is None or one.country in {None, speaker.country}):
                return True
            if any(word in SOLDIERS and word.endswith(("ه", "ها")) for word in words[1:]):
                return True
            if words[0].endswith(("ها", "هم")) and len(words[0]) > _SUFFIXED:
                return True
        return False

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
        camp = self.sides.camp(role, speaker)
        if camp == "state" and candidate.mode in _HIDDEN:
            return False
        if own or any(self.sides.relation(camp, speaker, one) == "own" for one in actors):
            return True
        if role in {"military", "armed-group"} and any(self.sides.forces(one) for one in actors):
            return True
        if actors:
            return False
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
        return role in _FORCES and self._upon_foes(candidate, camp, speaker, targets)

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
        row = self.accused.phrases[candidate.sentence]
        machine = next((one for one in row if one.first <= at <= one.last), None)
        return machine is not None and self.sides.arms(self.names.resolve(machine))

    def _accused(
        self,
        candidate: Candidate,
        role: str,
        parties: tuple[list[Named], list[Named]],
        speaker: Named,
        ground: str | None,
    ) -> tuple[Stance, str]:
        """The origin tells of what a foe did, or of what another state did to its own."""
        actors, targets = parties
        if role not in _SIDES or candidate.type not in _WRONGS or candidate.frame == "mutual":
            return "reports", "neither its own deed nor one against it"
        camp, home = self.sides.camp(role, speaker), speaker.country
        by = {self.sides.relation(camp, speaker, one) for one in actors}
        armed = candidate.type == "AID" and candidate.mode != "humanitarian"
        if armed and "foreign" in by and all(one.country != home for one in targets):
            return "accuses", "another state arms or pays somebody"
        hit = {self.sides.relation(camp, speaker, one) for one in targets}
        if "foe" in by and hit == {"foe"}:
            return "reports", "a fight among others"
        if "foe" in by and candidate.frame != "happen":
            return "accuses", "a foe of the origin's side did it"
        if candidate.type == "ASSAULT" and candidate.frame == "act" and self._blames(by, hit, speaker, actors):
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
        return by == {"foreign"} and "foe" not in hit and not friends
