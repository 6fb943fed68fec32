"""Parties beside the noun of a claim: who carries it out by a light verb, its genitive, and whoever a preposition leads
to from it."""

from __future__ import annotations

from typing import Final

from khabar.claims.aims import Aims
from khabar.claims.candidates import Candidate
from khabar.claims.carrying import Carrying
from khabar.claims.custody import Custody
from khabar.claims.governing import Governing
from khabar.claims.grammar import MADE_PASSIVE, doer, has
from khabar.claims.kinds import ARMED, BODIES, HUMANS, INFLICTED, LIFELESS, POWERS
from khabar.claims.neighbours import adjacent
from khabar.claims.suffixes import attacks
from khabar.mentions.phrase import ByPhrase, Phrase
from khabar.mentions.reading import Reading

_TELLERS: Final = frozenset(("person", "people", "media", "agency", "outlet", "organisation", "thing"))
"""Kinds of phrases that announce what others did."""
_LAUNCHES: Final = frozenset("اطلاق القاء رمي زرع رشق قذف شن".split())
"""Nouns of what is done with a weapon: their genitive is whoever does it (إطلاق الجنود الرصاص)."""
_UNARMED: Final = frozenset(("machine", "person"))
_FROM: Final = frozenset(("ASSAULT", "REQUEST", "SUPPORT", "REJECT", "ACCUSE", "THREATEN"))
"""Types of nouns that من leads from to whoever acts (قصف من الطيران, طلب من الحكومة)."""
_FOR: Final = frozenset(("COOPERATE", "AID"))
"""Types of what is done for whoever stands behind ل."""
_OWN_WORDS: Final = frozenset(("reject.refuse", "reject.object", "request.ask"))
"""Entries of nouns whose genitive is rather who says it than to whom."""
_BODY: Final = frozenset("جماعة حركة حزب حكومة مجلس وزارة بلاد سلطات معارضة".split())
"""Bodies whose statement a noun tells, named by a common noun."""
_HARMLESS: Final = frozenset(("witness", "unnamed", "expert", "document"))
"""Kinds of people who do no deeds to others."""
_UPON: Final = frozenset(("على", "ضد"))
_NEAR: Final = 3
_DONE_TO: Final = frozenset(
    "استهداف تفجير تدمير قصف ضرب اعطاب قنص دك احراق نسف تحييد مهاجمة اغراق اسقاط اعتراض احتجاز مصادرة ضبط حجز اقتحام "
    "محاصرة".split()
)
"""Nouns of deeds whose genitive, where the doer is named before, is what they are done to."""
_KILLING: Final = frozenset("تصفية تحييد اغتيال قتل اعدام ابادة".split())
"""The same for whoever is killed."""
_NONE: Final[frozenset[str]] = frozenset()
_POWERFUL: Final = POWERS | ARMED
_LEADING: Final = frozenset(("P:ل", "P:من", "P:ضد"))
"""Slots of those to whom a preposition may lead from the noun."""


