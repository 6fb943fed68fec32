"""Days counted from other events: two days later, on the same day, three days after the attack."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Final

from khabar.claims.candidates import Candidate
from khabar.claims.clauses import OF_CAUSE
from khabar.claims.timing import Counted, Timing
from khabar.claims.untimed import PAUSES, Told
from khabar.mentions.reading import Reading

_COUNTED_FROM: Final = frozenset(("من", "على", "عن"))
"""Prepositions between a number of days and the event they are counted from (بعد يومين من الهجوم)."""
_EVES: Final[tuple[str, ...]] = ("غداة", "عشية")
"""Nouns for the day beside the event right behind them."""
_AHEAD: Final = 4
_BEHIND: Final = 9
_LOSS: Final = 14
"""Tokens between such a time and the event it dates: behind it, before it, behind a verb of loss."""
_LATELY: Final = 2
"""Sentences before it within which the event was told that a time is counted from."""
_SAME_DAY: Final = 3
"""Sentences back in which the day stands that is meant by the same day."""
_CAUSES: Final = OF_CAUSE | {"في"}


def grain(edtf: str) -> str:
    """How fine a date is: ``day``, ``month``, ``year``, a ``range`` or one that is ``open``."""
    if "/" in edtf:
        return "open" if edtf.endswith("..") else "range"
    return "year" if len(edtf) == 4 else "month" if len(edtf) == 7 else "day"


def _moved(edtf: str, days: int) -> str:
    """The day so many days after another."""
    return (date.fromisoformat(edtf) + timedelta(days=days)).isoformat()


class Counting:
    """Dates of events that are told by their distance from others."""

    def __init__(self, reading: Reading, times: Timing) -> None:
        self.r = reading
        self.times = times

    def counted(self, candidate: Candidate, earlier: list[tuple[Candidate, str]]) -> tuple[str, str] | None:
        """The day of an event that another one is told after (بعد يومين من الهجوم), or that comes so many days after
        the one told last (وبعد يومين قصفت، قصفت في اليوم التالي), and the rule. ``earlier``: dated claims."""
        for time in (*self.times.counted.get(candidate.sentence, ()), *self.times.later(candidate.sentence)):
            if time.days is None:
                continue
            day = self._by(candidate, time, time.days, earlier)
            if day is not None:
                return day, "date.counted"
        return None

    def _by(self, candidate: Candidate, time: Counted, days: int, earlier: list[tuple[Candidate, str]]) -> str | None:
        """The day of the event by a time that counts so many days from another one."""
        if time.last >= candidate.first:
            base = self._before(candidate, time, earlier)
            return None if base is None else _moved(base, days)
        near = candidate.first <= time.last + _AHEAD and self.times.plain(time.last + 1, candidate.first)
        if near and self._governs(candidate, time):
            if self._taken_up(candidate, time):
                return self._same(candidate, candidate, earlier)
            base = self._told(candidate, time, earlier) or self._main(candidate)
            return None if base is None else _moved(base, -days)
        if near or (not self._leads(time) and self._led_to(candidate, time.last + 1)):
            base = self._told(candidate, time, earlier)
        else:
            base = self._counted_from(candidate, time, earlier)
        return None if base is None else _moved(base, days)

    def _governs(self, candidate: Candidate, time: Counted) -> bool:
        """The event is the one that the days are counted from."""
        if candidate.pos == "v":
            return False
        return self._leads(time) or "ل" in self.r.words[candidate.first].pro

    def _leads(self, time: Counted) -> bool:
        """What stands behind the time is what it is counted from."""
        after = time.last + 1
        led = after < len(self.r.forms) and self.r.forms[after] in _COUNTED_FROM
        return led or self.r.forms[time.last].endswith(_EVES)

    def _taken_up(self, candidate: Candidate, time: Counted) -> bool:
        """The noun of what was told before, at the head of a sentence that goes on with something else (وبعد يومين من
        الهجوم قصفت)."""
        if not self.r.words[candidate.first].det or time.first - self.r.sentences[candidate.sentence].first > 1:
            return False
        after = candidate.last + 1
        while after < len(self.r.words) and self.r.words[after].det and not self.r.words[after].pro:
            after += 1
        return after < len(self.r.words) and (self.r.forms[after] in PAUSES or self.r.words[after].verbal)

    def _same(self, event: Candidate, candidate: Candidate, earlier: list[tuple[Candidate, str]]) -> str | None:
        """The day of the last event of a kind told in the sentences right before."""
        for claim, edtf in reversed(earlier):
            if claim.sentence < candidate.sentence - _LATELY:
                return None
            if claim.sentence < candidate.sentence and claim.type == event.type and grain(edtf) == "day":
                return edtf
        return None

    def _led_to(self, candidate: Candidate, low: int) -> bool:
        """A verb of loss right behind a time leads to the noun of the attack (وبعد يومين قتل جنديان في هجوم)."""
        first = candidate.first
        if candidate.pos != "n" or first > low + _LOSS:
            return False
        if self.r.forms[first - 1] not in _CAUSES and "ب" not in self.r.words[first].pro:
            return False
        for at in range(low, first):
            event = self.times.events.get(at)
            if self.r.forms[at] in PAUSES and at > low:
                return False
            if event.frame != "undergo" if event is not None else self.r.acts[at]:
                return False
        return True

    def _counted_from(self, candidate: Candidate, time: Counted, earlier: list[tuple[Candidate, str]]) -> str | None:
        """The day of the noun behind the time, for the first verb behind that (وبعد يومين من الهجوم قصفت)."""
        if candidate.first > time.last + _LOSS or not self._leads(time):
            return None
        low = time.last + 1
        noun = next((at for at in range(low, min(low + 2, candidate.first)) if at in self.times.events), None)
        if noun is None or not (self._led_to(candidate, noun + 1) or self._next(candidate, noun, low)):
            return None
        known = next((edtf for claim, edtf in earlier if claim.first == noun), None)
        if known is not None:
            return known if grain(known) == "day" else None
        event = self.times.events[noun]
        return self._same(event, candidate, earlier) if self.r.words[noun].det else None

    def _next(self, candidate: Candidate, noun: int, low: int) -> bool:
        """The verb of the event is the first one behind the noun."""
        head = candidate.light.first if candidate.light is not None else candidate.first
        if head <= noun or (candidate.pos == "n" and candidate.light is None):
            return False
        return all(at == noun or not (self.r.acts[at] or at in self.times.events) for at in range(low, head))

    def _before(self, candidate: Candidate, time: Counted, earlier: list[tuple[Candidate, str]]) -> str | None:
        """The day that a time behind the event is counted from: that of what was told last, or of what it names."""
        if self._closes(candidate, time):
            return self._told(candidate, time, earlier)
        at = time.last + 1
        at += at < len(self.r.forms) and self.r.forms[at] in _COUNTED_FROM
        event = self.times.events.get(at)
        if event is None or not self.r.words[at].det or not 0 < time.first - candidate.last <= _BEHIND:
            return None
        named = self._leads(time) and self.times.plain(candidate.last + 1, time.first)
        return self._same(event, candidate, earlier) if named else None

    def _closes(self, candidate: Candidate, time: Counted) -> bool:
        """The time ends the clause of the event: nothing is told behind it that it is counted from."""
        if not candidate.last < time.first <= candidate.last + _BEHIND:
            return False
        after = time.last + 1
        inside = after < len(self.r.forms) and self.r.sentence_at[after] == candidate.sentence
        if inside and ("ل" in self.r.words[after].pro or after in self.times.events):
            return False
        return not self._leads(time) and self.times.plain(candidate.last + 1, time.first)

    def _told(self, candidate: Candidate, time: Counted, earlier: list[tuple[Candidate, str]]) -> str | None:
        """The day of the last event told before the time, in its sentence or the one before."""
        back = _SAME_DAY if time.days == 0 else 1
        for claim, edtf in reversed(earlier):
            if claim.sentence < candidate.sentence - back:
                return None
            if claim.first < time.first and grain(edtf) == "day":
                return edtf
        return self._beside(candidate, time) if time.days == 0 else None

    def _beside(self, candidate: Candidate, time: Counted) -> str | None:
        """The day told last in the sentence before a time of the same day (في بيان صدر الاثنين ... صباح اليوم نفسه)."""
        before = [one for one in self.times.of(candidate.sentence) if one.last < time.first]
        return before[-1].date if before and grain(before[-1].date) == "day" else None

    def _main(self, candidate: Candidate) -> str | None:
        """The day that the sentence itself tells, but for one right behind the event."""
        told = (one for one in self.times.of(candidate.sentence) if grain(one.date) == "day")
        return next((one.date for one in told if not self._in_clause(candidate, one)), None)

    def _in_clause(self, candidate: Candidate, time: Told) -> bool:
        """The time stands behind the event with no pause between them: it is its own."""
        between = self.r.forms[candidate.last + 1 : time.first]
        return time.first > candidate.last and PAUSES.isdisjoint(between)
