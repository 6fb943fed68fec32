"""Dates told later: an event that the head of an article names without its day has the day that the same event, or the
occasion of the words before, is given further on."""

from __future__ import annotations

from typing import Final

from msgspec.structs import replace

from khabar.claims.announced import named
from khabar.claims.candidates import Candidate
from khabar.claims.counting import grain
from khabar.claims.dates import DateFinder
from khabar.claims.kinds import INCIDENTS
from khabar.claims.untimed import VERBAL
from khabar.mentions.reading import Reading
from khabar.model import Claim

_TAKEN_UP: Final = frozenset("هجوم عملية حادث حادثة اعتداء انفجار تفجير غارة ضربة قصف اغتيال اشتباكات مواجهات".split())
"""Nouns that with the article take up an attack told before in other words."""
_ANSWER: Final = frozenset("رد ردا ردها رده ردود انتقام انتقاما".split())
_TO: Final = frozenset(("على", "من"))
_NEAR: Final = 3
"""Sentences within which they do."""
_SPAN: Final = len("2024-01-20/2024-01-21")
_MANY: Final = 3
"""A number of victims from which on two claims that tell it tell one event."""
_CAME: Final = frozenset("جاء وجاء جاءت وجاءت ياتي وياتي تاتي وتاتي".split())
_THAT: Final = frozenset("ذلك هذا هذه تصريح تصريحات كلام حديث اعلان موقف".split())
_ON: Final = frozenset("في خلال على ضمن ب".split())
_BEFORE: Final = 4
"""Words that tell when what stands in the sentences before was said (جاء ذلك في كلمة ألقاها أمس), and how far back."""


class Sequel:
    """Fills the dates that later claims of the same event fix."""

    def __init__(self, reading: Reading, dates: DateFinder) -> None:
        self.r = reading
        self.times = dates.times
        self.occasions = [(number, day) for number in self.times.told if (day := self._occasion(number)) is not None]

    def filled(self, told: list[tuple[Claim, Candidate]]) -> list[Claim]:
        """The claims in order, those without a date with that of the same event told later."""
        fixed = [one for one in told if self._fixes(one[0])]
        return [claim if claim.date else self._with(claim, candidate, fixed) for claim, candidate in told]

    def _fixes(self, claim: Claim) -> bool:
        """Its own words give the claim a day or a few."""
        date = claim.date
        if date is None or not (grain(date) == "day" or len(date) == _SPAN):
            return False
        own = not claim.rules.get("date", "date.carried").startswith("date.carried")
        return own and claim.status != "planned"

    def _with(self, claim: Claim, candidate: Candidate, fixed: list[tuple[Claim, Candidate]]) -> Claim:
        day: str | None = None
        if candidate.type in INCIDENTS:
            for other, later in fixed:
                if self._one(claim, candidate, other, later):
                    day = other.date
                    break
        elif candidate.frame in VERBAL:
            day = self._said(candidate) or self._told(claim, candidate)
        if day is None or claim.status == "planned" or self.times.unfixed(candidate) or self.times.another(candidate):
            return claim
        return replace(claim, date=day, rules={**claim.rules, "date": "date.later"})

    def _one(self, claim: Claim, candidate: Candidate, other: Claim, later: Candidate) -> bool:
        """The later claim tells of the same event."""
        if later.first <= candidate.first or later.type != candidate.type or self._answered(later):
            return False
        return self._same(candidate, later) or not self._victims(claim).isdisjoint(self._victims(other))

    def _answered(self, later: Candidate) -> bool:
        """Something else was the answer to it (ردا على الهجوم)."""
        before = self.r.words[max(0, later.first - 2) : later.first]
        return len(before) > 1 and before[0].core in _ANSWER and before[1].form in _TO

    def _said(self, candidate: Candidate) -> str | None:
        """The day of the occasion on which words were said."""
        number = candidate.sentence
        return next((day for at, day in self.occasions if number < at <= number + _BEFORE), None)

    def _told(self, claim: Claim, candidate: Candidate) -> str | None:
        """The day of the statement in which its speaker says it, told in the next sentences."""
        number = candidate.sentence
        if self.times.of(number):
            return None
        names = frozenset(one.text for one in claim.actors)
        today = self.r.reference.isoformat() if self.r.reference is not None else ""
        for said in self.times.statements:
            if number < said.sentence <= number + _NEAR and named(said.speaker, names):
                return said.day if said.day <= today else None
        return None

    def _occasion(self, number: int) -> str | None:
        """The day in a sentence that tells on what occasion what stands before it was said."""
        first = self.r.sentences[number].first
        head = self.r.words[first + 1 : first + 5]
        if self.r.forms[first] not in _CAME or not head or head[0].core not in _THAT:
            return None
        if not any(word.form in _ON or "ب" in word.pro for word in head[1:]):
            return None
        return next((time.date for time in self.times.of(number) if self.times.occasion(time.first)), None)

    def _same(self, candidate: Candidate, later: Candidate) -> bool:
        """The later words name the event by the same word, or take it up with the article."""
        mine, theirs = self.r.words[candidate.first], self.r.words[later.first]
        if mine.core == theirs.core:
            return True
        return theirs.det and theirs.core in _TAKEN_UP and later.sentence - candidate.sentence <= _NEAR

    def _victims(self, claim: Claim) -> set[tuple[str, float]]:
        return {(one.what, one.low) for one in claim.figures if one.low and one.low >= _MANY and one.high == one.low}
