"""What a notebook asks for by name, turned into a filter: ``store.events(place="العراق", since="2024-01")``."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TypedDict

from khabar.edtf import bounds
from khabar.errors import KhabarError
from khabar.store import Filter
from khabar.views import names

_DAY = re.compile(r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?")


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
    actor, place = asked.get("actor", "").strip(), asked.get("place", "").strip()
    return Filter(
        types=names.types([types] if isinstance(types, str) else list(types)),
        actor=names.actors(actor) if actor else (),
        place=names.places(place) if place else (),
        place_ids=names.places_in(place) if place else (),
        since=_day(asked.get("since"), "since"),
        until=_day(asked.get("until"), "until", last=True),
        source=asked.get("source", "").strip() or None,
        text=asked.get("text", "").strip() or None,
        as_of=_day(asked.get("as_of"), "as_of", last=True),
    )


def _day(given: str | None, name: str, *, last: bool = False) -> str | None:
    if not given:
        return None
    days = bounds(str(given)) if _DAY.fullmatch(str(given)) else None
    if days is None:
        raise KhabarError(f"{name}={given!r} is no date; write it as '2024-01-23', '2024-01' or '2024'")
    return days[last]
