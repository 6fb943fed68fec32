"""What many claims come to: the summary of an event. Nothing is averaged away: every value is one that a claim
states."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from khabar.edtf import bounds
from khabar.model import STATUSES, Party, Record, Where
from khabar.store import StoredClaim
from khabar.store.linked import common_days, commonest, commonest_mode, commonest_type
from khabar.text import folded
from khabar.views.agreement import name_words
from khabar.views.denials import on_happening
from khabar.views.figures import Range, Rule, by_lines, ranges
from khabar.views.lines import lines_of
from khabar.views.notebook import Records, shown

_ENDING = re.compile("(?<=\\w{3})(?:ا|ه|ها|هم|هما|هن|نا)$")
"""Of an indefinite object (مقرا) or of a noun with its owner (مقرهم)."""
_OF = re.compile("^ل(?=\\w{3})(?!ل)")
_PRECISION = ("point", "town", "district", "admin1", "area", None, "country")


class EventSummary(Record, frozen=True, kw_only=True):
    """An event as its claims tell it. ``date`` is EDTF; ``first_reported`` the earliest day an article about it
    may have appeared; ``contested`` where some claims say it happened and others that it did not (who denies a toll
    denies no event); ``lines`` counts independent lines."""

    id: str
    type: str
    mode: str | None
    status: str
    date: str | None
    place: Where | None
    actors: tuple[Party, ...]
    targets: tuple[Party, ...]
    figures: tuple[Range, ...]
    weapons: tuple[str, ...]
    claims: int
    articles: int
    outlets: tuple[str, ...]
    lines: int
    contested: bool
    first_reported: str | None

    @property
    def disputed(self) -> bool:
        """Whether sources differ on whether it happened or on a figure."""
        return self.contested or any(figure.disputed for figure in self.figures)

    def cells(self) -> dict[str, str]:
        """What a table shows of an event."""
        return {
            "id": self.id, "day": self.date or "", "type": f"{self.type} {self.mode or ''}".strip(),
            "status": self.status, "actors": shown([party.text for party in self.actors]),
            "targets": shown([party.text for party in self.targets]), "place": self.place.text if self.place else "",
            "figures": ", ".join(_figure(one) for one in self.figures), "lines": str(self.lines),
            "articles": str(self.articles),
        }  # fmt: skip

    def _repr_html_(self) -> str:
        return Records([self])._repr_html_()


def summarise(event: str, claims: Sequence[StoredClaim], rule: Rule = by_lines) -> EventSummary:
    """The summary of one event's claims (at least one); ``rule`` says what its figures come to."""
    told = [item.claim for item in claims]
    kind = commonest_type(claim.type for claim in told)
    statuses = Counter(claim.status for claim in told)
    reported = [item.source.reported_low for item in claims if item.source.reported_low]
    return EventSummary(
        id=event,
        type=kind,
        mode=commonest_mode(claim.mode for claim in told if claim.type == kind),
        status=min(statuses, key=lambda status: (-statuses[status], STATUSES.index(status))),
        date=common_date([claim.date for claim in told]),
        place=common_place([claim.place for claim in told if claim.place]),
        actors=common_parties([claim.actors for claim in told]),
        targets=common_parties([claim.targets for claim in told]),
        figures=ranges(claims, rule),
        weapons=tuple(dict.fromkeys(weapon for claim in told for weapon in claim.weapons)),
        claims=len(told),
        articles=len({item.source.article.id for item in claims}),
        outlets=tuple(dict.fromkeys(item.source.outlet for item in claims)),
        lines=lines_of(claims),
        contested={"negated", "occurred"} <= {item.claim.status for item in on_happening(claims)},
        first_reported=min(reported, default=None),
    )


def _figure(found: Range) -> str:
    high = "" if found.high is None else f"{found.high:g}"
    return f"{found.what} {found.low:g}" if high == f"{found.low:g}" else f"{found.what} {found.low:g}-{high}"


def common_date(dates: Iterable[str | None]) -> str | None:
    """The date most claims give; a day is preferred to a longer range."""
    known = [date for date in dates if date]
    days = common_days([bounds(date) or (None, None) for date in known])
    return commonest(date for date in known if bounds(date) == days)


def common_place(places: Sequence[Where]) -> Where | None:
    """The place most claims name; of equals the more precise. A country gives way to any place in it."""
    counts = Counter(_words(place.text) for place in places)
    return min(
        places,
        key=lambda place: (
            place.precision == "country",
            -counts[_words(place.text)],
            _PRECISION.index(place.precision) if place.precision in _PRECISION else len(_PRECISION),
        ),
        default=None,
    )


def _words(name: str) -> frozenset[str]:
    """The words of a name, however it is typed, those that it belongs to with or without ل (مقر حرس، مقر لحرس)."""
    first, *others = folded(name).split() or [""]
    return name_words(" ".join([first, *(_OF.sub("", word) for word in others)]))


def _told(party: Party) -> tuple[int, int]:
    """How much a party's name tells; of one name the plainest spelling goes first."""
    return len(folded(party.text)), -len(party.text)


def common_parties(groups: Iterable[Sequence[Party]]) -> tuple[Party, ...]:
    """The parties that claims name, the most often named first; spellings and ids of one party count as one, and so
    does a bare word for it (مقرا, مقرهم beside مقر حرس الحدود)."""
    counts: Counter[object] = Counter()
    shown: dict[object, Party] = {}
    for group in groups:
        for party in group:
            key = party.actor or _words(party.text)
            counts[key] += 1
            if key not in shown or _told(party) > _told(shown[key]):
                shown[key] = party
    words = {key: _words(party.text) for key, party in shown.items()}
    for alone, own in words.items():
        if len(own) == 1 and (bare := _ENDING.sub("", next(iter(own)))) not in own:
            meant = next((other for other, theirs in words.items() if len(theirs) > 1 and bare in theirs), None)
            if meant is not None:
                counts[meant] += counts.pop(alone)
    return tuple(shown[key] for key, _ in counts.most_common())
