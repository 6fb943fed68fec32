"""Whose a position, a machine or a force is, what part of a place stands for the whole: phrases that stand for
others."""

from __future__ import annotations

from typing import Final

from khabar.mentions.among import among, by_core, by_form
from khabar.mentions.phrase import Phrase
from khabar.mentions.reading import Reading

_OWNERS: Final = frozenset(
    ("military", "state", "armed-group", "government", "alliance", "organisation", "person", "people")
)
_HOLDINGS: Final = frozenset(
    "موقع مواقع مواقعا هدف اهداف اهدافا مقر مقار مقرات مخزن مخازن مستودع مستودعات نقطة نقاط معقل معاقل تجمع تجمعات "
    "منشاة منشات مركز مراكز معسكر معسكرات ثكنة ثكنات رتل ارتال تحصينات خنادق اوكار وكر تعزيزات دورية دوريات حاجز حواجز "
    "موقعا هدفا مقرا مخزنا مستودعا معقلا تجمعا مركزا معسكرا رتلا حاجزا موكبا مخفرا "
    "الية اليات عربة عربات مدرعة مدرعات موكب مواكب مخفر مخافر".split()
)
_POSTS: Final = frozenset("مركز مركزا مخفر مخفرا نقطة حاجز حاجزا ثكنة مقر مقرا دورية موكب موكبا".split())
_OFFICIAL: Final = frozenset(("government", "military"))
"""Posts and patrols that are meant themselves where the police or an army has them (مركز للشرطة)."""
_POSITIONS: Final = frozenset(
    "موقع مواقع مواقعا موقعا هدف اهداف اهدافا هدفا معقل معاقل معقلا تجمع تجمعات تجمعا نقطة نقاط".split()
)
"""Those of them that say no more than that somebody is there."""
_BODIES: Final = frozenset(("جبهة", "حركة", "هيئة", "حزب", "تنظيم", "جماعة", "فصيل", "ميليشيا", "مليشيا", "كتيبة"))
"""Bodies named again by their first word."""
_PARTS: Final = frozenset(
    "جزء جزءا اجزاء اجزاءا معظم بقية جانب جانبا مساحة مساحات نصف ثلث ثلثي ثلثا ربع قسم قسما".split()
)
_SOME: Final = frozenset("قسم جمع فريق جزء مجموعة جماعة حشد فصيل لفيف معظم بقية غالبية".split())
"""Words for some of a group (قسم من الحركة)."""
_LOTS: Final = frozenset("دفعة وجبة موجة طليعة".split())
"""Words for some of those who come or go one after the other (الدفعة الأولى من المهجرين)."""
_USED: Final = _HOLDINGS | frozenset("مبنى مبني مباني مبان منزل منازل مزرعة مزارع مدرسة مدارس".split())
"""What somebody may use as a position."""
_BELONGING: Final = frozenset(
    "تابع تابعة تابعين تابعا عائد عائدة عائدا عسكري عسكرية عسكريا عدة مختلفة متفرقة يشتبه يعتقد يرجح قيل في "
    "اسلحة سلاح ذخيرة ذخائر صواريخ قذائف متفجرات وقود "
    "انها بانها انه بانه تتبع يتبع تعود يعود حربية مقاتلة".split()
)
_USED_BY: Final = frozenset(
    "تستخدم يستخدم تدير يدير تحرس يحرس تشغل يشغل تملك يملك تتخذ يتخذ تسيطر يسيطر تتمركز يتمركز تتحصن يتحصن تنتشر ينتشر "
    "تستعمل يستعمل تستغل يستغل تتواجد يتواجد يوجد".split()
)
"""Verbs whose subject holds the position that the suffix stands for (منشآت تستخدمها فصائل, مواقع تسيطر عليها)."""
_HELD: Final = frozenset("عليها عليه عليهما فيها فيه فيهما بها به".split())
_BELONG: Final = (
    "مواطن مواطني مواطنو سكان اهالي ابناء ابن ابنة رعايا اتباع حلفاء حليف شعب اسرى معتقلي سجناء مدنيي نساء اطفال زوجة "
    "حلفاؤ حلفائ شركاء شركاؤ شركائ ابناؤ ابنائ اعداء اعداؤ اعدائ اصدقاء اصدقاؤ اصدقائ زملاء زملاؤ زملائ انصار "
    "زوج والد والدة شقيق شقيقة اخ عائلة اسرة اقارب ذوي سائق مرافق مرافقي حراس حارس مبعوث سفير سفراء دبلوماسيي نازحي "
    "عمال موظفي موظف طلاب مؤيدي انصار مناصري خصوم معارضي صحفيي جيران "
    "بنت بنات ابنا ابني ابنتا ابنتي زوجتا زوجتي ولد ولدا ولدي اولاد نجل نجلا نجلي انجال طفل طفلة طفلا طفلي طفلتا "
    "طفلتي شقيقا شقيقي اشقاء اشقائ اشقاؤ اخت اختا اختي اخوة اخوات حفيد حفيدة احفاد والدا والدي جد جدة عم عمة خال خالة "
    "صهر خطيب خطيبة زوجات قريب قريبة اقرباء اقربائ اقرباؤ زميل زميلة زميلي صديق صديقة جار جارة محامي سكرتير "
    "سكرتيرة".split()
)
_OWN_PEOPLE: Final = frozenset(_BELONG) | {f"{one[:-1]}ت" for one in _BELONG if one.endswith("ة")}
"""Who belongs to somebody and acts or suffers for himself (مواطنوها, حلفاؤه، زوجته)."""
_UNITS: Final = frozenset("كتائب سرايا قوات ميليشيات مليشيات الوية فصائل جماعات عصائب وحدات فرق".split())
"""Plurals that a suffix of the feminine stands for (قالت الكتائب إن مقاتليها)."""
_USE_REACH: Final = 6
"""Tokens between a position and the verb that tells whose it is."""


