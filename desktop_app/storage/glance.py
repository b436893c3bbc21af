"""The library's lines read in a moment, before SQLAlchemy is loaded; knows no other table.

Only so that the home page can show them at once. It checks nothing and writes nothing: whoever
glances opens the library properly right after.
"""

from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import date, datetime
from pathlib import Path
from typing import Any

from desktop_app.domain.summaries import WorkshopStatus, WorkshopSummary

from .summary_rows import summary_of

FILE_NAME = "roundtable.db"
_QUERY = "SELECT * FROM workshops WHERE NOT hidden ORDER BY updated_at DESC, id"


def glance(data_dir: Path) -> tuple[WorkshopSummary, ...] | None:
    """Return all workshops, the last touched first, or None where a glance does not tell."""
    path = data_dir / FILE_NAME
    logs = (path.with_name(path.name + part) for part in ("-wal", "-journal"))
    if not path.is_file() or any(log.exists() for log in logs):
        # A log stays after an end that was not clean, and opening here could tidy it away.
        return None
    try:
        with closing(_opened(path)) as connection:
            return tuple(_summary(dict(row)) for row in connection.execute(_QUERY))
    except (sqlite3.Error, LookupError, TypeError, ValueError):
        return None


def _opened(path: Path) -> sqlite3.Connection:
    # Immutable: no lock, no log and no file beside it, whatever is wrong with this one.
    connection = sqlite3.connect(f"{path.absolute().as_uri()}?immutable=1", uri=True)
    connection.row_factory = sqlite3.Row
    return connection


def _summary(row: dict[str, Any]) -> WorkshopSummary:
    values = {
        "held_on": date.fromisoformat(row["held_on"]) if row["held_on"] else None,
        "status": WorkshopStatus(row["status"]),
        "is_sample": bool(row["is_sample"]),
        "updated_at": datetime.fromisoformat(row["updated_at"]),
    }
    return summary_of(row | values)
