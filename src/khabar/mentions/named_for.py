"""Names of bodies that end in what they are for (الرابطة التونسية للدفاع عن حقوق الإنسان، الهيئة العليا للانتخابات)."""

from __future__ import annotations

from typing import Final

from khabar.mentions.among import among, by_core
from khabar.mentions.phrase import Phrase
from khabar.mentions.reading import Reading

_BODIES: Final = by_core(
    frozenset(
        "رابطة منظمة جمعية لجنة هيئة شبكة مركز مؤسسة مرصد ائتلاف تنسيقية اتحاد مجلس معهد وكالة صندوق برنامج مفوضية "
        "لجان نقابة بعثة مكتب ادارة مديرية دائرة جهاز امانة سكرتارية كونفدرالية فدرالية فيدرالية "
        "كنفدرالية اكاديمية منتدى ديوان محكمة غرفة شركة تجمع حملة مبادرة ملتقى منصة وحدة عصبة منظمات جمعيات".split()
    )
)
_ENDS: Final = frozenset(
    "دفاع حقوق حق حماية نصرة دعم اغاثة تنمية دراسات بحوث ابحاث اعلام شؤون شئون مكافحة رعاية عدالة سلام ديمقراطية "
    "حريات حرية مساعدات مساعدة انباء هجرة طفولة صحة عمل رصد توثيق مراقبة رقابة احصاء انتخابات قضاء صحافة ارصاد دستور "
    "ثقافة تعليم تربية علوم سياحة رياضة كهرباء نفط غاز طاقة مياه بيئة غذاء زراعة نقل طيران اتصالات بترول معلومات "
    "مصالحة حوار تحقيق تحقيقات استثمار تجارة صناعة اسكان اعمار اعادة تنسيق متابعة تحكيم تضامن مقاطعة تحرير محاسبة "
    "نزاهة شفافية احصاءات احصائيات جمارك ضرائب استعلامات مخابرات استخبارات امن علاقات تقييم سياسات استشارات تطوير "
    "تدريب مناهضة مقاومة عمليات طوارئ كوارث اطفاء اسعاف دفن موانئ معابر جسور طرق مواصلات".split()
)
"""What bodies are for."""
_PEOPLE: Final = frozenset(
    "صحفيين صحافيين لاجئين نازحين عمال شغل طلبة طلاب معلمين اطباء محامين مهندسين كتاب ادباء فنانين مزارعين اسرى سجناء "
    "معتقلين مفقودين نساء مراة اطفال شباب علماء ناشرين اعلاميين قضاة تجار صيادين مستهلكين".split()
)
"""For whom they are; right behind a single word they may be to whom something is done."""
_WHOLE: Final = _ENDS | _PEOPLE
_MOST: Final = 4
"""Tokens of an end."""


def named_for(reading: Reading, phrase: Phrase, limit: int) -> int:
    """Last token of a phrase with what the body that it names is for."""
    words, last = reading.words, phrase.last
    if last + 1 >= limit or last == phrase.first or not words[last + 1].pro.endswith("ل"):
        return last
    if among(words[phrase.head]) & _BODIES == 0 or words[last + 1].core not in _WHOLE or reading.acts[last + 1]:
        return last
    end = _full(reading, last + 1, limit)
    while end + 1 < limit and words[end + 1].pro == "و" and words[end + 1].det and words[end + 1].core in _WHOLE:
        end += 1
    return end


def _full(reading: Reading, first: int, limit: int) -> int:
    """Last token of an end: up to the word with the article that ends its genitive, and an adjective of it."""
    words, at = reading.words, first
    if words[at].det and reading.forms[at + 1 : at + 2] == ["عن"] and at + 2 < limit:
        at += 2
    while not words[at].det and at + 1 < limit and at - first < _MOST:
        following = words[at + 1]
        if following.pro or following.func or not following.form.isalpha() or reading.acts[at + 1]:
            break
        at += 1
    behind = words[at + 1] if at + 1 < limit else None
    if behind is not None and behind.det and not behind.pro and behind.cls == "j" and words[at].det:
        at += 1
    return at
