"""What a person types for an actor, a place or a type, turned into what the store knows: ids and country codes."""

from __future__ import annotations

from functools import cache, lru_cache

from khabar.errors import KhabarError
from khabar.lexicon.load import read_places
from khabar.model import MODES, TYPES
from khabar.store.search import folded
from khabar.views import entries


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
    """``name`` and the ids of the known actors that bear exactly this name, in Arabic or English."""
    return (name, *_actors().get(folded(name), ()))


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
    for actor, entry in entries.actors().items():
        for name in filter(None, (*entry.names, entry.en)):
            key = folded(name)
            found[key] = (*found.get(key, ()), actor)
    return found
