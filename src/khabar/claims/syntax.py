"""Parties that syntax alone settles: the subject beside a verb or its light verb, the agent, the antecedent of a
suffix, the object behind a verb whose subject stands before it. Whatever is not settled here is left to the role
scorers."""

from __future__ import annotations

from typing import Final

from khabar.claims.candidates import Candidate
from khabar.claims.grammar import NO_DOERS
from khabar.mentions.phrase import Phrase
from khabar.mentions.reading import QUOTES_CLOSE, QUOTES_OPEN, Reading

_ARRESTS: Final = ("coerce.arrest", "coerce.abduct", "coerce.deport", "coerce.hold", "sanction.convict")
"""Entries whose bare counted subject suffers what they tell: اعتقل 16 شخصا."""
_TELLERS: Final = frozenset(("person", "people", "media", "agency", "outlet", "organisation", "thing"))
"""Kinds of phrases that announce what others did."""
_FROM: Final = frozenset(("ASSAULT", "REQUEST", "SUPPORT"))
"""Types of nouns that من leads from to whoever acts (قصف من الطيران, طلب من الحكومة)."""
_AT: Final = frozenset(("P:على", "P:ضد", "P:نحو", "P:باتجاه", "P:تجاه"))
_AIMED: Final = 7
"""Tokens between an attack and what it is directed at."""
_NEAR: Final = 3


def doer(phrase: Phrase) -> bool:
    """Places, things and nobody's machines (طائرات بدون طيار, but not الطيران الحربي) do nothing by themselves; nor
    does what only stands for its own positions."""
    if phrase.held or phrase.holds:
        return False
    if phrase.kind == "machine":
        return phrase.country is not None or phrase.owner is not None or phrase.definite
    return phrase.kind not in NO_DOERS


