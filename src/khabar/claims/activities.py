"""Verbal nouns in the place of a party (قاموا بتصفيته وإخفاء جثمانه, رصاصات خلال تفريق مظاهرة ضد انعدام الخدمات): they
are what somebody does, and neither do a deed nor suffer it. Whose way is barred stands behind them (منع دخول الوفد)."""

from __future__ import annotations

from typing import Final

from khabar.claims.blamed import APART
from khabar.claims.candidates import Candidate
from khabar.claims.kinds import DEEDS
from khabar.mentions.names import Named
from khabar.mentions.phrase import ByPhrase, Phrase
from khabar.mentions.reading import Reading

_PASSAGE: Final = frozenset("دخول ادخال عبور مرور وصول ايصال خروج اخراج سفر مغادرة اجلاء تنقل اقتراب عودة".split())
"""Verbal nouns of moving and bringing, whose genitive is whoever is kept from it."""
_ACTIVITIES: Final = _PASSAGE | frozenset(
    "تحرير تدمير تنسيق تنامي تنفيذ تاهيل تامين تسليم تسلم تسديد تزويد تمويل تدريب تسليح تشكيل تعزيز تطوير "
    "تحقيق تقويض تقليص تحجيم تخفيف تصعيد تمديد تجديد توفير توحيد توزيع تسهيل تلبية تنظيف تمشيط تطهير تفتيش تعيين "
    "تشريح تسجيل تقديم تاكيد تبادل تواجد تخابر تشاور تدافع تزاحم تزايد تخليص ترويع ترهيب ترويج اخفاء اجبار ارغام "
    "اطلاق افراج انهاء ايجاد اصدار اعلان اثارة ازاحة اقامة اعادة ارسال انقاذ اسقاط استعادة استرجاع استخدام استمرار "
    "استئناف استكمال استدراج استبدال استلام استقبال استيلاء انعدام انتشار انتقال انقطاع انهيار انطلاق افتتاح اجتياز "
    "ارتكاب اشتباه اتخاذ احتواء اختراق ارتفاع انخفاض ازدياد ضعف بطالة فساد قهر منع كسر فك رفع خفض فرض شن نقل جمع حصول "
    "وجود وقوع مكافحة محاربة ملاحقة متابعة مطاردة معاقبة محاسبة ممارسة محاولة جلوس حضور انتخاب اعدام".split()
)


def settle(reading: Reading, candidate: Candidate, row: list[Phrase], found: ByPhrase) -> None:
    """Add to ``found`` (phrase to role) the verbal nouns that are no party to a deed."""
    if candidate.type not in DEEDS:
        return
    for phrase in row:
        if phrase.kind != "thing":
            continue
        core = reading.words[phrase.first].core
        if core in _ACTIVITIES and not (_kept_from(phrase, core) and found.get(phrase) == "target"):
            found[phrase] = APART


def barred(reading: Reading, candidate: Candidate, phrase: Phrase | None) -> Named | None:
    """Who is kept from what a phrase tells (منع دخول المسافرين, حظر إدخال المساعدات), or None."""
    if candidate.type != "COERCE" or phrase is None or phrase.kind != "thing":
        return None
    if not _kept_from(phrase, reading.words[phrase.first].core):
        return None
    start, end, text = reading.bare(phrase.first + 1, phrase.last)
    return Named(text, phrase.country, None, start, end)


def _kept_from(phrase: Phrase, core: str) -> bool:
    return core in _PASSAGE and phrase.last > phrase.first
