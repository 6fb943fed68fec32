"""What the resources come to: every inflected form and phrase, in tables that are quick to read back."""

from __future__ import annotations

from typing import Any

import msgspec

from khabar.lexicon.schema import KINDS, PlaceRow


class Tables(msgspec.Struct, array_like=True, kw_only=True):
    """The lexicon as plain data (``building`` makes it, ``kept`` keeps it between starts, ``Lexicon`` reads it).

    Things are numbered in one row: ``functions`` (classes of function words), the ``entries`` of each kind, ``places``,
    ``gaps`` (halves of phrases with a gap: key, number of the sense of the whole, is the left half). A sense is a
    thing and the tag of a form: ``senses`` holds ``thing * len(tags) + tag``. ``free`` and ``bound`` tell the senses of
    a form. ``patterns`` are phrases in the letters of ``codes``, one a line, and ``meanings`` the senses of each.
    The rest is what ``words.Analyser`` asks."""

    functions: list[str]
    entries: dict[str, msgspec.Raw]
    places: list[PlaceRow]
    gaps: list[tuple[str, int, bool]]
    tags: list[str]
    senses: list[int]
    free: dict[str, list[int]]
    bound: dict[str, list[int]]
    known: set[str]
    vocabulary: dict[str, str]
    plain: frozenset[str]
    articled: frozenset[str]
    heavy: dict[str, str]
    telling: frozenset[str]
    names: frozenset[str]
    codes: dict[str, str]
    patterns: str
    meanings: list[int]
    several: list[list[int]]


def of_kind(tables: Tables, kind: str) -> list[Any]:
    """The entries of a kind, without their example sentences."""
    found: list[Any] = msgspec.msgpack.decode(tables.entries[kind], type=list[KINDS[kind]])  # type: ignore[valid-type]
    return found
