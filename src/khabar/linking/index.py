"""Blocking: which profiles are worth comparing at all.

Two are compared when they are of one type, their times can meet, and they share a known actor, a telling word of a
name, a place or a state. Times meet when dates lie within three days of each other, when the day of publication of an
undated one lies up to ten days after the other's date, or when two undated ones were published within a week. Dates
longer than two months meet dates of that kind by the year. What bears no date, in an article of unknown day, may be of
any time: it is compared with what shares two things with it (:func:`couples`), at most one of them a state.
"""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterator, Mapping
from datetime import date
from functools import lru_cache
from itertools import combinations, product
from typing import NamedTuple

from khabar.linking.clusters import MOST
from khabar.linking.days import Days
from khabar.linking.profile import Profile, Side

_KIND = 10_000_000
_DAY, _WEEK, _YEAR, _TOLD, TIMELESS, ALWAYS = (_KIND * kind for kind in range(6))
"""Slots of time are numbers: a day, week, year or day of publication counted from the beginning of its kind. What is of
unknown time stands in one slot, the couples of all else in another."""
_NEAR = 3
_LATE = 10
_EARLY = 2
_TOGETHER = 7
_DAYS, _WEEKS = 7, 62


class Keys(NamedTuple):
    """What a profile can be found by, as numbers of 48 bits, with how much sharing it says: ``names`` within the times
    that can meet, ``couples`` of them at any time."""

    names: dict[int, int]
    couples: dict[int, int]


def keys(profile: Profile) -> Keys:
    """What a profile can be found by."""
    kind = _number(profile.type)
    return Keys(
        {_mixed(kind, _number(name)): weight for name, weight in _names(profile).items()},
        {_mixed(kind, couple): weight for couple, weight in couples(profile).items()},
    )


@lru_cache(maxsize=1 << 16)
def _number(name: str) -> int:
    """A name as a number of 48 bits: two names of one number by chance only cost a comparison."""
    return int.from_bytes(hashlib.blake2b(name.encode("utf-8", "surrogatepass"), digest_size=6).digest(), "big")


def _mixed(one: int, other: int) -> int:
    """One number of 48 bits for two (the last steps of SplitMix64; Steele, Lea and Flood 2014)."""
    found = (one * 0x9E3779B97F4A7C15 + other) & 0xFFFFFFFFFFFFFFFF
    found = (found ^ (found >> 30)) * 0xBF58476D1CE4E5B9 & 0xFFFFFFFFFFFFFFFF
    return ((found ^ (found >> 27)) * 0x94D049BB133111EB & 0xFFFFFFFFFFFFFFFF) >> 16


def _names(profile: Profile) -> dict[str, int]:
    found: dict[str, int] = {}
    states = set(profile.actors.countries | profile.targets.countries)
    for spot in profile.spots:
        if spot.country:
            states.add(spot.country)
        if spot.level > 0:
            found |= {f"word {word}": 1 for word in spot.name.words}
            if spot.id:
                found[f"place {spot.id}"] = 2
    for side in (profile.actors, profile.targets):
        found |= _side_keys(side)
    found |= {f"state {one}": 1 for one in states}
    return found | {f"states {one} {other}": 1 for one, other in combinations(sorted(states), 2)}


def _side_keys(side: Side) -> dict[str, int]:
    found = {f"id {one}": 3 for one in side.ids}
    found |= {f"word {word}": 1 for party in side.parties for word in party.words}
    return found | {f"sound {one}": 1 for one in side.sounds}


def couples(profile: Profile) -> dict[int, int]:
    """The things a profile names (parties and places) two by two, by any name of each, with how much sharing both says:
    what is found at any time shares two. A state counts beside a name that does not imply it, not beside a state."""
    things = [*_things(profile)]
    found: dict[int, int] = {}
    for one, other in combinations(things, 2):
        for (a, weight, home), (b, more, there) in product(one, other):
            if a in (b, there) or b == home or (a[0] == b[0] == "s" and a[:5] == b[:5] == "state"):
                continue
            first, second = _number(a), _number(b)
            found[_mixed(first, second) if first < second else _mixed(second, first)] = weight + more
    return found


def _things(profile: Profile) -> Iterator[list[tuple[str, int, str]]]:
    """For each party and place the keys it can be told by, their weights and the key of its state; a state's own key is
    its state's."""
    for party in {*profile.actors.parties, *profile.targets.parties}:
        home = f"state {min(party.states)}" if party.states else ""
        names = [(f"id {one}", 3, home) for one in party.ids] + [(f"word {one}", 1, home) for one in party.words]
        if names or home:
            yield [*names, (home, 1, home)] if home else names
    for spot in profile.spots:
        home = f"state {spot.country}" if spot.country else ""
        names = [(f"word {one}", 1, home) for one in spot.name.words] if spot.level else []
        names += [(f"place {spot.id}", 2, home)] if spot.id and spot.level else []
        names += [(home, 1, home)] if home and not spot.level else []
        if names:
            yield names


def timeless(profile: Profile) -> bool:
    """Whether nothing is known of when this was."""
    return not profile.days and profile.article.published is None


