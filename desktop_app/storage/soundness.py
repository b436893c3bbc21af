"""Whether what stands in the library can be read back; changes nothing.

SQLite's own checks look at its structure. They pass a file in which a text was overwritten by
something that is no text, a word by one that we do not know, or a framework by another.
"""

from __future__ import annotations

import sqlite3
from typing import Any

from sqlalchemy import Connection, Select, Table, select
from sqlalchemy.exc import OperationalError

from .frozen_framework import FrameworkStore
from .tables import frameworks, metadata, tallies


def structure_is_sound(raw: sqlite3.Connection, *, thorough: bool) -> bool:
    """Return what SQLite says; `thorough` also compares the indexes with their tables."""
    pragma = "integrity_check" if thorough else "quick_check"
    return bool(raw.execute(f"PRAGMA {pragma}(1)").fetchone() == ("ok",))


def content_is_sound(connection: Connection, store: FrameworkStore) -> bool:
    """Return whether every row of every table can be read and every framework is the stored one."""
    try:
        for table in metadata.sorted_tables:
            connection.execute(_all_words(table)).all()
    except (ValueError, LookupError, OperationalError):
        # OperationalError: a column is missing. A lock or a full disk was made an AppError before.
        return False
    return store.is_sound(connection)


def _all_words(table: Table) -> Select[Any]:
    """Return a query for all that can be misread in a table, without reading the rest."""
    if table is frameworks:
        return select(table.c.hash)
    if table is tallies:
        return select(table.c.channel, table.c.group_label).distinct()
    return select(table)
