"""Parties that syntax alone settles: the subject beside a verb or its light verb, the agent, the antecedent of a
suffix, the object behind a verb whose subject stands before it. Whatever is not settled here is left to the role
scorers."""

from __future__ import annotations

from typing import Final

from khabar.claims.aims import Aims
from khabar.claims.blamed import APART
from khabar.claims.candidates import Candidate
from khabar.claims.carrying import Carrying
from khabar.claims.cases import Cases
from khabar.claims.custody import Custody
from khabar.claims.grammar import NO_DOERS, undergone
from khabar.claims.kinds import ARMED, BODIES, INFLICTED, POWERS
from khabar.claims.neighbours import adjacent, last_tied
from khabar.claims.outsiders import made_against
from khabar.claims.suffixes import attacks
from khabar.mentions.phrase import Phrase
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
_PARALLEL: Final = 12
"""Tokens between two verbs of one subject."""
_BODY: Final = frozenset("جماعة حركة حزب حكومة مجلس وزارة بلاد سلطات معارضة".split())
_DONE: Final = frozenset("تم يتم تمت تتم جرى جري يجري جرت سيتم وتم ويتم وتمت".split())
"""Verbs that make a passive of an event noun."""
_HARMLESS: Final = frozenset(("witness", "unnamed", "expert", "document"))
"""Kinds of people who do no deeds to others."""
_BESIDE: Final = frozenset(("B1", "R"))
"""Slots of a subject before its verb."""
_THERE: Final = (["فيه"], ["فيها"], ["فيهما"], ["منه"], ["منها"])
"""Words behind a verb that take its place up, not its object."""
_REACHES: Final = "sanction.sanctions-reach"
"""An entry whose verb is joined with its subject (شملت العقوبات)."""
_LOSES: Final = frozenset(("assault.lose-men", "coerce.bind.lose-ground"))
"""Entries whose object is lost and whose subject suffers it (مدينة يخسرها التنظيم)."""
_NEAR: Final = 3
_OBJECTS: Final = frozenset(("machine", "place", "thing"))
_DONE_TO: Final = frozenset(
    "استهداف تفجير تدمير قصف ضرب اعطاب قنص دك احراق نسف تحييد مهاجمة اغراق اسقاط اعتراض احتجاز مصادرة اقتحام "
    "محاصرة".split()
)
"""Nouns of deeds whose genitive, where the doer is named before, is what they are done to."""


def doer(phrase: Phrase) -> bool:
    """Places, things and nobody's machines (طائرات بدون طيار, but not الطيران الحربي) do nothing by themselves; nor
    does what only stands for its own positions."""
    if phrase.held or phrase.holds:
        return False
    if phrase.kind == "machine":
        return phrase.source or phrase.country is not None or phrase.owner is not None or phrase.definite
    return phrase.kind not in NO_DOERS


def _forceful(phrase: Phrase) -> bool:
    """Somebody who does deeds: no civilians, nobody accused."""
    if phrase.kind == "people":
        return phrase.role not in _HARMLESS
    return phrase.kind not in {"thing", "person"}


_SUBJECTS: Final = frozenset(("A1", "B1", "R"))
"""Slots of the subject of a verb."""


