"""Put articles and what was found in them into the tables. Every function writes within the caller's transaction."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Sequence
from typing import Any

import msgspec
from sqlalchemy import Connection, delete, insert, select

from khabar.edtf import bounds
from khabar.model import Article, Claim, Extraction, Tally, Where
from khabar.store import schema, search
from khabar.store.records import Copies

_json = msgspec.json.Encoder()
_LONE = re.compile("[\ud800-\udfff]")


def encode(value: Any) -> str:
    """``value`` as JSON; lone surrogates, which UTF-8 cannot hold, become U+FFFD."""
    try:
        return _json.encode(value).decode()
    except UnicodeEncodeError:
        return _json.encode(_clean(msgspec.to_builtins(value))).decode()


def _clean(value: Any) -> Any:
    if isinstance(value, str):
        return storable(value)
    if isinstance(value, dict):
        return {key: _clean(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [_clean(item) for item in value]
    return value


def storable(words: str) -> str:
    """``words`` with lone surrogates, which UTF-8 cannot hold, replaced by U+FFFD, code point for code point."""
    return _LONE.sub("\ufffd", words)


def article_key(article: Article) -> str:
    """What makes two readings one article: the same text from the same outlet. A reprint elsewhere is another."""
    source = search.folded(article.source or "")
    return hashlib.sha256(f"{article.hash}\n{source}".encode("utf-8", "surrogatepass")).hexdigest()[:32]


def find(connection: Connection, article: Article) -> str | None:
    """Id of the stored article that ``article`` repeats, or None."""
    found = connection.execute(
        select(schema.articles.c.id).where(schema.articles.c.key == article_key(article))
    ).scalar()
    return None if found is None else str(found)


def add(connection: Connection, article: Article, extraction: Extraction, run: int | None) -> str:
    """Store an article that is not there yet; gives its id (with a hash added where another text has that id).

    Its claims have no event until linking assigns one.
    """
    given = _free_id(connection, article)
    pk = _add_article(connection, article, extraction, given, run)
    _add_claims(connection, pk, article.text, extraction.claims)
    if extraction.tallies:
        rows = [_tally_row(pk, n, tally) for n, tally in enumerate(extraction.tallies)]
        connection.execute(insert(schema.tallies), rows)
    return given


def _free_id(connection: Connection, article: Article) -> str:
    ids = schema.articles.c.id
    wanted = storable(article.id)
    if connection.execute(select(ids).where(ids == wanted)).scalar() is None:
        return wanted
    return f"{wanted}@{article_key(article)[:8]}"


def _add_article(connection: Connection, article: Article, extraction: Extraction, given: str, run: int | None) -> int:
    dating = extraction.dating or article.dating
    reported = bounds(dating.value if dating else article.published)
    row = {
        "id": given,
        "key": article_key(article),
        "hash": article.hash,
        "source_folded": search.folded(article.source or ""),
        "reported_low": reported[0] if reported else None,
        "reported_high": reported[1] if reported else None,
        "dating": encode(dating) if dating else None,
        "text": storable(article.text),
        "sections": encode(extraction.sections),
        "run": run,
    }
    for name in ("source", "url", "title", "published", "language", "origin"):
        value = getattr(article, name)
        row[name] = storable(value) if value else value
    pk = _inserted(connection, schema.articles, row)
    search.add_article(connection, pk, article.title, article.text)
    return pk


def _inserted(connection: Connection, table: Any, row: dict[str, Any]) -> int:
    key = connection.execute(insert(table), row).inserted_primary_key
    assert key is not None
    return int(key[0])


def _add_claims(connection: Connection, article: int, text: str, claims: Sequence[Claim]) -> None:
    if not claims:
        return
    rows = [_claim_row(article, n, claim) for n, claim in enumerate(claims)]
    added = insert(schema.claims).returning(schema.claims.c.pk, sort_by_parameter_order=True)
    pks = connection.execute(added, rows).scalars().all()
    known = list(zip(pks, claims, strict=True))
    for table, parts in (
        (schema.parties, [row for pk, claim in known for row in _party_rows(pk, claim)]),
        (schema.figures, [row for pk, claim in known for row in _figure_rows(pk, claim)]),
        (schema.links, [row for pk, claim in known for row in _link_rows(pk, claim)]),
    ):
        if parts:
            connection.execute(insert(table), parts)
    search.add_claims(connection, [(pk, claim.evidence.of(text) or claim.quote) for pk, claim in known])


def replace_copies(connection: Connection, copies: Copies) -> None:
    """Forget which texts are copies and keep ``copies`` instead; what is not in the store is passed over."""
    for table in (schema.claim_copies, schema.article_copies):
        connection.execute(delete(table))
    articles, claims = schema.articles.c, schema.claims.c
    whole = [
        {"article": pk, "text_group": copies.articles[given]}
        for pk, given in connection.execute(select(articles.pk, articles.id))
        if given in copies.articles
    ]
    known = connection.execute(select(claims.pk, articles.id, claims.n).join(schema.articles)) if copies.claims else ()
    passages = [
        {"claim": pk, "passage_group": copies.claims[given, n]} for pk, given, n in known if (given, n) in copies.claims
    ]
    for table, rows in ((schema.article_copies, whole), (schema.claim_copies, passages)):
        if rows:
            connection.execute(insert(table), rows)


def _claim_row(article: int, n: int, claim: Claim) -> dict[str, Any]:
    days = bounds(claim.date)
    return {
        "article": article,
        "n": n,
        "type": claim.type,
        "mode": claim.mode,
        "status": claim.status,
        "stance": claim.stance,
        "date": claim.date,
        "day_low": days[0] if days else None,
        "day_high": days[1] if days else None,
        "trigger_start": claim.trigger.start,
        "trigger_end": claim.trigger.end,
        "evidence_start": claim.evidence.start,
        "evidence_end": claim.evidence.end,
        "payload": encode(claim),
        **_place_columns(claim.place),
    }


def _party_rows(claim_pk: int, claim: Claim) -> Iterator[dict[str, Any]]:
    for role, group in (("actor", claim.actors), ("target", claim.targets)):
        for n, party in enumerate(group):
            words = storable(party.text)
            yield {
                "claim": claim_pk,
                "role": role,
                "n": n,
                "text": words,
                "folded": search.folded(words),
                "country": party.country,
                "actor": party.actor,
            }


def _figure_rows(claim_pk: int, claim: Claim) -> Iterator[dict[str, Any]]:
    for n, figure in enumerate(claim.figures):
        bounds_of = {"what": figure.what, "low": figure.low, "high": figure.high, "of": figure.of}
        yield {"claim": claim_pk, "n": n, **bounds_of}


def _link_rows(claim_pk: int, claim: Claim) -> Iterator[dict[str, Any]]:
    for n, link in enumerate(claim.isnad):
        words = storable(link.text)
        name = {"text": words, "folded": search.folded(words)}
        yield {"claim": claim_pk, "n": n, "kind": link.kind, "actor": link.actor, **name}


def _place_columns(place: Where | None) -> dict[str, Any]:
    return {
        "place": storable(place.text) if place else None,
        "place_folded": search.folded(place.text) if place else None,
        "place_id": place.place if place else None,
        "country": place.country if place else None,
        "lat": place.lat if place else None,
        "lon": place.lon if place else None,
    }


def _tally_row(article: int, n: int, tally: Tally) -> dict[str, Any]:
    return {
        "article": article,
        "n": n,
        "what": storable(tally.what),
        "folded": search.folded(tally.what),
        "low": tally.low,
        "high": tally.high,
        "unit": tally.unit,
        "place": tally.place.text if tally.place else None,
        "country": tally.place.country if tally.place else None,
        "since": tally.since,
        "payload": encode(tally),
    }
