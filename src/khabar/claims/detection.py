"""Which candidates are claims: features of a trigger in its clause, decided from left to right."""

from __future__ import annotations

from typing import Final

from khabar.claims.accords import concluded
from khabar.claims.aftermath import suffers
from khabar.claims.candidates import Candidate
from khabar.claims.circumstances import TEMPLATES, Circumstances
from khabar.claims.conditions import conditional
from khabar.claims.duties import UPON
from khabar.claims.frames import Attribution
from khabar.claims.giving import Giving
from khabar.claims.journeys import TRAVELS, travels
from khabar.claims.kinds import DEEDS
from khabar.claims.laid import accused_of
from khabar.claims.levelled import levelled
from khabar.claims.losses import LossFinder
from khabar.claims.margins import (
    ACCORD,
    CHARGED,
    DENIED,
    DREADED,
    FEARED,
    FREE,
    INSISTED,
    LEVELLED,
    LONELY,
    OWED,
    PHRASED,
    PROMISED,
    RETURNED,
    SAID,
    SURE,
    WARNED,
    margin,
)
from khabar.claims.outcries import calls, outcry, voices
from khabar.claims.overlaps import HANDED, Overlaps
from khabar.claims.passing import Passing
from khabar.claims.pledges import pledged
from khabar.claims.predicates import LABEL, UNACCEPTABLE, demanding, predicate, refusing
from khabar.claims.protests import preferred
from khabar.claims.retold import INCIDENT, returned
from khabar.claims.scorer import Feature, Scorer, logistic
from khabar.claims.summaries import Summaries
from khabar.claims.sums import total
from khabar.claims.surely import Surely
from khabar.claims.templates import first, scoring
from khabar.claims.ties import Ties
from khabar.claims.verdicts import DESCRIBES, verdict
from khabar.claims.voiced import called, insisting, owed, uttered_by
from khabar.claims.warnings import WARNS, endangers, feared, threatens, ultimatums, uttered
from khabar.claims.wrested import loosened
from khabar.claims.yielding import surrenders
from khabar.mentions.phrase import Phrase
from khabar.mentions.reading import Reading
from khabar.model import VERBAL_TYPES

_CARRIED: Final = frozenset("predicate result repelled means object also again apposed followed subject".split())
"""Ties to the claim before by which a word tells the same event."""
_OWN_WORDS: Final = frozenset(("object", "subject"))
"""Ties of a noun that says only what the verb before it does (استعادت القوات السيطرة)."""

