"""Words of a verdict, a demand or a duty that only tell what somebody or something is like."""

from __future__ import annotations

from typing import Final

from khabar.claims.candidates import Candidate
from khabar.claims.clauses import RELATIVE
from khabar.mentions.reading import Reading
from khabar.model import VERBAL_TYPES

_MUST: Final = "request.must"
"""Entry of words of duty (يجب، ينبغي)."""
_GOES_ON: Final = frozenset("الامر الشيء الوقت الحين الاتجاه".split())
"""Nouns before a relative clause that tells what happened besides."""
_STANCES: Final = VERBAL_TYPES - {"REQUEST"}
_ADHERENTS: Final = frozenset(
    "منتقدي منتقدو معارضي معارضو مؤيدي مؤيدو رافضي رافضو داعمي داعمو مناهضي مناهضو مناصري مناصرو".split()
)
"""Those known for what they say (أشد منتقدي الحكومة، رافضو التسوية)."""


def attribute(reading: Reading, candidate: Candidate) -> bool:
    """Whether the candidate only tells what somebody or something is like."""
    if candidate.entry.type not in VERBAL_TYPES:
        return False
    if candidate.entry.id == _MUST:
        return _fitting(reading, candidate.first)
    if candidate.pos == "n":
        return reading.words[candidate.first].core in _ADHERENTS
    return _known_for(reading, candidate)


def _known_for(reading: Reading, candidate: Candidate) -> bool:
    """The present of a verdict in a relative clause tells who is meant (الفصائل التي ترفض الهدنة), unless it takes up
    a whole sentence (الأمر الذي ترفضه)."""
    first, forms = candidate.first, reading.forms
    if candidate.entry.type not in _STANCES or candidate.form != "impf":
        return False
    return forms[first - 1] in RELATIVE and forms[first - 2] not in _GOES_ON


def _fitting(reading: Reading, first: int) -> bool:
    """A duty behind a noun without article, or in a relative clause (خطوة يجب البناء عليها، ما ينبغي أن نفهمه)."""
    before = reading.words[first - 1]
    if before.form in RELATIVE:
        return True
    plain = before.cls in {"n", "j"} and not before.det and not before.enc
    return plain and not reading.words[first].pro
