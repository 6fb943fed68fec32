"""From a reading to its claims, in text order: the one place where the decisions of the claims layer meet."""

from __future__ import annotations

from functools import lru_cache
from typing import Final, cast

from khabar.claims.accused import Accused
from khabar.claims.candidates import Candidate, find_candidates
from khabar.claims.carried import AGAIN, Carried
from khabar.claims.chains import CHAINS, ChainFinder, ChainOption
from khabar.claims.choosing import choosing
from khabar.claims.clauses import Clauses
from khabar.claims.dates import Dated, DateFinder
from khabar.claims.detection import Detector
from khabar.claims.frame import Frame
from khabar.claims.frames import Attribution
from khabar.claims.judgement import Judge, Judged, best_mode
from khabar.claims.kinds import SOMEBODY
from khabar.claims.links import Transmitters
from khabar.claims.losses import LossFinder
from khabar.claims.means import Means, same_means
from khabar.claims.occasions import Placed
from khabar.claims.parties import PartyFinder
from khabar.claims.places import PlaceFinder
from khabar.claims.roles import RoleFinder, Told
from khabar.claims.scorer import model
from khabar.claims.sequel import Sequel
from khabar.claims.shares import Shares
from khabar.claims.slots import Slots
from khabar.claims.spread import Spread
from khabar.claims.stance import StanceFinder
from khabar.claims.states import StateFinder
from khabar.claims.talks import Talks
from khabar.claims.templates import first, scoring
from khabar.mentions.chunker import Chunker
from khabar.mentions.names import Named, Names
from khabar.mentions.phrase import Phrase
from khabar.mentions.reading import Reading
from khabar.model import STATUSES, VERBAL_TYPES, Claim, Link, Party, Stance, Status, Trigger, Where
from khabar.text import folded


@lru_cache(maxsize=4096)
def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_MOVING: Final = frozenset(("mobilize.reinforcements", "protest.street.gatherings"))
"""Entries of nouns that may be what is attacked."""


_COUNTS: Final = frozenset(("assault.headline.dead", "assault.wide.toll", "assault.toll.rise", "assault.hurt"))
"""Entries of words that tell of losses by their number: without one, another word of the sentence carries the claim."""


class Past:
    """What was decided for the claims before, as later ones look back on it."""

    def __init__(self) -> None:
        self.places: list[Placed] = []
        self.dates: list[Dated] = []
        self.judged: list[Judged] = []

    def add(
        self,
        candidate: Candidate,
        actors: list[Named],
        targets: list[Named],
        place: Where | None,
        date: str | None,
        mode: str | None,
        status: str,
    ) -> None:
        """Remember what was decided for a claim."""
        doers = frozenset(named.text for named in actors)
        parties = doers | {named.text for named in targets}
        self.places.append(Placed(candidate, place, parties))
        self.dates.append(Dated(candidate, date, parties, doers))
        self.judged.append(Judged(candidate, mode, status))


