"""What the resources know of sources: ids, English names, parent bodies, and which names are one source.

Many entries of ``resources/actors`` name one body in all its spellings; some gather several of a kind ("Other US
papers", "Pentagon spokespeople"). Of such a gathering each name is a source of its own, or two newspapers would be
taken for one.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import Any

from rapidfuzz import fuzz

from khabar.model import Link, Record
from khabar.store import StoredClaim
from khabar.views.entries import actors, countries
from khabar.views.sources_names import (
    body_of_spokesman,
    country_of,
    house_of_correspondent,
    is_nameless,
    publisher_words,
    words_of,
)

PUBLISHING = frozenset(("outlet", "agency", "media"))
_GATHERS = re.compile(
    r",|\band\b(?! \w+ movement)|\b(others?|papers|media|bodies|agencies|parties|lists|channels|sites|television|"
    r"radios?|networks|watchers|officials|spokes\w+|chiefs|chairmen|ministers|secretaries|secretaries-general|leaders|"
    r"commanders|members|generals|envoys|presidents|ambassadors|deputies|diplomats|politicians|directors|chancellors|clergy|unions|"
    r"courts|inquiries|companies|factions|groups|councils|offices|services|programmes|popes|royals|family|circle|"
    r"people in|in the news|authorities|monitors|churches|institutions|minorities|figures|sons|princes|emirs|heads)\b",
    re.IGNORECASE,
)
_ONE_AFTER_ALL = re.compile(r"army and government forces|War Media", re.IGNORECASE)
_LATIN_EXTRA = frozenset(("arabic", "arabia", "translated"))
_ADDED = frozenset(("ذا", "ذي", "the", "لندنيه"))
_SAME_SPELLING = 88
_KEPT = 1 << 16


class Known(Record, frozen=True, kw_only=True):
    """A source the resources know. ``id``: stable, that of the entry, with the name's words after a slash where the
    entry gathers several."""

    id: str
    actor: str
    en: str | None
    kind: str
    country: str | None
    parents: tuple[str, ...]


class Body(Record, frozen=True, kw_only=True):
    """A body that a source belongs to."""

    id: str
    name: str
    en: str | None


@cache
def gathers(actor: str) -> bool:
    """Whether the entry stands for several bodies or people of a kind: its English name says so."""
    name = re.sub(r"\((?!and ).*?\)", "", actors()[actor].en)
    return bool(_GATHERS.search(name)) and not _ONE_AFTER_ALL.search(name)


@cache
def _clusters(actor: str) -> dict[tuple[str, ...], tuple[str, ...]]:
    """For every name of a gathering entry, the name that stands for it and its other spellings: the first of the entry
    that is as good as the same, or has all its words (العامري: هادي العامري)."""
    entry = actors()[actor]
    found: dict[tuple[str, ...], tuple[str, ...]] = {}
    for name in (*entry.names, *entry.weak):
        words = _own_words(entry.kind, name)
        first = next((other for other in found.values() if _alike(entry.kind, words, other)), words)
        found.setdefault(words, first)
    return found


def _own_words(kind: str, name: str) -> tuple[str, ...]:
    return publisher_words(name) if kind in PUBLISHING else words_of(name)


def _alike(kind: str, one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    short, long = sorted((set(one), set(other)), key=len)
    more = {word for word in long - short if not country_of(word)}
    if short <= long and (kind not in PUBLISHING or more <= _ADDED):
        return True
    return fuzz.ratio(" ".join(one), " ".join(other)) >= _SAME_SPELLING


@lru_cache(_KEPT)
def known(actor: str, name: str) -> Known | None:
    """The source of entry or country ``actor`` that is written ``name``; None for an id the resources lack."""
    if actor in countries():
        entry = countries()[actor]
        return Known(id=actor, actor=actor, en=entry.en, kind="government", country=actor, parents=())
    entry = actors().get(actor)
    if entry is None:
        return None
    several = gathers(actor)
    words = _own_words(entry.kind, name)
    return Known(
        id=f"{actor}/{' '.join(_clusters(actor).get(words, words))}" if several else actor,
        actor=actor,
        en=None if several else entry.en,
        kind=entry.kind,
        country=entry.country,
        parents=entry.parents,
    )


@lru_cache(_KEPT)
def source_key(name: str, kind: str) -> str | None:
    """What one source's names have in common, by the name and kind alone: the id that :class:`khabar.views.sources.
    Sources` gives it wherever nothing else of the store decides. None for whoever is only described or a document."""
    if kind in PUBLISHING:
        who = find_publisher(name) or find_body(name)
        return who.id if who else f"outlet:{' '.join(publisher_words(name)) or name}"
    if kind == "document" or is_nameless(name, kind) or house_of_correspondent(name) is not None:
        return None
    who = None if body_of_spokesman(name) else find_body(name) or find_person(name)
    return who.id if who else f"name:{' '.join(words_of(name)) or name}"


def links_told(item: StoredClaim) -> tuple[Link, ...]:
    """The transmitters of a claim from its origin to the one nearest to the outlet, without the outlet itself ("an
    official told AFP", printed by AFP)."""
    mine = source_key(item.source.outlet, "outlet")
    return tuple(link for link in reversed(item.claim.isnad) if source_key(link.text, link.kind) != mine)


@lru_cache(_KEPT)
def find_publisher(name: str) -> Known | None:
    """The agency, outlet or station of that name in any spelling, in Arabic or English; None where unknown or where
    several bear it."""
    table, loose = _publishers()
    words = words_of(name)
    latin = tuple(word for word in words if word not in _LATIN_EXTRA)
    for ids in (table.get(words), loose.get(publisher_words(name)), table.get(latin), loose.get(latin)):
        if ids:
            return known(next(iter(ids)), name) if len(ids) == 1 else None
    return None


@lru_cache(_KEPT)
def find_body(name: str) -> Known | None:
    """The person, group, command, organisation or government of exactly that name; None where unknown or where several
    bear it."""
    words = words_of(name)
    ids = _bodies().get(words, set())
    country = country_of(words[0]) if len(words) == 1 else None
    if country in ids:
        return known(country, name) if country else None
    return known(next(iter(ids)), name) if len(ids) == 1 else None


@lru_cache(_KEPT)
def find_person(name: str) -> Known | None:
    """The person known by a shorter form of that name, words between the first and the last left out (شلال علي شائع:
    شلال شائع); None where none is, or where several are."""
    words = words_of(name)
    if len(words) < 3:
        return None
    shorter = [(words[0], words[-1]), (words[0], words[1], words[-1])] if len(words) > 3 else [(words[0], words[-1])]
    ids = {one for short in shorter for one in _bodies().get(short, ()) if _is_person(one)}
    return known(next(iter(ids)), name) if len(ids) == 1 else None


def _is_person(given: str) -> bool:
    return given in actors() and actors()[given].kind == "person" and not gathers(given)


@cache
def _publishers() -> tuple[dict[tuple[str, ...], set[str]], dict[tuple[str, ...], set[str]]]:
    """Ids by all words of a name, and by the words that tell publishers apart."""
    table: dict[tuple[str, ...], set[str]] = defaultdict(set)
    loose: dict[tuple[str, ...], set[str]] = defaultdict(set)
    for entry in actors().values():
        if entry.kind in PUBLISHING:
            for name in (*entry.names, *entry.weak, *_english(entry)):
                table[words_of(name)].add(entry.id)
                loose[publisher_words(name)].add(entry.id)
    return dict(table), dict(loose)


@cache
def _bodies() -> dict[tuple[str, ...], set[str]]:
    found: dict[tuple[str, ...], set[str]] = defaultdict(set)
    for entry in actors().values():
        if entry.kind not in PUBLISHING:
            for name in (*entry.names, *_english(entry)):
                found[words_of(name)].add(entry.id)
    for country in countries().values():
        for name in (*country.names, *country.metonyms, country.en):
            found[words_of(name)].add(country.id)
    return dict(found)


def _english(entry: Any) -> Iterator[str]:
    """English names of an entry that stands for one source: 'Al Arabiya / Al Hadath' gives two, 'Saudi Press Agency
    (SPA)' the name and the letters, the id ``agency.afp`` the letters AFP."""
    if entry.en and not gathers(entry.id):
        if entry.kind in PUBLISHING:
            yield entry.id.partition(".")[2].replace("-", " ")
        for part in re.split(r"\s*/\s*|[()]", entry.en):
            if part.strip():
                yield part.strip()


def bodies_of(parents: tuple[str, ...]) -> tuple[Body, ...]:
    """The bodies above a source, nearest first, each once; Central Command lies within the Pentagon."""
    found: dict[str, Body] = {}
    waiting = list(parents)
    while waiting:
        given = waiting.pop(0)
        entry = actors().get(given)
        if entry is not None and given not in found:
            found[given] = Body(id=given, name=entry.names[0] if entry.names else given, en=entry.en or None)
            waiting.extend(entry.parents)
    return tuple(found.values())
