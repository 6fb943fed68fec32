"""Who denies, claims or owns up to a deed of his own that only a noun tells (نفت القوات قصف السوق، نفى ضلوعه في
الهجوم), and what was hit: the speaker and the genitive of the noun."""

from __future__ import annotations

import re
from typing import Final

from khabar.claims.agreement import meant
from khabar.claims.candidates import Candidate
from khabar.claims.frame import Frame
from khabar.claims.grammar import doer
from khabar.claims.kinds import FORCES, HARM
from khabar.lexicon.words import THIRD
from khabar.mentions.phrase import ByPhrase, Phrase
from khabar.mentions.reading import Reading

_RESPONSIBILITY: Final = re.compile("مس(?:ؤ|و|ئ)وليت(ه|ها|هم|هما)$")
_TIES: Final = frozenset("ضلوع تورط علاقة صلة دور وقوف مشاركة".split())
"""What ties somebody to a deed, by his suffix (مسؤوليته عن، ضلوعها في)."""
_CHARGES: Final = frozenset("اتهام اتهامات مزاعم ادعاءات".split())
"""What may stand between a denial and the deed denied."""
_STANCES: Final = frozenset(("denies", "claims"))
_SPEAKERS: Final = FORCES | {"alliance"}


class OwnDeeds:
    """Reads both off the words between a cue and a noun."""

    def __init__(self, reading: Reading) -> None:
        self.r = reading

    def settle(
        self,
        candidate: Candidate,
        row: list[Phrase],
        slots: ByPhrase,
        found: ByPhrase,
        told: tuple[list[Phrase], list[Frame]],
    ) -> None:
        """Add to ``found`` (phrase to role) who did by his own words, or did not, what a noun tells. ``told``: the
        chain of the deed and the frames around it."""
        chain, frames = told
        if candidate.pos != "n" or candidate.frame != "act" or candidate.type not in HARM or not frames:
            return
        frame = frames[-1]
        if frame.entry.stance not in _STANCES or frame.sentence != candidate.sentence or frame.last >= candidate.first:
            return
        speaker = chain[-1]
        if "actor" in found.values() or not self._fights(speaker) or speaker not in row:
            return
        start = max(frame.last, speaker.last if speaker.last < candidate.first else 0) + 1
        tied = any(self._tie(at, speaker) for at in range(start, candidate.first))
        if not (tied or self._his(candidate.last, speaker) or self._bare(start, candidate, row)):
            return
        found[speaker] = "actor"
        if not tied:
            for phrase in row:
                if slots.get(phrase, "")[:2] == "Gm":
                    found[phrase] = "target"

    def _fights(self, phrase: Phrase) -> bool:
        return phrase.kind in _SPEAKERS or (
            phrase.kind in {"machine", "people"} and phrase.role in FORCES and doer(phrase)
        )

    def _tie(self, at: int, speaker: Phrase) -> bool:
        found = _RESPONSIBILITY.match(self.r.forms[at])
        if found is not None:
            return meant(found[1], self.r.words[speaker.head].core, speaker)
        return self.r.words[at].core in _TIES and self._his(at, speaker)

    def _his(self, at: int, speaker: Phrase) -> bool:
        """The suffix of a noun means the speaker."""
        suffix = self.r.words[at].enc
        return suffix in THIRD and meant(suffix, self.r.words[speaker.head].core, speaker)

    def _bare(self, start: int, candidate: Candidate, row: list[Phrase]) -> bool:
        """Nothing but a charge stands before a verbal noun without an article."""
        word = self.r.words[candidate.first]
        if word.det or not candidate.entry.verbs or any(start <= one.first < candidate.first for one in row):
            return False
        between = range(start, candidate.first)
        return all(self.r.words[at].core in _CHARGES or at in self.r.time_tokens for at in between)