def posts(profile: Profile) -> set[int]:
    """Slots of time that a profile stands in; none for what is :func:`timeless`."""
    found: set[int] = set()
    for days in profile.days:
        if days.length <= _DAYS:
            found.update(range(_DAY + days.first, _DAY + days.last + 1))
        elif days.length <= _WEEKS:
            found.update(range(_WEEK + days.first // 7, _WEEK + days.last // 7 + 1))
        else:
            found.update(_YEAR + year for year in _years(days))
    if not profile.days and profile.article.published is not None:
        found.add(_TOLD + profile.article.published)
    return found


def looks(profile: Profile) -> Iterator[tuple[int, int]]:
    """First and last of the slots of time in which a profile's like may stand; whoever looks, a pair is found from both
    ends or from neither."""
    for days in profile.days:
        if days.length > _WEEKS:
            years = _years(days)
            yield _YEAR + years[0], _YEAR + years[-1]
            continue
        first, last = days.first - _NEAR, days.last + _NEAR
        yield _DAY + first, _DAY + last
        yield _WEEK + first // 7, _WEEK + last // 7
        yield _TOLD + days.first - _EARLY, _TOLD + days.last + _LATE
    told = profile.article.published
    if profile.days or told is None:
        return
    yield _TOLD + told - _TOGETHER, _TOLD + told + _TOGETHER
    yield _DAY + told - _LATE, _DAY + told + _EARLY
    yield _WEEK + (told - _LATE) // 7, _WEEK + (told + _EARLY) // 7


def standing(profile: Profile, names: Keys) -> Iterator[tuple[int, int]]:
    """Everything that a profile is to be found by: (key, slot)."""
    for slot in posts(profile):
        yield from ((key, slot) for key in names.names)
    always = TIMELESS if timeless(profile) else ALWAYS
    yield from ((key, always) for key in names.couples)


def sought(profile: Profile, names: Keys) -> Iterator[tuple[int, int, int, int]]:
    """Everything by which a profile's like is to be found: (key, first slot, last slot, what sharing it says)."""
    for low, high in looks(profile):
        yield from ((key, low, high, weight) for key, weight in names.names.items())
    last = ALWAYS if timeless(profile) else TIMELESS
    yield from ((key, TIMELESS, last, weight) for key, weight in names.couples.items())


def _years(days: Days) -> range:
    first, last = date.fromordinal(days.first).year, date.fromordinal(days.last).year
    return range(first, min(last, first + 2) + 1)


class Head(NamedTuple):
    """When what an article tells may have been, and ``name``, which decides between equals (12 digits); the other
    fields are those of a profile and its article."""

    article: str
    name: str
    days: tuple[Days, ...]
    published: int | None
    earliest: int


def head(profile: Profile) -> Head:
    """The head of a profile."""
    view = profile.article
    return Head(view.id, profile.digests[0][:12], profile.days, view.published, view.earliest)


def meet(one: Head, other: Head) -> bool:
    """Whether the times of two profiles can meet: what decides, the slots only find."""
    if one.days and other.days:
        return any(_meet(a, b) for a in one.days for b in other.days)
    mine, theirs = one.published, other.published
    if (not one.days and mine is None) or (not other.days and theirs is None):
        return _not_before(one, other) and _not_before(other, one)
    if one.days or other.days:
        dated, told = (one, theirs) if one.days else (other, mine)
        return told is not None and any(
            days.length <= _WEEKS and days.first - _EARLY <= told <= days.last + _LATE for days in dated.days
        )
    return mine is not None and theirs is not None and abs(mine - theirs) <= _TOGETHER


def _not_before(one: Head, other: Head) -> bool:
    """Whether the other is late enough for what ``one`` tells without a date: news of the days before an article that
    is known to be no older than a certain day."""
    if one.days or one.published is not None:
        return True
    last = max((days.last for days in other.days), default=other.published)
    return last is None or last + _LATE >= one.earliest


def _meet(one: Days, other: Days) -> bool:
    if (one.length > _WEEKS) != (other.length > _WEEKS):
        return False
    return max(one.first, other.first) - min(one.last, other.last) <= (0 if one.length > _WEEKS else _NEAR)


def nearest(mine: Head, shared: Mapping[int, int], heads: Mapping[int, Head]) -> list[int]:
    """Of the numbers in ``shared`` (with how much is shared) those of other articles whose times can meet, at most
    :data:`MOST`: those that share most."""
    found = [number for number in shared if (other := heads[number]).article != mine.article and meet(mine, other)]
    if len(found) > MOST:
        found.sort(key=lambda number: (-shared[number], heads[number].name))
    return found[:MOST]


class Index:
    """Profiles by time and what they share; numbers stand for profiles."""

    def __init__(self) -> None:
        self.heads: dict[int, Head] = {}
        self._slots: dict[int, dict[int, int | list[int]]] = defaultdict(dict)

    def candidates(self, profile: Profile, names: Keys) -> list[int]:
        """Numbers of the profiles to compare ``profile`` (found by ``names``) with, at most :data:`MOST`: those that
        share most."""
        return nearest(head(profile), self.shared(profile, names), self.heads)

    def shared(self, profile: Profile, names: Keys) -> dict[int, int]:
        """The numbers of all that shares something with ``profile``, with how much it shares."""
        found: dict[int, int] = {}
        for low, high in looks(profile):
            for slot in range(low, high + 1):
                _count(found, names.names, self._slots.get(slot))
        for slot in (TIMELESS, ALWAYS) if timeless(profile) else (TIMELESS,):
            _count(found, names.couples, self._slots.get(slot))
        return found

    def add(self, number: int, profile: Profile, names: Keys) -> None:
        """Let ``profile`` be found under its ``number``."""
        self.heads[number] = head(profile)
        for key, slot in standing(profile, names):
            row = self._slots[slot]
            there = row.setdefault(key, number)
            if isinstance(there, list):
                there.append(number)
            elif there != number:
                row[key] = [there, number]


def _count(shared: dict[int, int], names: Mapping[int, int], row: Mapping[int, int | list[int]] | None) -> None:
    """Add to every number in ``row`` what sharing its keys says."""
    if row is None:
        return
    for key in names.keys() & row.keys():
        weight, there = names[key], row[key]
        for number in (there,) if isinstance(there, int) else there:
            shared[number] = shared.get(number, 0) + weight
