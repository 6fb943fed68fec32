"""Which candidates are claims: features of a trigger in its clause, decided from left to right."""

from __future__ import annotations

from bisect import bisect_left
from typing import Final

from khabar.claims import contexts
from khabar.claims.bearers import TELLERS
from khabar.claims.candidates import Candidate, bucket
from khabar.claims.frames import Attribution
from khabar.claims.losses import LossFinder
from khabar.claims.margins import CHARGED, DENIED, FREE, LONELY, OWED, PROMISED, SURE, margin
from khabar.claims.news import News
from khabar.claims.passing import Passing
from khabar.claims.scorer import Feature, Scorer, logistic
from khabar.claims.summaries import Summaries
from khabar.claims.surely import Surely
from khabar.claims.templates import Templates, Values, first, scoring
from khabar.claims.ties import Ties, suffers
from khabar.mentions.phrase import Phrase
from khabar.mentions.reading import QUOTES_OPEN, Reading

_STRONG: Final = TELLERS - {"official"}


_CARRIED: Final = frozenset("predicate result repelled means object also again apposed followed subject".split())
"""Ties to the claim before by which a word tells the same event."""
_OWN_WORDS: Final = frozenset(("object", "subject"))
"""Ties of a noun that says only what the verb before it does (استعادت القوات السيطرة)."""
OWN: Final = "id frame pos form weight alone words"
CONTEXT: Final = (
    "seen det pro enc nth time cue first again sent fresh told prev gap clause before role after1 "
    "b1 b2 b3 next fact near fact2 start against favour balance whole tie loss echo stands"
)
TEMPLATES: Final = Templates(
    OWN,
    CONTEXT,
    "alone alone|pos weight weight|pos words form id id|pos seen|det|pos nth "
    "time|pos cue b1|pos b2|pos "
    "b3|pos first|again sent det|pos|frame fresh|told prev|clause|before|frame prev|gap|pos role "
    "role|again after1|pos next|pos enc|pos "
    "pro|pos fact|near fact2 start|pos against|pos favour|pos balance|pos whole tie tie|pos tie|form "
    "loss|frame loss|id echo|sent stands",
    "seen&det&pro&enc&cue&first&again nth&prev&gap&clause&before time&sent&role&again&start "
    "fact&near&fact2&whole fresh&told&against&favour&balance b1&b2 tie&echo&sent&stands",
)


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
    ) -> None:
        self.r = reading
        self.scorer = scorer
        self.news = News(reading, losses)
        self._ready = scoring(TEMPLATES, "detection")
        self.chosen: list[Candidate] = []
        self._seen: dict[str, int] = {}
        self._effects = {found.last: str(found.entry.effect) for found in reading.marks.of("factuality")[::-1]}
        self._effect_at = sorted(self._effects)
        self._contexts: dict[int, list[contexts.Hit]] = {}
        self._unclaimed = attribution.unclaimed
        self._chain_at = attribution.chain_at
        self._cues = {at for frame in attribution.frames for at in range(frame.first, frame.last + 1)}
        self.ties = Ties(reading, groups)
        self.summaries = Summaries(reading, groups)
        self.passing = Passing(reading)
        self.surely = Surely(reading)
        self._promised: dict[int, float] = {}
        self._events: dict[int, list[Candidate]] = {}
        self._strong = [[phrase for phrase in row if phrase.kind in _STRONG] for row in phrases]
        self._timed = {reading.sentence_at[at] for at in reading.time_tokens}
        self._last_of: dict[str, int] = {}
        for group in groups:
            for candidate in group:
                self._last_of[candidate.id] = candidate.sentence

    def decide(self, group: list[Candidate]) -> Candidate | None:
        """The best reading of a place if it scores over the threshold and no other word carries the same claim."""
        if self._impossible(group[0]):
            return None
        best = self._best(self._events.get(group[0].first, group))
        if best.score < self._threshold(group, best) and not (best.score >= SURE and self._sure(best)):
            return None
        if self._rejected(best):
            return None
        self.note(best)
        return best

    def ruled_out(self, group: list[Candidate]) -> bool:
        """No score makes a claim of the place: what training leaves out."""
        if self._impossible(group[0]):
            return True
        best = self._best(self._events.get(group[0].first, group))
        return self._rejected(best)

    def _rejected(self, best: Candidate) -> bool:
        return self._carried(best) or self._retold(best) or self._unsaid(best)

    def _impossible(self, candidate: Candidate) -> bool:
        return candidate.first in self._unclaimed or self._supposed(candidate) or self._denies(candidate.first)

    def _unsaid(self, best: Candidate) -> bool:
        """What would be blame in somebody's words (استغل المسلحون الهدنة) is none where nobody says it."""
        return best.type == "ACCUSE" and best.frame == "charge" and not self._chain_at(best.first)[0]

    def _supposed(self, candidate: Candidate) -> bool:
        """A verb right behind إذا or لو tells no event, nor does the noun that it carries (إذا اندلع قتال)."""
        if candidate.type == "THREATEN":
            return False
        forms, light = self.r.forms, candidate.light
        if candidate.pos == "v":
            first = candidate.first
        elif light is not None and light.first < candidate.first and self.r.acts[light.first]:
            first = light.first
        else:
            return False
        return forms[first - 2 if forms[first - 1] in _AFTER_IF else first - 1] in _IF

    def _denies(self, first: int) -> bool:
        """The word is a denial, and the claim is the event denied."""
        events = self.ties.charges.denied.get(first)
        if events is None or self._best(events).score < DENIED:
            return False
        self._promised[events[0].first] = DENIED
        self._events[events[0].first] = events
        return True

    def _retold(self, best: Candidate) -> bool:
        """The body tells what it sums up, or it names its event in passing."""
        return self.summaries.covers(best) or bool(self.passing.why(best, self.chosen, self.news.losses(best)))

    def _sure(self, best: Candidate) -> bool:
        return bool(self.surely.why(best, self.ties.standing(best), self._last(best)))

    def _threshold(self, group: list[Candidate], best: Candidate) -> float:
        if group[0].first in self._promised:
            return self._promised[group[0].first]
        if self._doubted(best):
            return PROMISED
        if best.alone:
            return LONELY
        counted = best.id == _COUNTED or self.ties.standing(best) == "free"
        if counted and self.news.losses(best) == "new" and self._of_type(best) is None:
            return FREE if best.pos == "n" else PROMISED
        if best.frame == "charge" and best.pos == "v" and best.type == "ACCUSE" and self._told_of(best):
            return self.scorer.threshold + OWED
        quoted, definite = bool(self.r.quoted[best.first]), bool(self.r.words[best.first].det)
        return self.scorer.threshold + margin(best, self._last(best), quoted=quoted, definite=definite)

    def _told_of(self, candidate: Candidate) -> bool:
        """Somebody says it of somebody else, named right between (قال إن طهران تعرقل الحل)."""
        first, forms = candidate.first, self.r.forms
        if not self._chain_at(first)[0]:
            return False
        for phrase in self._strong[candidate.sentence]:
            if phrase.last == first - 1:
                at = phrase.first - 1
                while at > 0 and forms[at] in QUOTES_OPEN:
                    at -= 1
                return self.r.words[at].core == "ان" or (at < phrase.first - 1 and not phrase.prep)
        return False

    def _best(self, group: list[Candidate]) -> Candidate:
        best = group[0]
        for candidate in group:
            candidate.score = logistic(first(self._ready.of(self._own(candidate)).total(self._context(candidate))))
            if candidate.score > best.score:
                best = candidate
        return best

    def _carried(self, candidate: Candidate) -> bool:
        """Another word carries the claim: the attack behind what somebody suffered, the deed that he is accused of, the
        protest that voices a demand, or the one that this word says more of."""
        behind = self.ties.behind(candidate)
        if behind is not None and self._best(behind).score >= PROMISED:
            self._promised[behind[0].first] = PROMISED
            return True
        deed = self.ties.charges.laid.get(candidate.first) if candidate.type == "ACCUSE" else None
        if deed is not None and self._best(deed).score >= CHARGED:
            self._promised[deed[0].first] = CHARGED
            return True
        last = self._last(candidate)
        if self.news.remark(candidate) or self.ties.voices(candidate, last):
            return True
        if candidate.type == "ASSAULT":
            if self._doubted(candidate):
                return False
            return self.ties.of(candidate, self._of_type(candidate)) in _CARRIED
        if self._twinned(candidate) or self.ties.resumes(candidate, self._of_type(candidate)):
            return True
        return candidate.type == "COERCE" and self.ties.of(candidate, self._of_type(candidate)) in _OWN_WORDS

    def _twinned(self, candidate: Candidate) -> bool:
        """The word next to it names the same deed: claimed already, or more likely to be the claim."""
        former = self.ties.twin(self.chosen[-1]) if self.chosen else None
        if former is not None and former[0].first == candidate.first:
            return True
        twin = self.ties.twin(candidate)
        if twin is None or twin[0].entry.type != candidate.type or self.ties.visits(candidate):
            return False
        return self._best(twin).score > candidate.score

    def _doubted(self, candidate: Candidate) -> bool:
        """Losses of an attack that is told as a fact, themselves told as unconfirmed (استهدفت ...، وسط أنباء عن سقوط
        قتلى): a claim of its own."""
        attack = self._of_type(candidate)
        if attack is None or not suffers(candidate):
            return False
        start = self.r.sentences[candidate.sentence].first
        effect, near, _ = self._factual(candidate.first, start)
        return effect == "uncertain" and near == 0 and self._factual(attack.first, start)[0] != "uncertain"

    def note(self, candidate: Candidate) -> None:
        """Remember a claim for the candidates that follow."""
        entry = candidate.entry
        self.chosen.append(candidate)
        self._seen[entry.id] = self._seen.get(entry.id, 0) + 1
        self.news.note(candidate)

    def features(self, candidate: Candidate) -> tuple[Feature, ...]:
        """Every feature of a candidate, given what was decided before it."""
        return TEMPLATES.features(self._own(candidate), self._context(candidate))

    def _own(self, candidate: Candidate) -> Values:
        entry = candidate.entry
        return (
            entry.id,
            "speech" if candidate.frame == "charge" else candidate.frame,
            candidate.pos,
            candidate.form,
            round(entry.weight * 5),
            candidate.alone,
            candidate.last - candidate.first,
        )

    def _context(self, candidate: Candidate) -> Values:
        entry, first, number = candidate.entry, candidate.first, candidate.sentence
        word, sentence = self.r.words[first], self.r.sentences[number]
        again = self._last_of[entry.id] > number
        seen = self._seen.get(entry.id, 0)
        nth, prev, gap, clause, before = self._previous(candidate)
        fact, near, second = self._factual(first, sentence.first)
        against, favour, balance, whole = self._families(candidate)
        return (
            seen if seen < 3 else 3,
            word.det,
            word.pro,
            bool(word.enc),
            nth,
            number in self._timed,
            first in self._cues,
            number == 0,
            again,
            number if number < 4 else 4,
            self.news.fresh(candidate),
            1 if seen else 0,
            prev,
            gap,
            clause,
            before,
            self.r.role[first],
            self._word(candidate.last + 1),
            self._label(first - 1),
            self._label(first - 2),
            self._label(first - 3),
            self._next(candidate),
            fact,
            near,
            second,
            bucket(first - sentence.first),
            against,
            favour,
            balance,
            whole,
            self.ties.of(candidate, self._of_type(candidate)),
            self.news.losses(candidate),
            self.news.echo(candidate),
            self.ties.standing(candidate),
        )

    def _families(self, candidate: Candidate) -> tuple[int, int, int, int]:
        """Families of context words against it and for it, their balance, and those of the sentence as a whole."""
        sentence = self.r.sentences[candidate.sentence]
        row = self._contexts.get(candidate.sentence)
        if row is None:
            row = self._contexts[candidate.sentence] = contexts.find(self.r, sentence.first, sentence.last)
        if not row:
            return 0, 0, 0, 0
        hits = contexts.near(
            self.r, row, candidate.first, candidate.last, sentence.first, sentence.last, candidate.type
        )
        favour = whole = 0
        for one in hits:
            if one.supports:
                favour += 1
            elif one.where == "sentence":
                whole += 1
        against = len(hits) - favour - whole
        return min(against, 3), min(favour, 4), max(-3, min(3, favour - against)), min(whole, 2)

    def _previous(self, candidate: Candidate) -> tuple[int, str, int, bool, str]:
        """How many claims the sentence has already, and how the last of them stands to this one."""
        nth = 0
        for one in reversed(self.chosen):
            if one.sentence != candidate.sentence:
                break
            nth += 1
        if not nth:
            return 0, "none", 0, False, ""
        last = self.chosen[-1]
        same = "same" if last.type == candidate.type else "diff"
        clause = any(form in _PAUSES for form in self.r.forms[last.last + 1 : candidate.first])
        return min(nth, 4), same, bucket(candidate.first - last.last - 1), clause, last.frame

    def _last(self, candidate: Candidate) -> Candidate | None:
        """The last claim of its sentence."""
        return self.chosen[-1] if self.chosen and self.chosen[-1].sentence == candidate.sentence else None

    def _of_type(self, candidate: Candidate) -> Candidate | None:
        """The last claim of its type in its sentence."""
        for one in reversed(self.chosen):
            if one.sentence != candidate.sentence:
                return None
            if one.type == candidate.type:
                return one
        return None

    def _factual(self, first: int, start: int) -> tuple[str, int, str]:
        """The nearest word of denial, doubt or plan among the eight before, its distance, and the next nearest."""
        row = self._effect_at
        low, end = max(start, first - 8), bisect_left(row, first)
        if not end or row[end - 1] < low:
            return "", 0, ""
        nearest = row[end - 1]
        second = self._effects[row[end - 2]] if end > 1 and row[end - 2] >= low else ""
        return self._effects[nearest], bucket(first - nearest - 1), second

    def _word(self, at: int) -> str:
        return self.r.words[at].core if at < len(self.r.words) else ""

    def _label(self, at: int) -> str:
        if at < 0:
            return ""
        if at in self.r.time_tokens:
            return "TIME"
        if at in self.r.number_tokens:
            return "NUM"
        return self.r.words[at].label

    def _next(self, candidate: Candidate) -> str:
        """The first phrase after it that can act: its kind, preposition and distance."""
        for phrase in self._strong[candidate.sentence]:
            if phrase.first > candidate.last:
                return f"{phrase.kind}/{phrase.prep}/{min(bucket(phrase.first - candidate.last - 1), 5)}"
        return ""


_COUNTED: Final = "assault.casualties"
"""Entry of the dead and wounded."""
_IF: Final = frozenset(("اذا", "لو", "واذا", "فاذا", "ولو", "فلو"))
_AFTER_IF: Final = frozenset(("ما", "لم", "تم"))
"""Words between these and a verb."""
_PAUSES: Final = frozenset("،؛:,")
