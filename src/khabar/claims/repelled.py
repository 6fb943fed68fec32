"""Whose attack somebody repels: the other side of the fight (صد الجيش هجوما شنه المسلحون)."""

from __future__ import annotations

from typing import Final

from khabar.claims.candidates import Candidate
from khabar.claims.doers import Doers
from khabar.claims.grammar import doer, has
from khabar.claims.kinds import REPELS
from khabar.mentions.phrase import ByPhrase, Phrase
from khabar.mentions.reading import Reading

_ATTACKS: Final = frozenset("هجوم هجوما هجمات هجومين هجمة توغل توغلا تسلل تسللا زحف زحفا محاولة محاولات اعتداء".split())
_REACH: Final = 7
"""Tokens behind the verb within which the attack stands."""
_NEAR: Final = 4
"""Tokens behind the attack within which stands whose it is."""


class Repelled:
    """Looks for them behind the attack."""

    def __init__(self, reading: Reading, doers: Doers) -> None:
        self.r = reading
        self.doers = doers

    def settle(self, candidate: Candidate, row: list[Phrase], slots: ByPhrase, found: ByPhrase) -> None:
        """Add to ``found`` (phrase to role) whose attack it was, beside who repelled it."""
        if candidate.id not in REPELS or not has(found, "actor"):
            return
        for at in range(candidate.last + 1, min(candidate.last + _REACH, len(self.r.words))):
            if self.r.words[at].core in _ATTACKS:
                other = self.doers.carried_out(at, row) or self._owner(at, row)
                if other is not None and doer(other) and found.get(other) != "actor":
                    found.update((one, "actor") for one in row if one.root is other.root)
                return

    def _owner(self, at: int, row: list[Phrase]) -> Phrase | None:
        """Whose attack it is: behind ل or من, or its genitive."""
        near = (one for one in row if at < one.first <= at + _NEAR and one.kind not in {"adjective", "place", "thing"})
        return next((one for one in near if one.prep in {"ل", "من"} or (not one.prep and one.first == at + 1)), None)
