"""The probability that a candidate needs to be a claim: that of every claim and its margin, or, where its construction
settles what it is, one of its own."""

from __future__ import annotations

from typing import Final

from khabar.claims.accords import concluded
from khabar.claims.accusations import accusation
from khabar.claims.adverbial import refuses
from khabar.claims.aftermath import suffers
from khabar.claims.armed_doers import VERBS, struck_by_arms
from khabar.claims.asking import ASKS, asked, complied, urged
from khabar.claims.beside import adopted, told_outright
from khabar.claims.campaigns import CAMPAIGNS, waged
from khabar.claims.candidates import Candidate
from khabar.claims.circumstances import Circumstances
from khabar.claims.claimed import CLAIMS
from khabar.claims.convened import convened
from khabar.claims.duties import UPON
from khabar.claims.finished import SETTLED, settled
from khabar.claims.frames import Attribution
from khabar.claims.giving import Giving
from khabar.claims.hindered import hinders
from khabar.claims.journeys import TRAVELS, travels
from khabar.claims.kinds import CENSURE, DEEDS, HARM
from khabar.claims.laid import accused_of
from khabar.claims.levelled import levelled
from khabar.claims.margins import (
    ACCORD,
    BESIDE,
    CHARGED,
    DENIED,
    DREADED,
    FEARED,
    FORETOLD,
    FREE,
    GRASPED,
    INSISTED,
    LEVELLED,
    LONELY,
    OPENED,
    OUGHT,
    OWED,
    PROMISED,
    RENEWED,
    RETURNED,
    SAID,
    SURE,
    VOICES,
    WARNED,
    margin,
)
from khabar.claims.musters import mustered
from khabar.claims.outright import outright
from khabar.claims.predicates import UNACCEPTABLE, demanding, predicate, refusing
from khabar.claims.refusals import DENYING, denies, groundless
from khabar.claims.retold import INCIDENT, returned
from khabar.claims.schemes import planned
from khabar.claims.sums import total
from khabar.claims.surely import Surely
from khabar.claims.verdicts import DESCRIBES, verdict
from khabar.claims.voiced import called, insisting, owed, uttered_by
from khabar.claims.votes import voted
from khabar.claims.vows import WE_WILL, fated, foretold, vowed
from khabar.claims.warnings import WARNS, feared, threatens, uttered
from khabar.claims.yielding import surrenders
from khabar.lexicon.words import THIRD
from khabar.mentions.phrase import Phrase
from khabar.mentions.reading import Reading

_WHAT: Final = frozenset("ما فيما مما بما لما التي الذي الذين".split())
"""Words that lead a verdict to what only is described in passing."""
_NOT: Final = frozenset("لم لا لن ما ان".split())
_COUNTED: Final = "assault.casualties"
"""Entry of the dead and wounded."""


