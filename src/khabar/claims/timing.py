"""The times of a text as they stand to its events: which date what is said and which what happened, which are counted
from other events, which fix no day."""

from __future__ import annotations

from typing import Final, NamedTuple

from khabar.claims.candidates import Candidate
from khabar.claims.clauses import RELATIVE
from khabar.claims.frame import Frame
from khabar.claims.frames import Attribution
from khabar.claims.time_words import (
    ANOTHERS,
    BEGINNINGS,
    DATED_NAMES,
    DOCUMENTS,
    EARLIER,
    LATER,
    LATER_OPENS,
    MEANWHILE,
    NAMED,
    OCCASIONS,
    SUPERLATIVES,
    WAR,
    WAR_ON,
    WARS,
    WITHIN,
)
from khabar.claims.untimed import PAUSES, VERBAL, Told, Untimed
from khabar.mentions.names import Names
from khabar.mentions.reading import Reading
from khabar.mentions.time_scene import SINCE
from khabar.mentions.times import TimeMention
from khabar.text.ordered import between

_REACH: Final = 15
_AROUND: Final = 4
"""Sentences after a statement in which its day may be given to the event."""
_STOPS: Final = PAUSES | {"."}
_DAYS: Final[tuple[str, ...]] = ("weekday", "day.")
"""Marks that close a part of a sentence; rules of times that are days."""
_SINCE_DAY: Final = len("2023-10-07/..")
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


_NO_TIMES: Final[list[Told]] = []
_WAR_ON: Final = frozenset((WAR_ON,))
_AS_WELL: Final = frozenset(("كما",))
_ONCE: Final = frozenset(("بعدما",))


