"""Who killed or hurt whom where a suffix of the verb is the victim (خطفوا الصحفي ثم قتلوه, مدنيين قتلتهم القوات)."""

from __future__ import annotations

from typing import Final

from khabar.claims.agreement import meant
from khabar.claims.candidates import Candidate
from khabar.claims.clauses import Clauses
from khabar.claims.grammar import doer
from khabar.claims.killers import TRANSITIVE
from khabar.claims.kinds import PARTIES
from khabar.claims.neighbours import adjacent
from khabar.claims.sufferers import VICTIMS
from khabar.lexicon.words import THIRD
from khabar.mentions.phrase import ByPhrase, Phrase
from khabar.mentions.reading import Reading

_BACK: Final = 24
"""Tokens before the verb within which the victim was named."""


class Slain:
    """Reads subject and object of a verb with a suffix."""

    def __init__(self, reading: Reading, clauses: Clauses) -> None:
        self.r = reading
        self.clauses = clauses

    def settle(self, candidate: Candidate, row: list[Phrase], slots: ByPhrase, found: ByPhrase) -> None:
        """Add to ``found`` (phrase to role) who did it and to whom."""
        if candidate.id not in TRANSITIVE or candidate.pos != "v":
            return
        suffix = self.r.words[candidate.first].enc
        if suffix not in THIRD:
            return
        behind = next((one for one in row if self._behind(candidate, one, slots)), None)
        subject = behind or self.clauses.subject(candidate.first)
        victim = self._victim(candidate.first, suffix, subject, row)
        if victim is None:
            return
        for one in [one for one, role in found.items() if role == "target" or one is victim]:
            del found[one]
        found[victim] = "target"
        if subject is not None and subject is not victim and (subject.kind in PARTIES or subject is behind):
            for one in row:
                if one is subject or (one.coord is subject and one is not victim):
                    found[one] = "actor"

    def _behind(self, candidate: Candidate, phrase: Phrase, slots: ByPhrase) -> bool:
        """It stands right behind the verb, and did it."""
        right = not phrase.prep and phrase.first > candidate.last and slots.get(phrase, "")[:2] == "A1"
        return right and doer(phrase) and adjacent(self.r, candidate.last, phrase)

    def _victim(self, verb: int, suffix: str, subject: Phrase | None, row: list[Phrase]) -> Phrase | None:
        """Whom the suffix means: the head of the relative clause, else whoever was named last."""
        head, _ = self.clauses.start(verb, row)
        if head is not None and head is not subject:
            return head
        for one in reversed(row):
            if one.last >= verb or one is subject or (one.coord is not None and one.coord is subject):
                continue
            if verb - one.last > _BACK:
                return None
            if one.kind in VICTIMS and not one.holds and meant(suffix, self.r.words[one.head].core, one):
                return one
        return None
