"""Events that somebody intends, expects or has scheduled (تعتزم الحكومة سحب قواتها, من المنتظر أن تفرج السلطات عن)."""

from __future__ import annotations

from typing import Final

from khabar.claims.candidates import Candidate
from khabar.claims.clauses import RELATIVE, STOPS
from khabar.claims.kinds import DEEDS
from khabar.lexicon.found import Mark
from khabar.mentions.phrase_words import PAUSE
from khabar.mentions.reading import Reading
from khabar.text.ordered import between

AHEAD: Final = frozenset(("plan.intend", "plan.expected", "plan.scheduled"))
"""Entries of words for what lies ahead."""
_APART: Final = frozenset("بعد عقب اثر منذ رغم لكن ولكن بينما فيما ضد ردا وسط خلال".split())
"""Words behind which something else is told."""
_BEING: Final = frozenset("تكون يكون يتم تتم تجري يجري تقوم يقوم تبدا يبدا".split())
_REACH: Final = 12
"""Tokens between such a word and the event, and those where the event is a known one."""
_NEAR: Final = 8
_READY: Final = frozenset(
    "يستعد تستعد يستعدون استعد استعدت استعدوا يتاهب تتاهب يتاهبون تاهب تاهبت يتهيا تتهيا يتحضر تتحضر يعد تعد نعد "
    "يخطط تخطط يحضر تحضر يتجه تتجه".split()
)
_AIMED: Final = DEEDS | {"PROTEST", "CONSULT", "AGREE"}
"""Verbs of getting ready, and types of what somebody gets ready for (تستعد القوات لاقتحام المدينة)."""
_WEIGHS: Final = frozenset(
    "يدرس تدرس ندرس يدرسون يبحث تبحث يناقش تناقش يفكر تفكر عزم عزمها عزمه نية نيتها نيته".split()
)
"""Words of weighing and intending a deed, before its noun or the noun that carries it (تدرس واشنطن فرض عقوبات)."""
_DOING: Final = frozenset("فرض سحب اعادة فتح اغلاق طرد قطع تعليق تجميد ادراج تصنيف رفع شطب الافراج".split())
_WEIGHED: Final = frozenset(("SANCTION", "RETREAT"))
_END: Final = STOPS | RELATIVE | _APART
_PAUSE_OR_END: Final = PAUSE | _END


def readied(reading: Reading, candidate: Candidate) -> bool:
    """Somebody gets ready for it."""
    head = candidate.first
    if "ل" not in reading.words[head].pro and head > 0:  # لتقديم مساعدات
        head -= 1
    if candidate.type not in _AIMED or "ل" not in reading.words[head].pro:
        return False
    opens = max(reading.sentences[candidate.sentence].first, head - _NEAR)
    at = next(
        (at for at in range(head - 1, opens - 1, -1) if reading.acts[at] or reading.forms[at] in _PAUSE_OR_END), -1
    )
    return at >= 0 and reading.words[at].core in _READY


def weighed(reading: Reading, candidate: Candidate) -> bool:
    """Somebody only weighs or intends to punish or to yield."""
    if candidate.type not in _WEIGHED or candidate.pos != "n":
        return False
    head = candidate.first
    while head > 0 and reading.words[head - 1].core in _DOING:
        head -= 1
    if reading.words[head].core not in _DOING or (reading.words[head].pro and reading.words[head].pro != "ب"):
        return False
    opens = max(reading.sentences[candidate.sentence].first, head - _NEAR)
    for at in range(head - 1, opens - 1, -1):
        if reading.words[at].core in _WEIGHS:
            return True
        if reading.acts[at]:
            return "س" in reading.words[at].pro  # ستعيد فرض العقوبات
        if reading.forms[at] in _PAUSE_OR_END:
            return False
    return False


def ahead(reading: Reading, effects: list[list[Mark] | None], told: list[int], candidate: Candidate) -> bool:
    """Words for what lies ahead govern the event, or the verb that carries it. ``told``: where such words end."""
    light = candidate.light
    head = min(light.first, candidate.first) if light is not None else candidate.first
    if head < candidate.first and any(found.sense.id in AHEAD for found in effects[head] or ()):
        return True
    reach = _NEAR if candidate.pos == "n" and reading.words[candidate.first].det else _REACH
    opens = max(reading.sentences[candidate.sentence].first, head - reach)
    if not between(told, opens, head):
        return False
    pauses = 0
    for at in range(head - 1, opens - 1, -1):
        marks = effects[at]
        if marks is not None and any(found.sense.id in AHEAD for found in marks):
            return pauses != 1
        form = reading.forms[at]
        if form in _PAUSE_OR_END:
            pauses += form in PAUSE
            if form in _END:
                return False
        if pauses != 1 and reading.acts[at] and form not in _BEING:
            return False
    return False