class Thresholds:
    """Weighs how a candidate is told against its score."""

    def __init__(
        self,
        reading: Reading,
        attribution: Attribution,
        phrases: list[list[Phrase]],
        around: Circumstances,
        giving: Giving,
        surely: Surely,
        threshold: float,
    ) -> None:
        self.r = reading
        self._rows = phrases
        self._chain_at = attribution.chain_at
        self._around = around
        self._giving = giving
        self._surely = surely
        self._threshold = threshold
        """What every claim needs."""
        self._most, self._least = max(LONELY, threshold + OUGHT), min(CHARGED, threshold + RENEWED)
        """The most that a word needs which is no warning, and the least that any needs that needs something."""
        self._disowning = frozenset(around.ties.charges.disowned.values())

    def lacks(self, best: Candidate) -> bool:
        """Whether it scores below what it needs; most score so high or so low that what they need is never asked."""
        if best.score >= self._most and best.id not in WARNS and best.id != WE_WILL:
            return False
        if best.score < self._least and not (self._outright(best) or best.id in TRAVELS):
            return True
        return best.score < self.needed(best)

    def needed(self, best: Candidate) -> float:
        """The probability with which a candidate is a claim."""
        if self.doubted(best):
            return PROMISED
        if best.type == "THREATEN" and (held_out := self._held_out(best)) is not None:
            return held_out
        if denies(self.r, best, self._rows[best.sentence]):
            return CHARGED if best.id in DENYING else FREE
        if (clear := self._clear(best)) is not None:
            return clear
        if best.type == "ACCUSE" and predicate(self.r, best) and self._chain_at(best.first)[0]:
            return SAID
        if groundless(self.r, best) and self._chain_at(best.first)[0]:
            return FREE
        if self._denied_by_self(best):
            return DENIED
        if refusing(self.r, best) and self._chain_at(best.first)[0]:
            return SAID if best.id == UNACCEPTABLE else FREE
        counted = best.id == _COUNTED or self._around.ties.aftermath.standing(best) == "free"
        if counted and self._around.news.losses(best) == "new" and self._around.of_type(best) is None:
            return FREE if best.pos == "n" else PROMISED
        if best.type == "COERCE" and best.form == "perf" and self._grasps(best):
            return GRASPED
        quoted, definite = bool(self.r.quoted[best.first]), bool(self.r.words[best.first].det)
        more = margin(best, self._around.last(best), quoted=quoted, definite=definite)
        row = self._rows[best.sentence]
        if best.id in ASKS and uttered_by(self.r, best, row):
            return SAID
        if more > OWED and not self._adds(best) and (owed(self.r, best, row) or uttered_by(self.r, best, row)):
            more = OWED
        if told_outright(self.r, best, row):
            more += BESIDE
        return self._threshold + more

    def _held_out(self, best: Candidate) -> float | None:
        """The probability that a warning needs, and a threat whose construction settles that it is one."""
        if best.id in WARNS:
            if threatens(self.r, best, self._around.strong[best.sentence]):
                return WARNED
            danger = feared(self.r, best, self.r.sentences[best.sentence].last)
            return self._threshold + (DREADED if danger else FEARED)
        if vowed(self.r, best, self._chain_at(best.first)[0], self._rows[best.sentence]):
            return SURE
        if best.id == WE_WILL and foretold(self.r, best):
            return self._threshold + (DREADED if fated(self.r, best, self._rows[best.sentence]) else FORETOLD)
        return WARNED if uttered(self.r, best) else None

    def _grasps(self, best: Candidate) -> bool:
        """Whom they seized is the suffix of the verb (إن مسلحين اقتادوه من منزله)."""
        word = self.r.words[best.last]
        return word.enc in THIRD and best.first == best.last and self.r.forms[best.first - 1] not in _NOT

    def _adds(self, best: Candidate) -> bool:
        """It goes on with the demand told before it in the sentence (يجب وقف النار، ويجب إدخال المساعدات)."""
        last = self._around.last(best)
        return last is not None and last.type == best.type and self.r.words[best.first].pro[:1] == "و"

    def sure(self, best: Candidate) -> bool:
        """Its clause tells it as done, and it is not all too unlikely."""
        return best.score >= SURE and bool(
            self._surely.why(best, self._around.ties.aftermath.standing(best), self._around.last(best))
        )

    def blames(self, candidate: Candidate) -> bool:
        """Blame likely enough where somebody lays it at the door of a party."""
        return candidate.score >= LEVELLED and self._levelled(candidate)

    def doubted(self, candidate: Candidate) -> bool:
        """Losses of an attack that is told as a fact, themselves told as unconfirmed (استهدفت ...، وسط أنباء عن سقوط
        قتلى): a claim of its own."""
        attack = self._around.of_type(candidate)
        if attack is None or not suffers(candidate):
            return False
        start = self.r.sentences[candidate.sentence].first
        effect, near, _ = self._around.factual(candidate.first, start)
        return effect == "uncertain" and near == 0 and self._around.factual(attack.first, start)[0] != "uncertain"

    def _clear(self, best: Candidate) -> float | None:
        """The probability that a word needs whose construction all but settles it; None for any other."""
        if self._outright(best):
            return 0.0
        if (said := self._spoken(best)) is not None:
            return said
        if best.id in TRAVELS and travels(self.r, best, self._rows[best.sentence]):
            return 0.0
        if best.type in HARM and planned(self.r, best):
            return SURE
        if best.type == "AGREE" and self._accord(best):
            return ACCORD
        if total(self.r, best) or mustered(self.r, best):
            return SURE
        if returned(self.r, best):
            return RETURNED
        return LONELY if best.alone else None

    def _outright(self, best: Candidate) -> bool:
        """It needs nothing: an incident, an attack that somebody claims, a gift, a surrender or another deed told
        outright."""
        if best.id in {INCIDENT, CLAIMS} or self._given(best) or surrenders(self.r, best):
            return True
        row = self._rows[best.sentence]
        if best.id in SETTLED and settled(self.r, best, row):
            return True
        if best.id in CAMPAIGNS and waged(self.r, best, row):
            return True
        if best.id in VERBS and struck_by_arms(self.r, best, row):
            return True
        if adopted(self.r, best):
            return True
        return outright(self.r, best, row) or convened(self.r, best, row)

    def _spoken(self, best: Candidate) -> float | None:
        """The same for words of blame, denial and demand."""
        if self._levelled(best) or self.accuses(best):
            return LEVELLED
        if best.first in self._disowning and best.type == "REJECT":
            return CHARGED
        owes = best.id in UPON and owed(self.r, best, self._rows[best.sentence]) and not self._adds(best)
        if demanding(self.r, best) or owes or asked(self.r, best, self._rows[best.sentence]):
            return WARNED
        if best.type == "REQUEST" and urged(self.r, best, bool(self._chain_at(best.first)[0])):
            return OPENED
        if called(self.r, best) or complied(self.r, best):
            return SURE
        if self._deemed(best) or voted(self.r, best):
            return 0.0
        if self._resents(best) or refuses(self.r, best):
            return FREE
        if best.pos == "n" and best.type in DEEDS and accused_of(self.r, best.first) and not hinders(self.r, best.last):
            return CHARGED
        return INSISTED if insisting(self.r, best) else None

    def _deemed(self, best: Candidate) -> bool:
        """Somebody calls a party or what it did something bad."""
        if best.type != "ACCUSE" or best.id not in DESCRIBES or self.r.words[best.first].enc:
            return False
        return self.r.forms[best.first - 1] not in _WHAT and verdict(self.r, best.first) == "bad"

    def _denied_by_self(self, candidate: Candidate) -> bool:
        """Somebody says of himself that he did not do it (لم نستهدف أي منشأة مدنية)."""
        first = candidate.first
        if candidate.pos != "v" or candidate.number != "1" or candidate.type not in DEEDS or not first:
            return False
        return self.r.forms[first - 1].endswith("لم") and bool(self._chain_at(first)[0])

    def _resents(self, candidate: Candidate) -> bool:
        """Somebody voices his own anger or refusal (عبر عن امتعاضه من, أبدت رفضها)."""
        light = candidate.light
        if candidate.type not in CENSURE or candidate.pos != "n" or light is None:
            return False
        own = self.r.words[candidate.last].enc != ""
        return own and light.sense.id in VOICES and light.first < candidate.first

    def accuses(self, candidate: Candidate) -> bool:
        """A construction of blame tells who is blamed."""
        told = accusation(self.r, candidate, self._rows[candidate.sentence])
        return told is not None and told.sure

    def _levelled(self, candidate: Candidate) -> bool:
        """Somebody lays it at the door of a party."""
        if candidate.frame != "charge" or candidate.type != "ACCUSE" or not self._chain_at(candidate.first)[0]:
            return False
        last = self._around.last(candidate)
        if last is not None and last.type == "ACCUSE":
            return False
        return levelled(self.r, candidate, self._rows[candidate.sentence])

    def _accord(self, candidate: Candidate) -> bool:
        """An accord told as concluded, the first of the article."""
        if any(one.type == "AGREE" and one.sentence == candidate.sentence for one in self._around.chosen):
            return False
        return concluded(self.r, candidate, self._around.strong[candidate.sentence])

    def _given(self, best: Candidate) -> bool:
        """A deed of giving that the clause tells outright."""
        gift = self._giving.of(best) if best.type == "AID" else None
        if gift is None or gift.sure:
            return gift is not None
        if not gift.noun:
            return False
        surely = self._surely
        return surely.announced(gift.verb) or surely.ordered(gift.verb) or surely.undertaken(best)
