"""The record of each source: what it carries, how early, and whether others bear it out.

Every number is a list of claims, so that it can be looked into; nothing is turned into a rate, for most sources are met
too seldom for one to mean anything. Measures, per claim of a source (a claim that passes through it):

- *confirmed*: another claim of the same event came by a path that shares no transmitter with the claim's own;
- *contradicted*: a claim of another origin says the event did not happen (or that it did), or gives a figure that no
  number reconciles with this one, each origin's latest figure taken;
- *first*: the earliest claim of an event where every dated report that does not pass through the source is of a later
  day;
- *lag*: days from the first dated report of an event that others tell too to the source's own first;
- *revised*: the source, as origin, gives another figure of the same kind on a later day.

The first four follow the usual evidence in work on source quality: independence and copying (Dong, Berti-Equille and
Srivastava, 2009, "Integrating conflicting data: the role of source dependence"), and timeliness beside accuracy (the
same, "Truth discovery and copying detection in a dynamic world").
"""

from __future__ import annotations

import datetime
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from khabar.model import Record
from khabar.store import StoredClaim
from khabar.views.figures import Statement, statements_of
from khabar.views.lines import Transmitters
from khabar.views.sources import Chain, Source
from khabar.views.sources_compare import confirmed, contradicted, of_the_same

MEASURES = ("told", "relayed", "origin", "copied", "first", "confirmed", "contradicted", "revised")
"""Measures of a profile that are lists of claims."""


class Neighbour(Record, frozen=True, kw_only=True):
    """Another source that hands on to this one or takes from it, and the claims that went this way."""

    id: str
    name: str
    en: str | None
    kind: str
    claims: tuple[str, ...]


class Revision(Record, frozen=True, kw_only=True):
    """A figure the source gave, and the one it gave for the same on a later day."""

    event: str
    what: str
    earlier: Statement
    later: Statement


class Lag(Record, frozen=True, kw_only=True):
    """Days between the first dated report of an event and the source's own, by ``claim``."""

    event: str
    days: int
    claim: str


class SourceRow(Record, frozen=True, kw_only=True):
    """A source and how many claims: ``told`` as the outlet, ``origin`` resting on its word, ``relayed`` passed on;
    and of these how many are what :mod:`khabar.views.sources_profile` says."""

    id: str
    name: str
    en: str | None
    kind: str
    told: int
    origin: int
    relayed: int
    events: int
    first: int
    confirmed: int
    contradicted: int
    revised: int


class SourceProfile(Record, frozen=True, kw_only=True):
    """One source with the ids of the claims behind every number. ``copied``: claims it tells in another outlet's
    words. ``cites`` and ``cited_by``: from whom it takes, and who takes from it; ``copies`` and ``copied_by`` the same
    for whole texts."""

    source: Source
    told: tuple[str, ...]
    relayed: tuple[str, ...]
    origin: tuple[str, ...]
    copied: tuple[str, ...]
    events: tuple[str, ...]
    first: tuple[str, ...]
    confirmed: tuple[str, ...]
    contradicted: tuple[str, ...]
    revised: tuple[Revision, ...]
    lags: tuple[Lag, ...]
    cites: tuple[Neighbour, ...]
    cited_by: tuple[Neighbour, ...]
    copies: tuple[Neighbour, ...]
    copied_by: tuple[Neighbour, ...]

    def behind(self, measure: str) -> tuple[str, ...]:
        """Ids of the claims behind one of :data:`MEASURES`."""
        if measure == "revised":
            both = [claim for change in self.revised for claim in (change.earlier.claim, change.later.claim)]
            return tuple(dict.fromkeys(both))
        found: tuple[str, ...] = getattr(self, measure)
        return found


class _Tracks:
    """What gathers about one source. Dictionaries serve as ordered sets."""

    __slots__ = ("by", "events", "parts")

    def __init__(self) -> None:
        self.parts: dict[str, dict[str, None]] = defaultdict(dict)
        self.by: dict[str, dict[str, dict[str, None]]] = defaultdict(lambda: defaultdict(dict))
        self.events: dict[str, dict[str, StoredClaim]] = defaultdict(dict)


