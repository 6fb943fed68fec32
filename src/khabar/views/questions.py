"""Questions asked of a store, answered with typed records. Every surface (command line, page, notebook) asks here."""

from __future__ import annotations

import os
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from types import TracebackType
from typing import Self, Unpack

from khabar.errors import KhabarError
from khabar.model import Claim, Link, Record
from khabar.store import Filter, Size, Store, StoredClaim
from khabar.views import notebook
from khabar.views.disputable import disputed_ids
from khabar.views.disputes import Dispute, DisputedEvent, disputes_of
from khabar.views.figures import Rule, by_lines, rule_of
from khabar.views.graph import Transmission, transmission_of
from khabar.views.history import History, history_of
from khabar.views.marks import Sentence, sentence_of
from khabar.views.notebook import Records
from khabar.views.sources_find import find_source
from khabar.views.sources_known import links_told
from khabar.views.sources_profile import Profiles, SourceProfile, SourceRow
from khabar.views.summary import EventSummary, summarise
from khabar.views.tally_series import Series, tally_series
from khabar.views.ties import Tie, others, ties_of
from khabar.views.wanted import Asked, filter_of

ALL = Filter()
_CHUNK = 500


class Isnad(Record, frozen=True, kw_only=True):
    """Who passed a claim on, from its origin to the outlet."""

    links: tuple[Link, ...]

    def _repr_html_(self) -> str:
        return notebook.chain([(link.text, link.kind) for link in self.links])


class ClaimView(Record, frozen=True, kw_only=True):
    """One claim as it is shown: who tells it (``outlet``), when it was reported, its sentence with the parts
    marked, and its isnad from the origin to the outlet in ``chain``."""

    id: str
    article: str
    outlet: str
    title: str | None
    url: str | None
    reported: str | None
    sentence: Sentence
    chain: tuple[str, ...]
    claim: Claim

    @property
    def isnad(self) -> Isnad:
        """The chain with who each transmitter is."""
        links = tuple(reversed(self.claim.isnad))
        return Isnad(links=(*links, Link(text=self.outlet, kind="outlet")))

    def cells(self) -> dict[str, str]:
        """What a table shows of a claim."""
        claim = self.claim
        return {
            "reported": self.reported or "", "type": f"{claim.type} {claim.mode or ''}".strip(),
            "status": claim.status, "sentence": self.sentence.text, "isnad": " ← ".join(reversed(self.chain)),
            "event": claim.event or "",
        }  # fmt: skip

    def _repr_html_(self) -> str:
        return self.isnad._repr_html_() + notebook.marked(self.sentence.text, self.sentence.marks)


class EventDetail(Record, frozen=True, kw_only=True):
    """An event with all its claims, in the order reported, the ways they came, and the events it is told to answer or
    to be answered by."""

    event: EventSummary
    claims: tuple[ClaimView, ...]
    transmission: Transmission
    ties: tuple[Tie, ...] = ()

    def _repr_html_(self) -> str:
        return self.event._repr_html_() + self.transmission.svg() + "".join(view._repr_html_() for view in self.claims)


class Day(Record, frozen=True, kw_only=True):
    """One day (None: not known) and its events."""

    day: str | None
    events: tuple[EventSummary, ...]


