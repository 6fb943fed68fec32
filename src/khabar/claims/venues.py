"""Where words were said: where the same speaker, or one who met the press with him, spoke that day."""

from __future__ import annotations

from typing import Final

from msgspec.structs import replace

from khabar.claims.candidates import Candidate
from khabar.claims.kinds import VERBAL_TYPES
from khabar.mentions.reading import Reading
from khabar.model import Claim
from khabar.text import folded

_NEAR: Final = 10
"""Sentences within which words belong to one occasion."""
_CONFERENCE: Final = "مؤتمر"


def spoken_there(reading: Reading, claims: list[Claim], candidates: list[Candidate]) -> list[Claim]:
    """The claims in order, words without a place with that of the same occasion."""
    hosts = [
        (claim, candidate)
        for claim, candidate in zip(claims, candidates, strict=True)
        if claim.type in VERBAL_TYPES and claim.place is not None and claim.date is not None
    ]
    if not hosts:
        return claims
    found = []
    for claim, candidate in zip(claims, candidates, strict=True):
        if claim.place is None and claim.date is not None and claim.type in VERBAL_TYPES:
            host = next((one for one, where in hosts if _together(reading, claim, candidate, one, where)), None)
            if host is not None:
                claim = replace(claim, place=host.place, rules={**claim.rules, "place": "place.spoken"})
        found.append(claim)
    return found


def _together(reading: Reading, claim: Claim, candidate: Candidate, host: Claim, where: Candidate) -> bool:
    """Both were said on one day by one speaker, or by two who met the press together."""
    if host.date != claim.date or abs(candidate.sentence - where.sentence) > _NEAR:
        return False
    names = {one.text for one in claim.actors}
    if not names.isdisjoint({one.text for one in host.actors}):
        return True
    sentence = reading.sentences[where.sentence]
    if not any(word.core == _CONFERENCE for word in reading.words[sentence.first : sentence.last]):
        return False
    forms = reading.forms[sentence.first : sentence.last]
    return any(" " in name and folded(name.rpartition(" ")[2]) in forms for name in names)
