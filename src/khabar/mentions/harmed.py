"""Words that are adjectives, participles or things elsewhere and people where something is done to them: قتل معلم،
اعتقال طالبة، خطف مسلحون صحفيا, beside هجوم إرهابي and خطأ سياسي."""

from __future__ import annotations

from typing import Final

from khabar.mentions.punctuation import PUNCTUATION
from khabar.mentions.reading import PREPOSITIONS, Reading

_ONES: Final = (
    "اعلامي معلم مدرس طالب عامل موظف راعي شاعر فنان لاعب مدرب ارهابي متشدد جهادي متهم مجرم مرافق عالم مدون مغرد "
    "مترجم متطوع منقذ سجين اجنبي مدني مراهق حقوقي نقابي سياسي صيرفي صراف طباخ خباز حلاق حداد خياط بائع حوثي داعشي "
    "ميليشياوي مليشياوي حرفي موسيقي صيدلي جراح مسلم مسيحي قبطي ايزيدي كردي شيعي سني درزي علوي يهودي معارض صحفي صحافي "
    "مسن شاب راهب محام معتقل مراسل مصور مؤذن ناخب سائق مستوطن شيوعي اسلامي قومي بلوشي تركماني اشوري نوبي "
    "امازيغي طوارقي افريقي اوروبي خليجي يوتيوبر ملياردير مليونير وسيط حارس منشق رياضي عداء ملاكم قس "
    "راعية معلمة طالبة عاملة موظفة شاعرة فنانة ممرضة راهبة شابة مسنة متطوعة مترجمة حقوقية باحثة سائحة محامية "
    "اعلامية صحفية صحافية مصورة مراسلة مراهقة مهندسة داعية مدونة معارضة ناشطة".split()
)
HARMED: Final = frozenset(form for one in _ONES for form in ((one,) if one.endswith("ة") else (one, f"{one}ا")))
"""Such words in the singular, as a subject and as an object."""
LED_TO: Final = HARMED | {f"ل{one}" for one in _ONES}
"""And those for whom something is (السجن لمعلم)."""
_LOSSES: Final = frozenset(
    "مقتل مصرع استشهاد وفاة اصابة جرح اغتيال اعدام اعتقال احتجاز توقيف خطف اختطاف حبس محاكمة ادانة ترحيل طرد قتل "
    "ذبح طعن دهس تعذيب تصفية استجواب سراح".split()
)
"""Nouns of what is done to people, who stand right behind them."""
_LED: Final = frozenset("قبض افراج افرج افرجت حكم حكمت قضت اعتداء اعتدى هجوم".split())
"""What على and عن lead from to people (القبض على معلم، الإفراج عن طالبة)."""
_PENALTIES: Final = frozenset("سجن حبس اعدام مؤبد مؤبدا مؤبدة".split())
"""Words of a penalty, behind which ل leads to whom it is for (السجن المؤبد لمعلم)."""
_TERM: Final = 4
_ADJECTIVES: Final = frozenset("سياسي ارهابي".split())
"""Words that describe an arrest or a killing behind its noun (اعتقال سياسي)."""
_TYPES: Final = frozenset(("ASSAULT", "COERCE", "SANCTION", "RETREAT"))
_FAR: Final = 8
"""Tokens before an object within which its verb stands."""
_NEAR: Final = 3
"""Tokens before على and عن within which what leads to them stands."""


def harmed(reading: Reading, at: int) -> bool:
    """Whether a word of :data:`HARMED` is somebody to whom something is done."""
    word = reading.words[at]
    if word.det or at == 0:
        return False
    if word.pro:
        return word.pro == "ل" and any(one.core in _PENALTIES for one in reading.words[max(0, at - _TERM) : at])
    before = _before(reading, at)
    if _does(reading, before) or suffers(reading, at):
        return True
    return word.form.endswith(("ا", "ة")) and _object(reading, at, before)


def suffers(reading: Reading, at: int) -> bool:
    """Whether a word without the article stands where those stand whom a noun or على and عن tell to be harmed, held or
    let go (اعتقال فلسطيني، القبض على معلم)."""
    before = _before(reading, at)
    last = reading.words[before]
    if last.core in _LOSSES and not last.det and not reading.acts[before]:
        return reading.forms[at] not in _ADJECTIVES
    if last.form in ("على", "عن"):
        return any(one.core in _LED for one in reading.words[max(0, before - _NEAR) : before])
    return False


def _before(reading: Reading, at: int) -> int:
    """The token before one, but for times."""
    before = at - 1
    while before > 0 and before in reading.time_tokens:
        before -= 1
    return before


def _object(reading: Reading, at: int, before: int) -> bool:
    """A full subject ends at the token ``before``, and a verb of harm stands before it. What is no accusative by its
    ending may be an adjective of the subject."""
    last = reading.words[before]
    if last.form in PREPOSITIONS or last.form.endswith("ا"):
        return False
    full = last.det or last.form.endswith("ون") or before in reading.named or before < at - 1
    if not full and not reading.forms[at].endswith("ا"):
        return False
    for one in range(before, max(-1, before - _FAR), -1):
        if reading.forms[one] in PUNCTUATION:
            return False
        if reading.acts[one]:
            return one < before and _does(reading, one)
    return False


def _does(reading: Reading, at: int) -> bool:
    """A verb of what is done to people."""
    return reading.acts[at] and any(
        sense.kind == "trigger" and sense.type in _TYPES for sense in reading.words[at].marks
    )
