"""The times of a text as they stand to its events: which date what is said and which what happened, which are counted
from other events, which fix no day."""

from __future__ import annotations

from typing import Final, NamedTuple

from khabar.claims.aftermath import Loss
from khabar.claims.candidates import Candidate
from khabar.claims.frame import Frame
from khabar.claims.frames import Attribution
from khabar.claims.parted import Parted
from khabar.claims.time_words import (
    BEGINNINGS,
    DOCUMENTS,
    LATER,
    LATER_OPENS,
    OCCASIONS,
    SUPERLATIVES,
    WAR,
    WAR_ON,
    WARS,
)
from khabar.claims.untimed import PAUSES, VERBAL, Told
from khabar.mentions.names import Names
from khabar.mentions.reading import Reading
from khabar.mentions.time_scene import SINCE
from khabar.mentions.times import TimeMention

_REACH: Final = 15
_AROUND: Final = 4
"""Sentences after a statement in which its day may be given to the event."""
_SINCE_DAY: Final = len("2023-10-07/..")
_SHORT: Final = ("ساع", "دقائق", "دقيق", "لحظات")
"""Beginnings of units that keep the day."""
_MERELY: Final = frozenset("فقط واحد واحدة تقريبا كامل كاملين".split())
"""Words behind a number of days that belong to it (بعد يومين فقط من الهجوم)."""
_AFTERWARDS: Final = frozenset(("لاحق", "لاحقا"))
_NEAR: Final = 10
"""Tokens after the words that open an attribution within which its time stands."""


class Counted(NamedTuple):
    """A time counted from another event: its tokens, and the days that it comes after that."""

    first: int
    last: int
    days: int | None


class Statement(NamedTuple):
    """Who said something when: the sentence and the first token of the time, the speaker's name, the day."""

    sentence: int
    first: int
    speaker: str
    day: str


_WAR_ON: Final = frozenset((WAR_ON,))


