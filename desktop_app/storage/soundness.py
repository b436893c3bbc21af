"""Whether what stands in the library can be read back; changes nothing.

SQLite's own checks look at its structure. They pass a file in which a text was overwritten by
something that is no text, a word by one that we do not know, or a framework by another.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from functools import cache
from typing import Any

from sqlalchemy import Connection, Select, Table, create_engine, inspect, select
from sqlalchemy.exc import OperationalError

from .engine import driver
from .frozen_framework import FrameworkStore
from .readable import readable
from .summary_rows import COLUMNS
from .tables import frameworks, metadata, tallies, workshops

_AT_ONCE = 1000
"""How many rows are held at a time."""


def structure_is_sound(raw: sqlite3.Connection, *, thorough: bool) -> bool:
    """Return what SQLite says; `thorough` also compares the indexes with their tables."""
    pragma = "integrity_check" if thorough else "quick_check"
    if raw.execute(f"PRAGMA {pragma}(1)").fetchone() != ("ok",):
        return False
    # A row whose parent's name was overwritten belongs to nothing and would never be seen again.
    return raw.execute("PRAGMA foreign_key_check").fetchone() is None


def schema_is_ours(raw: sqlite3.Connection) -> bool:
    """Return whether a file of today's revision has each table and index as we make them.

    SQLite takes a misspelt word of the schema for another type or another name.
    """
    return _schema_of(raw) == _our_schema()


def rows_are_ours(raw: sqlite3.Connection) -> bool:
    """Return whether every row of a file of today's revision holds the kinds of value we write."""
    return all(_is_ours(raw, table, table.c.keys()) for table in metadata.sorted_tables)


def lines_are_ours(raw: sqlite3.Connection) -> bool:
    """Return whether the lines of its workshops hold the kinds of value we write."""
    return _is_ours(raw, workshops, COLUMNS)


def _is_ours(raw: sqlite3.Connection, table: Table, names: Sequence[str]) -> bool:
    query = f"SELECT {', '.join(names)} FROM {table.name}"  # noqa: S608 - our words
    found = raw.execute(query)
    while rows := found.fetchmany(_AT_ONCE):
        if not readable(table.name, names, rows):
            return False
    return True


@cache
def _our_schema() -> frozenset[tuple[str, ...]]:
    engine = create_engine("sqlite://")
    with engine.begin() as connection:
        metadata.create_all(connection)
        found = _schema_of(driver(connection))
    engine.dispose()
    return found


def _schema_of(raw: sqlite3.Connection) -> frozenset[tuple[str, ...]]:
    """Return kind, name, table and words of all that has words, whatever their layout."""
    rows = raw.execute("SELECT type, name, tbl_name, sql FROM sqlite_master WHERE sql NOT NULL")
    # A table that was rebuilt by a migration has its name in quotation marks.
    return frozenset((*names, " ".join(sql.replace('"', "").split())) for *names, sql in rows)


def content_is_sound(connection: Connection, store: FrameworkStore, *, older: bool) -> bool:
    """Return whether every row of every table can be read and every framework is the stored one.

    An `older` file is read as far as it has today's columns; the others it gets by migration.
    """
    if older:
        return _words_are_known(connection) and store.is_sound(connection)
    return rows_are_ours(driver(connection)) and store.is_sound(connection)


def _words_are_known(connection: Connection) -> bool:
    known = _columns(connection)
    try:
        for table in metadata.sorted_tables:
            query = _all_words(table, known)
            if query is not None:
                connection.execute(query).all()
    except (ValueError, LookupError, OperationalError):
        # OperationalError: a column is missing. A lock or a full disk was made an AppError before.
        return False
    return True


def _columns(connection: Connection) -> set[tuple[str, str]]:
    """Return every table with each of its columns, as the file has them."""
    found = inspect(connection)
    return {(t, c["name"]) for t in found.get_table_names() for c in found.get_columns(t)}


def _all_words(table: Table, known: set[tuple[str, str]]) -> Select[Any] | None:
    """Return a query for all that can be misread in a table, without reading the rest."""
    if table is frameworks:
        return select(table.c.hash)
    if table is tallies:
        return select(table.c.channel, table.c.group_label).distinct()
    columns = [c for c in table.c if (table.name, c.name) in known]
    return select(*columns) if columns else None
