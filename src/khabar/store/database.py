"""Open and make the database behind a store, and turn a database's faults into lines that say what to do.

A store is named by a file (SQLite) or by an address (``postgresql://user@host/database``). What differs between the
two is in :mod:`khabar.store.sqlite`, :mod:`khabar.store.postgresql` and :mod:`khabar.store.search`.
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import ModuleType

from sqlalchemy import Connection, Engine, inspect, select
from sqlalchemy.exc import DBAPIError

from khabar.errors import KhabarError
from khabar.store import schema, search

_ADDRESS = re.compile(r"postgres(ql)?(\+\w+)?://", re.IGNORECASE)
_SECRET = re.compile(r"(://[^/@:]*):[^@]*(?=@)|([?&]password=)[^&]*")


class StoreError(KhabarError):
    """The store is missing, not a store, read-only, full, busy or of another version."""


def is_address(place: str | os.PathLike[str]) -> bool:
    """Whether ``place`` is the address of a PostgreSQL database and not a file."""
    return _ADDRESS.match(os.fspath(place)) is not None


def shown(place: str | os.PathLike[str]) -> str:
    """``place`` as it may be shown: without the password of an address."""
    words = os.fspath(place)
    return _SECRET.sub(lambda found: found.group(1) or f"{found.group(2)}***", words) if is_address(words) else words


def kind_of(place: str | os.PathLike[str]) -> ModuleType:
    """The module that knows the database at ``place``. StoreError where what it needs is not installed."""
    from importlib import import_module

    if not is_address(place):
        return import_module("khabar.store.sqlite")
    try:
        return import_module("khabar.store.postgresql")
    except ImportError as error:
        raise StoreError(
            f"{shown(place)} needs {error.name}; install it with: pip install 'khabar[postgresql]'"
        ) from None


def connect(
    place: str | os.PathLike[str],
    *,
    create: bool,
    read_only: bool,
    check: Callable[[Connection, str], None] | None = None,
) -> Engine:
    """The engine of the store at ``place``; makes the store where ``create`` is given and nothing is there.

    ``check`` is called in the place of :func:`check_version`. Raises StoreError, with what to do, for everything that
    is not a usable store. What is no store is never written to.
    """
    kind, name = kind_of(place), shown(place)
    engine: Engine = kind.engine(os.fspath(place), create=create, read_only=read_only)
    try:
        with faults(name), engine.connect() as connection:
            if create and kind.is_empty(connection):
                _make(connection, kind)
            elif not inspect(connection).has_table(schema.meta.name):
                raise StoreError(kind.no_store(name, empty=kind.is_empty(connection)))
            (check or check_version)(connection, name)
    except BaseException:
        engine.dispose()
        raise
    return engine


def _make(connection: Connection, kind: ModuleType) -> None:
    kind.prepare(connection)
    if inspect(connection).has_table(schema.meta.name):
        return  # another process was quicker
    schema.metadata.create_all(connection)
    search.create(connection)
    connection.execute(schema.meta.insert(), [{"key": "version", "value": str(schema.VERSION)}])
    connection.commit()


def version_of(connection: Connection) -> int:
    """The version of the store; 0 where it says none."""
    found = connection.execute(select(schema.meta.c.value).where(schema.meta.c.key == "version")).scalar()
    return int(found) if found and str(found).isdigit() else 0


def check_version(connection: Connection, name: str) -> None:
    """StoreError where the store is of another version than this Khabar's."""
    version = version_of(connection)
    if version > schema.VERSION:
        raise StoreError(
            f"{name} is a store of version {version}; this Khabar knows versions up to {schema.VERSION}: "
            "use the Khabar that made it, or a newer one"
        )
    if version < schema.VERSION:
        raise StoreError(
            f"{name} is a store of version {version}; this Khabar reads version {schema.VERSION}: "
            f"bring it up to date, keeping what it holds, with: khabar migrate --store {name}"
        )


@contextmanager
def faults(place: str | os.PathLike[str]) -> Iterator[None]:
    """Turn the database's errors inside the block into StoreErrors that name ``place``."""
    import sqlite3

    try:
        yield
    except (DBAPIError, sqlite3.Error) as error:
        name = shown(place)
        advice = kind_of(place).advice(getattr(error, "orig", None) or error)
        if advice is None:
            raise
        raise StoreError(f"{name} {advice}") from error
