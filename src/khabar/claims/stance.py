"""How the one who tells a claim stands to it: as one who did it, accuses, denies, or only reports."""

from __future__ import annotations

from typing import Final

from khabar.claims.accused import RESPONSIBILITY, Accused
from khabar.claims.allegiance import OURS, Allegiance
from khabar.claims.candidates import Candidate, undergone
from khabar.claims.clauses import THAT
from khabar.claims.frame import Frame
from khabar.claims.kinds import DEEDS, HARM, INCIDENTS, VERBAL_TYPES
from khabar.claims.onlookers import Onlookers
from khabar.claims.own_dead import SOLDIERS, lost
from khabar.claims.positions import FORCES, KILLS, SIDES, Positions
from khabar.claims.vantage import Vantage
from khabar.mentions.names import Named, Names
from khabar.mentions.phrase import Phrase
from khabar.mentions.reading import PREPOSITIONS, Reading
from khabar.model import Stance
from khabar.text import folded

_BYSTANDERS: Final = frozenset(("unnamed", "witness", "expert", "agency", "media", "outlet", "document"))
_ARMED: Final = frozenset(("military", "armed-group", "alliance"))
"""Who tells of a fight as one who fought it."""
_NEUTRAL: Final = frozenset(("organisation", "company"))
OWN_SIDE: Final = "the origin's own side did it, or a force names nobody else"
_CONFESSES: Final = frozenset(("cue.confess", "cue.admit", "cue.admit-that"))
_POLICING: Final = frozenset(("arrest", "seize", "raid"))
_BODIES: Final = frozenset(("military", "government", "armed-group", "alliance"))
_PRONOUNS: Final = frozenset(("انه", "انها"))
"""Pronouns that mean somebody else where they do not agree with a body that tells (قالت الشرطة إنه طعن شرطيا)."""
_ANSWERS: Final = frozenset(("ردا", "انتقاما"))
_MARTYRED: Final[tuple[str, ...]] = ("استشهد", "استشهاد")
"""Words for the death of one's own."""
_DECIDES: Final = frozenset(("قرر", "قررت", "قرروا", "قررنا"))
_SPEAKERS: Final = _PRONOUNS | {"انهم", "انني", "اننا", "انهما"}
_ORDERS: Final = frozenset(("امر", "امرت", "امرنا"))
_LIBERATES: Final = frozenset(("coerce.seize.liberate", "coerce.seize.clear"))
"""Entries of freeing a place, which nobody is blamed for."""
_LAUNCHING: Final = "بشن"
_BEFORE: Final = 4
"""Tokens before a deed within which it is told to be answered (ردا على)."""
_SUFFIXED: Final = 4
"""Letters from which on a word in ها or هم has a suffix (جنودها)."""


