"""A counterpart as the object of a verb whose subject was told before (وشكر نظيره على استضافته, ودعا نظيره إلى زيارة
بلاده)."""

from __future__ import annotations

from typing import Final

from khabar.claims.candidates import Candidate
from khabar.mentions.phrase import ByPhrase, Phrase
from khabar.mentions.reading import Reading

_HEAD: Final = "نظير"
_FOR: Final = frozenset(("على", "لانه", "لانها"))
_TO: Final = frozenset(("الى", "ل"))
_VISITS: Final = frozenset(("زيارة", "زيارته", "زيارتها", "حضور", "مشاركة"))
_NEAR: Final = 3


def counterpart(reading: Reading, phrase: Phrase) -> bool:
    """The phrase begins with "his counterpart"."""
    word = reading.words[phrase.first]
    return word.core.startswith(_HEAD) and (word.enc != "" or word.core != _HEAD)


class Counterparts:
    """Reads off whom such a verb is said to."""

    def __init__(self, reading: Reading) -> None:
        self.r = reading

    def settle(self, candidate: Candidate, row: list[Phrase], found: ByPhrase) -> None:
        """Add to ``found`` (phrase to role) the counterpart who is thanked, congratulated or invited."""
        if candidate.frame != "speech" or candidate.pos != "v" or candidate.passive:
            return
        if candidate.type != "SUPPORT" and candidate.type != "REQUEST":
            return
        if self.r.words[candidate.first].pro[:1] not in {"و", "ف"} and self.r.forms[candidate.first - 1] != "كما":
            return
        one = next((one for one in row if one.first == candidate.last + 1), None)
        if one is not None and counterpart(self.r, one) and self._goes_on(candidate, one.last + 1):
            found[one] = "target"

    def _goes_on(self, candidate: Candidate, at: int) -> bool:
        """What he is thanked for, or whereto he is invited, follows."""
        if at >= len(self.r.forms):
            return False
        word = self.r.words[at]
        if candidate.type == "SUPPORT":
            return self.r.forms[at] in _FOR or word.pro == "ل"
        led = self.r.forms[at] in _TO or word.pro == "ل"
        return led and any(one.core in _VISITS for one in self.r.words[at : at + _NEAR])
