"""Words of meeting and talking that tell of none: deeds met with an answer (سيقابل التصعيد برد), talks as a way of
settling things (المفاوضات هي السبيل), cards and languages of negotiation, gatherings of culture and trade."""

from __future__ import annotations

from typing import Final

from khabar.claims.candidates import Candidate
from khabar.mentions.reading import Reading

_MEETS: Final = "consult.meet"
_ANSWERED: Final = "قابل"
_TALKS: Final = frozenset(
    (
        "consult.negotiate",
        "consult.bargain",
        "consult.dialogue",
        "consult.consultations",
        "consult.talks",
        "consult.peace-talks",
        "consult.table",
        "consult.mediate",
    )
)
_GATHERINGS: Final = frozenset(("consult.conference", "consult.meet", "consult.session", "consult.assemble"))
_WAYS: Final = frozenset(
    "بطاقة ورقة اوراق خيار خيارات مبدا لغة نهج اسلوب منطق ثقافة سبيل طريق قوة موقف موقع باب فن مهارات قنوات".split()
)
"""Nouns before talks that are a means or a manner."""
_IS: Final = frozenset("هو هي هما هذه".split())
_ARE: Final = frozenset(
    "تشكل يشكل تعد يعد تعتبر يعتبر تمثل يمثل تبقى يبقى تبقي يبقي تظل يظل وحدها وحده ليست ليس".split()
)
_MEANS: Final = frozenset(
    "سبيل طريق حل وسيلة خيار اسلوب مخرج باب مدخل اساس ضمانة نهج مسار افضل وحيد وحيدة امثل محور محورا اساسا سبيلا "
    "طريقا خيارا وسيلة مدخلا ضرورة حلا".split()
)
"""What talks are said to be."""
_SAID: Final = 4
"""Tokens behind such a verb within which that stands."""
_FIELDS: Final = frozenset(
    "ثقافي ثقافية ثقافيا علمي علمية علميا طبي طبية طبيا ادبي ادبية ادبيا شعري شعرية فني فنية فنيا تقني تقنية رياضي "
    "رياضية تدريبي تدريبية سياحي سياحية تعليمي تعليمية تربوي تربوية عقاري عقارية مهني مهنية تسويقي شبابي شبابيا "
    "كشفي".split()
)
"""What gatherings are about that are no news of states."""


def unmet(reading: Reading, candidate: Candidate) -> bool:
    """Whether a word of meeting or talking tells of no meeting."""
    if candidate.type != "CONSULT":
        return False
    first, last, words = candidate.first, candidate.last, reading.words
    if candidate.pos == "v":
        if candidate.id != _MEETS or _ANSWERED not in words[first].core.replace("و", "ا"):
            return False
        after = words[last + 1] if last + 1 < len(words) else None
        if candidate.passive or reading.core(first - 1) == "ما" or after is None:
            return True
        answered = words[first].enc and not after.det and not reading.lex[last + 1]  # سيقابله رد حازم
        by = after.form.startswith("ب") and not reading.lex[last + 1]  # برد, a word of its own
        return bool(answered) or by or "ب" in after.pro
    if candidate.id in _GATHERINGS and reading.core(last + 1) in _FIELDS:
        return True
    if candidate.id not in _TALKS:
        return False
    if reading.core(first - 1) in _WAYS and not words[first].pro:
        return True
    if not words[first].det or words[first].pro:
        return False
    if reading.core(last + 1) in _IS or reading.core(first - 1) in _ARE or reading.core(last + 1) in _ARE:
        end = min(last + 2 + _SAID, len(words))
        return any(words[at].core in _MEANS for at in range(last + 1, end))
    return False
