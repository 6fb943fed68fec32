"""Sources as entities: who a transmitter in an isnad is, however it is written.

One source has one id: that of the resources where they know it, else its folded words. A source that is only described
("an unnamed US military official") is kept apart by its carrier, the transmitter it told: through AFP it is one
source, whoever prints AFP. A correspondent speaks through the house named with him. A person or spokesman speaks for
the body he belongs to, so that the two are no independent lines.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from itertools import product

from khabar.model import Link, Record
from khabar.store import StoredArticle, StoredClaim
from khabar.views.sources_known import (
    PUBLISHING,
    Body,
    Known,
    bodies_of,
    find_body,
    find_person,
    find_publisher,
    gathers,
    known,
)
from khabar.views.sources_names import (
    body_of_spokesman,
    house_of_correspondent,
    is_nameless,
    is_personal,
    publisher_words,
    words_of,
)

_BODIES = frozenset(("government", "armed-group", "military", "organisation"))
_MOST_CHAINS = 16
Chain = tuple[str, ...]


class Source(Record, frozen=True, kw_only=True):
    """Someone a report passes through. ``name`` as most often written, ``names`` all spellings, ``en`` in English
    where known; ``actor`` the id in the resources; ``parents`` the bodies it lies in, nearest first; ``nameless``
    where it is only described, then ``carrier`` is whom it told; ``speaks_for`` the source whose word it gives."""

    id: str
    name: str
    kind: str
    names: tuple[str, ...]
    en: str | None = None
    actor: str | None = None
    country: str | None = None
    parents: tuple[Body, ...] = ()
    nameless: bool = False
    carrier: str | None = None
    speaks_for: str | None = None


class _Entity:
    """What gathers about one source while claims are gone through."""

    __slots__ = ("carrier", "kinds", "known", "nameless", "names", "parents", "speaks_for")

    def __init__(self) -> None:
        self.names: Counter[str] = Counter()
        self.kinds: Counter[str] = Counter()
        self.known: Known | None = None
        self.parents: tuple[str, ...] = ()
        self.nameless = False
        self.carrier: str | None = None
        self.speaks_for: str | None = None


class Sources:
    """The sources of some claims. ``chains`` gives a claim's transmitters as ids, ``source`` what an id stands for."""

    def __init__(self, claims: Iterable[StoredClaim]) -> None:
        self._entities: dict[str, _Entity] = {}
        self._chains: dict[str, tuple[Chain, ...]] = {}
        self._described: dict[tuple[str, str, str], str] = {}
        listed = list(claims)
        self._people = _fold_people(link.text for item in listed for link in item.claim.isnad if _may_be_person(link))
        self._bodies = {words_of(link.text) for item in listed for link in item.claim.isnad if link.kind in _BODIES}
        for item in listed:
            self._chains[item.id] = self._read(item)

    def ids(self) -> list[str]:
        """Ids of all sources, in the order met."""
        return list(self._entities)

    def chains(self, item: StoredClaim) -> tuple[Chain, ...]:
        """Ids of the transmitters of a claim, outlet first, origin last; more than one chain where sources stand side
        by side ("an official and a commander said")."""
        return self._chains[item.id] if item.id in self._chains else self._read(item)

    def outlet(self, item: StoredClaim) -> str:
        """Id of the outlet that makes the claim."""
        return self.chains(item)[0][0]

    def line_key(self, given: str) -> str:
        """The id that stands for a source where lines are counted: the body it speaks for, or itself."""
        return self._entities[given].speaks_for or given

    def source(self, given: str) -> Source:
        """The source with that id."""
        entity = self._entities[given]
        names = [name for name, _ in entity.names.most_common()]
        who = entity.known
        kind = entity.kinds.most_common(1)[0][0] if entity.kinds else "outlet"
        return Source(
            id=given,
            name=names[0] if names else given,
            kind=who.kind if who and who.kind in PUBLISHING and kind in PUBLISHING else kind,
            names=tuple(names),
            en=who.en if who else None,
            actor=who.actor if who else None,
            country=who.country if who else None,
            parents=bodies_of(entity.parents),
            nameless=entity.nameless,
            carrier=entity.carrier,
            speaks_for=entity.speaks_for,
        )

    def _read(self, item: StoredClaim) -> tuple[Chain, ...]:
        found: list[Chain] = [(self._outlet(item.source.outlet),)]
        for layer in _layers(item.claim.isnad):
            longer = [self._append(chain, link, item.source) for chain, link in product(found, layer)]
            found = longer[:_MOST_CHAINS]
        return tuple(dict.fromkeys(found))

    def _append(self, chain: Chain, link: Link, article: StoredArticle) -> Chain:
        carrier = chain[-1]
        house = house_of_correspondent(link.text)
        if house is not None:
            through = carrier if self._is_house(house, carrier) else self._publisher(house, "media", None)
            ids: Chain = (through, self._correspondent(link, through))
        elif link.kind in PUBLISHING and not is_nameless(link.text, link.kind):
            ids = (self._publisher(link.text, link.kind, link.actor),)
        elif link.kind == "document":
            ids = (self._note(f"document:{_joined(words_of(link.text), link.text)}", link),)
        elif is_nameless(link.text, link.kind):
            ids = (self._nameless(link, carrier, article.article.id),)
        else:
            ids = (self._named(link),)
        return chain + tuple(one for one in ids if one not in chain)

    def _note(self, given: str, link: Link) -> str:
        entity = self._entities.setdefault(given, _Entity())
        entity.names[link.text] += 1
        entity.kinds[link.kind] += 1
        return given

    def _outlet(self, name: str) -> str:
        """Id of an outlet; a body that publishes its own statements is the body that others quote."""
        if find_publisher(name) is None:
            link = Link(text=name, kind="organisation")
            who = find_body(name)
            if (who and who.kind in _BODIES) or (who is None and words_of(name) in self._bodies):
                return self._named(link)
        return self._publisher(name, "outlet", None)

    def _publisher(self, name: str, kind: str, actor: str | None) -> str:
        marked = known(actor, name) if actor else None
        who = marked if marked and marked.kind in PUBLISHING else find_publisher(name)
        foreign = actor if actor and marked is None else None
        given = who.id if who else foreign or f"outlet:{_joined(publisher_words(name), name)}"
        self._note(given, Link(text=name, kind=kind))
        if who:
            self._entities[given].known, self._entities[given].parents = who, who.parents
        return given

    def _is_house(self, house: str, carrier: str) -> bool:
        """Whether a correspondent's house, named or not, is his carrier, perhaps by a shorter name."""
        words = set(publisher_words(house)) if house.strip() else set()
        return any(words <= set(publisher_words(name)) for name in self._entities[carrier].names)

    def _correspondent(self, link: Link, house: str) -> str:
        given = self._note(f"{house}/correspondent", link)
        self._entities[given].carrier = house
        return given

    def _nameless(self, link: Link, carrier: str, article: str) -> str:
        words = words_of(link.text)
        head = (article, carrier, words[0] if words else "")
        fuller = self._described.get(head)
        if len(words) < 2 and fuller:
            return self._note(fuller, link)
        given = self._note(f"{_joined(words, link.text)} < {carrier}", link)
        if len(words) > 1:
            self._described.setdefault(head, given)
        entity = self._entities[given]
        entity.nameless, entity.carrier = True, carrier
        if link.actor and known(link.actor, link.text):
            entity.parents = (link.actor,)
        return given

    def _named(self, link: Link) -> str:
        body = body_of_spokesman(link.text)
        who = None if body else _known_name(link)
        words = words_of(link.text)
        own = f"name:{_joined(self._people.get(words, words), link.text)}"
        foreign = link.actor if link.actor and not body and known(link.actor, link.text) is None else None
        given = self._note(foreign or (who.id if who else own), link)
        entity = self._entities[given]
        if body:
            entity.speaks_for, entity.parents = self._body(body, link)
        elif who:
            entity.known, entity.parents = who, who.parents
            if who.kind == "person" and len(who.parents) == 1 and not gathers(who.parents[0]):
                entity.speaks_for = who.parents[0]
                self._known_body(who.parents[0])
        return given

    def _body(self, name: str, link: Link) -> tuple[str, tuple[str, ...]]:
        """Id of the body a spokesman speaks for, and its id among the resources where it is known."""
        who = find_body(name)
        given = who.id if who else f"name:{_joined(words_of(name), name)}"
        entity = self._entities.setdefault(given, _Entity())
        if not entity.names:
            entity.names[name], entity.kinds[link.kind] = 0, 0
        if who:
            entity.known, entity.parents = who, who.parents
        return given, (who.actor,) if who else ()

    def _known_body(self, actor: str) -> None:
        who = known(actor, "")
        entity = self._entities.setdefault(actor, _Entity())
        if who and entity.known is None:
            body = bodies_of((actor,))[0]
            entity.known, entity.parents = who, who.parents
            entity.names[body.name], entity.kinds[who.kind] = entity.names[body.name], entity.kinds[who.kind]


