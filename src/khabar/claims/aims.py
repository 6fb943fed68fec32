"""What a deed is aimed at, as grammar tells it: behind على or ضد, behind the verb of the attack, behind the attack
whose verb stands before it; never what is fired."""

from __future__ import annotations

from typing import Final

from khabar.claims.candidates import Candidate
from khabar.claims.clauses import HITS
from khabar.claims.grammar import has
from khabar.claims.kinds import HARM
from khabar.claims.untouched import wayside
from khabar.mentions.phrase import ByPhrase, Phrase
from khabar.mentions.reading import FIRE, Reading

_AT: Final = frozenset(("P:على", "P:ضد", "P:نحو", "P:باتجاه", "P:تجاه", "P:بحق"))
_AGAINST: Final = frozenset(("P:ضد", "P:بحق"))
_IN: Final = frozenset(("P:في", "P:ب", "P:على", "P:داخل"))
_FALLING: Final[tuple[str, ...]] = ("assault.missile.fall", "assault.shell.fall")
_AIMED: Final = 7
"""Tokens between an attack and what it is directed at."""
_DIRECTED: Final = 12
"""The same behind the verb that takes the attack up (غارات شنها الطيران الحربي فجر أمس على)."""
_SEIZED: Final[tuple[str, ...]] = ("coerce.arrest.seize-person", "coerce.arrest.grab")
"""Arrests that govern with على."""
_TAKEN: Final = 16
"""Tokens between a seizure and what is taken."""
_NEAR: Final = 3
_CARRIED_OUT: Final = frozenset(("LactA1", "LactB1"))
"""Slots of who carries a deed out."""
_OF_WEAPONS: Final = frozenset(("missile", "shooting", "bombing", "suicide-bombing"))
"""Modes whose genitive may be what is fired or set off."""


_LAUNCHES: Final[tuple[str, ...]] = (
    "assault.drone.",
    "assault.missile.launch",
    "assault.shell.fall",
    "assault.bomb-drop",
    "assault.kites",
    "assault.shoot",
    "assault.minefield",
    "assault.lay-mines",
)
"""Entries of verbs whose object is what is sent or laid against somebody."""
_SHOTS: Final = FIRE | frozenset("عيار عيارات اعيرة طلق طلقة طلقات رصاصة رصاصات".split())
"""What is fired, in all or one by one."""
_DEFENDERS: Final = frozenset("قوات دفاع دفاعات منظومة منظومات مضادات بطارية بطاريات سلاح قبة رادارات".split())
"""Heads of air defences, which are no target of what they intercept."""
_KILLS: Final = frozenset("قتل قتلت يقتل تقتل اصابت تصيب دمرت تدمر".split())
"""Verbs of which an attack is the subject and its victims, counted, the object (قتلت غارة جوية خمسة مدنيين)."""
_SHAKES: Final = frozenset("هز هزت يهز تهز".split())
"""A blast that shakes a town was not aimed at it."""
_FOR: Final = frozenset(("coerce.restrict.no-entry", "coerce.deport.evacuation-order", "sanction.court.charge"))
"""Entries that tell behind ل whom they are for."""
_TAKING: Final = frozenset(("coerce.restrict.siege.noun", "coerce.arrest.capture", "coerce.wide.contraband"))
"""Entries of nouns whose genitive is what is taken."""
_PASSIVE: Final = frozenset(("place", "thing", "machine", "people", "person"))
_WITH_UPON: Final = frozenset("سيطرة استيلاء قضاء عثور عثر عثرت عثرنا حصول رد ردا تعرف حفاظ اطلاع ضغط تركيز".split())
"""Words that take على themselves."""
_HAPPENS: Final = frozenset(
    "وقع وقعت يقع تقع جرى جرت يجري تجري حدث حدثت حصل حصلت دار دارت تدور اندلع اندلعت تم تمت بدا بدات تواصل تواصلت "
    "استمر استمرت افضى افضت ادى ادت اسفر اسفرت تشهد شهدت يشهد شهد يعد تعد يعتبر تعتبر".split()
)
"""Verbs of which an attack is the subject and that hit nothing."""
_POSTED: Final = frozenset(("P:في", "P:لدى", "P:ب", "P:من"))
_RECALL: Final = "sanction.sever.recall"
_STATES: Final = frozenset(("state", "government"))


