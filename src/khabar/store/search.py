"""Full text over folded spelling: المسيرات finds المسيّرات.

Two indexes: whole articles, and the sentences that claims rest on. Text is folded here, not by the database, because
SQLite's tokenizer splits words at Arabic diacritics. Only this module knows the database's own search.
"""

from __future__ import annotations

import re

from sqlalchemy import Connection, Integer, Select, TableClause, column, select, table, text

from khabar.text.normalise import fold, heavy

_TERM = re.compile(r'"([^"]+)"|(\w+)')
_ARABIC = re.compile("[\u0621-\u064a]{2}")
_CLITICS = ("", "و", "ف", "ب", "ل", "ك", "وب", "ول", "وك", "فب", "فل", "فك")
_articles = table("article_search", column("rowid", Integer))
_claims = table("claim_search", column("rowid", Integer))


def folded(words: str) -> str:
    """``words`` in the one spelling that all stored names and indexes use."""
    return heavy(fold(words).text).lower()


def create(connection: Connection) -> None:
    """Make both indexes."""
    tokenizer = "tokenize = 'unicode61 remove_diacritics 0'"
    connection.execute(text(f"CREATE VIRTUAL TABLE article_search USING fts5(title, body, {tokenizer})"))
    connection.execute(text(f"CREATE VIRTUAL TABLE claim_search USING fts5(sentence, {tokenizer})"))


def add_article(connection: Connection, pk: int, title: str | None, body: str) -> None:
    """Index the article with primary key ``pk``."""
    connection.execute(
        text("INSERT INTO article_search (rowid, title, body) VALUES (:pk, :title, :body)"),
        {"pk": pk, "title": folded(title or ""), "body": folded(body)},
    )


def add_claims(connection: Connection, sentences: list[tuple[int, str]]) -> None:
    """Index the evidence sentence of each claim: (primary key, sentence)."""
    if sentences:
        connection.execute(
            text("INSERT INTO claim_search (rowid, sentence) VALUES (:pk, :sentence)"),
            [{"pk": pk, "sentence": folded(sentence)} for pk, sentence in sentences],
        )


def expression(query: str) -> str:
    """``query`` for FTS5: every word has to occur, ``"quoted words"`` side by side. Empty where it has no word.

    A word outside quotes is found with and without the article and the clitics before it (القوات finds وقوات,
    للقوات).
    """
    terms = []
    for found in _TERM.finditer(folded(query)):
        quoted = " ".join(re.findall(r"\w+", found.group(1) or ""))
        if found.group(2):
            terms.append("(" + " OR ".join(f'"{form}"' for form in _with_clitics(found.group(2))) + ")")
        elif quoted:
            terms.append(f'"{quoted}"')
    return " AND ".join(terms)


def _with_clitics(word: str) -> list[str]:
    bare = word[2:] if word.startswith("ال") and len(word) > 4 else word
    if not _ARABIC.match(bare):
        return [word]
    return [clitics + article + bare for clitics in _CLITICS for article in ("", "ال")] + [
        clitic + "لل" + bare for clitic in ("", "و", "ف")
    ]


def articles_with(query: str) -> Select[tuple[int]]:
    """Primary keys of the articles that hold all words of ``query``."""
    return _matching(_articles, query)


def claims_with(query: str) -> Select[tuple[int]]:
    """Primary keys of the claims whose evidence sentence holds all words of ``query``."""
    return _matching(_claims, query)


def _matching(index: TableClause, query: str) -> Select[tuple[int]]:
    wanted = expression(query)
    if not wanted:
        return select(index.c.rowid).where(text("0"))
    return select(index.c.rowid).where(text(f"{index.name} MATCH :{index.name}").bindparams(**{index.name: wanted}))
