"""How a noun takes up a claim that was told before it: as the class, the setting or the reason of something else, as
what somebody answers, or by a word that points back."""

from __future__ import annotations

from typing import Final

from khabar.claims.candidates import Candidate
from khabar.claims.clauses import RELATIVE, RESULT
from khabar.claims.echoes import named_again
from khabar.claims.kinds import HARM
from khabar.claims.regarded import regarded
from khabar.claims.retold import behind_adjectives
from khabar.mentions.punctuation import PUNCTUATION, QUOTES_OPEN
from khabar.mentions.reading import DEMONSTRATIVES, Reading

_COMING: Final = frozenset("ياتي تاتي جاء جاءت اتي اتت يجيء تجيء يهدف تهدف هدف هدفت".split())
"""Verbs by which a commentary sets an event in time (ويأتي الهجوم بعد يوم) or tells its aim."""
_SINCE: Final = frozenset("عقب اثر بعد قبل منذ وسط غداة عشية اعقاب قبيل بعيد".split())
_COURSE: Final = frozenset("وقوع حدوث انتهاء انطلاق تنفيذ بدء بداية اندلاع".split())
_RANKS: Final = frozenset(
    "اول ثاني ثالث رابع خامس سادس سابع ثامن تاسع عاشر احدث اكبر اعنف اسوا اضخم ابرز اخطر اوسع اشد اكثر".split()
)
_ANSWERS: Final = frozenset("رد ردا ردها رده ردهم تعليق تعليقا تعليقه تعقيب تعقيبا احتجاج احتجاجا".split())
"""Words of answering with على."""
_ATTACK: Final = "assault.attack"
"""Entry of the word for any attack that was told, by whatever word."""
_MISDEEDS: Final = frozenset("جريمة جرائم".split())
"""Words right before a deed that was told, by which it is judged (جريمة قتل)."""
_MEETS: Final = "CONSULT"
_JUDGEMENTS: Final = frozenset(("ACCUSE", "SUPPORT"))
"""Types of words that judge what they point at (هذه الجريمة)."""


def taken_up(reading: Reading, candidate: Candidate, told: list[Candidate], losses: str) -> str:
    """How it takes up one of the claims ``told``; empty if it does not, or says something new."""
    same = [one for one in told if one.type == candidate.type]
    if same and _commented(reading, candidate):
        return "commented"
    if not same:
        return ""
    if reading.words[candidate.first].det and _setting(reading, candidate):
        return "setting"
    if losses == "new":
        return ""
    if candidate.type != _MEETS and _ranked(reading, candidate, same[-1]):
        return "ranked"
    if candidate.type in HARM and named_again(reading, candidate):
        return "echo"
    if candidate.type in HARM and reading.core(candidate.first - 1) in _MISDEEDS:
        return "judged"
    if _answered(reading, candidate, same):
        return "answered"
    if (said := regarded(reading, candidate, same)) != "":
        return said
    if not reading.words[candidate.first].det:
        return ""
    held = reading.core(behind_adjectives(reading, candidate)) in RELATIVE
    if candidate.type == _MEETS and not held and any(one.id == candidate.id for one in same):
        return "meeting"
    if _pointed(reading, candidate):
        return "this"
    return ""


def _commented(reading: Reading, candidate: Candidate) -> bool:
    """A verb of coming says when or why it was, and not by whose order (جاءت الضربات بتوجيهات)."""
    before = candidate.first - 1
    if reading.core(before) in DEMONSTRATIVES:
        before -= 1
    after = behind_adjectives(reading, candidate)
    held = next((at for at in (after, after + 1) if reading.core(at) in RELATIVE), -1)
    if held >= 0 and reading.core(held + 1) != "لم":  # الهجوم، الذي لم تتبنه أي جهة
        return False
    if reading.core(before) in _COMING:
        return True
    if not reading.words[candidate.first].det or reading.core(after) not in _COMING or reading.words[after].pro:
        return False
    return after + 1 >= len(reading.words) or "ب" not in reading.words[after + 1].pro


def _ranked(reading: Reading, candidate: Candidate, last: Candidate) -> bool:
    """The class of the event told before it in the sentence (في هجوم هو الأول من نوعه, في أول هجوم تشنه)."""
    if last.sentence != candidate.sentence or reading.core(candidate.first - 1) not in _RANKS:
        return False
    return reading.core(candidate.first - 2) in {"هو", "هي", "في", "من", "يعد", "تعد", "يعتبر", "تعتبر"}


def _answered(reading: Reading, candidate: Candidate, same: list[Candidate]) -> bool:
    """What somebody answers or speaks on (ردا على الهجوم، التعليق على اغتيال العقيد), with the article or named as
    before, and no clause of its own."""
    at = candidate.first - 1
    if reading.core(at) != "على" or (reading.core(at - 1) not in _ANSWERS and reading.core(at - 2) not in _ANSWERS):
        return False
    if candidate.id != _ATTACK and all(one.id != candidate.id for one in same):
        return False
    words = reading.words
    known = words[candidate.first].det or (candidate.light is None and words[candidate.last + 1].det)
    return known and reading.core(behind_adjectives(reading, candidate)) not in RELATIVE


def _pointed(reading: Reading, candidate: Candidate) -> bool:
    """A deed that هذا points back at, but not where somebody claims it or is charged with it."""
    if candidate.type in _JUDGEMENTS or reading.core(candidate.first - 1) not in DEMONSTRATIVES:
        return False
    if candidate.light is not None or reading.core(candidate.first - 3).startswith("مسؤولي"):
        return False
    after = behind_adjectives(reading, candidate)
    near = (candidate.first - 2, candidate.first - 3, after, after + 1)
    return not any(reading.core(at) in RESULT or reading.core(at) in RELATIVE for at in near)


def _setting(reading: Reading, candidate: Candidate) -> bool:
    """After a word of time (وعقب الغارات، أطلقت), with neither a clause nor a phrase of its own."""
    if not since(reading, candidate):
        return False
    after = behind_adjectives(reading, candidate)
    while after in reading.time_tokens and candidate.first in reading.time_tokens:  # وبعد الهجوم بيومين
        after += 1
    if after >= len(reading.forms):
        return True
    word = reading.words[after]
    if word.form in PUNCTUATION and word.form not in QUOTES_OPEN:
        return reading.core(after + 1) not in RELATIVE
    verb = reading.acts[after] or (word.pro == "" and any(sense.verbal for sense in word.senses))
    return word.pro == "و" or (verb and word.core not in RESULT)


def since(reading: Reading, candidate: Candidate) -> bool:
    """A word of time stands before it, with its course or a span between (بعد وقوع التفجير, بعد ساعتين من)."""
    at = candidate.first - 1
    if reading.core(at) in _COURSE:
        at -= 1
    elif reading.core(at) == "من" and reading.core(at - 1) not in _SINCE:
        at -= 2
        at -= reading.core(at) not in _SINCE
    return reading.core(at) in _SINCE
