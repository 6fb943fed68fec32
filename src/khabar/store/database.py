"""Open and make the database behind a store, and turn a database's faults into lines that say what to do."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import quote

from sqlalchemy import Connection, Engine, create_engine, event, inspect, select
from sqlalchemy.exc import DBAPIError
from sqlalchemy.pool import QueuePool

from khabar.errors import KhabarError
from khabar.store import schema, search


class StoreError(KhabarError):
    """The store is missing, not a store, read-only, full, busy or of another version."""


def connect(path: str | os.PathLike[str], *, create: bool, read_only: bool) -> Engine:
    """The engine of the SQLite store at ``path``; makes it where ``create`` and nothing is there.

    Raises StoreError, with what to do, for everything that is not a usable store. A file that is no store is never
    written to.
    """
    place = Path(path)
    _check_place(place, create=create)
    fresh = create and (not place.exists() or place.stat().st_size == 0)
    engine = _engine(place, read_only=read_only and not fresh)
    try:
        with faults(place), engine.connect() as connection:
            if fresh:
                _make(connection)
            else:
                _check_store(connection, place)
    except BaseException:
        engine.dispose()
        raise
    return engine


def _check_place(place: Path, *, create: bool) -> None:
    if place.is_dir():
        raise StoreError(f"{place} is a folder, not a store; name a file, such as {place / 'khabar.db'}")
    if place.exists():
        return
    if not create:
        raise StoreError(f"no store at {place}; make one with: khabar read PATH... --store {place}")
    if not place.parent.is_dir():
        raise StoreError(f"cannot make a store at {place}: there is no folder {place.parent}; make it first")


def _engine(place: Path, *, read_only: bool) -> Engine:
    options = "?mode=ro" if read_only else "?mode=rwc"
    if read_only and not os.access(place.parent, os.W_OK) and not Path(f"{place}-wal").exists():
        options += "&immutable=1"
    uri = f"file:{quote(str(place.absolute()))}{options}"
    engine = create_engine(
        "sqlite://", creator=lambda: sqlite3.connect(uri, uri=True, check_same_thread=False), poolclass=QueuePool
    )

    @event.listens_for(engine, "connect")
    def _prepare(connection: sqlite3.Connection, _record: Any) -> None:
        connection.execute("PRAGMA busy_timeout=10000")
        connection.execute("PRAGMA foreign_keys=ON")
        connection.execute("PRAGMA synchronous=NORMAL")

    return engine


def _make(connection: Connection) -> None:
    connection.exec_driver_sql("PRAGMA journal_mode=WAL")
    schema.metadata.create_all(connection)
    search.create(connection)
    connection.execute(schema.meta.insert(), [{"key": "version", "value": str(schema.VERSION)}])
    connection.commit()


def _check_store(connection: Connection, place: Path) -> None:
    if not inspect(connection).has_table(schema.meta.name):
        raise StoreError(f"{place} is a database but not a Khabar store; name another file with --store")
    version = connection.execute(select(schema.meta.c.value).where(schema.meta.c.key == "version")).scalar()
    if version != str(schema.VERSION):
        raise StoreError(
            f"{place} is a store of version {version}; this Khabar reads version {schema.VERSION}: "
            "read the articles into a new store, or use the Khabar that made it"
        )


_FAULTS = {
    "file is not a database": "is not a Khabar store; name another file with --store",
    "unable to open database file": "cannot be opened; check the path and its permissions",
    "readonly database": "is read-only; change its permissions or name another file with --store",
    "database or disk is full": "has no room left on its disk; free some and run the same command again to go on",
    "disk I/O error": "cannot be written: the disk reports an error; check it and run the same command again",
    "database is locked": "is in use by another writer; wait for it to finish and run the same command again",
    "malformed": "is damaged; restore it from a copy, or read the articles into a new store",
}


@contextmanager
def faults(place: str | os.PathLike[str]) -> Iterator[None]:
    """Turn the database's errors inside the block into StoreErrors that name ``place``."""
    try:
        yield
    except (DBAPIError, sqlite3.Error) as error:
        said = str(getattr(error, "orig", None) or error)
        for known, advice in _FAULTS.items():
            if known in said:
                raise StoreError(f"{place} {advice}") from error
        raise
