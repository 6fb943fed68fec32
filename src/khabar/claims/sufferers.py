"""Who suffered, where the word itself tells what befell somebody: the subject of a passive or of "died", the genitive
of "the killing", all that و ties to it; and who did it where a subject stands before the verb."""

from __future__ import annotations

from typing import Final

from khabar.claims.blamed import APART
from khabar.claims.candidates import Candidate, undergone
from khabar.claims.grammar import has
from khabar.claims.killers import TRANSITIVE
from khabar.claims.kinds import ARMED, FORCES
from khabar.claims.neighbours import adjacent
from khabar.claims.untouched import NO_TARGET
from khabar.mentions.phrase import ByPhrase, Phrase
from khabar.mentions.reading import Reading

VICTIMS: Final = frozenset(("person", "people", "military", "armed-group"))
ANYBODY: Final = frozenset(
    "اخر اخرون اخرين اخران قتيل قتيلا قتيلين قتيلان قتلى قتلي ضحية ضحايا عشرات جريح جرحى جرحي شهيد شهيدا شهداء مصاب "
    "مصابين حصيلة حتف مصرع جثة جثث".split()
)
"""Who is counted, not named."""
PERSONS: Final = frozenset("شخص اشخاص شخصا شخصين شخصان".split())
"""Who is named where the word itself tells what befell him, not as the target of an attack."""
_FOUND: Final = "assault.bodies"
"""Entry of finding the dead: its subject is whoever finds them."""
_MEN: Final = frozenset(("people", "armed-group"))
_GONE: Final = 5
"""Tokens between who suffered and the verb behind him."""
_RIGHT_BEFORE: Final = 2
"""The same for somebody whose gender is not known by the name (شيرين قد اغتيلت)."""
_LONG: Final = 14
"""Tokens behind a verb within which whoever a force killed is named."""
_WHOLE: Final = frozenset(
    "قوات قوة جيش شرطة سلطات احتلال امن تحالف ميليشيا ميليشيات مليشيا مليشيات حركة تنظيم جماعة حزب طيران طائرات "
    "داعش طالبان اسرائيل روسيا تركيا ايران واشنطن حماس فرقة لواء الوية كتيبة كتائب فوج افواج سرية سرايا وحدات قطعات "
    "تشكيلات فيلق فصائل بيشمركة درك حرس جهاز".split()
)
"""Heads of forces that are spoken of as a whole."""
_NOBODIES: Final = ANYBODY | PERSONS