class Questions:
    """Questions to one store. Filters are :class:`khabar.store.Filter`; with ``as_of`` set, answers rest only on
    what had been reported by then. ``rule`` says what figures come to. KhabarError, one line, where something asked
    for is not there."""

    def __init__(self, store: Store, rule: Rule = by_lines) -> None:
        self.store = store
        self.rule = rule

    def close(self) -> None:
        self.store.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def size(self) -> Size:
        """How much the store holds."""
        return self.store.size()

    def events(
        self, wanted: Filter = ALL, *, limit: int | None = None, offset: int = 0, **asked: Unpack[Asked]
    ) -> Records[EventSummary]:
        """Events with a claim that is asked for, by day; each is summed up over all its claims known by ``as_of``. A
        filter is given whole, or by name: ``events(place="Iraq", since="2024-01")``."""
        meant = filter_of(asked) if asked else wanted
        ids = [row.id for row in self.store.events(meant, limit=limit, offset=offset)]
        return self.summaries(ids, as_of=meant.as_of)

    def summaries(self, ids: Sequence[str], *, as_of: str | None = None) -> Records[EventSummary]:
        """The events of these ids, in this order; those without a claim known by ``as_of`` are left out."""
        groups = _by_event(self.store.claims(Filter(as_of=as_of), events=ids))
        return Records(summarise(event, groups[event], self.rule) for event in ids if event in groups)

    def timeline(self, wanted: Filter = ALL, *, limit: int | None = None) -> list[Day]:
        """Events by their first day, in order; those of unknown day last."""
        days: dict[str | None, list[EventSummary]] = defaultdict(list)
        for event in self.events(wanted, limit=limit):
            days[_first_day(event)].append(event)
        order = sorted(days, key=lambda day: (day is None, day or ""))
        return [Day(day=day, events=tuple(days[day])) for day in order]

    def event(self, event: str, *, as_of: str | None = None) -> EventDetail:
        """One event by its id, an old id, or the unambiguous beginning of an id; ``as_of`` a day, month or year."""
        found = self.event_id(event)
        as_of = filter_of({"as_of": as_of}).as_of if as_of else None
        claims = self._told(found, as_of)
        answers = self.store.responses([found])
        known = {one.id: one for one in self.summaries(others(found, answers), as_of=as_of)}
        return EventDetail(
            event=summarise(found, claims, self.rule),
            claims=tuple(view_of(item) for item in claims),
            transmission=transmission_of(claims),
            ties=ties_of(found, claims, answers, known),
        )

    def _told(self, event: str, as_of: str | None) -> list[StoredClaim]:
        """The claims about an event with their texts, in the order reported; KhabarError where there is none yet."""
        found = self.store.claims(Filter(as_of=as_of), events=[event], text=True)
        claims = sorted(found, key=lambda item: (item.source.reported is None, item.source.reported or ""))
        if not claims:
            raise KhabarError(f"nothing about event {event} had been reported by {as_of}; ask for a later day")
        return claims

    def history(self, event: str, *, as_of: str | None = None) -> History:
        """How the picture of an event changed, by the day reported."""
        found = self.event_id(event)
        return history_of(found, self._told(found, as_of), self.store.changes(found), self.rule)

    def disputes(
        self, wanted: Filter = ALL, *, limit: int | None = None, **asked: Unpack[Asked]
    ) -> list[DisputedEvent]:
        """Events with a claim that is asked for on which independent lines disagree, strongest first; judged by all
        their claims known by ``as_of``. Filters as for :meth:`events`."""
        wanted = filter_of(asked) if asked else wanted
        ids, _ = disputed_ids(self.store, wanted)
        found = self._disputes(ids, wanted.as_of)
        order = sorted(found, key=lambda event: (-found[event][0].strength, event))[:limit]
        return self._disputed({event: found[event] for event in order}, wanted.as_of)

    def disputed(self, ids: Sequence[str], *, as_of: str | None = None) -> list[DisputedEvent]:
        """Those of these events on which independent lines disagree, in this order."""
        return self._disputed(self._disputes(ids, as_of), as_of)

    def _disputes(self, ids: Sequence[str], as_of: str | None) -> dict[str, tuple[Dispute, ...]]:
        """What is disputed about each of these events about which anything is, in this order."""
        found: dict[str, tuple[Dispute, ...]] = {}
        for at in range(0, len(ids), _CHUNK):
            part = ids[at : at + _CHUNK]
            groups = _by_event(self.store.claims(Filter(as_of=as_of), events=part))
            found |= {event: told for event in part if (told := disputes_of(groups.get(event, [])))}
        return found

    def _disputed(self, found: Mapping[str, tuple[Dispute, ...]], as_of: str | None) -> list[DisputedEvent]:
        return [
            DisputedEvent(event=one, strength=found[one.id][0].strength, disputes=found[one.id])
            for one in self.summaries(list(found), as_of=as_of)
        ]

    def tallies(self, words: str | None = None, *, place: str | None = None, as_of: str | None = None) -> list[Series]:
        """Standing counts as series (:func:`khabar.views.tally_series.tally_series`)."""
        return tally_series(self.store, words, place=place, as_of=as_of, rule=self.rule)

    def event_id(self, event: str) -> str:
        """The current id meant by ``event``."""
        found = self.store.resolve(event)
        if found is not None:
            return found
        near = self.store.event_ids_starting(event) if event else []
        if len(near) == 1:
            return near[0]
        if near:
            raise KhabarError(f"{event} may be {', '.join(near)}; give more of the id")
        raise KhabarError(f"there is no event {event} in {self.store.path}; list them with: khabar events")

    def claims(
        self, wanted: Filter = ALL, *, limit: int | None = None, offset: int = 0, **asked: Unpack[Asked]
    ) -> Records[ClaimView]:
        """Claims that are asked for as they are shown, those reported last first. Filters as for :meth:`events`."""
        meant = filter_of(asked) if asked else wanted
        return Records(map(view_of, self.store.claims(meant, text=True, newest=True, limit=limit, offset=offset)))

    def sources(self, wanted: Filter = ALL, **asked: Unpack[Asked]) -> Records[SourceRow]:
        """Outlets and transmitters of the claims that are asked for, those that carry most first. Filters as for
        :meth:`events`."""
        return Records(self.profiles(filter_of(asked) if asked else wanted).rows())

    def source(self, name: str, wanted: Filter = ALL) -> SourceProfile:
        """The record of one source, over the claims that ``wanted`` asks for. ``name``: in any spelling, in Arabic or
        English, or an id."""
        profiles = self.profiles(wanted)
        return profiles.profile(find_source(profiles.known(), name))

    def profiles(self, wanted: Filter = ALL) -> Profiles:
        """The records of the sources of the claims that ``wanted`` asks for, judged by all claims of their events."""
        everything = self.store.claims(Filter(as_of=wanted.as_of))
        if wanted == Filter(as_of=wanted.as_of):
            return Profiles(everything)
        chosen = list(self.store.claims(wanted))
        ids = frozenset(item.id for item in chosen)
        events = {item.claim.event for item in chosen if item.claim.event is not None}
        return Profiles((item for item in everything if item.id in ids or item.claim.event in events), ids)

    def views(self, claims: Iterable[str]) -> list[ClaimView]:
        """The claims of these ids as they are shown, in this order; unknown ids are left out."""
        wanted = dict.fromkeys(claims)
        found: dict[str, ClaimView] = {}
        for article in dict.fromkeys(given.rpartition(":")[0] for given in wanted):
            for item in self.store.claims(Filter(article=article), text=True):
                if item.id in wanted:
                    found[item.id] = view_of(item)
        return [found[given] for given in wanted if given in found]


def open_store(path: str | os.PathLike[str] = "khabar.db", *, figures: str = "lines") -> Questions:
    """Open the store at ``path`` for questions; nothing is ever written to it. ``figures`` names the rule that says
    what figures come to (:func:`khabar.views.figures.rule_of`)."""
    return Questions(Store.open(path, read_only=True), rule_of(figures))


def _by_event(claims: Iterable[StoredClaim]) -> dict[str, list[StoredClaim]]:
    groups: dict[str, list[StoredClaim]] = defaultdict(list)
    for item in claims:
        if item.claim.event is not None:
            groups[item.claim.event].append(item)
    return groups


def _first_day(event: EventSummary) -> str | None:
    """The day or, where only that is known, the month or year an event begins with."""
    return event.date.partition("/")[0] if event.date else None


def view_of(item: StoredClaim) -> ClaimView:
    """A claim, with its article's text, as it is shown."""
    article = item.source.article
    return ClaimView(
        id=item.id,
        article=article.id,
        outlet=item.source.outlet,
        title=article.title,
        url=article.url,
        reported=item.source.reported,
        sentence=sentence_of(item.claim, article.text),
        chain=(*(link.text for link in links_told(item)), item.source.outlet),
        claim=item.claim,
    )
