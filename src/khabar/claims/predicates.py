"""Verdicts that are the predicate of what somebody says (إن القرار خطأ فادح)."""

from __future__ import annotations

from typing import Final

from khabar.claims.candidates import Candidate
from khabar.claims.clauses import STOPS
from khabar.mentions.reading import QUOTES_OPEN, Reading

_THAT: Final = frozenset("ان بان وان".split())
_COPULAS: Final = frozenset("هو هي يعد تعد يعتبر تعتبر يمثل تمثل يشكل تشكل بمثابة كان كانت يبقى تبقى".split())
_THIS: Final = frozenset("هذا هذه ذلك تلك".split())
_SUBJECT: Final = 14
"""Most tokens of the subject."""


def predicate(reading: Reading, candidate: Candidate) -> bool:
    """Whether the noun or phrase stands behind "that" and its subject, as what is said of it."""
    words, forms, first = reading.words, reading.forms, candidate.first
    if candidate.pos != "n" or words[first].det or words[first].pro:
        return False
    if forms[first] == "غير" and words[candidate.last].det:
        return False
    at = first - 1
    while forms[at] in QUOTES_OPEN or forms[at] in _COPULAS:
        at -= 1
    if words[at].func and forms[at] not in _THIS:
        return False
    if words[at].cls in {"n", "j"} and not words[at].det and not words[at].enc and not reading.lex[at]:
        return False
    for before in range(at, max(0, at - _SUBJECT), -1):
        if forms[before] in _THAT:
            return before < at
        if reading.acts[before] or forms[before] in STOPS or forms[before] == "،":
            return False
    return False
