"""What words are in their sentence: a verdict that is the predicate of what somebody says (إن القرار خطأ فادح), a
participle by which a speaker goes on to demand something (، مطالبا المجتمع الدولي بالتدخل)."""

from __future__ import annotations

from typing import Final

from khabar.claims.candidates import Candidate
from khabar.claims.clauses import STOPS
from khabar.claims.particles import ANY
from khabar.mentions.punctuation import QUOTES_CLOSE, QUOTES_OPEN
from khabar.mentions.reading import DEMONSTRATIVES, Reading

_THAT: Final = frozenset("ان بان وان".split())
_COPULAS: Final = frozenset("هو هي يعد تعد يعتبر تعتبر يمثل تمثل يشكل تشكل بمثابة كان كانت يبقى تبقى".split())
_REFUSALS: Final = frozenset(
    "reject.not-accept reject.no-talk-of reject.refute reject.groundless reject.baseless-claims "
    "reject.called-false".split()
)
"""Entries of what somebody will not have or calls groundless."""
_BAD_WORD: Final = "accuse.bad-word"
_LABELS: Final = frozenset(("accuse.is-terrorist", _BAD_WORD))
"""Entries of what a group, a decision or words are called, which are blame where that is all that is said of them."""
OF_SOMEBODY: Final = frozenset(
    "تصريحات تصريح قرار قرارات موقف مواقف سياسة سياسات خطوة خطوات عقوبات اتهامات مزاعم اجراءات اجراء ممارسات سلوك "
    "تصرفات تصرف خطاب كلام حديث بيان تقرير مشروع خطة اقتراح مقترح مبادرة عرض شروط مطالب تهديدات تهديد ادعاءات رسالة "
    "رد دعوة دعوات اتفاق صفقة حملة محاولة محاولات زيارة خطط حكم قانون تعامل اعلان اصرار صمت تدخل تدخلات انتقادات "
    "رواية نهج اداء حكومة ادارة نظام قيادة سلطة سلطات مجلس مجتمع حزب حركة جماعة معارضة ميليشيا ميليشيات مليشيات".split()
)
"""Heads of what somebody decides, says or does, and of bodies."""
UNACCEPTABLE: Final = "reject.unacceptable"
"""Entry of what somebody calls unacceptable."""
_ITSELF: Final = frozenset("هو هي وهو وهي فهو فهي نحن انه انها انهم اننا بانه بانها وانه وانها".split())
_DEMANDS: Final = frozenset(
    "مطالبا مطالبة مطالبين داعيا داعية داعين مناشدا مناشدة مناشدين حاثا حاثة حاثين ملتمسا ملتمسة مهيبا مهيبة".split()
)
"""Participles of demanding, as they go on with a verb before them."""
_PAUSES: Final = frozenset(("،", ",")) | QUOTES_CLOSE
_AT_ONCE: Final = ["في", "الوقت", "نفسه"]
_ALSO: Final = frozenset(("ايضا", "كذلك", "مجددا", "بدوره", "بدورها"))
_SUBJECT: Final = 14
"""Most tokens of the subject."""
_QUOTES_OPEN_OR_COPULAS: Final = QUOTES_OPEN | _COPULAS
_THAT_OR_QUOTES_OPEN: Final = _THAT | QUOTES_OPEN


def predicate(reading: Reading, candidate: Candidate) -> bool:
    """Whether the noun or phrase stands behind "that" and its subject, as what is said of it."""
    return opening(reading, candidate) >= 0


def opening(reading: Reading, candidate: Candidate) -> int:
    """The token behind which the subject begins of which the noun or phrase is all that is said; -1 where it is not.
    It is that of "that", "any", a quotation mark or a colon."""
    words, forms, first = reading.words, reading.forms, candidate.first
    if words[first].det or words[first].pro or (candidate.pos != "n" and candidate.id not in _REFUSALS):
        return -1
    if forms[first] == "غير" and words[candidate.last].det:
        return -1
    at = first - 1
    while forms[at] in _QUOTES_OPEN_OR_COPULAS:
        at -= 1
    if words[at].func and forms[at] not in DEMONSTRATIVES:
        return -1
    plain = words[at].cls in {"n", "j"} and not words[at].det and not words[at].enc and not reading.lex[at]
    for before in range(at, max(-1, at - _SUBJECT), -1):
        if forms[before] in ANY and (before == 0 or forms[before - 1] in _THAT_OR_QUOTES_OPEN):
            return before if before < at else -1
        if forms[before] in _THAT_OR_QUOTES_OPEN or forms[before] == ":":
            return before if before < at and not plain else -1
        if reading.acts[before] or forms[before] in STOPS or forms[before] == "،":
            return -1
    return -1


def mislabelled(reading: Reading, candidate: Candidate) -> bool:
    """A bad word that is not all that is said of somebody or of what he does (إن الوضع خطير tells of nobody)."""
    if candidate.id not in _LABELS:
        return False
    at = opening(reading, candidate)
    if at < 0 or candidate.id != _BAD_WORD:
        return at < 0
    subject = at + 1
    while subject < candidate.first and (
        reading.forms[subject] in QUOTES_OPEN or reading.forms[subject] in DEMONSTRATIVES
    ):
        subject += 1
    lex = reading.lex[subject]
    return reading.words[subject].core not in OF_SOMEBODY and not ("actor" in lex or "country" in lex)


def refusing(reading: Reading, candidate: Candidate) -> bool:
    """Whether it is all that somebody says of himself or of something that he will not have it (إن بلاده لن تسمح)."""
    if candidate.id == UNACCEPTABLE:
        return predicate(reading, candidate)
    if candidate.id not in _REFUSALS:
        return False
    at = candidate.first - 1
    while reading.forms[at] in QUOTES_OPEN:
        at -= 1
    return reading.forms[at] in _ITSELF or predicate(reading, candidate)


def demanding(reading: Reading, candidate: Candidate) -> bool:
    """Whether it is a participle behind a pause by which a speaker goes on to demand something of somebody."""
    first, word = candidate.first, reading.words[candidate.first]
    if candidate.type != "REQUEST" or candidate.pos != "n" or word.det or word.core not in _DEMANDS:
        return False
    if word.pro not in {"", "و"} or reading.forms[first - 1] not in _PAUSES:
        return False
    at = candidate.last + 1
    while at in reading.time_tokens or reading.forms[at : at + 3] == _AT_ONCE or reading.forms[at] in _ALSO:
        at += 3 if reading.forms[at] == "في" else 1
    behind = reading.words[at]
    return behind.det or bool(reading.lex[at]) or behind.form in {"الى", "كل", "جميع"}
