"""How much passes through each outlet and transmitter, and who cites whom, counted by the database."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Integer, and_, cast, func, select

from khabar.model import Record
from khabar.store import Filter, Store, schema
from khabar.views.counts import EVERYTHING, asking, with_articles


class SourceCount(Record, frozen=True, kw_only=True):
    """A transmitter (``key``: its name in folded spelling): ``told`` claims it carries as outlet, ``origin`` claims
    that rest on it, ``relayed`` claims it passes on."""

    key: str
    name: str
    kind: str
    told: int = 0
    origin: int = 0
    relayed: int = 0


class CiteCount(Record, frozen=True, kw_only=True):
    """``citing`` passes on what ``cited`` says, in so many claims."""

    citing: str
    cited: str
    kind: str
    claims: int


def sources(store: Store, wanted: Filter = EVERYTHING) -> list[SourceCount]:
    """Outlets and transmitters of the claims that ``wanted`` asks for, those that carry most first."""
    found: dict[str, dict[str, Any]] = {}
    with asking(store) as connection:
        for name, key, count in connection.execute(_told(wanted)):
            found[key] = {"key": key, "name": name, "kind": "outlet", "told": int(count)}
        for name, kind, key, count, origin in connection.execute(_passed(wanted)):
            row = found.setdefault(key, {"key": key, "name": name, "kind": kind})
            row |= {"origin": int(origin), "relayed": int(count - origin)}
    rows = [SourceCount(**row) for row in found.values()]
    return sorted(rows, key=lambda row: (-(row.told + row.origin + row.relayed), row.name))


def _told(wanted: Filter) -> Any:
    articles, claims = schema.articles.c, schema.claims.c
    each = with_articles(select(claims.article, func.count().label("claims")).group_by(claims.article), wanted)
    counted = each.subquery()
    return (
        select(func.min(articles.source), articles.source_folded, func.sum(counted.c.claims))
        .join(counted, counted.c.article == articles.pk)
        .where(articles.source.is_not(None))
        .group_by(articles.source_folded)
    )


def _passed(wanted: Filter) -> Any:
    links = schema.links.alias("passed").c
    last = select(links.claim, func.max(links.n).label("n")).group_by(links.claim).subquery()
    query = (
        select(
            func.min(links.text), func.max(links.kind), links.folded, func.count(),
            func.count().filter(links.n == last.c.n),
        )
        .join(last, last.c.claim == links.claim)
        .group_by(links.folded)
    )  # fmt: skip
    if wanted == EVERYTHING:
        return query
    return query.where(links.claim.in_(with_articles(select(schema.claims.c.pk), wanted)))


def cites(store: Store, wanted: Filter = EVERYTHING, *, limit: int = 60) -> list[CiteCount]:
    """Which outlet passes on whom, by the nearest link of each claim's isnad, the most frequent first."""
    nearest = schema.links.alias("nearest")
    articles, claims, links = schema.articles.c, schema.claims.c, nearest.c
    each = (
        select(claims.article, links.folded, func.min(links.text).label("text"), func.count().label("claims"),
               func.max(links.kind).label("kind"))
        .select_from(schema.claims)
        .join(nearest, and_(links.claim == claims.pk, links.n == 0))
        .group_by(claims.article, links.folded)
    )  # fmt: skip
    near = with_articles(each, wanted).subquery()
    query = (
        select(
            func.min(articles.source).label("citing"), func.min(near.c.text).label("cited"),
            func.max(near.c.kind).label("kind"), cast(func.sum(near.c.claims), Integer).label("claims"),
        )
        .join(near, near.c.article == articles.pk)
        .where(articles.source.is_not(None))
        .group_by(articles.source_folded, near.c.folded)
        .order_by(func.sum(near.c.claims).desc())
        .limit(limit)
    )  # fmt: skip
    with asking(store) as connection:
        return [CiteCount(**row._mapping) for row in connection.execute(query)]
