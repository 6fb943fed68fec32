"""Help that is only pledged (تعهدت الرياض بتقديم مئة مليون دولار): no claim."""

from __future__ import annotations

from typing import Final

from khabar.claims.candidates import Candidate
from khabar.claims.clauses import STOPS
from khabar.mentions.reading import Reading

_PLEDGES: Final = frozenset(
    "تعهد تعهدت تعهدوا تعهدا يتعهد تتعهد متعهدا متعهدة تعهدات تعهده تعهدها وعد وعدت وعدوا يعد وعود وعدا "
    "التزم التزمت التزام التزاما".split()
)
"""Words by which somebody binds himself."""
_PROMISED: Final = frozenset(("وعدت", "وعدوا", "وعدا", "ووعدت"))
"""Forms of a verb whose first letter may be read as a clitic."""
_REACH: Final = 12
"""Tokens before a word of help within which it is pledged."""


def pledged(reading: Reading, candidate: Candidate) -> bool:
    """Whether the help is what somebody pledges, or the pledge itself."""
    if candidate.type != "AID":
        return False
    first = candidate.first if candidate.head is None else candidate.head[0]
    if any(reading.words[at].core in _PLEDGES for at in range(first, candidate.last + 1)):
        return True
    start = max(reading.sentences[candidate.sentence].first, first - _REACH)
    led = False
    for at in range(first, start - 1, -1):
        if reading.words[at].core in _PLEDGES or reading.forms[at] in _PROMISED:
            return led
        if reading.forms[at] in STOPS or (reading.acts[at] and at != candidate.first):
            return False
        led = led or "ب" in reading.words[at].pro
    return False
