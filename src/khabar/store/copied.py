"""What a store keeps so that copies of a new text are found without the old ones being read again: sketches, runs of
words, groups. What is alike is decided by the caller; here are rows.

Everything happens within the caller's transaction, which nobody else looks for copies beside.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Any, NamedTuple

from sqlalchemy import Connection, delete, exists, select, update

from khabar.store import bulk, schema


class KeptText(NamedTuple):
    """A text to be kept: an article's (``claims`` None) or a sentence with the keys of the claims that rest on it; see
    :data:`khabar.store.schema.copy_texts`. ``marks``: hashes to be found by."""

    number: int
    article: int
    same: int
    group: int
    claims: tuple[int, ...] | None
    runs: bytes
    marks: Collection[int]


class Texts:
    """What is kept, in one transaction."""

    def __init__(self, connection: Connection) -> None:
        self.connection = connection

    def forget(self) -> None:
        """Drop all that is kept, and what was found."""
        for table in (schema.copy_marks, schema.copy_texts, schema.claim_copies, schema.article_copies):
            self.connection.execute(delete(table))
        self.connection.execute(delete(schema.responses))

    def sought(self, articles: Iterable[int]) -> set[int]:
        """Those of the articles whose texts are kept already."""
        return {row[0] for row in bulk.among(self.connection, "article", schema.copy_texts.c.article, articles)}

    def claims(self, articles: Iterable[int]) -> dict[tuple[int, int], int]:
        """Keys of the articles' claims by (key of the article, n)."""
        rows = bulk.among(self.connection, "article, n, pk", schema.claims.c.article, articles)
        return {(article, n): pk for article, n, pk in rows}

    def numbers(self, count: int) -> Sequence[int]:
        """Numbers for so many new texts, ascending and higher than those of all that came before."""
        return bulk.keys(self.connection, schema.copy_texts, count)

    def same(self, values: Iterable[int]) -> dict[int, int]:
        """The group of the texts that are kept under each of the values."""
        return dict(bulk.among(self.connection, "same, grp", schema.copy_texts.c.same, values))

    def found(self, marks: Iterable[int]) -> dict[int, list[int]]:
        """Numbers of the texts that are found by each of the marks."""
        rows = defaultdict(list)
        for key, text in bulk.among(self.connection, "key, text", schema.copy_marks.c.key, marks):
            rows[key].append(text)
        return rows

    def texts(self, numbers: Iterable[int]) -> dict[int, tuple[int, bytes]]:
        """Of each text its group and its runs."""
        rows = bulk.among(self.connection, "pk, grp, runs", schema.copy_texts.c.pk, numbers)
        return {number: (group, runs) for number, group, runs in rows}

    def add(self, texts: Sequence[KeptText]) -> None:
        """Keep texts."""
        rows = [
            {
                "pk": one.number, "article": one.article, "same": one.same, "grp": one.group,
                "claims": None if one.claims is None else " ".join(map(str, one.claims)), "runs": one.runs,
            }
            for one in texts
        ]  # fmt: skip
        bulk.insert(self.connection, schema.copy_texts, rows)
        marks = sorted((mark, one.number) for one in texts for mark in one.marks)
        bulk.insert(self.connection, schema.copy_marks, [{"key": key, "text": text} for key, text in marks])

    def join(self, groups: Mapping[int, int]) -> None:
        """Let groups, by their first texts, be parts of others."""
        for old, new in groups.items():
            for column in (
                schema.copy_texts.c.grp,
                schema.article_copies.c.text_group,
                schema.claim_copies.c.passage_group,
            ):
                self.connection.execute(update(column.table).where(column == old).values({column.name: new}))

    def tell(self, groups: Iterable[int]) -> None:
        """Note which articles and claims are copies, of those in the groups: where a group spans several articles."""
        members: dict[int, list[Any]] = defaultdict(list)
        for row in bulk.among(self.connection, "grp, article, claims", schema.copy_texts.c.grp, groups):
            members[row.grp].append(row)
        several = {group: rows for group, rows in members.items() if len({row.article for row in rows}) > 1}
        whole = {row.article: group for group, rows in several.items() for row in rows if row.claims is None}
        told = {
            int(claim): group for group, rows in several.items() for row in rows for claim in (row.claims or "").split()
        }
        for table, key, name, found in (
            (schema.article_copies, "article", "text_group", whole),
            (schema.claim_copies, "claim", "passage_group", told),
        ):
            known = {row[0] for row in bulk.among(self.connection, key, table.c[name], set(found.values()))}
            rows = [{key: pk, name: group} for pk, group in found.items() if pk not in known]
            bulk.insert(self.connection, table, rows)


def unsought(connection: Connection) -> list[int]:
    """Keys of the articles with claims whose texts are not kept, in the order stored."""
    claims, texts = schema.claims.c, schema.copy_texts.c
    query = select(claims.article).distinct().where(~exists().where(texts.article == claims.article))
    return list(connection.execute(query.order_by(claims.article)).scalars())
