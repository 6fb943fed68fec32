"""Attacks told before of which a sentence only speaks: what people think of them, what they answer or know of them, who
heard them, how they rank among others, what was under way when they came."""

from __future__ import annotations

from typing import Final

from khabar.claims.candidates import Candidate
from khabar.claims.clauses import RELATIVE
from khabar.mentions.punctuation import QUOTES_OPEN
from khabar.mentions.reading import DEMONSTRATIVES, Reading

_STANCES: Final = frozenset(
    "تاييد تاييده تاييدها تاييدهم تبرير مشروعية شرعية قانونية جدوى جدوي نجاح فشل فعالية دقة نجاعة توقيت تداعيات تبعات "
    "عواقب انعكاسات اصداء نتائج وقع وطاة تاثير اثار".split()
)
"""Nouns right before an attack of what it was worth or led to."""
_DOERS: Final = frozenset("منفذ مرتكب مدبر مخطط منفذة هوية منفذا".split())
"""Nouns of who did it, whom the sentence goes on to describe."""
_UNKNOWN: Final = frozenset("لم لا ما زال يزال تزال غير مجهول مجهولة".split())
_HEARD: Final = frozenset(
    "سماع سماعه سماعها سماعهم دوي صوت اصوات اصداء دخان اثار اثر صور صورا مشاهد مشاهدا لقطات رصد تظهر يظهر سلسلة".split()
)
"""Words of hearing and seeing it."""
_SENSES: Final = frozenset("سماع سماعه سماعها سماعهم دوي صوت اصوات اصداء".split())
_TRACES: Final = frozenset("اثار صور صورا مشاهد لقطات مقاطع سماعهم سماعه سماعها".split())
_AFTER: Final = frozenset("بعد عقب اثر جراء بعدما لدى عند".split())
_LATELY: Final = 2
"""Sentences before it within which the attack was told that was heard."""
_KNOWS: Final = frozenset("علم علما علمه علمها معرفة دراية اطلاع تاكيد نفي تعليق صحة".split())
"""Nouns of knowing of it or confirming it, which stand before the word of its happening (رفض تأكيد حصول الضربات)."""
_COURSE: Final = frozenset("وقوع حدوث حصول تنفيذ شن".split())
_DECLINES: Final = frozenset("رفض رفضت رفضوا يرفض ترفض لم لا امتنع امتنعت".split())
_ABOUT: Final = frozenset("بشان بخصوص حيال ازاء حول تجاه".split())
_BECAUSE: Final = "خلفية"
_SPEAKS: Final = frozenset(
    "تقارير تقريرا تصريحات تصريح بيان بيانات موقف مواقف مواقفها مواقفه اسئلة سؤال انباء معلومات تفاصيل جدل خلاف خلافات "
    "انقسام انقسامات انقساما رواية روايات نقاش".split()
)
"""What is said about it."""
_SAID: Final = 5
_ANSWERS: Final = frozenset("رد ردها رده ردهم برد لرد ردود ترد يرد".split())
_ANSWERED: Final = 5
_RANKS: Final = frozenset("اول ثاني ثالث رابع خامس احدث اكبر اعنف اسوا اضخم ابرز اخطر اوسع اشد اكثر".split())
_IT_IS: Final = frozenset("هو هي هذا هذه هذان ذلك تلك يعد تعد يعتبر تعتبر".split())
_HAPPENED: Final = frozenset("وقع وقعت حصل حصلت حدث حدثت جرى جرت".split())
_MEANWHILE: Final = frozenset(
    "وسط بعد قبل بينما فيما غداة عشية قرابة حوالي رغم عندما حين وقت اثناء خلال مع بعيد قبيل".split()
)
_NEVER: Final = frozenset(("ليس", "ليست"))
_TIMES: Final = frozenset(("مرة", "المرة"))
_SPAN: Final = 12
_WHEN: Final = frozenset("عندما حين حينما لحظة بينما".split())


def regarded(reading: Reading, candidate: Candidate, told: list[Candidate]) -> str:
    """How the noun of an attack that one of the claims ``told`` tells is only spoken of; empty if it is told. No new
    losses stand with it."""
    if candidate.type != "ASSAULT" or candidate.pos != "n":
        return ""
    first, words = candidate.first, reading.words
    if _not_first(reading, candidate):
        return "again"
    known = bool(words[first].det or words[candidate.last].det or words[first].enc)
    if _heard(reading, candidate, told[-1]):
        return "heard"
    if _ranked(reading, candidate, told[-1]):
        return "ranked"
    if known and _meanwhile(reading, candidate):
        return "setting"
    if not known or _claimed(reading, candidate):
        return ""
    if _stance(reading, candidate):
        return "regarded"
    if _confirmed(reading, candidate) or _spoken(reading, candidate):
        return "spoken of"
    return "answered" if _answered(reading, candidate) else ""


