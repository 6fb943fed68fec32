"""Bring a store of an older version up to date, keeping what it holds: all steps in one transaction, or none.

A change of the schema raises :data:`khabar.store.schema.VERSION` and adds a step here; the step's comment says what
changed.
"""

from __future__ import annotations

import os
from collections.abc import Callable

from sqlalchemy import Connection, delete, select

from khabar.model import Record
from khabar.store import database, reading, schema, search
from khabar.store.records import Size

_CHUNK = 500


class Migrated(Record, frozen=True, kw_only=True):
    """From which version a store was brought to which, and what it holds."""

    before: int
    after: int
    size: Size


def migrate(place: str | os.PathLike[str]) -> Migrated:
    """Bring the store at ``place`` to this Khabar's version; one that is up to date is left alone.

    StoreError where there is no store, or where a newer Khabar made it.
    """
    kind, name = database.kind_of(place), database.shown(place)
    engine = database.connect(place, create=False, read_only=False, check=_check)
    try:
        with database.faults(name), engine.connect() as plain:
            connection = plain.execution_options(khabar_writes=True)
            with connection.begin():
                kind.begin_writing(connection)
                kind.begin_linking(connection)
                before = database.version_of(connection)
                for version in range(before, schema.VERSION):
                    _STEPS[version](connection)
                _note_version(connection)
                return Migrated(before=before, after=schema.VERSION, size=reading.size(connection))
    finally:
        engine.dispose()


def _check(connection: Connection, name: str) -> None:
    version = database.version_of(connection)
    if version not in _STEPS:
        database.check_version(connection, name)


def _note_version(connection: Connection) -> None:
    meta = schema.meta
    connection.execute(meta.update().where(meta.c.key == "version").values(value=str(schema.VERSION)))


def _keep_copies(connection: Connection) -> None:
    """1 to 2: articles and sentences printed more than once. They stay unknown until the store is linked again."""
    schema.metadata.create_all(connection, tables=[schema.article_copies, schema.claim_copies])


def _index_words(connection: Connection) -> None:
    """2 to 3: full text without a second copy of every text; words are cut by Khabar and no more by the database."""
    search.drop(connection)
    search.create(connection)
    articles, claims = schema.articles.c, schema.claims.c
    pks = connection.execute(select(articles.pk).order_by(articles.pk)).scalars().all()
    for at in range(0, len(pks), _CHUNK):
        part = pks[at : at + _CHUNK]
        rows = connection.execute(select(articles.pk, articles.title, articles.text).where(articles.pk.in_(part))).all()
        search.add_articles(connection, [(pk, title, text) for pk, title, text in rows])
        texts = {pk: text for pk, _, text in rows}
        told = select(claims.pk, claims.article, claims.evidence_start, claims.evidence_end)
        found = connection.execute(told.where(claims.article.in_(part))).all()
        search.add_claims(connection, [(pk, texts[article][start:end]) for pk, article, start, end in found])


def _keep_changes(connection: Connection) -> None:
    """3 to 4: how events changed, and which answers which. Both are unknown until the store is linked again."""
    schema.metadata.create_all(connection, tables=[schema.event_changes, schema.responses])


_LINKING = (
    schema.link_groups, schema.link_profiles, schema.link_views, schema.link_posts, schema.copy_texts,
    schema.copy_marks,
)  # fmt: skip
"""What new articles are compared by. Made when the store is linked next, all of it anew."""


def _keep_linking(connection: Connection) -> None:
    """4 to 5: what new articles are compared by is kept."""
    schema.metadata.create_all(connection, tables=_LINKING)


def _seek_copies_anew(connection: Connection) -> None:
    """5 to 6: copies are sought whatever way last letters and hamzas are typed in."""
    for table in reversed(_LINKING):
        connection.execute(delete(table))


_STEPS: dict[int, Callable[[Connection], None]] = {
    1: _keep_copies,
    2: _index_words,
    3: _keep_changes,
    4: _keep_linking,
    5: _seek_copies_anew,
}
"""What leads from a version to the next."""
