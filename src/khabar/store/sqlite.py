"""A store in one SQLite file: a single writer at a time, any number of readers beside it (write-ahead log)."""

from __future__ import annotations

import os
import sqlite3
from pathlib import Path
from typing import Any
from urllib.parse import quote

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.pool import QueuePool

from khabar.store.database import StoreError

WAIT = 10_000
"""Milliseconds that a writer waits for another one."""
_CACHE = 64 << 10
"""KiB of pages kept in memory; a writer touches many places of the indexes at once."""


def engine(place: str, *, create: bool, read_only: bool) -> Engine:
    """An engine for the file at ``place``. StoreError where no store can be there."""
    path = Path(place)
    _check_place(path, create=create)
    fresh = create and (not path.exists() or path.stat().st_size == 0)
    return _engine(path, read_only=read_only and not fresh)


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
    made = create_engine(
        "sqlite://", creator=lambda: sqlite3.connect(uri, uri=True, check_same_thread=False), poolclass=QueuePool
    )

    @event.listens_for(made, "connect")
    def _prepare(connection: sqlite3.Connection, _record: Any) -> None:
        connection.isolation_level = None  # transactions begin below, not where Python's driver thinks best
        for setting in (f"busy_timeout={WAIT}", "foreign_keys=ON", "synchronous=NORMAL", f"cache_size=-{_CACHE}"):
            connection.execute(f"PRAGMA {setting}")

    @event.listens_for(made, "begin")
    def _begin(connection: Connection) -> None:
        writes = connection.get_execution_options().get("khabar_writes")
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")

    return made


def begin_writing(connection: Connection) -> None:
    """Nothing: the transaction holds the file's one lock for writers from its beginning."""


begin_linking = begin_writing


def is_empty(connection: Connection) -> bool:
    """Whether the file holds nothing yet."""
    return not connection.exec_driver_sql("SELECT count(*) FROM sqlite_master").scalar()


def prepare(connection: Connection) -> None:
    """Set what holds for the file for ever, and hold it alone until the connection commits."""
    connection.rollback()
    raw = connection.connection.driver_connection
    assert raw is not None
    raw.execute("PRAGMA journal_mode=WAL")
    connection.execution_options(khabar_writes=True)


def no_store(name: str, *, empty: bool) -> str:
    """What to say of a file without a store in it."""
    if empty:
        return f"{name} is empty; make a store there with: khabar read PATH... --store {name}"
    return f"{name} is a database but not a Khabar store; name another file with --store"


def state(connection: Connection, place: str) -> str:
    """Changes whenever what the store holds does."""
    parts = []
    for name in (place, f"{place}-wal"):
        try:
            found = Path(name).stat()
        except FileNotFoundError:
            continue
        if found.st_size:
            parts.append(f"{found.st_mtime_ns}-{found.st_size}")
    return " ".join(parts)


_ADVICE = {
    "file is not a database": "is not a Khabar store; name another file with --store",
    "unable to open database file": "cannot be opened; check the path and its permissions",
    "readonly database": "is read-only; change its permissions or name another file with --store",
    "database or disk is full": "has no room left on its disk; free some and run the same command again to go on",
    "disk I/O error": "cannot be written: the disk reports an error; check it and run the same command again",
    "database is locked": "is in use by another writer; wait for it to finish and run the same command again",
    "malformed": "is damaged; restore it from a copy, or read the articles into a new store",
}


def advice(error: BaseException) -> str | None:
    """What to say of a fault of the database; None for one that nobody can mend."""
    said = str(error)
    return next((words for known, words in _ADVICE.items() if known in said), None)
