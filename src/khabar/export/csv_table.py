"""CSV: a claim a row, lists joined by `` | ``, for spreadsheets and statistics programs (UTF-8 with a byte order
mark)."""

from __future__ import annotations

import csv
from collections.abc import Iterable
from typing import IO

from khabar.export import Exporter, register
from khabar.model import FIGURE_KINDS
from khabar.store import StoredClaim

COLUMNS = (
    "claim_id", "event", "type", "mode", "status", "stance", "date", "day_low", "day_high",
    "actors", "actor_countries", "targets", "target_countries", "place", "country", "lat", "lon",
    *(f"{kind}_{end}" for kind in FIGURE_KINDS for end in ("low", "high")),
    "weapons", "isnad", "isnad_kinds", "origin", "article", "source", "published", "title", "url", "quote",
)  # fmt: skip
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def row(item: StoredClaim) -> dict[str, object]:
    """Values by column; a figure's ``high`` is empty where it is open. ``isnad`` runs from the outlet's nearest
    source to the origin."""
    claim, article = item.claim, item.source.article
    values: dict[str, object] = {
        "claim_id": item.id,
        "event": claim.event,
        "type": claim.type,
        "mode": claim.mode,
        "status": claim.status,
        "stance": claim.stance,
        "date": claim.date,
        "day_low": item.day_low,
        "day_high": item.day_high,
        "actors": _joined(party.text for party in claim.actors),
        "actor_countries": _joined(party.country or "" for party in claim.actors),
        "targets": _joined(party.text for party in claim.targets),
        "target_countries": _joined(party.country or "" for party in claim.targets),
        "weapons": _joined(claim.weapons),
        "isnad": _joined(link.text for link in claim.isnad),
        "isnad_kinds": _joined(link.kind for link in claim.isnad),
        "origin": claim.isnad[-1].text if claim.isnad else None,
        "article": article.id,
        "source": article.source,
        "published": article.dating.value if article.dating else article.published,
        "title": article.title,
        "url": article.url,
        "quote": claim.quote,
    }
    if claim.place:
        values |= {
            "place": claim.place.text,
            "country": claim.place.country,
            "lat": claim.place.lat,
            "lon": claim.place.lon,
        }
    for figure in claim.figures:
        values.setdefault(f"{figure.what}_low", f"{figure.low:.10g}")
        values.setdefault(f"{figure.what}_high", None if figure.high is None else f"{figure.high:.10g}")
    return {column: harmless(values.get(column)) for column in COLUMNS}


def _joined(parts: Iterable[str]) -> str:
    return " | ".join(parts)


def harmless(value: object) -> object:
    """Text that a spreadsheet would run as a formula gets an apostrophe before it; numbers stay."""
    return f"'{value}" if isinstance(value, str) and value.startswith(_FORMULA) else value


def write(claims: Iterable[StoredClaim], stream: IO[str]) -> int:
    """Write a header and a row for each claim."""
    stream.write("\ufeff")
    writer = csv.DictWriter(stream, COLUMNS)
    writer.writeheader()
    count = 0
    for item in claims:
        writer.writerow(row(item))
        count += 1
    return count


register(Exporter(name="csv", suffix=".csv", about="CSV, a claim a row, lists joined by ' | '", write=write))
