"""Whose deed it is where و joins a verb or a noun of deed to the claim before it: its doers did both."""

from __future__ import annotations

from typing import Final

from khabar.claims.agreement import feminine
from khabar.claims.candidates import Candidate
from khabar.claims.choice import Scored
from khabar.claims.frames import Attribution
from khabar.claims.kinds import BODIES, HARM
from khabar.claims.options import Option, Told
from khabar.mentions.reading import Reading

_THIRD: Final = frozenset("mfp")
"""Numbers and genders of verbs that tell who is meant."""


class Shared:
    """Looks at the claim before."""

    def __init__(self, reading: Reading, attribution: Attribution) -> None:
        self.r = reading
        self._attribution = attribution

    def of(self, candidate: Candidate, options: list[Scored], told: list[Told]) -> list[tuple[Option, float]]:
        """The actors of the claim before in the sentence, where و joins a verb without a subject of its own to it
        (أدانت ... وطالبت، قصف ... وشن غارات), or a noun right behind it (اعتقال وقتل عدد منهم)."""
        light = candidate.light
        carried = light is not None and light.first < candidate.first and self.r.acts[light.first]
        if light is not None and carried and light.entry.voice != "act":
            return []
        verb = light.first if light is not None and carried else candidate.first
        if not told or self.r.words[verb].pro[:1] not in {"و", "ف"}:
            return []
        before = told[-1]
        if candidate.pos == "n" and not carried:
            if (
                before.candidate.pos != "n"
                or before.candidate.last + 1 != candidate.first
                or candidate.type not in HARM
            ):
                return self._announced(candidate, options, before)
            return [(one.taken("shared"), 1.0) for one in before.doers] if before.candidate.type in HARM else []
        alike = before.candidate.frame == candidate.frame and not (candidate.passive or before.candidate.passive)
        if not alike or before.candidate.sentence != candidate.sentence or candidate.frame not in {"act", "speech"}:
            return []
        if any(one.settled == "actor" for one in options) or not self._fit(candidate.number, before.doers):
            return []
        return [(one.taken("shared"), 1.0) for one in before.doers]

    def _announced(self, candidate: Candidate, options: list[Scored], before: Told) -> list[tuple[Option, float]]:
        """Who announces two deeds of his own (أعلن الجيش إحباط تهريب أسلحة وإسقاط طائرة): the doer of the first."""
        chain, _ = self._attribution.chain_at(candidate.first)
        doer = before.doers[0].phrase if len(before.doers) == 1 else None
        if doer is None or not any(doer is one for one in chain) or before.candidate.sentence != candidate.sentence:
            return []
        alike = before.candidate.pos == "n" and candidate.pos == "n" and candidate.type in HARM
        alike = alike and before.candidate.frame == candidate.frame == "act" and before.candidate.type in HARM
        if not alike or any(one.settled == "actor" for one in options):
            return []
        if any(self.r.acts[before.candidate.last : candidate.first]) or self.r.words[candidate.first].det:
            return []
        return [(one.taken("shared"), 1.0) for one in before.doers]

    def _fit(self, number: str, doers: list[Option]) -> bool:
        """A verb's gender and number allow that one told of before is its subject; several do everything together."""
        phrase = doers[0].phrase if len(doers) == 1 else None
        if phrase is None or number not in _THIRD:
            return True
        many = phrase.number == "p" or self.r.words[phrase.head].form.endswith(("ون", "ين"))
        if number == "p":
            return many or phrase.kind in BODIES
        return feminine(self.r.words[phrase.head].core, phrase) == (number == "f") or phrase.kind == "person"
