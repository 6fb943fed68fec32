"""What a request may ask for: the same filters for the API and the pages, checked before anything is looked up."""

from __future__ import annotations

from typing import Annotated

from fastapi import Depends, Query
from pydantic import StringConstraints

from khabar.edtf import bounds
from khabar.model import TYPES
from khabar.store import Filter
from khabar.views.wanted import by_name

DAY = r"^(\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?)?$"
LONGEST = 200
MOST_WORDS = 12
MOST = 200
DEEPEST = 1_000_000
_ANY_TYPE = f"^({'|'.join(TYPES)}|)$"


TypeName = Annotated[str, StringConstraints(pattern=_ANY_TYPE)]
Types = Annotated[list[TypeName], Query(alias="type", description="Event type; may be repeated.", max_length=16)]
Name = Annotated[str, Query(max_length=LONGEST, description="Name in any spelling, id or alpha-3 country code.")]
Words = Annotated[
    str,
    Query(
        max_length=LONGEST,
        pattern=rf"^\s*(\S+\s+){{0,{MOST_WORDS - 1}}}\S*\s*$",
        description=f'Up to {MOST_WORDS} words that all stand in the sentence, any spelling; "..." for a phrase.',
    ),
]
Day = Annotated[str, Query(pattern=DAY, max_length=10, description="Day, month or year: 2024-01-23, 2024-01, 2024.")]
Limit = Annotated[int, Query(ge=1, le=MOST, description="How many to give.")]
Offset = Annotated[int, Query(ge=0, le=DEEPEST, description="How many to leave out before them.")]


def day(value: str, *, last: bool = False) -> str | None:
    """First or last ISO day of a day, month or year; None for nothing."""
    days = bounds(value) if value else None
    return days[last] if days else None


def wanted(
    types: Types = [],  # noqa: B006  FastAPI copies it
    actor: Name = "",
    place: Name = "",
    since: Day = "",
    until: Day = "",
    source: Name = "",
    text: Words = "",
    as_of: Day = "",
) -> Filter:
    """The filter of a request. Filters join with "and"; an event is meant when one of its claims meets them all."""
    given = tuple(kind for kind in types if kind)
    return by_name(
        types=given,
        actor=actor.strip(),
        place=place.strip(),
        since=day(since),
        until=day(until, last=True),
        source=source.strip(),
        text=text.strip(),
        as_of=day(as_of, last=True),
    )


Wanted = Annotated[Filter, Depends(wanted)]
