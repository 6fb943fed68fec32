"""The linking model: two logistic models, one for claims of one article and one for what two articles tell, and three
thresholds. All of it is one readable page, ``resources/weights/linking.json``, made by ``scripts/train_linking.py``.

After Fellegi and Sunter (1969), "A theory for record linkage": every finding adds its weight in favour of or against
one event. Sums are kept within :data:`LIMIT` so that no single pair outweighs a cluster, and counted in thousandths, as
integers, so that no order of adding changes them.
"""

from __future__ import annotations

from functools import cache

import msgspec

from khabar.lexicon.load import root
from khabar.linking.days import Days, gap
from khabar.linking.features import features
from khabar.linking.profile import Profile
from khabar.linking.spots import relation

LIMIT = 4000
"""Scores are kept between minus and plus this many thousandths of log-odds; pairs never compared count as the
lowest."""


class Part(msgspec.Struct, frozen=True):
    """``bias`` and ``weights`` by feature name, log-odds; ``join``: clusters whose mean score is at least this are
    one."""

    bias: float
    join: float
    weights: dict[str, float]

    def score(self, names: list[str]) -> int:
        """Thousandths of log-odds that two profiles with these findings are about one event, within the limit."""
        get = self.weights.get
        total = self.bias + sum(get(name, 0.0) for name in names)
        return max(-LIMIT, min(LIMIT, round(total * 1000)))


class Model(msgspec.Struct, frozen=True):
    """``within`` one article, ``across`` two; ``apart``: what one article tells with a mean score under this stays two
    events whatever other articles say."""

    within: Part
    across: Part
    apart: float

    def score(self, one: Profile, other: Profile) -> int:
        """Thousandths of log-odds that two profiles are about one event."""
        if one.article is not other.article:
            return self.across.score(features(one, other))
        return -LIMIT if _days_apart(one, other) or _set_off(one, other) else self.within.score(features(one, other))

    def reasons(self, one: Profile, other: Profile) -> list[tuple[str, float]]:
        """Every finding about two profiles with its weight, weightiest first; those that were never seen weigh 0."""
        part = self.within if one.article is other.article else self.across
        weighed = [(name, part.weights.get(name, 0.0)) for name in features(one, other)]
        return sorted([("bias", part.bias), *weighed], key=lambda pair: -abs(pair[1]))


_DAYS, _SEASON = 7, 31


def _days_apart(one: Profile, other: Profile) -> bool:
    """Whether an article dates two claims so that they are of two events, however alike: two days or more apart, or a
    matter of days and one that went on for more than a month (yesterday's raid, the raids since September)."""
    return bool(one.days and other.days) and all(_apart(a, b) for a in one.days for b in other.days)


def _apart(one: Days, other: Days) -> bool:
    shorter, longer = sorted((one.length, other.length))
    return gap(one, other) > 1 or (shorter <= _DAYS and longer > _SEASON)


_ELSEWHERE = frozenset(("beside", "near", "apart", "far", "abroad"))


def _set_off(one: Profile, other: Profile) -> bool:
    """Whether an article sets the later of two claims off from what it told before (وفي هجوم آخر) and places both,
    each somewhere else."""
    later = max(one, other, key=lambda profile: profile.at)
    return (
        later.another
        and bool(one.spots and other.spots)
        and all(relation(a, b) in _ELSEWHERE for a in one.spots for b in other.spots)
    )


@cache
def shipped() -> Model:
    """The model of the shipped weights."""
    return msgspec.json.decode((root() / "weights" / "linking.json").read_bytes(), type=Model)
