"""The senses of words: which entry of which resource, in which form."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Final

from khabar.lexicon.company import UNASKED, Company
from khabar.lexicon.tables import Tables, of_kind

VERBAL: Final[tuple[str, ...]] = ("perf", "impf", "pass", "ipass", "jus")
"""How the tags of verbs begin (see conjugate)."""
PROPER: Final = frozenset(("actor", "country", "place"))
"""Kinds of resources that are proper names."""
SOMEBODY: Final = frozenset(("actor", "people", "title", "institution"))
"""Kinds of resources that name somebody."""
_INFLECTED: Final = frozenset(("trigger", "cue", "light", "factuality", "figure"))
"""Kinds of resources whose jussive forms count behind a negation alone."""
_COMPANIED: Final = frozenset(("trigger", "cue", "people", "weapon", "figure"))
"""Kinds of resources whose entries may want words around them."""
_BITS: Final = 60


def bits_of(keys: Iterable[str]) -> int:
    """Some keys as bits, several of which may share one: where two such numbers have none in common, the keys have
    none."""
    bits = 0
    for key in keys:
        bits |= 1 << hash(key) % _BITS
    return bits


KINDS: Final[list[str]] = []
"""The kinds of resources, by the number that their senses have."""


def kind_number(kind: str) -> int:
    """The number of a kind."""
    if kind not in KINDS:
        KINDS.append(kind)
    return KINDS.index(kind)


class Sense:
    """One reading of a word: ``kind`` of resource, its ``entry`` and the ``tag`` of the form (see conjugate), which is
    ``verbal`` or not. ``id``, ``type``, ``mode`` and ``frame`` are the entry's, where it has them: these are asked
    again and again. ``number`` is the kind's (:data:`KINDS`); ``jussive``: it counts behind a negation alone."""

    __slots__ = ("company", "entry", "frame", "id", "jussive", "kind", "mode", "number", "tag", "type", "verbal")

    def __init__(self, kind: str, entry: Any, tag: str) -> None:
        self.kind = kind
        self.entry = entry
        self.id: str = getattr(entry, "id", "")
        self.type: str = getattr(entry, "type", "")
        self.mode: str | None = getattr(entry, "mode", None)
        self.frame: str = getattr(entry, "frame", "")
        self.tag = tag
        self.verbal = tag.startswith(VERBAL)
        self.number = kind_number(kind)
        self.jussive = kind in _INFLECTED and tag.startswith("jus")
        self.company: Company | None = UNASKED if kind in _COMPANIED else None

    def __repr__(self) -> str:
        return f"Sense({self.kind!r}, {getattr(self.entry, 'id', self.entry)!r}, {self.tag!r})"


class Gap:
    """Half of a phrase with a gap (``{ألقى يلقي} ... باللوم``): the halves of one ``key`` make up ``sense``. ``bit``
    stands for the key (:func:`bits_of`)."""

    __slots__ = ("bit", "key", "left", "sense")

    def __init__(self, key: str, sense: Sense, left: bool) -> None:
        self.key = key
        self.bit = bits_of((key,))
        self.sense = sense
        self.left = left

    @property
    def id(self) -> str:
        return self.key


class Senses:
    """The senses of the lexicon by number, each made when it is first asked for: news uses few of them. ``entries``
    are those of each kind."""

    def __init__(self, tables: Tables) -> None:
        self.entries: dict[str, list[Any]] = {kind: of_kind(tables, kind) for kind in tables.entries}
        self._things: list[Any] = [*tables.functions]
        self._kinds: list[str] = ["func"] * len(tables.functions)
        for kind, several in (*self.entries.items(), ("place", tables.places), ("gap", tables.gaps)):
            self._things += several
            self._kinds += [kind] * len(several)
        self._tags: list[str] = tables.tags
        self._senses: list[int] = tables.senses
        self._made: dict[int, Sense] = {}

    def of(self, numbers: list[int]) -> list[Sense]:
        """The senses of these numbers."""
        return [self._made.get(number) or self._make(number) for number in numbers]

    def _make(self, number: int) -> Sense:
        thing, tag = divmod(self._senses[number], len(self._tags))
        kind, entry = self._kinds[thing], self._things[thing]
        if kind == "gap":
            key, whole, left = entry
            entry = Gap(key, self.of([whole])[0], left)
        made = self._made[number] = Sense(kind, entry, self._tags[tag])
        return made
