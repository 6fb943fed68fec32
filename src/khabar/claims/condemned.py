"""Whose deed is condemned where the words of blame do not name him: who did the deed right behind them (دان القصف),
else the deed told before that a demonstrative or the article takes up (ندد بهذه الجريمة)."""

from __future__ import annotations

from typing import Final

from khabar.claims.kinds import HARM
from khabar.claims.nearby import after, before
from khabar.claims.options import SURE, Option, Told, best
from khabar.mentions.reading import DEMONSTRATIVES, Reading

_LIKELY: Final = 0.3
"""Probability from which somebody in the sentence is whom it blames."""
_BEHIND: Final = 9
"""Tokens behind a word of blame within which the deed blamed begins."""
_TAKEN_UP: Final = 10
"""The same for the noun that takes up a deed told before."""
_NEXT: Final = 1
_BACK: Final = 9
"""Sentences before the blame within which that deed was told."""
DEEDS: Final = frozenset(
    "جريمة جرائم مجزرة مجازر مذبحة مذابح هجوم هجمات هجومين اعتداء اعتداءات عدوان عمل اعمال عملية عمليات فعل فعلة "
    "افعال قصف غارة غارات ضربة ضربات تفجير تفجيرات انفجار حادث حادثة حوادث ممارسة ممارسات انتهاك انتهاكات تصعيد "
    "سلوك تصرف تصرفات اقتحام اقتحامات ارهاب عنف وحشية همجية ابادة".split()
)
"""Nouns of what somebody did, or of its kind, that name nobody."""


class Condemned:
    """Looks among all claims of an article."""

    def __init__(self, reading: Reading, claims: list[Told]) -> None:
        self.r = reading
        self.claims = claims

    def of(self, at: int) -> list[Option]:
        """Whose deed the claim at a position is about, or nobody."""
        claim = self.claims[at]
        speakers = {doer.named.text for doer in claim.doers}
        for one in after(self.claims, at, _NEXT):
            other = self.claims[one]
            if other.candidate.first - claim.candidate.last > _BEHIND:
                break
            if claim.candidate.type == "ACCUSE" and other.candidate.type in HARM and other.actors:
                return [] if any(doer.named.text in speakers for doer in other.doers) else other.doers
        named = any(
            score > _LIKELY and (option.phrase is None or option.phrase.kind != "thing")
            for option, score in claim.targets
        )
        if named or claim.candidate.type != "ACCUSE" or not self._takes_up(claim):
            return []
        for one in before(self.claims, at, _BACK):
            other = self.claims[one]
            if other.candidate.type in HARM and best(other.actors) >= SURE:
                return [] if any(doer.named.text in speakers for doer in other.doers) else other.doers
        return []

    def _takes_up(self, claim: Told) -> bool:
        """Right behind the word of blame stands a deed with the article or a demonstrative."""
        last = claim.candidate.last
        for at in range(last + 1, min(last + 1 + _TAKEN_UP, len(self.r.forms))):
            word = self.r.words[at]
            if word.core in DEEDS and (word.det or self.r.core(at - 1) in DEMONSTRATIVES):
                return self.r.words[at - 1].cls != "n" or at == last + 1 or self.r.words[at - 1].det
            if self.r.core(at - 1) in DEMONSTRATIVES and word.det and at > last + 1:
                return True
        return False
