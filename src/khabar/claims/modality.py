"""Deeds of force told by their modality alone: somebody is near them, ought to do, may do or strives to do them, is
incited to them or forbidden them (ضرورة إحكام الحصار، السماح للجيش بشن ضربات)."""

from __future__ import annotations

from typing import Final

from khabar.claims.candidates import Candidate
from khabar.claims.clauses import RELATIVE, STOPS
from khabar.claims.kinds import REPELS
from khabar.mentions.reading import Reading

_NEARS: Final = frozenset(
    "اقترب اقتربت اقتربوا اقتربنا يقترب تقترب يقتربون نقترب اقتراب اقترابه اقترابها اقترابهم قريب قريبة قريبين قريبون "
    "قريبا قاب".split()
)
"""Words of being near what follows with من (تقترب من السيطرة على المدينة)."""
_BRINK: Final = frozenset(("وشك", "اعتاب", "عتبة", "ابواب"))
"""Nouns of its brink, with the deed in the genitive (على وشك الاستيلاء على المطار)."""
_WAYS: Final = frozenset(
    "وسائل سبل سبيل جهود جهد اليات الية قدرة قدرات قدرته قدرتها امكانات امكانيات خطط خطة استراتيجية استراتيجيات اساليب "
    "ادوات مجال مهمة مهام مسؤولية مسؤوليات واجب كيفية طرق طريقة اجراءات تدابير تعزيز دعم اطار عزم عزمه عزمها ارادة "
    "استعداد استعدادها استعداده جاهزية جاهزيتها جاهزيته".split()
)
"""What one has or needs for beating somebody off (تعزيز وسائل التصدي للمتطرفين)."""
_CONSENTS: Final = frozenset(
    "وافق وافقت وافقوا يوافق توافق صادق صادقت صادقوا يصادق تصادق صدق صدقت اجاز اجازت يجيز تجيز".split()
)
_NEEDS: Final = frozenset("ضرورة اهمية وجوب حتمية".split())
_KEEPS_ON: Final = frozenset("استمرار مواصلة تشديد احكام تكثيف تعزيز سرعة استكمال توسيع الاستمرار".split())
"""Nouns between a need and the deed (ضرورة استمرار إحكام الحصار)."""
_INCITES: Final = frozenset("تحريض حرض حرضت يحرض تحرض محرضا".split())
_COMMITS: Final = frozenset("ارتكاب تنفيذ شن".split())
_FORBIDS: Final = frozenset("يحظر تحظر حظر يجرم تجرم يعاقب تعاقب يحرم تحرم".split())
_LAWS: Final = frozenset("قانون قوانين اتفاقية اتفاقيات مادة دستور تشريع تشريعات مواثيق شريعة معاهدة".split())
_BY_DOING: Final = frozenset("بشن بتنفيذ بتوجيه بفرض".split())
_ALLOWS: Final = frozenset(
    "سماح يسمح تسمح تفويض فوض فوضت يفوض تفوض اذن اذنا تصريح تصريحا ترخيص ترخيصا صلاحية صلاحيات يخول تخول".split()
)
_STRIVES: Final = frozenset("يسعى تسعى يسعي تسعي يسعون سعى سعي سعت تطمح يطمح تهدف يهدف تتطلع يتطلع".split())
_NEAR: Final = 5
"""Tokens before a deed within which the word of being near it stands, or before على the verb of consenting."""
_RUN: Final = 9
"""Tokens before a deed within which the word of allowing or forbidding it stands."""


def modal(reading: Reading, candidate: Candidate) -> bool:
    """Whether a noun of force tells only what is near, owed, allowed, sought, incited to or forbidden."""
    if _neared(reading, candidate) or _owed(reading, candidate):
        return True
    if candidate.id in REPELS and _way(reading, candidate):
        return True
    if _incited(reading, candidate) or _by_law(reading, candidate):
        return True
    return _permitted(reading, candidate) or _sought(reading, candidate)


def _neared(reading: Reading, candidate: Candidate) -> bool:
    """Somebody is only near it."""
    first, forms = candidate.first, reading.forms
    if reading.core(first - 1) in _BRINK:
        return True
    if forms[first - 1] != "من":
        return False
    start = max(reading.sentences[candidate.sentence].first, first - _NEAR)
    return any(reading.core(at) in _NEARS for at in range(start, first - 1))


def _owed(reading: Reading, candidate: Candidate) -> bool:
    """It is to be done or gone on with (شدد على ضرورة استمرار إحكام الحصار)."""
    at = candidate.first - 1
    if reading.core(candidate.last + 1) in RELATIVE:
        return False
    while reading.core(at) in _KEEPS_ON:
        at -= 1
    return reading.core(at) in _NEEDS


def _way(reading: Reading, candidate: Candidate) -> bool:
    """It is what means, efforts or duties are for."""
    at = candidate.first - 1
    if reading.forms[at] in {"في", "على", "الى"}:
        at -= 1
    return reading.core(at) in _WAYS


def _permitted(reading: Reading, candidate: Candidate) -> bool:
    """What somebody is only allowed to do (السماح للجيش بشن ضربات)."""
    light, first = candidate.light, candidate.first
    if first > 1 and reading.forms[first - 1] == "على" and _agreed(reading, first - 1):
        return True
    head = light.first if light is not None and light.first < first else first
    head -= reading.forms[head - 1] in _BY_DOING
    if "ب" not in reading.words[head].pro and reading.forms[head] not in _BY_DOING:
        return False
    start = max(reading.sentences[candidate.sentence].first, head - _RUN)
    for at in range(head - 1, start - 1, -1):
        if reading.core(at) in _ALLOWS:
            return True
        if reading.forms[at] in STOPS or reading.forms[at] in RELATIVE or reading.acts[at]:
            return False
    return False


def _agreed(reading: Reading, on: int) -> bool:
    """A verb of consenting governs what stands behind على (وافقت المحكمة العليا على هدم المنزل)."""
    for at in range(on - 1, max(-1, on - _NEAR - 1), -1):
        if reading.acts[at]:
            return reading.core(at) in _CONSENTS
        if reading.forms[at] in STOPS:
            return False
    return False


def _sought(reading: Reading, candidate: Candidate) -> bool:
    """What a verb of striving strives for, behind whoever strives (تسعى القوات بإسناد من التحالف إلى تحرير المطار)."""
    first, forms = candidate.first, reading.forms
    if forms[first - 1] != "الى":
        return False
    start = max(reading.sentences[candidate.sentence].first, first - 2 * _RUN)
    for at in range(first - 2, start - 1, -1):
        if reading.core(at) in _STRIVES:
            return True
        if forms[at] in STOPS or forms[at] in RELATIVE or reading.acts[at] or forms[at] == "ان":
            return False
    return False


def _incited(reading: Reading, candidate: Candidate) -> bool:
    """What somebody incites to (التحريض على قتل الجنود، التحريض بارتكاب اعتداء)."""
    at = candidate.first - 1
    while reading.core(at) in _COMMITS:
        at -= 1
    if reading.forms[at] == "على":
        at -= 1
    return reading.core(at) in _INCITES


def _by_law(reading: Reading, candidate: Candidate) -> bool:
    """What a law forbids or punishes (يحظر القانون الدولي تجنيد الأطفال)."""
    start = max(reading.sentences[candidate.sentence].first, candidate.first - _RUN)
    row = range(start, candidate.first)
    forbids = next((at for at in row if reading.core(at) in _FORBIDS), -1)
    return forbids >= 0 and any(reading.core(at) in _LAWS for at in (forbids - 1, forbids + 1, forbids + 2))
