"""Help that is brought: the arrival of what carries it (وصلت طائرة محملة بالأدوية), people brought to safety (أنقذت
البحرية 40 مهاجرا), patients healed (عالجت المستشفيات 300 جريح)."""

from __future__ import annotations

from typing import Final

from khabar.claims.clauses import STOPS, THAT, bare
from khabar.claims.gifts import Gift, closes, outright, present
from khabar.claims.giving_words import (
    CARRIES,
    HELD,
    KEPT,
    LOADS,
    NEEDY,
    PATIENTS,
    STATIONS,
    WELCOMES,
)
from khabar.claims.goods import HOSPITALS, described_as, goods_mode, machine_of_war
from khabar.claims.kinds import BODIES, HUMANS
from khabar.mentions.phrase import Phrase
from khabar.mentions.reading import Reading

_REACH: Final = 16
_SHORT: Final = 9
_LONG: Final = 14
_CARS: Final = "سيارات"
"""What carries the wounded rather than help, where it arrives."""
_HEALERS: Final = BODIES | {"state", "thing"}


class Bringing:
    """Finds it beside a verb."""

    def __init__(self, reading: Reading, phrases: list[list[Phrase]]) -> None:
        self.r = reading
        self.phrases = phrases

    def arrival(self, verb: int, start: int, end: int) -> Gift | None:
        """Its subject is what carries help, before or right behind it."""
        if self.r.words[verb].core.endswith("وا"):
            return None
        if self.r.words[verb].core in WELCOMES and self.r.core(verb + 1) in HOSPITALS:
            return self.cure(verb, end)
        if self.r.words[verb].core in WELCOMES and self.r.core(verb + 1) not in STATIONS:
            return None
        for load in range(verb + 1, min(verb + _SHORT, end)):
            if closes(self.r, load):
                break
            last = self._loaded(load, end) if self._carrier(load) else None
            if last is not None:
                return Gift(verb, load, last[0], last[1], "arrives", self._arrived(verb, last[0]))
        found: Gift | None = None
        for load in range(verb - 1, max(start, verb - _REACH) - 1, -1):
            if closes(self.r, load) or self.r.forms[load] in THAT:
                break
            last = self._loaded(load, verb) if self._carrier(load) else None
            if last is not None:
                found = Gift(verb, load, max(verb, last[0]), last[1], "arrives", self._arrived(verb, last[0]))
        return found

    def _arrived(self, verb: int, last: int) -> bool:
        if self.r.words[verb].core in WELCOMES:
            return outright(self.r, verb)
        return outright(self.r, verb) or present(self.r, verb, max(verb, last))

    def _carrier(self, at: int) -> bool:
        """What may bring help stands there as a subject."""
        return self.r.words[at].core in LOADS and self.r.prep(at) in {"", "من"}

    def _loaded(self, load: int, end: int) -> tuple[int, str] | None:
        """Where it is told that it carries help, and of what mode."""
        own = None if self.r.words[load].core == _CARS else goods_mode(self.r, load)
        known = own if own is not None and own != "military" else None
        carried = False
        for at in range(load + 1, min(load + _REACH, end)):
            if self.r.forms[at] in STOPS:
                break
            carried = carried or self.r.core(at) in CARRIES
            beside = at == load + 1 or (at == load + 2 and self.r.forms[load + 1] == "من")
            mode = goods_mode(self.r, at) if carried or beside else None
            if mode is not None and not (machine_of_war(self.r, at) and not carried):
                return at, mode or known or ""
        return None if known is None else (described_as(self.r, load), known)

    def rescue(self, verb: int) -> Gift | None:
        """Its object is people, by their number or kind."""
        row = self.phrases[self.r.sentence_at[verb]]
        if any(self.r.core(at) in HELD for at in range(verb + 1, verb + 4)):
            return None
        near = [one for one in row if verb < one.first <= verb + _LONG and bare(one)]
        for phrase in near[:4]:
            core = self.r.words[phrase.head].core
            if phrase.kind not in HUMANS or phrase.role == "military" or core in KEPT:
                continue
            counted = phrase.first - 1 in self.r.number_tokens or self.r.words[phrase.first - 1].func == "quant"
            counted = counted or phrase.first in self.r.number_tokens
            if (counted or phrase.number == "p") and phrase.first > verb + 1:
                return Gift(verb, phrase.first, verb, "humanitarian", "saves", outright(self.r, verb) and counted)
        return None

    def cure(self, verb: int, end: int) -> Gift | None:
        """Its object is patients, by their number or many, behind whoever heals them (عالجت المستشفيات 300 جريح)."""
        if self.r.words[verb].enc:
            return None
        for at in range(verb + 2, min(verb + _REACH, end)):
            if closes(self.r, at) or self.r.prep(at):
                continue
            core = self.r.words[at].core
            if core in PATIENTS and (core in NEEDY or at - 1 in self.r.number_tokens):
                return Gift(verb, verb, at, "humanitarian", "heals", outright(self.r, verb) and self._body(verb))
        return None

    def _body(self, verb: int) -> bool:
        """No single person stands right behind the verb, nor those whom it is done to."""
        row = self.phrases[self.r.sentence_at[verb]]
        near = next((one for one in row if one.first == verb + 1), None)
        return near is not None and near.kind in _HEALERS
