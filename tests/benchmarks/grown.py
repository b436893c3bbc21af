"""A library of very many workshops, made in seconds: one that was held, and its rows again.

Each workshop has a vote, a note and a commitment, so that all tables grow. Knows of the schema only
that whatever belongs to a workshop has an id that begins with the workshop's.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

from desktop_app.application.whole_record import add_record
from desktop_app.bootstrap import open_services
from desktop_app.domain.plan import Commitment, Note, NoteKind
from desktop_app.domain.summaries import WorkshopStatus
from desktop_app.domain.workshop import Workshop, WorkshopRecord
from desktop_app.storage.opening import FILE_NAME, open_library

from .libraries import prepared, rated

KEY = "w-0000000"
BY_MINUTES = """
    UPDATE workshops
    SET updated_at = strftime('%Y-%m-%dT%H:%M:%f000+00:00', updated_at, '-' || rowid || ' minutes')
    WHERE id LIKE 'w-%'
"""

Row = tuple[object, ...]


def make_grown_library(folder: Path, workshops: int) -> None:
    """Fill a library with the sample and workshops that were held, and end cleanly."""
    services = open_services(folder)
    services.library.add_sample()
    made = services.workshops.record(services.workshops.create(prepared(1)).value).workshop
    services.close()
    library = open_library(folder)
    with library.writing() as work:
        add_record(work, _held(made))
        work.commit()
    library.close()
    with closing(sqlite3.connect(folder / FILE_NAME)) as raw, raw:
        _repeat(raw, workshops - 3)
    open_library(folder).close()  # checked and backed up as it grew


def _held(made: Workshop) -> WorkshopRecord:
    """Return a workshop like one made before, with a little of all that is kept of a day."""
    workshop = replace(
        made,
        id=KEY,
        identity=KEY,
        title=f"{made.title}, {KEY}",
        status=WorkshopStatus.RUNNING,
        updated_at=made.updated_at - timedelta(minutes=1),
    )
    note = Note(f"{KEY}-n", KEY, NoteKind.IDEA, "The joint rota has held since May")
    taken = Commitment(f"{KEY}-c", KEY, 0, "Rotate the chair")
    first = next(rated(workshop, 1, 1))
    return WorkshopRecord(workshop, (first,), (note,), (taken,))


def _repeat(raw: sqlite3.Connection, times: int) -> None:
    """Add all rows of the held workshop so many times more, under other ids."""
    tables = raw.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()
    for (table,) in tables:
        rows = [row for row in raw.execute(f"SELECT * FROM {table}") if _is_of_workshop(row)]
        if rows:
            places = ", ".join("?" * len(rows[0]))
            raw.executemany(f"INSERT INTO {table} VALUES ({places})", _repeated(rows, times))
    raw.execute(BY_MINUTES)


def _is_of_workshop(row: Row) -> bool:
    return isinstance(row[0], str) and row[0].startswith(KEY)


def _repeated(rows: Sequence[Row], times: int) -> Iterator[Row]:
    for number in range(1, times + 1):
        other = f"w-{number:07}"
        for row in rows:
            yield tuple(c.replace(KEY, other) if isinstance(c, str) else c for c in row)
