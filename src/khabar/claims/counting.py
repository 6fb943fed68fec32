"""Days counted from other events: two days later, on the same day, three days after the attack."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Final

from khabar.claims.candidates import Candidate
from khabar.claims.timing import Counted, Timing
from khabar.claims.untimed import PAUSES, Told
from khabar.mentions.reading import Reading

_COUNTED_FROM: Final = frozenset(("من", "على", "عن"))
"""Prepositions between a number of days and the event they are counted from (بعد يومين من الهجوم)."""
_EVES: Final[tuple[str, ...]] = ("غداة", "عشية")
"""Nouns for the day beside the event right behind them."""
_AHEAD: Final = 4
_BEHIND: Final = 9
"""Tokens between such a time and the event it dates: behind it, before it."""


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
            if time.last < candidate.first <= time.last + _AHEAD and self.times.plain(time.last + 1, candidate.first):
                base = self._told(candidate, time, earlier)
                if self._governs(candidate, time):
                    base = base or self._main(candidate)
                    if base is not None:
                        return _moved(base, -time.days), "date.counted"
                elif base is not None:
                    return _moved(base, time.days), "date.counted"
            elif self._closes(candidate, time):
                base = self._told(candidate, time, earlier)
                if base is not None:
                    return _moved(base, time.days), "date.counted"
        return None

    def _governs(self, candidate: Candidate, time: Counted) -> bool:
        """The event is the one that the days are counted from."""
        if candidate.pos == "v":
            return False
        led = self.r.forms[time.last + 1] in _COUNTED_FROM or "ل" in self.r.words[candidate.first].pro
        return led or self.r.forms[time.first].endswith(_EVES) or self.r.forms[time.last].endswith(_EVES)

    def _closes(self, candidate: Candidate, time: Counted) -> bool:
        """The time ends the clause of the event: nothing is told behind it that it is counted from."""
        if not candidate.last < time.first <= candidate.last + _BEHIND:
            return False
        after = time.last + 1
        if after < len(self.r.forms) and self.r.sentence_at[after] == candidate.sentence:
            word = self.r.words[after]
            if word.form in _COUNTED_FROM or "ل" in word.pro or after in self.times.events:
                return False
        if self.r.forms[time.first].endswith(_EVES) or self.r.forms[time.last].endswith(_EVES):
            return False
        return self.times.plain(candidate.last + 1, time.first)

    def _told(self, candidate: Candidate, time: Counted, earlier: list[tuple[Candidate, str]]) -> str | None:
        """The day of the last event told before the time, in its sentence or the one before."""
        for claim, edtf in reversed(earlier):
            if claim.sentence < candidate.sentence - 1:
                return None
            if claim.first < time.first and grain(edtf) == "day":
                return edtf
        return None

    def _main(self, candidate: Candidate) -> str | None:
        """The day that the sentence itself tells, but for one right behind the event."""
        told = (one for one in self.times.of(candidate.sentence) if grain(one.date) == "day")
        return next((one.date for one in told if not self._in_clause(candidate, one)), None)

    def _in_clause(self, candidate: Candidate, time: Told) -> bool:
        """The time stands behind the event with no pause between them: it is its own."""
        between = self.r.forms[candidate.last + 1 : time.first]
        return time.first > candidate.last and PAUSES.isdisjoint(between)
