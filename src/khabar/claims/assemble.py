"""From a reading to its claims, in text order: the one place where the decisions of the claims layer meet."""

from __future__ import annotations

from typing import Final, cast

from khabar.claims.accused import Accused
from khabar.claims.blocked import blocked_tokens
from khabar.claims.candidates import Candidate, find_candidates
from khabar.claims.carried import AGAIN, Carried
from khabar.claims.choosing import choosing
from khabar.claims.clauses import Clauses
from khabar.claims.dates import Dated, DateFinder
from khabar.claims.detection import Detector
from khabar.claims.doubles import once
from khabar.claims.frame import Frame
from khabar.claims.frames import Attribution
from khabar.claims.giving import Giving
from khabar.claims.instruments import ONE_SIDED, unfit
from khabar.claims.isnads import IsnadFinder
from khabar.claims.judgement import Judge, Judged
from khabar.claims.killers import Killers
from khabar.claims.likewise import same_means
from khabar.claims.links import Transmitters
from khabar.claims.losses import Loss, LossFinder
from khabar.claims.means import Means
from khabar.claims.modes import Modes, best_mode
from khabar.claims.occasions import Placed, is_total
from khabar.claims.options import Option, Told
from khabar.claims.parties import PartyFinder
from khabar.claims.places import PlaceFinder
from khabar.claims.roles import RoleFinder
from khabar.claims.scorer import hundredths, model
from khabar.claims.sequel import Sequel
from khabar.claims.shares import Shares
from khabar.claims.slots import Slots
from khabar.claims.spread import Spread
from khabar.claims.stance import OWN_SIDE, StanceFinder
from khabar.claims.states import StateFinder
from khabar.claims.talks import Talks
from khabar.claims.venues import spoken_there
from khabar.claims.yielding import told_mode
from khabar.mentions.chunker import Chunker
from khabar.mentions.names import Named, Names
from khabar.mentions.phrase import Phrase
from khabar.mentions.reading import Reading
from khabar.model import STATUSES, Claim, Party, Stance, Status, Trigger, Where

_COUNTS: Final = frozenset(("assault.headline.dead", "assault.wide.toll", "assault.toll.rise", "assault.hurt"))
"""Entries of words that tell of losses by their number: without one, another word of the sentence carries the claim."""
_STATUSES: Final[tuple[str, ...]] = STATUSES
_LINKS: Final = 4
"""Transmitters of a claim, the nearest to the origin."""


class Past:
    """What was decided for the claims before, as later ones look back on it."""

    def __init__(self) -> None:
        self.places: list[Placed] = []
        self.dates: list[Dated] = []
        self.judged: list[Judged] = []

    def add(
        self,
        candidate: Candidate,
        doers: frozenset[str],
        parties: frozenset[str],
        place: Where | None,
        date: str | None,
        mode: str | None,
        status: str,
    ) -> None:
        """Remember what was decided for a claim; ``doers`` and ``parties`` by name."""
        self.places.append(Placed(candidate, place, parties))
        self.dates.append(Dated(candidate, date, parties, doers))
        self.judged.append(Judged(candidate, mode, status))


