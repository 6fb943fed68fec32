"""Help that nobody gives: needed, awaited, striven for, hindered, talked about or put to some use. No claim."""

from __future__ import annotations

from typing import Final

from khabar.claims.candidates import Candidate
from khabar.claims.clauses import RELATIVE, STOPS
from khabar.claims.gifts import Gift
from khabar.claims.goods import CARGO, goods_mode
from khabar.mentions.phrase import Phrase
from khabar.mentions.reading import Reading

_NEEDS: Final = frozenset(
    "احتاج احتاجت يحتاج تحتاج يحتاجون احتياج احتياجات حاجة حاجته حاجتها حاجتهم محتاج محتاجة يعتمد تعتمد يعتمدون اعتمد "
    "اعتمدت اعتماد اعتماده اعتمادها اعتمادهم يفتقر تفتقر يفتقرون افتقار حرم حرمت حرموا يحرم تحرم حرمان محروم محرومون "
    "نقص نقصا شح شحا نفاد انعدام "
    "ينتظر تنتظر ينتظرون انتظر انتظرت انتظروا انتظار بانتظار منتظرا ترقب يترقب تترقب يترقبون "
    "يعيش تعيش يعيشون يعتاش يعتاشون".split()
)
"""Words of needing help, living on it, lacking it and waiting for it."""
_STRIVES: Final = frozenset(
    "جهد جهود جهودا جهودها جهوده مساع مساعي سعى سعت يسعى يسعي تسعى تسعي يسعون حاول حاولت حاولوا يحاول تحاول يحاولون "
    "محاولة محاولات سبل سبيل الية اليات كيفية طرق امكانية خطة خطط اولوية اولويات شان تتيح يتيح تضمن يضمن "
    "صعوبة صعوبات تحديات اهمية ضرورة شروط شرط مقابل".split()
)
"""Words of what is striven for, talked about or made possible."""
_LEADS: Final = frozenset(
    "تسهيل تسريع ضمان تعطيل عرقلة اعاقة منع حظر تنظيم مراقبة متابعة ملف مسالة قضية موضوع "
    "حارس حراس سائق سائقي سائقو موظف موظفي عمال عامل مستودع مستودعات مخزن مخازن "
    "حول بشان بخصوص وقف توقف تعليق زيادة تعثر تاخر تاخير ابطاء سماح".split()
)
"""Words right before help of which something else is told."""
_FACES: Final = frozenset(
    "يواجه تواجه يواجهون مرهون مرهونة مشروط مشروطة صعب صعبة ضروري ضرورية اولوية شحيحة شحيح محدودة كافية تكفي غير "
    "معرض معرضة معرضا متوقف متوقفة عالقة عالق مستحيل مستحيلا يتطلب تتطلب يستغرق تستغرق يبقى تبقى يعد تعد".split()
)
"""Words behind it that say what becomes of it."""
_USES: Final = frozenset(
    "استخدم استخدمت استخدموا يستخدم تستخدم يستخدمون استغل استغلت استغلوا يستغل تستغل نهب نهبت نهبوا سرق سرقت سرقوا "
    "ربط ربطت يربط تربط انتقد انتقدت وصف وصفت اعتبر اعتبرت عرقل عرقلت عرقلوا يعرقل تعرقل منع منعت منعوا يمنع تمنع "
    "اعاق اعاقت يعيق تعيق عطل عطلت توقف توقفت يواجه تواجه يواجهون تاخر تاخرت تعثر تعثرت يسهل تسهل سهل سهلت".split()
)
"""Verbs whose object or subject help is without being given."""
_RELIEF: Final = "اغاثة"
_ARMS: Final = "aid.arm"
_KNOWLEDGE: Final = frozenset(
    "معلومات بيانات قائمة قوائم صور وثائق تقرير تقارير ادلة خرائط احداثيات اسماء تفاصيل".split()
)
_MEDICAL: Final = "aid.medical"
_TREATED: Final = frozenset("تلقى تلقي تلقت تلقوا يتلقى يتلقي تتلقى يتلقون".split())
"""Verbs of being treated, which is help where it is abroad."""
_COMES: Final = frozenset(
    "جاء جاءت جاءوا وصل وصلت وصلوا يصل تصل توجه توجهت توجهوا سافر سافرت ارسل ارسلت ارسلوا اوفد اوفدت انطلق انطلقت "
    "تطوع تطوعت تحرك تحركت هب هبت سارع سارعت دخل دخلت عاد عادت شارك شاركت دعم دعما تبرع تبرعت قدم قدمت خصص خصصت "
    "اطلق اطلقت نفذ نفذت بدا بدات اعلن اعلنت وجه امر امرت توجيهات استعد استعدت يستعد تستعد يستعدون اعتزم اعتزمت "
    "يعتزم تعتزم تاهب تاهبت يتاهب تتاهب".split()
)
"""Words of coming and setting about it."""
_COMING: Final = 14
_REACH: Final = 9
"""Tokens before it within which a need stands."""
_NEAR: Final = 4
_BEHIND: Final = 3


