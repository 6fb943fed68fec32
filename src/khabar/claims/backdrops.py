"""Fighting that only names a place (جبهات القتال), a matter (سياسة الحصار), a defeat (هزائمهم) or a case at court."""

from __future__ import annotations

from typing import Final

from khabar.claims.aftermath import suffers
from khabar.claims.candidates import Candidate
from khabar.claims.clauses import RELATIVE
from khabar.claims.kinds import HARM
from khabar.mentions.punctuation import QUOTES_OPEN
from khabar.mentions.reading import Reading

_FRONTS: Final = frozenset(
    "جبهة جبهات جبهتي ساحة ساحات ميدان ميادين خط خطوط منطقة مناطق ارض محور محاور غرفة غرف قائد قادة مركز رئيس هيئة "
    "ادارة ركن مسرح مسارح بؤر بؤرة قواعد".split()
)
"""Nouns whose genitive tells what a place or an office is for."""
_LARGE: Final[tuple[str, ...]] = (
    "assault.fighting",
    "assault.operation",
    "assault.battle",
    "assault.clash",
    "assault.war",
)
"""Beginnings of the ids of entries that name fighting as a whole."""
_MATTERS: Final = frozenset(
    "سياسة سياسات سياسته سياستها نهج خيار خيارات ثقافة ظاهرة ظواهر فكرة مبدا لغة منطق عقلية اسلوب اساليب شعار ذريعة "
    "حجة دعاة دعوات مخاطر خطر شبح احتمال احتمالات اجندة عقيدة مسلسل دوامة".split()
)
"""Nouns that make a matter of the deed behind them."""
_TALKS: Final = frozenset(("CONSULT", "COOPERATE"))
_FATES: Final = frozenset("مصير مستقبل طاولة افاق فرص مناخ اجواء".split())
_FRAMES: Final = frozenset("اطار سياق ضمن سبيل مجال مجالات".split())
_STANDING: Final = frozenset("تشاور تعاون تنسيق تواصل حوار شراكة".split())
"""Talks and work that two keep up."""

_DEFEATS: Final = frozenset(("هزيمة", "هزائم"))
_SUIT: Final = "قضية"
_NAMED: Final = frozenset("باسم ب معروفة مسماة اعلاميا اسم".split())
_CASE: Final = 6
"""Tokens before a deed within which the case stands that is named after it."""


def case_of(reading: Reading, candidate: Candidate) -> bool:
    """Whether a deed is in the name of a case at court (القضية المعروفة إعلاميا باسم "فض الاعتصام")."""
    if candidate.type not in HARM:
        return False
    first = candidate.first
    if reading.forms[first - 1] not in QUOTES_OPEN:
        return False
    near = [reading.core(at) for at in range(max(0, first - _CASE), first - 1)]
    return _SUIT in near and not _NAMED.isdisjoint(near)


def backdrop(reading: Reading, candidate: Candidate) -> bool:
    """Whether the noun of a deed is only what a place is for or a matter is about: definite, with no clause of its
    own."""
    if candidate.pos != "n":
        return False
    words, first, last = reading.words, candidate.first, candidate.last
    if candidate.type in _TALKS:
        return _prospect(reading, candidate)
    if words[first].core in _DEFEATS and candidate.type in HARM and candidate.form != "phrase":
        return True
    if candidate.type not in HARM or suffers(candidate) or candidate.light is not None:
        return False
    if not words[last].det or words[first].pro or reading.core(last + 1) in RELATIVE:
        return False
    before = words[first - 1]
    if before.det or before.enc:
        return False
    if before.core in _MATTERS:
        return True
    return before.core in _FRONTS and candidate.id.startswith(_LARGE)


def _prospect(reading: Reading, candidate: Candidate) -> bool:
    """Talks that are only looked ahead to or that frame what is told (مصير المفاوضات، في إطار التشاور بين البلدين)."""
    words, first = reading.words, candidate.first
    if not words[candidate.last].det or words[first].pro or reading.core(candidate.last + 1) in RELATIVE:
        return False
    before = words[first - 1]
    if before.det or before.enc or before.core not in _FRAMES | _FATES:
        return False
    return before.core in _FATES or words[first].core in _STANDING
