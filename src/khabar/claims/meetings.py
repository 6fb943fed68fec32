"""Meetings taken up again: what a sentence goes on to say of one that was told; meetings only allowed or wished for."""

from __future__ import annotations

from typing import Final

from khabar.claims.candidates import Candidate
from khabar.mentions.reading import PUNCTUATION, Reading

_DISCUSSES: Final = "consult.discuss"
_MEETINGS: Final = frozenset("لقاء اجتماع مباحثات محادثات زيارة جلسة اتصال مكالمة مشاورات".split())
_DURING: Final = frozenset("خلال اثناء في".split())
_WISHES: Final = ("سماح", "استعداد", "رغبة", "رغبت", "امكاني", "فرصة", "احتمال", "قبول", "رفض", "طلب")
"""Beginnings of nouns of leave and readiness, before ب or ل and the meeting that is not yet one."""
_GOVERNED: Final = 6
"""Tokens before a meeting within which they stand."""
_NEAR: Final = 6
"""Tokens from what was discussed to the meeting."""


def resumed(reading: Reading, candidate: Candidate, told: list[Candidate]) -> bool:
    """Whether it only says what was discussed at a meeting among those ``told`` (اجتمعا وبحثا خلال اللقاء ...، جرى
    خلال اللقاء استعراض ...)."""
    if candidate.id != _DISCUSSES:
        return False
    before = [one.sentence for one in told if one.type == "CONSULT"]
    if not before or (candidate.pos == "v" and candidate.sentence not in before):
        return False
    sentence, words = reading.sentences[candidate.sentence], reading.words
    first, last = max(sentence.first + 1, candidate.first - _NEAR), min(sentence.last, candidate.last + _NEAR + 1)
    return any(
        words[at].core in _MEETINGS and words[at].det and words[at - 1].core in _DURING for at in range(first, last)
    )


def wished(reading: Reading, candidate: Candidate) -> bool:
    """Whether a meeting is only allowed, wished for or possible (السماح للوفد بزيارة السجن، استعداده للقاء نظيره)."""
    first, words = candidate.first, reading.words
    if candidate.type != "CONSULT" or candidate.pos != "n" or words[first].pro not in {"ب", "ل"}:
        return False
    for at in range(first - 1, max(reading.sentences[candidate.sentence].first, first - _GOVERNED) - 1, -1):
        if reading.acts[at] or reading.forms[at] in PUNCTUATION:
            return False
        if words[at].core.startswith(_WISHES):
            return not words[at].pro or words[at].pro == "و"
    return False
