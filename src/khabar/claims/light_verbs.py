"""Which light verb carries a noun: the one before it whose object it is, or the one of a relative clause behind it that
takes it up again."""

from __future__ import annotations

from typing import Final

from khabar.claims.clauses import OF_CAUSE, RELATIVE
from khabar.claims.word_classes import LIGHT_ENDS, LIGHT_REACH
from khabar.lexicon.found import Mark
from khabar.mentions.punctuation import PUNCTUATION
from khabar.mentions.reading import Reading

_CAUSES: Final = (OF_CAUSE - {"في"}) | {"منذ", "قبل"}
_TOLD: Final = frozenset(("light.announce",))
"""Light verbs that tell of a deed: another one that takes its noun up says who did it (أعلن الجيش غارات شنها)."""
_THREATENS: Final = "light.threaten-with"
"""Light verbs whose object stands behind ب."""
_END: Final = 1
_CAUSE: Final = 2
_EVENT: Final = 4
_LIGHT: Final = 8
_TIME: Final = 16


class LightVerbs:
    """The light verbs of a text, by where they stand."""

    def __init__(self, reading: Reading) -> None:
        self.r = reading
        self._lights = _lights(reading)
        self._verbs = {last: found for last, found in self._lights.items() if found.sense.verbal}
        events = [found.first for found in reading.marks.of("trigger") if found.sense.frame != "charge"]
        self._stands = _stands(reading, self._lights, events)

    def of(self, noun: Mark) -> Mark | None:
        """The light verb that carries a noun, if any."""
        light = self._before(noun.first)
        if light is None or light.sense.id in _TOLD:
            return self._after(noun.last) or light
        return light

    def _before(self, at: int) -> Mark | None:
        """The light verb that an event noun is the object of: neither a cause (أعلن مقتل جنديين في هجوم) nor another
        event stands between; the verb of a relative clause may, for its suffix is its object (شن الحلف الذي تقوده فرنسا
        غارة)."""
        pro = self.r.words[at].pro
        if pro and "ب" in pro and any(self._stands[one] & _EVENT for one in range(max(0, at - LIGHT_REACH), at)):
            return None
        joined = pro != "" and "و" in pro
        stands, acts = self._stands, self.r.acts
        for before in range(at - 1, max(-1, at - 2 - LIGHT_REACH), -1):
            bits = stands[before]
            if bits == 0 and not acts[before]:
                continue
            if bits & _END:
                return None
            if bits & (_CAUSE | _TIME) == _CAUSE and not stands[before + 1] & _TIME:
                return None
            if bits & (_EVENT | _LIGHT | _TIME) == _EVENT and at - before > 1 and not joined:
                return None
            if self.r.words[before].enc and self.r.forms[before - 1] in RELATIVE and at - before > 1:
                continue
            if bits & _LIGHT:
                led = self._lights[before].sense.id != _THREATENS or "ب" in self.r.words[at].pro
                return self._lights[before] if led else None
            if acts[before] and at - before > 1 and not bits & _TIME:
                return None
        return None

    def _after(self, last: int) -> Mark | None:
        """The light verb of a relative clause that takes the noun up again (هجمات وجهتها القوات، الهجوم الذي شنه
        التنظيم)."""
        for at in range(last + 1, min(last + 5, len(self.r.forms))):
            form = self.r.forms[at]
            if len(form) == 1 and form in PUNCTUATION:
                return None
            if self.r.words[at].enc and at in self._verbs:
                return self._verbs[at]
        return None


def _lights(reading: Reading) -> dict[int, Mark]:
    """By their last tokens; the month of مارس is no verb."""
    return {found.last: found for found in reading.marks.of("light") if found.last not in reading.time_tokens}


def _stands(reading: Reading, lights: dict[int, Mark], events: list[int]) -> list[int]:
    """What stands at each token, as bits: an end of the reach of light verbs, a cause, an event, a light verb, a
    time."""
    bits = [0] * (len(reading.forms) + 1)
    for at in reading.tokens.among(LIGHT_ENDS):
        bits[at] = bits[at] | _END
    for at in reading.tokens.among(_CAUSES):
        bits[at] = bits[at] | _CAUSE
    for at in events:
        bits[at] = bits[at] | _EVENT
    for at in lights:
        bits[at] = bits[at] | _LIGHT
    for at in reading.time_tokens:
        bits[at] = bits[at] | _TIME
    return bits
