"""The library's lines as they stand in the file; light, as the home list waits for them.

In plain SQL: a glance has no SQLAlchemy yet, and ten thousand lines read through its types take
several times as long.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from desktop_app.domain.summaries import WorkshopStatus, WorkshopSummary

_COLUMNS = (
    "id, title, partnership, held_on, status, is_sample, updated_at, position, present,"
    " rehearsal_of <> ''"
)
_HERE = "FROM workshops WHERE NOT hidden"
_LAST_FIRST = "ORDER BY updated_at DESC, id"
IDS = f"SELECT id {_HERE} {_LAST_FIRST}"
ALL = f"SELECT {_COLUMNS} {_HERE} {_LAST_FIRST}"
GOING_ON = (
    f"SELECT {_COLUMNS} {_HERE} AND status = '{WorkshopStatus.RUNNING.value}'"
    f" AND rehearsal_of = '' {_LAST_FIRST} LIMIT 1"
)
REHEARSAL = f"SELECT {_COLUMNS} {_HERE} AND rehearsal_of <> '' {_LAST_FIRST} LIMIT 1"


def query_of(ids: Sequence[str]) -> str:
    """Return the query for the lines of so many ids."""
    return f"SELECT {_COLUMNS} {_HERE} AND id IN ({', '.join('?' * len(ids))})"


def summary_of(row: Sequence[Any]) -> WorkshopSummary:
    """Return the line of a row that one of the queries gave; raise ValueError for a wrong value."""
    key, title, partnership, held_on, status, sample, updated, position, present, rehearsal = row
    return WorkshopSummary(
        id=key,
        title=title,
        partnership=partnership,
        held_on=date.fromisoformat(held_on) if held_on else None,
        status=WorkshopStatus(status),
        is_sample=bool(sample),
        updated_at=datetime.fromisoformat(updated),
        position=position,
        present=present,
        is_rehearsal=bool(rehearsal),
    )


def first_of(rows: Sequence[Sequence[Any]]) -> WorkshopSummary | None:
    """Return the line of the first row, or None without any."""
    return summary_of(rows[0]) if rows else None
