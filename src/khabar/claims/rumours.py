"""Events that only rumour tells (ترددت أنباء عن مقتل القيادي, لم يتسن التحقق من أنباء مقتله, يعتقد أن مسلحين خطفوه)."""

from __future__ import annotations

from typing import Final

from khabar.claims.candidates import Candidate
from khabar.claims.clauses import THAT
from khabar.claims.kinds import DEEDS
from khabar.lexicon.marks import Mark
from khabar.mentions.punctuation import PUNCTUATION
from khabar.mentions.reading import Reading

_RUMOURS: Final = frozenset(("doubt.news", "doubt.unverified"))
"""Entries of news that nobody confirms."""
_GOES: Final = frozenset("تفيد تتحدث تحدثت تقول تشير افادت اشارت ذكرت".split())
"""Verbs of what news says."""
_BELIEVED: Final = frozenset("يعتقد ويعتقد يشتبه ويشتبه يرجح ويرجح".split())
_REMARKS: Final = frozenset("تعليق تعقيب بيان رد توضيح توضيحات تصريح تصريحات".split())
_ISSUES: Final = frozenset("يصدر تصدر يرد ترد".split())
"""Nouns of what nobody has said of an event yet (لم يصدر تعليق بشأن مقتل القائد), and their verbs."""
_REACH: Final = 10
"""Tokens between the news and the event."""


def rumoured(reading: Reading, effects: list[list[Mark] | None], candidate: Candidate) -> bool:
    """Unconfirmed news lead right to the event, or nobody named believes in it."""
    if candidate.type not in DEEDS:
        return False
    light = candidate.light
    head = min(light.first, candidate.first) if light is not None else candidate.first
    opens = max(reading.sentences[candidate.sentence].first, head - _REACH)
    for at in range(head - 1, opens - 1, -1):
        if any(found.entry.id in _RUMOURS for found in effects[at] or ()):
            return True
        form = reading.forms[at]
        if form in _BELIEVED and reading.acts[at]:
            return candidate.pos == "v" and _impersonal(reading, at)
        if form in PUNCTUATION or (reading.acts[at] and form not in _GOES):
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
    found, opens = None, reading.sentences[candidate.sentence].first
    for at in range(candidate.first - 1, max(opens, candidate.first - 2 * _REACH) - 1, -1):
        if reading.acts[at]:
            said = found is not None and reading.words[at].core in _ISSUES
            return found if said and reading.words[at - 1].func == "neg" else None
        if reading.forms[at] in PUNCTUATION:
            return None
        if reading.words[at].core in _REMARKS:
            found = at
    return None