class Syntax:
    """Reads parties off the slots of a candidate (:class:`khabar.claims.slots.Slots`)."""

    def __init__(self, reading: Reading) -> None:
        self.r = reading
        self.aims = Aims(reading)
        self.carrying = Carrying(reading)
        self.cases = Cases(reading)
        self.custody = Custody(reading)
        self.cues = self.aims.cues

    def settle(self, candidate: Candidate, row: list[Phrase], slots: dict[int, str], found: dict[int, str]) -> None:
        """Add to ``found`` (``id(phrase)`` to role) the actors and targets that the slots settle."""
        if candidate.frame == "mutual":
            return
        alone = candidate.pos == "v" and "by" not in slots.values() and self._joined(candidate, row, slots)
        many = self._many(candidate, row, slots)
        if many is not None:
            found[id(many)] = "actor"
        for phrase in row:
            slot = slots.get(id(phrase))
            if slot is None or phrase.holds or phrase is many or self._nobody(phrase):
                continue
            if phrase.coord is not None:
                role = found.get(id(phrase.coord), "")
            elif self.custody.condemned(candidate, phrase, slot):
                role = "target"
            elif slot in {"by", "K"} or (slot.endswith("by") and phrase.agent):
                role = "actor" if doer(phrase) else ""
            elif slot == "P:fire" and candidate.type == "ASSAULT":
                role = "actor" if doer(phrase) or self.r.words[phrase.head].core == "احتلال" else ""
            elif self.aims.struck(candidate, phrase, slot) and "target" not in found.values():
                role = "target"
            elif slot == "S" and alone and many is None and doer(phrase):
                role = "actor"
            elif candidate.pos == "v":
                role = self._beside_verb(candidate, phrase, slot, slots, row, found)
            else:
                role = self._beside_noun(candidate, phrase, slot, slots)
            if role:
                found[id(phrase)] = role
        if "actor" not in found.values() and candidate.pos == "n" and candidate.frame in {"act", "speech"}:
            self._unnamed(candidate, row, slots, found)
        self._leave_out(candidate, row, slots, found)

    def _unnamed(self, candidate: Candidate, row: list[Phrase], slots: dict[int, str], found: dict[int, str]) -> None:
        """Whoever does what a noun tells that names no doer."""
        if not self._by_subject(candidate, row, slots, found) and candidate.head is None:
            self._of_nation(candidate, row, found)

    def _by_subject(
        self, candidate: Candidate, row: list[Phrase], slots: dict[int, str], found: dict[int, str]
    ) -> bool:
        """The subject of the verb that opens a phrase with a gap (نقلت تركيا مئات المقاتلين السوريين)."""
        if candidate.head is None or not self.r.acts[candidate.head[0]]:
            return False
        subject = next((one for one in row if slots.get(id(one), "") in _SUBJECTS and doer(one)), None)
        if subject is None:
            return False
        slot = slots[id(subject)]
        for one in row:
            if one is subject or (slots.get(id(one)) == slot and one.coord is not None):
                found[id(one)] = "actor"
        return True

    def _nobody(self, phrase: Phrase) -> bool:
        """An adjective, or what a weapon is made against."""
        return phrase.kind == "adjective" or made_against(self.r, phrase)

    def _leave_out(self, candidate: Candidate, row: list[Phrase], slots: dict[int, str], found: dict[int, str]) -> None:
        """Subjects of other clauses do nothing to whom a relative clause tells of in the passive (طالبت المنظمة
        بالإفراج عن الصحفية التي اعتقلت)."""
        if candidate.pos == "v" and any(slot == "R" and found.get(key) == "target" for key, slot in slots.items()):
            for phrase in row:
                if slots.get(id(phrase), "") in {"S", "M"}:
                    found.setdefault(id(phrase), APART)

    def _of_nation(self, candidate: Candidate, row: list[Phrase], found: dict[int, str]) -> None:
        """The state whose adjective a deed bears did it (القصف الإسرائيلي)."""
        for phrase in row:
            if phrase.kind == "adjective" and phrase.country and candidate.first < phrase.first <= candidate.last + 2:
                found[id(phrase)] = "actor"
                for other in row:
                    if other.kind == "adjective" and other.coord is phrase:
                        found[id(other)] = "actor"
                return

    def _beside_verb(
        self,
        candidate: Candidate,
        phrase: Phrase,
        slot: str,
        slots: dict[int, str],
        row: list[Phrase],
        found: dict[int, str],
    ) -> str:
        if undergone(candidate.entry, candidate.passive) or candidate.frame == "charge":
            told = slot == "R" and candidate.passive and phrase.last == candidate.first - 1
            if told and phrase.kind in {"people", "person"} and candidate.type in INFLICTED:
                return "target"  # 37 شخصا أدينوا
            lost = slot == "A1e" and candidate.frame == "undergo" and adjacent(self.r, candidate.last, phrase)
            return "target" if lost and doer(phrase) and candidate.entry.id in _LOSES else ""
        if (candidate.id == _REACHES and slot[:2] == "A1") or self.custody.tried(candidate, phrase, slot):
            return "target"
        if self.aims.envoy(candidate, phrase):
            return ""
        if slot == "Re":
            where = self.r.forms[candidate.last + 1 : candidate.last + 2]
            return "target" if where not in _THERE and not self.aims.fired(candidate, phrase) else ""
        near = adjacent(self.r, candidate.last, phrase)
        if slot.startswith("A1") and slot.endswith("e"):
            return "actor" if near and doer(phrase) else ""
        if slot == "A1" and phrase.kind in NO_DOERS and self._understood(slots):
            return self._hit(candidate, phrase)
        if slot == "A1" and near:
            return self._right_behind(candidate, phrase, slots)
        if slot == "A1" and self.custody.counted(candidate, phrase, slots):
            return "target"
        first = slot in {"A1s", "A1r"} or (slot in {"A2", "A2s", "A2r"} and self._first_object(slots))
        if first and self.aims.of_verb(candidate, phrase, slot, near):
            return "target"
        if slot == "A2" and candidate.frame == "act" and candidate.type in INFLICTED:
            over = candidate.entry.prep.get("على") == "target" and "P:على" in slots.values()
            return "target" if not over and self._object(candidate, phrase, row, slots, found) else ""
        if slot in {"B1", "R"} and candidate.first - self._with_what(phrase, row) <= _NEAR + 1:
            if self.custody.before(candidate, phrase, slots):
                return "target" if phrase.kind != "place" and not self.aims.ordered(candidate) else ""
            return "actor" if doer(phrase) else ""
        return ""

    def _with_what(self, phrase: Phrase, row: list[Phrase]) -> int:
        """The last token of the subject before a verb, of all tied to it and of where or on what it is (مسلحون على متن
        دراجات نارية هاجموا)."""
        last = last_tied(phrase, row)
        for one in row:
            if one.prep and last < one.first <= last + 2:
                last = one.last
        return last

    def _right_behind(self, candidate: Candidate, phrase: Phrase, slots: dict[int, str]) -> str:
        """The role of the bare phrase right behind the verb: the subject, unless something tells that it is the
        object."""
        if candidate.number == "1" or self.cases.ruled_out(candidate, phrase):
            return self._hit(candidate, phrase)
        if self.r.forms[candidate.first] in _DONE and candidate.frame == "act":
            return "target"
        if self.custody.behind(candidate, phrase, slots):
            return "target"
        if candidate.frame in {"act", "speech"} and self.cases.accusative(candidate, phrase):
            return self._hit(candidate, phrase) if candidate.frame == "act" else "target"
        return "actor" if doer(phrase) else ""

    def _hit(self, candidate: Candidate, phrase: Phrase) -> str:
        """The role of a verb's object: nothing where it is only what is fired."""
        return "target" if candidate.frame == "act" and not self.aims.fired(candidate, phrase) else ""

    def _many(self, candidate: Candidate, row: list[Phrase], slots: dict[int, str]) -> Phrase | None:
        """Whom the verb in the plural has for its subject where nobody stands beside it (مسلحين أوقفوا حافلة وأطلقوا
        النار): the people named last."""
        if candidate.pos != "v" or candidate.passive or candidate.frame not in {"act", "move"}:
            return None
        active = candidate.type != "ASSAULT" and self.r.forms[candidate.first].endswith("وا")
        plural = candidate.number == "p" or active
        if not plural or any(slot[:2] in _BESIDE or slot == "by" for slot in slots.values()):
            return None
        before = [one for one in row if one.last < candidate.first and one.kind in {"people", "armed-group"}]
        many = [one for one in before if one.number == "p" or self.r.words[one.head].core.endswith(("ون", "ين"))]
        understood = [one for one in before if slots.get(id(one)) == "S"]
        found = understood or many
        return found[-1] if found else None

    def _beside_noun(self, candidate: Candidate, phrase: Phrase, slot: str, slots: dict[int, str]) -> str:
        light = candidate.light
        carried = slot in {"LactA1", "LactB1"} or (slot == "LactR" and candidate.frame == "move")
        if carried and doer(phrase) and light is not None:
            tells = light.first in self.cues and (phrase.kind in _TELLERS or "by" in slots.values())
            inside = light.last < phrase.first < candidate.first or -_NEAR - 2 < phrase.last - light.first < 0
            return "actor" if inside and not tells else ""
        if slot == "LundergoA1" and candidate.frame == "speech" and light is not None and doer(phrase):
            return "target" if phrase.last < candidate.first else ""
        if slot == "C" and light is not None and doer(phrase) and self.carrying.acts(light, candidate, phrase, slots):
            return "actor"
        if slot == "EO" and candidate.type in INFLICTED:
            return "target"
        if slot[:2] in {"Gm", "Gn"} and self._was_done(candidate):
            return "target"
        if self.custody.besieged(candidate, phrase, slot):
            return "target"
        own = self.r.words[candidate.last].enc or candidate.type == "PROTEST"
        if candidate.head is not None and slot[:2] == "A1" and own and doer(phrase):
            return "actor" if adjacent(self.r, candidate.head[1], phrase) else ""
        if slot[:2] in {"Gm", "Gn"} and self._launches(candidate) and doer(phrase) and phrase.kind not in _UNARMED:
            return "actor"
        if self.custody.of_noun(candidate, phrase, slot, slots) or self._opened(candidate, slot):
            return "target"
        if slot[:2] in {"Gm", "Gn"} and candidate.id in _OWN_WORDS and doer(phrase) and self._asks(candidate, phrase):
            return "actor"
        if slot[:2] == "Gm" and candidate.type == "THREATEN" and phrase.kind in POWERS | ARMED:
            lead = self.r.words[phrase.last + 1]
            return "actor" if lead.pro == "ب" and not lead.det else ""
        if slot == "EA" and (candidate.frame in {"speech", "move"} or attacks(self.r, candidate)):
            return "actor" if doer(phrase) else ""
        if self.aims.of_noun(candidate, phrase, slot, slots) or self._done_to(candidate, phrase, slot, slots):
            return "target"
        return self._led_to(candidate, phrase, slot, slots)

    def _done_to(self, candidate: Candidate, phrase: Phrase, slot: str, slots: dict[int, str]) -> bool:
        """A machine, thing or place right behind the noun of a deed that somebody carries out or announces as his own
        (أعلنت السرايا تفجير آلية عسكرية)."""
        if slot[:2] not in {"Gm", "Gn"} or phrase.kind not in _OBJECTS or candidate.type not in INFLICTED:
            return False
        if self.r.words[candidate.last].core not in _DONE_TO or not adjacent(self.r, candidate.last, phrase):
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
            harm and not fired and self.r.forms[candidate.first - 1] in _DONE and not self.r.words[candidate.last].enc
        )

    def _led_to(self, candidate: Candidate, phrase: Phrase, slot: str, slots: dict[int, str]) -> str:
        """The role of whoever a preposition leads to from the noun."""
        near = phrase.first - candidate.last <= _NEAR
        if slot == "P:ل" and candidate.type in _FOR:
            return ""
        laid = candidate.type == "ASSAULT" and candidate.entry.prep.get("ل") == "target"
        if slot == "P:ل" and near and candidate.frame == "act" and laid:  # كمين لدورية
            return "target"
        own = not candidate.entry.verbs or (candidate.type == "ASSAULT" and _aims(slots))
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

    def _object(
        self,
        candidate: Candidate,
        phrase: Phrase,
        row: list[Phrase],
        slots: dict[int, str],
        found: dict[int, str],
    ) -> bool:
        """The bare phrase right behind the verb's subject (احتجز المسلحون شاحنة)."""
        if self.aims.fired(candidate, phrase):
            return False
        subject = next((one for one in row if slots.get(id(one)) == "A1" and one.coord is None), None)
        if subject is None or found.get(id(subject)) != "actor":
            return False
        tied = [one for one in row if one.coord is subject]
        last = max(one.last for one in (subject, *tied))
        return adjacent(self.r, self._beyond(last, row), phrase)

    def _beyond(self, last: int, row: list[Phrase]) -> int:
        """The last token of where a subject is told to be, right behind it (أوقفت الشرطة في صفاقس ثلاثة شبان)."""
        for one in row:
            if last < one.first <= last + 2 and one.kind in {"place", "state"} and one.prep in {"في", "ب"}:
                last = one.last
        return last

    def _understood(self, slots: dict[int, str]) -> bool:
        """The subject is that of the verb before (دمر الجيش ... ومنع إدخال)."""
        own = ("B1", "B1e", "R", "Re", "by")
        before = "S" in slots.values() or "B1j" in slots.values()
        return before and not any(slot in own for slot in slots.values())

    def _parallel(self, verb: int) -> bool:
        """The verb before is in the same imperfect (إن الحوثيين يتعنتون ويرفضون الانسحاب)."""
        letter = self.r.words[verb].core[:1]
        if letter not in {"ي", "ت"}:
            return False
        for at in range(verb - 1, max(-1, verb - 1 - _PARALLEL), -1):
            if self.r.acts[at]:
                return self.r.words[at].core.startswith(letter)
        return False

    def _first_object(self, slots: dict[int, str]) -> bool:
        """The subject is in the verb (اقتحموا المبنى): the first bare phrase behind it is its object."""
        return not any(slot.startswith("A1") for slot in slots.values())

    def _joined(self, candidate: Candidate, row: list[Phrase], slots: dict[int, str]) -> bool:
        """و joins the verb to the one before, and nobody behind it can be a subject of its own."""
        if candidate.passive or self.r.words[candidate.first].pro[:1] not in {"و", "ف"}:
            return False
        if candidate.frame != "act" and not (candidate.frame == "speech" and self._parallel(candidate.first)):
            return False
        return self._understood(slots) and not any(
            slots.get(id(one)) == "A1"
            and doer(one)
            and adjacent(self.r, candidate.last, one)
            and not self.cases.tanwin(one)
            and not self.custody.behind(candidate, one, slots)
            for one in row
        )


def _aims(slots: dict[int, str]) -> bool:
    """What an attack is directed at stands behind على: whoever stands behind ل makes it (قصف للتحالف على قرى)."""
    return "P:على" in slots.values()
