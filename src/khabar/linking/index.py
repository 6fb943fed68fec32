"""Blocking: which profiles are worth comparing at all.

Two are compared when they are of one type, their times can meet, and they share a known actor, a telling word of a
name,
a place or a state. Times meet when dates lie within three days of each
other, when
the day of publication of an undated one lies up to ten days after the other's date, or when two undated ones were
published within a week (or, where that is unknown, tell one story: :func:`meet`). Dates longer than two months meet
dates of that kind by the year.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from itertools import combinations

from khabar.linking.clusters import MOST
from khabar.linking.days import Days
from khabar.linking.profile import Profile, Side

Slot = tuple[str, int]
_NEAR = 3
_LATE = 10
_EARLY = 2
_TOGETHER = 7
_DAYS, _WEEKS = 7, 62


def keys(profile: Profile) -> dict[str, int]:
    """What a profile can be found by, with how much sharing it says."""
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


def posts(profile: Profile) -> Iterator[Slot]:
    """Slots of time that a profile stands in."""
    for days in profile.days:
        if days.length <= _DAYS:
            yield from (("day", day) for day in range(days.first, days.last + 1))
        elif days.length <= _WEEKS:
            yield from (("week", week) for week in range(days.first // 7, days.last // 7 + 1))
        else:
            yield from (("year", year) for year in _years(days))
    if not profile.days:
        yield ("none", 0) if profile.article.published is None else ("told", profile.article.published)


def looks(profile: Profile) -> Iterator[Slot]:
    """Slots of time in which a profile's like may stand; whoever looks, a pair is found from both ends or from
    neither."""
    for days in profile.days:
        if days.length > _WEEKS:
            yield from (("year", year) for year in _years(days))
            continue
        yield from (("day", day) for day in range(days.first - _NEAR, days.last + _NEAR + 1))
        yield from (("week", week) for week in range((days.first - _NEAR) // 7, (days.last + _NEAR) // 7 + 1))
        yield from (("told", day) for day in range(days.first - _EARLY, days.last + _LATE + 1))
    if profile.days:
        return
    told = profile.article.published
    if told is None:
        yield ("none", 0)
        return
    yield from (("told", day) for day in range(told - _TOGETHER, told + _TOGETHER + 1))
    yield from (("day", day) for day in range(told - _LATE, told + _EARLY + 1))
    yield from (("week", week) for week in range((told - _LATE) // 7, (told + _EARLY) // 7 + 1))


def _years(days: Days) -> range:
    first, last = date.fromordinal(days.first).year, date.fromordinal(days.last).year
    return range(first, min(last, first + 2) + 1)


def meet(one: Profile, other: Profile) -> bool:
    """Whether the times of two profiles can meet: what decides, the slots only find."""
    if one.days and other.days:
        return any(_meet(a, b) for a in one.days for b in other.days)
    if one.days or other.days:
        dated, bare = (one, other) if one.days else (other, one)
        told = bare.article.published
        return told is not None and any(
            days.length <= _WEEKS and days.first - _EARLY <= told <= days.last + _LATE for days in dated.days
        )
    mine, theirs = one.article.published, other.article.published
    if mine is None or theirs is None:
        return mine == theirs and _one_story(one, other)
    return abs(mine - theirs) <= _TOGETHER


def _one_story(one: Profile, other: Profile) -> bool:
    """Whether two openings share a third of the shorter one's words: all that ties what bears no date to a time."""
    mine, theirs = one.article.words, other.article.words
    return 3 * len(mine & theirs) >= min(len(mine), len(theirs))


def _meet(one: Days, other: Days) -> bool:
    if (one.length > _WEEKS) != (other.length > _WEEKS):
        return False
    return max(one.first, other.first) - min(one.last, other.last) <= (0 if one.length > _WEEKS else _NEAR)


class Index:
    """Profiles by type, time and what they share; numbers stand for profiles."""

    def __init__(self) -> None:
        self._slots: dict[tuple[str, str, int], dict[str, list[int]]] = defaultdict(dict)

    def candidates(self, profile: Profile, known: list[Profile], names: dict[str, int]) -> list[int]:
        """Numbers of the profiles to compare ``profile`` (found by ``names``) with, at most :data:`MOST`: those that
        share
        most."""
        shared: dict[int, int] = {}
        for slot, at in looks(profile):
            row = self._slots.get((profile.type, slot, at))
            if row is None:
                continue
            for key in names.keys() & row.keys():
                weight = names[key]
                for number in row[key]:
                    shared[number] = shared.get(number, 0) + weight
        found = [
            number for number in shared if known[number].article is not profile.article and meet(profile, known[number])
        ]
        if len(found) > MOST:
            found.sort(key=lambda number: (-shared[number], known[number].digests[0]))
        return found[:MOST]

    def add(self, number: int, profile: Profile, names: dict[str, int]) -> None:
        """Let ``profile`` be found under its ``number``."""
        for slot, at in posts(profile):
            row = self._slots[profile.type, slot, at]
            for key in names:
                row.setdefault(key, []).append(number)