class Aims:
    """Reads off what stands beside a verb or a noun as its aim."""

    def __init__(self, reading: Reading) -> None:
        self.r = reading
        self.cues = {found.first for found in reading.marks.of("cue")}
        self.weapons = {found.first for found in reading.marks.of("weapon")}

    def fired(self, candidate: Candidate, phrase: Phrase) -> bool:
        """What is fired or flown, not what it is aimed at; to be shot down or taken is another matter."""
        if candidate.mode in {"interception", "seize"}:
            return False
        if phrase.kind == "machine":
            return phrase.prep == "ب" or candidate.id.startswith(_LAUNCHES)
        return self.r.words[phrase.head].core in _SHOTS or phrase.first in self.weapons

    def ordered(self, candidate: Candidate) -> bool:
        """The deed is told with those it is for behind ل (أمر إجلاء للنازحين)."""
        return candidate.id in _FOR

    def struck(self, candidate: Candidate, phrase: Phrase, slot: str) -> bool:
        """What an attack is directed at (غارات على مواقع، أطلق النار على حافلة), what is taken (سيطر الجيش على
        المدينة)."""
        if slot == "P:ل" and 0 < phrase.first - candidate.last <= _AIMED:
            resisted = candidate.type == "ASSAULT" and candidate.entry.prep.get("ل") == "target"
            defined = any(self.r.words[at].det for at in range(candidate.last + 1, phrase.first))
            return (self.ordered(candidate) and not defined) or (resisted and candidate.pos == "v")
        if self._fell_on(candidate, phrase, slot) or self._recalled(candidate, phrase, slot):
            return True
        if slot not in _AT or candidate.frame != "act" or candidate.passive:
            return False
        if candidate.type in {"COERCE", "SANCTION"}:
            over = candidate.mode != "arrest" or candidate.id.startswith(_SEIZED)
            taken = slot == "P:على" and over and candidate.entry.prep.get("على") == "target"
            meant = candidate.type == "SANCTION" or candidate.mode == "arrest"
            meant = meant and slot in _AGAINST and phrase.kind != "place"
            return (taken or meant) and 0 < phrase.first - candidate.last <= _TAKEN
        if candidate.type != "ASSAULT":
            return False
        light = candidate.light
        taken_up = light is not None and light.first > candidate.last and 0 < phrase.first - light.last <= _DIRECTED
        if wayside(self.r, phrase) or self._of_another(candidate.last, phrase, slot):
            return False
        near = 0 < phrase.first - candidate.last <= _AIMED
        return (taken_up or near) and (phrase.kind == "machine" or phrase.first not in self.weapons)

    def _of_another(self, last: int, phrase: Phrase, slot: str) -> bool:
        """A noun between that goes with على itself (عملية بهدف السيطرة على المدينة)."""
        return slot == "P:على" and any(
            self.r.words[at].core in _WITH_UPON for at in range(max(last + 1, phrase.first - _NEAR), phrase.first)
        )

    def _fell_on(self, candidate: Candidate, phrase: Phrase, slot: str) -> bool:
        """Where a rocket fell, and the town that was poisoned."""
        if slot not in _IN or not 0 < phrase.first - candidate.last <= _AIMED or phrase.kind in {"state", "adjective"}:
            return False
        if candidate.id.startswith(_FALLING):
            return True
        return candidate.mode == "chemical" and phrase.kind == "place" and phrase.place is not None

    def of_verb(self, candidate: Candidate, phrase: Phrase, slot: str, near: bool) -> bool:
        """The first object of a verb whose subject stands before it, is in it (اقتحموا المبنى) or is an attack (استهدفت
        غارات الموقع); ``near``: nothing stands between."""
        distance = phrase.first - candidate.last
        told = slot in {"A1s", "A1r", "A2s", "A2r"} and (distance <= _NEAR or near)
        after_attack = slot == "A2" and candidate.type == "ASSAULT" and distance <= _AIMED
        return candidate.frame == "act" and (told or after_attack) and not self.fired(candidate, phrase)

    def of_noun(self, candidate: Candidate, phrase: Phrase, slot: str, slots: ByPhrase) -> bool:
        """What the verb of an attack or a penalty hits, or the genitive or dative of a deed that a verb before it tells
        the doer of."""
        if slot == "Gm" and candidate.mode == "interception" and phrase.kind in {"machine", "thing"}:
            return self.r.words[phrase.head].core not in _DEFENDERS
        if slot == "Gm" and self._carried_out(candidate, slots):
            return True
        if slot == "VP:على" and self.r.words[phrase.first - 2].core == "قضاء":
            return True
        if slot == "VA1":
            deed = candidate.type in {"ASSAULT", "SANCTION"} and candidate.frame in {"act", "happen"}
            deed = deed and not has(slots, "Gm")
            shaken = phrase.kind == "place" and self.r.words[phrase.first - 1].core in _SHAKES
            happens = any(self.r.words[at].core in _HAPPENS for at in range(candidate.last + 1, phrase.first))
            return deed and not shaken and not happens and not self.fired(candidate, phrase)
        if candidate.type != "ASSAULT":
            return self._handed(candidate, phrase, slot, slots)
        if self._befalls(candidate, phrase, slot):
            return not self.fired(candidate, phrase)
        if slot != "P:ل" or phrase.first - candidate.last > _NEAR:
            return False
        hit = phrase.kind in {"thing", "place"} and candidate.frame == "act"
        carried = not has(slots, "P:على") and not _CARRIED_OUT.isdisjoint(slots.values())
        return carried or (hit and not self.fired(candidate, phrase))

    def _handed(self, candidate: Candidate, phrase: Phrase, slot: str, slots: ByPhrase) -> bool:
        """Whom an order is for or what is raided, behind ل (أمر إخلاء للسكان، دهم وتفتيش لمنازل); what is taken or
        besieged, the genitive."""
        distance = phrase.first - candidate.last
        if slot == "P:ل" and distance <= _AIMED:
            return candidate.mode == "raid" and phrase.kind == "thing" and not has(slots, "Gm")
        return slot == "Gn" and candidate.id in _TAKING and phrase.kind in _PASSIVE

    def _recalled(self, candidate: Candidate, phrase: Phrase, slot: str) -> bool:
        """From which state envoys are called home (استدعت سفيرها في باريس)."""
        if wayside(self.r, phrase) or self._of_another(candidate.last, phrase, slot):
            return False
        near = 0 < phrase.first - candidate.last <= _TAKEN
        return candidate.id == _RECALL and near and slot in _POSTED and phrase.kind in _STATES

    def envoy(self, candidate: Candidate, phrase: Phrase) -> bool:
        """Who is called home is nobody's target."""
        return candidate.id == _RECALL and self.r.words[phrase.head].core.startswith("سف")

    def _befalls(self, candidate: Candidate, phrase: Phrase, slot: str) -> bool:
        """The verb before the attack tells what it hits (استهدفت غارات التحالف الموقع, طال القصف بلدات): what stands
        behind the attack and its doer, or right behind an attack with the article."""
        light, before = candidate.light, candidate.first - 1
        while before > 0 and self.r.words[before].func == "quant":
            before -= 1
        verb = self.r.words[before].core if self.r.acts[before] else ""
        if slot == "A1n" and verb in HITS:
            return True
        if slot.startswith("G") and verb in _KILLS and phrase.first - 1 in self.r.number_tokens:
            return True
        if light is None or light.sense.id != "light.befall" or light.last != before:
            return False
        return slot == "LhappenA2" or (slot.startswith("G") and self.r.words[candidate.first].det)

    def _carried_out(self, candidate: Candidate, slots: ByPhrase) -> bool:
        """A verb before it tells who does the deed, so that its genitive is the object (قام الجيش بقصف المدينة)."""
        light = candidate.light
        deed = candidate.frame == "act" and candidate.type in HARM and candidate.mode not in _OF_WEAPONS
        if not deed or light is None or light.first > candidate.first or light.first in self.cues:
            return False
        done = light.sense.id == "light.undertake" or not _CARRIED_OUT.isdisjoint(slots.values())
        return done and not any(slot.startswith("A2") for slot in slots.values())
