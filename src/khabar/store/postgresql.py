"""A store in a PostgreSQL database, shared by many readers and writers.

The driver is pg8000 (BSD licence, pure Python). Addresses are those of libpq: ``postgresql://user@host:5432/database``;
``?host=/run/postgresql`` (or no host at all) connects through a socket; the password may stand in the address or in the
environment variable PGPASSWORD; ``?sslmode=require`` encrypts, ``?sslmode=verify-full`` checks the server's
certificate too.
"""

from __future__ import annotations

import getpass
import os
import ssl
from pathlib import Path
from typing import Any

import pg8000.dbapi
from sqlalchemy import Connection, Engine, create_engine, event, inspect
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError

from khabar.store.database import StoreError, shown
from khabar.store.schema import metadata

WAIT = 60_000
"""Milliseconds that a writer waits for another one."""
_WRITING, _LINKING, _MAKING = 0x6B686201, 0x6B686202, 0x6B686203
"""Numbers of advisory locks: two processes that store articles take turns, as on SQLite, so that none of two readings
of one text fails; two that link do; readers wait for nobody."""
_SOCKETS = ("/run/postgresql", "/var/run/postgresql", "/tmp")


def engine(place: str, *, create: bool, read_only: bool) -> Engine:
    """An engine for the database at that address. StoreError where the address makes no sense."""
    try:
        url = make_url(place)
        settings = _settings(url)
    except (ArgumentError, ValueError) as error:
        raise StoreError(
            f"{shown(place)} is no address of a database; write it as postgresql://user@host/database"
        ) from error
    made = create_engine("postgresql+pg8000://", creator=lambda: pg8000.dbapi.connect(**settings), pool_pre_ping=True)

    @event.listens_for(made, "connect")
    def _prepare(connection: pg8000.dbapi.Connection, _record: Any) -> None:
        cursor = connection.cursor()
        cursor.execute(f"SET lock_timeout = {WAIT}")
        cursor.execute("SET client_min_messages = warning")
        cursor.execute("SET default_transaction_isolation = 'repeatable read'")  # an answer sees one state of the store
        if read_only and not create:
            cursor.execute("SET default_transaction_read_only = on")
        connection.commit()

    @event.listens_for(made, "begin")
    def _begin(connection: Connection) -> None:
        if connection.get_execution_options().get("khabar_writes"):  # sees what was stored while it waited for its turn
            connection.exec_driver_sql("SET TRANSACTION ISOLATION LEVEL READ COMMITTED")

    return made


def _settings(url: URL) -> dict[str, Any]:
    """What pg8000 connects with."""
    asked = {name: value if isinstance(value, str) else value[-1] for name, value in url.query.items()}
    host = asked.get("host") or url.host
    port = int(asked.get("port") or url.port or 5432)
    found: dict[str, Any] = {
        "user": asked.get("user") or url.username or getpass.getuser(),
        "password": asked.get("password") or url.password or os.environ.get("PGPASSWORD"),
        "database": url.database or url.username or getpass.getuser(),
        "application_name": "khabar",
        "timeout": None,
    }
    if host and not host.startswith("/"):
        return found | {"host": host, "port": port, "ssl_context": _encryption(asked.get("sslmode"))}
    folders = [host] if host else _SOCKETS
    socket = next((path for path in (Path(folder, f".s.PGSQL.{port}") for folder in folders) if path.exists()), None)
    if socket is None and not host:
        return found | {"host": "localhost", "port": port}
    return found | {"unix_sock": str(socket or Path(folders[0], f".s.PGSQL.{port}"))}


def _encryption(mode: str | None) -> ssl.SSLContext | None:
    if mode in (None, "disable", "allow", "prefer"):
        return None
    if mode not in ("require", "verify-ca", "verify-full"):
        raise ValueError(mode)
    context = ssl.create_default_context()
    context.check_hostname = mode == "verify-full"
    if mode == "require":
        context.verify_mode = ssl.CERT_NONE
    return context


def begin_writing(connection: Connection) -> None:
    """Wait until nobody else stores articles; until the transaction ends, nobody else will."""
    connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({_WRITING})")


def begin_linking(connection: Connection) -> None:
    """Wait until nobody else links."""
    connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({_LINKING})")


def is_empty(connection: Connection) -> bool:
    """Whether none of a store's tables is there; tables of others do not matter."""
    return not set(inspect(connection).get_table_names()) & metadata.tables.keys()


def prepare(connection: Connection) -> None:
    """Check that the database can hold Arabic text, and hold it alone until the connection commits."""
    encoding = connection.exec_driver_sql("SHOW server_encoding").scalar()
    if encoding != "UTF8":
        raise StoreError(
            f"the database keeps text as {encoding}, which cannot hold Arabic; make one with: createdb -E UTF8 -T "
            "template0 NAME"
        )
    connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({_MAKING})")


def no_store(name: str, *, empty: bool) -> str:
    """What to say of a database without a store in it."""
    if empty:
        return f"there is no store in {name}; make one with: khabar read PATH... --store {name}"
    return f"{name} holds tables of another program with names of a store's; make a database of its own for the store"


def state(connection: Connection, place: str) -> str:
    """Changes whenever something that was written becomes visible."""
    return str(connection.exec_driver_sql("SELECT pg_current_snapshot()::text").scalar())


_ADVICE = {
    "28": "refuses the name or the password; check the address, or set PGPASSWORD",
    "3D000": "does not exist; make it with createdb, or name another database with --store",
    "25006": "is read-only; open it as a user who may write, or name another store with --store",
    "42501": "does not let this user do that; ask its owner for the rights on its tables",
    "53100": "has no room left on its disk; free some and run the same command again to go on",
    "53300": "has too many connections; close some and run the same command again",
    "53": "has too little memory or room; run the same command again to go on",
    "55P03": "is in use by another writer; wait for it to finish and run the same command again",
    "40": "is in use by another writer; run the same command again to go on",
    "57": "stopped the connection; run the same command again to go on",
    "08": "lost the connection; run the same command again to go on",
    "XX001": "is damaged; restore it from a copy, or read the articles into a new store",
}
_UNREACHABLE = "cannot be reached; check that the server runs and that the address is right"


def advice(error: BaseException) -> str | None:
    """What to say of a fault of the database, by its SQLSTATE; None for one that nobody can mend."""
    if isinstance(error, pg8000.dbapi.InterfaceError | OSError):
        return _UNREACHABLE
    told = error.args[0] if error.args and isinstance(error.args[0], dict) else {}
    code = str(told.get("C", ""))
    return _ADVICE.get(code) or _ADVICE.get(code[:2])
