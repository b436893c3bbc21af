"""Whole workshops taken from one library file into another; knows nothing of what is in them.

Both have today's schema. Rows keep their ids: it is the same workshop, told further.
"""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import Table

from .tables import metadata, own_frameworks, workshops

_FRAMEWORKS = "INSERT OR IGNORE INTO main.frameworks SELECT * FROM other.frameworks WHERE hash IN"


@dataclass(frozen=True, slots=True)
class TakenOver:
    """How many workshops were added, how many took the place of what was there, and how many not.

    `left`: those that are in both and were left as they are.
    """

    added: int
    newer: int
    left: int


def take_over(source: Path, target: Path, *, newer: bool) -> TakenOver:
    """Add the workshops and frameworks of `source` that `target` does not have.

    With `newer`, those take the place of what `target` has that were told at least as far there.
    All or nothing; raise sqlite3.Error.
    """
    with closing(sqlite3.connect(target, isolation_level=None)) as raw:
        raw.execute("PRAGMA foreign_keys = ON").fetchall()
        raw.execute("PRAGMA secure_delete = ON").fetchall()
        raw.execute("ATTACH ? AS other", (str(source),))
        raw.execute("BEGIN IMMEDIATE")
        added, further, left = sorted_out(raw)
        if not newer:
            further, left = [], left + further
        for workshop_id in further:
            raw.execute("DELETE FROM main.workshops WHERE id = ?", (workshop_id,))
        for workshop_id in (*added, *further):
            _take(raw, workshop_id)
        _take_own_frameworks(raw)
        raw.execute("COMMIT")
    return TakenOver(len(added), len(further), len(left))


def sorted_out(raw: sqlite3.Connection) -> tuple[list[str], list[str], list[str]]:
    """Return the ids that are new here, those told no further here, and those told further."""
    rows = raw.execute(
        "SELECT id, mine.id IS NULL, theirs.revision >= mine.revision"
        " FROM other.workshops AS theirs LEFT JOIN main.workshops AS mine USING (id)"
        " WHERE NOT theirs.hidden"
    ).fetchall()
    return (
        [key for key, new, _ in rows if new],
        [key for key, new, further in rows if not new and further],
        [key for key, new, further in rows if not new and not further],
    )


def _take(raw: sqlite3.Connection, workshop_id: str) -> None:
    used = "(SELECT framework_hash FROM other.workshops WHERE id = ?)"
    raw.execute(f"{_FRAMEWORKS} {used}", (workshop_id,))
    for table in metadata.sorted_tables:
        where = _of_workshop(table)
        if where:
            _insert(raw, table, where, workshop_id)


def _of_workshop(table: Table) -> str:
    """Return the condition for a table's rows of one workshop, "" where it has none."""
    if table is workshops:
        return "id = ?"
    for key in table.foreign_keys:
        parent = key.column.table
        if where := _of_workshop(parent):
            own, theirs = key.parent.name, key.column.name
            return f"{own} IN (SELECT {theirs} FROM other.{parent.name} WHERE {where})"  # noqa: S608
    return ""


def _insert(raw: sqlite3.Connection, table: Table, where: str, *values: str) -> None:
    names = ", ".join(f'"{column.name}"' for column in table.c)
    raw.execute(
        f"INSERT OR IGNORE INTO main.{table.name} ({names})"  # noqa: S608 - our own words
        f" SELECT {names} FROM other.{table.name} WHERE {where}",
        values,
    )


def _take_own_frameworks(raw: sqlite3.Connection) -> None:
    used = "(SELECT framework_hash FROM other.own_frameworks)"
    raw.execute(f"{_FRAMEWORKS} {used}")
    _insert(raw, own_frameworks, "TRUE")