class StanceFinder:
    """Stances by rule, from who tells, with which word, of whose deed."""

    def __init__(self, reading: Reading, names: Names, accused: Accused) -> None:
        self.r = reading
        self.names = names
        self.accused = accused
        self.sides = Allegiance(names, reading.lexicon)
        self.vantage = Vantage(reading, names, self.sides.actors)
        self.onlookers = Onlookers(names, self.sides, self.vantage)
        self.positions = Positions(reading, names, accused.phrases, self.sides)
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
        if status == "negated" and (cue == "denies" or role in SIDES or role in FORCES):
            return "denies", "denied"
        if kind in VERBAL_TYPES:
            return "reports", "a verbal act"
        worded = self._worded(candidate, chain[-1], frames, cue)
        if worded is not None:
            return worded
        if kind in HARM and self.vantage.heals(chain[-1], speaker):
            return "reports", "told by those who heal"
        insider = role == "unnamed" and self.vantage.inside(chain[-1])
        planned = status == "planned"
        organ = named and role in _BYSTANDERS and not planned
        if organ and self.onlookers.partisan(candidate, chain, speaker, parties):
            return "accuses", "state media name who did it"
        if kind not in DEEDS or planned or (role in _BYSTANDERS and not insider):
            return "reports", "no deed of a side, or told by a bystander"
        own = (own and not candidate.passive) or self._himself(candidate, chain[-1]) or self._ordered(candidate)
        if not own and role in _NEUTRAL and self.onlookers.watch(candidate, speaker, parties):
            return "accuses", "a watchdog names who did it"
        if (role in _NEUTRAL or (role == "official" and self.vantage.local(chain[-1]))) and not own:
            return "reports", "told by a body of no side"
        official = role in FORCES or role == "official" or insider
        if official and candidate.mode in _POLICING and self._polices(candidate, chain[-1], parties[0], speaker):
            return "claims", "who polices tells of an arrest that is laid to nobody else"
        if insider:
            return self._inner(candidate, chain[-1], speaker, parties)
        return self._sided(candidate, chain[-1], frames, role, parties, speaker, own, ground, named)

    def _sided(
        self,
        candidate: Candidate,
        teller: Phrase,
        frames: list[Frame],
        role: str,
        parties: tuple[list[Named], list[Named]],
        speaker: Named,
        own: bool,
        ground: str | None,
        named: bool,
    ) -> tuple[Stance, str]:
        """The stance of a state, a force or somebody who speaks for one to a deed."""
        official = role in FORCES or role == "official"
        if official and self._enacts(candidate, frames[-1], parties[0], speaker):
            return "claims", "the announcement is the act"
        apart = self._apart(candidate, role, teller, parties, speaker, own)
        if not apart and self.positions.claimed(candidate, role, parties, speaker, own):
            return "claims", OWN_SIDE
        position, rule = self.positions.accused(candidate, role, parties, speaker, ground)
        if position != "accuses":
            return position, rule
        if candidate.id in _LIBERATES:
            home = official and ground == (speaker.country or self.names.main)
            return ("claims", OWN_SIDE) if home else ("reports", "a place is freed")
        if not self._lays(speaker, parties[0], named):
            return "reports", "the doer is known from elsewhere"
        return position, rule

    def _apart(
        self,
        candidate: Candidate,
        role: str,
        teller: Phrase,
        parties: tuple[list[Named], list[Named]],
        speaker: Named,
        own: bool,
    ) -> bool:
        """The teller claims no deed here: he did not fight, lost his own, suffered it, or tells of somebody else."""
        actors, targets = parties
        if candidate.frame == "mutual" and role not in _ARMED and not self.vantage.police(teller):
            return True
        if self._losses(candidate, role, targets, speaker):
            return True
        if lost(self.r, self.accused.phrases[candidate.sentence], candidate, teller):
            return True
        if own:
            if candidate.frame == "happen" or (candidate.frame == "undergo" and not targets):
                return True
        elif teller.kind in _BODIES and self._pronoun(candidate) in _PRONOUNS:
            return True
        return not actors and self._answered(candidate)

    def _worded(
        self, candidate: Candidate, teller: Phrase, frames: list[Frame], cue: str | None
    ) -> tuple[Stance, str] | None:
        """The stance that words of charge, report or confession tell by themselves."""
        harm = candidate.type in HARM
        if (not frames and harm) or (cue != "accuses" and self._charged(candidate, teller, cue == "claims")):
            return "accuses", "a charge is told"
        if cue in {"accuses", "claims"} and candidate.type in INCIDENTS:
            return ("accuses", "the word of report") if cue == "accuses" else ("claims", "the word of report")
        confessed = harm and (self._confessed(candidate, frames) or self._owned_up(candidate, teller, frames))
        return ("claims", "a confession") if confessed else None

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
        if not frames or frames[-1].rule not in _CONFESSES or candidate.pos != "n":
            return False
        at = candidate.first
        while at > frames[-1].last and not self.r.acts[at]:
            if self.r.forms[at] in THAT or self.r.words[at].core == "مقتل":
                return False
            if "ب" in self.r.words[at].pro:
                return candidate.first - at <= 1
            at -= 1
        return False

    def _ordered(self, candidate: Candidate) -> bool:
        """The teller says that he gave the order (قال إنه أمر بشن ضربات)."""
        first = candidate.light.first if candidate.light is not None else candidate.first
        if first and self.r.forms[first - 1] == _LAUNCHING:
            first -= 1
        led = "ب" in self.r.words[first].pro or self.r.forms[first] == _LAUNCHING
        if candidate.pos != "n" or first < 2 or not led:
            return False
        ordered = self.r.words[first - 1].core in _ORDERS
        return ordered and self.r.forms[first - 2].removeprefix("ب") in _SPEAKERS

    def _owned_up(self, candidate: Candidate, teller: Phrase, frames: list[Frame]) -> bool:
        """Somebody owns up to what he did (اعترف المتهم بأنه أطلق النار): no state that admits to a loss."""
        if not frames or frames[-1].rule not in _CONFESSES:
            return False
        return self._himself(candidate, teller)

    def _enacts(self, candidate: Candidate, frame: Frame, actors: list[Named], speaker: Named) -> bool:
        """A state announces what it does to another by announcing it (أعلنت الدولة قطع علاقاتها)."""
        if candidate.type not in {"SANCTION", "RETREAT"}:
            return False
        if (frame.rule != "cue.announce" or frame.opened) and not self._decided(candidate):
            return False
        others = (one for one in actors if one.country != speaker.country)
        return not any(self.names.camp(one.text) in {"state", "group"} for one in others)

    def _decided(self, candidate: Candidate) -> bool:
        """The teller says that he has decided on it (قال إنه قرر قطع العلاقات)."""
        at, forms = candidate.first - 1, self.r.forms
        if at >= 0 and self.r.words[at].core not in _DECIDES:
            at -= 1
        return at > 0 and self.r.words[at].core in _DECIDES and forms[at - 1].removeprefix("ب") in _SPEAKERS

    def _inner(
        self, candidate: Candidate, teller: Phrase, speaker: Named, parties: tuple[list[Named], list[Named]]
    ) -> tuple[Stance, str]:
        """A source inside a force claims what that force did, named or not; of what others did it only reports."""
        apart = candidate.type not in HARM or self._apart(candidate, "military", teller, parties, speaker, own=False)
        if not apart and self.positions.claimed(candidate, "military", parties, speaker, own=False):
            return "claims", "a source inside the force that did it"
        return "reports", "told by a bystander"

    def _our_forces(self, candidate: Candidate) -> bool:
        """His forces did it (قال الجيش إن قواته قتلت خمسين مسلحا): they stand right before the verb."""
        verb, tag = self._verb(candidate)
        if verb == 0 or not tag.startswith(("perf", "impf")) or candidate.passive or candidate.frame == "happen":
            return False
        if self.r.forms[verb - 1] not in OURS or self.r.forms[candidate.last + 1] in PREPOSITIONS:
            return False
        return candidate.frame == "act" or candidate.id == KILLS

    def _himself(self, candidate: Candidate, teller: Phrase) -> bool:
        """The teller says that he did it (قال الجيش إنه قصف, أعلنت الجماعة أنها نفذت هجوما): the pronoun agrees."""
        if teller.kind in _BODIES and self._our_forces(candidate):
            return True
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

    def _polices(self, candidate: Candidate, teller: Phrase, actors: list[Named], speaker: Named) -> bool:
        """Police, army or interior ministry, where nobody else is said to have done it."""
        home = speaker.country or self.names.main
        others = any(one.country != home and self.names.camp(one.text) == "state" for one in actors)
        if others or not self.vantage.police(teller):
            return False
        return candidate.mode == "arrest" or not any(self.sides.rebels(one) for one in actors)

    def _losses(self, candidate: Candidate, role: str, targets: list[Named], speaker: Named) -> bool:
        """Those killed or wounded are the teller's own (أعلنت الوزارة مقتل خمسة من جنودها)."""
        suffers = candidate.frame == "happen" or undergone(candidate)
        if candidate.type != "ASSAULT" or not suffers or role not in SIDES:
            return False
        if self.r.words[candidate.first].core.startswith(_MARTYRED):
            return True
        for one in targets:
            words = folded(one.text).split()
            bare = len(words) == 1 and role in FORCES and role != "armed-group"
            if role == "armed-group" and speaker.country == one.country:
                continue
            if words[0] in SOLDIERS and (bare or speaker.country is None or one.country in {None, speaker.country}):
                return True
            if any(word in SOLDIERS and word.endswith(("ه", "ها")) for word in words[1:]):
                return True
            if words[0].endswith(("ها", "هم")) and len(words[0]) > _SUFFIXED:
                return True
        return False
