"""Who is held, judged or freed where his own sentence leaves him out (ثم أفرج عنه لاحقا): whoever was last
told to be."""

from __future__ import annotations

from typing import Final

from khabar.claims.options import Option, Told

_HELD: Final = frozenset(("arrest", "abduct", "convict", "release", "deport"))
"""Modes of what is done to one and the same person in turn."""
_NEAR: Final = 4
"""Sentences within which he was told of."""


class Captives:
    """Looks among all claims of an article."""

    def __init__(self, claims: list[Told]) -> None:
        self.claims = claims

    def of(self, at: int) -> list[Option]:
        """Whom the claim at a position is about, or nobody."""
        candidate = self.claims[at].candidate
        if self._mode(self.claims[at]) not in _HELD or candidate.form == "plural":
            return []
        for other in reversed(self.claims[:at]):
            if candidate.sentence - other.candidate.sentence > _NEAR:
                return []
            if other.targets and self._mode(other) in _HELD:
                return other.hit
        return []

    def _mode(self, claim: Told) -> str | None:
        return claim.mode or claim.candidate.mode
