"""Full text over folded spelling: المسيرات finds المسيّرات.

Two indexes: whole articles, and the sentences that claims rest on. Texts are folded and cut into words here, not by
the database: SQLite's tokenizer splits words at Arabic diacritics, PostgreSQL's goes by the locale of the server.
SQLite keeps the words in FTS5 tables without content of their own, PostgreSQL as ``tsvector`` under a GIN index; the
same query finds the same rows in both. Only this module knows a database's own search.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import Any

from sqlalchemy import Connection, Integer, Select, TableClause, Text, column, false, literal, select, table
from sqlalchemy import text as sql
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.compiler import SQLCompiler
from sqlalchemy.sql.functions import FunctionElement

from khabar.store import bulk
from khabar.text.normalise import folded as folded_text
from khabar.text.normalise import heavy

_TERM = re.compile(r'"([^"]+)"|(\w+)')
_WORD = re.compile(r"\w+")
_ARABIC = re.compile("[\u0621-\u064a]{2}")
_CLITICS = ("", "و", "ف", "ب", "ل", "ك", "وب", "ول", "وك", "فب", "فل", "فك")
_articles = table("article_search", column("rowid", Integer), column("words", Text))
_claims = table("claim_search", column("rowid", Integer), column("words", Text))
_LONGEST = 200
"""Letters of a word that are indexed."""
_ROOM = 900_000
"""Bytes of one ``tsvector``, which may have a megabyte: what stands further back in a longer text is not found."""


@lru_cache(maxsize=1 << 14)
def folded(words: str) -> str:
    """``words`` in the one spelling that all stored names and indexes use."""
    return heavy(folded_text(words)).lower()


def words_of(text: str) -> list[str]:
    """The words of ``text`` as they are indexed."""
    return [word for part in text.split() for word in _words_of(part)]


@lru_cache(maxsize=1 << 16)
def _words_of(part: str) -> tuple[str, ...]:
    """The words of a stretch without spaces. News repeat their words: most are folded once only."""
    return tuple(word[:_LONGEST] for word in _WORD.findall(heavy(folded_text(part)).lower()))


def create(connection: Connection) -> None:
    """Make both indexes, empty."""
    for index in (_articles, _claims):
        if connection.dialect.name == "sqlite":
            tokenizer = "tokenize = 'unicode61 remove_diacritics 0'"
            connection.execute(sql(f"CREATE VIRTUAL TABLE {index.name} USING fts5(words, content='', {tokenizer})"))
        else:
            connection.execute(sql(f"CREATE TABLE {index.name} (rowid integer PRIMARY KEY, words tsvector NOT NULL)"))
            connection.execute(sql(f"CREATE INDEX {index.name}_words ON {index.name} USING gin (words)"))


def drop(connection: Connection) -> None:
    """Drop both indexes."""
    for index in (_articles, _claims):
        connection.execute(sql(f"DROP TABLE {index.name}"))


def add_articles(connection: Connection, texts: Iterable[tuple[int, str | None, str]]) -> None:
    """Index articles: (primary key, title, text)."""
    _add(connection, _articles, [(pk, f"{title}\n{body}" if title else body) for pk, title, body in texts])


def add_claims(connection: Connection, sentences: Iterable[tuple[int, str]]) -> None:
    """Index the evidence sentence of each claim: (primary key, sentence)."""
    _add(connection, _claims, list(sentences))


def _add(connection: Connection, index: TableClause, texts: Sequence[tuple[int, str]]) -> None:
    of = (lambda words: " ".join(words)) if connection.dialect.name == "sqlite" else vector
    bulk.insert(connection, index, [{"rowid": pk, "words": of(words_of(text))} for pk, text in texts])


def vector(words: Sequence[str]) -> str:
    """The words and their positions as PostgreSQL writes a ``tsvector``: ``'مطار':2 'في':1``."""
    places: dict[str, list[int]] = {}
    room = _ROOM
    for at, word in enumerate(words, 1):
        known = places.get(word)
        if known is None:
            known = places[word] = []
            room -= len(word.encode()) + 8
        known.append(min(at, 16383))
        room -= 2
        if room < 0:
            break
    return " ".join(f"'{word}':{','.join(map(str, at[:255]))}" for word, at in places.items())


def _terms(query: str) -> list[list[list[str]]]:
    """What has to occur, all of it: each a choice of phrases, a phrase being words side by side.

    A word outside quotes is found with and without the article and the clitics before it (القوات finds وقوات,
    للقوات).
    """
    terms = []
    for found in _TERM.finditer(folded(query)):
        quoted = words_of(found.group(1) or "")
        if found.group(2):
            terms.append([[form] for form in _with_clitics(found.group(2)[:_LONGEST])])
        elif quoted:
            terms.append([quoted])
    return terms


def _with_clitics(word: str) -> list[str]:
    bare = word[2:] if word.startswith("ال") and len(word) > 4 else word
    if not _ARABIC.match(bare):
        return [word]
    return [clitics + article + bare for clitics in _CLITICS for article in ("", "ال")] + [
        clitic + "لل" + bare for clitic in ("", "و", "ف")
    ]


def expression(query: str) -> str:
    """``query`` for FTS5: every word has to occur, ``"quoted words"`` side by side. Empty where it has no word."""
    terms = [" OR ".join(f'"{" ".join(phrase)}"' for phrase in choice) for choice in _terms(query)]
    return " AND ".join(f"({term})" if " OR " in term else term for term in terms)


def _tsquery(query: str) -> str:
    """The same for PostgreSQL, as it writes a ``tsquery``."""
    terms = [" | ".join(" <-> ".join(f"'{word}'" for word in phrase) for phrase in choice) for choice in _terms(query)]
    return " & ".join(f"({term})" for term in terms)


class _Holds(FunctionElement[Any]):
    """Whether indexed words (first) match an expression: for FTS5 (second), for PostgreSQL (third)."""

    inherit_cache = True


@compiles(_Holds, "sqlite")
def _match(element: _Holds, compiler: SQLCompiler, **options: Any) -> str:
    words, fts5, _ = element.clauses
    return f"{compiler.process(words, **options)} MATCH {compiler.process(fts5, **options)}"


@compiles(_Holds)
def _at_at(element: _Holds, compiler: SQLCompiler, **options: Any) -> str:
    words, _, tsquery = element.clauses
    return f"{compiler.process(words, **options)} @@ CAST({compiler.process(tsquery, **options)} AS tsquery)"


def articles_with(query: str) -> Select[tuple[int]]:
    """Primary keys of the articles that hold all words of ``query``."""
    return _matching(_articles, query)


def claims_with(query: str) -> Select[tuple[int]]:
    """Primary keys of the claims whose evidence sentence holds all words of ``query``."""
    return _matching(_claims, query)


def _matching(index: TableClause, query: str) -> Select[tuple[int]]:
    found = select(index.c.rowid)
    if not _terms(query):
        return found.where(false())
    return found.where(_Holds(index.c.words, literal(expression(query)), literal(_tsquery(query))))
