"""What was announced on a day happened that day: deeds that their doers announce, and news whose noun is the object of
the verb that tells it."""

from __future__ import annotations

from typing import Final

from khabar.claims.candidates import Candidate
from khabar.claims.counting import grain
from khabar.claims.timing import Timing
from khabar.claims.untimed import Told
from khabar.mentions.reading import Reading

_TELLING: Final = frozenset(
    (
        "cue.announce",
        "cue.affirm",
        "cue.report-afada",
        "cue.mention",
        "cue.reveal",
        "cue.relay-awrada",
        "cue.document",
        "cue.monitor-rasada",
        "cue.register-sajjala",
        "cue.count-ahsa",
    )
)
"""Entries of the verbs by which news is told."""
_CLOSE: Final = 3
_SPEAKER: Final = 9
"""Tokens from the time, or from a verb behind a fronted time, to the noun of the news."""


def named(speaker: str, actors: frozenset[str]) -> bool:
    """The speaker is one of the actors, in about the same words."""
    mine = set(speaker.split())
    return any(2 * len(mine & set(name.split())) >= min(len(mine), len(name.split())) for name in actors)


def alike(some: frozenset[str], others: frozenset[str]) -> bool:
    """Somebody of the ones is among the others, by all words of the shorter name (قرار مجلس الأمن, مجلس الأمن)."""
    theirs = [_words(name) for name in others]
    for name in some:
        mine = _words(name)
        if any(mine <= other or other <= mine for other in theirs):
            return True
    return False


_KEPT: Final = 2048
_known: Final[dict[str, frozenset[str]]] = {}
"""Words of the names that are compared again and again."""


def _words(name: str) -> frozenset[str]:
    """Without the article."""
    found = _known.get(name)
    if found is None:
        if len(_known) >= _KEPT:
            _known.clear()
        found = _known[name] = frozenset([word.removeprefix("ال") for word in name.split()])
    return found


class Announced:
    """Days of what announcements tell."""

    def __init__(self, reading: Reading, times: Timing) -> None:
        self.r = reading
        self.times = times

    def day(self, candidate: Candidate, actors: frozenset[str]) -> tuple[str, str] | None:
        """The day on which those who did it announced it (أعلن الجيش الأحد اعتراض صاروخين), or on which it was told as
        news (أعلنت الشرطة الأحد مقتل حارس), if the sentence gives no other."""
        times = self.times.of(candidate.sentence)
        if candidate.pos != "n" or len(times) != 1 or self.times.apart(candidate, times[0]):
            return None
        time = times[0]
        if grain(time.date) != "day" or self.times.statement(candidate, time.first) != "noun":
            return None
        said = next((one for one in self.times.statements if one.first == time.first), None)
        if said is not None and (named(said.speaker, actors) or self._news(candidate, time)):
            return time.date, "date.announced"
        return None

    def _news(self, candidate: Candidate, time: Told) -> bool:
        """The event, without the article, is the object of the verb that tells it (أعلنت الوزارة الأحد مقتل حارس)."""
        frames = self.times.attribution.of(candidate.sentence)
        frame = next((one for one in frames if one.rule in _TELLING and one.covers(candidate.first)), None)
        if frame is None or not frame.verbal or frame.opened:
            return False
        fronted = time.first < frame.first
        low = (frame.last if fronted else time.last) + 1
        first = self._head(candidate)
        near = first - low <= (_SPEAKER if fronted else _CLOSE)
        return near and not self.r.words[first].det and self.times.plain(low, first)

    def _head(self, candidate: Candidate) -> int:
        """The first token of the event with the noun that carries it (عن فرض حظر)."""
        first, light = candidate.first, candidate.light
        carried = light is not None and light.last == first - 1 and self.r.forms[light.first - 1] == "عن"
        return light.first if light is not None and carried else first
