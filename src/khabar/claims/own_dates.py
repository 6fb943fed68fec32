"""What the times of a claim's own sentence are to it: which of them may be its date, and whether it is told for a
day to come (تنظم النقابات الأحد المقبل مظاهرة)."""

from __future__ import annotations

from typing import Final

from khabar.claims.accords import sealed
from khabar.claims.candidates import Candidate, bucket
from khabar.claims.counting import grain
from khabar.claims.kinds import VERBAL_TYPES
from khabar.claims.settings import OWN, SettingOption
from khabar.claims.templates import Templates
from khabar.claims.timing import Timing
from khabar.claims.untimed import PAUSES, VERBAL, Told
from khabar.claims.weights import Values
from khabar.mentions.reading import Reading
from khabar.mentions.time_scene import SINCE

DATE_HERE: Final = Templates(
    OWN,
    "side gap told before others comma verbs grain",
    "side|gap told|type before others|side|gap comma|side verbs|side pos|side|gap frame|side grain form|side",
)
_ANNOUNCED: Final = frozenset(("SANCTION", "AGREE"))
"""Types that are done by being announced."""
_TODAY: Final = "day.today"
"""The day of publication: what has gone on since it began is of that day (منذ فجر اليوم)."""
_BEHIND: Final = frozenset("بعد وبعد عقب اثر منذ غداة رغم".split())
"""Words before a noun that tell of it as past."""
_DECIDES: Final = frozenset("قرر قررت قرروا اعلن اعلنت اعلنوا اقر اقرت اتفق اتفقت اتفقوا".split())
"""Verbs whose object may still be ahead (قررت فرض عقوبات اعتبارا من الشهر المقبل)."""
_OPENERS: Final = frozenset(("ان", "انه", "الذي", "التي", "الذين", "بعد", "منذ", "قبل"))


def verb_form(candidate: Candidate) -> str:
    """The form of the verb that tells of it, or that carries its noun."""
    return candidate.light.tag if candidate.light is not None else candidate.tag


class OwnDates:
    """Reads the times of a claim's sentence."""

    def __init__(self, reading: Reading, times: Timing) -> None:
        self.r = reading
        self.times = times
        self._today = reading.reference.isoformat() if reading.reference is not None else ""

    def option(self, candidate: Candidate, own: Values, time: Told) -> SettingOption[str] | None:
        """The option of a time in the claim's sentence; None where it belongs to another clause, or to the words and
        not to the deed (أعلن الجيش أمس أنه قصف)."""
        first, last, edtf, rule = time
        side = "a" if first > candidate.last else "b"
        low, high = (candidate.last + 1, first) if side == "a" else (last + 1, candidate.first)
        if self.times.apart(candidate, time) or self.times.loose(candidate, time):
            return None
        if first > candidate.last and not SINCE.isdisjoint(self.r.forms[max(candidate.first - 3, 0) : candidate.first]):
            edtf = edtf.removesuffix("/..")
        if rule == _TODAY:
            edtf = edtf.removesuffix("/..")
        told = self.times.statement(candidate, first)
        if (
            told
            and candidate.frame not in VERBAL
            and not (told == "noun" and candidate.type in _ANNOUNCED)
            and not self.times.confirmed(candidate.sentence, time)
        ):
            return None
        between = self.r.forms[low:high]
        values = (
            side,
            bucket(high - low),
            told,
            self.r.forms[first - 1] if first else "",
            min(len(self.times.of(candidate.sentence)), 3),
            any(form in PAUSES for form in between),
            min(sum(form in _OPENERS for form in between), 2),
            grain(edtf),
        )
        return SettingOption(edtf, rule, DATE_HERE, own, values)

    def timed(self, candidate: Candidate) -> bool:
        """The sentence tells a time but that of another event or a mere year (اتفاق 2015)."""
        return any(
            grain(time.date) != "year" and not self.times.apart(candidate, time)
            for time in self.times.of(candidate.sentence)
        )

    def ahead(self, candidate: Candidate, edtf: str | None) -> bool:
        """A deed or a meeting told for a day after publication (تنظم النقابات الأحد المقبل مظاهرة) is yet to be."""
        if edtf is None or candidate.type in VERBAL_TYPES or not self.coming(edtf) or sealed(self.r, candidate):
            return False
        if candidate.pos == "v" or candidate.light is not None:
            decided = self.decided(candidate) and any(one.date == edtf for one in self.times.of(candidate.sentence))
            return decided or verb_form(candidate).startswith("impf")
        if self.r.forms[candidate.first - 1] in _BEHIND:
            return False
        return any(time.date == edtf for time in self.times.of(candidate.sentence)) and not self._done(candidate)

    def coming(self, edtf: str) -> bool:
        """The date begins after the day of publication."""
        first = edtf[: len("2024-01-20")]
        if "/" in first:
            first = first.partition("/")[0]
        return self._today != "" and first > self._today[: len(first)]

    def decided(self, candidate: Candidate) -> bool:
        """The noun of what somebody decides on or announces."""
        if candidate.pos == "v":
            return False
        first = self.r.sentences[candidate.sentence].first
        return any(self.r.words[at].core in _DECIDES for at in range(first, min(candidate.first, first + 2)))

    def _done(self, candidate: Candidate) -> bool:
        """The verb before a noun tells of it as past (وبدأ جولة, تعرض لإطلاق نار)."""
        first = self.r.sentences[candidate.sentence].first
        at = next((at for at in range(candidate.first - 1, first - 1, -1) if self.r.acts[at]), -1)
        return (
            at >= 0
            and self.r.words[at].core not in _DECIDES
            and any(sense.tag.startswith(("perf", "pass")) for sense in self.r.words[at].senses if sense.verbal)
        )
