"""CSV: a claim a row, lists joined by `` | ``, for spreadsheets and statistics programs (UTF-8 with a byte order
mark)."""

from __future__ import annotations

import csv
from collections.abc import Iterable
from typing import IO

from khabar.export import Exporter, register
from khabar.export.columns import CLAIM
from khabar.model import FIGURE_KINDS
from khabar.store import StoredClaim

_PARTIES = {
    "actors": "who did it, as written, joined by a bar",
    "actor_countries": "alpha-3 codes of their states, in the same order, empty where they have none",
    "targets": "whom or what it was done to, as written",
    "target_countries": "alpha-3 codes of their states, in the same order",
}
_FIGURES = {
    f"{kind}_{end}": f"{word} number of {kind} the claim gives{'; empty where it is open' if end == 'high' else ''}"
    for kind in FIGURE_KINDS
    for end, word in (("low", "least"), ("high", "greatest"))
}
_TOLD = {
    "weapons": "as written, joined by a bar",
    "isnad": "transmitters from the outlet's nearest source to the origin, joined by a bar; empty where the outlet "
    "says it itself",
    "isnad_kinds": "their kinds, in the same order",
    "origin": "the last of them",
}
_BEFORE_PARTIES = ("claim_id", "event", "type", "mode", "status", "stance", "date", "day_low", "day_high")
_WHERE = ("place", "country", "lat", "lon")
_ARTICLE = ("article", "source", "published", "title", "url", "quote")
COLUMNS = {
    **{name: CLAIM[name] for name in _BEFORE_PARTIES}, **_PARTIES, **{name: CLAIM[name] for name in _WHERE},
    **_FIGURES, **_TOLD, **{name: CLAIM[name] for name in _ARTICLE},
}  # fmt: skip
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
    writer = csv.DictWriter(stream, tuple(COLUMNS))
    writer.writeheader()
    count = 0
    for item in claims:
        writer.writerow(row(item))
        count += 1
    return count


register(
    Exporter(
        name="csv", suffix=".csv", about="CSV, a claim a row, lists joined by ' | '", write=write, columns=COLUMNS
    )
)  # fmt: skip