def _unsuffixed(core: str) -> str:
    """A verb that no resource knows without the suffix of its object."""
    if core[-1:] not in {"ا", "م", "ه"}:
        return core
    return next((core.removesuffix(suffix) for suffix in ("هما", "ها", "هم", "ه") if core.endswith(suffix)), core)


_IS_LOT: Final = by_core(_LOTS)
_HOLDS_IT: Final = by_form(_HELD)


class Holders:
    """Reads off what stands for what, among phrases that follow each other."""

    def __init__(self, reading: Reading) -> None:
        self.words = reading.words
        self.forms = reading.forms

    def holds(self, previous: Phrase, phrase: Phrase) -> bool:
        """What somebody holds (مواقع لحزب الله, أهداف تابعة لداعش) stands for its holder."""
        if phrase.prep != "ل":
            return False
        body = self.words[phrase.first].core in _BODIES and self.words[phrase.first].det
        if not (body or phrase.kind in _OWNERS):
            return False
        between = [self.words[at].core for at in range(previous.last + 1, phrase.first)]
        if not {phrase.kind, phrase.role}.isdisjoint(_OFFICIAL) and self.words[previous.first].core in _POSTS:
            return False
        return self.holding(previous) and set(between) <= _BELONGING

    def told_apart(self, previous: Phrase, phrase: Phrase) -> bool:
        """What is held is told by what it is (حاجز للجيش, مواقع تدريب للفصائل), not as some position (مواقع للفصائل):
        its holder stands right behind it."""
        if previous.last + 1 != phrase.first:
            return False
        return previous.last > previous.first or self.words[previous.first].core not in _POSITIONS

    def part(self, previous: Phrase, phrase: Phrase) -> bool:
        """A part of a place (أجزاء من المدينة, جانبا كبيرا من المدينة) stands for it."""
        lot = among(self.words[previous.first]) & _IS_LOT != 0 and previous.kind == "thing"
        if lot and phrase.kind in _OWNERS and self.forms[phrase.first - 1] == "من":
            return phrase.first - previous.last == 2
        if phrase.prep != "من" or previous.kind not in {"thing", "government"}:
            return False
        group = phrase.kind in _OWNERS or (phrase.kind == "thing" and self.words[phrase.first].core in _BODIES)
        known = self.words[phrase.first].det or (phrase.kind == "people" and phrase.definite)
        if group and known and self.words[previous.first].core in _SOME:
            return phrase.first - previous.last == 2
        if phrase.kind not in {"place", "state"}:
            return False
        return self.words[previous.first].core in _PARTS and phrase.first - previous.last == 2

    def holding(self, phrase: Phrase) -> bool:
        """A position or a store that somebody holds."""
        return phrase.kind in {"thing", "machine"} and self.words[phrase.first].core in _HOLDINGS

    def give(self, phrase: Phrase, before: list[Phrase]) -> None:
        """Make the phrase the owner of a machine that belongs to it (طائرات تابعة للتحالف) or of a position that it
        uses or holds (منشآت في العراق تستخدمها فصائل)."""
        if not before or phrase.kind not in _OWNERS:
            return
        if phrase.prep == "ل" and before[-1].kind == "machine":
            between = {self.words[at].core for at in range(before[-1].last + 1, phrase.first)}
            if between <= _BELONGING and (between or not before[-1].definite):
                before[-1].owner, phrase.holds = phrase, True
                return
        if phrase.prep:
            return
        at = phrase.first - 1 - (among(self.words[phrase.first - 1]) & _HOLDS_IT != 0)
        verb = self.words[at]
        stem = verb.core if verb.enc else _unsuffixed(verb.core)
        if stem not in _USED_BY or (stem == verb.form and at == phrase.first - 1):
            return
        for other in reversed(before):
            if other.kind in {"thing", "place"} and self.words[other.first].core in _USED:
                if at - other.last <= _USE_REACH:
                    other.owner, phrase.holds = phrase, True
                return

    def owner(self, phrase: Phrase, before: list[Phrase]) -> Phrase | None:
        """Whose forces قواته, مقاتلاته, وحداتها are: the nearest body or person before that the suffix agrees with."""
        suffix = self.words[phrase.first].enc
        if not suffix or suffix not in {"ه", "ها", "هم"} or phrase.kind not in {"people", "machine", "military"}:
            return None
        if self.words[phrase.first].core in _OWN_PEOPLE:
            return None
        for other in reversed(before):
            if other.kind in _OWNERS and other.prep in {"", "ل"} and other.role != "document":
                core = self.words[other.head].core
                feminine = other.kind == "state" or core.endswith("ة") or core in _UNITS
                if suffix == "هم" or feminine == (suffix == "ها"):
                    return other.body or other
        return None
