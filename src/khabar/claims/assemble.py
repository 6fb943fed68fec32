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
from khabar.claims.drafts import Draft
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
from khabar.model import STATUSES, Claim, Party, Status, Trigger

_COUNTS: Final = frozenset(("assault.headline.dead", "assault.wide.toll", "assault.toll.rise", "assault.hurt"))
"""Entries of words that tell of losses by their number: without one, another word of the sentence carries the claim."""
_STATUSES: Final[tuple[str, ...]] = STATUSES
_LINKS: Final = 4
"""Transmitters of a claim, the nearest to the origin."""


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
        """Every claim of the text, in its order. Each question is asked of all claims before the next one: its code is
        still at hand."""
        chosen = self.detector.choose(self.groups)
        by_sentence: dict[int, list[Candidate]] = {}
        for candidate in chosen:
            by_sentence.setdefault(candidate.sentence, []).append(candidate)
        drafts = [Draft(told, by_sentence[told.candidate.sentence]) for told in self.tell(chosen)]
        for draft in drafts:
            draft.chain, draft.frames = self.isnads.choose(draft.candidate, draft.actors)
        self._date(drafts)
        for draft in drafts:
            draft.losses = self.shares.losses(draft.candidate, draft.neighbours)
        self._place(drafts)
        for draft in drafts:
            origin = draft.chain[-1] if draft.chain else None
            draft.actors, draft.targets = self.states.both(draft.candidate, draft.doers, draft.hit, draft.place, origin)
        self._status(drafts)
        self._stance(drafts)
        found: list[tuple[Claim, Candidate]] = []
        for draft in drafts:
            if draft.losses or draft.candidate.id not in _COUNTS:
                claim = self._claim(draft)
                found += [(one, draft.candidate) for one in self.spread.each(claim, draft.candidate, draft.neighbours)]
        found = once(found)
        dated = self.sequel.filled(found)
        return same_means(spoken_there(self.r, dated, [candidate for _, candidate in found]))

    def tell(self, chosen: list[Candidate]) -> list[Told]:
        """How each was done, by whom, to whom: first from its own sentence, then from the others."""
        judged: list[Judged] = []
        told: list[Told] = []
        for offer in self.parties.offers.of(chosen):
            candidate = offer.candidate
            settled = (
                self.means.told(candidate)
                or self.talks.told(candidate, judged)
                or self.giving.told(candidate)
                or told_mode(self.r, candidate)
            )
            mode, rule = settled or best_mode(self.modes.context(candidate, judged, self.phrases[candidate.sentence]))
            if mode == "clash" and candidate.id in ONE_SIDED and settled is None:
                mode, rule = "other", "what one side does"
            one = self.parties.choose(offer, mode, told)
            barred = "" if settled is not None else unfit(one)
            if barred:
                context = self.modes.context(candidate, judged, self.phrases[candidate.sentence])
                one.mode, rule = best_mode(context, barred)
            judged.append(Judged(candidate, one.mode, "occurred"))
            one.rules["mode"] = "mode: " + rule
            told.append(one)
        Carried(self.r, self.phrases, self.names, self.attribution, told, self.roles.slots.clauses).fill()
        return told

    def _date(self, drafts: list[Draft]) -> None:
        """The dates, as grammar settles them or as the options weigh: by who acts, and by all parties that are told."""
        earlier: list[Dated] = []
        for draft in drafts:
            candidate = draft.candidate
            settled = self.dates.settled(candidate, earlier, draft.acting)
            if settled is not None:
                draft.date, draft.rules["date"] = settled
            else:
                found = self.dates.weighed(candidate, earlier, draft.named_by(AGAIN))
                if found is not None:
                    draft.date = found[0].value
                    draft.rules["date"] = f"{found[0].rule} {hundredths(found[1])}"
            earlier.append(Dated(candidate, draft.date, draft.parties, draft.acting))

    def _place(self, drafts: list[Draft]) -> None:
        """Where each was, as those before it were placed and by whether its losses are of one attack."""
        earlier: list[Placed] = []
        for draft in drafts:
            candidate, parties = draft.candidate, draft.parties
            total = is_total(candidate, [loss.figure for loss in draft.losses], draft.date)
            place, how = self.places.choose(candidate, earlier, parties, draft.neighbours, draft.mode, total=total)
            if place is not None:
                draft.place, draft.rules["place"] = place, how
            earlier.append(Placed(candidate, place, parties))

    def _status(self, drafts: list[Draft]) -> None:
        """Whether it happened; where a report is denied, the words that do so hedge it."""
        earlier: list[Judged] = []
        for draft in drafts:
            candidate, frames = draft.candidate, draft.frames
            status, rule = choosing("status", _STATUSES).best(self.judge.status_context(candidate, frames, earlier))
            ahead = self.judge.announced(candidate)
            if ahead is not None:
                status, rule = ahead, "told ahead"
            if self.judge.negated(candidate) or self.giving.undone(candidate):
                status, rule = "negated", "negation before the verb"
            denied = frames and frames[-1].entry.stance == "denies" and frames[-1].sentence == candidate.sentence
            if denied or candidate.first in self.detector.denied:
                status, rule = "negated", "denied"
            draft.called_off = ahead == "negated"
            draft.status, draft.rules["status"] = cast(Status, status), "status: " + rule
            if status in {"uncertain", "negated"} and frames and frames[-1].entry.status:
                start, end = self.r.raw(frames[-1].first, frames[-1].last)
                draft.hedge = self.r.text[start:end]
            earlier.append(Judged(candidate, draft.mode, status))

    def _stance(self, drafts: list[Draft]) -> None:
        """Who speaks of whose deeds; who did it where only the claim of responsibility tells."""
        for draft in drafts:
            candidate, chain, frames = draft.candidate, draft.chain, draft.frames
            speaker, own = self.isnads.speaker(chain, draft.actors)
            told = "planned" if draft.called_off else draft.status  # not denied
            ground = draft.place.country if draft.place is not None else None
            named, sides = self._named(candidate.sentence, draft.doers), (draft.actors, draft.targets)
            stance, rule = self.stances.stance(candidate, told, chain, frames, sides, speaker, own, ground, named)
            if stance == "accuses" and self.giving.received(candidate) and not any(one.entry.stance for one in frames):
                stance, rule = "reports", "told by whoever was given it"
            if draft.status == "negated" and stance == "claims":
                stance, rule = "denies", "not done by his own side"
            ahead = draft.status == "occurred" and self.dates.own.ahead(candidate, draft.date)
            if ahead:
                draft.status, draft.rules["status"] = "planned", "status: of a day to come"
            draft.stance = "reports" if ahead and stance == "claims" else stance
            draft.rules["stance"] = "stance: " + rule
            if draft.stance == "claims" and not draft.actors and rule != OWN_SIDE:
                draft.actors = [self.states.teller(chain[-1].body or chain[-1])]
                draft.rules["actors"] = "who claims it"
            if draft.status == "negated" and stance != "denies":
                self._spare(draft)

    def _spare(self, draft: Draft) -> None:
        """What is negated and not denied: an attack in which nobody was hurt did happen; nothing else has losses."""
        if self._spares(draft.candidate, draft.losses):
            draft.status, draft.rules["status"] = "occurred", "status: nobody was hurt"
        else:
            draft.losses = [loss for loss in draft.losses if loss.figure.high == 0]

    def _claim(self, draft: Draft) -> Claim:
        candidate, rules, chain = draft.candidate, draft.rules, draft.chain
        told = " > ".join([one.rule for one in draft.frames])
        rules["isnad"] = told or ("who brings the charge" if chain else "outlet")
        if draft.losses:
            rules["figures"] = "; ".join(loss.rule for loss in draft.losses)
        evidence = self.shares.clause(candidate, draft.neighbours)
        return Claim(
            quote=self.r.text[evidence.start : evidence.end],
            trigger=self._trigger(candidate),
            evidence=evidence,
            type=candidate.type,
            mode=draft.mode,
            status=draft.status,
            stance=draft.stance,
            actors=_parties(draft.actors),
            targets=_parties(draft.targets),
            place=draft.place,
            date=draft.date,
            figures=tuple([loss.figure for loss in draft.losses]),
            weapons=self.shares.weapons(candidate, draft.neighbours),
            isnad=tuple([self.transmitters.link(phrase) for phrase in chain[-_LINKS:]]),
            hedge=draft.hedge,
            rules=rules,
        )

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
