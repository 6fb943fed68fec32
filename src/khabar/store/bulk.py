"""Many rows into a table by one statement, the quickest way each database has."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import msgspec
from sqlalchemy import Column, Connection, FromClause, Table, func, select

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
        part = [{name: _hex(value) for name, value in row.items()} for row in rows[at : at + _PART]]
        connection.exec_driver_sql(statement, (_json.encode(part).decode(),))


def _hex(value: Any) -> Any:
    """Bytes as PostgreSQL writes them; anything else as it is."""
    return f"\\x{value.hex()}" if isinstance(value, bytes) else value


def given(connection: Connection, names: Sequence[str]) -> str:
    """A SELECT of the columns ``names``, all whole numbers, from the rows that the statement's one parameter holds:
    a JSON list of lists (:func:`listed`)."""
    if connection.dialect.name == "sqlite":
        columns = ", ".join(f"json_extract(value, '$[{at}]') AS {name}" for at, name in enumerate(names))
        return f"SELECT {columns} FROM json_each(?)"
    columns = ", ".join(f"CAST(value->>{at} AS bigint) AS {name}" for at, name in enumerate(names))
    return f"SELECT {columns} FROM json_array_elements(CAST(%s AS json)) AS listed(value)"


def listed(rows: Sequence[Sequence[int]]) -> tuple[str]:
    """The parameter of a statement with :func:`given`."""
    return (_json.encode(rows).decode(),)


def among(
    connection: Connection, columns: str, column: Column[Any], values: Iterable[int] | Iterable[str], rest: str = ""
) -> Sequence[Any]:
    """The ``columns`` of the rows whose ``column`` is one of the values; ``rest``: how the statement ends."""
    wanted = sorted(set[Any](values))
    if not wanted:
        return []
    if connection.dialect.name == "sqlite":
        given = "SELECT value FROM json_each(?)"
    else:
        kind = column.type.compile(connection.dialect).split(" ")[0]
        given = f"SELECT CAST(value AS {kind}) FROM json_array_elements_text(CAST(%s AS json)) AS listed(value)"
    statement = f"SELECT {columns} FROM {column.table.name} WHERE {column.name} IN ({given}) {rest}"
    return connection.exec_driver_sql(statement, (_json.encode(wanted).decode(),)).all()


def keys(connection: Connection, table: Table, count: int) -> range | list[int]:
    """``count`` primary keys that no row of ``table`` has, ascending. On SQLite the transaction has to be the only one
    that writes; on PostgreSQL they come from the table's own sequence."""
    if connection.dialect.name == "sqlite":
        last = int(connection.execute(select(func.coalesce(func.max(table.c.pk), 0))).scalar() or 0)
        return range(last + 1, last + 1 + count)
    sequence = func.pg_get_serial_sequence(table.name, "pk")
    drawn = select(func.nextval(sequence)).select_from(func.generate_series(1, count))
    return sorted(int(pk) for pk in connection.execute(drawn).scalars())


def update(connection: Connection, table: Table, column: str, values: Mapping[int, str | int | None]) -> None:
    """Set ``column`` of the rows with these primary keys."""
    if not values:
        return
    if connection.dialect.name == "sqlite":
        pairs = [(value, pk) for pk, value in values.items()]
        connection.exec_driver_sql(f"UPDATE {table.name} SET {column} = ? WHERE pk = ?", pairs)
        return
    kind = table.c[column].type.compile(connection.dialect)
    statement = (
        f"UPDATE {table.name} SET {column} = given.value FROM json_to_recordset(CAST(%s AS json)) "
        f"AS given(pk integer, value {kind}) WHERE {table.name}.pk = given.pk"
    )
    rows = [{"pk": pk, "value": value} for pk, value in values.items()]
    for at in range(0, len(rows), _PART):
        connection.exec_driver_sql(statement, (_json.encode(rows[at : at + _PART]).decode(),))
