"""What a person types for an actor, a place or a type, turned into what the store knows: ids and country codes."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import Any

from khabar.errors import KhabarError
from khabar.lexicon.load import read_file, read_places, root
from khabar.model import MODES, TYPES
from khabar.store.search import folded


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
    found = {}
    path = root() / "countries.jsonl"
    for loaded in read_file(path, "country") if path.exists() else ():
        entry: Any = loaded.entry
        for name in (*entry.names, entry.en):
            found[folded(name)] = entry.id
    return found


@cache
def _actors() -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for path in sorted((root() / "actors").glob("*.jsonl")):
        for loaded in read_file(path, "actor"):
            entry: Any = loaded.entry
            for name in (*entry.names, entry.en):
                if name:
                    key = folded(name)
                    found[key] = (*found.get(key, ()), entry.id)
    return found
