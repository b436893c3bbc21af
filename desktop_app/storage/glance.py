"""The library's lines read in a moment, before SQLAlchemy is loaded; knows no other table.

Only so that the home page can show them at once. It checks nothing and writes nothing: whoever
glances opens the library properly right after.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from contextlib import closing
from functools import partial
from pathlib import Path

from desktop_app.domain.summaries import WorkshopLines, WorkshopSummary

from .summary_rows import GOING_ON, IDS, REHEARSAL, first_of, query_of, summary_of

FILE_NAME = "roundtable.db"
_NO_TELLING = (sqlite3.Error, LookupError, TypeError, ValueError)


def glance(data_dir: Path) -> WorkshopLines | None:
    """Return all workshops, the last touched first, or None where a glance does not tell."""
    path = data_dir / FILE_NAME
    logs = (path.with_name(path.name + part) for part in ("-wal", "-journal"))
    if not path.is_file() or any(log.exists() for log in logs):
        # A log stays after an end that was not clean, and opening here could tidy it away.
        return None
    try:
        with closing(_opened(path)) as connection:
            ids = tuple(key for (key,) in connection.execute(IDS))
            going_on, rehearsal = (
                first_of(connection.execute(query).fetchall()) for query in (GOING_ON, REHEARSAL)
            )
            _lines(connection, ids[:1])  # a line that cannot be read is nothing to show
    except _NO_TELLING:
        return None
    return WorkshopLines(ids, partial(_read, path), going_on, rehearsal)


def _read(path: Path, ids: Sequence[str]) -> dict[str, WorkshopSummary]:
    try:
        with closing(_opened(path)) as connection:
            return _lines(connection, ids)
    except _NO_TELLING:
        return {}


def _lines(connection: sqlite3.Connection, ids: Sequence[str]) -> dict[str, WorkshopSummary]:
    rows = connection.execute(query_of(ids), tuple(ids))
    return {line.id: line for line in map(summary_of, rows)}


def _opened(path: Path) -> sqlite3.Connection:
    # Immutable: no lock, no log and no file beside it, whatever is wrong with this one.
    return sqlite3.connect(f"{path.absolute().as_uri()}?immutable=1", uri=True)
