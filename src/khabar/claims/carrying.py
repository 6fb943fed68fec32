"""Who does what a light verb or its noun carries, where that has no subject of its own: the subject of the verb before,
which it goes on from or whose means it is (كما قامت بإغلاق المعبر، رد الجيش عبر شن غارات)."""

from __future__ import annotations

from typing import Final

from khabar.claims.candidates import Candidate
from khabar.claims.kinds import ARMED
from khabar.lexicon.found import Mark
from khabar.mentions.phrase import ByPhrase, Phrase
from khabar.mentions.reading import Reading

_CARRIERS: Final[tuple[str, ...]] = ("LactA1", "LactB1", "LactR")
"""Slots of the subject of a light verb."""
_THROUGH: Final = frozenset(("عبر", "خلال", "طريق"))
_KINDS: Final = frozenset(("state", "military", "armed-group", "alliance"))


class Carrying:
    """Tells whether the subject of the verb that governs an event does it."""

    def __init__(self, reading: Reading) -> None:
        self.r = reading

    def acts(self, light: Mark, candidate: Candidate, phrase: Phrase, slots: ByPhrase) -> bool:
        """The subject of the governing verb does what the light verb or noun before the event carries."""
        if any(slot == "by" or slot.startswith(_CARRIERS) for slot in slots.values()) or light.first > candidate.first:
            return False
        return self._goes_on(light, candidate) if self.r.acts[light.first] else self._means(light, candidate, phrase)

    def _goes_on(self, light: Mark, candidate: Candidate) -> bool:
        """The light verb goes on from the verb before (كما قامت بإغلاق المعبر)."""
        if candidate.frame != "act" or light.entry.voice != "act":
            return False
        return self.r.words[light.first].pro[:1] in {"و", "ف"} or self.r.forms[light.first - 1] in {"كما", "ثم"}

    def _means(self, light: Mark, candidate: Candidate, phrase: Phrase) -> bool:
        """By doing it somebody does what the verb tells (رد الجيش عبر شن غارات، بدأ التنظيم المعركة بتنفيذ تفجيرات)."""
        if candidate.type != "ASSAULT" or not (phrase.kind in _KINDS or phrase.role in ARMED):
            return False
        led = "ب" in self.r.words[light.first].pro or self.r.forms[light.first] == "بشن"
        return led or self.r.forms[light.first - 1] in _THROUGH
