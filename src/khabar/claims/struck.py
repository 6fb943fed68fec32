"""What an attack or a raid hits though it is spelt like an event: a convoy of aid, troops on the move, the tents of a
sit-in, a meeting of commanders. It is a target, no claim of its own."""

from __future__ import annotations

from typing import Final

from khabar.claims.candidates import Candidate
from khabar.claims.giving_words import GIVES
from khabar.mentions.punctuation import PUNCTUATION
from khabar.mentions.reading import Reading

_TYPES: Final = frozenset(("AID", "MOBILIZE", "PROTEST", "COOPERATE", "CONSULT"))
_THINGS: Final = frozenset(
    "قافلة قوافل شحنة شحنات سفينة سفن شاحنة شاحنات سيارة سيارات حافلة حافلات زورق زوارق رتل رتلا ارتال ارتالا تعزيزات "
    "حشد حشدا حشود حشودا تجمع تجمعا تجمعات خيمة خيام خياما خيم مخيم مخيما ساحة معسكر معسكرا معسكرات موكب موكبا "
    "اجتماع اجتماعا اجتماعات مؤتمر مؤتمرا".split()
)
"""Things and crowds that can be hit, as the first word of what names them."""
_HITS: Final = frozenset(("ASSAULT", "COERCE"))
_ON: Final = frozenset(("على", "ضد"))
_FAR: Final = 8
"""Tokens before it within which the verb that hits it stands."""
_NEAR: Final = 4
"""Tokens before على within which the noun of the attack stands."""
_HERE: Final = frozenset(("هذه", "هذا", "تلك", "ذلك"))


def struck(reading: Reading, candidate: Candidate) -> bool:
    """Whether a candidate names what the verb before it hits (استهدفت قافلة مساعدات) or what the attack before it was
    on (غارات على تعزيزات)."""
    if candidate.pos != "n" or candidate.type not in _TYPES:
        return False
    first = candidate.first
    if reading.words[first].core not in _THINGS:
        first -= 1  # معسكرا للتدريب
        if reading.words[first].core not in _THINGS or not reading.words[candidate.first].pro:
            return False
    start = reading.sentences[candidate.sentence].first
    before = first - 1
    while before >= start and reading.forms[before] in _HERE:
        before -= 1
    if before < start or reading.words[first].pro:
        return False
    if reading.forms[before] in _ON:
        return any(_hits(reading, at) for at in range(max(start, before - _reach(candidate)), before))
    if reading.words[before].func and before not in reading.time_tokens:
        return False
    if not reading.words[before].det and _hits(reading, before):
        return True  # نفى الجيش قصف قافلة مساعدات
    for at in range(before, max(start, first - _FAR) - 1, -1):
        if reading.forms[at] in PUNCTUATION or reading.forms[at] in _ON:
            return False
        if reading.acts[at]:
            return _hits(reading, at)
    return False


def _reach(candidate: Candidate) -> int:
    """A meeting is hit by what was told farther off (الهجوم الذي نفذته الطائرات على اجتماع)."""
    return _FAR if candidate.type == "CONSULT" else _NEAR


def _hits(reading: Reading, at: int) -> bool:
    if reading.words[at].core in GIVES:  # سيرت قافلة, that sends drones elsewhere
        return False
    return any(sense.kind == "trigger" and sense.type in _HITS for sense in reading.words[at].marks)