_COMMENT: Final = frozenset("تعليق تعليقا تعقيب تعقيبا يعلق تعلق يعلقوا يعقب تعقب".split())
_COMMENTS: Final = frozenset(("علق", "علقت", "يعلق", "تعلق"))
_ABOUT: Final = frozenset(("على", "حول", "بشان"))
_WHAT: Final = frozenset("ما فيما مما بما لما التي الذي الذين".split())
_COMMENTED: Final = 10
"""Tokens between a comment and what it would be on."""
_NOT_SAID: Final = 6
_STRONGLY: Final = frozenset(("شدة", "اشد", "قوة"))


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
        self.scorer = scorer
        self._rows = phrases
        self._ready = scoring(TEMPLATES, "detection")
        self.ties = Ties(reading, groups)
        self._around = Circumstances(reading, attribution, phrases, groups, self.ties, losses)
        self.chosen = self._around.chosen
        self.news = self._around.news
        self._unclaimed = attribution.unclaimed
        self._chain_at = attribution.chain_at
        self.summaries = Summaries(reading, groups)
        self.passing = Passing(reading)
        self.surely = Surely(reading)
        self._disowning = frozenset(self.ties.charges.disowned.values())
        self._overlaps = Overlaps(reading, giving, groups)
        self._ultimatums = ultimatums(groups, reading)
        self._calls = calls(groups, reading)
        self._callers = {at for call, group in self._calls.items() for at in range(call + 1, group[0].first)}
        self.denied: set[int] = set()
        """First tokens of events that somebody denies."""
        self._voiced: Candidate | None = None
        """The last demand told with its protest: what it asks for is no claim either."""
        self._promised: dict[int, float] = {}
        self._events: dict[int, list[Candidate]] = {}

    def decide(self, group: list[Candidate]) -> Candidate | None:
        """The best reading of a place if it scores over the threshold and no other word carries the same claim."""
        if self._impossible(group[0]):
            return None
        best = self._best(self._events.get(group[0].first, group))
        if best.score < self._threshold(group, best) and not (best.score >= SURE and self._sure(best)):
            blame = next((one for one in group if one is not best and self._blames(one)), None)
            if blame is None:
                return None
            best = blame
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
        if self._impossible(group[0]):
            return True
        best = self._best(self._events.get(group[0].first, group))
        return self._rejected(best)

    def _rejected(self, best: Candidate) -> bool:
        return self._carried(best) or self._retold(best) or self._unsaid(best)

    def _impossible(self, candidate: Candidate) -> bool:
        if candidate.first in self._unclaimed or candidate.first in self._callers or self._uncommented(candidate):
            return True
        if candidate.first in self.ties.charges.disowned or pledged(self.r, candidate):
            return True
        if candidate.type == "THREATEN" and candidate.pos == "n" and self.r.forms[candidate.first - 1] == "اي":
            return True
        if candidate.id == LABEL and not predicate(self.r, candidate):
            return True
        if endangers(self.r, candidate, self._rows[candidate.sentence]):
            return True
        return conditional(self.r, candidate) or self._denies(candidate.first)

    def _uncommented(self, candidate: Candidate) -> bool:
        """Only what nobody has spoken of yet (لم يصدر أي تعليق من الجيش على الغارة), and a verb of
        comment (علقت إيران على الهجوم), which suspends nothing."""
        at, forms, words = candidate.first - 1, self.r.forms, self.r.words
        if candidate.pos == "v" and words[candidate.first].core in _COMMENTS:
            row = self._rows[candidate.sentence]
            subject = next((one for one in row if one.first == candidate.last + 1 and not one.prep), None)
            behind = candidate.last + 1 if subject is None else subject.last + 1
            return forms[behind : behind + 1] == ["على"]
        if candidate.pos != "n" or at < 0 or forms[at] not in _ABOUT:
            return False
        start = max(self.r.sentences[candidate.sentence].first, at - _COMMENTED)
        said = next((here for here in range(at - 1, start, -1) if words[here].core in _COMMENT), None)
        if said is None:
            return False
        negated = range(max(start, said - _NOT_SAID), said)
        return any(words[here].core in {"لم", "لا"} or forms[here] in {"دون", "بدون"} for here in negated)

    def _unsaid(self, best: Candidate) -> bool:
        """What would be blame in somebody's words (استغل المسلحون الهدنة) or a demand (على الطرفين أن يتفقا) is
        none where nobody says it, nor is a standing tie that would be a pledge (تدعم طهران الجماعة)."""
        standing = best.type == "SUPPORT" and best.pos == "v" and self.r.words[best.first].core.startswith(_BACKS)
        charged = best.type in _SAID and best.frame == "charge"
        if best.type == "THREATEN" and self._analysed(best):
            return True
        return (charged or standing or self._convicted(best)) and not self._chain_at(best.last)[0]

    def _analysed(self, best: Candidate) -> bool:
        """Somebody who only comments on it holds it out (قال المحلل إن الهجوم سيشعل المنطقة)."""
        chain = self._chain_at(best.first)[0]
        return bool(chain) and chain[-1].role == "expert"

    def _convicted(self, best: Candidate) -> bool:
        """Found guilty of something, told of those just named (37 شخصا دانتهم بالإرهاب): no blame in words."""
        if best.id != "accuse.condemn" or best.pos != "v" or not self.r.words[best.first].enc:
            return False
        behind = self.r.words[best.last + 1 : best.last + 2]
        return bool(behind) and behind[0].pro == "ب" and behind[0].core not in _STRONGLY

    def _denies(self, first: int) -> bool:
        """The word is a denial, and the claim is the event denied."""
        events = self.ties.charges.denied.get(first)
        if events is None or self._best(events).score < DENIED:
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
            if best.type in _AGREED and best.pos == "n":
                return True
            told = [*told, voiced]
        return self.summaries.covers(best) or bool(self.passing.why(best, told, self.news.losses(best)))

    def _sure(self, best: Candidate) -> bool:
        return bool(self.surely.why(best, self.ties.aftermath.standing(best), self._around.last(best)))

    def _threshold(self, group: list[Candidate], best: Candidate) -> float:
        if group[0].first in self._promised:
            return self._promised[group[0].first]
        if self._doubted(best):
            return PROMISED
        if best.id in WARNS:
            if threatens(self.r, best, self._around.strong[best.sentence]):
                return WARNED
            danger = feared(self.r, best, self.r.sentences[best.sentence].last)
            return self.scorer.threshold + (DREADED if danger else FEARED)
        if best.type == "THREATEN" and uttered(self.r, best):
            return WARNED
        if (clear := self._clear(best)) is not None:
            return clear
        if best.type == "ACCUSE" and predicate(self.r, best) and self._chain_at(best.first)[0]:
            return SAID
        if refusing(self.r, best) and self._chain_at(best.first)[0]:
            return SAID if best.id == UNACCEPTABLE else FREE
        counted = best.id == _COUNTED or self.ties.aftermath.standing(best) == "free"
        if counted and self.news.losses(best) == "new" and self._around.of_type(best) is None:
            return FREE if best.pos == "n" else PROMISED
        quoted, definite = bool(self.r.quoted[best.first]), bool(self.r.words[best.first].det)
        more = margin(best, self._around.last(best), quoted=quoted, definite=definite)
        row = self._rows[best.sentence]
        if more > OWED and (owed(self.r, best, row) or uttered_by(self.r, best, row)):
            more = OWED
        return self.scorer.threshold + more

    def _spoken(self, best: Candidate) -> float | None:
        """The same for words of blame, denial and demand."""
        if self._levelled(best):
            return LEVELLED
        if best.first in self._disowning and best.type == "REJECT":
            return CHARGED
        if demanding(self.r, best) or (best.id in UPON and owed(self.r, best, self._rows[best.sentence])):
            return WARNED
        if called(self.r, best):
            return SURE
        if self._deemed(best):
            return FREE
        if best.pos == "n" and best.type in DEEDS and accused_of(self.r, best.first):
            return CHARGED
        return INSISTED if insisting(self.r, best) else None

    def _deemed(self, best: Candidate) -> bool:
        """Somebody calls a party or what it did something bad."""
        if best.type != "ACCUSE" or best.id not in DESCRIBES or self.r.words[best.first].enc:
            return False
        return self.r.forms[best.first - 1] not in _WHAT and verdict(self.r, best.first) == "bad"

    def _blames(self, candidate: Candidate) -> bool:
        return candidate.score >= LEVELLED and self._levelled(candidate)

    def _levelled(self, candidate: Candidate) -> bool:
        """Somebody lays it at the door of a party."""
        if candidate.frame != "charge" or candidate.type != "ACCUSE" or not self._chain_at(candidate.first)[0]:
            return False
        last = self._around.last(candidate)
        if last is not None and last.type == "ACCUSE":
            return False
        return levelled(self.r, candidate, self._rows[candidate.sentence])

    def _clear(self, best: Candidate) -> float | None:
        """The probability that a word needs whose construction all but settles it; None for any other."""
        if best.id == INCIDENT or self._given(best) or surrenders(self.r, best):
            return 0.0
        if (said := self._spoken(best)) is not None:
            return said
        if best.id in TRAVELS and travels(self.r, best, self._rows[best.sentence]):
            return 0.0
        if best.type == "AGREE" and self._accord(best):
            return ACCORD
        if total(self.r, best):
            return SURE
        if returned(self.r, best):
            return RETURNED
        return LONELY if best.alone else None

    def _accord(self, candidate: Candidate) -> bool:
        """An accord told as concluded, the first of the article."""
        if any(one.type == "AGREE" and one.sentence == candidate.sentence for one in self.chosen):
            return False
        return concluded(self.r, candidate, self._around.strong[candidate.sentence])

    def _best(self, group: list[Candidate]) -> Candidate:
        best = group[0]
        for candidate in group:
            candidate.score = logistic(
                first(self._ready.of(self._around.own(candidate)).total(self._around.context(candidate)))
            )
            if candidate.score > best.score:
                best = candidate
            if candidate.id in TRAVELS and travels(self.r, candidate, self._rows[candidate.sentence]):
                return candidate
        helping = [one for one in group if one.type == "AID"]
        if helping and helping[0] is not best:
            gift = self.giving.of(helping[0])
            if gift is not None and (gift.sure or best.type in HANDED):
                return max(helping, key=_likely)
        return group[0] if _wider(group[0], best) else preferred(self.r, group, best)

    def _given(self, best: Candidate) -> bool:
        """A deed of giving that the clause tells outright."""
        gift = self.giving.of(best) if best.type == "AID" else None
        if gift is None or gift.sure:
            return gift is not None
        return gift.noun and (self.surely.announced(gift.verb) or self.surely.ordered(gift.verb))

    def _carried(self, candidate: Candidate) -> bool:
        """Another word carries the claim: the attack behind what somebody suffered, the deed that he is accused of, the
        protest that voices a demand, or the one that this word says more of."""
        if self._overlaps.covers(candidate, self.chosen, self._best):
            return True
        behind = self.ties.aftermath.behind(candidate)
        if behind is not None and self._best(behind).score >= PROMISED:
            self._promised[behind[0].first] = PROMISED
            return True
        deed = self.ties.charges.laid.get(candidate.first) if candidate.type == "ACCUSE" else None
        if deed is not None and self._best(deed).score >= CHARGED:
            self._promised[deed[0].first] = CHARGED
            return True
        otherwise = self._ultimatums.get(candidate.sentence) if candidate.type == "REQUEST" else None
        if otherwise is not None and otherwise[0].first > candidate.first:
            self._promised[otherwise[0].first] = WARNED
            return True
        last = self._around.last(candidate)
        if self.news.remark(candidate) or self.news.reaped(candidate) or self._protested(candidate, last):
            return True
        if candidate.type == "ASSAULT":
            if self._doubted(candidate):
                return False
            return self.ties.of(candidate, self._around.of_type(candidate)) in _CARRIED
        if self._twinned(candidate) or self.ties.resumes(candidate, self._around.of_type(candidate)):
            return True
        if loosened(self.r, candidate, self._around.of_type(candidate)):
            return True
        return candidate.type == "COERCE" and self.ties.of(candidate, self._around.of_type(candidate)) in _OWN_WORDS

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
        if twin is None or twin[0].entry.type != candidate.type or self.ties.twins.visiting(candidate):
            return False
        return self._best(twin).score > candidate.score

    def _doubted(self, candidate: Candidate) -> bool:
        """Losses of an attack that is told as a fact, themselves told as unconfirmed (استهدفت ...، وسط أنباء عن سقوط
        قتلى): a claim of its own."""
        attack = self._around.of_type(candidate)
        if attack is None or not suffers(candidate):
            return False
        start = self.r.sentences[candidate.sentence].first
        effect, near, _ = self._around.factual(candidate.first, start)
        return effect == "uncertain" and near == 0 and self._around.factual(attack.first, start)[0] != "uncertain"


def _likely(candidate: Candidate) -> tuple[bool, float]:
    """What makes a reading the better one: its company, then its score."""
    return not candidate.alone, candidate.score


def _wider(one: Candidate, best: Candidate) -> bool:
    """A phrase of speech around the word that scored best: it says what the word is there for (لن يتفاوض is a refusal,
    احتجاج شديد اللهجة no threat)."""
    if one is best or one.alone or one.type not in VERBAL_TYPES or one.type == best.type:
        return False
    return one.last - one.first > best.last - best.first and one.score > PHRASED


_AGREED: Final = frozenset(("CONSULT", "AGREE"))
"""Types of what protesters ask for or want undone."""
_COUNTED: Final = "assault.casualties"
"""Entry of the dead and wounded."""
_SAID: Final = frozenset(("ACCUSE", "REQUEST", "THREATEN"))
"""Types of what is laid at a door, demanded of somebody or held out to him."""
_BACKS: Final = ("تدعم", "يدعم", "تساند", "يساند")
"""Beginnings of verbs of backing in the present."""
