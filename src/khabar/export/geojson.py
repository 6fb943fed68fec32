"""GeoJSON (RFC 7946): an event a feature. An event of which only the country is known has no geometry: it is not a
point in the country's middle."""

from __future__ import annotations

from collections.abc import Iterable
from typing import IO, Any

import msgspec

from khabar.export import Exporter, register
from khabar.export.places import english
from khabar.export.told import Told, days, gathered
from khabar.store import StoredClaim

COLUMNS = {
    "id": "Khabar's event id",
    "geometry": "a point, or null where no coordinates or only the country is known",
    "type, mode, status": "what most claims say (docs/codebook.md)",
    "date": "EDTF that most claims give; null where none does",
    "start, end": "first and last day of it",
    "place": "the place as written",
    "place_en": "its English name, where it is in the gazetteer; else as written",
    "country": "alpha-3 code",
    "precision": "what the point is: point, town, district, admin1 or area",
    "actors, targets": "names as written, the most often named first",
    "lines": "independent lines: paths to the reader that share no transmitter",
    "articles, outlets": "how many articles tell it; the outlets",
    "disputed": "whether sources differ on whether it happened or on a figure",
    "killed_low, killed_best, killed_high": "and so for each kind of figure stated; high is null where one is open",
}


def feature(told: Told) -> dict[str, Any]:
    """An event with its summary as properties; ``precision`` says what the point is."""
    event, place, period = told.event, told.event.place, days(told)
    point = None
    if place and place.lat is not None and place.lon is not None and place.precision != "country":
        point = {"type": "Point", "coordinates": [place.lon, place.lat]}
    properties: dict[str, Any] = {
        "type": event.type,
        "mode": event.mode,
        "status": event.status,
        "date": event.date,
        "start": period[0] if period else None,
        "end": period[1] if period else None,
        "place": place.text if place else None,
        "place_en": english(place) or None,
        "country": place.country if place else None,
        "precision": place.precision if place else None,
        "actors": [party.text for party in event.actors],
        "targets": [party.text for party in event.targets],
        "lines": event.lines,
        "articles": event.articles,
        "outlets": list(event.outlets),
        "disputed": event.disputed,
    }
    for found in event.figures:
        properties |= {
            f"{found.what}_low": found.low,
            f"{found.what}_best": found.best,
            f"{found.what}_high": found.high,
        }
    return {"type": "Feature", "id": event.id, "geometry": point, "properties": properties}


def write(claims: Iterable[StoredClaim], stream: IO[str]) -> int:
    """Write one FeatureCollection."""
    events = gathered(claims)
    stream.write('{"type":"FeatureCollection","features":[')
    for n, told in enumerate(events):
        stream.write(("," if n else "") + "\n" + msgspec.json.encode(feature(told)).decode())
    stream.write("\n]}\n")
    return len(events)


register(
    Exporter(name="geojson", suffix=".geojson", about="GeoJSON, an event a feature, with its precision", write=write,
             rows="events", columns=COLUMNS)
)  # fmt: skip
