"""ACLED's 31 columns, an event a row. Only events that ACLED would hold and that are said to have happened; what Khabar
cannot know is left empty, never guessed. Columns and terms after ACLED's codebook (2023)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import IO

from khabar.export import Exporter, register
from khabar.export.places import country, english, province
from khabar.export.told import Told, days, figure, gathered, joined, length, quotes, whole, write_table
from khabar.store import StoredClaim

_REMOTE, _CIVILIANS, _STRATEGIC = "Explosions/Remote violence", "Violence against civilians", "Strategic developments"
KINDS: dict[tuple[str, str | None], tuple[str, str]] = {
    ("ASSAULT", "airstrike"): (_REMOTE, "Air/drone strike"),
    ("ASSAULT", "drone"): (_REMOTE, "Air/drone strike"),
    ("ASSAULT", "missile"): (_REMOTE, "Shelling/artillery/missile attack"),
    ("ASSAULT", "shelling"): (_REMOTE, "Shelling/artillery/missile attack"),
    ("ASSAULT", "bombing"): (_REMOTE, "Remote explosive/landmine/IED"),
    ("ASSAULT", "suicide-bombing"): (_REMOTE, "Suicide bomb"),
    ("ASSAULT", "chemical"): (_REMOTE, "Chemical weapon"),
    ("ASSAULT", "clash"): ("Battles", "Armed clash"),
    ("ASSAULT", "sexual"): (_CIVILIANS, "Sexual violence"),
    ("ASSAULT", "torture"): (_CIVILIANS, "Attack"),
    ("ASSAULT", "execution"): (_CIVILIANS, "Attack"),
    ("ASSAULT", "interception"): (_STRATEGIC, "Disrupted weapons use"),
    ("ASSAULT", "destruction"): (_STRATEGIC, "Looting/property destruction"),
    ("ASSAULT", "assassination"): ("", ""),
    ("ASSAULT", "shooting"): ("", ""),
    ("ASSAULT", "other"): ("", ""),
    ("ASSAULT", None): ("", ""),
    ("COERCE", "abduct"): (_CIVILIANS, "Abduction/forced disappearance"),
    ("COERCE", "arrest"): (_STRATEGIC, "Arrests"),
    ("COERCE", "seize"): ("", ""),
    ("PROTEST", "demonstration"): ("Protests", ""),
    ("PROTEST", "riot"): ("Riots", ""),
    ("AGREE", None): (_STRATEGIC, "Agreement"),
}
"""Khabar's types and modes that ACLED holds, with its event type and sub-event type; empty where more would have to be
known (whether a shooting was a battle or an attack on civilians)."""
_DISORDER = {
    "Battles": "Political violence",
    _REMOTE: "Political violence",
    _CIVILIANS: "Political violence",
    "Protests": "Demonstrations",
    "Riots": "Demonstrations",
    _STRATEGIC: _STRATEGIC,
}
_PRECISE = {"point": 1, "town": 1, "district": 2, "admin1": 3}
COLUMNS = {
    "event_id_cnty": "Khabar's event id; ACLED's own numbers cannot be known",
    "event_date": "first day of the event; empty where no month is known",
    "year": "year of event_date",
    "time_precision": "1 the day is known, 2 within a week, 3 within a month",
    "disorder_type": "from event_type",
    "event_type": "from type and mode; empty where more would have to be known (a shooting, an assault without means)",
    "sub_event_type": "from type and mode; empty for protests and riots, whose course is not coded",
    "actor1": "the actor most claims name, as written",
    "assoc_actor_1": "further actors",
    "inter1": "empty: ACLED's classes of actors (rebel, militia) are judgements Khabar does not make",
    "actor2": "the target most claims name, as written; the second side of a clash",
    "assoc_actor_2": "further targets",
    "inter2": "empty, as inter1",
    "interaction": "empty, as inter1",
    "civilian_targeting": "empty: not coded",
    "iso": "ISO 3166 numeric code of the country",
    "region": "empty: ACLED's regions follow its coverage",
    "country": "English name of the country",
    "admin1": "first-order division by the gazetteer",
    "admin2": "empty: ACLED's own division",
    "admin3": "empty: ACLED's own division",
    "location": "English name of the place, as written where it is not in the gazetteer",
    "latitude": "of the place; empty where only the country is known",
    "longitude": "of the place; empty where only the country is known",
    "geo_precision": "1 town or site, 2 district, 3 governorate; empty where only the country is known",
    "source": "outlets that tell it",
    "source_scale": "empty: not known of an outlet",
    "notes": "the claims' own sentences, joined by |",
    "fatalities": "best figure of those killed; empty, not 0, where nobody gives one",
    "tags": "empty: ACLED's own",
    "timestamp": "empty: ACLED's own",
}


def rows(events: Iterable[Told]) -> Iterator[dict[str, object]]:
    """A row for each event that ACLED holds and that is said to have happened."""
    for told in events:
        event = told.event
        found = KINDS.get((event.type, event.mode)) or KINDS.get((event.type, None))
        if found is not None and event.status == "occurred":
            yield {**_what(told, found), **_who(told), **_where(told)}


def _what(told: Told, kind: tuple[str, str]) -> dict[str, object]:
    period = days(told)
    span = length(period) if period else 0
    precision = next((number for number, most in ((1, 1), (2, 7), (3, 31)) if 0 < span <= most), None)
    killed = figure(told, "killed")
    return {
        "event_id_cnty": told.event.id,
        "event_date": period[0] if period and precision else None,
        "year": period[0][:4] if period else None,
        "time_precision": precision,
        "disorder_type": _DISORDER.get(kind[0]),
        "event_type": kind[0],
        "sub_event_type": kind[1],
        "source": joined(told.event.outlets),
        "notes": quotes(told),
        "fatalities": whole(killed.best) if killed else None,
    }


def _who(told: Told) -> dict[str, object]:
    event = told.event
    first, second = list(event.actors[:1]), list(event.targets[:1])
    others = event.actors[1:]
    if event.mode == "clash" and not second:
        second, others = list(event.actors[1:2]), event.actors[2:]
    return {
        "actor1": joined(party.text for party in first),
        "assoc_actor_1": joined(party.text for party in others),
        "actor2": joined(party.text for party in second),
        "assoc_actor_2": joined(party.text for party in event.targets[1:]),
    }


def _where(told: Told) -> dict[str, object]:
    place = told.event.place
    state = country(place)
    near = place is not None and place.precision != "country"
    return {
        "iso": state.numeric if state else None,
        "country": state.name if state else None,
        "admin1": province(place),
        "location": english(place) if near else None,
        "latitude": place.lat if place and near else None,
        "longitude": place.lon if place and near else None,
        "geo_precision": _PRECISE.get(place.precision or "") if place else None,
    }


def write(claims: Iterable[StoredClaim], stream: IO[str]) -> int:
    """Write a header and a row for each event."""
    return write_table(rows(gathered(claims)), tuple(COLUMNS), stream)


register(
    Exporter(
        name="acled", suffix=".acled.csv", about="CSV with ACLED's 31 columns, an event a row", write=write,
        rows="events", columns=COLUMNS,
    )
)  # fmt: skip
