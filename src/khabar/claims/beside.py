"""Agreeing, working together and yielding told outright: by a verb in the perfect with a party right beside it."""

from __future__ import annotations

from typing import Final

from khabar.claims.candidates import Candidate
from khabar.claims.kinds import DEALERS
from khabar.mentions.phrase import Phrase
from khabar.mentions.reading import Reading

_TYPES: Final = frozenset(("AGREE", "COOPERATE", "CONCEDE"))
_NOT_OR_IF: Final = frozenset("لا لم لن ولا ولم ولن اذا لو ما ربما نادرا".split())
_ADMITS: Final = "concede.yield.admits"
"""Entry of admitting, behind which what is admitted is the claim."""


def told_outright(reading: Reading, candidate: Candidate, row: list[Phrase]) -> bool:
    """Whether a verb of these is told as done by a party. ``row``: the phrases of its sentence."""
    if candidate.type not in _TYPES or candidate.alone or candidate.id == _ADMITS:
        return False
    if candidate.pos != "v" and candidate.head is None:
        return False
    verb = candidate.first if candidate.head is None else candidate.head[0]
    word = reading.words[verb]
    if candidate.form != "phrase" and not candidate.tag.startswith("perf"):
        return False
    if not reading.acts[verb] or reading.quoted[verb] or reading.forms[verb - 1] in _NOT_OR_IF:
        return False
    if word.pro not in {"", "و", "ف"} or (word.core.startswith(("ي", "ت")) and not _perfect(reading, verb)):
        return False
    beside = (verb + 1, verb - 1)
    return any(
        phrase.kind in DEALERS and not phrase.prep and (phrase.first == beside[0] or phrase.last == beside[1])
        for phrase in row
    )


def _perfect(reading: Reading, verb: int) -> bool:
    """A perfect that begins like an imperfect (تراجعت، تبادلت)."""
    return any(sense.tag.startswith("perf") for sense in reading.words[verb].senses)
