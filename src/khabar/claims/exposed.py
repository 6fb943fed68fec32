"""Who is exposed to a deed told as a noun: the subject of "was exposed to" (تعرض الموكب لإطلاق نار), whoever the suffix
of "his being targeted" stands for (استهدافهم بكمين)."""

from __future__ import annotations

from typing import Final

from khabar.claims.agreement import meant
from khabar.claims.candidates import Candidate
from khabar.claims.clauses import STOPS, Clauses
from khabar.claims.grammar import NO_DOERS, has
from khabar.claims.kinds import INFLICTED
from khabar.lexicon.words import THIRD
from khabar.mentions.phrase import ByPhrase, Phrase
from khabar.mentions.reading import Reading

_EXPOSED: Final = frozenset("تعرض تعرضت تعرضوا يتعرض تتعرض يتعرضون".split())
_ESCAPES: Final = frozenset("نجا نجت نجوا ينجو تنجو افلت افلتت سلم سلمت".split())
_TO: Final = frozenset(("ل", "الى"))
_BY: Final = frozenset(("ب", "ل"))
_OBJECTS: Final = frozenset("استهداف تعريض تعرض اصابة ضرب قصف قتل اغتيال".split())
"""Verbal nouns whose suffix is whoever is exposed to the deed behind them."""
_SUFFERS: Final = frozenset(("LundergoA1", "LundergoB1", "LundergoR"))
"""Slots of who meets with what a light verb carries."""
_RAIN: Final = frozenset("قصف قصفا غارات".split())
_WITNESSES: Final = frozenset(("LhappenA1", "LhappenB1", "LhappenR"))
_FALLS: Final = "coerce.seize.fall"
_GRIPS: Final = frozenset("يد ايدي ايادي قبضة".split())
"""In whose hands a town falls."""
_HELD: Final = "coerce.hold.under-control"
_REACH: Final = 24
"""Tokens between "was exposed" and the deed."""
_BACK: Final = 16
"""Tokens before a suffix within which whoever it stands for was named."""


class Exposed:
    """Reads off who is exposed to a deed."""

    def __init__(self, reading: Reading, clauses: Clauses) -> None:
        self.r = reading
        self.clauses = clauses

    def settle(self, candidate: Candidate, row: list[Phrase], slots: ByPhrase, found: ByPhrase) -> None:
        """Add to ``found`` (phrase to role) who is exposed to it."""
        if candidate.id == _HELD:
            self._held(candidate, row, slots, found)
        if candidate.id.startswith(_FALLS):
            self._fallen(candidate, row, found)
        if candidate.pos != "n":
            return
        escaped = self._escaped(candidate) if candidate.mode == "assassination" else None
        if escaped is not None:
            found[escaped] = "target"
        if has(found, "target"):
            return
        if candidate.type == "ACCUSE" or candidate.type == "THREATEN":
            self._blamed(candidate, row, slots, found)
            return
        if candidate.type not in INFLICTED or candidate.frame == "undergo":
            return
        if self._rained_on(candidate):
            for phrase in row:
                if slots.get(phrase, "") in _WITNESSES and phrase.kind == "place":
                    found[phrase] = "target"
            return
        victim = self._owned(candidate, row) or self._exposed(candidate, row) or self._escaped(candidate)
        if victim is None or victim.kind == "adjective":
            return
        for phrase in row:
            tied = phrase.coord is not None and found.get(phrase.coord) == "target"
            if phrase is victim or (tied and phrase.last < candidate.first):
                found[phrase] = "target"

    def _fallen(self, candidate: Candidate, row: list[Phrase], found: ByPhrase) -> None:
        """In whose hands it fell."""
        for phrase in row:
            hands = phrase.first > candidate.last and self.r.words[phrase.first - 1].core in _GRIPS
            if hands and phrase.kind not in NO_DOERS:
                found[phrase] = "actor"

    def _rained_on(self, candidate: Candidate) -> bool:
        """A town "witnesses" a bombardment (شهدت المدينة قصفا)."""
        light = candidate.light
        witnessed = light is not None and light.sense.id == "light.witness"
        return witnessed and self.r.words[candidate.first].core in _RAIN

    def _blamed(self, candidate: Candidate, row: list[Phrase], slots: ByPhrase, found: ByPhrase) -> None:
        """Who meets with blame or threats (تعرض الوزير لانتقادات, تواجه الحكومة اتهامات): the light verb's subject."""
        at = self._verb(candidate)
        subject = self.clauses.subject(at) if at is not None and self.clauses.acting[at] else None
        for phrase in row:
            slot = slots.get(phrase, "")
            if (
                phrase is subject
                or (slot in _SUFFERS and phrase.kind not in NO_DOERS)
                or (phrase.coord is not None and found.get(phrase.coord) == "target" and phrase.last < candidate.first)
            ):
                found[phrase] = "target"

    def _held(self, candidate: Candidate, row: list[Phrase], slots: ByPhrase, found: ByPhrase) -> None:
        """Who holds what (باتت المدينة تحت سيطرة الفصائل): the genitive holds, the subject is held."""
        verb = self.clauses.governing(candidate.first)
        subject = self.clauses.subject(verb) if verb is not None else None
        for phrase in row:
            if slots.get(phrase, "").startswith("G"):
                found[phrase] = "actor"
            elif phrase is subject and phrase.last < candidate.first:
                found[phrase] = "target"

    def _exposed(self, candidate: Candidate, row: list[Phrase]) -> Phrase | None:
        """The subject of "was exposed", or its genitive where it is a noun."""
        at = self._verb(candidate)
        if at is None:
            return None
        if self.clauses.acting[at]:
            return self.clauses.subject(at)
        return next((one for one in row if at < one.first <= at + 2 and not one.prep), None)

    def _escaped(self, candidate: Candidate) -> Phrase | None:
        """Who got away from it (نجا الوزير من تفجير)."""
        if self.r.prep(candidate.first) != "من":
            return None
        verb = self.clauses.governing(candidate.first)
        if verb is None or self.r.words[verb].core not in _ESCAPES:
            return None
        return self.clauses.subject(verb)

    def _verb(self, candidate: Candidate) -> int | None:
        first = candidate.first
        if _TO.isdisjoint(self.r.words[first].pro) and self.r.prep(first) not in _TO:
            return None
        for at in range(first - 1, max(first - _REACH, self.r.sentences[candidate.sentence].first) - 1, -1):
            word = self.r.words[at]
            if word.core in _EXPOSED and not word.enc:
                return at
            if self.r.forms[at] in STOPS:
                return None
        return None

    def _owned(self, candidate: Candidate, row: list[Phrase]) -> Phrase | None:
        """Whoever the suffix of the verbal noun right before it stands for."""
        before = candidate.first - 1
        word = self.r.words[before]
        if word.enc not in THIRD or word.core not in _OBJECTS or self.r.prep(candidate.first) not in _BY:
            return None
        for phrase in reversed(row):
            if phrase.last >= before or phrase.kind == "adjective":
                continue
            if before - phrase.last > _BACK:
                return None
            if meant(word.enc, self.r.words[phrase.head].core, phrase):
                return phrase
        return None
