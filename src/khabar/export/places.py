"""Names and codes of places and countries as other projects write them."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from khabar.lexicon.load import read_places
from khabar.lexicon.schema import PlaceRow
from khabar.model import Record, Where

_TABLE = Path(__file__).with_name("countries.tsv")


class Country(Record, frozen=True, kw_only=True):
    """ISO 3166 codes (``numeric`` None where there is none) and the English name."""

    alpha3: str
    alpha2: str
    numeric: int | None
    name: str


@cache
def countries() -> dict[str, Country]:
    """Countries by alpha-3 code."""
    rows = (line.split("\t") for line in _TABLE.read_text(encoding="utf-8").splitlines()[1:])
    return {
        row[0]: Country(alpha3=row[0], alpha2=row[1], numeric=int(row[2]) if row[2] else None, name=row[3])
        for row in rows
    }


@cache
def _places() -> dict[str, PlaceRow]:
    return {row.id: row for row in read_places()}


def known(place: Where | None) -> PlaceRow | None:
    """The gazetteer's row of a resolved place."""
    return _places().get(place.place) if place and place.place else None


def english(place: Where | None) -> str:
    """The place's English name where it is known, else its name as written."""
    row = known(place)
    return (row.en or row.name) if row else (place.text if place else "")


def province(place: Where | None) -> str:
    """English name of the first-order division the place is or lies in; empty where it is not known."""
    row = known(place)
    if row is None:
        return ""
    above = _places().get(row.admin1)
    if place and place.precision == "admin1":
        return row.en or row.name
    return (above.en or above.name) if above else ""


def district(place: Where | None) -> str:
    """English name of the district, where the place is one."""
    return english(place) if place and place.precision == "district" else ""


def country(place: Where | None) -> Country | None:
    """The country a place lies in."""
    return countries().get(place.country) if place and place.country else None
