"""Who cannot be the target of a deed: who does something else to what a suffix stands for, where something was said,
what is demanded, where people were seized."""

from __future__ import annotations

from typing import Final

from khabar.claims.blamed import APART
from khabar.claims.candidates import Candidate
from khabar.claims.clauses import Clauses
from khabar.claims.kinds import HARM, SOMEBODY, VERBAL_TYPES
from khabar.claims.laid import blamer, laid
from khabar.lexicon.words import THIRD, Word
from khabar.mentions.phrase import ByPhrase, Phrase
from khabar.mentions.reading import Reading

NO_TARGET: Final = "no target"
_SUBJECT: Final = "N1"
"""Slot of the subject before a verb."""
_WHERE: Final = frozenset(("في", "ب", "داخل", "خارج", "قرب", "وسط"))
_INSIDE: Final = frozenset(("في", "ب"))
_WHENCE: Final = _WHERE | {"من", "عبر", "فوق", "شمال", "جنوب", "شرق", "غرب"}
_AREAS: Final = frozenset("محافظة محافظات ولاية ولايات اقليم مقاطعة مديرية معتمدية".split())
_OF_SOMEBODY: Final = frozenset(("REQUEST", "REJECT", "THREATEN"))
"""Types whose target is somebody, not what is asked or refused."""
_ABSTRACT: Final = frozenset(
    "اذى ضوء توالي مقارنة اجمالي وقت لحظة سياق اطار ظل خلفية صلة نسبة معدل عدد جميع بعض عمل سير فتنة قمع ماضي حاضر "
    "مستقبل جروح تدبير اعادة وصول دخول خروج عبور مرور تنقل حركة تخريب تدمير سلام اضرار خسائر انترنت مباشرة حل حلول "
    "نزوح هروب فرار مغادرة رحيل هجرة تنازل استقالة اعتراف توقيع قبول عودة فوز تقدم تراجع "
    "ضرورة امكانية احتمال قدرة حاجة رغبة نية خطوة مسالة قضية امر شان وضع اوضاع حالة ظروف نتيجة نتائج سبب اسباب شكل "
    "لاحقا سابقا حاليا مؤخرا قريبا مجددا مرات مرتين فورا تدريجيا غالبا احيانا "
    "عمر عاما سنة شهرا نهار ليل ليلة صباح مساء فجر ايام ساعات دقائق اشهر سنوات اعوام تزامن توازي "
    "اضرارا محاولة محاولات شنقا رميا خنقا ذبحا طريقة اسم عنوان رقم عام شهر اسبوع يوم ساعة مرة فترة مرحلة بداية "
    "نهاية حياة بحياة ارواح دموع".split()
)
"""Nouns of what is no party to anything when they stand alone."""
_WOUNDS: Final = ("بجراح", "بجروح", "جراحه", "جروحه")
_RESULTS: Final = frozenset(
    "تصاعد اندلاع اشتعال اعمدة دخان حريق حرائق نيران السنة اضرار تضرر ذعر هلع حالة موجة".split()
)
"""Heads of what an attack leads to, however they go on (أدى القصف إلى تصاعد أعمدة الدخان)."""
_VAGUE: Final = frozenset("مناطق اجزاء مساحات جبهات محاور اراض انحاء جيوب اماكن".split())
"""Heads of areas that nothing but a number or a size is told of."""
_SIZES: Final = frozenset(
    "واسع واسعة شاسع شاسعة كبير كبيرة متفرقة مختلفة متعددة عدة اخرى كثيرة جديدة مهمة صغيرة محدودة قليلة متفرق معزولة "
    "عديدة قريبة مجاورة متاخمة محيطة حدودية جبلية صحراوية ريفية زراعية مفتوحة خالية".split()
)
_LAND: Final = frozenset(("اراضي", "اراض", "مساحة", "مساحات"))
_FRACTIONS: Final = frozenset("ثلث ثلثي ثلثا نصف ربع معظم اغلب غالبية جل اكثر ارباع المئة المائة".split())
_HEALING: Final = frozenset("مستشفى مستشفي مستشفيات مشفى مشفي مشافي مشاف عيادة عيادات".split())
_ONE: Final = frozenset(("احد", "احدى", "بعض", "جميع", "كل"))
"""Words behind which an adjective stands for people (أحد المحليين)."""
_WAYSIDE: Final = frozenset(
    "متن طريق طرق طريقي مسافة مقربة خلفية راس رؤوس جانب جانبي جوانب مستوى مدى مراى مدار طول امتداد وقع هامش قارعة "
    "حافة".split()
)
"""Nouns behind على that tell where or how, not at what."""
OF_PEOPLE: Final = frozenset(("arrest", "abduct", "deport", "convict"))
"""Modes of what is done to people alone: a place is where."""


