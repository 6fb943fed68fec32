"""What is known of a candidate where it stands: the features that decide whether it is a claim."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from khabar.claims import contexts
from khabar.claims.bearers import TELLERS
from khabar.claims.candidates import Candidate, bucket
from khabar.claims.frames import Attribution
from khabar.claims.losses import LossFinder
from khabar.claims.news import News
from khabar.claims.scorer import Feature
from khabar.claims.templates import Scoring, Templates, number
from khabar.claims.ties import Ties
from khabar.claims.weights import Folded, Values
from khabar.mentions.phrase import Phrase
from khabar.mentions.reading import Reading
from khabar.text.ordered import below, between

if TYPE_CHECKING:
    from mypy_extensions import i64

_STRONG: Final = TELLERS - {"official"}
_PAUSES: Final = frozenset("،؛:,")
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
    "form=seen|det|pro|enc|cue|first|again course=nth|prev|gap|clause|before scene=time|sent|role|again|start "
    "facts=fact|near|fact2|whole speaks=fresh|told|against|favour|balance b1&b2 hangs=tie|echo|sent|stands",
)
_PREVIOUS: Final = {"none": 0, "same": 1, "diff": 2}
"""What the last claim of the sentence is to a candidate, by its type, with a number for each."""


_known_fifths: Final[dict[float, int]] = {}


def _fifths(weight: float) -> int:
    """The weight of an entry in fifths; resources have few weights."""
    known = _known_fifths.get(weight)
    if known is None:
        known = _known_fifths[weight] = round(weight * 5)
    return known


_names: Final[dict[str, dict[str, list[str]]]] = {}


def _ahead(kind: str, prep: str) -> list[str]:
    """What a phrase ahead is called, by its distance: there are few kinds and prepositions."""
    row = _names.get(kind)
    if row is None:
        row = _names[kind] = {}
    found = row.get(prep)
    if found is None:
        found = row[prep] = [f"{kind}/{prep}/{distance}" for distance in range(6)]
    return found


# Keys of several fields: each has as many bits as its values need.


def _form_key(seen: i64, det: i64, enc: i64, cue: i64, opens: i64, again: i64, pro: i64) -> i64:
    return seen | det << 2 | enc << 3 | cue << 4 | opens << 5 | again << 6 | pro << 7


def _course_key(nth: i64, prev: i64, clause: i64, gap: i64, before: i64) -> i64:
    return nth | prev << 3 | clause << 5 | gap << 6 | before << 10


def _scene_key(timed: i64, again: i64, sent: i64, start: i64, role: i64) -> i64:
    return timed | again << 1 | sent << 2 | start << 5 | role << 9


def _facts_key(near: i64, whole: i64, fact: i64, second: i64) -> i64:
    return near | whole << 4 | fact << 6 | second << 22


def _speaks_key(fresh: i64, told: i64, against: i64, favour: i64, balance: i64) -> i64:
    return fresh | told << 3 | against << 4 | favour << 6 | balance << 9


def _hangs_key(echo: i64, sent: i64, tie: i64, stands: i64) -> i64:
    return echo | sent << 3 | tie << 6 | stands << 22


class Circumstances:
    """What a candidate's clause and the claims before it say of it; ``chosen``: those claims, in order."""

    def __init__(
        self,
        reading: Reading,
        attribution: Attribution,
        phrases: list[list[Phrase]],
        groups: list[list[Candidate]],
        ties: Ties,
        losses: LossFinder,
    ) -> None:
        self.r = reading
        self.ties = ties
        self.news = News(reading, losses)
        self.chosen: list[Candidate] = []
        self._seen: dict[str, int] = {}
        self._effects = {found.last: str(found.entry.effect) for found in reading.marks.of("factuality")[::-1]}
        self._effect_at = sorted(self._effects)
        self._contexts: dict[int, list[contexts.Hit]] = {}
        self._weighed: Candidate | None = None
        self._weight = (0, 0, 0, 0)
        """The families of the last candidate that was weighed: those of one word have them in common."""
        self._cues = [False] * len(reading.words)
        for frame in attribution.frames:
            for at in range(frame.first, frame.last + 1):
                self._cues[at] = True
        self.strong = [[phrase for phrase in row if phrase.kind in _STRONG] for row in phrases]
        self._pauses = reading.tokens.among(_PAUSES)
        self._timed = [False] * (len(reading.sentences) + 1)
        """For each sentence whether it tells a time; the last one stands for what is in no sentence."""
        for at in reading.time_tokens:
            self._timed[reading.sentence_at[at]] = True
        self._labels = [word.label for word in reading.words]
        for at in reading.number_tokens:
            self._labels[at] = "NUM"
        for at in reading.time_tokens:
            self._labels[at] = "TIME"
        self._last_of: dict[str, int] = {}
        for group in groups:
            for candidate in group:
                self._last_of[candidate.id] = candidate.sentence

    def note(self, candidate: Candidate) -> None:
        """Remember a claim for the candidates that follow."""
        self.chosen.append(candidate)
        self._seen[candidate.id] = self._seen.get(candidate.id, 0) + 1
        self.news.note(candidate)

    def features(self, candidate: Candidate) -> tuple[Feature, ...]:
        """Every feature of a candidate, given what was decided before it."""
        return TEMPLATES.features(self.own(candidate), self.context(candidate))

    def own(self, candidate: Candidate) -> Values:
        """What is known of its entry and form."""
        return (
            candidate.id,
            "speech" if candidate.frame == "charge" else candidate.frame,
            candidate.pos,
            candidate.form,
            _fifths(candidate.entry.weight),
            candidate.alone,
            candidate.last - candidate.first,
        )

    def tables(self, scoring: Scoring, candidate: Candidate) -> Folded:
        """The tables of a model for what is known of its entry and form."""
        shape = candidate.alone | candidate.shape << 1 | (candidate.last - candidate.first) << 20
        found = scoring.known(candidate.entry, candidate.id, shape)
        return found if found is not None else scoring.keep(candidate.entry, candidate.id, shape, self.own(candidate))

    def context(self, candidate: Candidate) -> Values:
        """What is known of its place, in the order of :data:`CONTEXT`, and the numbers that stand for several."""
        first, at = candidate.first, candidate.sentence
        word, sentence = self.r.words[first], self.r.sentences[at]
        again = self._last_of[candidate.id] > at
        claimed = self._seen.get(candidate.id, 0)
        seen, told, sent = min(claimed, 3), 1 if claimed else 0, min(at, 4)
        det, enc, timed, cue, opens = word.det, word.enc != "", self._timed[at], self._cues[first], at == 0
        nth, prev, gap, clause, before = self._previous(candidate)
        fact, near, second = self.factual(first, sentence.first)
        against, favour, balance, whole = self._families(candidate)
        fresh, role, start = self.news.fresh(candidate), self.r.role[first], bucket(first - sentence.first)
        tie, echo = self.ties.of(candidate, self.of_type(candidate)), self.news.echo(candidate)
        stands = self.ties.aftermath.standing(candidate)
        return (
            seen, det, word.pro, enc, nth, timed, cue, opens, again, sent, fresh, told, prev, gap, clause, before, role,
            self.r.core(candidate.last + 1), self._label(first - 1), self._label(first - 2), self._label(first - 3),
            self._next(candidate), fact, near, second, start, against, favour, balance, whole, tie,
            self.news.losses(candidate), echo, stands,
            # One number for each of the keys above.
            _form_key(seen, det, enc, cue, opens, again, number(word.pro)),
            _course_key(nth, _PREVIOUS[prev], clause, gap, number(before)),
            _scene_key(timed, again, sent, start, number(role)),
            _facts_key(near, whole, number(fact), number(second)),
            _speaks_key(fresh + 1, told, against, favour, balance + 3),
            _hangs_key(echo + 1, sent, number(tie), number(stands)),
        )  # fmt: skip

    def _families(self, candidate: Candidate) -> tuple[int, int, int, int]:
        """Families of context words against it and for it, their balance, and those of the sentence as a whole."""
        last = self._weighed
        if (
            last is not None
            and last.first == candidate.first
            and last.last == candidate.last
            and last.type == candidate.type
        ):
            return self._weight
        self._weighed, self._weight = candidate, self._counted(candidate)
        return self._weight

    def _counted(self, candidate: Candidate) -> tuple[int, int, int, int]:
        """The same, counted."""
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
        balance = favour - against
        return min(against, 3), min(favour, 4), -3 if balance < -3 else min(3, balance), min(whole, 2)

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
        clause = between(self._pauses, last.last + 1, candidate.first)
        return min(nth, 4), same, bucket(candidate.first - last.last - 1), clause, last.frame

    def last(self, candidate: Candidate) -> Candidate | None:
        """The last claim of its sentence."""
        return self.chosen[-1] if self.chosen and self.chosen[-1].sentence == candidate.sentence else None

    def of_type(self, candidate: Candidate) -> Candidate | None:
        """The last claim of its type in its sentence."""
        for one in reversed(self.chosen):
            if one.sentence != candidate.sentence:
                return None
            if one.type == candidate.type:
                return one
        return None

    def factual(self, first: int, start: int) -> tuple[str, int, str]:
        """The nearest word of denial, doubt or plan among the eight before, its distance, and the next nearest."""
        row = self._effect_at
        low, end = max(start, first - 8), below(row, first)
        if not end or row[end - 1] < low:
            return "", 0, ""
        nearest = row[end - 1]
        second = self._effects[row[end - 2]] if end > 1 and row[end - 2] >= low else ""
        return self._effects[nearest], bucket(first - nearest - 1), second

    def _label(self, at: int) -> str:
        return self._labels[at] if at >= 0 else ""

    def _next(self, candidate: Candidate) -> str:
        """The first phrase after it that can act: its kind, preposition and distance."""
        for phrase in self.strong[candidate.sentence]:
            if phrase.first > candidate.last:
                return _ahead(phrase.kind, phrase.prep)[min(bucket(phrase.first - candidate.last - 1), 5)]
        return ""
