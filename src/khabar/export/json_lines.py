"""JSON Lines: a claim a line with the codebook's fields, its article and its event."""

from __future__ import annotations

from collections.abc import Iterable
from typing import IO, Any

import msgspec

from khabar.export import Exporter, register
from khabar.store import StoredClaim

COLUMNS = {
    "claim_id, event": "id of the claim; id of its event, null before linking",
    "article, source, url, title, published": "the article: id, outlet, address, title and day, as far as known",
    "quote, trigger, evidence": "the words that state it, those that name the event, and where their sentence stands",
    "type, mode, status, stance": "as in docs/codebook.md",
    "actors, targets": "text as written, country, and the id of a known actor",
    "place": "text as written, country, id, lat, lon, and precision, which says what these are",
    "date": "EDTF, null where the article fixes none",
    "figures, weapons": "what is counted, low, high (null: open) and of whom; weapons as written",
    "isnad": "transmitters from the outlet's nearest source to the origin, each with its kind",
    "hedge": "the words that hedge or deny",
    "rules": "for each field the rule or resource entry that gave its value",
}


def row(item: StoredClaim) -> dict[str, Any]:
    """A claim as the codebook writes it, plus ``claim_id`` and what is known of its article."""
    article = item.source.article
    claim = msgspec.to_builtins(item.claim)
    if not claim["variants"]:
        del claim["variants"]
    return {
        "claim_id": item.id,
        "article": article.id,
        "source": article.source,
        "url": article.url,
        "title": article.title,
        "published": article.dating.value if article.dating else article.published,
        **claim,
    }


def write(claims: Iterable[StoredClaim], stream: IO[str]) -> int:
    """Write a line for each claim."""
    count = 0
    for item in claims:
        stream.write(msgspec.json.encode(row(item)).decode() + "\n")
        count += 1
    return count


register(
    Exporter(name="jsonl", suffix=".jsonl", about="JSON Lines, a whole claim a line", write=write, columns=COLUMNS)
)