class ClaimReader:
    """Everything the claims layer knows of one reading; ``claims()`` decides. The parts are open to ``explain`` and
    to training."""

    def __init__(self, reading: Reading) -> None:
        self.r = reading
        self.groups = find_candidates(reading)
        blocked, self.verbs = blocked_tokens(reading, self.groups)
        chunker = Chunker(reading, blocked, self.verbs)
        self.phrases: list[list[Phrase]] = [chunker.sentence(s.first, s.last) for s in reading.sentences]
        self.names = Names(reading, self.phrases)
        self.attribution = Attribution(reading, self.phrases, blocked)
        self.transmitters = Transmitters(reading, self.phrases, self.names)
        killers = Killers(reading, self.phrases)
        self.losses = LossFinder(reading, self.phrases, killers)
        self.shares = Shares(reading, self.attribution, self.losses)
        self.giving = Giving(reading, self.phrases, self.groups)
        self.groups = [fitting for group in self.groups if (fitting := self.giving.fitting(group))]
        self.detector = Detector(
            reading, self.attribution, self.phrases, self.groups, model("detection"), self.losses, self.giving
        )
        named = [group[0] for group in self.groups if group[0].head is None or group[0].first in blocked]
        nouns = {one.first for one in named if one.pos == "n" and not one.alone}
        slots = Slots(reading, Clauses(reading, self.phrases, self.verbs, nouns), self.verbs)
        self.roles = RoleFinder(reading, self.phrases, self.names, self.attribution, slots, killers, self.giving)
        self.parties = PartyFinder(
            reading, self.phrases, self.names, self.roles, self.detector.ties.aftermath.sufferers
        )
        self.states = StateFinder(reading, self.phrases, self.names)
        self.places = PlaceFinder(reading, self.phrases, self.names, self.attribution)
        self.dates = DateFinder(
            reading,
            self.attribution,
            self.names,
            {group[0].first: group[0] for group in self.groups},
            self.detector.ties.aftermath.sufferers,
        )
        self.modes = Modes(reading)
        self.judge = Judge(reading)
        accused = Accused(reading, self.phrases)
        self.isnads = IsnadFinder(reading, self.names, self.attribution, accused)
        self.stances = StanceFinder(reading, self.names, accused)
        self.means = Means(reading)
        self.talks = Talks(reading)
        self.sequel = Sequel(reading, self.dates)
        self.spread = Spread(reading, self.phrases, self.places, self.names)

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
        found = once(found)
        dated = self.sequel.filled(found)
        return same_means(spoken_there(self.r, dated, [candidate for _, candidate in found]))

    def tell(self, chosen: list[Candidate]) -> list[Told]:
        """How each was done, by whom, to whom: first from its own sentence, then from the others."""
        judged: list[Judged] = []
        told: list[Told] = []
        for candidate, options in zip(chosen, self.parties.options(chosen), strict=True):
            settled = (
                self.means.told(candidate)
                or self.talks.told(candidate, judged)
                or self.giving.told(candidate)
                or told_mode(self.r, candidate)
            )
            mode, rule = settled or best_mode(self.modes.context(candidate, judged, self.phrases[candidate.sentence]))
            if mode == "clash" and candidate.id in ONE_SIDED and settled is None:
                mode, rule = "other", "what one side does"
            one = self.parties.choose(candidate, mode, options, told)
            barred = "" if settled is not None else unfit(one)
            if barred:
                context = self.modes.context(candidate, judged, self.phrases[candidate.sentence])
                one.mode, rule = best_mode(context, barred)
            judged.append(Judged(candidate, one.mode, "occurred"))
            one.rules["mode"] = "mode: " + rule
            told.append(one)
        Carried(self.r, self.phrases, self.names, self.attribution, told, self.roles.slots.clauses).fill()
        return told

    def claim(self, told: Told, neighbours: list[Candidate], past: Past) -> Claim:
        """One claim. ``neighbours``: all of its sentence; ``past``: what was decided for those before it."""
        candidate, mode = told.candidate, told.mode
        rules = {"trigger": candidate.id, "type": candidate.id, "detection": hundredths(candidate.score)}
        rules.update(told.rules)
        doers, hit = told.doers, told.hit
        actors, targets = [option.named for option in doers], [option.named for option in hit]
        chain, frames = self.isnads.choose(candidate, actors)
        acting = frozenset([named.text for named in actors])
        parties = frozenset([named.text for named in (*actors, *targets)]) if targets else acting
        sure = parties
        if any(one.role == AGAIN for one in doers) or any(one.role == AGAIN for one in hit):
            sure = frozenset([one.named.text for one in (*doers, *hit) if one.role != AGAIN])
        date = self._date(candidate, acting, sure, past, rules)
        losses = self.shares.losses(candidate, neighbours)
        total = is_total(candidate, [loss.figure for loss in losses], date)
        place, how = self.places.choose(candidate, past.places, parties, neighbours, mode, total=total)
        if place is not None:
            rules["place"] = how
        actors, targets = self.states.both(candidate, doers, hit, place, chain[-1] if chain else None)
        ground = place.country if place is not None else None
        sides = (actors, targets)
        named = self._named(candidate.sentence, doers)
        status, position, hedge = self._judge(candidate, past.judged, chain, frames, sides, ground, rules, named)
        if status == "occurred" and self.dates.ahead(candidate, date):
            status, rules["status"] = "planned", "status: of a day to come"
            position = "reports" if position == "claims" else position
        if position == "claims" and not actors and rules["stance"] != f"stance: {OWN_SIDE}":
            actors = [self.states.teller(chain[-1].body or chain[-1])]
            acting = frozenset((actors[0].text,))
            parties = parties | acting
            rules["actors"] = "who claims it"
        rules["isnad"] = " > ".join(frame.rule for frame in frames) or ("who brings the charge" if chain else "outlet")
        if status == "negated" and position != "denies" and self._spares(candidate, losses):
            status, rules["status"] = "occurred", "status: nobody was hurt"
        if status == "negated" and position != "denies":
            losses = [loss for loss in losses if loss.figure.high == 0]
        if losses:
            rules["figures"] = "; ".join(loss.rule for loss in losses)
        past.add(candidate, acting, parties, place, date, mode, status)
        evidence = self.shares.clause(candidate, neighbours)
        return Claim(
            quote=self.r.text[evidence.start : evidence.end],
            trigger=self._trigger(candidate),
            evidence=evidence,
            type=candidate.type,
            mode=mode,
            status=status,
            stance=position,
            actors=_parties(actors),
            targets=_parties(targets),
            place=place,
            date=date,
            figures=tuple([loss.figure for loss in losses]),
            weapons=self.shares.weapons(candidate, neighbours),
            isnad=tuple([self.transmitters.link(phrase) for phrase in chain[-_LINKS:]]),
            hedge=hedge,
            rules=rules,
        )

    def _date(
        self,
        candidate: Candidate,
        acting: frozenset[str],
        sure: frozenset[str],
        past: Past,
        rules: dict[str, str],
    ) -> str | None:
        """The date, as grammar settles it or as the options weigh: by who acts, and by all parties that are told."""
        settled = self.dates.settled(candidate, past.dates, acting)
        if settled is not None:
            value, rules["date"] = settled
            return value
        found = self.dates.weighed(candidate, past.dates, sure)
        if found is None:
            return None
        rules["date"] = f"{found[0].rule} {hundredths(found[1])}"
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
        named: bool,
    ) -> tuple[Status, Stance, str | None]:
        """Status, stance and the hedging words."""
        status, rule = choosing("status", _STATUSES).best(self.judge.status_context(candidate, frames, earlier))
        ahead = self.judge.announced(candidate)
        if ahead is not None:
            status, rule = ahead, "told ahead"
        if self.judge.negated(candidate) or self.giving.undone(candidate):
            status, rule = "negated", "negation before the verb"
        denied = frames and frames[-1].entry.stance == "denies" and frames[-1].sentence == candidate.sentence
        if denied or candidate.first in self.detector.denied:
            status, rule = "negated", "denied"
        rules["status"] = "status: " + rule
        speaker, own = self.isnads.speaker(chain, parties[0])
        told = "planned" if ahead == "negated" else status  # called off, not denied
        position, rule = self.stances.stance(candidate, told, chain, frames, parties, speaker, own, ground, named)
        if position == "accuses" and self.giving.received(candidate) and not any(one.entry.stance for one in frames):
            position, rule = "reports", "told by whoever was given it"
        if status == "negated" and position == "claims":
            position, rule = "denies", "not done by his own side"
        rules["stance"] = "stance: " + rule
        hedge = None
        if status in {"uncertain", "negated"} and frames and frames[-1].entry.status:
            start, end = self.r.raw(frames[-1].first, frames[-1].last)
            hedge = self.r.text[start:end]
        return cast(Status, status), position, hedge

    def _named(self, here: int, doers: list[Option]) -> bool:
        """The sentence of the claim itself names who did it."""
        at = self.r.sentence_at
        return any(one.phrase is not None and at[one.phrase.first] == here for one in doers)

    def _spares(self, candidate: Candidate, losses: list[Loss]) -> bool:
        """The negation is that of losses alone (لم يصب أحد في الهجوم)."""
        if candidate.type != "ASSAULT" or not any(loss.figure.high == 0 for loss in losses):
            return False
        return not self.judge.negated(candidate) and candidate.first not in self.detector.denied

    def _trigger(self, candidate: Candidate) -> Trigger:
        start, end = self.r.raw(candidate.first, candidate.last)
        return Trigger(start=start, end=end, text=self.r.text[start:end])


def _parties(named: list[Named]) -> tuple[Party, ...]:
    return tuple(
        [Party(text=one.text, country=one.country, start=one.start, end=one.end, actor=one.actor) for one in named]
    )
