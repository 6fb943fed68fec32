"""Many rows into a table by one statement, the quickest way each database has."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import msgspec
from sqlalchemy import Connection, FromClause, Table, func, select

_json = msgspec.json.Encoder()
_PART = 20_000
"""Rows of one statement."""


def insert(connection: Connection, table: FromClause, rows: Sequence[Mapping[str, Any]]) -> None:
    """Insert ``rows``, which all have the same columns, in order.

    SQLite takes them as one prepared statement run again and again, PostgreSQL as one statement with the rows as JSON:
    a driver that sends row by row waits for the network each time.
    """
    if not rows:
        return
    names = list(rows[0])
    quoted = [connection.dialect.identifier_preparer.quote(name) for name in names]
    target = connection.dialect.identifier_preparer.quote(str(table.name))  # type: ignore[attr-defined]
    columns = ", ".join(quoted)
    if connection.dialect.name == "sqlite":
        marks = ", ".join("?" * len(names))
        values = [tuple(row.values()) for row in rows]
        connection.exec_driver_sql(f"INSERT INTO {target} ({columns}) VALUES ({marks})", values)
        return
    statement = (
        f"INSERT INTO {target} ({columns}) SELECT {columns} FROM json_populate_recordset(NULL::{target}, "
        "CAST(%s AS json))"
    )
    for at in range(0, len(rows), _PART):
        connection.exec_driver_sql(statement, (_json.encode(rows[at : at + _PART]).decode(),))


def keys(connection: Connection, table: Table, count: int) -> range | list[int]:
    """``count`` primary keys that no row of ``table`` has, ascending. On SQLite the transaction has to be the only one
    that writes; on PostgreSQL they come from the table's own sequence."""
    if connection.dialect.name == "sqlite":
        last = int(connection.execute(select(func.coalesce(func.max(table.c.pk), 0))).scalar() or 0)
        return range(last + 1, last + 1 + count)
    sequence = func.pg_get_serial_sequence(table.name, "pk")
    drawn = select(func.nextval(sequence)).select_from(func.generate_series(1, count))
    return sorted(int(pk) for pk in connection.execute(drawn).scalars())


def update(connection: Connection, table: Table, column: str, values: Mapping[int, str | None]) -> None:
    """Set ``column`` of the rows with these primary keys."""
    if not values:
        return
    if connection.dialect.name == "sqlite":
        pairs = [(value, pk) for pk, value in values.items()]
        connection.exec_driver_sql(f"UPDATE {table.name} SET {column} = ? WHERE pk = ?", pairs)
        return
    statement = (
        f"UPDATE {table.name} SET {column} = given.value FROM json_to_recordset(CAST(%s AS json)) "
        f"AS given(pk integer, value text) WHERE {table.name}.pk = given.pk"
    )
    rows = [{"pk": pk, "value": value} for pk, value in values.items()]
    for at in range(0, len(rows), _PART):
        connection.exec_driver_sql(statement, (_json.encode(rows[at : at + _PART]).decode(),))
