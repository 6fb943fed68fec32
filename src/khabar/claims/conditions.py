"""Deeds that are only supposed: what stands behind if."""

from __future__ import annotations

from typing import Final

from khabar.claims.candidates import Candidate
from khabar.mentions.punctuation import PUNCTUATION
from khabar.mentions.reading import Reading

IF: Final = frozenset(("اذا", "لو", "واذا", "فاذا", "ولو", "فلو"))
_IF: Final = IF | {"بحال", "حالما"}
_WAS: Final = frozenset(("كان", "كانت", "كانوا"))
_CONDITION: Final = 7
"""Tokens before a verb within which its condition begins."""
_ANYBODY: Final = frozenset(("اي", "اية", "واي", "واية"))
_WHOEVER: Final = 5
"""Tokens before a verb within which "any" stands."""
_WITHOUT: Final = frozenset(("دون", "بدون"))
_AFTER_IF: Final = frozenset(("ما", "لم", "تم"))
"""Words between these and a verb."""


def conditional(reading: Reading, candidate: Candidate) -> bool:
    """A verb right behind إذا or لو tells no event, nor does the noun that it carries (إذا اندلع قتال)."""
    if candidate.type == "THREATEN":
        return False
    forms, light = reading.forms, candidate.light
    if candidate.pos == "v":
        first = candidate.first
    elif light is not None and light.first < candidate.first and reading.acts[light.first]:
        first = light.first
    else:
        return False
    if candidate.pos == "v" and candidate.form == "impf" and (_conditioned(reading, first) or _any(reading, first)):
        return True
    if forms[first - 1] == "لم" and forms[first - 2] == "ما":
        return True
    if forms[first - 1] == "حال":
        return forms[first - 2] == "في"
    return forms[first - 2 if forms[first - 1] in _AFTER_IF else first - 1] in _IF


def _conditioned(reading: Reading, first: int) -> bool:
    """The verb behind the subject of كان, in a condition (إذا كانت القوات تدخل المدينة)."""
    forms = reading.forms
    for at in range(first - 1, max(0, first - _CONDITION), -1):
        if forms[at] in _IF:
            return True
        if (reading.acts[at] and forms[at] not in _WAS) or forms[at] in PUNCTUATION:
            return False
    return False


def _any(reading: Reading, first: int) -> bool:
    """The verb tells of whoever it may be (أي قوة تهاجم القاعدة، أي صواريخ تطلق على البلاد)."""
    for at in range(first - 1, max(-1, first - _WHOEVER), -1):
        if reading.forms[at] in _ANYBODY:
            return True
        if reading.acts[at] or reading.forms[at] in PUNCTUATION:
            return False
    return False


def without(reading: Reading, verb: int) -> bool:
    """The verb at a token tells what did not happen beside (انفجرت العبوة دون أن يصاب أحد)."""
    return verb > 1 and reading.forms[verb - 1] == "ان" and reading.forms[verb - 2] in _WITHOUT
