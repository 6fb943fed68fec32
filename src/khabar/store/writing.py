"""Put articles and what was found in them into the tables. Every function writes within the caller's transaction."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Sequence
from typing import Any

import msgspec
from sqlalchemy import Connection, select

from khabar.edtf import bounds
from khabar.model import Article, Claim, Extraction, Tally, Where
from khabar.store import bulk, schema, search
from khabar.store.records import Outcome

_json = msgspec.json.Encoder()
_CHUNK = 500
HEAD = ("source", "url", "title", "published", "language", "origin")
"""Fields of an article that stand as columns as they are."""
_UNSTORABLE = re.compile("[\x00\ud800-\udfff]")


def encode(value: Any) -> str:
    """``value`` as JSON, what a database cannot hold replaced as :func:`storable` does."""
    try:
        encoded = _json.encode(value)
    except UnicodeEncodeError:
        encoded = b"\\u0000"
    if b"\\u0000" in encoded:
        encoded = _json.encode(_clean(msgspec.to_builtins(value)))
    return encoded.decode()


def _clean(value: Any) -> Any:
    if isinstance(value, str):
        return storable(value)
    if isinstance(value, dict):
        return {key: _clean(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [_clean(item) for item in value]
    return value


def storable(words: str) -> str:
    """``words`` with lone surrogates, which UTF-8 cannot hold, and NULs, which PostgreSQL cannot, replaced by U+FFFD,
    code point for code point."""
    return _UNSTORABLE.sub("\ufffd", words)


def _words(words: str | None) -> str | None:
    return storable(words) if words else words


def article_key(article: Article) -> str:
    """What makes two readings one article: the same text from the same outlet. A reprint elsewhere is another."""
    source = search.folded(article.source or "")
    return hashlib.sha256(f"{article.hash}\n{source}".encode("utf-8", "surrogatepass")).hexdigest()[:32]


def find(connection: Connection, articles: Sequence[Article]) -> list[str | None]:
    """For each article the id of the stored one that it repeats, or None."""
    keys = [article_key(article) for article in articles]
    known = _known(connection, schema.articles.c.key, keys)
    return [known.get(key) for key in keys]


def _known(connection: Connection, column: Any, values: Sequence[str]) -> dict[str, str]:
    """Those of ``values`` that stand in a column of the articles, with the ids of their articles."""
    found: dict[str, str] = {}
    for at in range(0, len(values), _CHUNK):
        query = select(column, schema.articles.c.id).where(column.in_(values[at : at + _CHUNK]))
        for value, given in connection.execute(query):
            found[value] = given
    return found


def add(
    connection: Connection,
    given: Sequence[tuple[Article, Extraction]],
    run: int | None,
    *,
    keep_events: bool = False,
) -> list[tuple[Outcome, str]]:
    """Store those articles that are not there yet, with what was found in them; gives for each its id and whether it
    was stored. An id that another text has gets a hash added.

    Claims have no event until linking assigns one, unless they are to ``keep_events`` that they name. No other
    transaction may add articles meanwhile.
    """
    known = find(connection, [article for article, _ in given])
    ids = _known(connection, schema.articles.c.id, [storable(article.id) for article, _ in given])
    taken, here = set(ids), dict[str, str]()
    outcomes: list[tuple[Outcome, str]] = []
    new: list[tuple[str, str, Article, Extraction]] = []
    for (article, extraction), old in zip(given, known, strict=True):
        key = article_key(article)
        old = old or here.get(key)
        if old is not None:
            outcomes.append(("duplicate", old))
            continue
        wanted = storable(article.id)
        here[key] = f"{wanted}@{key[:8]}" if wanted in taken else wanted
        taken.add(here[key])
        outcomes.append(("stored", here[key]))
        new.append((here[key], key, article, extraction))
    _add_new(connection, new, run, keep_events)
    return outcomes


def _add_new(
    connection: Connection, new: list[tuple[str, str, Article, Extraction]], run: int | None, keep_events: bool
) -> None:
    if not new:
        return
    pks = bulk.keys(connection, schema.articles, len(new))
    numbered = list(zip(pks, new, strict=True))
    rows = [_article_row(pk, *one, run) for pk, one in numbered]
    bulk.insert(connection, schema.articles, rows)
    search.add_articles(connection, [(row["pk"], row["title"], row["text"]) for row in rows])
    told = [
        (pk, n, article.text, claim)
        for pk, (_, _, article, extraction) in numbered
        for n, claim in enumerate(extraction.claims)
    ]
    _add_claims(connection, told, keep_events)
    tallies = [(pk, n, tally) for pk, one in numbered for n, tally in enumerate(one[3].tallies)]
    keys = bulk.keys(connection, schema.tallies, len(tallies)) if tallies else ()
    counted = [{"pk": key, **_tally_row(*tally)} for key, tally in zip(keys, tallies, strict=True)]
    bulk.insert(connection, schema.tallies, counted)


def _article_row(
    pk: int, given: str, key: str, article: Article, extraction: Extraction, run: int | None
) -> dict[str, Any]:
    dating = extraction.dating or article.dating
    reported = bounds(dating.value if dating else article.published)
    row = {
        "pk": pk,
        "id": given,
        "key": key,
        "hash": article.hash,
        "source_folded": search.folded(storable(article.source or "")),
        "reported_low": reported[0] if reported else None,
        "reported_high": reported[1] if reported else None,
        "dating": encode(dating) if dating else None,
        "text": storable(article.text),
        "sections": encode(extraction.sections),
        "run": run,
    }
    return row | {name: _words(getattr(article, name)) for name in HEAD}


def _add_claims(connection: Connection, told: Sequence[tuple[int, int, str, Claim]], keep_events: bool) -> None:
    """Claims: (primary key of the article, number in it, the article's text, claim)."""
    if not told:
        return
    pks = bulk.keys(connection, schema.claims, len(told))
    known = [(pk, claim) for pk, (_, _, _, claim) in zip(pks, told, strict=True)]
    rows = [
        {"pk": pk, "event": claim.event if keep_events else None, **_claim_row(article, n, claim)}
        for pk, (article, n, _, claim) in zip(pks, told, strict=True)
    ]
    bulk.insert(connection, schema.claims, rows)
    for table, parts in (
        (schema.parties, [row for pk, claim in known for row in _party_rows(pk, claim)]),
        (schema.figures, [row for pk, claim in known for row in _figure_rows(pk, claim)]),
        (schema.links, [row for pk, claim in known for row in _link_rows(pk, claim)]),
    ):
        bulk.insert(connection, table, parts)
    sentences = [claim.evidence.of(text) or claim.quote for _, _, text, claim in told]
    search.add_claims(connection, list(zip(pks, sentences, strict=True)))


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
        bounds_of = {"what": figure.what, "low": figure.low, "high": figure.high, "of": _words(figure.of)}
        yield {"claim": claim_pk, "n": n, **bounds_of}


def _link_rows(claim_pk: int, claim: Claim) -> Iterator[dict[str, Any]]:
    for n, link in enumerate(claim.isnad):
        words = storable(link.text)
        name = {"text": words, "folded": search.folded(words)}
        yield {"claim": claim_pk, "n": n, "kind": link.kind, "actor": link.actor, **name}


def _place_columns(place: Where | None) -> dict[str, Any]:
    return {
        "place": storable(place.text) if place else None,
        "place_folded": search.folded(storable(place.text)) if place else None,
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
        "folded": search.folded(storable(tally.what)),
        "low": tally.low,
        "high": tally.high,
        "unit": _words(tally.unit),
        "place": storable(tally.place.text) if tally.place else None,
        "country": tally.place.country if tally.place else None,
        "since": tally.since,
        "payload": encode(tally),
    }
