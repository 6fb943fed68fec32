"""What a person types for an actor, a place or a type, turned into what the store knows: ids and country codes."""

from __future__ import annotations

import re
from collections import defaultdict
from functools import cache, lru_cache

from khabar.errors import KhabarError
from khabar.lexicon.load import read_places
from khabar.model import MODES, TYPES
from khabar.store.search import folded
from khabar.views import entries

_TELLING = 5
"""Shorter names (واس) stand inside words of other names."""


def places(name: str) -> tuple[str, ...]:
    """``name`` and, where it is a country's in Arabic or English, the country's code, so that all places in it are
    meant."""
    code = _countries().get(folded(name))
    return (name, code) if code else (name,)


@lru_cache(1000)
def places_in(name: str) -> tuple[str, ...]:
    """Ids of the known places of this name, in Arabic or English, and of the places that lie in them."""
    wanted = folded(name)
    rows = list(read_places())
    here = {row.id for row in rows if wanted in (folded(row.name), folded(row.en), *map(folded, row.variants))}
    return tuple(row.id for row in rows if row.id in here or row.admin1 in here) if here else ()


@lru_cache(1000)
def actors(name: str) -> tuple[str, ...]:
    """``name`` and the ids of the known actors that bear exactly this name, in Arabic or English (Houthis, ISIS:
    parts of "Houthis (Ansar Allah)" and "Islamic State (ISIS, Daesh)" that no other actor's name has)."""
    return (name, *_actors().get(folded(name).strip(), ()))


@lru_cache(1000)
def sources(name: str) -> tuple[str, ...]:
    """The id and the other names of the outlet, agency or body that bears this name in Arabic or English (AFP: وكالة
    فرانس برس، أ ف ب ...); none where several do."""
    from khabar.views.sources_known import find_body, find_publisher, gathers

    who = find_publisher(name) or find_body(name)
    if who is None or who.actor not in entries.actors() or gathers(who.actor):
        return ()
    return (who.actor, *(other for other in entries.actors()[who.actor].names if len(other) >= _TELLING))


def types(names: list[str]) -> tuple[str, ...]:
    """Event types as the codebook writes them, any case; KhabarError for an unknown one."""
    wanted = tuple(name.strip().upper() for item in names for name in item.split(",") if name.strip())
    for name in wanted:
        if name not in MODES:
            raise KhabarError(f"there is no event type {name}; the types are {', '.join(TYPES)}")
    return wanted


@cache
def _countries() -> dict[str, str]:
    return {folded(name): code for code, entry in entries.countries().items() for name in (*entry.names, entry.en)}


@cache
def _actors() -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    parts: dict[str, set[str]] = defaultdict(set)
    for actor, entry in entries.actors().items():
        for name in filter(None, (*entry.names, entry.en)):
            key = folded(name).strip()
            found[key] = (*found.get(key, ()), actor)
        for part in re.split(r"\s*[/,()]\s*", entry.en or ""):
            parts[folded(part).strip()].add(actor)
    for part, several in parts.items():
        if part and len(several) == 1 and part not in found and part not in _countries():
            found[part] = tuple(several)
    return found
