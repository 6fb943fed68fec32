"""What the resources know of actors and countries, read once for all views."""

from __future__ import annotations

from functools import cache
from typing import Any

from khabar.lexicon.load import read_file, root


@cache
def actors() -> dict[str, Any]:
    """Entries of known actors by id."""
    found = {}
    for path in sorted((root() / "actors").glob("*.jsonl")):
        for loaded in read_file(path, "actor"):
            found[loaded.entry.id] = loaded.entry
    return found


@cache
def countries() -> dict[str, Any]:
    """Entries of countries by alpha-3 code."""
    return {loaded.entry.id: loaded.entry for loaded in read_file(root() / "countries.jsonl", "country")}