class Syntax:
    """Reads parties off the slots of a candidate (:class:`khabar.claims.slots.Slots`)."""

    def __init__(self, reading: Reading) -> None:
        self.r = reading
        self.cues = {found.first for found in reading.marks.of("cue")}
        self.weapons = {found.first for found in reading.marks.of("weapon")}

    def settle(self, candidate: Candidate, row: list[Phrase], slots: dict[int, str], found: dict[int, str]) -> None:
        """Add to ``found`` (``id(phrase)`` to role) the actors and targets that the slots settle."""
        if candidate.frame == "mutual":
            return
        alone = candidate.pos == "v" and self._joined(candidate, row, slots)
        for phrase in row:
            slot = slots.get(id(phrase))
            if slot is None or phrase.kind == "adjective" or phrase.holds:
                continue
            if phrase.coord is not None:
                role = found.get(id(phrase.coord), "")
            elif slot in {"by", "K"}:
                role = "actor" if doer(phrase) else ""
            elif self._struck(candidate, phrase, slot) and "target" not in found.values():
                role = "target"
            elif slot == "S" and alone and doer(phrase):
                role = "actor"
            elif candidate.pos == "v":
                role = self._beside_verb(candidate, phrase, slot, slots)
            else:
                role = self._beside_noun(candidate, phrase, slot, slots)
            if role:
                found[id(phrase)] = role

    def _beside_verb(self, candidate: Candidate, phrase: Phrase, slot: str, slots: dict[int, str]) -> str:
        if candidate.passive or candidate.frame in {"undergo", "charge"}:
            return ""
        if slot == "Re":
            return "target"
        near = self._adjacent(candidate.last, phrase)
        if slot.startswith("A1") and slot.endswith("e"):
            return "actor" if near and doer(phrase) else ""
        if slot == "A1" and phrase.kind in NO_DOERS and self._understood(slots):
            return "target" if phrase.first not in self.weapons and candidate.frame == "act" else ""
        if slot == "A1" and near:
            if self._counted(phrase) and candidate.entry.id.startswith(_ARRESTS):
                return "target"
            return "actor" if doer(phrase) else ""
        if (
            slot in {"A1s", "A1r", "A2s", "A2r"}
            and (slot[1] == "1" or self._first_object(slots))
            and phrase.first - candidate.last <= _NEAR
            and candidate.frame == "act"
        ):
            return "target" if phrase.first not in self.weapons and phrase.kind != "machine" else ""
        if slot in {"B1", "R"} and candidate.first - phrase.last <= _NEAR + 1:
            if candidate.entry.id.startswith(_ARRESTS) and not self._has_object(slots):
                return "target" if phrase.kind != "place" else ""
            return "actor" if doer(phrase) else ""
        return ""

    def _beside_noun(self, candidate: Candidate, phrase: Phrase, slot: str, slots: dict[int, str]) -> str:
        light = candidate.light
        if slot in {"LactA1", "LactB1"} and doer(phrase) and light is not None:
            tells = light.first in self.cues and phrase.kind in _TELLERS
            inside = light.last < phrase.first < candidate.first or -_NEAR - 2 < phrase.last - light.first < 0
            return "actor" if inside and not tells else ""
        if slot == "EA" and candidate.frame in {"speech", "move"}:
            return "actor" if doer(phrase) else ""
        near = phrase.first - candidate.last <= _NEAR
        own = not candidate.entry.verbs or (candidate.entry.type == "ASSAULT" and _aims(slots))
        if slot == "P:ل" and near and doer(phrase) and candidate.frame == "act" and own:
            return "actor"
        if slot == "P:من" and near and doer(phrase) and candidate.entry.type in _FROM:
            return "actor"
        return "target" if slot == "P:ضد" and candidate.frame == "act" and near else ""

    def _struck(self, candidate: Candidate, phrase: Phrase, slot: str) -> bool:
        """What an attack is directed at (غارات على مواقع، أطلق النار على حافلة)."""
        if slot not in _AT or candidate.entry.type != "ASSAULT" or candidate.frame != "act" or candidate.passive:
            return False
        return 0 < phrase.first - candidate.last <= _AIMED and phrase.first not in self.weapons

    def _adjacent(self, last: int, phrase: Phrase) -> bool:
        """Nothing but quotation marks, numbers and times stands between a token and the phrase behind it."""
        forms = self.r.forms
        return all(
            forms[at] in QUOTES_OPEN
            or forms[at] in QUOTES_CLOSE
            or at in self.r.time_tokens
            or at in self.r.number_tokens
            or self.r.words[at].func == "quant"
            for at in range(last + 1, phrase.first)
        )

    def _counted(self, phrase: Phrase) -> bool:
        return phrase.kind in {"people", "person"} and phrase.first - 1 in self.r.number_tokens

    def _understood(self, slots: dict[int, str]) -> bool:
        """The subject is that of the verb before (دمر الجيش ... ومنع إدخال)."""
        own = ("B1", "B1e", "R", "Re", "by")
        return "S" in slots.values() and not any(slot in own for slot in slots.values())

    def _first_object(self, slots: dict[int, str]) -> bool:
        """The subject is in the verb (اقتحموا المبنى): the first bare phrase behind it is its object."""
        return not any(slot.startswith("A1") for slot in slots.values())

    def _joined(self, candidate: Candidate, row: list[Phrase], slots: dict[int, str]) -> bool:
        """و joins the verb to the one before, and nobody behind it can be a subject of its own."""
        if candidate.frame != "act" or candidate.passive or self.r.words[candidate.first].pro[:1] not in {"و", "ف"}:
            return False
        return self._understood(slots) and not any(
            slots.get(id(one)) == "A1" and doer(one) and self._adjacent(candidate.last, one) for one in row
        )

    def _has_object(self, slots: dict[int, str]) -> bool:
        return any(slot.startswith(("A1", "A2", "P:على")) for slot in slots.values())


def _aims(slots: dict[int, str]) -> bool:
    """What an attack is directed at stands behind على: whoever stands behind ل makes it (قصف للتحالف على قرى)."""
    return "P:على" in slots.values()
