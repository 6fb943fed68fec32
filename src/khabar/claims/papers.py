"""What a law, a resolution or an accord lays down, told behind its adoption (أقر البرلمان قانونا يلزم الحكومة): the
adoption is the claim."""

from __future__ import annotations

from typing import Final

from khabar.claims.candidates import Candidate
from khabar.claims.kinds import VERBAL_TYPES
from khabar.mentions.reading import Reading

_PAPERS: Final = frozenset(
    "قانونا قانون قرارا قرار مرسوما مرسوم اتفاقا اتفاق اتفاقية معاهدة مذكرة بروتوكولا تعديلا تعديل خطة وثيقة ميثاقا "
    "دستورا موازنة مشروعا لائحة".split()
)
_KINDS: Final = frozenset(("AGREE", "REQUEST", "SUPPORT"))
_BINDS: Final = "request.oblige"
_DESCRIBED: Final = 4
"""Words of the paper's name before what it lays down."""


def provided(reading: Reading, candidate: Candidate, told: list[Candidate]) -> bool:
    """Whether a verb right behind a paper without the article only says what is in it, the last of the claims ``told``
    being its adoption. What it demands and condemns in words is told by itself."""
    last = told[-1] if told else None
    if candidate.pos != "v" and candidate.form != "phrase":
        return False
    adopted = last is not None and last.sentence == candidate.sentence and last.type in _KINDS
    if not adopted and candidate.id != _BINDS:
        return False
    if candidate.type in VERBAL_TYPES and candidate.frame != "charge" and candidate.id != _BINDS:
        return False
    first, words = candidate.first, reading.words
    if not reading.acts[first] or words[first].pro or not words[first].core.startswith(("ي", "ت")):
        return False
    start = last.last if last is not None and adopted else reading.sentences[candidate.sentence].first - 1
    for at in range(first - 1, max(start, first - 1 - _DESCRIBED), -1):
        if words[at].core in _PAPERS and not words[at].pro and not words[at].enc:
            return not words[at].det
        if reading.acts[at] or (words[at].cls != "j" and not words[at].det):
            return False
    return False
