"""Whether "to condemn" blames or finds guilty: a court finds guilty, anybody else blames (أدانت المنظمة سجن الصحفي)."""

from __future__ import annotations

from typing import Final

from khabar.claims.candidates import Candidate
from khabar.claims.kinds import SPEAKERS
from khabar.mentions.phrase import Phrase
from khabar.mentions.reading import Reading

_BLAMES: Final = "accuse.condemn"
_COURTS: Final = frozenset("محكمة محاكم قضاء قاض قاضي قاضية قضاة محلف محلفون محلفين هيئة جنايات استئناف نيابة".split())

_REACH: Final = 8
"""Tokens on either side of the noun within which a court stands."""


def condemning(reading: Reading, group: list[Candidate], best: Candidate, row: list[Phrase]) -> Candidate:
    """The reading of the place that fits who condemns, else the ``best`` one. ``row``: the phrases of the sentence."""
    blames = next((one for one in group if one.id == _BLAMES), None)
    if blames is None:
        return best
    convicts = next((one for one in group if one.type == "SANCTION"), None)
    if convicts is None:
        return best
    if blames.pos != "v":
        near = range(max(0, best.first - _REACH), min(best.last + _REACH, len(reading.words)))
        return convicts if any(reading.words[at].core in _COURTS for at in near) else blames
    if blames.passive:
        return best if convicts.alone else convicts
    subject = _subject(best, row)
    if subject is None:
        return best if convicts.alone else convicts
    court = any(reading.words[at].core in _COURTS for at in range(subject.first, subject.head + 1))
    return convicts if court else blames


def _subject(verb: Candidate, row: list[Phrase]) -> Phrase | None:
    """Who stands right behind the verb, else right before it."""
    for phrase in row:
        if phrase.first == verb.last + 1 and not phrase.prep and phrase.kind in SPEAKERS:
            return phrase
    return next((one for one in row if one.last == verb.first - 1 and not one.prep and one.kind in SPEAKERS), None)
