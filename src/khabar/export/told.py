"""Claims gathered into events, for formats that have a row for each event."""

from __future__ import annotations

import csv
from calendar import monthrange
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import IO

from khabar.edtf import bounds
from khabar.export.csv_table import harmless
from khabar.model import Record
from khabar.store import StoredClaim
from khabar.views.figures import Range
from khabar.views.summary import EventSummary, summarise


class Told(Record, frozen=True, kw_only=True):
    """An event and the claims about it that are exported."""

    event: EventSummary
    claims: tuple[StoredClaim, ...]


def gathered(claims: Iterable[StoredClaim]) -> list[Told]:
    """Events in the order first met. Claims that no event was assigned to are left out."""
    groups: dict[str, list[StoredClaim]] = {}
    for item in claims:
        if item.claim.event is not None:
            groups.setdefault(item.claim.event, []).append(item)
    return [Told(event=summarise(event, found), claims=tuple(found)) for event, found in groups.items()]


def days(told: Told) -> tuple[str, str] | None:
    """First and last ISO day of the event, days there are; None where it is not known or open."""
    found = bounds(told.event.date)
    if found is None or found[1] >= "9999":
        return None
    first, last = (_real(day) for day in found)
    return (first, last) if first and last else None


def _real(day: str) -> str | None:
    """The day, or the last of its month where that has none of this number; None where there is no such month."""
    try:
        year, month, number = (int(part) for part in day.split("-"))
        return date(year, month, min(number, monthrange(year, month)[1])).isoformat()
    except ValueError:
        return None


def length(found: tuple[str, str]) -> int:
    """How many days the event may have taken."""
    return (date.fromisoformat(found[1]) - date.fromisoformat(found[0])).days + 1


def figure(told: Told, what: str) -> Range | None:
    """The figures of one kind."""
    return next((found for found in told.event.figures if found.what == what), None)


def whole(value: float | None) -> int | None:
    """A number of people as a whole number."""
    return None if value is None else round(value)


def reported(told: Told) -> list[str]:
    """The days the claims were reported, in order."""
    return sorted({item.source.reported_high for item in told.claims if item.source.reported_high})


def joined(values: Iterable[str | None], mark: str = "; ") -> str:
    """Values once each, in order, those that are nothing left out."""
    return mark.join(dict.fromkeys(value for value in values if value))


def quotes(told: Told) -> str:
    """The claims' own words, each once."""
    return joined((item.claim.quote.replace("\n", " ") for item in told.claims), " | ")


def write_table(rows: Iterable[Mapping[str, object]], columns: Sequence[str], stream: IO[str]) -> int:
    """A CSV with a header (UTF-8 with a byte order mark); gives how many rows it wrote."""
    stream.write("\ufeff")
    writer = csv.DictWriter(stream, columns)
    writer.writeheader()
    count = 0
    for row in rows:
        writer.writerow({name: harmless(row.get(name)) for name in columns})
        count += 1
    return count
