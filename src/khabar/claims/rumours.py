"""Events that only rumour tells (ترددت أنباء عن مقتل القيادي, لم يتسن التحقق من أنباء مقتله, يعتقد أن مسلحين خطفوه)."""

from __future__ import annotations

from typing import Final

from khabar.claims.candidates import Candidate
from khabar.claims.clauses import THAT
from khabar.claims.kinds import DEEDS
from khabar.lexicon.found import Mark
from khabar.mentions.punctuation import PUNCTUATION
from khabar.mentions.reading import Reading
from khabar.text.ordered import between

_RUMOURS: Final = frozenset(("doubt.news", "doubt.unverified"))
"""Entries of news that nobody confirms."""
_GOES: Final = frozenset("تفيد تتحدث تحدثت تقول تشير افادت اشارت ذكرت تتاكد يتاكد تؤكد تثبت".split())
"""Verbs of what news says, and of what nobody has confirmed (أنباء لم تتأكد عن)."""
_RUMOURED: Final = DEEDS | {"PROTEST", "CONSULT", "AGREE"}
_BELIEVED: Final = frozenset("يعتقد ويعتقد يشتبه ويشتبه يرجح ويرجح".split())
_REMARKS: Final = frozenset("تعليق تعقيب بيان رد توضيح توضيحات تصريح تصريحات".split())
_ISSUES: Final = frozenset("يصدر تصدر يرد ترد".split())
"""Nouns of what nobody has said of an event yet (لم يصدر تعليق بشأن مقتل القائد), and their verbs."""
_DOUBTS: Final = frozenset(("doubt.perhaps", "doubt.seems", "doubt.rumour"))
"""Entries of words by which somebody tells what he is not sure of."""
_MAYBE: Final = frozenset("ربما وربما لعل لعله لعلها لعلهم".split())
_IN: Final = frozenset("في نتيجة جراء اثر بسبب خلال".split())
_BEING: Final = frozenset("يكون تكون يكونوا يكونون كان كانت كانوا".split())
_CLOSE: Final = 3
"""Tokens from أنهم to the verb of what they are supposed to have done."""
_REACH: Final = 10
"""Tokens between the news and the event."""


def rumoured(reading: Reading, effects: list[list[Mark] | None], candidate: Candidate) -> bool:
    """Unconfirmed news lead right to the event, or nobody named believes in it."""
    if candidate.type not in _RUMOURED:
        return False
    light = candidate.light
    head = min(light.first, candidate.first) if light is not None else candidate.first
    opens = max(reading.sentences[candidate.sentence].first, head - _REACH)
    if head > 1 and reading.forms[head - 2] in _MAYBE and reading.forms[head - 1] in _IN:
        return True
    verbal = candidate.pos == "v" or light is not None
    if verbal and _likely(reading, effects, candidate.last):
        return True
    for at in range(head - 1, opens - 1, -1):
        told = effects[at]
        if told is not None:
            for found in told:
                if found.sense.id in _RUMOURS or (verbal and _supposed(reading, found, candidate, head)):
                    return True
        form = reading.forms[at]
        if form in _BELIEVED and reading.acts[at]:
            return verbal and _impersonal(reading, at)
        if form in PUNCTUATION or (reading.acts[at] and form not in _GOES and form not in _BEING):
            return False
    return False


def _supposed(reading: Reading, doubt: Mark, candidate: Candidate, head: int) -> bool:
    """A word of doubt opens the clause of the event (ربما قصفت، يبدو أن الجيش قصف، قد تكون قصفت): what only may happen
    some day is not yet doubted."""
    if doubt.sense.id not in _DOUBTS:
        return False
    forms, last = reading.forms, doubt.last
    past = (candidate.light.tag if candidate.light is not None else candidate.tag).startswith("perf")
    if forms[doubt.first] in _MAYBE:
        return past or doubt.sense.id == "doubt.perhaps"
    if forms[last] in _BEING:
        return past
    that = last if forms[last] in THAT else last + 1
    if not past or forms[that] not in THAT:
        return False
    return forms[that] in {"ان", "بان"} or head - that <= _CLOSE


def _likely(reading: Reading, effects: list[list[Mark] | None], last: int) -> bool:
    """The clause behind the event calls it likely (قتل في غارة على الأرجح، قصفته الطائرات على ما يبدو)."""
    forms = reading.forms
    for at in range(last + 1, min(last + _REACH, len(forms))):
        told = effects[at]
        if told is not None and any(forms[found.first] == "على" and found.sense.id in _DOUBTS for found in told):
            return True
        if forms[at] in PUNCTUATION or (reading.acts[at] and forms[at - 1] != "ما"):
            return False
    return False


def _impersonal(reading: Reading, verb: int) -> bool:
    """That follows the verb at once (يعتقد أن, يشتبه في أنهم)."""
    forms = reading.forms
    behind = verb + 2 if forms[verb + 1 : verb + 2] in (["في"], ["ب"]) else verb + 1
    return behind < len(forms) and forms[behind] in THAT


def unremarked(reading: Reading, candidate: Candidate) -> int | None:
    """Token of the remark that nobody has made on an event (لم يصدر عن الوزارة أي تعليق بشأن مقتل الجنود)."""
    if candidate.pos != "n" or candidate.type not in DEEDS:
        return None
    found, low = None, max(reading.sentences[candidate.sentence].first, candidate.first - 2 * _REACH)
    if not between(reading.tokens.cores(_REMARKS), low, candidate.first):
        return None
    for at in range(candidate.first - 1, low - 1, -1):
        if reading.acts[at]:
            said = found is not None and reading.words[at].core in _ISSUES
            return found if said and reading.words[at - 1].func == "neg" else None
        if reading.forms[at] in PUNCTUATION:
            return None
        if reading.words[at].core in _REMARKS:
            found = at
    return None