_MANNER: Final = frozenset("قوة شدة حدة صراحة حزم اصرار الحاح".split())
"""Nouns behind ب that tell how somebody speaks or acts."""
BODY: Final = {
    part + suffix: suffix
    for part in "راس جسد صدر ظهر بطن ساق قدم عنق رقبت وجه ذراع كتف فخذ جسم اجساد رؤوس صدور".split()
    for suffix in ("ه", "ها", "هم", "هما")
}
"""Parts of somebody's body with the suffix of whoever is hit."""
_TOLD: Final = frozenset("حسب بحسب وفق وفقا طبقا حسبما".split())
"""Words behind which somebody is who tells."""
_LEADERSHIP: Final = frozenset("قيادة رئاسة زعامة امرة مشاركة رعاية اشراف".split())
"""Nouns that with ب tell under whom something is done (بقيادة اللواء)."""
_MOUTH: Final = "لسان"
"""Behind it stands by whom somebody has it said (على لسان وزير خارجيتها)."""
_HARSHEST: Final = frozenset(("اشد", "اقسى", "اقسي", "اقوى", "اقوي"))
_LAW: Final = frozenset("قضاء قانون قوانين محكمة محاكم نيابة مكافحة مادة استئناف رئاسة".split())
_JUDGED: Final = frozenset(("convict", "arrest"))
_BEFORE: Final = frozenset(("الى", "امام", "ل"))
_COURTS: Final = frozenset("محكمة محاكم قضاء نيابة قاضي جنايات مدعي محاكمة".split())
_AFTER_DEATHS: Final = frozenset(("PROTEST", "SANCTION", "COERCE", "RETREAT", "MOBILIZE"))
"""Types of deeds to which the dead of another one are no party (مسيرات عقب وفاة شقيقين، السجن في قضية اغتيال فلان)."""
_DEATHS: Final = frozenset("مقتل مصرع وفاة استشهاد اغتيال رحيل".split())
_PUNISHED: Final = _JUDGED | {"execution"}
_OF_GAS: Final = frozenset("مسيل مسيلة مدمع مغلف".split())
"""What gas and bullets are, cut off from their noun."""
_SPYING: Final[tuple[str, ...]] = ("تجسس", "تخابر", "تعامل", "تعاون", "عمال")
"""Beginnings of nouns of working for somebody, for which people are judged (بتهمة التجسس لإسرائيل)."""
_VERDICTS: Final = frozenset("حكم احكام عقوبة حبس سجن مذكرة مذكرات قرار اعتقال توقيف تهمة تهم جلسة جلسات قضية".split())
"""What is passed, not on whom."""


