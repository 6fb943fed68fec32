"""Participles by which a clause goes on to say what somebody refuses (احتجزت الشرطة الطبيب رافضة الإفصاح عن مكانه)."""

from __future__ import annotations

from typing import Final

from khabar.claims.candidates import Candidate
from khabar.mentions.reading import Reading

_REFUSING: Final = frozenset(
    "رافضا رافضين معارضا معترضا معترضين نافيا نافين متجاهلا متجاهلين مستبعدا مستبعدين مفندا مكذبا متحفظا".split()
)
"""In the accusative, which an adjective of what stands before it seldom is."""
_OF_HER: Final = frozenset("رافضة معترضة نافية متجاهلة مستبعدة مفندة مكذبة".split())
"""The same of a feminine or a plural, which may be an adjective as well."""
_PAUSES: Final = frozenset(("،", ",", '"', "»", "”"))


def refuses(reading: Reading, candidate: Candidate) -> bool:
    """Whether it is such a participle."""
    if candidate.type != "REJECT" or candidate.pos != "n":
        return False
    first, word = candidate.first, reading.words[candidate.first]
    if word.det or word.enc or word.pro not in {"", "و"} or not first:
        return False
    before, behind = reading.words[first - 1], reading.words[candidate.last + 1 : candidate.last + 2]
    led = not behind or behind[0].pro[:1] == "ل"
    if word.core in _OF_HER:
        return reading.forms[first - 1] in _PAUSES or (not led and before.det)
    if word.core not in _REFUSING:
        return False
    alike = before.cls in {"n", "j"} and before.core.endswith(("ا", "ين")) and not before.det and not before.enc
    return not (alike and led)
