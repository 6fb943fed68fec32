"""Dates told later: an event that the head of an article names without its day has the day that the same event, or the
occasion of the words before, is given further on."""

from __future__ import annotations

from typing import Final

from msgspec.structs import replace

from khabar.claims.announced import alike, named
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
_CLOSE: Final = 6
"""Tokens between the event named again and its day."""
_SPAN: Final = len("2024-01-20/2024-01-21")
_MANY: Final = 3
"""A number of victims from which on two claims that tell it tell one event."""
_CAME: Final = frozenset("جاء وجاء جاءت وجاءت ياتي وياتي تاتي وتاتي".split())
_THAT: Final = frozenset("ذلك هذا هذه تصريح تصريحات كلام حديث اعلان موقف".split())
_ON: Final = frozenset("في خلال على ضمن ب".split())
_BEFORE: Final = 4
"""Words that tell when what stands in the sentences before was said (جاء ذلك في كلمة ألقاها أمس), and how far back."""


def _parties(claim: Claim) -> frozenset[str]:
    return frozenset([one.text for one in (*claim.actors, *claim.targets)])


class Sequel:
    """Fills the dates that later claims of the same event fix."""

    def __init__(self, reading: Reading, dates: DateFinder) -> None:
        self.r = reading
        self.times = dates.times
        self._chosen: set[int] = set()
        self.occasions = [(number, day) for number in self.times.told if (day := self._occasion(number)) is not None]

    def filled(self, told: list[tuple[Claim, Candidate]]) -> list[Claim]:
        """The claims in order, those without a date with that of the same event told later."""
        fixed = [one for one in told if self._fixes(one[0])]
        self._chosen = {candidate.first for _, candidate in told}
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
            day = day or self._again(candidate)
        elif candidate.frame in VERBAL:
            day = self._said(candidate) or self._told(claim, candidate)
        if day is None or claim.status == "planned" or self.times.unfixed(candidate) or self.times.another(candidate):
            return claim
        light = candidate.light
        if (light is None or candidate.first - light.last <= _NEAR) and self.times.under_way(candidate):
            return claim
        return replace(claim, date=day, rules={**claim.rules, "date": "date.later"})

    def _again(self, candidate: Candidate) -> str | None:
        """The day that is told of the event alone, where it is named again in the next sentences (وقال ضابط إن الهجوم
        وقع مساء الثلاثاء)."""
        for number in range(candidate.sentence + 1, min(candidate.sentence + _NEAR, len(self.r.sentences) - 1) + 1):
            times = self.times.of(number)
            if not times:
                continue
            sentence = self.r.sentences[number]
            for at in range(sentence.first, sentence.last):
                event = self.times.events.get(at)
                if event is None or at in self._chosen or not self._meant(candidate, event):
                    continue
                for time in times:
                    near = 0 < time.first - event.last <= _CLOSE and grain(time.date) in {"day", "range"}
                    if near and not self.times.apart(event, time) and not self.times.statement(event, time.first):
                        return time.date
        return None

    def _meant(self, candidate: Candidate, event: Candidate) -> bool:
        """What names the event again and is no news of its own: its noun with the article, or a verb of what was named
        with it (انفجار سيارة ... إن السيارة انفجرت)."""
        if event.type != candidate.type or self.times.another(event):
            return False
        word = self.r.words[event.first]
        if event.pos == "n":
            return word.det and (word.core == self.r.words[candidate.first].core or word.core in _TAKEN_UP)
        before = self.r.words[event.first - 1]
        if not before.det or not (event.id == candidate.id or event.frame == "undergo"):
            return False
        sentence = self.r.sentences[candidate.sentence]
        return any(word.core == before.core for word in self.r.words[sentence.first : sentence.last])

    def _one(self, claim: Claim, candidate: Candidate, other: Claim, later: Candidate) -> bool:
        """The later claim tells of the same event."""
        if later.first <= candidate.first or later.type != candidate.type or self._answered(later):
            return False
        if not self._victims(claim).isdisjoint(self._victims(other)):
            return True
        here, there = claim.place, other.place
        if here is not None and there is not None and here.text != there.text and here.country != there.country:
            return False
        return self._same(candidate, later, alike(_parties(claim), _parties(other)))

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

    def _same(self, candidate: Candidate, later: Candidate, shared: bool) -> bool:
        """The later words name the event by the same word, or take it up with the article; a noun without it only for
        one of the same parties (``shared``)."""
        mine, theirs = self.r.words[candidate.first], self.r.words[later.first]
        if mine.core == theirs.core and (theirs.det or later.pos == "v" or shared):
            return True
        if later.pos == "v" and later.sentence - candidate.sentence <= _NEAR and self._meant(candidate, later):
            return True
        return theirs.det and theirs.core in _TAKEN_UP and later.sentence - candidate.sentence <= _NEAR

    def _victims(self, claim: Claim) -> set[tuple[str, float]]:
        return {(one.what, one.low) for one in claim.figures if one.low and one.low >= _MANY and one.high == one.low}
