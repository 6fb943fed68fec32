"""Who is arrested, judged or besieged: whoever stands where another deed has its doer."""

from __future__ import annotations

from typing import Final

from khabar.claims.blame_words import CHARGES
from khabar.claims.candidates import Candidate
from khabar.claims.compelled import COMPELS
from khabar.claims.grammar import has
from khabar.claims.kinds import HUMANS, POWERS
from khabar.claims.neighbours import adjacent
from khabar.mentions.phrase import ByPhrase, Phrase
from khabar.mentions.reading import Reading
from khabar.mentions.so_called import UPON

_TAKEN: Final[tuple[str, ...]] = ("coerce.arrest", "coerce.abduct")
_UNDER_ARREST: Final = frozenset(("unnamed", "witness", "official", "expert"))
"""Kinds of people of whom one alone beside the verb of an arrest is arrested."""
_TRIED: Final = "sanction.trial.verb"
"""A verb whose subject is mostly the accused (يحاكم الخمسة غيابيا)."""
_ARRESTS: Final[tuple[str, ...]] = (
    "coerce.arrest",
    "coerce.abduct",
    "coerce.deport",
    "coerce.hold",
    "sanction.convict",
    _TRIED,
)
"""Entries whose bare counted subject suffers what they tell: اعتقل 16 شخصا."""
_CHARGES: Final = CHARGES | {"لائحة"}
"""What is brought against somebody behind إلى (وجهت النيابة إلى الناشط تهمة)."""
_TRIAL: Final = "محاكمة"
_FREEDOM: Final = "سراح"
_BEFORE_JUDGES: Final = frozenset(("sanction.court.refer", "sanction.wide.court"))
_BESIEGED: Final = "coerce.bind.besieged"
"""A participle of those who suffer it (السكان محاصرون)."""
_MASTERS: Final = frozenset(
    "قوات قوة جنود اجهزة سلطات رجال شرطة جيش دوريات افراد محكمة محاكم قاض قاضي قاضية قضاة قضاء نيابة "
    "هيئة مجلس ادعاء".split()
)
"""Heads of those who arrest and judge."""
_DISMISSED: Final = "sanction.penalty.dismiss"
"""Whom one who did something before dismisses stands right behind the verb (جمد الرئيس البرلمان وأقال رئيس الحكومة)."""
_ENVOYS: Final = frozenset("سفير سفراء سفيرة دبلوماسي دبلوماسيين دبلوماسيا قنصل ملحق قائم".split())
_HELD: Final = frozenset(
    "ناشط ناشطة صحفي صحافي صحفية صحافية معارض متهم متهمة مشتبه متظاهر محتج مدون شاب طالب طالبة امام خطيب داعية "
    "مهرب ارهابي مطلوب رجل فتى طفل مواطن نقابي حقوقي اعلامي كاتب فنان مهاجر جاني قاتل منفذ".split()
)
"""Those who arrest nobody: one of them alone behind the verb of an arrest is arrested (اعتقل الناشط في المطار)."""
_TO_PEOPLE: Final = frozenset(("arrest", "abduct", "deport", "convict", "expel"))
"""Modes of what is done to people: the genitive of the noun suffers it (محاكمة عشرة متهمين، تبرئة مسؤولين)."""
_OBJECTS: Final = frozenset(("A1", "A2"))
"""Slots of the genitive of a phrase's last word, told by the verb that opens the phrase."""
_GENITIVES: Final = frozenset(("Gm", "Gn"))
_FOR: Final = ("P:ل",)
_EXECUTES: Final = "assault.execut"
_EXECUTED: Final = ("P:في", "P:ب", "P:بحق")
"""Prepositions before whoever is sentenced, or executed (entries of executions)."""
_FILED: Final = frozenset(("مقدم", "مقدمة", "مرفوع", "مرفوعة"))
_JUDGEMENTS: Final = frozenset("حكم حكما احكام احكاما حكمت حكموا يحكم تحكم قضى قضت".split())
"""Words of a judgement, whoever stands behind them and على."""
_TERM: Final = 6
"""Tokens of a term between a penalty and whom it is for (السجن 15 سنة لضابط)."""
_SINGLE: Final = frozenset("عنصر عنصرين جندي جنديين ضابط ضابطين مقاتل مقاتلين مسلح مسلحين شرطي شرطيين".split())
"""One or two of a force: who is held, not who holds (احتجاز عنصرين من الأمن)."""
_TRIALS: Final = "sanction.trial"
"""Beginning of entries of trials."""


_GUILTY: Final = frozenset(("ادين", "ادينت", "ادينوا", "ادينا"))
"""The passive of finding guilty."""