class Sufferers:
    """Reads off who suffered, for attacks and what is done to people."""

    def __init__(self, reading: Reading) -> None:
        self.r = reading

    def settle(self, candidate: Candidate, row: list[Phrase], slots: ByPhrase, found: ByPhrase) -> None:
        """Add to ``found`` (phrase to role) who suffered and who is but counted."""
        if candidate.type != "ASSAULT":
            return
        if candidate.id == _FOUND:
            finders = [one for one in row if not one.prep and slots.get(one, "")[:2] in {"A1", "B1", "R", "Gm"}]
            found.update((one, APART) for one in finders)
        open_ended = undergone(candidate) and not has(found, "target")
        if open_ended and not self._active(candidate, row, slots, found):
            self._suffered(candidate, row, slots, found)
        nobodies = ANYBODY if candidate.frame == "undergo" else _NOBODIES
        for phrase in row:
            counted = phrase.first == phrase.last and self.r.words[phrase.head].core in nobodies
            if counted and found.get(phrase, "target") == "target":
                found[phrase] = NO_TARGET

    def _active(self, candidate: Candidate, row: list[Phrase], slots: ByPhrase, found: ByPhrase) -> bool:
        """A subject before the verb, with an object right behind it."""
        if candidate.pos != "v" or candidate.passive or candidate.id not in TRANSITIVE:
            return False
        if self._force_killed(candidate, row, slots, found) or self._went_on(candidate, row, slots, found):
            return True
        place = {slot[:2]: one for one in reversed(row) if (slot := slots.get(one, "")) and self._people(one)}
        subject, thing = place.get("B1"), place.get("A1") or place.get("A2")
        if subject is None or thing is None or candidate.first - subject.last > _GONE:
            return False
        if thing.kind not in {"person", "people", "thing"} or not adjacent(self.r, candidate.last, thing):
            return False
        if self.r.words[thing.head].core in ANYBODY and any(
            sense.tag.startswith("pass") for sense in self.r.words[subject.first - 1].senses
        ):
            return False  # أصيب جندي وقتل آخر
        found[subject], found[thing] = "actor", "target"
        return True

    def _force_killed(self, candidate: Candidate, row: list[Phrase], slots: ByPhrase, found: ByPhrase) -> bool:
        """A force before the verb did it, whatever stands between (القوات قتلت فجر أمس شابا): of a force as a whole
        nobody says that it was killed."""
        subject = next((one for one in row if slots.get(one) == "B1" and _force(one)), None)
        near = subject is not None and candidate.first - subject.last <= _GONE
        if subject is None or not near or candidate.number == "p" or self.r.words[candidate.first].enc:
            return False
        head = self.r.words[subject.head]
        if not (subject.definite or head.enc) or head.core not in _WHOLE:
            return False
        found[subject] = "actor"
        behind = [one for one in row if slots.get(one, "")[:2] in {"A1", "A2"} and self._people(one)]
        if behind and behind[0].first - candidate.last <= _LONG:
            found[behind[0]] = "target"
        return True

    def _people(self, phrase: Phrase) -> bool:
        """They can be killed: known as people, or counted right behind the verb of killing (قتلت 30 إرهابيا)."""
        counted = phrase.kind == "thing" and phrase.first - 1 in self.r.number_tokens
        return phrase.kind in VICTIMS or counted

    def _went_on(self, candidate: Candidate, row: list[Phrase], slots: ByPhrase, found: ByPhrase) -> bool:
        """The verb goes on from the one before and has its subject, in its number, and those whom he killed behind it
        (فجروا لغما فقتلوا ستة، تسلل مسلح وقتل تلميذين)."""
        if self.r.words[candidate.first].pro[:1] not in {"و", "ف"} or self.r.words[candidate.first].enc:
            return False
        subject = next((one for one in row if slots.get(one) == "S" and one.kind in _MEN), None)
        if subject is None or subject.prep or subject.role not in {*ARMED, ""}:
            return False
        several = subject.number == "p" or self.r.words[subject.head].form.endswith(("ون", "ين", "ان"))
        told = candidate.number in {"p", "d"} or self.r.forms[candidate.first].endswith("وا")
        if several != told:
            return False
        victim = next((one for one in row if slots.get(one, "")[:2] in {"A1", "A2"} and not one.prep), None)
        if victim is None or victim.kind not in {"people", "person"} or not adjacent(self.r, candidate.last, victim):
            return False
        if self.r.words[victim.head].core in ANYBODY and not told:
            return False
        found[subject], found[victim] = "actor", "target"
        return True

    def _suffered(self, candidate: Candidate, row: list[Phrase], slots: ByPhrase, found: ByPhrase) -> None:
        for phrase in row:
            if phrase.coord is not None:
                tied = phrase.coord in slots and found.get(phrase.coord) in {"target", NO_TARGET}
                if tied and phrase.kind in VICTIMS:
                    found.setdefault(phrase, "target")
            elif self._undergoes(candidate, phrase, slots.get(phrase, "")):
                found.setdefault(phrase, "target")

    def _undergoes(self, candidate: Candidate, phrase: Phrase, slot: str) -> bool:
        if phrase.kind not in VICTIMS or phrase.prep or phrase.agent:
            return False
        if slot[:2] in {"B1", "R"}:
            return candidate.first - phrase.last <= _GONE and not slot.endswith("e")
        if slot == "M" and candidate.pos == "v" and phrase.kind == "person":
            return 0 < candidate.first - phrase.last <= _RIGHT_BEFORE
        if (candidate.pos == "v" and slot[:2] == "A1") or slot[:1] == "G":
            return adjacent(self.r, candidate.last, phrase)
        return False


def _force(phrase: Phrase) -> bool:
    return phrase.kind in FORCES or (phrase.kind == "people" and phrase.role in {"military", "official"})