def _joined(words: Sequence[str], name: str) -> str:
    return " ".join(words) or name


def _known_name(link: Link) -> Known | None:
    """What the resources know of a link. One marked with a country alone, a person or an office, is not its
    government."""
    marked = known(link.actor, link.text) if link.actor else None
    shorter = find_person(link.text) if _may_be_person(link) else None
    for who in (marked, find_body(link.text), shorter):
        if who and (who.actor != who.country or link.kind in _BODIES):
            return who
    return None


def _is_body(link: Link) -> bool:
    who = find_body(link.text)
    return link.kind in _BODIES and (who.kind != "person" if who else not is_personal(link.text))


def _may_be_person(link: Link) -> bool:
    published = link.kind in PUBLISHING or link.kind == "document"
    return not published and is_personal(link.text) and find_body(link.text) is None


def _fold_people(names: Iterable[str]) -> dict[Chain, Chain]:
    """Names of people to the fullest form of each: words between the first and the last left out (عادل الجبير، عادل
    أحمد الجبير), or a last name alone where only one person bears it."""
    full: dict[Chain, Chain] = {}
    written = sorted({words_of(name) for name in names} - {()}, key=lambda words: (-len(words), words))
    groups: dict[tuple[str, str], list[Chain]] = defaultdict(list)
    for words in written:
        if len(words) > 1:
            groups[words[0], words[-1]].append(words)
    bearers: dict[str, set[Chain]] = defaultdict(set)
    for group in groups.values():
        one = all(set(words) <= set(group[0]) for words in group)
        for words in group:
            full[words] = group[0] if one else words
            bearers[words[-1]].add(full[words])
    for words in written:
        if len(words) == 1 and len(bearers[words[0]]) == 1:
            full[words] = next(iter(bearers[words[0]]))
    return full


def _layers(links: Sequence[Link]) -> list[list[Link]]:
    """The links from the outlet to the origin; those that stand side by side in one layer."""
    found: list[list[Link]] = []
    for link in links:
        if found and _side_by_side(found[-1][-1], link):
            found[-1].append(link)
        else:
            found.append([link])
    return found


def _side_by_side(one: Link, other: Link) -> bool:
    """Whether two links in a row are parallel sources rather than one that quotes the other.

    They are where nothing but "and" or a comma stands between them in the text, where both are described people, or
    both are bodies of one kind. In doubt they are taken for a chain, which never makes lines more.
    """
    if one.start is not None and one.end is not None and other.start is not None and other.end is not None:
        gap = max(one.start, other.start) - min(one.end, other.end)
        if 2 <= gap <= 3:
            return True
    if "document" in (one.kind, other.kind) or {one.kind, other.kind} & PUBLISHING:
        return False
    described = [is_nameless(link.text, link.kind) for link in (one, other)]
    if any(described):
        return all(described)
    return one.kind == other.kind and _is_body(one) and _is_body(other)
