"""Deeds that the words before them leave undone: decided on, asked for, or only aimed at."""

from __future__ import annotations

from typing import Final

from khabar.claims.candidates import Candidate
from khabar.claims.clauses import RELATIVE
from khabar.claims.kinds import HARM
from khabar.mentions.punctuation import PUNCTUATION
from khabar.mentions.reading import Reading

_NEAR: Final = 4
"""Tokens before a deed, or the noun that carries it, within which these words stand."""
_FOR_LAUNCHING: Final = "لشن"
"""For launching: a noun too short for its preposition to be cut off."""
_LAUNCHES: Final = frozenset(("light.launch", "light.carry-out", "light.direct", "light.commit"))
"""Entries of verbs whose nouns carry an attack."""
_PLANS: Final[tuple[str, ...]] = (
    "خطط",
    "تخطط",
    "يخطط",
    "تخطيط",
    "مخطط",
    "استعد",
    "يستعد",
    "تستعد",
    "مستعد",
    "اعد",
    "يعد",
    "تعد",
    "تحضر",
    "يحضر",
    "تحضير",
    "تجهز",
    "تمهيد",
    "تاهب",
    "يتاهب",
    "تتاهب",
    "متاهب",
    "دفع",
    "غادر",
    "توجه",
)
"""Beginnings of words of planning, preparing and setting out, which are told as an event ahead (يخطط لشن هجوم)."""
_PLOTS: Final[tuple[str, ...]] = ("خطط", "تخطط", "يخطط", "تخطيط", "مخطط")
_READIES: Final = frozenset(
    "يستعد تستعد يستعدون استعدت استعد استعدوا تتاهب يتاهب "
    "يتاهبون استعداد استعدادا استعدادات تحضير تحضيرا تحضيرات تمهيد تمهيدا تاهب".split()
)
"""Nouns of getting ready, right before what it is for (الاستعداد لشن عملية)."""
_PLANNED: Final = 14
"""Tokens before its noun within which such a word stands."""
_DECIDED: Final = frozenset(("قرار", "قرارا", "قرارات"))
_ABOUT: Final = frozenset(("بشان", "بخصوص"))
_WEIGHED: Final = frozenset(("RETREAT", "AID", "MOBILIZE"))
"""Types of what a decision or a meeting is about and nobody has done yet (قرار بشأن سحب القوات)."""
_DETERS: Final = frozenset(
    "خشية خوف خوفا مخاوف قلق تخوف منع ردع تحذير يمنع تمنع منع منعت يردع تردع ردع يحذر تحذر حذر حذرت محذرا محذرة".split()
)
"""Words before من and what is feared or prevented."""
_ATTEMPT: Final = "محاولة"
_OUGHT: Final = frozenset("واجب ضروري مهم صعب سهل مستحيل افضل خطا لازم".split())
"""Adjectives of what ought to be done or is hard to do (من الضروري وقف القتال)."""
_OPTIONS: Final = frozenset("احتمال احتمالات خيار خيارات شبح خطر مخاطر معالم سيناريو فكرة".split())
"""Nouns of what may come."""
_AIMS: Final = frozenset(
    "هدف يهدف تهدف هدفه هدفها هدفهم يسعي تسعي يسعون سعي سعيه سعيها مساعي مسعي امل امله املها يراد".split()
)
"""Words of aiming and hoping."""
_APART: Final = frozenset("من بعد عقب اثر قبل خلال على".split())
"""Prepositions behind which something else than the aim stands."""
_AIMED: Final = 8
"""Tokens behind such a word within which the deed stands."""


def planned(reading: Reading, candidate: Candidate) -> bool:
    """Whether somebody is said to plan the attack (خططوا لشن هجمات، بتهمة التخطيط لهجوم)."""
    if candidate.type not in HARM or candidate.pos != "n":
        return False
    light, head = candidate.light, candidate.first
    if light is not None and light.sense.id in _LAUNCHES and light.first < head and not reading.acts[light.first]:
        head = light.first
    if reading.forms[head] != _FOR_LAUNCHING and "ل" not in reading.words[head].pro:
        return False
    row = range(max(0, head - _NEAR + 1), head)
    return any(reading.words[at].core.startswith(_PLOTS) or reading.words[at].core in _READIES for at in row)


def schemed(reading: Reading, candidate: Candidate, *, asked: bool) -> bool:
    """Whether a noun names a deed that nobody has done yet. ``asked``: the word before it is a demand, told as a claim
    of its own (طلبت من الحلف تنفيذ قصف جوي)."""
    light = candidate.light
    carried = light is not None and light.first < candidate.first and candidate.first - light.last <= _NEAR
    head = light.first if light is not None and carried else candidate.first
    if _joined_aim(reading, candidate):
        return True
    if reading.words[head - 1].core in _OPTIONS and not reading.words[head - 1].det:
        return True
    if _ought(reading, head) or _aimed(reading, candidate.first):
        return True
    masdar = light is not None and carried and light.sense.id in _LAUNCHES and not reading.acts[head]
    if candidate.type == "ASSAULT":
        if masdar and (asked or _meant(reading, head) or _prevented(reading, head)):
            return True
        before = reading.words[head - 1].core
        return before in _DECIDED or (masdar and reading.forms[head - 1] in _ABOUT)
    return candidate.type in _WEIGHED and reading.forms[head - 1] in _ABOUT


def _ought(reading: Reading, head: int) -> bool:
    """It ought to be done (من الواجب معاقبة القاتل)."""
    before = reading.words[head - 1]
    return before.core in _OUGHT and before.det and reading.forms[head - 2] == "من"


def _aimed(reading: Reading, first: int) -> bool:
    """Somebody aims at it or hopes for it (تهدف الزيارة إلى منع الحرب، عن أمله في القبض على الجناة)."""
    start = max(reading.sentences[reading.sentence_at[first]].first, first - _AIMED)
    for at in range(first - 1, start - 1, -1):
        word = reading.words[at]
        if word.core in _AIMS:
            return "ب" not in word.pro and not (word.core == "هدف" and "ل" in reading.words[first].pro)
        if (
            reading.forms[at] in _APART
            or reading.acts[at]
            or reading.forms[at] in PUNCTUATION
            or reading.forms[at] in RELATIVE
        ):
            return False
    return False


def _meant(reading: Reading, head: int) -> bool:
    """Something else is meant for it (قاعدة لشن غارات), and nobody is told to plan it."""
    if reading.forms[head] != _FOR_LAUNCHING and "ل" not in reading.words[head].pro:
        return False
    start = max(reading.sentences[reading.sentence_at[head]].first, head - _PLANNED)
    return not any(reading.words[at].core.startswith(_PLANS) for at in range(start, head))


def _prevented(reading: Reading, head: int) -> bool:
    """It is feared or to be prevented (خشية من تنفيذ هجمات, أن تردعه من شن هجوم)."""
    if reading.forms[head - 1] != "من":
        return False
    return any(reading.words[at].core in _DETERS for at in range(max(0, head - 2 * _NEAR), head - 1))


def _joined_aim(reading: Reading, candidate: Candidate) -> bool:
    """It goes on from what somebody tries (في محاولة للتقدم والاستيلاء على القرية)."""
    first, words = candidate.first, reading.words
    if words[first].pro[:1] != "و":
        return False
    for at in range(first - 1, max(1, first - 1 - _NEAR), -1):
        if "ل" in words[at].pro:
            return any(words[before].core == _ATTEMPT for before in range(max(0, at - 3), at))
        if reading.acts[at] or reading.forms[at] in PUNCTUATION:
            return False
    return False
