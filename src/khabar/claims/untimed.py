"""Events that are told at no one time: repeatedly, at present, or apart from those told before."""

from __future__ import annotations

from typing import Final, NamedTuple

from khabar.claims.candidates import Candidate
from khabar.claims.clauses import RELATIVE
from khabar.claims.time_words import EARLIER, LIKE, LOOSE, LOOSE_PAIRS, TURN_PAIRS, TURNS
from khabar.mentions.place_heads import SETTLED
from khabar.mentions.reading import Reading
from khabar.text.ordered import between

VERBAL: Final = frozenset(("speech", "charge"))
"""Frames of triggers that are words, not deeds."""
PAUSES: Final = frozenset("،؛:")
_IN_ANSWER: Final = frozenset(("ردا",))
_OPENS_ANSWER: Final = frozenset(("ردا", "انتقاما"))
_ANSWERS: Final = frozenset("ردا رد انتقاما مباشر مباشرا ايام اسابيع يوم ساعات اشهر فقط".split())
_TO: Final = frozenset(("على", "من", "ل"))
"""What an event answers or comes after stands behind two such words (ردا على, بعد أيام من)."""
_ONCE: Final = frozenset(("سبق", "وسبق", "يسبق"))
"""Verbs by which a deed was done before (سبق لها أن قصفت)."""
_LOOSE: Final = LOOSE.union([pair[0] for pair in LOOSE_PAIRS])
"""Words of unfixed time, and the first ones of two."""
_REACH: Final = 15
"""Tokens within which such a word speaks of an event."""


_IN: Final = frozenset(("في", "وفي"))
_GOES_ON: Final = frozenset(
    "تواصل تواصلت يتواصل تتواصل استمر استمرت يستمر تستمر استمرار يدور تدور مازالت ماتزال لاتزال".split()
)
"""Words before an event that goes on."""


_I: Final = "impf.1"
"""The first person of the present, spelt like the past of the third (أسفر): news tells of others."""


class Told(NamedTuple):
    """A time that fixes a date: its first and last token, the date, the rule that read it."""

    first: int
    last: int
    date: str
    rule: str


