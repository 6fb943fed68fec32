"""Questions in SQL: claims, events, articles, tallies and quarantine as typed records."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

import msgspec
from sqlalchemy import ColumnElement, Connection, Select, func, or_, select

from khabar.model import Article, Claim, Dating, Extraction, Section, Tally
from khabar.store import schema, search
from khabar.store.records import (
    EventRow,
    Filter,
    Quarantined,
    Size,
    StoredArticle,
    StoredClaim,
    StoredTally,
)

_claim = msgspec.json.Decoder(Claim)
_tally = msgspec.json.Decoder(Tally)
_dating = msgspec.json.Decoder(Dating)
_sections = msgspec.json.Decoder(tuple[Section, ...])
_CHUNK = 500
_STREAM = {"yield_per": 500}
_HEAD = ("id", "source", "url", "title", "published", "language", "origin", "dating", "reported_low", "reported_high")


def _article_columns(*, text: bool) -> list[Any]:
    names = (*_HEAD, "text") if text else _HEAD
    return [schema.articles.c[name].label(f"article_{name}") for name in names]


def _article(row: Any, *, text: bool) -> StoredArticle:
    values = row._mapping
    fields = {name: values[f"article_{name}"] for name in _HEAD[:7]}
    dating = values["article_dating"]
    article = Article(
        **fields, text=values["article_text"] if text else "", dating=_dating.decode(dating) if dating else None
    )
    return StoredArticle(
        article=article, reported_low=values["article_reported_low"], reported_high=values["article_reported_high"]
    )


def _contains(folded: Any, words: str) -> ColumnElement[bool]:
    """The folded column holds ``words``, in any spelling."""
    return folded.contains(search.folded(words).strip(), autoescape=True)  # type: ignore[no-any-return]


def conditions(wanted: Filter) -> list[ColumnElement[bool]]:
    """The WHERE conditions, over claims joined with articles, that ``wanted`` asks for."""
    claims, articles = schema.claims.c, schema.articles.c
    found: list[ColumnElement[bool]] = []
    if wanted.types:
        found.append(claims.type.in_(wanted.types))
    if wanted.since:
        found.append(claims.day_high >= wanted.since)
    if wanted.until:
        found.append(claims.day_low <= wanted.until)
    if wanted.as_of:
        found.append(articles.reported_high <= wanted.as_of)
    if wanted.article:
        found.append(articles.id == wanted.article)
    if wanted.actor:
        found.append(_names_party(wanted.actor))
    if wanted.place or wanted.place_ids:
        named = [_names_place(place) for place in wanted.place]
        found.append(or_(*named, claims.place_id.in_(wanted.place_ids)))
    if wanted.source:
        links = schema.links.alias("relays").c
        asked = (wanted.source, *wanted.sources)
        relays = or_(links.actor.in_(asked), *(_contains(links.folded, name) for name in asked))
        tells = or_(*(_contains(articles.source_folded, name) for name in asked))
        found.append(or_(tells, claims.pk.in_(select(links.claim).where(relays))))
    if wanted.counts:
        what, least = wanted.counts
        figures = schema.figures.c
        found.append(claims.pk.in_(select(figures.claim).where(figures.what == what, figures.low >= least)))
    if wanted.text:
        found.append(claims.pk.in_(search.claims_with(wanted.text)))
    return found


def _names_party(actors: Sequence[str]) -> ColumnElement[bool]:
    parties = schema.parties.alias("named").c
    named = [
        or_(_contains(parties.folded, actor), parties.actor == actor, parties.country == actor.upper())
        for actor in actors
    ]
    return schema.claims.c.pk.in_(select(parties.claim).where(or_(*named)))


def _names_place(place: str) -> ColumnElement[bool]:
    claims = schema.claims.c
    return or_(_contains(claims.place_folded, place), claims.place_id == place, claims.country == place.upper())


def claims(
    connection: Connection,
    wanted: Filter,
    *,
    events: Sequence[str] | None = None,
    text: bool = False,
    newest: bool = False,
    limit: int | None = None,
    offset: int = 0,
) -> Iterator[StoredClaim]:
    """Claims that ``wanted`` asks for, in the order they were stored; only those about ``events`` where given.

    ``newest``: by the day reported, the latest first. ``limit`` and ``offset`` count claims; not together with
    ``events``.
    """
    query = (
        select(
            schema.claims.c.n, schema.claims.c.payload, schema.claims.c.event, schema.claims.c.day_low,
            schema.claims.c.day_high, schema.article_copies.c.text_group, schema.claim_copies.c.passage_group,
            *_article_columns(text=text),
        )
        .join(schema.articles, schema.articles.c.pk == schema.claims.c.article)
        .outerjoin(schema.article_copies, schema.article_copies.c.article == schema.claims.c.article)
        .outerjoin(schema.claim_copies, schema.claim_copies.c.claim == schema.claims.c.pk)
        .where(*conditions(wanted))
        .order_by(*_order(newest))
    )  # fmt: skip
    if events is None:
        yield from _stored_claims(connection, query.limit(limit).offset(offset), text=text)
        return
    for at in range(0, len(events), _CHUNK):
        yield from _stored_claims(
            connection, query.where(schema.claims.c.event.in_(events[at : at + _CHUNK])), text=text
        )


def _order(newest: bool) -> tuple[Any, ...]:
    stored = (schema.claims.c.article, schema.claims.c.n)
    return (func.coalesce(schema.articles.c.reported_high, "").desc(), *stored) if newest else stored


def _stored_claims(connection: Connection, query: Select[Any], *, text: bool) -> Iterator[StoredClaim]:
    for row in connection.execute(query, execution_options=_STREAM):
        claim = msgspec.structs.replace(_claim.decode(row.payload), event=row.event)
        yield StoredClaim(
            source=_article(row, text=text),
            n=row.n,
            claim=claim,
            day_low=row.day_low,
            day_high=row.day_high,
            text_group=row.text_group,
            passage_group=row.passage_group,
        )


def events(connection: Connection, wanted: Filter, *, limit: int | None = None, offset: int = 0) -> list[EventRow]:
    """Index entries of the events with a claim that ``wanted`` asks for, by day, events of unknown day last."""
    index = schema.events.c
    query = select(index.id, index.type, index.mode, index.day_low, index.day_high, index.claims, index.articles)
    where = conditions(wanted)
    query = query.where(index.current)
    if where:
        told = (
            select(schema.claims.c.event)
            .join(schema.articles, schema.articles.c.pk == schema.claims.c.article)
            .where(*where)
        )
        query = query.where(index.id.in_(told))
    query = query.order_by(index.day_low.is_(None), index.day_low, index.day_high, index.id).limit(limit).offset(offset)
    return [EventRow(**row._mapping) for row in connection.execute(query)]


def article(connection: Connection, given: str) -> StoredArticle | None:
    """The article with that id, its text included."""
    row = connection.execute(select(*_article_columns(text=True)).where(schema.articles.c.id == given)).first()
    return _article(row, text=True) if row else None


def extractions(connection: Connection, only: Sequence[int] | None = None) -> Iterator[tuple[Article, Extraction]]:
    """Every article with its text and what was found in it, in the order stored: what linking takes. ``only``: those of
    these keys, in their order."""
    pks = only
    if pks is None:
        pks = connection.execute(select(schema.articles.c.pk).order_by(schema.articles.c.pk)).scalars().all()
    for at in range(0, len(pks), _CHUNK):
        part = pks[at : at + _CHUNK]
        found: dict[int, list[Claim]] = {pk: [] for pk in part}
        claims = schema.claims.c
        query = (
            select(claims.article, claims.payload, claims.event)
            .where(claims.article.in_(part))
            .order_by(claims.article, claims.n)
        )
        for row in connection.execute(query):
            found[row.article].append(msgspec.structs.replace(_claim.decode(row.payload), event=row.event))
        heads = select(schema.articles.c.pk, schema.articles.c.sections, *_article_columns(text=True))
        for row in connection.execute(heads.where(schema.articles.c.pk.in_(part)).order_by(schema.articles.c.pk)):
            stored = _article(row, text=True).article
            yield (
                stored,
                Extraction(
                    id=stored.id,
                    claims=tuple(found[row.pk]),
                    sections=_sections.decode(row.sections),
                    dating=stored.dating,
                ),
            )


def tallies(
    connection: Connection, *, what: str | None = None, as_of: str | None = None, text: bool = False
) -> Iterator[StoredTally]:
    """Tallies, those whose counted thing holds the words ``what`` where given, in the order stored. ``as_of``: only
    those reported by that day; ``text``: with their articles' texts."""
    query = select(schema.tallies.c.n, schema.tallies.c.payload, *_article_columns(text=text))
    query = query.join(schema.articles, schema.articles.c.pk == schema.tallies.c.article).order_by(schema.tallies.c.pk)
    if what:
        query = query.where(_contains(schema.tallies.c.folded, what))
    if as_of:
        query = query.where(schema.articles.c.reported_high <= as_of)
    for row in connection.execute(query, execution_options=_STREAM):
        yield StoredTally(source=_article(row, text=text), n=row.n, tally=_tally.decode(row.payload))


