"""Stage two: claims that may be about one event come together in a block, and each block is linked on its own.

Linking compares claims of one type only, so a type is a block: the events are those of one machine exactly. For
archives too large for that, blocks are also cut by the day a claim is about, in windows of ``window`` days (0: they
are not). Each then sees what its neighbours tell :data:`MARGIN` days around it, so that events at its edges are whole;
the event of a claim is the one that its own day's window finds. Claims without a day in articles without one then meet
only one another, which on one machine would be compared with claims of every day.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

import msgspec
import pyarrow as arrow

from khabar.batch import files
from khabar.edtf import bounds
from khabar.jobs.linking import link_extractions
from khabar.model import Article, Claim, Extraction

MARGIN = 21
"""Days around a window that are looked at besides. Claims are compared when their dates are three days apart at most,
or one's date and the day another was published ten (:mod:`khabar.linking.index`)."""
LONG = 62
"""Dates longer than so many days are compared with one another only."""
SCHEMA = arrow.schema([("number", arrow.int64()), ("n", arrow.int32()), ("event", arrow.large_string())])
"""The event of claim ``n`` of the article with that number."""
_article = msgspec.json.Decoder(Article)
_extraction = msgspec.json.Decoder(Extraction)


def blocks_of(article: str, extraction: str, window: int) -> list[str]:
    """Names of the blocks that need to see an article, both given as JSON."""
    published = _published(_article.decode(article))
    claims = _extraction.decode(extraction).claims
    return sorted({block for claim in claims for block in _seen_in(claim, published, window)})


def _published(article: Article) -> str | None:
    return article.published or (article.dating.value if article.dating else None)


def _days(claim: Claim, published: str | None) -> tuple[int, int] | None:
    """First and last day that a claim is about, or the day it was published on, as numbers."""
    for value in (claim.date, published):
        days = bounds(value)
        try:
            if days:
                return date.fromisoformat(days[0]).toordinal(), _last(days[1])
        except ValueError:
            continue
    return None


def _last(day: str) -> int:
    """The number of a day; months are given 31 days (:func:`khabar.edtf.bounds`)."""
    year, month, number = (int(part) for part in day.split("-"))
    return date(year, month, 1).toordinal() + number - 1


def _seen_in(claim: Claim, published: str | None, window: int) -> Iterator[str]:
    own = block_of(claim, published, window)
    yield own
    days = _days(claim, published)
    if not window or days is None or days[1] - days[0] > LONG:
        return
    first, last = (days[0] - MARGIN) // window, (days[1] + MARGIN) // window
    yield from (f"{claim.type} {at * window}" for at in range(first, last + 1))


def block_of(claim: Claim, published: str | None, window: int) -> str:
    """Name of the block that decides which event a claim is about."""
    if not window:
        return claim.type
    days = _days(claim, published)
    if days is None:
        return f"{claim.type} undated"
    return f"{claim.type} long" if days[1] - days[0] > LONG else f"{claim.type} {days[0] // window * window}"


def file_name(block: str) -> str:
    """The name of a block as that of a file."""
    return block.replace(" ", "_")


class Block(msgspec.Struct, frozen=True):
    """What to do with a block: its name, how blocks are cut, where its table goes."""

    name: str
    window: int
    out: str


def work(
    task: bytes, numbers: Sequence[int], ids: Sequence[str], articles: Sequence[str], extractions: Sequence[str]
) -> None:
    """Link a :class:`Block`, given as JSON, of the articles that it needs to see, in any order."""
    block = msgspec.json.decode(task, type=Block)
    kind = block.name.split(" ")[0]
    rows, owned = [], []
    for number, given, article_json, extraction_json in sorted(zip(numbers, ids, articles, extractions, strict=True)):
        article = msgspec.structs.replace(_article.decode(article_json), id=given)
        extraction = _extraction.decode(extraction_json)
        published = _published(article)
        # Claims of other types keep their places, and each gets a type that nothing is compared with.
        claims = [
            claim if claim.type == kind else msgspec.structs.replace(claim, type=f"{claim.type} {n}")
            for n, claim in enumerate(extraction.claims)
        ]
        rows.append((article, msgspec.structs.replace(extraction, claims=tuple(claims))))
        own = [block_of(claim, published, block.window) == block.name for claim in extraction.claims]
        owned.append((number, own))
    found = [
        {"number": number, "n": n, "event": event}
        for (number, own), events in zip(owned, link_extractions(rows), strict=True)
        for n, (mine, event) in enumerate(zip(own, events, strict=True))
        if mine
    ]
    files.write_table(block.out, arrow.Table.from_pylist(found, schema=SCHEMA))