class Untimed:
    """What the words around the events of a reading say against their having a day of their own."""

    def __init__(self, reading: Reading) -> None:
        self.r = reading
        self._asked: Candidate | None = None
        self._another = False
        """The event that was asked for last, and whether it is told from others."""
        self._vague = {at for at in reading.tokens.among(_LOOSE) if self._is_loose(at)}

    def _is_loose(self, at: int) -> bool:
        """A word of unfixed time, or the first of two."""
        form = self.r.forms[at]
        return form in LOOSE or tuple(self.r.forms[at : at + 2]) in LOOSE_PAIRS

    def unfixed(self, candidate: Candidate) -> bool:
        """The clause says of its event that it happened at no one time."""
        for at in self._vague:
            if self.r.sentence_at[at] == candidate.sentence:
                first = candidate.first
                low, high = (at, first) if at < first else (first, at)
                if high - low <= _REACH and not any(self.r.forms[on] in PAUSES for on in range(low + 1, high)):
                    return True
        return False

    def loose(self, candidate: Candidate, time: Told) -> bool:
        """Words of unfixed time stand nearer to the event than the time (نفذوا مرارا هجمات آخرها الشهر الماضي)."""
        if not self._vague:
            return False
        gap = abs(time.first - candidate.first)
        return any(
            abs(at - candidate.first) < gap and (at > candidate.first) == (time.first > candidate.first)
            for at in self._vague
            if self.r.sentence_at[at] == candidate.sentence
        )

    def another(self, candidate: Candidate) -> bool:
        """The event is told from those before: هجمات مماثلة، ردا على القصف."""
        if candidate is not self._asked:
            self._asked, self._another = candidate, self._set_apart(candidate)
        return self._another

    def _set_apart(self, candidate: Candidate) -> bool:
        forms, words, tokens = self.r.forms, self.r.words, self.r.tokens
        for at in range(candidate.last + 1, min(candidate.last + 4, len(words))):
            if words[at].core.startswith(LIKE):
                return True
        if self._opens_answer(candidate) or between(tokens.among(_ONCE), max(candidate.first - 4, 0), candidate.first):
            return True
        low, first = max(candidate.first - 4, 0), candidate.first
        if between(tokens.among(_IN_ANSWER), max(low, first - 2), first):
            return True
        if not between(tokens.among(_ANSWERS), low, first - 1):
            return False
        return any(forms[at] in _ANSWERS and forms[at + 1] in _TO for at in range(low, first - 1))

    def in_answer(self, candidate: Candidate) -> bool:
        """The event is what another one right before answers (ردا على الهجوم), and does not go on."""
        at = candidate.first - 2 - (candidate.light is not None and candidate.light.last == candidate.first - 1)
        return at > 0 and self.r.forms[at] == "ردا" and self.r.forms[at + 1] in _TO

    def _opens_answer(self, candidate: Candidate) -> bool:
        """The sentence opens with what the event answers (وردا على الصواريخ، شنت المقاتلات غارات)."""
        at, forms = self.r.sentences[candidate.sentence].first, self.r.forms
        if forms[at].removeprefix("و") not in _OPENS_ANSWER or forms[at + 1] not in _TO:
            return False
        return any(forms[on] in PAUSES for on in range(at + 2, candidate.first))

    def before(self, candidate: Candidate) -> bool:
        """What the sentence tells came after it (بعدما انسحبت واشنطن, منذ سقوط المدينة)."""
        first, forms = candidate.first, self.r.forms
        return (first > 0 and forms[first - 1] in EARLIER) or (first > 1 and forms[first - 2] in EARLIER)

    def under_way(self, candidate: Candidate) -> bool:
        """The writer tells of a deed in the present: it is of no one day (تشن الجماعة هجمات على السفن, الهجوم الذي
        يشنه الجيش)."""
        if candidate.frame in VERBAL:
            return False
        if candidate.pos == "n":
            light = candidate.light
            if self._waged(candidate) or self._goes_on(candidate):
                return True
            if light is None or (light.tag == _I and light.last == candidate.first - 1):
                return False
            return light.tag.startswith("impf")
        return candidate.pos == "v" and candidate.form in {"impf", "ipass"}

    def _goes_on(self, candidate: Candidate) -> bool:
        """The verb before it says that it goes on (تواصل القصف، تدور اشتباكات)."""
        at = candidate.first - 1
        same = at >= 0 and self.r.sentence_at[at] == candidate.sentence
        return same and self.r.words[at].core in _GOES_ON

    def _waged(self, candidate: Candidate) -> bool:
        """A relative clause in the present tells who carries the deed on."""
        low, high = candidate.last + 1, min(candidate.last + 4, len(self.r.forms) - 1)
        if not between(self.r.tokens.among(RELATIVE), low, high):
            return False
        at = next((at for at in range(low, high) if self.r.forms[at] in RELATIVE), None)
        if at is None or not self.r.acts[at + 1]:
            return False
        tags = {sense.tag.partition(".")[0] for sense in self.r.words[at + 1].senses}
        return "impf" in tags and "perf" not in tags

    def elsewhere(self, sentence: int, before: int) -> bool:
        """The sentence opens with a place (وفي تعز، قتل) that the one before does not name."""
        if before >= sentence:
            return False
        at = self.r.sentences[sentence].first
        if self.r.forms[at] not in _IN or at + 2 >= len(self.r.forms):
            return False
        at += 1
        at += self.r.words[at].core in SETTLED and "place" in self.r.lex[at + 1]
        mark = self.r.lex[at].get("place")
        if mark is None or (mark.tag == "weak" and at - 1 == self.r.sentences[sentence].first):
            return False
        told = self.r.sentences[before]
        return self.r.words[at].core not in {word.core for word in self.r.words[told.first : told.last]}

    def turns(self, sentence: int) -> bool:
        """The sentence opens another matter (إلى ذلك، من جهة أخرى، وفي تعز، وكان قد)."""
        first = self.r.sentences[sentence].first
        if self.r.forms[first] in TURNS:
            return True
        head = self.r.forms[first : first + 2]
        return len(head) == 2 and (head[0], head[1].removeprefix("ال")) in TURN_PAIRS
