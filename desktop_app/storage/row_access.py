"""Rows over one connection, and the sentence for one that is gone; knows no use of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache, partial
from types import MappingProxyType
from typing import Any

from sqlalchemy import (
    Column,
    Connection,
    Select,
    Table,
    Update,
    bindparam,
    delete,
    select,
    update,
)
from sqlalchemy.dialects.sqlite import Insert, insert

from desktop_app.domain.errors import ChangedElsewhere, NotFound
from desktop_app.domain.texts import to_say

from .known import Known

Rows = Sequence[Sequence[Any]]

_GONE = {
    "workshops": to_say("This workshop is no longer in the library."),
    "rounds": to_say("This vote is no longer in the library."),
    "priority_votes": to_say("This vote on priorities is no longer in the library."),
    "own_frameworks": to_say("This framework is no longer in the library."),
    "notes": to_say("This note is no longer in the library."),
    "commitments": to_say("This commitment is no longer in the library."),
}


def gone(table: Table) -> NotFound:
    """Return the problem that a row of `table` is not there."""
    return NotFound(_GONE[table.name])


@cache
def _row_of(table: Table) -> Select[Any]:
    """Return the query of a row, put together once."""
    return select(table).where(table.c.id == bindparam("row_id"))


@cache
def _change_of(table: Table, names: tuple[str, ...], as_read: tuple[str, ...]) -> Update:
    """Return the statement that writes some columns of a row, put together once for each few."""
    here = (table.c[name] == bindparam(f"as_read_{name}") for name in as_read)
    return update(table).where(*here).values({n: bindparam(f"new_{n}") for n in names})


@cache
def _more_of(table: Table, names: tuple[str, ...], counted: str) -> Insert:
    """Return the statement that adds to a column of a row or makes it, put together once."""
    row = insert(table).values({name: bindparam(name) for name in names})
    more = table.c[counted] + row.excluded[counted]
    key = [column.name for column in table.primary_key]
    return row.on_conflict_do_update(index_elements=key, set_={counted: more})


class RowAccess:
    """Rows over one connection; every miss is a NotFound."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self.known = Known(connection)

    def get(self, table: Table, row_id: str) -> Mapping[str, Any]:
        """Return a row."""
        return self.known.once((table.name, row_id), partial(self._read, table, row_id))

    def _read(self, table: Table, row_id: str) -> Mapping[str, Any]:
        row = self._connection.execute(_row_of(table), {"row_id": row_id}).mappings().first()
        if row is None:
            raise gone(table)
        return MappingProxyType(dict(row))

    def of_workshop(
        self, table: Table, columns: Sequence[str], workshop_id: str, order: str
    ) -> Rows:
        """Return some columns of a workshop's rows, ordered by another one."""
        wanted = select(*(table.c[name] for name in columns))
        query = wanted.where(table.c.workshop_id == workshop_id)
        return self._connection.execute(query.order_by(table.c[order], table.c.id)).all()

    def run(self, query: str, values: tuple[str, ...]) -> Rows:
        """Return all rows of a query in plain SQL, their values as they are stored."""
        return self._connection.exec_driver_sql(query, values).all()

    def require(self, table: Table, row_id: str) -> None:
        """Raise NotFound unless the row is there."""
        if self._connection.execute(select(table.c.id).where(table.c.id == row_id)).first() is None:
            raise gone(table)

    def update(self, table: Table, values: dict[str, Any], **as_read: object) -> None:
        """Write some of a row's columns; raise ChangedElsewhere where others are not `as_read`."""
        if not self.updated(table, values, **as_read):
            self.require(table, values["id"])
            raise ChangedElsewhere

    def updated(self, table: Table, values: dict[str, Any], **as_read: object) -> bool:
        """Write some of a row's columns; return whether the row is there, and as it was read."""
        where = {"id": values["id"], **as_read}
        given = {f"new_{name}": value for name, value in values.items()}
        given |= {f"as_read_{name}": value for name, value in where.items()}
        change = _change_of(table, tuple(values), tuple(where))
        return self._connection.execute(change, given).rowcount > 0

    def add_all(self, table: Table, columns: Mapping[str, Sequence[Any]]) -> None:
        """Add new rows, given as their columns, in one statement: there may be thousands."""
        kept = [self._as_kept(table.c[name], values) for name, values in columns.items()]
        rows = list(zip(*kept, strict=True))
        if rows:
            places = ", ".join("?" * len(columns))
            sql = f"INSERT INTO {table.name} ({', '.join(columns)}) VALUES ({places})"  # noqa: S608 - ours
            self._connection.exec_driver_sql(sql, rows)

    def _as_kept(self, column: Column[Any], values: Sequence[Any]) -> Sequence[Any]:
        """Return a column's values as they are kept; the very same value is turned over once."""
        keep = column.type.bind_processor(self._connection.dialect)
        if keep is None:
            return values
        kept = {key: keep(value) for key, value in {id(v): v for v in values}.items()}
        return [kept[id(value)] for value in values]

    def add_to(self, table: Table, counted: str, rows: Sequence[dict[str, Any]]) -> None:
        """Add to a column of the rows with the same keys; those that are not there are made."""
        if rows:
            self._connection.execute(_more_of(table, tuple(rows[0]), counted), rows)

    def delete(self, table: Table, row_id: str) -> None:
        """Remove a row with the rows that hang on it."""
        if self._connection.execute(delete(table).where(table.c.id == row_id)).rowcount == 0:
            raise gone(table)
