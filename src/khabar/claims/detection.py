"""Which candidates are claims: features of a trigger in its clause, decided from left to right."""

from __future__ import annotations

from typing import Final

from khabar.claims.accusations import redescribed, unspoken
from khabar.claims.advances import groundless
from khabar.claims.asking import minded
from khabar.claims.candidates import Candidate
from khabar.claims.caught import by_object
from khabar.claims.circumstances import TEMPLATES, Circumstances
from khabar.claims.condemning import condemning
from khabar.claims.conditions import conditional
from khabar.claims.convened import CONVENED, convened
from khabar.claims.finished import SETTLED, settled
from khabar.claims.frames import Attribution
from khabar.claims.giving import Giving
from khabar.claims.hindered import hindered
from khabar.claims.journeys import TRAVELS, travels
from khabar.claims.kinds import TALKS, VERBAL_TYPES
from khabar.claims.losses import LossFinder
from khabar.claims.margins import CHARGED, DENIED, PHRASED, PROMISED, SURE, WARNED
from khabar.claims.musters import imitated, travelled, unforced
from khabar.claims.one_deed import told_before
from khabar.claims.outcries import calls, gathers, outcry, voices
from khabar.claims.outright import OUTRIGHT, left_behind, outright
from khabar.claims.overlaps import HANDED, Overlaps
from khabar.claims.particles import ANY
from khabar.claims.passing import Passing
from khabar.claims.pledges import pledged
from khabar.claims.predicates import mislabelled
from khabar.claims.protests import preferred
from khabar.claims.refused import demanded, purpose, spoken_of, unknown, whatever
from khabar.claims.resolved import orders
from khabar.claims.scorer import Feature, Scorer, logistic
from khabar.claims.struck import struck
from khabar.claims.summaries import Summaries
from khabar.claims.surely import Surely
from khabar.claims.templates import scoring
from khabar.claims.thresholds import Thresholds
from khabar.claims.ties import Ties
from khabar.claims.unagreed import unagreed
from khabar.claims.unmet import unmet
from khabar.claims.unrealised import unrealised
from khabar.claims.unsaid import Unsaid
from khabar.claims.unsent import unsent
from khabar.claims.vows import BOUND, IF_THEN, bound, meddling, vowed
from khabar.claims.warnings import DEADLINE, endangers, threatened, ultimatums, unless
from khabar.claims.weights import alone
from khabar.claims.wrested import loosened
from khabar.mentions.phrase import Phrase
from khabar.mentions.reading import Reading

_CARRIED: Final = frozenset("predicate result repelled means object also again apposed followed subject".split())
"""Ties to the claim before by which a word tells the same event."""
_INCITES: Final = "request.incite"
"""Entry of inciting people, which is blame where somebody says it of a party."""
_UNDOING: Final = frozenset(("SANCTION", "RETREAT", "COERCE", "REJECT"))
_UNDONE: Final = 0.25
"""Probability that a phrase needs whose verb undoes what its noun names."""
_OWN_WORDS: Final = frozenset(("object", "subject"))
"""Ties of a noun that says only what the verb before it does (استعادت القوات السيطرة)."""


