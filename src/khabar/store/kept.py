"""What a store keeps so that a new article is linked without the old ones being read again: groups of claims, what they
are found and compared by, and how they scored. What the bytes mean is linking's business; here they are rows.

Everything happens within the caller's transaction, which nobody else links beside.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from sqlalchemy import Connection, delete, exists, select, update

from khabar.store import bulk, linked, schema
from khabar.store.copied import Texts
from khabar.store.records import StoredResponse

_MARK = "linked"


class Group(NamedTuple):
    """A group to be kept: see :data:`khabar.store.schema.link_groups`; ``standing``: keys and slots it is found by;
    ``claims``: their numbers in the article, whose key ``article`` is."""

    number: int
    article: int
    name: str
    claims: tuple[int, ...]
    published: int | None
    earliest: int
    days: bytes
    component: int
    scores: bytes
    profile: bytes
    standing: Collection[tuple[int, int]]


class Shared(NamedTuple):
    """A kept group that shares something with the new group ``new``, so much as ``weight`` says."""

    new: int
    number: int
    weight: int
    article: int
    name: str
    published: int | None
    earliest: int
    days: bytes


class Member(NamedTuple):
    """A kept group as clustering takes it."""

    number: int
    article: int
    name: str
    claims: tuple[int, ...]
    component: int
    event: int | None
    scores: bytes


class Kept:
    """What is kept, in one transaction; ``copies``: what is kept for finding copies."""

    def __init__(self, connection: Connection, noted: str) -> None:
        self.connection = connection
        self.copies = Texts(connection)
        self._noted = noted

    def mark(self) -> str | None:
        """What :meth:`set_mark` noted; None where nothing was ever linked."""
        return mark(self.connection)

    def set_mark(self, mark: str) -> None:
        """Note in which way, and how far, what is kept was made."""
        meta = schema.meta
        if self.connection.execute(update(meta).where(meta.c.key == _MARK).values(value=mark)).rowcount == 0:
            self.connection.execute(meta.insert(), {"key": _MARK, "value": mark})

    def forget(self) -> None:
        """Drop all that is kept; events stay as they are."""
        for table in (schema.link_posts, schema.link_profiles, schema.link_groups, schema.link_views):
            self.connection.execute(delete(table))

    def taken(self, articles: Iterable[int]) -> set[int]:
        """Those of the articles whose claims are kept already."""
        return {row[0] for row in bulk.among(self.connection, "article", schema.link_groups.c.article, articles)}

    def numbers(self, count: int) -> Sequence[int]:
        """Numbers for so many new groups, ascending and higher than those of all that came before."""
        return bulk.keys(self.connection, schema.link_groups, count)

    def shared(self, sought: Sequence[tuple[int, int, int, int, int]]) -> Iterator[Shared]:
        """Everything that stands under a key within slots: ``sought`` are (new group, key, first slot, last slot,
        weight). Those of one new group come together."""
        wanted = bulk.given(self.connection, ("new", "key", "low", "high", "weight"))
        cross = "CROSS JOIN" if self.connection.dialect.name == "sqlite" else "JOIN"
        on = "ON p.key = w.key AND p.slot BETWEEN w.low AND w.high"
        statement = (
            f"SELECT f.new, f.grp, f.weight, g.article, g.name, g.published, g.earliest, g.days FROM ("
            f"SELECT w.new AS new, p.grp AS grp, SUM(w.weight) AS weight FROM ({wanted}) AS w "
            f"{cross} link_posts AS p {on} GROUP BY w.new, p.grp) AS f "
            f"{cross} link_groups AS g ON g.pk = f.grp ORDER BY f.new"
        )
        for new, grp, weight, *rest in self.connection.exec_driver_sql(statement, bulk.listed(sought)):
            yield Shared(int(new), grp, int(weight), *rest)

    def profiles(self, numbers: Iterable[int]) -> dict[int, bytes]:
        """Of each group its profile."""
        rows = bulk.among(self.connection, "grp, profile", schema.link_profiles.c.grp, numbers)
        return dict(rows)

    def views(self, articles: Iterable[int]) -> dict[int, bytes]:
        """Of each article what it is compared by."""
        rows = bulk.among(self.connection, "article, packed", schema.link_views.c.article, articles)
        return dict(rows)

    def components(self, numbers: Iterable[int]) -> dict[int, int]:
        """Of each group the one that its component is named by."""
        rows = bulk.among(self.connection, "pk, component", schema.link_groups.c.pk, numbers)
        return dict(rows)

    def add(self, groups: Sequence[Group], views: Mapping[int, bytes]) -> None:
        """Keep groups, and what their articles are compared by."""
        rows = [
            {
                "pk": one.number, "article": one.article, "name": one.name, "claims": " ".join(map(str, one.claims)),
                "published": one.published, "earliest": one.earliest, "days": one.days, "component": one.component,
                "scores": one.scores,
            }
            for one in groups
        ]  # fmt: skip
        bulk.insert(self.connection, schema.link_views, [{"article": pk, "packed": v} for pk, v in views.items()])
        bulk.insert(self.connection, schema.link_groups, rows)
        bulk.insert(
            self.connection, schema.link_profiles, [{"grp": one.number, "profile": one.profile} for one in groups]
        )
        posts = sorted((key, slot, one.number) for one in groups for key, slot in one.standing)
        bulk.insert(self.connection, schema.link_posts, [{"key": k, "slot": s, "grp": n} for k, s, n in posts])

    def join(self, components: Mapping[int, int]) -> None:
        """Let components, by the groups that name them, be parts of others."""
        table = schema.link_groups
        for old, new in components.items():
            self.connection.execute(update(table).where(table.c.component == old).values(component=new))

    def sizes(self, components: Iterable[int]) -> dict[int, tuple[int, int]]:
        """Of each component how many groups it has, and how many of them have no event yet."""
        counts = "component, COUNT(*), COUNT(*) - COUNT(event)"
        rows = bulk.among(self.connection, counts, schema.link_groups.c.component, components, "GROUP BY component")
        return {component: (groups, fresh) for component, groups, fresh in rows}

    def fresh(self, component: int, count: int) -> list[int]:
        """The first groups of a component that have no event yet, so many at most."""
        groups = schema.link_groups.c
        query = select(groups.pk).where(groups.component == component, groups.event.is_(None))
        return list(self.connection.execute(query.order_by(groups.pk).limit(count)).scalars())

    def members(self, components: Iterable[int]) -> list[Member]:
        """The groups of components, in order."""
        return self._members(schema.link_groups.c.component, components)

    def groups(self, numbers: Iterable[int]) -> list[Member]:
        """These groups, in order."""
        return self._members(schema.link_groups.c.pk, numbers)

    def together(self, numbers: Iterable[int]) -> list[Member]:
        """All groups of the events that these groups are of, in order."""
        rows = bulk.among(self.connection, "event", schema.link_groups.c.pk, numbers)
        return self._members(schema.link_groups.c.event, {event for (event,) in rows if event is not None})

    def _members(self, column: Any, values: Iterable[int]) -> list[Member]:
        columns = "pk, article, name, claims, component, event, scores"
        return sorted(map(_member, bulk.among(self.connection, columns, column, values)))

    def assign(self, events: Iterable[tuple[Member, int, str]]) -> set[str]:
        """Give groups their events, (group, number of the event's first group, id of the event); gives the ids of
        events that did not stand before."""
        groups: dict[int, str | int | None] = {}
        claims: dict[tuple[int, int], str] = {}
        for one, number, event in events:
            groups[one.number] = number
            claims |= {(one.article, n): event for n in one.claims}
        bulk.update(self.connection, schema.link_groups, "event", groups)
        return linked.assign(self.connection, claims, self._noted)

    def add_responses(self, found: Iterable[StoredResponse]) -> None:
        """Keep which claims are told to answer which; what is kept already is passed over."""
        linked.add_responses(self.connection, found)


def mark(connection: Connection) -> str | None:
    """In which way, and how far, what is kept was made."""
    found = connection.execute(select(schema.meta.c.value).where(schema.meta.c.key == _MARK)).scalar()
    return None if found is None else str(found)


def unmark(connection: Connection) -> None:
    """Note that claims came whose events linking did not make."""
    connection.execute(delete(schema.meta).where(schema.meta.c.key == _MARK))


def untaken(connection: Connection, *, everything: bool) -> list[int]:
    """Keys of the articles with claims that are not kept, in the order stored; only those without an event, which is
    quicker, unless ``everything`` is asked for."""
    claims, groups = schema.claims.c, schema.link_groups.c
    query = select(claims.article).distinct().where(~exists().where(groups.article == claims.article))
    if not everything:
        query = query.where(claims.event.is_(None))
    return list(connection.execute(query.order_by(claims.article)).scalars())


def components(connection: Connection) -> list[int]:
    """Every component, by the group that names it."""
    groups = schema.link_groups.c
    return list(connection.execute(select(groups.component).distinct().order_by(groups.component)).scalars())


def _member(row: Any) -> Member:
    number, article, name, claims, component, event, scores = row
    return Member(number, article, name, tuple(map(int, claims.split())), component, event, scores)
