"""Losses by accident: what befell somebody in a crash, a fire or a flood is nobody's attack."""

from __future__ import annotations

from typing import Final

from khabar.claims.aftermath import suffers
from khabar.claims.candidates import Candidate
from khabar.claims.clauses import OF_CAUSE, STOPS
from khabar.mentions.reading import Reading

_MISHAPS: Final = frozenset(
    "تصادم اصطدام غرق حريق حرائق انهيار انهيارات زلزال زلازل هزة سيول فيضان فيضانات اعصار عاصفة عواصف تدافع تسمم صاعقة "
    "صواعق انزلاق انزلاقات تحطم".split()
)
"""Nouns of accidents behind a preposition of cause."""
_INCIDENT: Final = frozenset(("حادث", "حادثة", "حوادث"))
_KINDS: Final = (
    frozenset("سير مرور مروري مرورية طرق عرضي عرضية صناعي صناعية عمل قطار قطارات طيران جوي بحري".split()) | _MISHAPS
)
"""Words behind an incident that make an accident of it."""
_ATTACKS: Final = frozenset(
    "قصف غارة غارات هجوم هجمات تفجير تفجيرات انفجار انفجارات صاروخ صواريخ قذيفة قذائف اشتباك اشتباكات مواجهات نار رصاص "
    "لغم الغام عبوة عبوات برميل براميل ضربة ضربات اسقاط اسقطت اسقط".split()
)
"""Words of an attack that may be behind it after all."""
_VEHICLES: Final = tuple(
    article + stem
    for stem in "سيار حافل مركب شاحن عرب الية اليت قارب زورق جرار دراج مدرع باص صهريج قطار".split()
    for article in ("", "ال")
)
"""Beginnings of the nouns of what overturns."""
_GAS: Final = frozenset("اسطوانة اسطوانات جرة قارورة انبوبة غلاية سخان محول".split())
"""What blows up by itself."""
_REACH: Final = 22
"""Tokens behind a loss within which its cause stands."""
_NATURE: Final = frozenset("زلزال زلازل هزة فيضان فيضانات سيول امطار اعصار اعاصير تسونامي ثلوج كوارث".split())
"""Forces of nature, as the subject of what they did."""
_NEAR: Final = 6
"""Tokens before a deed within which they stand."""


def accidental(reading: Reading, candidate: Candidate) -> bool:
    """Whether an accident is named as the cause of what somebody suffered (قتل ستة في تحطم مروحية، لقوا حتفهم إثر حادث
    سير), and no attack with it, or a force of nature did it (ألحقت الفيضانات خسائر)."""
    if candidate.type != "ASSAULT":
        return False
    words, forms = reading.words, reading.forms
    start = reading.sentences[candidate.sentence].first
    if any(words[at].core in _NATURE for at in range(max(start, candidate.first - _NEAR), candidate.first)):
        return True
    if not suffers(candidate):
        return False
    end = min(reading.sentences[candidate.sentence].last, candidate.last + _REACH)
    found = False
    for at in range(candidate.last + 1, end):
        if forms[at] in STOPS:
            break
        core = words[at].core
        behind = words[at + 1] if at + 1 < end else words[at]
        if core == "انقلاب" and behind.form.startswith(_VEHICLES):
            return True
        if core == "انفجار" and behind.core in _GAS:
            return True
        if core in _ATTACKS:
            return False
        if core in _MISHAPS:
            before = words[at - 1].core
            found = found or before in OF_CAUSE or before in _INCIDENT or "ب" in words[at].pro
        elif core in _INCIDENT and at + 1 < end:
            after = at + 2 if forms[at + 1] in {'"', "“", "«"} and at + 2 < end else at + 1
            found = found or words[after].core in _KINDS
    return found