class Timing(Parted):
    """The times of a reading, sentence by sentence. ``events``: what may name one, by its first token; ``sufferers``:
    the losses that an attack led to, by its first token."""

    def __init__(
        self,
        reading: Reading,
        attribution: Attribution,
        names: Names,
        events: dict[int, Candidate],
        sufferers: dict[int, list[Loss]],
    ) -> None:
        super().__init__(reading, events, sufferers)
        self.attribution = attribution
        self.counted: dict[int, list[Counted]] = {}
        for time in reading.times:
            self._sort(time)
        self._begin()
        self.statements = self._said(names)

    def _sort(self, time: TimeMention) -> None:
        """Put a time where it belongs."""
        first = self.r.tokens.at(time.start)
        last = max(first, self.r.tokens.at(max(time.start, time.end - 1)))
        number = self.r.sentence_at[first] if first < len(self.r.forms) else -1
        if number < 0:
            return
        vague = time.rule == "ago.day" and time.grain != "day"
        if time.edtf and not vague and not (time.relation == "since" and self._compares(first)):
            self.told.setdefault(number, []).append(Told(first, last, time.edtf, time.rule))
        elif time.anchor == "event" and time.relation in ("after", "before", None):
            while last + 1 < len(self.r.forms) and self.r.forms[last + 1] in _MERELY:
                last += 1
            self.counted.setdefault(number, []).append(Counted(first, last, self._offset(time)))
        elif time.relation != "since" and time.anchor == "publication" and time.grain != "part":
            self._vague.add(first)

    def _begin(self) -> None:
        """Since a war or a campaign began (منذ بدء الحرب): since the day that the article gives elsewhere, if it gives
        one; the war on Gaza is of a known day."""
        spans = {one.date for row in self.told.values() for one in row if one.date.endswith("/..")}
        days = {one for one in spans if len(one) == _SINCE_DAY}
        if not days and self.r.reference is not None and self.r.tokens.among(_WAR_ON):
            days = {f"{WAR}/.."} if self.r.reference.isoformat() > WAR else days
        if len(days) != 1:
            return
        day = days.pop()
        for at in self.r.tokens.among(SINCE):
            if at + 2 >= len(self.r.forms) or self.r.words[at + 1].core not in BEGINNINGS:
                continue
            number = self.r.sentence_at[at]
            if number < 0 or self.r.words[at + 2].core not in WARS:
                continue
            if not any(at < one.first <= at + _NEAR for one in self.of(number)):
                self.told.setdefault(number, []).append(Told(at + 1, at + 2, day, "since.begun"))

    def later(self, sentence: int) -> list[Counted]:
        """Words by which a sentence goes on with the same day, at its head (وفي وقت لاحق، وفي المساء) or in it."""
        first = self.r.sentences[sentence].first
        if self.r.forms[first] not in LATER_OPENS:
            return self._afterwards(sentence)
        head = tuple(self.r.forms[first : first + 3])
        length = next((size for size in (3, 2, 1) if head[:size] in LATER), 0)
        if not length or first + length - 1 in self.r.time_tokens:
            return []
        return [Counted(first, first + length - 1, 0)]

    def _afterwards(self, sentence: int) -> list[Counted]:
        """At a later time (أفرجت عنهم في وقت لاحق) of no day that the sentence gives."""
        at = self.r.tokens.among(_AFTERWARDS)
        if not at or self.told.get(sentence):
            return []
        low, high = self.r.sentences[sentence].first, self.r.sentences[sentence].last
        return [Counted(one - 2 * (self.r.forms[one] == "لاحق"), one, 0) for one in at if low < one < high]

    def _offset(self, time: TimeMention) -> int | None:
        """Days between the two events; hours keep the day."""
        if time.offset_days is None and self.r.words[self.r.tokens.at(time.end - 1)].core.startswith(_SHORT):
            return 0
        return time.offset_days

    def _compares(self, first: int) -> bool:
        """أعنف هجوم منذ 2014: the time since when something has been the worst is not its own."""
        for at in range(first - 1, max(first - _REACH, -1), -1):
            if self.r.forms[at] in PAUSES or self.r.sentence_at[at] < 0:
                return False
            if self.r.words[at].core in SUPERLATIVES and not self._more_than(at):
                return True
        return False

    def _more_than(self, at: int) -> bool:
        """أكثر من 350 ألف قتيل منذ 2011: a bound of a number, no superlative."""
        return self.r.forms[at + 1] == "من" and at + 2 in self.r.number_tokens

    def _said(self, names: Names) -> list[Statement]:
        """The dated statements of the text."""
        found = []
        for frame in self.attribution.frames:
            for time in self.of(frame.sentence) if frame.chain else ():
                if self._says(frame, time.first):
                    speaker = names.resolve(frame.chain[-1]).text
                    found.append(Statement(frame.sentence, time.first, speaker, time.date))
        return sorted(found)

    def statement(self, candidate: Candidate, first: int) -> str:
        """Whether the time says when what the claim is part of was said, not when it happened: ``that`` (قال الأربعاء
        إن), ``noun`` (أعلن الأربعاء مقتل), ``outer`` (وفق ما قال أمس), ``document`` (في بيان صدر أمس), or ''."""
        for frame in self.attribution.of(candidate.sentence):
            if frame.first <= candidate.first <= frame.last or not frame.covers(candidate.first):
                continue
            if self._says(frame, first) and (frame.outer or first < candidate.first):
                return "outer" if frame.outer else "that" if frame.opened else "noun"
        if self._in_document(candidate, first):
            return "document"
        return "noun" if first < candidate.first and self._worded(first) else ""

    def _worded(self, first: int) -> bool:
        """The time stands behind a verb that is words (دانت المنظمة أمس قصف المدينة), no deed."""
        at = first - 1
        while at >= 0 and self.r.sentence_at[at] == self.r.sentence_at[first]:
            event = self.events.get(at)
            if event is not None:
                return event.pos == "v" and event.frame in VERBAL
            if self.r.acts[at]:
                return False
            at -= 1
        return False

    def _says(self, frame: Frame, first: int) -> bool:
        """The time at token ``first`` belongs to the words that open a report, not to what is reported."""
        if frame.outer:
            if self._past(frame, first) or self._closing(first):
                return False
            return frame.last < first <= frame.last + _NEAR and self._telling(frame.last + 1, first)
        if frame.first - 3 <= first < frame.first:
            return self._fronted(first)
        return frame.last < first and (first < frame.start if frame.opened else self.plain(frame.last + 1, first))

    def _closing(self, first: int) -> bool:
        """A day that a comma parts from the source put behind the news (قصفت المدفعية القرى، وفق مراسلنا، الأربعاء)."""
        time = next((one for one in self.of(self.r.sentence_at[first]) if one.first == first), None)
        return time is not None and self.closed(time) and self.r.forms[first - 1] == "،"

    def _past(self, frame: Frame, first: int) -> bool:
        """The clause goes on behind a source that was put into it (قتلوا، بحسب الشرطة، في كمين أمس)."""
        last = frame.chain[-1].last if frame.chain else frame.last
        pause = next((at for at in range(first - 1, last, -1) if self.r.forms[at] in PAUSES), -1)
        return pause >= 0 and any(at not in self.r.time_tokens for at in range(pause + 1, first))

    def _fronted(self, first: int) -> bool:
        """No verb stands before a time in its clause."""
        at = first - 1
        while at >= 0 and self.r.sentence_at[at] == self.r.sentence_at[first] and self.r.forms[at] not in PAUSES:
            if self.r.acts[at]:
                return False
            at -= 1
        return True

    def _in_document(self, candidate: Candidate, first: int) -> bool:
        """في بيان صدر صباح الأربعاء، في مؤتمر صحافي عقده أمس: the time of a statement that a preposition brings in."""
        last = first - 2 if first and self.r.forms[first - 1] in PAUSES else first - 1
        for at in range(last, max(first - 8, -1), -1):
            if self.r.forms[at] in PAUSES or self.r.sentence_at[at] < 0:
                return False
            word = self.r.words[at]
            if word.core in DOCUMENTS:
                return not candidate.first <= at <= candidate.last
            if at in self.events:
                return False
        return False

    def occasion(self, first: int) -> bool:
        """The time is that of an occasion on which people say things (في كلمة ألقاها أمس, خلال لقاء الأحد)."""
        return any(word.core in OCCASIONS for word in self.r.words[max(first - 8, 0) : first])

    def _telling(self, first: int, last: int) -> bool:
        """Between two tokens no event and no verb but those of saying (حسبما أفادت مصادر أمس, وفق ما ذكره المرصد)."""
        said = {frame.first for frame in self.attribution.of(self.r.sentence_at[first])}
        return not any(at in self.events or (self.r.acts[at] and at not in said) for at in range(first, last))

    def confirmed(self, sentence: int, time: Told) -> bool:
        """The same day stands near by outside the words that open reports."""
        for number in range(sentence, sentence + _AROUND + 1):
            for other in self.of(number):
                said = any(self._says(frame, other.first) for frame in self.attribution.of(number))
                if other.date == time.date and other.first != time.first and not said:
                    return True
        return False