def nobody(reading: Reading, phrase: Phrase) -> bool:
    """What nothing is done to: a measure, a time, a deed without its doer, an adjective cut off from its noun, the
    participle of speaking (متحدثا شريطة عدم كشف هويته)."""
    word = reading.words[phrase.first]
    if word.pro and "ب" in word.pro and word.core in _LEADERSHIP:
        return True
    if reading.words[phrase.first - 1].core == _MOUTH:
        return True
    if word.core == "عبارات" and reading.words[phrase.first - 1].core in _HARSHEST:
        return True
    if word.core == "قضاء" and reading.forms[phrase.last + 1 : phrase.last + 2] == ["على"]:
        return True
    if word.form == "سنة" and phrase.first - 1 in reading.number_tokens:
        return True
    if phrase.kind != "thing":
        manner = phrase.first == phrase.last and word.core in _MANNER and ("ب" in word.pro or word.det)
        return manner or word.form == "متحدثا"
    if (word.form.removeprefix(word.pro) if word.pro else word.form) in BODY or (
        word.core == "اسر" and phrase.prep == "في"
    ):
        return True
    if word.core in _OF_GAS or word.form.startswith(_WOUNDS):
        return True
    if word.cls == "j" and (phrase.country is None or not phrase.prep or phrase.first == phrase.last):
        return word.det and reading.words[phrase.first - 1].core not in _ONE
    before = reading.words[phrase.first - 1].form
    if word.form.endswith("يا") and before.endswith("ا") and phrase.first - 1 not in reading.number_tokens:
        return True
    return (phrase.first == phrase.last and word.core in _ABSTRACT) or word.core in _RESULTS


def vague(reading: Reading, phrase: Phrase) -> bool:
    """Land without a name of its own (مناطق واسعة, ثلث أراضي البلاد): where something was done, not to what."""
    core = reading.words[phrase.first].core
    land = core in _LAND and reading.words[phrase.first - 1].core in _FRACTIONS
    if (phrase.kind != "thing" and phrase.kind != "place") or phrase.place is not None:
        return land
    if land and not reading.words[phrase.first].det:
        return True
    if phrase.definite or core not in _VAGUE:
        return False
    return all(reading.words[at].core in _SIZES for at in range(phrase.first + 1, phrase.last + 1))


def wayside(reading: Reading, phrase: Phrase) -> bool:
    """Where or how something was done, behind على (على متن سيارة، على جانب الطريق)."""
    return phrase.prep == "على" and reading.words[phrase.first].core in _WAYSIDE


def _heads(word: Word) -> bool:
    """Whoever stands behind the word heads what does the deed (محكمة الجنايات برئاسة المستشار فلان)."""
    return word.pro != "" and "ب" in word.pro and word.core in _LEADERSHIP


def _does_it(candidate: Candidate, phrase: Phrase, slots: ByPhrase) -> bool:
    """Who is to do what a verb of words tells of, before it (إن المقاومة سترد على أي اعتداء)."""
    if candidate.frame != "speech" or phrase.last >= candidate.first:
        return False
    if candidate.pos == "n" and candidate.form != "phrase":
        return False
    return slots.get(phrase) == _SUBJECT


