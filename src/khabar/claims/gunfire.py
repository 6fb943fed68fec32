"""By whose fire somebody fell where two verbs tell what befell people and the fire stands behind the second (قتل عشرة
وأصيب مئة برصاص الاحتلال): both were done by it."""

from __future__ import annotations

from typing import Final

from khabar.claims.candidates import Candidate, undergone
from khabar.claims.clauses import STOPS
from khabar.claims.grammar import doer, has
from khabar.mentions.phrase import ByPhrase, Phrase
from khabar.mentions.reading import Reading

_FELL: Final = frozenset(
    "قتل قتلت قتلوا اصيب اصيبت اصيبوا جرح جرحت جرحوا استشهد استشهدت استشهدوا سقط سقطت سقطوا لقي لقيت لقوا توفي توفيت "
    "قضى قضت".split()
)
"""Verbs of what befalls people."""
_REACH: Final = 20
"""Tokens between the first verb and the fire."""


def settle(reading: Reading, candidate: Candidate, row: list[Phrase], slots: ByPhrase, found: ByPhrase) -> None:
    """Add to ``found`` (phrase to role) by whose fire it was."""
    if candidate.type != "ASSAULT" or candidate.pos != "v" or not undergone(candidate) or has(found, "actor"):
        return
    for phrase in row:
        near = phrase.prep == "fire" and 0 < phrase.first - candidate.last <= _REACH
        if not near or slots.get(phrase) == "P:fire":
            continue
        if (doer(phrase) or reading.words[phrase.head].core == "احتلال") and _joined(reading, candidate.last, phrase):
            found[phrase] = "actor"
            return


def _joined(reading: Reading, last: int, phrase: Phrase) -> bool:
    """Only verbs of falling that و ties to the first stand between."""
    for at in range(last + 1, phrase.first):
        if reading.forms[at] in STOPS:
            return False
        if reading.acts[at] and not (reading.words[at].core in _FELL and reading.words[at].pro[:1] == "و"):
            return False
    return True
