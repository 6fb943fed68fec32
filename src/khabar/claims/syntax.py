"""Parties that syntax alone settles: the subject beside a verb or its light verb, the agent, the antecedent of a
suffix, the object behind a verb whose subject stands before it. Whatever is not settled here is left to the role
scorers."""

from __future__ import annotations

from typing import Final

from khabar.claims.aims import Aims
from khabar.claims.candidates import Candidate
from khabar.claims.carrying import Carrying
from khabar.claims.cases import Cases
from khabar.claims.grammar import NO_DOERS, undergone
from khabar.claims.kinds import HARM
from khabar.claims.suffixes import attacks
from khabar.mentions.phrase import Phrase
from khabar.mentions.phrase_words import PAUSE
from khabar.mentions.reading import QUOTES_CLOSE, QUOTES_OPEN, Reading

_TRIED: Final = "sanction.trial.verb"
"""A verb whose subject is mostly the accused (يحاكم الخمسة غيابيا)."""
_ARRESTS: Final = ("coerce.arrest", "coerce.abduct", "coerce.deport", "coerce.hold", "sanction.convict", _TRIED)
"""Entries whose bare counted subject suffers what they tell: اعتقل 16 شخصا."""
_BESIEGED: Final = "coerce.bind.besieged"
"""A participle of those who suffer it (السكان محاصرون)."""
_TELLERS: Final = frozenset(("person", "people", "media", "agency", "outlet", "organisation", "thing"))
"""Kinds of phrases that announce what others did."""
_LAUNCHES: Final = frozenset("اطلاق القاء رمي زرع رشق قذف شن".split())
"""Nouns of what is done with a weapon: their genitive is whoever does it (إطلاق الجنود الرصاص)."""
_UNARMED: Final = frozenset(("machine", "person"))
_FROM: Final = frozenset(("ASSAULT", "REQUEST", "SUPPORT"))
"""Types of nouns that من leads from to whoever acts (قصف من الطيران, طلب من الحكومة)."""
_MASTERS: Final = frozenset(
    "قوات قوة جنود اجهزة سلطات رجال شرطة جيش دوريات افراد محكمة محاكم قاض قاضي قاضية قضاة قضاء نيابة "
    "هيئة مجلس ادعاء".split()
)
"""Heads of those who arrest and judge."""
_TO_PEOPLE: Final = frozenset(("arrest", "abduct", "deport", "convict", "expel"))
"""Modes of what is done to people: the genitive of the noun suffers it (محاكمة عشرة متهمين، تبرئة مسؤولين)."""
_SINGLE: Final = frozenset("عنصر عنصرين جندي جنديين ضابط ضابطين مقاتل مقاتلين مسلح مسلحين شرطي شرطيين".split())
"""One or two of a force: who is held, not who holds (احتجاز عنصرين من الأمن)."""
_TROOPS: Final = frozenset(("military", "armed-group"))
"""Kinds of those whose moves are told with ل or من (تحركات للمسلحين, تعزيزات من القوات)."""
_POWERS: Final = frozenset(("state", "government", "military", "alliance"))
"""Kinds of those whom nobody arrests."""
_UPON: Final = frozenset("عليه عليها عليهم عليهما".split())
_DONE: Final = frozenset("تم يتم تمت تتم جرى جري يجري جرت سيتم وتم ويتم وتمت".split())
"""Verbs that make a passive of an event noun."""
_DEEDS: Final = HARM | {"SANCTION"}
"""Types whose verbs have their object right behind the subject."""
_HARMLESS: Final = frozenset(("witness", "unnamed", "expert", "document"))
"""Kinds of people who do no deeds to others."""
_BESIDE: Final = frozenset(("B1", "R"))
"""Slots of a subject before its verb."""
_THERE: Final = (["فيه"], ["فيها"], ["فيهما"], ["منه"], ["منها"])
"""Words behind a verb that take its place up, not its object."""
_MEANWHILE: Final = frozenset(
    "خلالها خلاله ايضا كذلك بالفعل فعلا حاليا لاحقا مؤخرا سابقا مجددا هناك بدورها بدوره معها معه".split()
)
"""Adverbs between a verb and its subject or object."""
_NEAR: Final = 3


def doer(phrase: Phrase) -> bool:
    """Places, things and nobody's machines (طائرات بدون طيار, but not الطيران الحربي) do nothing by themselves; nor
    does what only stands for its own positions."""
    if phrase.held or phrase.holds:
        return False
    if phrase.kind == "machine":
        return phrase.country is not None or phrase.owner is not None or phrase.definite
    return phrase.kind not in NO_DOERS


def _forceful(phrase: Phrase) -> bool:
    """Somebody who does deeds: no civilians, nobody accused."""
    if phrase.kind == "people":
        return phrase.role not in _HARMLESS
    return phrase.kind not in {"thing", "person"}


