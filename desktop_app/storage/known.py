"""What a connection has read and nobody has changed since; knows no table.

A vote is counted in its box and changes no row, so that all that is asked of the library at one
ballot is the same as at the one before. Whether it still is, SQLite tells by two numbers: its data
version rises with what any other connection commits, its total of changes with each row that this
one writes.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable
from typing import TypeVar, cast

from sqlalchemy import Connection

from .engine import driver

T = TypeVar("T")

_MOST = 32
_KEPT = "roundtable_known"


class Known:
    """What one unit of work may take as read; it lies with the connection, from unit to unit."""

    def __init__(self, connection: Connection) -> None:
        if not connection.in_transaction():
            connection.begin()  # from here on the unit sees one moment
        self._driver = driver(connection)
        # Asked before the unit can write: what it then reads may be rolled back.
        self._unchanged = self._driver.total_changes
        self._found = self._kept(connection)

    def once(self, what: Hashable, read: Callable[[], T]) -> T:
        """Return what `read` gives, which is not asked again while it would give the same.

        What it gives must be immutable. In a unit that has written, everything is read anew: what
        it wrote may be rolled back.
        """
        if self._driver.total_changes != self._unchanged:
            return read()
        if what not in self._found:
            if len(self._found) >= _MOST:
                self._found.clear()
            self._found[what] = read()
        return cast("T", self._found[what])

    def _kept(self, connection: Connection) -> dict[Hashable, object]:
        """Return what the connection's last unit read, nothing where somebody wrote since."""
        version = connection.exec_driver_sql("PRAGMA data_version").scalar()
        moment = version, self._unchanged
        kept_at, kept = connection.info.get(_KEPT, (None, None))
        if kept_at != moment:
            kept = {}
            connection.info[_KEPT] = moment, kept
        return cast("dict[Hashable, object]", kept)
