"""Deeds of one's own that somebody refuses (رفض الفصيل مغادرة البلدة، يرفض المجلس تسليم السلطة): they are done to
nobody; whose stay or going is refused is refused himself."""

from __future__ import annotations

from typing import Final

from khabar.claims.candidates import Candidate
from khabar.claims.clauses import STOPS
from khabar.claims.kinds import PARTIES
from khabar.claims.refused import OFFERS
from khabar.claims.untouched import NO_TARGET
from khabar.mentions.phrase import ByPhrase, Phrase
from khabar.mentions.phrase_words import PAUSE
from khabar.mentions.reading import Reading

_REFUSES: Final = frozenset(
    ("reject.refuse", "reject.not-accept", "reject.not-agree", "reject.decline", "reject.hold-back")
)
_OWN: Final = frozenset(
    "اطلاق افراج مغادرة تسليم تسلم انسحاب تخلي تنازل رحيل استقالة تنحي خروج اخلاء عودة دفع تنفيذ تطبيق تقديم اصدار "
    "كشف توقيع تقليص وقف انهاء تجميد تعليق نزع تفكيك القاء نشر ارسال فتح رفع تغيير تعديل تمديد تاجيل بقاء ذهاب سحب "
    "حل".split()
)
"""Nouns of what somebody would do himself."""
_GOING: Final = frozenset("مغادرة انسحاب تخلي تنازل رحيل استقالة تنحي خروج عودة بقاء ذهاب".split())
"""Those whose genitive does them (رفض بقاء القوات)."""
_TO: Final = frozenset(("ل", "الى", "مع"))
_BUT: Final = frozenset(("الا", "سوى"))
_REACH: Final = 9
"""Tokens behind the word of refusing within which the deed stands."""


def settle(reading: Reading, candidate: Candidate, row: list[Phrase], found: ByPhrase) -> None:
    """Add to ``found`` (phrase to role) those who are only named in the deed that is refused."""
    if candidate.id not in _REFUSES:
        return
    deed = _deed(reading, candidate.last, row)
    if deed < 0:
        return
    if reading.words[deed].core in _GOING and any(_goes(one, deed) for one in row):
        return
    for phrase in row:
        if phrase.first < deed or found.get(phrase) == "actor":
            continue
        recipient = phrase.prep in _TO and phrase.kind != "thing" and phrase.kind != "place"
        if recipient and reading.forms[phrase.first - 1] not in _BUT and phrase.first - deed <= _REACH:
            continue
        found[phrase] = NO_TARGET


def _goes(phrase: Phrase, deed: int) -> bool:
    """The phrase is whoever stays or goes."""
    if phrase.first == deed + 1:
        return phrase.kind in PARTIES
    return phrase.first == deed < phrase.last and phrase.country is not None


def _deed(reading: Reading, last: int, row: list[Phrase]) -> int:
    """The noun of the deed, bare or as what a proposal is of (مقترح مغادرة البلدة); -1 where there is none."""
    words, forms = reading.words, reading.forms
    for at in range(last + 1, min(last + _REACH, len(words) - 1)):
        if forms[at] in STOPS or forms[at] in PAUSE or words[at].func == "rel":
            return -1
        word = words[at]
        if word.core in _OWN and not word.det and word.pro in {"", "ب", "ل"}:
            return at
        if word.core in OFFERS and not word.det and forms[at + 1] == "ان":
            return -1 if any(one.first == at + 3 and one.kind in PARTIES for one in row) else at
        if reading.acts[at] and not any(one.first <= at <= one.last for one in row):
            return -1
    return -1
