"""Blocking: which profiles are worth comparing at all.

Two are compared when they are of one type, their times can meet, and they share a known actor, a telling word of a
name, a place or a state. Times meet when dates lie within three days of each other, when the day of publication of an
undated one lies up to ten days after the other's date, or when two undated ones were published within a week. Dates
longer than two months meet dates of that kind by the year. What bears no date, in an article of unknown day, may be of
any time: it is compared with what shares two things with it (:func:`couples`), at most one of them a state.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from itertools import combinations, product
from typing import NamedTuple

from khabar.linking.clusters import MOST
from khabar.linking.days import Days
from khabar.linking.profile import Profile, Side

Slot = tuple[str, int]
_NEAR = 3
_LATE = 10
_EARLY = 2
_TOGETHER = 7
_DAYS, _WEEKS = 7, 62


class Keys(NamedTuple):
    """What a profile can be found by, with how much sharing it says: ``names`` within the times that can meet,
    ``couples`` of them at any time."""

    names: dict[str, int]
    couples: dict[str, int]


def keys(profile: Profile) -> Keys:
    """What a profile can be found by."""
    return Keys(_names(profile), couples(profile))


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


def couples(profile: Profile) -> dict[str, int]:
    """The things a profile names (parties and places) two by two, by any name of each, with how much sharing both says:
    what is found at any time shares two. A state counts beside a name that does not imply it, not beside a state."""
    things = [*_things(profile)]
    found: dict[str, int] = {}
    for one, other in combinations(things, 2):
        for (a, weight, home), (b, more, there) in product(one, other):
            if a in (b, there) or b == home or (a[0] == b[0] == "s" and a[:5] == b[:5] == "state"):
                continue
            found[f"{min(a, b)} {max(a, b)}"] = weight + more
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


def posts(profile: Profile) -> Iterator[Slot]:
    """Slots of time that a profile stands in; none for what is :func:`timeless`."""
    for days in profile.days:
        if days.length <= _DAYS:
            yield from (("day", day) for day in range(days.first, days.last + 1))
        elif days.length <= _WEEKS:
            yield from (("week", week) for week in range(days.first // 7, days.last // 7 + 1))
        else:
            yield from (("year", year) for year in _years(days))
    if not profile.days and profile.article.published is not None:
        yield ("told", profile.article.published)


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
    told = profile.article.published
    if profile.days or told is None:
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
    if timeless(one) or timeless(other):
        return _not_before(one, other) and _not_before(other, one)
    mine, theirs = one.article.published, other.article.published
    if one.days or other.days:
        dated, told = (one, theirs) if one.days else (other, mine)
        return told is not None and any(
            days.length <= _WEEKS and days.first - _EARLY <= told <= days.last + _LATE for days in dated.days
        )
    return mine is not None and theirs is not None and abs(mine - theirs) <= _TOGETHER


def _not_before(one: Profile, other: Profile) -> bool:
    """Whether the other is late enough for what ``one`` tells without a date: news of the days before an article that
    is known to be no older than a certain day."""
    if not timeless(one):
        return True
    last = max((days.last for days in other.days), default=other.article.published)
    return last is None or last + _LATE >= one.article.earliest


def _meet(one: Days, other: Days) -> bool:
    if (one.length > _WEEKS) != (other.length > _WEEKS):
        return False
    return max(one.first, other.first) - min(one.last, other.last) <= (0 if one.length > _WEEKS else _NEAR)


class Index:
    """Profiles by type, time and what they share; numbers stand for profiles."""

    def __init__(self) -> None:
        self._slots: dict[tuple[str, str, int], dict[str, list[int]]] = defaultdict(dict)
        self._always: dict[tuple[str, str], dict[str, list[int]]] = defaultdict(dict)

    def candidates(self, profile: Profile, known: list[Profile], names: Keys) -> list[int]:
        """Numbers of the profiles to compare ``profile`` (found by ``names``) with, at most :data:`MOST`: those that
        share
        most."""
        shared: dict[int, int] = {}
        for slot, at in looks(profile):
            _count(shared, names.names, self._slots.get((profile.type, slot, at)))
        always = self._always.get((profile.type, "all" if timeless(profile) else "timeless"))
        if always is not None:
            _count(shared, names.couples, always)
        found = [
            number for number in shared if known[number].article is not profile.article and meet(profile, known[number])
        ]
        if len(found) > MOST:
            found.sort(key=lambda number: (-shared[number], known[number].digests[0]))
        return found[:MOST]

    def add(self, number: int, profile: Profile, names: Keys) -> None:
        """Let ``profile`` be found under its ``number``."""
        for slot, at in posts(profile):
            _post(self._slots[profile.type, slot, at], names.names, number)
        _post(self._always[profile.type, "all"], names.couples, number)
        if timeless(profile):
            _post(self._always[profile.type, "timeless"], names.couples, number)


def _count(shared: dict[int, int], names: dict[str, int], row: dict[str, list[int]] | None) -> None:
    """Add to every number in ``row`` what sharing its keys says."""
    if row is None:
        return
    for key in names.keys() & row.keys():
        weight = names[key]
        for number in row[key]:
            shared[number] = shared.get(number, 0) + weight


def _post(row: dict[str, list[int]], names: dict[str, int], number: int) -> None:
    for key in names:
        row.setdefault(key, []).append(number)
