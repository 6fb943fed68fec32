"""PLOVER events as JSON Lines with POLECAT's column names, an event a line. Types and quadrants are PLOVER's; modes are
Khabar's, which map to ACLED. What Khabar cannot know is null."""

from __future__ import annotations

from collections.abc import Iterable
from typing import IO, Any

import msgspec

from khabar.export import Exporter, register
from khabar.export.places import country, district, english, known, province
from khabar.export.told import Told, days, gathered, reported
from khabar.model import Party
from khabar.store import StoredClaim

QUADS = {
    "VERBAL COOPERATION": ("CONSULT", "AGREE", "SUPPORT", "CONCEDE"),
    "MATERIAL COOPERATION": ("COOPERATE", "AID", "RETREAT"),
    "VERBAL CONFLICT": ("THREATEN", "REJECT", "ACCUSE", "REQUEST"),
    "MATERIAL CONFLICT": ("ASSAULT", "COERCE", "MOBILIZE", "PROTEST", "SANCTION"),
}
_QUAD_OF = {kind: quad for quad, kinds in QUADS.items() for kind in kinds}
COLUMNS = {
    "Event ID": "Khabar's event id",
    "Event Date": "first day; null where it is not known",
    "Event Type": "PLOVER type (COOPERATE, AID ... as in PLOVER)",
    "Event Mode": "Khabar's mode (docs/codebook.md), finer than PLOVER's in violence",
    "Intensity": "null: POLECAT's own scale",
    "Quad Code": "PLOVER quadrant of the type",
    "Contexts": "empty: not coded",
    "Actor Name": "actors as written",
    "Primary Actor Sector": "null: not coded",
    "Actor Country": "alpha-3 codes of the actors, null where they belong to no state",
    "Recipient Name": "targets as written",
    "Primary Recipient Sector": "null: not coded",
    "Recipient Country": "alpha-3 codes of the targets",
    "Placename": "English name of the place",
    "City": "the same, where it is a town",
    "District": "the same, where it is a district",
    "Province": "first-order division by the gazetteer",
    "Country": "alpha-3 code",
    "Latitude": "of the place; null where only the country is known",
    "Longitude": "of the place; null where only the country is known",
    "GeoNames ID": "null: the gazetteer keeps ids of its own",
    "Raw Placename": "the place as written",
    "Feature Type": "precision: point, town, district, admin1, area, country",
    "Source": "outlets",
    "Publication Date": "first day it was reported",
    "Language": "Arabic",
    "Figures": "not in POLECAT: low, best and high of each kind",
    "Independent Lines": "not in POLECAT: paths to the reader that share no transmitter",
    "Isnads": "not in POLECAT: the chain of each claim from origin to outlet",
    "Text": "the claims' own sentences",
}


def row(told: Told) -> dict[str, Any]:
    """An event's values by column."""
    event, place, period = told.event, told.event.place, days(told)
    near = place is not None and place.precision != "country"
    state = country(place)
    first = reported(told)
    values: dict[str, Any] = dict.fromkeys(COLUMNS)
    values |= {
        "Event ID": event.id, "Event Date": period[0] if period else None, "Event Type": event.type,
        "Event Mode": event.mode, "Quad Code": _QUAD_OF[event.type], "Contexts": [],
        **_party("Actor", event.actors), **_party("Recipient", event.targets),
        "Placename": english(place) or None, "City": english(place) if place and place.precision == "town" else None,
        "District": district(place) or None, "Province": province(place) or None,
        "Country": state.alpha3 if state else None, "Latitude": place.lat if place and near else None,
        "Longitude": place.lon if place and near else None, "Raw Placename": place.text if place else None,
        "Feature Type": place.precision if place and known(place) else None, "Source": list(event.outlets),
        "Publication Date": first[0] if first else None, "Language": "Arabic",
        "Figures": {f.what: {"low": f.low, "best": f.best, "high": f.high} for f in event.figures},
        "Independent Lines": event.lines,
        "Isnads": [[*(s.text for s in reversed(c.claim.isnad)), c.source.outlet] for c in told.claims],
        "Text": [item.claim.quote for item in told.claims],
    }  # fmt: skip
    return values


def _party(role: str, parties: tuple[Party, ...]) -> dict[str, Any]:
    return {f"{role} Name": [p.text for p in parties], f"{role} Country": [p.country for p in parties]}


def write(claims: Iterable[StoredClaim], stream: IO[str]) -> int:
    """Write a line for each event that is said to have happened."""
    count = 0
    for told in gathered(claims):
        if told.event.status == "occurred":
            stream.write(msgspec.json.encode(row(told)).decode() + "\n")
            count += 1
    return count


register(
    Exporter(
        name="plover", suffix=".plover.jsonl", about="PLOVER events as JSON Lines with POLECAT's names", write=write,
        rows="events", columns=COLUMNS,
    )
)  # fmt: skip