class Custody:
    """Reads off who suffers what is done to people by those in power."""

    def __init__(self, reading: Reading) -> None:
        self.r = reading

    def before(self, candidate: Candidate, phrase: Phrase, slots: ByPhrase) -> bool:
        """Whoever stands before the verb of an arrest that has no object behind it (16 شخصا اعتقلوا)."""
        arrested = candidate.id.startswith(_ARRESTS) and phrase.kind not in POWERS
        arrested = arrested and self.r.words[phrase.head].core != "دورية"
        return arrested and not self._has_object(slots) and not self._upon(candidate)

    def tried(self, candidate: Candidate, phrase: Phrase, slot: str) -> bool:
        """Who is tried where the verb bears the noun of the trial (بدأت محاكمة الرئيس) or tells that he comes before
        judges (مثل المتهم أمام المحكمة, أحيل 26 متهما إلى القضاء)."""
        if candidate.mode != "convict" or slot not in {"A1", "A1s", "A1r"} or phrase.kind not in {"people", "person"}:
            return False
        if self.r.words[phrase.head].core in _MASTERS:
            return False
        last = self.r.words[candidate.last].core
        return phrase.first == candidate.last + 1 and (last == _TRIAL or candidate.id in _BEFORE_JUDGES)

    def behind(self, candidate: Candidate, phrase: Phrase, slots: ByPhrase) -> bool:
        """Whoever stands right behind the verb of an arrest: a count of people, or somebody indefinite where nobody
        else can be the object (اعتقل إرهابيان)."""
        if candidate.id == "sanction.expel.diplomat":
            return self.r.words[phrase.head].core in _ENVOYS
        if candidate.id == _DISMISSED:
            tied = self.r.words[candidate.first].pro[:1] == "و" and has(slots, "S")
            return tied and phrase.kind == "person" and not any(slot.startswith("A2") for slot in slots.values())
        if candidate.id in COMPELS:
            return phrase.kind in HUMANS and not any(
                slot.startswith(("B", "S", "R")) or (slot.startswith("A2") and one.first <= phrase.last + 2)
                for one, slot in slots.items()
            )
        return candidate.id.startswith(_ARRESTS) and self._seized(candidate, phrase, slots)

    def counted(self, candidate: Candidate, phrase: Phrase, slots: ByPhrase) -> bool:
        """A count of people behind the verb of an arrest and where it was, with no object (اعتقل في إسطنبول أربعة
        صحفيين)."""
        lone = candidate.id.startswith(_ARRESTS) and not any(
            slot.startswith(("A2", "B", "S")) for slot in slots.values()
        )
        return lone and self._counted(phrase)

    def besieged(self, candidate: Candidate, phrase: Phrase, slot: str) -> bool:
        """Whom a participle right behind calls besieged (السكان محاصرون)."""
        return candidate.id == _BESIEGED and slot == "N1" and phrase.last >= candidate.first - 2

    def of_noun(self, candidate: Candidate, phrase: Phrase, slot: str, slots: ByPhrase) -> bool:
        """Who is arrested, judged or besieged: the genitive of the noun, if it is no force with an object of its own;
        that of a phrase's last word as well (بدأت أمس محاكمة عشرة متهمين)."""
        if slot == "P:الى" and candidate.mode == "convict" and self.r.words[candidate.last].core in _CHARGES:
            return phrase.kind in {"people", "person"} and self.r.words[phrase.head].core not in _MASTERS
        kind = slot[:2]
        if kind not in _OBJECTS and slot not in _GENITIVES:
            return False
        held = candidate.head is not None and candidate.id.startswith(_TAKEN) and slot == "A1"
        if held and candidate.head is not None and candidate.head[1] < phrase.first < candidate.first:
            prison = self.r.words[candidate.last]  # أودع الوزير سجن الحراش
            named = prison.core == "سجن" and not prison.det
            return self._one_man(phrase) and (named or not has(slots, "A2"))
        if kind in _OBJECTS:
            behind = phrase.first > candidate.last and candidate.head is not None
            lone = behind and adjacent(self.r, candidate.last, phrase)
        else:
            objects = any(one.startswith("A2") for one in slots.values())
            lone = not objects and not has(slots, "P:ل")
        core = self.r.words[phrase.head].core
        people = core in _SINGLE or (phrase.kind in {"people", "person"} and core not in _MASTERS)
        return lone and people and (candidate.mode in _TO_PEOPLE or candidate.id.startswith(_ARRESTS))

    def judged(self, candidate: Candidate, phrase: Phrase) -> bool:
        """Somebody right behind the noun of a trial is tried (ستبدأ محاكمة الرئيس السابق)."""
        if candidate.mode != "convict" or phrase.prep or phrase.first != candidate.last + 1:
            return False
        return phrase.kind in {"people", "person"} and self.r.words[phrase.head].core not in _MASTERS

    def condemned(self, candidate: Candidate, phrase: Phrase, slot: str) -> bool:
        """Who is tried or sentenced, by what stands right before him."""
        judged = slot == "by" and self.judged(candidate, phrase)
        held = judged or self._in_the_dock(candidate, phrase) or self._let_go(candidate, phrase, slot)
        held = held or self._found_guilty(candidate, phrase)
        return held or self.sentenced(candidate, phrase, slot)

    def _found_guilty(self, candidate: Candidate, phrase: Phrase) -> bool:
        """Who stands, counted or not, right behind the passive of finding guilty (أدين خمسة رجال بقتل حارس)."""
        verb = candidate.first if candidate.head is None else candidate.head[1]
        if candidate.mode != "convict" or self.r.core(verb) not in _GUILTY or phrase.prep:
            return False
        at = verb + 1
        at += at in self.r.number_tokens
        return phrase.first == at and phrase.kind in {"people", "person"}

    def _let_go(self, candidate: Candidate, phrase: Phrase, slot: str) -> bool:
        """Who stands, counted or not, right behind the noun of freedom (إطلاق سراح صحفي)."""
        if candidate.mode != "release" or slot[:1] != "G" or self.r.words[candidate.last].core != _FREEDOM:
            return False
        at = candidate.last + 1
        at += at in self.r.number_tokens
        return phrase.first == at and phrase.kind in {"people", "person"}

    def _in_the_dock(self, candidate: Candidate, phrase: Phrase) -> bool:
        """Who stands, counted or not, right behind the word of a trial (بدأت محاكمة 12 متهما)."""
        if candidate.pos != "n" or phrase.prep or not candidate.id.startswith(_TRIALS):
            return False
        at = candidate.last + 1
        at += at in self.r.number_tokens
        return phrase.first == at and phrase.kind in {"people", "person"}

    def sentenced(self, candidate: Candidate, phrase: Phrase, slot: str) -> bool:
        """Whom a sentence is for (السجن المؤبد لوزير سابق، نفذت حكم الإعدام في 37 شخصا) and who appealed against it
        (رفض الطعن المقدم من الرئيس)."""
        if phrase.first <= candidate.last or not slot.startswith("P:"):
            return False
        preps = _EXECUTED if candidate.id.startswith(_EXECUTES) else _FOR if candidate.mode == "convict" else None
        if preps is None:
            return False
        if phrase.kind not in {"people", "person"} or self.r.words[phrase.head].core in _MASTERS:
            return False
        if slot == "P:من":
            return self.r.words[phrase.first - 2].core in _FILED
        near = phrase.first - candidate.last <= _TERM
        noun = candidate.pos == "n" or candidate.form == "phrase"
        return near and noun and slot in preps

    def upon(self, candidate: Candidate, row: list[Phrase]) -> Phrase | None:
        """On whom judgement was given whose term the candidate tells (الحكم على صحفي بالسجن خمس سنوات)."""
        if candidate.mode != "convict":
            return None
        for phrase in row:
            if phrase.last < candidate.first <= phrase.last + _TERM and phrase.prep == "على":
                if phrase.kind not in {"people", "person"} or self.r.words[phrase.head].core in _MASTERS:
                    continue
                if any(word.core in _JUDGEMENTS for word in self.r.words[max(0, phrase.first - 3) : phrase.first]):
                    return phrase
        return None

    def _seized(self, candidate: Candidate, phrase: Phrase, slots: ByPhrase) -> bool:
        alone = not any(slot.startswith(("A2", "P:على", "S")) for slot in slots.values())
        tried = alone and candidate.id == _TRIED and self.r.words[phrase.head].core not in _MASTERS
        lone = alone and (not phrase.definite or self.r.words[phrase.head].core in _HELD or self._civil(phrase))
        if alone and candidate.id.startswith(_TAKEN) and self._one_man(phrase):
            return True
        return self._counted(phrase) or tried or (phrase.kind in {"people", "person"} and lone)

    def _one_man(self, phrase: Phrase) -> bool:
        """Somebody by name or title, alone beside the verb (أوقف النائب السابق في منزله): a body makes arrests."""
        if self.r.words[phrase.head].core in _MASTERS:
            return False
        return phrase.kind == "person" or (phrase.kind == "people" and phrase.entry is not None and self._held(phrase))

    def _held(self, phrase: Phrase) -> bool:
        return phrase.number == "s" and phrase.role in _UNDER_ARREST

    def _civil(self, phrase: Phrase) -> bool:
        """Somebody who has no power to arrest (اختطف التاجر من منزله): a force would have an object."""
        return phrase.role == "witness" and phrase.number != "p" and self.r.words[phrase.head].core not in _MASTERS

    def _counted(self, phrase: Phrase) -> bool:
        return phrase.kind in {"people", "person"} and phrase.first - 1 in self.r.number_tokens

    def _upon(self, candidate: Candidate) -> bool:
        """A suffix is the object (قبضت عليها)."""
        behind = self.r.forms[candidate.last + 1 : candidate.last + 2]
        return bool(behind) and behind[0] in UPON

    def _has_object(self, slots: ByPhrase) -> bool:
        return any(slot.startswith(("A1", "A2", "P:على")) for slot in slots.values())