class Timing(Untimed):
    """The times of a reading, sentence by sentence. ``events``: what may name one, by its first token."""

    def __init__(self, reading: Reading, attribution: Attribution, names: Names, events: dict[int, Candidate]) -> None:
        super().__init__(reading)
        self._near: Candidate | None = None
        self._apart: dict[Told, bool] = {}
        """The event that was asked for last, and what times stand apart from it."""
        self.attribution = attribution
        self.events = events
        self.told: dict[int, list[Told]] = {}
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
        """Words at the head of a sentence by which it goes on with the same day (وفي وقت لاحق، وفي المساء)."""
        first = self.r.sentences[sentence].first
        if self.r.forms[first] not in LATER_OPENS:
            return []
        head = tuple(self.r.forms[first : first + 3])
        length = next((size for size in (3, 2, 1) if head[:size] in LATER), 0)
        if not length or first + length - 1 in self.r.time_tokens:
            return []
        return [Counted(first, first + length - 1, 0)]

    def of(self, sentence: int) -> list[Told]:
        """The times of a sentence that fix a date."""
        row = self.told.get(sentence)
        return _NO_TIMES if row is None else row

    def _offset(self, time: TimeMention) -> int | None:
        """Days between the two events; hours keep the day."""
        if time.offset_days is None and self.r.words[self.r.tokens.at(time.end - 1)].core.startswith("ساع"):
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
            return frame.last < first <= frame.last + _NEAR and self._telling(frame.last + 1, first)
        if frame.first - 3 <= first < frame.first:
            return self._fronted(first)
        return frame.last < first and (first < frame.start if frame.opened else self.plain(frame.last + 1, first))

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

    def plain(self, first: int, last: int) -> bool:
        """No verb and no event between two tokens."""
        return not any(self.r.acts[at] or at in self.events for at in range(first, last))

    def confirmed(self, sentence: int, time: Told) -> bool:
        """The same day stands near by outside the words that open reports."""
        for number in range(sentence, sentence + _AROUND + 1):
            for other in self.of(number):
                said = any(self._says(frame, other.first) for frame in self.attribution.of(number))
                if other.date == time.date and other.first != time.first and not said:
                    return True
        return False

    def apart(self, candidate: Candidate, time: Told) -> bool:
        """The words between time and event put them into clauses of different times."""
        if candidate is not self._near:
            self._near = candidate
            self._apart.clear()
        known = self._apart.get(time)
        if known is None:
            known = self._apart[time] = self._parted(candidate, time)
        return known

    def _parted(self, candidate: Candidate, time: Told) -> bool:
        after = time.first > candidate.last
        low, high = (candidate.last + 1, time.first) if after else (time.last + 1, candidate.first)
        tokens = self.r.tokens
        verbal = candidate.frame in VERBAL
        as_well = between(tokens.among(_AS_WELL), low, high) and (after or len(self.of(candidate.sentence)) > 1)
        if as_well or self._named_by(candidate, time):
            return True
        relative = between(tokens.among(RELATIVE), low, high)
        if after and self._set_off(candidate, time):
            return False
        if not after:
            if verbal and self._in_relative(time.first):
                return True
            parted = relative and not verbal and not self._object(candidate, low)
            return parted or between(tokens.among(EARLIER), max(low, high - 2), high) or self._caused(time, low, high)
        others = sum(at in self.events for at in range(low, high))
        if others and not time.date.endswith("..") and self._during(low, high):
            return False
        if relative and (verbal or others > 1):
            return True
        return others > 0 and self._of_another(candidate, time, low, high)

    def _set_off(self, candidate: Candidate, time: Told) -> bool:
        """A day between two pauses is that of the first deed of its sentence (غادر مقاتلون بلدة كانوا يسيطرون عليها،
        الأحد، بموجب اتفاق)."""
        if candidate.frame in VERBAL:
            return False
        end = time.last + 1
        closed = end >= len(self.r.forms) or self.r.forms[end] in _STOPS
        if not closed or self.r.forms[time.first - 1] != "،" or not time.rule.startswith(_DAYS):
            return False
        first = self.r.sentences[candidate.sentence].first
        return not any(at in self.events for at in range(first, candidate.first))

    def _in_relative(self, first: int) -> bool:
        """A relative clause tells of somebody or something else at that time (الذي استهدف أمس المدينة، متوعدا)."""
        at = first - 1
        while at >= 0 and self.r.sentence_at[at] == self.r.sentence_at[first] and self.r.forms[at] not in PAUSES:
            if self.r.forms[at] in RELATIVE:
                return True
            at -= 1
        return False

    def _object(self, candidate: Candidate, low: int) -> bool:
        """The act is the object of the verb right behind the time, whose subject a relative clause tells more of (وفي
        مارس أطلق التحالف الذي تقوده الرياض عملية)."""
        while low < candidate.first and not self.r.forms[low].isalpha():
            low += 1
        carried = candidate.light is not None and candidate.light.first == low
        if candidate.pos != "n" or not (carried or self.r.acts[low]):
            return False
        return sum(self.r.acts[at] for at in range(low, candidate.first)) <= 2

    def _caused(self, time: Told, low: int, high: int) -> bool:
        """What a month or a year brought about (تدخل في مارس بعدما سيطر المسلحون على المدينة) was before it."""
        return between(self.r.tokens.among(_ONCE), low, high) and time.date.count("-") < 2

    def _during(self, low: int, high: int) -> bool:
        """The time is that of another event during which this one happened (التقاه خلال زيارة لباريس أمس)."""
        forms = self.r.forms
        at = next((at for at in range(high - 2, low - 1, -1) if forms[at] in MEANWHILE), None)
        if at is None or at + 1 not in self.events:
            return False
        for one in range(low, at):
            event = self.events.get(one)
            if forms[one] in PAUSES or (event is not None and event.pos == "v"):
                return False
        return EARLIER.isdisjoint(forms[at:high])

    def _named_by(self, candidate: Candidate, time: Told) -> bool:
        """The time is the name of another event (حرب 2014, ثورة 25 يناير) within which this one did not happen, or
        that of an outlet or a street (موقع 26 سبتمبر)."""
        at = time.first - 1
        word = self.r.words[at]
        if not time.rule.startswith(("date", "year")) or word.form.endswith("ا") or time.date.endswith(".."):
            return False
        if word.core in DATED_NAMES:
            return True
        if word.core not in NAMED or candidate.first <= at <= candidate.last:
            return False
        if candidate.mode == "convict":
            return True  # أدين بالضلوع في هجمات 2015
        return self.r.forms[at - 1] not in WITHIN and "ب" not in word.pro

    def _of_another(self, candidate: Candidate, time: Told, low: int, high: int) -> bool:
        """A time behind a later event of the clause is that event's: after words, unless it dates what they were said
        in; after a deed that another one answers or precedes (قبل زيارة مقررة غدا, منذ إعلان وفاته الأسبوع الماضي) or
        that other verbs part from it."""
        if candidate.frame in VERBAL:
            return not any(self.r.words[at].core in OCCASIONS for at in range(low, high))
        tokens = self.r.tokens
        since = between(tokens.among(SINCE), low, high) and not time.date.endswith("..")
        if since or between(tokens.among(ANOTHERS), low, high):
            return True
        acts = [at for at in range(low, high) if self.r.acts[at]]
        if not acts:
            return False
        if candidate.pos == "n":
            return sum(at in self.events for at in range(low, high)) > 1
        return self.r.forms[acts[-1] - 2] not in WITHIN
