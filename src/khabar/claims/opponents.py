"""The two sides of a clash that its own sentence leaves out or only calls "both sides": those of another clash of the
article, else who did a deed to whom."""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from khabar.claims.kinds import AUTHORITIES, HARM
from khabar.claims.nearby import after, before
from khabar.claims.options import Option, Told
from khabar.claims.own_dead import SOLDIERS
from khabar.claims.sides import BOTH, fights
from khabar.mentions.names import Names
from khabar.text import folded

_TWO: Final = 2
_NEAR: Final = 9
"""Sentences on either side within which a clash is taken to be of the same two."""
_DEED: Final = 4
"""The same for a deed of one to the other."""
_ANYWHERE: Final = 1000
"""Both again, where nothing nearer tells."""
_UNSURE: Final = 0.3
"""Probability of an actor under which the sides of another clash go before him."""
Pair = list[Option]


class Opponents:
    """Looks among all claims of an article."""

    def __init__(self, claims: list[Told], names: Names) -> None:
        self.claims = claims
        self.names = names

    def of(self, at: int) -> Pair:
        """Both sides of the clash at a position, or nobody where they are told or none are known."""
        claim = self.claims[at]
        own = [(option, score) for option, score in claim.actors if not both(option)]
        if len(own) >= _TWO:
            return []
        told = bool(own)
        if own and own[0][1] < _UNSURE:
            own = []
        pair = self._clash(at, own, _NEAR) or ([] if own else self._deed(at, _DEED))
        pair = pair or self._clash(at, own, _ANYWHERE) or ([] if told else self._deed(at, _ANYWHERE))
        if not pair or not own:
            return pair
        mine = own[0][0]
        return [mine if self.kin(mine, one) else one for one in pair]

    def kin(self, doer: Option, target: Option) -> bool:
        """Both are the same, or of one side."""
        one, other = doer.named, target.named
        mine, theirs = set(one.text.split()), set(other.text.split())
        if (one.actor and one.actor == other.actor) or len(mine & theirs) * 2 >= min(len(mine), len(theirs)):
            return True
        if not one.country or one.country != other.country or doer.phrase is None or target.phrase is None:
            return False
        if self.names.camp(one.text) == "group":
            return self.names.camp(other.text) == "group"
        forces = target.phrase.kind in AUTHORITIES or folded(other.text).split(" ", 1)[0] in SOLDIERS
        return doer.phrase.kind in AUTHORITIES and forces

    def _clash(self, at: int, own: list[tuple[Option, float]], reach: int) -> Pair:
        """The sides of the nearest clash that names both, earlier ones first."""
        for one in self._others(at, reach):
            other = self.claims[one]
            sides = [option for option in other.doers if not both(option)]
            if other.mode == "clash" and other.candidate.frame == "mutual" and len(sides) >= _TWO:
                return sides if self._fit(sides, own) else []
        return []

    def _deed(self, at: int, reach: int) -> Pair:
        """Who did a deed to whom, if both fight."""
        for one in self._others(at, reach):
            other = self.claims[one]
            doers = [option for option in other.doers if self._fighter(option)]
            hit = [option for option in other.hit if self._fighter(option)]
            deed = other.candidate.type in HARM and other.mode != "clash"
            if deed and doers and hit and not self.kin(doers[0], hit[0]):
                return [doers[0], hit[0]]
        return []

    def _others(self, at: int, reach: int) -> list[int]:
        return before(self.claims, at, reach) + after(self.claims, at, reach)

    def _fit(self, pair: Pair, own: list[tuple[Option, float]]) -> bool:
        """Whoever the sentence names is one of the two."""
        return not own or sum(self.kin(own[0][0], one) for one in pair) == 1

    def _fighter(self, option: Option) -> bool:
        return option.phrase is not None and not both(option) and fights(option.phrase)


def both(option: Option) -> bool:
    """The two sides in one word (الطرفان)."""
    return _head(option.named.text) in BOTH


@lru_cache(maxsize=4096)
def _head(text: str) -> str:
    """The first word of a name, without the article."""
    return folded(text).split(" ", 1)[0].removeprefix("ال")
