"""Parties that syntax alone settles: the subject beside a verb or its light verb, the agent, the antecedent of a
suffix, the object behind a verb whose subject stands before it. Whatever is not settled here is left to the role
scorers."""

from __future__ import annotations

from typing import Final

from khabar.claims.aims import Aims
from khabar.claims.blamed import APART
from khabar.claims.candidates import Candidate
from khabar.claims.charged import accused
from khabar.claims.clauses import agrees
from khabar.claims.custody import Custody
from khabar.claims.grammar import doer, has
from khabar.claims.kinds import ARMED, POWERS
from khabar.claims.noun_parties import NounParties
from khabar.claims.outsiders import made_against
from khabar.claims.verb_parties import VerbParties
from khabar.lexicon.words import THIRD
from khabar.mentions.phrase import ByPhrase, Phrase
from khabar.mentions.reading import Reading

_STRONG: Final = POWERS | ARMED
_SUBJECTS: Final = frozenset(("A1", "B1", "R"))
"""Slots of the subject of a verb."""


class Syntax:
    """Reads parties off the slots of a candidate (:class:`khabar.claims.slots.Slots`)."""

    def __init__(self, reading: Reading) -> None:
        self.r = reading
        self.aims = Aims(reading)
        self.custody = Custody(reading)
        self._verbs = VerbParties(reading, self.aims, self.custody)
        self._nouns = NounParties(reading, self.aims, self.custody)

    def settle(self, candidate: Candidate, row: list[Phrase], slots: ByPhrase, found: ByPhrase) -> None:
        """Add to ``found`` (phrase to role) the actors and targets that the slots settle."""
        if candidate.frame == "mutual":
            return
        alone = candidate.pos == "v" and not has(slots, "by") and self._verbs.joined(candidate, row, slots)
        many = self._verbs.many(candidate, row, slots)
        if many is not None:
            found[many] = "actor"
        for phrase in row:
            slot = slots.get(phrase)
            if slot is None or phrase.holds or phrase is many or self._nobody(phrase):
                continue
            if phrase.coord is not None:
                role = found.get(phrase.coord, "")
            elif self.custody.condemned(candidate, phrase, slot):
                role = "target"
            elif slot in {"by", "K"} or (slot.endswith("by") and phrase.agent):
                role = self._agent(candidate, phrase)
            elif slot == "P:fire" and candidate.type == "ASSAULT":
                role = "actor" if doer(phrase) or self.r.words[phrase.head].core == "احتلال" else ""
            elif self.aims.struck(candidate, phrase, slot) and not has(found, "target"):
                role = "target"
            elif slot == "S" and alone and many is None and doer(phrase):
                role = "actor"
            elif candidate.pos == "v":
                role = self._verbs.role(candidate, phrase, slot, slots, row, found)
            else:
                role = self._nouns.role(candidate, phrase, slot, slots)
            if role:
                found[phrase] = "target" if role == "actor" and self._committed(candidate, slot) else role
        self._judged(candidate, row, found)
        if not has(found, "actor") and candidate.pos == "n":
            self._unnamed(candidate, row, slots, found)
        self._leave_out(candidate, row, slots, found)

    def _agent(self, candidate: Candidate, phrase: Phrase) -> str:
        """The role of an agent: whoever does what is laid at his door, or brings the charge himself."""
        charged = candidate.frame == "charge" and not accused(self.r, candidate)
        return ("target" if charged else "actor") if doer(phrase) else ""

    def _committed(self, candidate: Candidate, slot: str) -> bool:
        """The subject of the verb that carries a crime is whom the words charge (ارتكب الجيش جرائم حرب)."""
        return candidate.frame == "charge" and candidate.pos == "n" and slot[:4] == "Lact"

    def _judged(self, candidate: Candidate, row: list[Phrase], found: ByPhrase) -> None:
        """Somebody on whom judgement was given before its term is told."""
        judged = self.custody.upon(candidate, row)
        if judged is not None and not has(found, "target"):
            found[judged] = "target"

    def _unnamed(self, candidate: Candidate, row: list[Phrase], slots: ByPhrase, found: ByPhrase) -> None:
        """Whoever does what a noun tells that names no doer."""
        told = candidate.frame in {"act", "speech"}
        if told and not self._by_subject(candidate, row, slots, found) and candidate.head is None:
            self._of_nation(candidate, row, found)
        if not has(found, "actor"):
            self._in_verb(candidate, row, slots, found)

    def _by_subject(self, candidate: Candidate, row: list[Phrase], slots: ByPhrase, found: ByPhrase) -> bool:
        """The subject of the verb that opens a phrase with a gap (نقلت تركيا مئات المقاتلين السوريين)."""
        if candidate.head is None or not self.r.acts[candidate.head[0]]:
            return False
        free = (one for one in row if one not in found)
        subject = next((one for one in free if slots.get(one, "") in _SUBJECTS and doer(one)), None)
        if subject is None:
            return False
        slot = slots[subject]
        for one in row:
            if one is subject or (slots.get(one) == slot and one.coord is not None):
                found[one] = "actor"
        return True

    def _in_verb(self, candidate: Candidate, row: list[Phrase], slots: ByPhrase, found: ByPhrase) -> None:
        """Who did it where the verb that takes the event up holds its subject (قال الوزير إن بلاده حذرت بعد غارات
        شنتها): the subject of the verb that governs it."""
        light = candidate.light
        if light is None or light.entry.voice != "act" or light.first < candidate.last:
            return
        if candidate.frame not in {"act", "happen"}:
            return
        verb = self.r.words[light.first]
        if verb.enc not in THIRD or not self.r.acts[light.first]:
            return
        if any(one.first in {light.last + 1, light.last + 2} and not one.prep for one in row):
            return
        for slot in ("C", "S", "M"):
            for one in row:
                free = slots.get(one) == slot and one not in found and doer(one) and one.last < candidate.first
                if free and one.kind in _STRONG and agrees(verb, self.r.words[one.head].core, one):
                    found[one] = "actor"
                    return

    def _nobody(self, phrase: Phrase) -> bool:
        """An adjective, or what a weapon is made against."""
        return phrase.kind == "adjective" or made_against(self.r, phrase)

    def _leave_out(self, candidate: Candidate, row: list[Phrase], slots: ByPhrase, found: ByPhrase) -> None:
        """Subjects of other clauses do nothing to whom a relative clause tells of in the passive (طالبت المنظمة
        بالإفراج عن الصحفية التي اعتقلت)."""
        if candidate.pos == "v" and any(slot == "R" and found.get(key) == "target" for key, slot in slots.items()):
            for phrase in row:
                if slots.get(phrase, "") in {"S", "M"}:
                    found.setdefault(phrase, APART)

    def _of_nation(self, candidate: Candidate, row: list[Phrase], found: ByPhrase) -> None:
        """The state whose adjective a deed bears did it (القصف الإسرائيلي)."""
        for phrase in row:
            if phrase.kind == "adjective" and phrase.country and candidate.first < phrase.first <= candidate.last + 2:
                found[phrase] = "actor"
                for other in row:
                    if other.kind == "adjective" and other.coord is phrase:
                        found[other] = "actor"
                return
