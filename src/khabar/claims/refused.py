"""Events that are told only as what somebody refuses, knows nothing of or calls mere talk (رفض استقبال الوفد, نفى علمه
بالعملية)."""

from __future__ import annotations

from typing import Final

from khabar.claims.candidates import Candidate
from khabar.claims.charges import KNOWING
from khabar.claims.clauses import BREAKS
from khabar.claims.kinds import CENSURE, VERBAL_TYPES
from khabar.mentions.phrase_words import PAUSE
from khabar.mentions.reading import Reading

OFFERS: Final = frozenset(
    "طلب طلبا طلبات مطلب مطالب عرض عرضا عروض مقترح مقترحا مقترحات اقتراح اقتراحا اقتراحات مبادرة مبادرات خطة خطط مشروع "
    "مشروعا مشاريع مشروعي مسودة نص شرط شروط شروطا دعوة دعوات ضغط ضغوط ضغوطا وساطة وساطات قرار قرارا قرارات تقرير "
    "تقريرا تقارير رسالة رسائل املاءات انذار انذارا مهلة صفقة تسوية هدنة فكرة رؤية توصية توصيات تصريحات تصريح اتهام "
    "اتهامات مزاعم ادعاءات رواية روايات انتقادات افتراءات تهديدات موقف مواقف شكوى دعوى حكم استنتاجات نتائج".split()
)
"""Nouns of what is proposed, demanded or said to somebody, and refused by him."""
REFUSING: Final = frozenset("رفض رفضا اعتراض اعتراضا اعتراضات معارضة ممانعة تحفظ تحفظا تحفظات فيتو الفيتو نقض".split())
"""Nouns of refusing, whose adjective or whose من tells who refuses."""
DENIES: Final = frozenset("نفى نفي نفت نفوا ينفي تنفي ينفون نافيا نافية انكر انكرت ينكر تنكر".split())
_REFUSES: Final = frozenset(
    "رفض رفضت رفضوا رفضا يرفض ترفض يرفضون نرفض رافضا رافضة رافضين عارض عارضت يعارض تعارض يعارضون معارضة معارضا تجاهل "
    "تجاهلت يتجاهل تتجاهل استبعد استبعدت يستبعد تستبعد مستبعدا مستبعدة".split()
)
_PURPOSES: Final = frozenset(("رفضا", "احتجاجا", "اعتراضا", "تنديدا", "استنكارا"))
_CONTENTS: Final = frozenset(("REQUEST", "CONSULT", "AID", "RETREAT", "COOPERATE", "SUPPORT"))
"""Types of what somebody would have done who refuses it (رفض استقبال الوفد)."""
_ANY: Final = frozenset("اي لاي باي واي اية لاية باية".split())
_LEADING: Final = frozenset(("من", "مع", "في", "الى", "عن"))
_TALK: Final = "حديث"
_REACH: Final = 9
_NEAR: Final = 4


def demanded(reading: Reading, candidate: Candidate) -> bool:
    """The noun of a demand is what a word of refusing right before it governs (رفضت ماي مطالب المعارضة)."""
    if candidate.type not in _CONTENTS or reading.words[candidate.first].pro:
        return False
    if candidate.pos != "n":
        return candidate.type == "REQUEST" and reading.words[candidate.first - 1].core in REFUSING
    for at in range(candidate.first - 1, max(-1, candidate.first - 1 - _REACH), -1):
        if reading.words[at].core in _REFUSES and not reading.words[at].det:  # not المعارضة
            return True
        if reading.acts[at] and reading.words[at].cls != "l":
            return False
        if reading.forms[at] in BREAKS or reading.forms[at] in PAUSE or reading.forms[at] in _LEADING:
            return False
    return False


def whatever(reading: Reading, candidate: Candidate) -> bool:
    """Only that any such deed is refused or warned of (رفضها لأي تدخل عسكري)."""
    if candidate.pos != "n" or candidate.type in VERBAL_TYPES or reading.forms[candidate.first - 1] not in _ANY:
        return False
    for at in range(candidate.first - 2, max(-1, candidate.first - 2 - _REACH), -1):
        if reading.words[at].core in _REFUSES or reading.words[at].core in REFUSING:
            return True
        if reading.acts[at] or reading.forms[at] in BREAKS:
            return False
    return False


def purpose(reading: Reading, candidate: Candidate, last: Candidate | None) -> bool:
    """What a protest told right before is for (قاطعت الكتلة الجلسة رفضا للتصويت)."""
    if last is None or last.type != "PROTEST" or last.sentence != candidate.sentence:
        return False
    return candidate.type in CENSURE and reading.words[candidate.first].core in _PURPOSES


def spoken_of(reading: Reading, candidate: Candidate) -> bool:
    """Only talk of the event, which somebody calls something (الحديث عن هجوم وشيك هراء)."""
    if candidate.pos != "n" or candidate.type in VERBAL_TYPES or candidate.first < 2:
        return False
    talk = reading.words[candidate.first - 2]
    return reading.forms[candidate.first - 1] == "عن" and talk.core == _TALK and talk.det


def unknown(reading: Reading, candidate: Candidate) -> bool:
    """Only that somebody knew of the event is denied (نفى علمه المسبق بعملية الاغتيال)."""
    if "ب" not in reading.words[candidate.first].pro:
        return False
    for at in range(candidate.first - 1, max(-1, candidate.first - _NEAR), -1):
        if reading.words[at].core in KNOWING:
            low = max(0, at - _REACH)
            return any(reading.words[one].core in DENIES for one in range(low, at))
    return False
