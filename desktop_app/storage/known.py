"""What a connection has read and nobody has changed since; knows no table.

A vote is counted in its box and changes no row, so that all that is asked of the library at one
ballot is the same as at the one before. Whether it still is, SQLite tells by two numbers: its data
version rises with what any other connection commits, its total of changes with each row that this
one writes.
"""

from __future__ import annotations

import sqlite3
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
        self._connection = connection
        self._driver: sqlite3.Connection | None = None
        self._unchanged = 0
        self._found: dict[Hashable, object] = {}

    def once(self, what: Hashable, read: Callable[[], T]) -> T:
        """Return what `read` gives, which is not asked again while it would give the same.

        What it gives must be immutable. In a unit that has written, everything is read anew: what
        it wrote may be rolled back.
        """
        raw = self._driver or self._begin()
        if raw.total_changes != self._unchanged:
            return read()
        if what not in self._found:
            if len(self._found) >= _MOST:
                self._found.clear()
            self._found[what] = read()
        return cast("T", self._found[what])

    def _begin(self) -> sqlite3.Connection:
        if not self._connection.in_transaction():
            self._connection.begin()  # from here on the unit sees one moment
        raw = self._driver = driver(self._connection)
        self._unchanged = raw.total_changes
        (version,) = raw.execute("PRAGMA data_version").fetchone()
        moment = version, self._unchanged
        kept_at, kept = self._connection.info.get(_KEPT, (None, {}))
        if kept_at != moment:
            kept = {}
            self._connection.info[_KEPT] = moment, kept
        self._found = kept
        return raw
