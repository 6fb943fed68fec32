"""Digits that name rather than count: days of a month, clock times, resolutions, weapons, brigades, web addresses."""

from __future__ import annotations

import re
from typing import Final

from khabar.mentions.calendars import LEXICON, MONTH_WORDS
from khabar.mentions.number_words import OTHERS, Count
from khabar.mentions.scanning import Words, with_clitics
from khabar.text import folded

LABELS: Final = frozenset(
    shape
    for row in OTHERS
    if row["class"] == "label"
    for form in row["heads"]
    for shape, _, _ in with_clitics(folded(form))
)
YEAR_HEADS: Final = frozenset(
    shape
    for form in ("عام", "سنة", "سنه", "موسم", "عامي", "اعوام", "مونديال", "دورة")
    for shape, _, _ in with_clitics(form)
)
_LINKS: Final = frozenset({"-", "–", "/", ":", "+", "%"})
_NAMED: Final = re.compile(r"(?:[A-Za-z][-–.]?|\S[/=_&?@\\:+])$")
_NAMING: Final = re.compile(r"[_+=&A-Za-z]")


def year_like(words: Words, count: Count) -> bool:
    return (
        count.digits
        and count.first == count.last
        and 1300 <= count.value <= 2100
        and words.words[count.first].isdecimal()
    )


def is_day_of_month(words: Words, count: Count) -> bool:
    """Whether the number is a day of the month that follows (24 يناير، 7 من أكتوبر)."""
    last = count.last
    after, following = words.at(last + 1), words.gap(last + 1)
    beside = count.value <= 31 and following.strip() in ("", "/", "(", "-")
    return beside and (after in MONTH_WORDS or (after == "من" and words.at(last + 2) in MONTH_WORDS))


def is_timed(words: Words, count: Count) -> bool:
    """Whether a unit of time follows (حتى ثلاثة أشهر مضت: until, not up to)."""
    return any(term.kind == "unit" for _, term in LEXICON.get(words.at(count.last + 1), ()))


def is_label(words: Words, count: Count) -> bool:
    """Whether the digits name rather than count: part of a date, a clock time, a web address, or after رقم، القرار،
    إف- …"""
    first, last = count.first, count.last
    if is_day_of_month(words, count):
        return True
    if not count.digits:
        return False
    after, following = words.at(last + 1), words.gap(last + 1)
    gap, before = words.gap(first), words.at(first - 1)
    if words.words[last].count(".") > 1 and count.value != int(count.value):
        return True
    if _NAMED.search(gap) or (before and gap in _LINKS) or _NAMING.match(following):
        return True
    if after[:1].isdecimal() and (following.strip() == "/" or following == ":"):
        return True
    if year_like(words, count) and (before in YEAR_HEADS or before in MONTH_WORDS):
        return True
    return before in LABELS and words.near(first)
