"""The state of those whom a suffix tells whose they are (أحد جنوده, مواطنيها, زوجته): that of their army or kin."""

from __future__ import annotations

from typing import Final

from khabar.claims.agreement import meant
from khabar.claims.kinds import FORCES, HUMANS
from khabar.lexicon.words import THIRD
from khabar.mentions.names import Names
from khabar.mentions.phrase import Phrase
from khabar.mentions.reading import Reading

_OF_STATES: Final = frozenset(
    "جندي جنود عسكري عناصر عنصر عنصري افراد ضابط ضباط ضابطي مقاتل مقاتلي قوات مواطن مواطني مواطنو رعايا سفير سفراء "
    "سفارت قنصليت دبلوماسي مستشاري عملاء دوريت دوريات".split()
)
"""Those whom a state or a force calls its own, as they are spelt before a suffix."""
_KIN: Final = frozenset(
    "زوجت زوج ابن ابنت ابناء نجل نجلا نجلي شقيق شقيقت شقيقا والد والدت عائلت اسرت مرافق مرافقي حراس سائق".split()
)
"""Somebody's family and company."""
_WHERE: Final = frozenset(("في", "ب"))
"""Prepositions of where somebody is (السفارة في بيروت)."""
_BACK: Final = 24
"""Tokens before such a word within which whose they are is told."""


def state(reading: Reading, names: Names, row: list[Phrase], phrase: Phrase | None) -> str | None:
    """The state of whoever owns the phrase, if a suffix tells that."""
    if phrase is None or phrase.country is not None:
        return None
    word = reading.words[phrase.last]
    if word.enc not in THIRD:
        return None
    kin = word.core in _KIN
    if not kin and word.core not in _OF_STATES:
        return None
    if phrase.owner is not None:
        return names.resolve(phrase.owner).country
    for one in reversed(row):
        if one.last >= phrase.first or one.kind not in (HUMANS if kin else FORCES) or one.prep in _WHERE:
            continue
        if phrase.first - one.last > _BACK:
            return None
        if meant(word.enc, reading.words[one.head].core, one):
            return names.resolve(one).country
    return None