def unsent(reading: Reading, candidate: Candidate, gift: Gift | None, row: list[Phrase]) -> bool:
    """Whether an AID word names help of which its clause tells no giving. ``gift``: the gift it is part of; ``row``:
    the phrases of its sentence."""
    if candidate.id == _MEDICAL and gift is None and reading.words[candidate.first].core in _TREATED:
        return not any(one.kind == "state" or one.kind == "adjective" for one in row)
    if candidate.pos != "n" or (gift is not None and not gift.noun) or not _help(reading, candidate, gift):
        return False
    if gift is not None and _purposed(reading, gift.verb):
        return True
    head = candidate.first if gift is None else min(gift.first, candidate.first)
    last = candidate.last if gift is None else max(gift.last, candidate.last)
    return _wanted(reading, head) or _faces(reading, last)


def informed(reading: Reading, candidate: Candidate) -> bool:
    """Knowledge is what somebody is supplied with (زودت المخابرات نظيرتها بقائمة أسماء)."""
    if candidate.id != _ARMS:
        return False
    end = min(candidate.last + 1 + _REACH, len(reading.words))
    given = next((at for at in range(candidate.last + 1, end) if "ب" in reading.words[at].pro), -1)
    return given > 0 and reading.words[given].core in _KNOWLEDGE


def _help(reading: Reading, candidate: Candidate, gift: Gift | None) -> bool:
    """Help is what the word names, or what its verbal noun gives."""
    if gift is not None:
        return True
    own = range(candidate.first, candidate.last + 1)
    return any(goods_mode(reading, at) is not None or reading.core(at) == _RELIEF for at in own)


def _purposed(reading: Reading, noun: int) -> bool:
    """Only what something else is for (مركز لتوزيع المساعدات), where nobody comes to do it."""
    word = reading.words[noun]
    if reading.forms[noun - 1] == "على" and reading.words[noun - 2].det:
        return True  # القدرة على تقديم
    if "ل" not in word.pro:
        return False
    start = max(reading.sentences[reading.sentence_at[noun]].first, noun - _COMING)
    return not any(reading.words[at].core in _COMES for at in range(start, noun))


def _wanted(reading: Reading, head: int) -> bool:
    """Words of need or of striving govern it."""
    start = max(reading.sentences[reading.sentence_at[head]].first, head - _REACH)
    while head > start and reading.core(head - 1) in CARGO and not reading.words[head].pro:
        head -= 1
    for at in range(head - 1, start - 1, -1):
        core = reading.words[at].core
        if core in _NEEDS:
            return True
        if core in _STRIVES:
            return head - at <= _NEAR
        if at == head - 1 and (core in _LEADS or reading.forms[at] in _LEADS):
            return not reading.words[at].det
        if reading.acts[at]:
            return core in _USES and head - at <= _NEAR
        if reading.forms[at] in STOPS or reading.forms[at] in RELATIVE or reading.forms[at] == "،":
            return False
    return False


def _faces(reading: Reading, last: int) -> bool:
    """What becomes of it is told right behind it (وصول المساعدات مرهون بالهدنة)."""
    end = min(last + 1 + _BEHIND, len(reading.words))
    for at in range(last + 1, end):
        if reading.forms[at] in STOPS or reading.words[at].func == "rel":
            return False
        if reading.words[at].core in _FACES and not reading.words[at].det:
            return True
        if reading.acts[at] or reading.words[at].func:
            return False
    return False
