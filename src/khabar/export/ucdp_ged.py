"""UCDP GED's 49 columns, an event a row. Only events with at least one death; what Khabar cannot know is left empty,
never guessed. Columns after the codebook of UCDP GED 23.1; the grid cell after PRIO-GRID 2.0."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator
from typing import IO

from khabar.export import Exporter, register
from khabar.export.places import country, district, english, known, province
from khabar.export.told import Told, days, figure, gathered, joined, length, reported, whole, write_table
from khabar.store import StoredClaim

_NUMBERS = "empty: UCDP's own numbers of conflicts, dyads and sides"
_WHO_DIED = "empty: which side the dead belong to is not coded"
COLUMNS = {
    "id": "Khabar's event id",
    "relid": "empty: UCDP's own",
    "year": "year of the first day",
    "active_year": "empty: needs UCDP's count of a dyad's deaths",
    "code_status": "empty: UCDP's own",
    "type_of_violence": "empty: needs UCDP's judgement of the sides",
    "conflict_dset_id": _NUMBERS,
    "conflict_new_id": _NUMBERS,
    "conflict_name": "empty: UCDP's own",
    "dyad_dset_id": _NUMBERS,
    "dyad_new_id": _NUMBERS,
    "dyad_name": "empty: UCDP's own",
    "side_a_dset_id": _NUMBERS,
    "side_a_new_id": _NUMBERS,
    "side_a": "the actor most claims name, as written",
    "side_b_dset_id": _NUMBERS,
    "side_b_new_id": _NUMBERS,
    "side_b": "the target most claims name, as written; the second side of a clash",
    "number_of_sources": "articles that tell it",
    "source_article": "outlet, title and day of each article",
    "source_office": "outlets",
    "source_date": "days of the articles",
    "source_headline": "titles of the articles",
    "source_original": "the origins the claims rest on",
    "where_prec": "1 site or town, 3 district, 4 governorate, 5 area, 6 country",
    "where_coordinates": "English name of the place",
    "where_description": "the place as written",
    "adm_1": "first-order division by the gazetteer",
    "adm_2": "the district, where the place is one",
    "latitude": "of the place, the middle of an area",
    "longitude": "of the place, the middle of an area",
    "geom_wkt": "POINT of longitude and latitude",
    "priogrid_gid": "the half-degree cell the coordinates lie in",
    "country": "English name",
    "country_id": "empty: Gleditsch and Ward's numbers",
    "region": "empty: UCDP's own",
    "event_clarity": "1 the event is told for one day, 2 for a longer span",
    "date_prec": "1 the day is known, 2 up to 6 days, 3 a week, 4 a month, 5 longer",
    "date_start": "first day",
    "date_end": "last day",
    "deaths_a": _WHO_DIED,
    "deaths_b": _WHO_DIED,
    "deaths_civilians": _WHO_DIED,
    "deaths_unknown": "the best figure: whose dead they are is not coded",
    "best": "median of the latest figures of independent origins",
    "high": "highest of them; empty where one is open upwards",
    "low": "lowest of them",
    "gwnoa": "empty: Gleditsch and Ward's numbers",
    "gwnob": "empty: Gleditsch and Ward's numbers",
}
_PRECISE = {"point": 1, "town": 1, "district": 3, "admin1": 4, "area": 5, "country": 6}


def rows(events: Iterable[Told]) -> Iterator[dict[str, object]]:
    """A row for each event in which somebody is said to have been killed."""
    for told in events:
        killed = figure(told, "killed")
        if killed is None or killed.best < 1 or told.event.status != "occurred":
            continue
        best = whole(killed.best)
        dead = {"best": best, "deaths_unknown": best, "high": whole(killed.high), "low": whole(killed.low)}
        yield {"id": told.event.id, **dead, **_when(told), **_who(told), **_where(told), **_sources(told)}


def _when(told: Told) -> dict[str, object]:
    period = days(told)
    if period is None:
        return {}
    span = length(period)
    precision = next((number for number, most in ((1, 1), (2, 6), (3, 7), (4, 31)) if span <= most), 5)
    return {
        "year": period[0][:4],
        "date_start": period[0],
        "date_end": period[1],
        "date_prec": precision,
        "event_clarity": 1 if span == 1 else 2,
    }


def _who(told: Told) -> dict[str, object]:
    event = told.event
    other = event.targets[:1] or (event.actors[1:2] if event.mode == "clash" else ())
    return {"side_a": joined(p.text for p in event.actors[:1]), "side_b": joined(p.text for p in other)}


def _where(told: Told) -> dict[str, object]:
    place = told.event.place
    if place is None:
        return {}
    state = country(place)
    found: dict[str, object] = {
        "where_prec": _PRECISE.get(place.precision or ""),
        "where_coordinates": english(place) if known(place) else None,
        "where_description": place.text,
        "adm_1": province(place),
        "adm_2": district(place),
        "country": state.name if state else None,
    }
    if place.lat is not None and place.lon is not None:
        found |= {
            "latitude": place.lat,
            "longitude": place.lon,
            "geom_wkt": f"POINT ({place.lon} {place.lat})",
            "priogrid_gid": grid_cell(place.lat, place.lon),
        }
    return found


def grid_cell(lat: float, lon: float) -> int:
    """The PRIO-GRID cell (half a degree, 720 to a row, counted from the south-west) that holds a point in degrees."""
    row = min(359, math.floor((lat + 90) * 2))
    column = min(719, math.floor((lon + 180) * 2))
    return row * 720 + column + 1


def _sources(told: Told) -> dict[str, object]:
    heads = [item.source for item in told.claims]
    return {
        "number_of_sources": told.event.articles,
        "source_article": joined(
            ", ".join(filter(None, (f'"{head.outlet}"', head.article.title, head.reported_high))) for head in heads
        ),
        "source_office": joined(told.event.outlets),
        "source_date": joined(reported(told)),
        "source_headline": joined(head.article.title for head in heads),
        "source_original": joined(item.claim.isnad[-1].text for item in told.claims if item.claim.isnad),
    }


def write(claims: Iterable[StoredClaim], stream: IO[str]) -> int:
    """Write a header and a row for each event."""
    return write_table(rows(gathered(claims)), tuple(COLUMNS), stream)


register(
    Exporter(
        name="ucdp-ged", suffix=".ged.csv", about="CSV with UCDP GED's 49 columns, a deadly event a row", write=write,
        rows="events", columns=COLUMNS,
    )
)  # fmt: skip
