"""Votes that were cast: for or against a text (صوتت عشر دول لصالح القرار)."""

from __future__ import annotations

from typing import Final

from khabar.claims.candidates import Candidate
from khabar.mentions.reading import Reading

_FOR: Final = "support.votes-for"
_VOTES: Final = frozenset((_FOR, "reject.vote-against"))
"""Entries of voting for something and against it."""
_VOTED: Final = frozenset("صوت صوتت صوتوا صوتا صوتتا".split())
_REACH: Final = 12
"""Tokens behind the verb within which it is told what the vote was against."""
_UNTOLD: Final = frozenset("لم لا لن ان اذا لو ربما سوف".split())


def voted(reading: Reading, candidate: Candidate) -> bool:
    """Whether the verb of voting is a perfect that nothing denies."""
    if candidate.id not in _VOTES or candidate.alone:
        return False
    verb = candidate.first if candidate.head is None else candidate.head[0]
    if reading.words[verb].core not in _VOTED or not reading.acts[verb]:
        return False
    if verb and reading.forms[verb - 1] in _UNTOLD:
        return False
    if candidate.id == _FOR:
        return True
    behind = reading.forms[candidate.last + 1 : candidate.last + _REACH]
    noun = reading.words[verb].core == "صوت" and not reading.words[verb].pro  # مكبرات صوت
    return "ضد" in behind and "لصالح" not in behind and not noun