class ClaimReader:
    """Everything the claims layer knows of one reading; ``claims()`` decides. The parts are open to ``explain`` and
    to training."""

    def __init__(self, reading: Reading) -> None:
        self.r = reading
        self.groups = find_candidates(reading)
        blocked, self.verbs = self._blocked()
        chunker = Chunker(reading, blocked)
        self.phrases: list[list[Phrase]] = [chunker.sentence(s.first, s.last) for s in reading.sentences]
        self.names = Names(reading, self.phrases)
        self.attribution = Attribution(reading, self.phrases, blocked)
        self.transmitters = Transmitters(reading, self.phrases, self.names)
        self.chain_finder = ChainFinder(reading, self.attribution)
        self.losses = LossFinder(reading, self.phrases)
        self.shares = Shares(reading, self.attribution, self.losses)
        self.detector = Detector(reading, self.attribution, self.phrases, self.groups, model("detection"), self.losses)
        nouns = {group[0].first for group in self.groups if group[0].pos == "n" and not group[0].alone}
        slots = Slots(reading, Clauses(reading, self.phrases, self.verbs, nouns), self.verbs)
        self.roles = RoleFinder(reading, self.phrases, self.names, self.attribution, slots)
        self.parties = PartyFinder(reading, self.phrases, self.names, self.roles, self.detector.ties)
        self.states = StateFinder(reading, self.names)
        self.places = PlaceFinder(reading, self.phrases, self.names, self.attribution)
        self.dates = DateFinder(
            reading, self.attribution, self.names, {group[0].first: group[0] for group in self.groups}
        )
        self.judge = Judge(reading)
        self.accused = Accused(reading, self.phrases)
        self.stances = StanceFinder(reading, self.names, self.accused)
        self.means = Means(reading)
        self.talks = Talks(reading)
        self.sequel = Sequel(reading, self.dates)
        self.spread = Spread(reading, self.phrases, self.places, self.names)

    def _blocked(self) -> tuple[set[int], set[int]]:
        """Tokens that are no part of a noun phrase (event words, cues, light verbs) and those of them that are
        verbs."""
        blocked: set[int] = set(self.r.naming)
        verbs: set[int] = set()
        for group in self.groups:
            if all(candidate.alone for candidate in group) or self._struck(group[0]):
                continue
            first, last = group[0].first, group[0].last
            shot = group[0].entry.mode == "interception"
            blocked.update(at for at in range(first, last + 1) if at == first or not self._named_inside(at, shot))
            if group[0].pos == "v" and first not in self.r.naming:
                verbs.add(first)
        for kind in ("cue", "light"):
            for found in self.r.marks.of(kind):
                if (
                    found.tag.startswith(("perf", "impf", "pass", "ipass"))
                    or found.tag == "phrase"
                    or (kind == "cue" and found.entry.participle)
                    or found.last > found.first
                ):
                    blocked.update(range(found.first, found.last + 1))
                    if found.tag.startswith(("perf", "impf", "pass", "ipass")) and found.first not in self.r.naming:
                        verbs.add(found.first)
        return blocked, verbs

    def _struck(self, candidate: Candidate) -> bool:
        """Forces on the move as what an attack is directed at (غارات على تعزيزات)."""
        before = self.r.forms[candidate.first - 1 : candidate.first]
        return candidate.id in _MOVING and candidate.pos == "n" and before in (["على"], ["ضد"])

    def _named_inside(self, at: int, shot: bool) -> bool:
        """Somebody is named by the last word of an event's phrase (انسحاب واشنطن, طرد السفير), or what is ``shot``
        down (اعتراض صواريخ)."""
        marks = self.r.lex[at]
        if shot and "weapon" in marks:
            return True
        state = marks.get("country")
        if state is not None and state.tag == "adj":
            return True
        return any(kind in SOMEBODY and found.tag not in {"weak", "adj"} for kind, found in marks.items())

    def claims(self) -> list[Claim]:
        """Every claim of the text, in its order."""
        chosen = [candidate for group in self.groups if (candidate := self.detector.decide(group)) is not None]
        by_sentence: dict[int, list[Candidate]] = {}
        for candidate in chosen:
            by_sentence.setdefault(candidate.sentence, []).append(candidate)
        past = Past()
        found: list[tuple[Claim, Candidate]] = []
        for told in self.tell(chosen):
            candidate = told.candidate
            neighbours = by_sentence[candidate.sentence]
            claim = self.claim(told, neighbours, past)
            if candidate.id in _COUNTS and not claim.figures:
                continue
            found += [(one, candidate) for one in self.spread.each(claim, candidate, neighbours)]
        return same_means(self.sequel.filled(found))

    def tell(self, chosen: list[Candidate]) -> list[Told]:
        """How each was done, by whom, to whom: first from its own sentence, then from the others."""
        judged: list[Judged] = []
        told: list[Told] = []
        for candidate in chosen:
            settled = self.means.told(candidate) or self.talks.told(candidate, judged)
            mode, rule = settled or best_mode(
                self.judge.mode_context(candidate, judged, self.phrases[candidate.sentence])
            )
            judged.append(Judged(candidate, mode, "occurred"))
            one = self.parties.choose(candidate, mode, told)
            one.rules["mode"] = f"mode: {rule}"
            told.append(one)
        Carried(self.r, self.phrases, self.names, self.attribution, told).fill()
        return told

    def claim(self, told: Told, neighbours: list[Candidate], past: Past) -> Claim:
        """One claim. ``neighbours``: all of its sentence; ``past``: what was decided for those before it."""
        candidate, mode = told.candidate, told.mode
        rules = {"trigger": candidate.id, "type": candidate.id, "detection": f"{candidate.score:.2f}"}
        rules.update(told.rules)
        actors, targets = [option.named for option in told.doers], [option.named for option in told.hit]
        chain, frames = self.isnad(candidate, actors)
        parties = frozenset(named.text for named in (*actors, *targets))
        place, how = self.places.choose(candidate, past.places, parties, neighbours, mode)
        if place is not None:
            rules["place"] = how
        sure = frozenset(one.named.text for one in (*told.doers, *told.hit) if one.role != AGAIN)
        date = self._date(candidate, past, sure, actors, rules)
        actors, targets = self.states.both(candidate, told.doers, told.hit, place, chain[-1] if chain else None)
        ground = place.country if place is not None else None
        sides = (actors, targets)
        status, position, hedge = self._judge(candidate, past.judged, chain, frames, sides, ground, rules)
        if position == "claims" and not actors:
            actors = [self.names.resolve(chain[-1].body or chain[-1])]
            rules["actors"] = "who claims it"
        links = tuple(self.link(phrase) for phrase in chain[-4:])
        rules["isnad"] = " > ".join(frame.rule for frame in frames) or ("who brings the charge" if chain else "outlet")
        losses = self.shares.losses(candidate, neighbours)
        if losses:
            rules["figures"] = "; ".join(loss.rule for loss in losses)
        past.add(candidate, actors, targets, place, date, mode, status)
        start, end = self.r.raw(candidate.first, candidate.last)
        evidence = self.shares.clause(candidate, neighbours)
        return Claim(
            quote=self.r.text[evidence.start : evidence.end],
            trigger=Trigger(start=start, end=end, text=self.r.text[start:end]),
            evidence=evidence,
            type=candidate.type,
            mode=mode,
            status=status,
            stance=position,
            actors=self._party(actors),
            targets=self._party(targets),
            place=place,
            date=date,
            figures=tuple(loss.figure for loss in losses),
            weapons=self.shares.weapons(candidate, neighbours),
            isnad=links,
            hedge=hedge,
            rules=rules,
        )

    def _date(
        self, candidate: Candidate, past: Past, parties: frozenset[str], actors: list[Named], rules: dict[str, str]
    ) -> str | None:
        """The date, as grammar settles it or as the options weigh."""
        settled = self.dates.settled(candidate, past.dates, frozenset(named.text for named in actors))
        if settled is not None:
            value, rules["date"] = settled
            return value
        found = self.dates.weighed(candidate, past.dates, parties)
        if found is None:
            return None
        rules["date"] = f"{found[0].rule} {found[1]:.2f}"
        return found[0].value

    def _judge(
        self,
        candidate: Candidate,
        earlier: list[Judged],
        chain: list[Phrase],
        frames: list[Frame],
        parties: tuple[list[Named], list[Named]],
        ground: str | None,
        rules: dict[str, str],
    ) -> tuple[Status, Stance, str | None]:
        """Status, stance and the hedging words."""
        status, rule = choosing("status", STATUSES).best(self.judge.status_context(candidate, frames, earlier))
        ahead = self.judge.announced(candidate)
        if ahead is not None:
            status, rule = ahead, "told ahead"
        if self.judge.negated(candidate):
            status, rule = "negated", "negation before the verb"
        if frames and frames[-1].entry.stance == "denies" and frames[-1].sentence == candidate.sentence:
            status, rule = "negated", "denied"
        rules["status"] = f"status: {rule}"
        speaker, own = self.speaker(chain, parties[0])
        position, rule = self.stances.stance(candidate, status, chain, frames, parties, speaker, own, ground)
        rules["stance"] = f"stance: {rule}"
        hedge = None
        if status in {"uncertain", "negated"} and frames and frames[-1].entry.status:
            start, end = self.r.raw(frames[-1].first, frames[-1].last)
            hedge = self.r.text[start:end]
        return cast(Status, status), position, hedge

    def speaker(self, chain: list[Phrase], actors: list[Named]) -> tuple[Named | None, bool]:
        """The origin of a chain, resolved, and whether it is one of the actors."""
        if not chain:
            return None, False
        named = self.names.resolve(chain[-1])
        return named, any(self._same(named, actor) or self._speaks_for(chain[-1], actor) for actor in actors)

    def _speaks_for(self, phrase: Phrase, actor: Named) -> bool:
        """The speaker's title names the actor (المتحدث باسم التحالف العربي)."""
        phrase = self.names.person(phrase) or phrase
        if phrase.kind not in {"person", "people", "official"}:
            return False
        last = phrase.name[0] if phrase.name[0] > phrase.first else phrase.last + 1
        mine = {self.r.words[at].core for at in range(phrase.first, last)}
        theirs = {self.r.lexicon.word(folded(word)).core for word in actor.text.split()}
        return len(mine & theirs) >= max(1, len(theirs) * 0.5)

    def own(self, candidate: Candidate, actors: list[Named]) -> set[int]:
        """Ids of the links that are the actors of a verbal act: its speaker is no link."""
        if candidate.type not in VERBAL_TYPES:
            return set()
        near = (frame for frame in self.attribution.frames if abs(frame.sentence - candidate.sentence) <= 3)
        links = (phrase for frame in near for phrase in frame.chain)
        return {id(link) for link in links if any(self._same(self.names.resolve(link), actor) for actor in actors)}

    def chains(self, candidate: Candidate, actors: list[Named]) -> list[ChainOption]:
        """Options for the isnad."""
        return self.chain_finder.options(candidate, self.own(candidate, actors))

    def isnad(self, candidate: Candidate, actors: list[Named]) -> tuple[list[Phrase], list[Frame]]:
        """The chain of a claim and the frames it comes from."""
        resumed = self.chain_finder.resumed(candidate) or self.chain_finder.retold(candidate)
        if resumed is not None:
            return resumed.chain, [resumed]
        own = self.own(candidate, actors)
        options = self.chain_finder.options(candidate, own)
        states = {actor.country for actor in actors if actor.country}
        if self.chain_finder.governed(candidate, own, states):
            options = [option for option in options if option.chain] or options
        chosen = options[0]
        if len(options) > 1:
            tables = scoring(CHAINS, "isnad").of(options[0].own)
            weights = [first(tables.total(option.values)) for option in options]
            chosen = options[weights.index(max(weights))]
        if self.chain_finder.aside(candidate, chosen):
            return [], []
        charge = self.accused.charge(candidate) if not chosen.chain else None
        accuser = self.accused.accuser(charge) if charge is not None else None
        if charge is None and not chosen.chain and any(actor.country for actor in actors):
            accuser = self.accused.condemner(candidate)
        if accuser is not None:
            return [accuser], []
        return chosen.chain, chosen.frames

    def _same(self, one: Named, other: Named) -> bool:
        if one.actor and one.actor == other.actor:
            return True
        mine, theirs = _words(one.text), _words(other.text)
        return bool(mine & theirs) and len(mine & theirs) / min(len(mine), len(theirs)) >= 0.5

    def link(self, phrase: Phrase) -> Link:
        """A transmitter as the isnad keeps it."""
        return self.transmitters.link(phrase)

    def _party(self, parties: list[Named]) -> tuple[Party, ...]:
        return tuple(
            Party(text=one.text, country=one.country, start=one.start, end=one.end, actor=one.actor) for one in parties
        )
