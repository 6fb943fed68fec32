"""The shapes of resource entries, one struct a file kind; ``resources/README.md`` explains every key."""

from __future__ import annotations

import msgspec


class Entry(msgspec.Struct, kw_only=True, frozen=True, omit_defaults=True):
    """What all entries share. ``examples`` must contain a match of the entry, ``counter`` must not."""

    id: str
    examples: tuple[str, ...] = ()
    counter: tuple[str, ...] = ()


class TriggerEntry(Entry, frozen=True, kw_only=True):
    type: str
    mode: str | None = None
    frame: str = "act"
    verbs: tuple[str, ...] = ()
    nouns: tuple[str, ...] = ()
    phrases: tuple[str, ...] = ()
    prep: dict[str, str] = {}
    with_: tuple[str, ...] = msgspec.field(default=(), name="with")
    without: tuple[str, ...] = ()
    not_after: tuple[str, ...] = ()
    not_before: tuple[str, ...] = ()
    weight: float = 1.0
    gloss: str = ""


class LightEntry(Entry, frozen=True, kw_only=True):
    verbs: tuple[str, ...] = ()
    nouns: tuple[str, ...] = ()
    phrases: tuple[str, ...] = ()
    voice: str = "act"


class CueEntry(Entry, frozen=True, kw_only=True):
    verbs: tuple[str, ...] = ()
    nouns: tuple[str, ...] = ()
    phrases: tuple[str, ...] = ()
    direction: str = "after"
    scope: str = "clause"
    continues: bool = False
    stance: str | None = None
    status: str | None = None
    origin_prep: tuple[str, ...] = ()
    participle: bool = False
    own_voice: bool = False
    relays: bool = False
    aside: bool = False
    turn: bool = False
    opened: bool = False
    with_: tuple[str, ...] = msgspec.field(default=(), name="with")
    without: tuple[str, ...] = ()


class FactualityEntry(Entry, frozen=True, kw_only=True):
    words: tuple[str, ...] = ()
    verbs: tuple[str, ...] = ()
    phrases: tuple[str, ...] = ()
    effect: str


class ActorEntry(Entry, frozen=True, kw_only=True):
    names: tuple[str, ...] = ()
    weak: tuple[str, ...] = ()
    en: str = ""
    kind: str
    country: str | None = None
    parents: tuple[str, ...] = ()
    role: str | None = None
    from_: int | None = msgspec.field(default=None, name="from")
    until: int | None = None


class CountryEntry(Entry, frozen=True, kw_only=True):
    names: tuple[str, ...]
    weak: tuple[str, ...] = ()
    en: str = ""
    adjectives: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    capital: str | None = None
    metonyms: tuple[str, ...] = ()


class InstitutionEntry(Entry, frozen=True, kw_only=True):
    pattern: str
    of: tuple[str, ...] = ()
    kind: str = "government"
    en: str = ""


class TitleEntry(Entry, frozen=True, kw_only=True):
    nouns: tuple[str, ...] = ()
    phrases: tuple[str, ...] = ()
    of: tuple[str, ...] = ()
    kind: str = "official"
    kinds: dict[str, str] = {}
    en: str = ""


class PeopleEntry(Entry, frozen=True, kw_only=True):
    nouns: tuple[str, ...] = ()
    phrases: tuple[str, ...] = ()
    kinds: dict[str, str] = {}
    with_: tuple[str, ...] = msgspec.field(default=(), name="with")
    without: tuple[str, ...] = ()
    kind: str = "unnamed"
    source: bool = False
    machine: bool = False


class WeaponEntry(Entry, frozen=True, kw_only=True):
    nouns: tuple[str, ...] = ()
    phrases: tuple[str, ...] = ()
    mode: str | None = None
    with_: tuple[str, ...] = msgspec.field(default=(), name="with")
    without: tuple[str, ...] = ()


class FigureEntry(Entry, frozen=True, kw_only=True):
    what: str
    nouns: tuple[str, ...] = ()
    verbs: tuple[str, ...] = ()
    adjectives: tuple[str, ...] = ()
    phrases: tuple[str, ...] = ()
    order: str = "both"
    zero: bool = False
    with_: tuple[str, ...] = msgspec.field(default=(), name="with")
    without: tuple[str, ...] = ()


class PlaceRow(msgspec.Struct, frozen=True):
    """One row of a gazetteer table; ``lat`` and ``lon`` in decimal degrees, NaN where unknown."""

    id: str
    name: str
    variants: tuple[str, ...]
    en: str
    kind: str
    country: str | None
    admin1: str
    lat: float
    lon: float
    weak: bool
    population: int = 0


KINDS: dict[str, type[Entry]] = {
    "trigger": TriggerEntry,
    "light": LightEntry,
    "cue": CueEntry,
    "factuality": FactualityEntry,
    "actor": ActorEntry,
    "country": CountryEntry,
    "institution": InstitutionEntry,
    "title": TitleEntry,
    "people": PeopleEntry,
    "weapon": WeaponEntry,
    "figure": FigureEntry,
}
FILES: dict[str, str] = {
    "triggers/*.jsonl": "trigger",
    "light.jsonl": "light",
    "cues.jsonl": "cue",
    "factuality.jsonl": "factuality",
    "actors/*.jsonl": "actor",
    "countries.jsonl": "country",
    "institutions.jsonl": "institution",
    "titles.jsonl": "title",
    "people.jsonl": "people",
    "weapons.jsonl": "weapon",
    "figures.jsonl": "figure",
}
"""Which resource file holds which kind of entry."""
