"""Filters from what a person types: names, types and days turned into what the store is asked. Notebooks, commands and
tools each name what was wrong in their own words."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TypedDict

from khabar.edtf import bounds
from khabar.errors import KhabarError
from khabar.store import Filter
from khabar.views import names

_DAY = re.compile(r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?")


def by_name(
    *,
    types: tuple[str, ...] = (),
    actor: str | None = None,
    place: str | None = None,
    since: str | None = None,
    until: str | None = None,
    source: str | None = None,
    text: str | None = None,
    as_of: str | None = None,
) -> Filter:
    """A filter by names in any spelling; ``types`` as the codebook writes them, days in ISO; the empty asks nothing."""
    return Filter(
        types=types,
        actor=names.actors(actor) if actor else (),
        place=names.places(place) if place else (),
        place_ids=names.places_in(place) if place else (),
        since=since,
        until=until,
        source=source or None,
        sources=names.sources(source) if source else (),
        text=text or None,
        as_of=as_of,
    )


def day(value: str | None, named: str, *, last: bool = False, forms: str = "2024-01-23, 2024-01 or 2024") -> str | None:
    """First or last ISO day of a day, month or year; None for None. KhabarError for anything else: ``named`` says what
    was given, ``forms`` what may be."""
    if value is None:
        return None
    days = bounds(value) if _DAY.fullmatch(value) else None
    if days is None:
        raise KhabarError(f"{named} is no date; write it as {forms}")
    return days[last]


class Asked(TypedDict, total=False):
    """Filters by name. ``types``: one or several; days may be months or years; ``as_of``: only what had been reported
    by then; ``text``: words that stand in the claim's sentence. Names in any spelling, in Arabic or English."""

    types: str | Sequence[str]
    actor: str
    place: str
    since: str
    until: str
    source: str
    text: str
    as_of: str


def filter_of(asked: Asked) -> Filter:
    """The filter that is asked for. KhabarError for a filter, a type or a day there is not."""
    unknown = sorted(set(asked) - set(Asked.__annotations__))
    if unknown:
        raise KhabarError(f"there is no filter {unknown[0]}; the filters are {', '.join(Asked.__annotations__)}")
    types = asked.get("types", ())
    return by_name(
        types=names.types([types] if isinstance(types, str) else list(types)),
        actor=asked.get("actor", "").strip(),
        place=asked.get("place", "").strip(),
        since=_day(asked.get("since"), "since"),
        until=_day(asked.get("until"), "until", last=True),
        source=asked.get("source", "").strip(),
        text=asked.get("text", "").strip(),
        as_of=_day(asked.get("as_of"), "as_of", last=True),
    )


def _day(given: str | None, name: str, *, last: bool = False) -> str | None:
    value = str(given) if given else None
    return day(value, f"{name}={given!r}", last=last, forms="'2024-01-23', '2024-01' or '2024'")
