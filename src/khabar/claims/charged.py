"""Who is only said to be accused (الجيش متهم بارتكاب فظائع): nobody speaks but an accuser named as the agent."""

from __future__ import annotations

from typing import Final

from khabar.claims.candidates import Candidate
from khabar.mentions.reading import Reading

_ACCUSED: Final = "متهم"


def accused(reading: Reading, candidate: Candidate) -> bool:
    """The words of a charge are the participle of whoever it is brought against."""
    return candidate.frame == "charge" and reading.words[candidate.first].core.startswith(_ACCUSED)