def _claimed(reading: Reading, candidate: Candidate) -> bool:
    """A verb carries it, or a clause of its own goes on from it."""
    light = candidate.light
    if light is not None and reading.acts[light.first]:
        return True
    return any(reading.forms[at] in RELATIVE for at in range(candidate.last + 1, candidate.last + 4))


def _before(reading: Reading, candidate: Candidate) -> int:
    """The token before the noun, its demonstrative and its quotation marks."""
    at = candidate.first - 1
    while at > 0 and (reading.forms[at] in DEMONSTRATIVES or reading.forms[at] in QUOTES_OPEN):
        at -= 1
    return at


def _stance(reading: Reading, candidate: Candidate) -> bool:
    """Something is said of its worth, of what it led to, or of who did it."""
    at = _before(reading, candidate)
    word = reading.words[at]
    if word.det or word.enc or reading.words[candidate.first].pro:
        return False
    if word.core in _STANCES:
        return True
    return word.core in _DOERS and reading.forms[candidate.last + 1] in _UNKNOWN


def _heard(reading: Reading, candidate: Candidate, last: Candidate) -> bool:
    """Somebody only heard the attack just told, or saw its traces (بعد سماع دوي انفجارات)."""
    if reading.words[candidate.first].pro not in {"", "ل"}:
        return False
    sensed = -1
    for near in range(candidate.first - 1, max(0, candidate.first - 4), -1):
        core = reading.words[near].core
        if core in _TRACES:
            return True
        if core not in _HEARD:
            return sensed >= 0 and core in _AFTER
        if core in _SENSES:
            sensed = near
    return sensed >= 0 and candidate.sentence - last.sentence <= _LATELY


def _confirmed(reading: Reading, candidate: Candidate) -> bool:
    """Somebody knew of it or declines to confirm it."""
    at = _before(reading, candidate)
    if reading.words[at].core not in _COURSE:
        return False
    at -= 1
    if reading.words[at].core in {"علم", "معرفة", "دراية"}:
        return True
    if reading.words[at].core not in _KNOWS:
        return False
    start = max(reading.sentences[candidate.sentence].first, at - _SAID)
    return any(reading.core(near) in _DECLINES for near in range(start, at))


def _spoken(reading: Reading, candidate: Candidate) -> bool:
    """Something is said about it, or done in view of it."""
    at = _before(reading, candidate)
    if reading.core(at) == _BECAUSE:
        return reading.forms[at - 1] == "على"
    if reading.core(at) == "من":
        return reading.core(at - 1) in _SPEAKS or reading.core(at - 2) in _SPEAKS
    if reading.core(at) not in _ABOUT:
        return False
    start = max(reading.sentences[candidate.sentence].first, at - _SAID)
    return any(reading.core(near) in _SPEAKS for near in range(start, at))


def _answered(reading: Reading, candidate: Candidate) -> bool:
    """Somebody is to answer it (قررت الرد على الضربات، برد قوي على الهجوم)."""
    at = _before(reading, candidate)
    if reading.forms[at] != "على":
        return False
    for near in range(at - 1, max(0, at - _ANSWERED), -1):
        if reading.core(near) in _ANSWERS:
            return True
        if reading.acts[near] or reading.prep(near):
            return False
    return False


def _ranked(reading: Reading, candidate: Candidate, last: Candidate) -> bool:
    """The sentence that says how the attack just told ranks (وهو أول هجوم من نوعه منذ الهدنة)."""
    rank, opens = candidate.first - 1, reading.sentences[candidate.sentence].first
    if reading.core(rank) not in _RANKS or not 0 <= candidate.sentence - last.sentence <= 1:
        return False
    return rank - 1 >= opens and rank - opens <= 2 and reading.core(rank - 1) in _IT_IS


def _meanwhile(reading: Reading, candidate: Candidate) -> bool:
    """A verb of happening only sets it beside something else (ووقع القصف وسط تحذيرات دولية)."""
    before, after = candidate.first - 1, candidate.last + 1
    return reading.words[before].core in _HAPPENED and reading.forms[after] in _MEANWHILE


def _not_first(reading: Reading, candidate: Candidate) -> bool:
    """It is not the first time that such a thing was done."""
    start = max(reading.sentences[candidate.sentence].first, candidate.first - _SPAN)
    for at in range(candidate.first - 1, start, -1):
        if reading.forms[at] in _TIMES:
            return any(reading.core(near) in _NEVER for near in range(max(start - 1, at - 4), at))
    return False
