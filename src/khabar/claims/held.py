"""Who is counted behind a word of seizing: those who are held, not those who hold them, and no ships or cars."""

from __future__ import annotations

from typing import Final

from khabar.claims.headcounts import Count
from khabar.claims.victims import Victims
from khabar.mentions.reading import Reading

_VESSELS: Final = frozenset(
    "ناقلة ناقلات ناقلتين ناقلتي سفينة سفن سفينتين زورق زوارق زورقين قارب قوارب قاربين مركب مراكب طائرة طائرات شاحنة "
    "شاحنات سيارة سيارات حاوية حاويات صهريج صهاريج باخرة بواخر".split()
)
"""What is seized and is nobody."""
_HOLDERS: Final = frozenset("قوات سلطات اجهزة وحدات مخابرات استخبارات".split())
"""Plurals of those who hold others."""
_CLOSE: Final = frozenset(("،", ".", "؛", ":", "ان", "بينهم"))
_SUBJECT: Final = 6
"""Tokens of those who seize, and of where they do, before the number of those whom they hold."""


def held(reading: Reading, victims: Victims, count: Count, limit: int) -> Count | None:
    """Not those who seize, right behind the verb, but whoever they hold: a number behind them (أوقف الأعوان أربعة
    شبان), or somebody who is none (اختطف مسلحون مدير المستشفى)."""
    if (count.low, count.high) != (2, None) or count.first in reading.number_tokens:
        return count
    behind = victims.past_times(count.last + 1, limit)
    for at in range(behind, min(limit, behind + _SUBJECT)):
        if reading.acts[at] or reading.forms[at] in _CLOSE:
            break
        if at in reading.number_tokens and at not in reading.time_tokens and not reading.prep(at):
            return victims.after(at - 1, limit) or count
    if reading.words[count.first].core in _HOLDERS:
        return None
    if behind >= limit or reading.words[behind].pro or behind in reading.time_tokens:
        return count
    subject = reading.words[count.first].form.endswith("ون")
    whom = reading.words[behind].cls == "n" or victims.people_at(behind)
    return None if subject and whom and not reading.prep(behind + 1) else count


def vessels(reading: Reading, found: Count) -> bool:
    """They are no people, but what people sail and drive."""
    words = reading.words
    return any(words[at].core in _VESSELS for at in range(found.first, min(found.last + 2, len(words))))