class Profiles:
    """The records of all sources of ``claims``. ``only``: ids of the claims that count; the others serve to judge
    them."""

    def __init__(self, claims: Iterable[StoredClaim], only: frozenset[str] | None = None) -> None:
        listed = list(claims)
        self.transmitters = Transmitters(listed)
        self.sources = self.transmitters.sources
        self._events: dict[str, list[StoredClaim]] = defaultdict(list)
        self._tracks: dict[str, _Tracks] = defaultdict(_Tracks)
        self._figures: dict[str, list[tuple[str, Statement]]] = defaultdict(list)
        for item in listed:
            self._events[_event(item)].append(item)
        self._confirmed: set[str] = set()
        self._contradicted: set[str] = set()
        for told in self._events.values():
            self._confirmed |= confirmed(told, self.transmitters)
            self._contradicted |= contradicted(told, self.transmitters)
        for item in listed:
            if only is None or item.id in only:
                self._follow(item)

    def _follow(self, item: StoredClaim) -> None:
        """Enter a claim for everybody it passes through."""
        outlet = self.sources.outlet(item)
        copy = self.transmitters.original(item) is not None
        for chain in self.transmitters.chains(item):
            whole = chain if outlet in chain else (outlet, *chain)
            for at, given in enumerate(whole):
                tracks = self._tracks[given]
                tracks.parts[_part(at, whole)][item.id] = None
                tracks.events[_event(item)][item.id] = item
            self._link(item.id, whole, copied=copy and whole is not chain)
            if not copy:
                for statement in statements_of(item, chain[-1]):
                    self._figures[chain[-1]].append((_event(item), statement))
        if copy:
            self._tracks[outlet].parts["copied"][item.id] = None

    def _link(self, claim: str, whole: Chain, *, copied: bool) -> None:
        for at, (taker, giver) in enumerate(pairwise(whole)):
            taking, giving = ("copies", "copied_by") if copied and at == 0 else ("cites", "cited_by")
            self._tracks[taker].by[taking][giver][claim] = None
            self._tracks[giver].by[giving][taker][claim] = None

    def known(self) -> list[Source]:
        """All sources that have a record."""
        return [self.sources.source(given) for given in self._tracks]

    def rows(self) -> list[SourceRow]:
        """All sources, those that carry most first."""
        rows = [self._row(given) for given in self._tracks]
        return sorted(rows, key=lambda row: (-(row.told + row.origin + row.relayed), row.name))

    def _row(self, given: str) -> SourceRow:
        profile = self.profile(given, neighbours=False)
        source = profile.source
        return SourceRow(
            id=given,
            name=source.name,
            en=source.en,
            kind=source.kind,
            told=len(profile.told),
            origin=len(profile.origin),
            relayed=len(profile.relayed),
            events=len(profile.events),
            first=len(profile.first),
            confirmed=len(profile.confirmed),
            contradicted=len(profile.contradicted),
            revised=len(profile.revised),
        )

    def profile(self, given: str, *, neighbours: bool = True) -> SourceProfile:
        """The record of the source with that id; KeyError where there is none. Without ``neighbours`` the lists of
        them stay empty."""
        if given not in self._tracks:
            raise KeyError(given)
        tracks = self._tracks[given]
        carried = {given for items in tracks.events.values() for given in items}
        first, lags = self._timing(tracks)
        beside = tracks.by if neighbours else {}
        return SourceProfile(
            source=self.sources.source(given),
            told=tuple(tracks.parts["told"]),
            relayed=tuple(tracks.parts["relayed"]),
            origin=tuple(tracks.parts["origin"]),
            copied=tuple(tracks.parts["copied"]),
            events=tuple(tracks.events),
            first=first,
            confirmed=tuple(sorted(carried & self._confirmed)),
            contradicted=tuple(sorted(carried & self._contradicted)),
            revised=tuple(_revisions(self._figures.get(given, []))),
            lags=lags,
            cites=self._neighbours(beside.get("cites", {})),
            cited_by=self._neighbours(beside.get("cited_by", {})),
            copies=self._neighbours(beside.get("copies", {})),
            copied_by=self._neighbours(beside.get("copied_by", {})),
        )

    def _neighbours(self, found: dict[str, dict[str, None]]) -> tuple[Neighbour, ...]:
        rows = []
        for given, claims in found.items():
            source = self.sources.source(given)
            rows.append(Neighbour(id=given, name=source.name, en=source.en, kind=source.kind, claims=tuple(claims)))
        return tuple(sorted(rows, key=lambda row: (-len(row.claims), row.name)))

    def _timing(self, tracks: _Tracks) -> tuple[tuple[str, ...], tuple[Lag, ...]]:
        """Claims by which the source was first, and its lags."""
        first: list[str] = []
        lags: list[Lag] = []
        for event, own in tracks.events.items():
            others = [item.source.reported_low for item in self._events[event] if item.id not in own]
            dated = [day for day in others if day]
            known = [item for item in own.values() if item.source.reported_high]
            if not dated or not known:
                continue
            earliest = min(known, key=lambda item: item.source.reported_high or "")
            if (earliest.source.reported_high or "") < min(dated):
                first.append(earliest.id)
            days = _days_between(min([*dated, earliest.source.reported_low or ""]), earliest)
            if days is not None:
                lags.append(Lag(event=event, days=days, claim=earliest.id))
        return tuple(first), tuple(lags)


def _event(item: StoredClaim) -> str:
    """The event of a claim; one that is not linked yet is an event by itself."""
    return item.claim.event or item.id


def _part(at: int, chain: Chain) -> str:
    if at == 0:
        return "told"
    return "origin" if at == len(chain) - 1 else "relayed"


def _revisions(figures: Sequence[tuple[str, Statement]]) -> Iterator[Revision]:
    """Changes from one day to a later one, of the largest figure of a kind that the source gave on each."""
    by_day: dict[tuple[str, str], dict[str, Statement]] = defaultdict(dict)
    for event, statement in figures:
        if statement.reported:
            days = by_day[event, statement.what]
            kept = days.get(statement.reported)
            if kept is None or statement.value > kept.value:
                days[statement.reported] = statement
    for (event, what), days in by_day.items():
        for earlier, later in pairwise(days[day] for day in sorted(days)):
            same = (earlier.low, earlier.high) == (later.low, later.high)
            if not same and of_the_same(earlier.of, later.of):
                yield Revision(event=event, what=what, earlier=earlier, later=later)


def _days_between(first: str, item: StoredClaim) -> int | None:
    """Days from ``first`` to the day of the claim's article; None where that is not known to the day."""
    low, high = item.source.reported_low, item.source.reported_high
    if low is None or low != high:
        return None
    try:
        return (datetime.date.fromisoformat(low) - datetime.date.fromisoformat(first)).days
    except ValueError:
        return None
