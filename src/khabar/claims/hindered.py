"""What is told to be hindered or brought to naught (عرقلة المفاوضات، إفشال الهدنة): blame of whoever does so, and no
event of its own."""

from __future__ import annotations

from typing import Final

from khabar.claims.candidates import Candidate
from khabar.mentions.reading import Reading

_HINDERS: Final = frozenset("عرقلة تعطيل اعاقة افشال اجهاض نسف تقويض تخريب تعثير احباط افساد تمييع تسويف تجميد".split())
"""Nouns of hindering."""
_EFFORTS: Final = frozenset(
    "مفاوضات محادثات مشاورات مباحثات حوار حوارات اتفاق اتفاقات اتفاقية تسوية حل حلول سلام جهود جهد مساعي مساع عملية "
    "تشكيل انتخابات انتخاب حكومة تنفيذ مبادرة مبادرات مصالحة تقارب هدنة وساطة قرار قرارات صفقة مسار لجنة مؤتمر قمة "
    "لقاء لقاءات اجتماع اجتماعات زيارة مسيرة تحقيق عمل".split()
)
"""Nouns of what is hindered by words and by politics."""
_OVERTHROW: Final = "انقلاب"
_AGREED: Final = frozenset(
    "اتفاق اتفاقات اتفاقية تفاهمات تفاهم دستور ديمقراطية نتائج مخرجات تعهدات وعود مبادئ مكتسبات ارادة ثوابت هدنة "
    "قانون".split()
)
"""What somebody turns against only in a figure of speech (الانقلاب على الاتفاق)."""
_TOLD: Final = frozenset(("CONSULT", "AGREE", "RETREAT", "CONCEDE", "COOPERATE"))


def hinders(reading: Reading, last: int) -> bool:
    """The noun that ends at token ``last`` tells that an effort is hindered."""
    if last + 2 >= len(reading.words):
        return False
    if reading.words[last].core == _OVERTHROW:
        return reading.forms[last + 1] == "على" and reading.words[last + 2].core in _AGREED
    if reading.words[last].core not in _HINDERS:
        return False
    return reading.words[last + 1].core in _EFFORTS


def hindered(reading: Reading, candidate: Candidate) -> bool:
    """The candidate names what somebody hinders."""
    if candidate.pos != "n" or candidate.type not in _TOLD or candidate.first == 0:
        return False
    at, words = candidate.first - 1, reading.words
    if words[at].core in _EFFORTS and not words[candidate.first].pro:
        at -= 1
    return at >= 0 and words[at].core in _HINDERS and not words[candidate.first].pro