class NounParties:
    """Reads parties off the slots of a noun (:class:`khabar.claims.slots.Slots`)."""

    def __init__(self, reading: Reading, aims: Aims, custody: Custody) -> None:
        self.r = reading
        self.aims = aims
        self.carrying = Carrying(reading)
        self.governing = Governing(reading, aims)
        self.custody = custody

    def role(self, candidate: Candidate, phrase: Phrase, slot: str, slots: ByPhrase) -> str:
        """The role of a phrase: ``actor``, ``target`` or ''. ``slots``: every slot of its sentence by
        phrase."""
        light = candidate.light
        carried = slot in {"LactA1", "LactB1"} or (slot == "LactR" and candidate.frame == "move")
        if carried and doer(phrase) and light is not None:
            tells = light.first in self.aims.cues and (phrase.kind in _TELLERS or has(slots, "by"))
            inside = light.last < phrase.first < candidate.first or -_NEAR - 2 < phrase.last - light.first < 0
            return "actor" if inside and not tells else ""
        if slot == "LundergoA1" and candidate.frame == "speech" and light is not None and doer(phrase):
            return "target" if phrase.last < candidate.first else ""
        if slot == "C" and light is not None and doer(phrase) and self.carrying.acts(light, candidate, phrase, slots):
            return "actor"
        if slot == "EO" and candidate.type in INFLICTED:
            return "target"
        kind = slot[:2]
        genitive = kind == "Gm" or kind == "Gn"
        if genitive and self._was_done(candidate):
            return "target"
        led = "target" if self.custody.besieged(candidate, phrase, slot) else ""
        led = led or self.governing.role(candidate, phrase, slot, slots)
        if led:
            return led
        own = self.r.words[candidate.last].enc or candidate.type == "PROTEST"
        if candidate.head is not None and kind == "A1" and own and doer(phrase):
            return "actor" if adjacent(self.r, candidate.head[1], phrase) else ""
        if genitive and self._launches(candidate) and doer(phrase) and phrase.kind not in _UNARMED:
            return "actor"
        if self.custody.of_noun(candidate, phrase, slot, slots) or self._opened(candidate, slot):
            return "target"
        if genitive and candidate.id in _OWN_WORDS and doer(phrase) and self._asks(candidate, phrase):
            return "actor"
        if kind == "Gm" and candidate.type == "THREATEN" and phrase.kind in _POWERFUL:
            lead = self.r.words[phrase.last + 1]
            return "actor" if lead.pro == "ب" and not lead.det else ""
        if slot == "EA" and (candidate.frame in {"speech", "move"} or attacks(self.r, candidate)):
            return "actor" if doer(phrase) else ""
        if self.aims.of_noun(candidate, phrase, slot, slots) or self._done_to(candidate, phrase, slot, slots):
            return "target"
        return self._led_to(candidate, phrase, slot, slots)

    def _done_to(self, candidate: Candidate, phrase: Phrase, slot: str, slots: ByPhrase) -> bool:
        """A machine, thing or place, or somebody killed, right behind the noun of a deed that somebody carries out or
        announces as his own (أعلنت السرايا تفجير آلية عسكرية، تصفية مسلح)."""
        if slot[:2] not in {"Gm", "Gn"} or candidate.type not in INFLICTED:
            return False
        core = self.r.words[candidate.last].core
        nouns = _DONE_TO if phrase.kind in LIFELESS else _KILLING if phrase.kind in HUMANS else _NONE
        if core not in nouns or not adjacent(self.r, candidate.last, phrase):
            return False
        return not {"LactA1", "LactB1"}.isdisjoint(slots.values())

    def _opened(self, candidate: Candidate, slot: str) -> bool:
        """The genitive of the noun that opens a phrase with a gap (إدراج سبعة أفراد على لائحة العقوبات)."""
        if candidate.head is None or slot != "Gn" or candidate.frame != "act" or candidate.type not in INFLICTED:
            return False
        return not self.r.acts[candidate.head[0]]

    def _was_done(self, candidate: Candidate) -> bool:
        """A verb right before the noun of a deed makes a passive of it (تم استهداف الكتيبة, جرى اعتقال المنفذ)."""
        harm = candidate.type in INFLICTED and candidate.frame == "act" and candidate.tag.startswith("noun")
        fired = candidate.mode in {"missile", "drone"} or self.r.words[candidate.first].core in _LAUNCHES
        return (
            harm
            and not fired
            and self.r.forms[candidate.first - 1] in MADE_PASSIVE
            and not self.r.words[candidate.last].enc
        )

    def _led_to(self, candidate: Candidate, phrase: Phrase, slot: str, slots: ByPhrase) -> str:
        """The role of whoever a preposition leads to from the noun."""
        if slot not in _LEADING:
            return ""
        near = phrase.first - candidate.last <= _NEAR
        if slot == "P:ل" and candidate.type in _FOR:
            return ""
        laid = candidate.type == "ASSAULT" and candidate.entry.prep.get("ل") == "target"
        if slot == "P:ل" and near and candidate.frame == "act" and laid:
            return "actor" if self._lying_in_wait(candidate, phrase) else "target"
        own = not candidate.entry.verbs or (candidate.type == "ASSAULT" and _aims(slots))
        own = own and _UPON.isdisjoint(self.r.forms[candidate.last + 1 : phrase.first])  # هجوم على مقر للجيش
        own = own or self.governing.shelling_of(candidate, phrase, slots)
        if slot == "P:ل" and near and doer(phrase) and _forceful(phrase) and candidate.frame == "act" and own:
            return "actor"
        flown = phrase.kind == "machine" and self.r.words[candidate.first].det and candidate.type == "ASSAULT"
        if slot == "P:ل" and near and flown and doer(phrase):
            return "actor"
        if slot == "P:من" and near and doer(phrase) and candidate.type in _FROM:
            return "actor"
        if slot == "P:من" and near and candidate.mode == "sever" and self.r.core(candidate.last).startswith("سف"):
            return "target"  # recalled from a state (سحب سفيرها من دمشق)
        moves = candidate.type == "MOBILIZE" and slot in {"P:ل", "P:من"} and phrase.kind in ARMED
        if moves and phrase.first - candidate.last <= 2 * _NEAR:
            return "actor"
        return "target" if slot == "P:ضد" and candidate.frame == "act" and near else ""

    def _lying_in_wait(self, candidate: Candidate, phrase: Phrase) -> bool:
        """Men in arms whose ambush somebody fell into (قتلوا في كمين لمسلحين), not for whom it was laid (نصبوا كمينا
        لدورية)."""
        if candidate.light is not None or candidate.first != candidate.last or not doer(phrase):
            return False
        led = bool(self.r.prep(candidate.first)) or self.r.words[candidate.first].pro != ""
        return led and (phrase.kind == "armed-group" or (phrase.kind == "people" and phrase.role == "armed-group"))

    def _asks(self, candidate: Candidate, phrase: Phrase) -> bool:
        """A noun that its genitive says: indefinite, of nobody else's verb (بعد رفض الحكومة, بناء على طلب الوزارة), or
        with what is said behind it (أعلن رفض الحكومة للاتفاق)."""
        word = self.r.words[candidate.first]
        if word.det or word.enc:
            return False
        if candidate.light is None and bool(self.r.prep(candidate.first)):
            return True
        at = phrase.last + 1
        behind = self.r.words[at]
        if behind.pro == "ل":
            return behind.cls != "v"
        party = phrase.kind in BODIES or phrase.kind == "state" or self.r.words[phrase.head].core in _BODY
        return party and not behind.pro and not behind.func and behind.cls == "n" and not self.r.acts[at]

    def _launches(self, candidate: Candidate) -> bool:
        return candidate.type == "ASSAULT" and self.r.words[candidate.first].core in _LAUNCHES


def _forceful(phrase: Phrase) -> bool:
    """Somebody who does deeds: no civilians, nobody accused."""
    if phrase.kind == "people":
        return phrase.role not in _HARMLESS
    return phrase.kind not in {"thing", "person"}


def _aims(slots: ByPhrase) -> bool:
    """What an attack is directed at stands behind على: whoever stands behind ل makes it (قصف للتحالف على قرى)."""
    return has(slots, "P:على")