class Untouched:
    """Reads off who suffers nothing by a deed."""

    def __init__(self, reading: Reading, clauses: Clauses) -> None:
        self.r = reading
        self.clauses = clauses

    def settle(self, candidate: Candidate, row: list[Phrase], slots: ByPhrase, found: ByPhrase) -> None:
        """Add to ``found`` (phrase to role) what is no target."""
        kind, mode = candidate.type, candidate.mode
        elsewhere = kind in VERBAL_TYPES or mode in OF_PEOPLE
        harm, judged, attack = kind in HARM, mode in _JUDGED, kind == "ASSAULT"
        after_deaths, punished = kind in _AFTER_DEATHS, mode in _PUNISHED
        if harm and candidate.pos == "n":
            clause = laid(self.r, candidate.last)
            judge = blamer(clause, row) if clause is not None else None
            if judge is not None:
                found[judge] = NO_TARGET
        of_somebody, searches = kind in _OF_SOMEBODY, candidate.id == "coerce.raid.search"
        words, forms, asides = self.r.words, self.r.forms, self.clauses.asides
        for phrase in row:
            away = attack and (wayside(self.r, phrase) or self._brought(candidate, phrase))
            away = away or asides[phrase.first]
            if away or nobody(self.r, phrase) or (harm and vague(self.r, phrase)):
                found[phrase] = NO_TARGET
                continue
            if judged and phrase.kind == "thing" and words[phrase.first].core in _VERDICTS:
                found[phrase] = NO_TARGET
                continue
            if mode == "seize" and phrase.prep == "الى" and phrase.first > candidate.last:
                found.setdefault(phrase, NO_TARGET)  # أسلحة كانت في طريقها إلى المسلحين
            if judged and (self._court(phrase) or self._judges(phrase)):
                found.setdefault(phrase, NO_TARGET)
            if attack and phrase.prep == "مع" and candidate.pos == "n" and phrase.first > candidate.last:
                found.setdefault(phrase, NO_TARGET)  # عملية مع قوات المعارضة
            if after_deaths and not phrase.prep and words[phrase.first - 1].core in _DEATHS:
                found.setdefault(phrase, APART)
            if punished and phrase.first > candidate.last and self._spied_for(phrase):
                found[phrase] = APART
                continue
            source = forms[phrase.first - 1].removeprefix("و") in _TOLD
            if source:
                found[phrase] = NO_TARGET
            if _heads(words[phrase.first - 1]):
                found.setdefault(phrase, NO_TARGET)
            place, thing = phrase.kind == "place", phrase.kind == "thing"
            spared = place and (searches or (elsewhere and phrase.prep in _WHERE))
            spared = spared or (phrase.kind == "state" and phrase.prep in _INSIDE and mode in OF_PEOPLE)
            spared = spared or (of_somebody and thing and (kind == "REQUEST" or self._nobodys(phrase)))
            spared = spared or (attack and self._around(candidate, phrase))
            spared = spared or (kind == "AID" and (thing or phrase.kind == "machine") and not self._names(phrase))
            spared = spared or (elsewhere and _does_it(candidate, phrase, slots))
            if (spared or self._acts_elsewhere(candidate, phrase)) and phrase not in found:
                found[phrase] = NO_TARGET

    def _judges(self, phrase: Phrase) -> bool:
        """Bodies and laws that judge, and what is fought by them, are not judged."""
        if phrase.kind == "person":
            return False
        return self.r.words[phrase.head].core in _LAW or self.r.words[phrase.first - 1].core in _LAW

    def _court(self, phrase: Phrase) -> bool:
        """Before whom somebody is brought (أحال عشرة متهمين إلى القضاء)."""
        return phrase.prep in _BEFORE and self.r.words[phrase.head].core in _COURTS

    def _spied_for(self, phrase: Phrase) -> bool:
        """For whom or with whom those judged are said to have worked."""
        if not phrase.prep:
            return False
        low = phrase.first if self.r.words[phrase.first].pro else phrase.first - 1
        return any(self.r.words[at].core.startswith(_SPYING) for at in range(max(0, low - 2), low))

    def _brought(self, candidate: Candidate, phrase: Phrase) -> bool:
        """Where the wounded were brought (نقل الجرحى إلى المستشفيات)."""
        healing = self.r.words[phrase.first].core in _HEALING
        return healing and (phrase.prep == "الى" or (phrase.prep in _WHERE and candidate.frame == "undergo"))

    def _around(self, candidate: Candidate, phrase: Phrase) -> bool:
        """Where an attack came from or happened, not at what it was aimed: poison alone hits a whole place."""
        if phrase.kind == "state":
            return phrase.prep in _INSIDE and candidate.mode != "chemical"
        place = phrase.kind == "place" or self.r.words[phrase.first].core in _AREAS
        return place and phrase.prep in _WHENCE and candidate.mode != "chemical"

    def _nobodys(self, phrase: Phrase) -> bool:
        return phrase.country is None and not self._names(phrase)

    def _names(self, phrase: Phrase) -> bool:
        """Somebody's name or body stands in the phrase (مزاعم الحركة)."""
        return any(not SOMEBODY.isdisjoint(self.r.lex[at]) for at in range(phrase.first + 1, phrase.last + 1))

    def _acts_elsewhere(self, candidate: Candidate, phrase: Phrase) -> bool:
        """The subject of another verb whose suffix is its object (ألغام تركها المسلحون)."""
        verb = phrase.first - 1
        if phrase.prep or verb <= candidate.last or not self.clauses.acting[verb]:
            return False
        return self.r.words[verb].enc in THIRD