def articles(
    connection: Connection,
    wanted: str | None = None,
    *,
    text: bool = False,
    newest: bool = False,
    limit: int | None = None,
    offset: int = 0,
) -> Iterator[StoredArticle]:
    """Articles in the order stored (``newest``: the latest published first), without their texts unless asked for;
    those that hold the words ``wanted`` where given."""
    columns = schema.articles.c
    order = (func.coalesce(columns.reported_high, "").desc(), columns.pk) if newest else (columns.pk,)
    query = select(*_article_columns(text=text)).order_by(*order).limit(limit).offset(offset)
    if wanted:
        query = query.where(schema.articles.c.pk.in_(search.articles_with(wanted)))
    for row in connection.execute(query, execution_options=_STREAM):
        yield _article(row, text=text)


def quarantined(connection: Connection) -> list[Quarantined]:
    """What could not be read, in the order met."""
    table = schema.quarantine.c
    rows = connection.execute(select(table.origin, table.reason, table.sha256, table.sample).order_by(table.pk))
    return [Quarantined(**row._mapping) for row in rows]


def size(connection: Connection) -> Size:
    """Row counts."""

    def count(table: Any, *where: Any) -> int:
        return int(connection.execute(select(func.count()).select_from(table).where(*where)).scalar() or 0)

    return Size(
        articles=count(schema.articles),
        claims=count(schema.claims),
        tallies=count(schema.tallies),
        events=count(schema.events, schema.events.c.current),
        quarantined=count(schema.quarantine),
    )
