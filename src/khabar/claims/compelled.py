"""People who are made to do something (أجبر المسلحون السكان على مغادرة القرية), and fighters who are brought out of a
place (إجلاء مسلحي الفصيل من البلدة)."""

from __future__ import annotations

from typing import Final

from khabar.claims.candidates import Candidate
from khabar.claims.clauses import RELATIVE, STOPS
from khabar.claims.kinds import BODIES, HUMANS
from khabar.claims.particles import NOT
from khabar.mentions.phrase import Phrase
from khabar.mentions.reading import Reading

COMPELS: Final = frozenset(("coerce.restrict.force", "coerce.deport.force-out", "coerce.bind.compel"))
"""Entries of making somebody do something."""
EVACUATED: Final = "retreat.evacuated-fighters"
_CAUSES: Final = frozenset(
    "قصف معارك معركة اشتباكات قتال حرب ظروف ضغوط ضغط عنف هجمات هجوم غارات ازمة ازمات قانون قرار محكمة دستور اتفاق "
    "اتفاقية مرض اصابة طقس حريق حرائق سيول فيضان فيضانات ثلوج ضباب عاصفة اعصار زلزال خوف جوع فقر غلاء تهديد تهديدات "
    "انفجار انفجارات مجلس برلمان مادة نظام لائحة".split()
)
"""What makes people do something without being anybody's hand, and who does so by law."""
_ALL: Final = frozenset(("جميع", "كل", "جميعا"))
_TO: Final = frozenset(("على", "ب"))
_WHICH: Final = frozenset(("ما", "مما", "الامر"))
"""Words for what was told before, as the subject of a verb (ما أجبر الأطباء على)."""
_CHARGES: Final = ("اتهم", "يتهم", "تتهم", "متهم", "اتهام", "قام", "يقوم", "تقوم", "اقدم", "لجا")
"""Beginnings of words of charging somebody with a deed and of going about it."""
_CHARGED: Final = 14
"""Tokens before the noun within which such a word stands."""
_REACH: Final = 12
"""Tokens behind the verb within which it is told what they are made to do."""
_FIGHTERS: Final = frozenset(
    "مسلحي مسلحين مسلحو مسلحون مسلحا مقاتلي مقاتلين مقاتلو مقاتلون مقاتليه مقاتليها مسلحيه مسلحيها متمردين متمردون "
    "جهاديين جهاديون عناصره عناصرها ميليشيات ميليشيا مليشيا مليشيات ارهابيين حافلات".split()
)
_AGREED: Final = frozenset("اتفاق اتفاقية اتفاقات صفقة صفقات خطة مقترح لم لن دون بدون عدم".split())
"""Words right before a bringing out that is only agreed on or not done."""
_BEHIND: Final = 7
"""Tokens behind a word of bringing out within which those brought out stand."""
_FROM: Final = frozenset(("من", "الى", "عن", "خارج"))
_WHERE: Final = 14


def compelled(reading: Reading, candidate: Candidate, row: list[Phrase]) -> bool:
    """Whether somebody is made to do something by others. ``row``: the phrases of the sentence."""
    first, words = candidate.first, reading.words
    if reading.forms[first - 1] in NOT:
        return False
    if candidate.pos == "v":
        if candidate.alone:
            return False
        if not any(sense.tag.startswith(("perf", "pass")) for sense in words[first].senses):
            return False
        if words[first - 1].core in _CAUSES or words[first + 1].core in _CAUSES:
            return False
        if reading.forms[first - 1] in _WHICH:
            return False
    elif not _charged(reading, first):
        return False
    end = min(reading.sentences[candidate.sentence].last - 1, candidate.last + 1 + _REACH)
    to = next((at for at in range(candidate.last + 1, end) if _leads(reading, at)), -1)
    if to < 0:
        return False
    if words[candidate.last].enc:
        return to <= candidate.last + 2
    if words[candidate.last + 1].core in _ALL:
        return True
    return any(
        candidate.last < one.first < to and not one.prep and (one.kind in HUMANS or one.kind in BODIES) for one in row
    )


def _charged(reading: Reading, first: int) -> bool:
    """Somebody is charged with it or told to go about it (اتهم صاحب المصنع بإجبارهن على العمل)."""
    words = reading.words
    if words[first].det or words[first].pro not in {"ب", "و"}:
        return False
    start = max(reading.sentences[reading.sentence_at[first]].first, first - _CHARGED)
    for at in range(first - 1, start - 1, -1):
        if words[at].core.startswith(_CHARGES):
            return True
        if reading.forms[at] in STOPS or "ل" in words[at].pro:
            return False
    return False


def _leads(reading: Reading, at: int) -> bool:
    """على or ب before what they are made to do."""
    if reading.forms[at] in _TO:
        return reading.words[at + 1].cls == "n" or not reading.words[at + 1].known
    return reading.words[at].pro == "ب" and reading.words[at].core.startswith(("ا", "ت", "م", "د"))


def evacuated(reading: Reading, candidate: Candidate) -> bool:
    """Whether fighters are brought out of a place or to another one."""
    if candidate.id != EVACUATED or (candidate.alone and candidate.form != "phrase"):
        return False
    words, forms = reading.words, reading.forms
    if "ل" in words[candidate.first].pro or words[candidate.first - 1].core in _AGREED:
        return False
    sentence = reading.sentences[candidate.sentence]
    who = candidate.last if candidate.form == "phrase" else -1
    for at in range(candidate.last + 1, min(sentence.last - 1, candidate.last + 1 + _WHERE)):
        if forms[at] in STOPS or forms[at] in RELATIVE:
            return False
        if who < 0 and at <= candidate.last + _BEHIND and words[at].core in _FIGHTERS:
            who = at
        if who >= 0 and forms[at] in _FROM and ("place" in reading.lex[at + 1] or words[at + 1].cls == "n"):
            return True
    return False
