"""Crowds told by nothing but their number, who take to the streets (تظاهر عشرات الآلاف في المدينة)."""

from __future__ import annotations

from typing import Final

from khabar.mentions.phrase import Phrase
from khabar.mentions.punctuation import PUNCTUATION
from khabar.mentions.reading import PREPOSITIONS, Reading

CROWDS: Final = frozenset(("عشرات", "مئات", "الاف", "ملايين"))
_GO_OUT: Final = frozenset(
    "خرج خرجت خرجوا يخرج تخرج سار سارت ساروا يسير تجمع تجمعوا تجمعت يتجمع احتشد احتشدوا احتشدت يحتشد نزل نزلوا توافد "
    "توافدوا شارك شاركت شاركوا يشارك يشاركون يخرجون يحتشدون تجمهر تدفق".split()
)
"""Verbs of those who take to the streets, beside those of protests."""
_IN_IT: Final = frozenset(("فيها", "فيه", "بها"))


def crowd(reading: Reading, at: int, limit: int) -> Phrase | None:
    """The crowd that begins at a token of :data:`CROWDS` and stands beside a verb of protest, if its number is all
    that is told of it."""
    last = at
    while last + 1 < limit and reading.words[last + 1].core in CROWDS and not reading.words[last + 1].pro:
        last += 1
    before = at - 1
    while before > 0 and (before in reading.time_tokens or reading.forms[before] in _IN_IT):
        before -= 1
    ahead = last + 1 < limit and reading.acts[last + 1] and _protests(reading, last + 1)
    if not ahead and not (before >= 0 and reading.words[last].det and _protests(reading, before)):
        return None
    if not _alone(reading, last + 1, limit):
        return None
    phrase = Phrase(at, last, "people")
    phrase.role, phrase.number = "witness", "p"
    return phrase


def _alone(reading: Reading, at: int, limit: int) -> bool:
    """Nothing tells whose number it is."""
    if at >= limit or at in reading.time_tokens or reading.acts[at]:
        return True
    form = reading.forms[at]
    if form == "من":
        return False
    return form in PUNCTUATION or form in PREPOSITIONS or bool(reading.words[at].pro)


def _protests(reading: Reading, at: int) -> bool:
    word = reading.words[at]
    if word.det:
        return False
    return word.core in _GO_OUT or any(mark.kind == "trigger" and mark.type == "PROTEST" for mark in word.marks)