class Detector:
    """Decides candidate by candidate; what was decided before in the article is a feature of what follows."""

    def __init__(
        self,
        reading: Reading,
        attribution: Attribution,
        phrases: list[list[Phrase]],
        groups: list[list[Candidate]],
        scorer: Scorer,
        losses: LossFinder,
        giving: Giving,
    ) -> None:
        self.r = reading
        self.giving = giving
        self._rows = phrases
        self._ready = scoring(TEMPLATES, "detection")
        self.ties = Ties(reading, groups)
        self._around = Circumstances(reading, attribution, phrases, groups, self.ties, losses)
        self.chosen = self._around.chosen
        self.news = self._around.news
        self._unclaimed = attribution.unclaimed
        self._chain_at = attribution.chain_at
        self.summaries = Summaries(reading, groups)
        self.passing = Passing(reading, attribution)
        self.surely = Surely(reading)
        self._unsaid = Unsaid(reading, attribution, phrases)
        self._thresholds = Thresholds(
            reading, attribution, phrases, self._around, giving, self.surely, scorer.threshold
        )
        self._overlaps = Overlaps(reading, giving, groups)
        self._ultimatums = ultimatums(groups, reading)
        self._calls = calls(groups, reading)
        self._orders = orders(reading, groups, phrases)
        self._callers = {at for call, group in self._calls.items() for at in range(call + 1, group[0].first)}
        self.denied: set[int] = set()
        """First tokens of events that somebody denies."""
        self._voiced: Candidate | None = None
        """The last demand told with its protest: what it asks for is no claim either."""
        self._promised: dict[int, float] = {}
        self._events: dict[int, list[Candidate]] = {}

    def choose(self, groups: list[list[Candidate]]) -> list[Candidate]:
        """The claims among the places of a text."""
        possible = [group for group in groups if not self._impossible(group[0])]
        return [candidate for group in possible if (candidate := self._decide(group)) is not None]

    def _decide(self, group: list[Candidate]) -> Candidate | None:
        """The best reading of a place if it scores over the threshold and no other word carries the same claim."""
        first = group[0].first
        if self._denies(first):
            return None
        best = self._best(self._events.get(first, group) if self._events else group)
        promised = self._promised.get(first) if self._promised else None
        lacks = self._thresholds.lacks(best) if promised is None else best.score < promised
        if lacks and not self._thresholds.sure(best):
            blame = next((one for one in group if one is not best and self._thresholds.blames(one)), None)
            if blame is None:
                return None
            best = blame
        elif best.id == _INCITES:
            best = next((one for one in group if self._thresholds.blames(one)), best)
        if self._rejected(best):
            return None
        self._around.note(best)
        return best

    def note(self, candidate: Candidate) -> None:
        """Remember a claim for the candidates that follow."""
        self._around.note(candidate)

    def features(self, candidate: Candidate) -> tuple[Feature, ...]:
        """Every feature of a candidate, given what was decided before it."""
        return self._around.features(candidate)

    def ruled_out(self, group: list[Candidate]) -> bool:
        """No score makes a claim of the place: what training leaves out."""
        if self._impossible(group[0]) or self._denies(group[0].first):
            return True
        best = self._best(self._events.get(group[0].first, group))
        return self._rejected(best)

    def _rejected(self, best: Candidate) -> bool:
        return self._carried(best) or self._retold(best) or self._unsaid.lacks_speaker(best)

    def _impossible(self, candidate: Candidate) -> bool:
        at = candidate.first
        if (self._unclaimed and at in self._unclaimed) or (self._callers and at in self._callers):
            return True
        disowned = self.ties.charges.disowned
        if (disowned and at in disowned) or self._unsaid.uncommented(candidate):
            return True
        if unspoken(self.r, candidate) or hindered(self.r, candidate):
            return True
        if demanded(self.r, candidate) or whatever(self.r, candidate):
            return True
        if unknown(self.r, candidate) or spoken_of(self.r, candidate) or unrealised(self.r, candidate):
            return True
        if pledged(self.r, candidate) or gathers(self.r, candidate) or unmet(self.r, candidate):
            return True
        if candidate.type == "THREATEN" and candidate.pos == "n" and self.r.forms[at - 1] in {"اي", "اية"}:
            return True
        if mislabelled(self.r, candidate) or minded(self.r, candidate):
            return True
        if struck(self.r, candidate):
            return True
        if unagreed(self.r, candidate):
            return True
        if candidate.type == "AID" and unsent(
            self.r, candidate, self.giving.of(candidate), self._rows[candidate.sentence]
        ):
            return True
        if endangers(self.r, candidate, self._rows[candidate.sentence]):
            return True
        return conditional(self.r, candidate)

    def _denies(self, first: int) -> bool:
        """The word is a denial, and the claim is the event denied."""
        denied = self.ties.charges.denied
        events = denied.get(first) if denied else None
        if events is None:
            return False
        if self._best(events).score < DENIED and self.r.forms[events[0].first - 1] not in ANY:
            return False
        self._promised[events[0].first] = DENIED
        self._events[events[0].first] = events
        self.denied.add(events[0].first)
        return True

    def _retold(self, best: Candidate) -> bool:
        """The body tells what it sums up, or it names its event in passing."""
        told = self.chosen
        voiced = self._voiced
        if voiced is not None and voiced.sentence == best.sentence and told[-1].first < voiced.first:
            if best.type in TALKS and best.pos == "n":  # what protesters ask for or want undone
                return True
            told = [*told, voiced]
        return self.summaries.covers(best) or bool(self.passing.why(best, told, self.news.losses(best)))

    def _best(self, group: list[Candidate]) -> Candidate:
        best, sure = group[0], None
        for candidate in group:
            candidate.score = logistic(
                alone(self._around.tables(self._ready, candidate).total(self._around.context(candidate)))
            )
            if self._misread(candidate):
                candidate.score = 0.0
            elif candidate.id == IF_THEN:
                candidate.score = max(candidate.score, BOUND)
            if candidate.score > best.score:
                best = candidate
            if candidate.id in TRAVELS and travels(self.r, candidate, self._rows[candidate.sentence]):
                return candidate
            if candidate.id in SETTLED and settled(self.r, candidate, self._rows[candidate.sentence]):
                return candidate
            if self._outright(candidate):
                sure = candidate if sure is None or candidate.score > sure.score else sure
        if sure is not None:
            return sure
        best = left_behind(self.r, group, best)
        help = next((one for one in group if one.type == "AID"), None)
        if help is not None and help is not best:
            gift = self.giving.of(help)
            if gift is not None and (gift.sure or best.type in HANDED):
                return max([one for one in group if one.type == "AID"], key=_likely)
        if _wider(group[0], best):
            return group[0]
        undoing = best.form != "phrase" or best.type == "COOPERATE"
        if undoing and (undone := _undone(group, best, self._around.last(best))) is not None:
            return undone
        best = condemning(self.r, group, best, self._rows[best.sentence])
        return by_object(self.r, group, preferred(self.r, group, best), self._rows[best.sentence])

    def _outright(self, candidate: Candidate) -> bool:
        """Its clause tells it outright."""
        if candidate.id == IF_THEN:
            return candidate.score >= BOUND
        if candidate.type == "THREATEN" and candidate.form == "phrase" and candidate.score >= SURE:
            return vowed(self.r, candidate, self._chain_at(candidate.first)[0], self._rows[candidate.sentence])
        row = self._rows[candidate.sentence]
        if candidate.id in OUTRIGHT and outright(self.r, candidate, row):
            return True
        return candidate.id in CONVENED and convened(self.r, candidate, row)

    def _misread(self, candidate: Candidate) -> bool:
        """The word is no such event, whatever else it may be: an attack that an exercise imitates, an answer, a man on
        his way, what somebody will do that is bound to nothing that others do."""
        row = self._rows[candidate.sentence]
        if candidate.id == IF_THEN:
            return not bound(self.r, candidate, self._chain_at(candidate.first)[0], row)
        if candidate.type == "THREATEN":
            return unless(self.r, candidate) or meddling(self.r, candidate)
        if candidate.type == "COERCE" and groundless(self.r, candidate):
            return True
        if candidate.type == "MOBILIZE":
            return travelled(self.r, candidate, row) or unforced(self.r, candidate)
        return imitated(self.r, candidate) or unmet(self.r, candidate)

    def _carried(self, candidate: Candidate) -> bool:
        """Another word carries the claim: the attack behind what somebody suffered, the deed that he is accused of, the
        protest that voices a demand, or the one that this word says more of."""
        if self._overlaps.covers(candidate, self.chosen, self._best):
            return True
        if self._attacked(candidate):
            return True
        deed = self.ties.charges.laid.get(candidate.first) if candidate.type == "ACCUSE" else None
        if deed is not None and self._best(deed).score >= CHARGED:
            self._promised[deed[0].first] = CHARGED
            return True
        ordered = self._orders.get(candidate.first) if candidate.type == "REQUEST" else None
        if ordered is not None and self._best(ordered).score >= SURE:
            return True
        bound = candidate.type == "REQUEST" or candidate.id == DEADLINE
        otherwise = self._ultimatums.get(candidate.sentence) if bound else None
        if otherwise is not None and otherwise[0].first > candidate.first:
            self._promised[otherwise[0].first] = WARNED
            return True
        last = self._around.last(candidate)
        if threatened(self.r, candidate, last) or self._again(candidate, last):
            return True
        if self.news.remark(candidate) or self.news.reaped(candidate) or self._protested(candidate, last):
            return True
        if candidate.type == "ASSAULT":
            if self._thresholds.doubted(candidate):
                return False
            if told_before(self.r, candidate, self.chosen):
                return True
            return self.ties.of(candidate, self._around.of_type(candidate)) in _CARRIED
        if told_before(self.r, candidate, self.chosen):
            return True
        if self._twinned(candidate) or self.ties.resumes(candidate, self._around.of_type(candidate)):
            return True
        if loosened(self.r, candidate, self._around.of_type(candidate)):
            return True
        return candidate.type == "COERCE" and self.ties.of(candidate, self._around.of_type(candidate)) in _OWN_WORDS

    def _attacked(self, candidate: Candidate) -> bool:
        """The attack behind what somebody suffered tells it."""
        behind = self.ties.aftermath.behind(candidate)
        if behind is None:
            return False
        attack = self._best(behind)
        if attack.score < PROMISED or attack.type != candidate.type:
            return False
        self._promised[behind[0].first] = PROMISED
        return True

    def _again(self, candidate: Candidate, last: Candidate | None) -> bool:
        """It calls names what was condemned already, or says what a protest was for."""
        return redescribed(self.r, candidate, last) or purpose(self.r, candidate, last)

    def _protested(self, candidate: Candidate, last: Candidate | None) -> bool:
        """It says what a protest was for, or calls for the one that it names."""
        if candidate.type not in VERBAL_TYPES:
            return False
        if voices(self.r, candidate, last) or outcry(self.r, candidate, self.chosen, self._rows[candidate.sentence]):
            self._voiced = candidate
            return True
        protest = self._calls.get(candidate.first) if candidate.type == "REQUEST" else None
        if protest is None or self._best(protest).score < PROMISED:
            return False
        self._promised[protest[0].first] = PROMISED
        return True

    def _twinned(self, candidate: Candidate) -> bool:
        """The word next to it names the same deed: claimed already, or more likely to be the claim."""
        former = self.ties.twins.of(self.chosen[-1]) if self.chosen else None
        if former is not None and former[0].first == candidate.first:
            return True
        twin = self.ties.twins.of(candidate)
        if twin is None or twin[0].type != candidate.type or self.ties.twins.visiting(candidate):
            return False
        if candidate.type == "ACCUSE" and self._thresholds.accuses(candidate):
            return False  # إثر اتهامها بدعم الإرهاب
        return self._best(twin).score > candidate.score


def _likely(candidate: Candidate) -> tuple[bool, float]:
    """What makes a reading the better one: its company, then its score."""
    return not candidate.alone, candidate.score


def _undone(group: list[Candidate], best: Candidate, last: Candidate | None) -> Candidate | None:
    """A phrase with a gap whose verb says what becomes of what the word alone names (أوقفت السلطة التنسيق الأمني), if
    the ``last`` claim did not take the verb; visits and meetings called off stay what they are."""
    if best.type == "CONSULT" and best.mode != "negotiate":
        return None
    for one in group:
        if one.head is None or one.type not in _UNDOING or one.type == best.type or one.alone:
            continue
        taken = last is not None and last.first <= one.head[0] <= last.last
        if one.score >= _UNDONE and not taken:
            return one
    return None


def _wider(one: Candidate, best: Candidate) -> bool:
    """A phrase of speech around the word that scored best: it says what the word is there for (لن يتفاوض is a refusal,
    احتجاج شديد اللهجة no threat)."""
    if one is best or one.alone or one.type not in VERBAL_TYPES or one.type == best.type:
        return False
    return one.last - one.first > best.last - best.first and one.score > PHRASED