def adjacent(reading: Reading, last: int, phrase: Phrase) -> bool:
    """Nothing but quotation marks, numbers and times stands between a token and the phrase behind it."""
    forms = reading.forms
    timed = any(at in reading.time_tokens for at in range(last + 1, phrase.first))
    return all(
        forms[at] in QUOTES_OPEN
        or forms[at] in _MEANWHILE
        or forms[at] in QUOTES_CLOSE
        or at in reading.time_tokens
        or at in reading.number_tokens
        or reading.words[at].func == "quant"
        or (forms[at] == "من" and at - 1 > last)
        or (timed and forms[at] in PAUSE)
        for at in range(last + 1, phrase.first)
    )


class Syntax:
    """Reads parties off the slots of a candidate (:class:`khabar.claims.slots.Slots`)."""

    def __init__(self, reading: Reading) -> None:
        self.r = reading
        self.aims = Aims(reading)
        self.carrying = Carrying(reading)
        self.cases = Cases(reading)
        self.cues = self.aims.cues

    def settle(self, candidate: Candidate, row: list[Phrase], slots: dict[int, str], found: dict[int, str]) -> None:
        """Add to ``found`` (``id(phrase)`` to role) the actors and targets that the slots settle."""
        if candidate.frame == "mutual":
            return
        alone = candidate.pos == "v" and self._joined(candidate, row, slots)
        many = self._many(candidate, row, slots)
        if many is not None:
            found[id(many)] = "actor"
        for phrase in row:
            slot = slots.get(id(phrase))
            if slot is None or phrase.kind == "adjective" or phrase.holds or phrase is many:
                continue
            if phrase.coord is not None:
                role = found.get(id(phrase.coord), "")
            elif slot == "by" and self._judged(candidate, phrase):
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
        if "actor" not in found.values() and candidate.pos == "n" and candidate.frame == "act":
            self._of_nation(candidate, row, found)

    def _of_nation(self, candidate: Candidate, row: list[Phrase], found: dict[int, str]) -> None:
        """The state whose adjective a deed bears did it (القصف الإسرائيلي)."""
        for phrase in row:
            if phrase.kind == "adjective" and phrase.country and candidate.first < phrase.first <= candidate.last + 2:
                found[id(phrase)] = "actor"
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
            return ""
        if slot == "Re":
            where = self.r.forms[candidate.last + 1 : candidate.last + 2]
            return "target" if where not in _THERE and not self.aims.fired(candidate, phrase) else ""
        near = adjacent(self.r, candidate.last, phrase)
        if slot.startswith("A1") and slot.endswith("e"):
            return "actor" if near and doer(phrase) else ""
        if slot == "A1" and phrase.kind in NO_DOERS and self._understood(slots):
            return "target" if not self.aims.fired(candidate, phrase) and candidate.frame == "act" else ""
        if slot == "A1" and near:
            if candidate.number == "1" or self.cases.ruled_out(candidate, phrase):
                return "target" if candidate.frame == "act" and not self.aims.fired(candidate, phrase) else ""
            if self.r.forms[candidate.first] in _DONE and candidate.frame == "act":
                return "target"
            if candidate.id.startswith(_ARRESTS) and self._seized(candidate, phrase, slots):
                return "target"
            if candidate.frame == "act" and self.cases.accusative(candidate, phrase):
                return "target" if not self.aims.fired(candidate, phrase) else ""
            return "actor" if doer(phrase) else ""
        first = slot in {"A1s", "A1r"} or (slot in {"A2", "A2s", "A2r"} and self._first_object(slots))
        if first and self.aims.of_verb(candidate, phrase, slot, near):
            return "target"
        if slot == "A2" and candidate.frame == "act" and candidate.type in _DEEDS:
            over = candidate.entry.prep.get("على") == "target" and "P:على" in slots.values()
            return "target" if not over and self._object(candidate, phrase, row, slots, found) else ""
        if slot in {"B1", "R"} and candidate.first - last_tied(phrase, row) <= _NEAR + 1:
            held = candidate.id.startswith(_ARRESTS) and phrase.kind not in _POWERS
            if held and not self._has_object(slots) and not self._upon(candidate):
                return "target" if phrase.kind != "place" and not self.aims.ordered(candidate) else ""
            return "actor" if doer(phrase) else ""
        return ""

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
        if slot in {"LactA1", "LactB1"} and doer(phrase) and light is not None:
            tells = light.first in self.cues and (phrase.kind in _TELLERS or "by" in slots.values())
            inside = light.last < phrase.first < candidate.first or -_NEAR - 2 < phrase.last - light.first < 0
            return "actor" if inside and not tells else ""
        if slot == "C" and light is not None and doer(phrase) and self.carrying.acts(light, candidate, phrase, slots):
            return "actor"
        if slot == "EO" and candidate.type in _DEEDS:
            return "target"
        if candidate.id == _BESIEGED and slot == "N1" and phrase.last >= candidate.first - 2:
            return "target"
        if candidate.head is not None and slot[:2] == "A1" and self.r.words[candidate.last].enc and doer(phrase):
            return "actor" if adjacent(self.r, candidate.head[1], phrase) else ""
        if slot[:2] in {"Gm", "Gn"} and self._launches(candidate) and doer(phrase) and phrase.kind not in _UNARMED:
            return "actor"
        if self._held(candidate, phrase, slot, slots):
            return "target"
        if slot == "EA" and (candidate.frame in {"speech", "move"} or attacks(self.r, candidate)):
            return "actor" if doer(phrase) else ""
        if self.aims.of_noun(candidate, phrase, slot, slots):
            return "target"
        near = phrase.first - candidate.last <= _NEAR
        own = not candidate.entry.verbs or (candidate.type == "ASSAULT" and _aims(slots))
        if slot == "P:ل" and near and doer(phrase) and _forceful(phrase) and candidate.frame == "act" and own:
            return "actor"
        flown = phrase.kind == "machine" and self.r.words[candidate.first].det and candidate.type == "ASSAULT"
        if slot == "P:ل" and near and flown and doer(phrase):
            return "actor"
        if slot == "P:من" and near and doer(phrase) and candidate.type in _FROM:
            return "actor"
        moves = candidate.type == "MOBILIZE" and slot in {"P:ل", "P:من"} and phrase.kind in _TROOPS
        if moves and phrase.first - candidate.last <= 2 * _NEAR:
            return "actor"
        return "target" if slot == "P:ضد" and candidate.frame == "act" and near else ""

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
        return adjacent(self.r, max(one.last for one in (subject, *tied)), phrase)

    def _held(self, candidate: Candidate, phrase: Phrase, slot: str, slots: dict[int, str]) -> bool:
        """Who is arrested, judged or besieged: the genitive of the noun, if it is no force with an object of its own;
        that of a phrase's last word as well (بدأت أمس محاكمة عشرة متهمين)."""
        if slot[:2] == "A2":
            lone = candidate.head is not None and adjacent(self.r, candidate.last, phrase)
        else:
            objects = any(one.startswith("A2") for one in slots.values())
            lone = slot in {"Gm", "Gn"} and not objects and "P:ل" not in slots.values()
        core = self.r.words[phrase.head].core
        people = core in _SINGLE or (phrase.kind in {"people", "person"} and core not in _MASTERS)
        return lone and people and (candidate.mode in _TO_PEOPLE or candidate.id.startswith(_ARRESTS))

    def _judged(self, candidate: Candidate, phrase: Phrase) -> bool:
        """Somebody right behind the noun of a trial is tried (ستبدأ محاكمة الرئيس السابق)."""
        if candidate.mode != "convict" or phrase.prep or phrase.first != candidate.last + 1:
            return False
        return phrase.kind in {"people", "person"} and self.r.words[phrase.head].core not in _MASTERS

    def _seized(self, candidate: Candidate, phrase: Phrase, slots: dict[int, str]) -> bool:
        """A count of people, or somebody indefinite where nobody else can be the object (اعتقل إرهابيان)."""
        alone = not any(slot.startswith(("A2", "P:على", "S")) for slot in slots.values())
        tried = alone and candidate.id == _TRIED and self.r.words[phrase.head].core not in _MASTERS
        lone = alone and not phrase.definite
        return self._counted(phrase) or tried or (phrase.kind in {"people", "person"} and lone)

    def _counted(self, phrase: Phrase) -> bool:
        return phrase.kind in {"people", "person"} and phrase.first - 1 in self.r.number_tokens

    def _understood(self, slots: dict[int, str]) -> bool:
        """The subject is that of the verb before (دمر الجيش ... ومنع إدخال)."""
        own = ("B1", "B1e", "R", "Re", "by")
        before = "S" in slots.values() or "B1j" in slots.values()
        return before and not any(slot in own for slot in slots.values())

    def _first_object(self, slots: dict[int, str]) -> bool:
        """The subject is in the verb (اقتحموا المبنى): the first bare phrase behind it is its object."""
        return not any(slot.startswith("A1") for slot in slots.values())

    def _joined(self, candidate: Candidate, row: list[Phrase], slots: dict[int, str]) -> bool:
        """و joins the verb to the one before, and nobody behind it can be a subject of its own."""
        if candidate.frame != "act" or candidate.passive or self.r.words[candidate.first].pro[:1] not in {"و", "ف"}:
            return False
        return self._understood(slots) and not any(
            slots.get(id(one)) == "A1"
            and doer(one)
            and adjacent(self.r, candidate.last, one)
            and not self.cases.tanwin(one)
            for one in row
        )

    def _upon(self, candidate: Candidate) -> bool:
        """A suffix is the object (قبضت عليها)."""
        behind = self.r.forms[candidate.last + 1 : candidate.last + 2]
        return bool(behind) and behind[0] in _UPON

    def _has_object(self, slots: dict[int, str]) -> bool:
        return any(slot.startswith(("A1", "A2", "P:على")) for slot in slots.values())


def last_tied(phrase: Phrase, row: list[Phrase]) -> int:
    """The last token of a phrase and of all that و ties to it."""
    last, tied = phrase.last, [phrase]
    for one in row:
        if one.coord is not None and one.coord in tied:
            tied.append(one)
            last = max(last, one.last)
    return last


def _aims(slots: dict[int, str]) -> bool:
    """What an attack is directed at stands behind على: whoever stands behind ل makes it (قصف للتحالف على قرى)."""
    return "P:على" in slots.values()
