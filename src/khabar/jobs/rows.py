"""Rows of JSON Lines in and out: articles to extract from, claims as the codebook writes them."""

from __future__ import annotations

import json
from typing import Any

import msgspec

from khabar.edtf import is_date
from khabar.model import Article, Claim, Extraction, Figure, Link, Party, Tally, Trigger, Where, content_hash
from khabar.views.evaluate import places_in


class BadRowError(ValueError):
    """A row that holds no article; ``id`` is its id where it has one."""

    def __init__(self, message: str, row_id: Any = None) -> None:
        super().__init__(message)
        self.id = row_id


def parse(line: str | bytes) -> dict[str, Any]:
    """The object on a line; BadRowError for anything else."""
    try:
        row = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise BadRowError(f"not JSON ({str(error)[:120]})") from None
    if not isinstance(row, dict):
        raise BadRowError(f"not an object but {type(row).__name__}")
    return row


def article_of(row: dict[str, Any], unique: str) -> Article:
    """The Article of a row ``{id, source, published, title, text}``; only ``text`` has to be there.

    ``unique`` becomes its id. A ``published`` that does not start with a date (``2024``, ``2024-01``, ``2024-01-24``)
    counts as unknown.
    """
    text = row.get("text")
    if not isinstance(text, str):
        problem = "no text" if text is None else f"its text is {type(text).__name__}, not a string"
        raise BadRowError(problem, row.get("id"))
    published = row.get("published")
    day = str(published)[:10] if published else None
    names = {name: row[name] if isinstance(row.get(name), str) else None for name in ("source", "url", "title")}
    return Article(id=unique, text=text, published=day if is_date(day) else None, **names)


def unique_id(row_id: Any, text: Any, taken: set[str]) -> str:
    """An id for use within one run: the row's own, made unique; the text's hash where the row has none. Adds it to
    ``taken``."""
    wanted = str(row_id) if row_id is not None else content_hash(text if isinstance(text, str) else "")
    found, n = wanted, 1
    while found in taken:
        n += 1
        found = f"{wanted}#{n}"
    taken.add(found)
    return found


def claim_row(claim: Claim, event: str | None = None, *, rules: bool = False) -> dict[str, Any]:
    """A claim with the codebook's fields, ``trigger`` and ``evidence`` as spans; offsets and ids that are unknown
    are left out."""
    row: dict[str, Any] = msgspec.to_builtins(claim)
    for name in ("actors", "targets", "isnad"):
        row[name] = [_known(part, ("text", "country") if name != "isnad" else ("text", "kind")) for part in row[name]]
    row["figures"] = [_known(part, ("what", "low", "high", "of")) for part in row["figures"]]
    row["place"] = _known(row["place"], ("text", "country")) if row["place"] else None
    row["event"] = event if event is not None else claim.event
    if not rules:
        del row["rules"]
    if not row["variants"]:
        del row["variants"]
    if row["hedge"] is None:
        del row["hedge"]
    return row


def tally_row(tally: Tally) -> dict[str, Any]:
    """A tally with the codebook's fields."""
    row: dict[str, Any] = msgspec.to_builtins(tally)
    row["isnad"] = [_known(part, ("text", "kind")) for part in row["isnad"]]
    row["place"] = _known(row["place"], ("text", "country")) if row["place"] else None
    return _known(row, ("quote", "what", "low", "high", "unit", "place", "since", "isnad"))


def _known(part: dict[str, Any], always: tuple[str, ...]) -> dict[str, Any]:
    return {key: value for key, value in part.items() if value not in (None, "") or key in always}


def dump(row: dict[str, Any]) -> str:
    """A row as one line of JSON; escaped where it holds lone surrogates, which UTF-8 cannot carry."""
    line = json.dumps(row, ensure_ascii=False)
    try:
        line.encode()
    except UnicodeEncodeError:
        return json.dumps(row)
    return line


def claim_of(coded: dict[str, Any], text: str) -> Claim:
    """The Claim of a coded row, its place in the text given as spans or as exact ``quote`` and ``trigger`` strings.

    BadRowError where neither can be found.
    """
    found = places_in(text, coded)
    if found is None:
        raise BadRowError(f"the quote {str(coded.get('quote'))[:60]!r} is not in the text")
    around, at = found
    place = coded.get("place")
    return Claim(
        quote=coded.get("quote") or around.of(text),
        trigger=Trigger(start=at.start, end=at.end, text=at.of(text)),
        evidence=around,
        type=coded["type"],
        mode=coded.get("mode"),
        status=coded.get("status") or "occurred",
        stance=coded.get("stance") or "reports",
        actors=tuple(_parties(coded.get("actors"))),
        targets=tuple(_parties(coded.get("targets"))),
        place=msgspec.convert(place, Where) if place and place.get("text") else None,
        date=coded.get("date"),
        figures=tuple(msgspec.convert(coded.get("figures") or [], list[Figure])),
        weapons=tuple(coded.get("weapons") or ()),
        isnad=tuple(msgspec.convert(coded.get("isnad") or [], list[Link])),
        event=None if coded.get("event") is None else str(coded["event"]),
    )


def _parties(coded: Any) -> list[Party]:
    return [Party(text=item) if isinstance(item, str) else msgspec.convert(item, Party) for item in coded or []]


def extraction_row(
    row_id: Any, extraction: Extraction, events: list[str] | None, *, rules: bool = False
) -> dict[str, Any]:
    """The output row of one article; ``events`` are the ids linking gave its claims, None where it was not asked
    for. Mentions are written where the extractor gives any."""
    ids: list[str | None] = list(events) if events is not None else [claim.event for claim in extraction.claims]
    claims = [claim_row(claim, event, rules=rules) for claim, event in zip(extraction.claims, ids, strict=True)]
    row = {"id": row_id, "claims": claims, "tallies": [tally_row(tally) for tally in extraction.tallies]}
    if extraction.mentions:
        row["mentions"] = msgspec.to_builtins(extraction.mentions)
    return row
