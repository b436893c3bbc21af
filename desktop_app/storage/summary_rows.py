"""The library's lines as they stand in the file; light, as the home list waits for them.

In plain SQL: a glance has no SQLAlchemy yet, and ten thousand lines read through its types take
several times as long.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime
from typing import Any

from desktop_app.domain.summaries import WorkshopLines, WorkshopStatus, WorkshopSummary

Read = Callable[[Sequence[str]], Mapping[str, WorkshopSummary]]
Run = Callable[[str, tuple[str, ...]], Sequence[Sequence[Any]]]
"""Runs a query with its values and returns all rows."""

COLUMNS = (
    "id",
    "title",
    "partnership",
    "held_on",
    "status",
    "is_sample",
    "updated_at",
    "position",
    "present",
    "rehearsal_of",
)
"""What a line is made of."""
ARCHIVED = "id IN (SELECT workshop_id FROM archived_workshops)"
_SELECTED = ", ".join((*COLUMNS, ARCHIVED))
HERE = "FROM workshops WHERE NOT hidden"
LAST_FIRST = "updated_at > strftime('%Y-%m-%dT%H:%M:%S', 'now', '+1 day'), updated_at DESC, id"
"""What was touched while the clock was ahead would stand first for ever: it stands last until it is
touched again. A day is let pass, as clocks are set by an hour."""
_LAST_FIRST = f"ORDER BY {LAST_FIRST}"
_LINES = f"SELECT {_SELECTED} {HERE}"
_IDS = f"SELECT id, {ARCHIVED} {HERE} {_LAST_FIRST}"
_AWAY = f"SELECT {_SELECTED} FROM workshops WHERE hidden"  # noqa: S608 - our own words
_STATUSES = {status.value: status for status in WorkshopStatus}  # a look-up, not a call, a line
_RUNNING = f"status = '{WorkshopStatus.RUNNING.value}'"


def all_summaries(run: Run) -> tuple[WorkshopSummary, ...]:
    """Return every line, the last touched first; raise ValueError for a wrong value."""
    return tuple(map(_summary, run(f"{_LINES} {_LAST_FIRST}", ())))


def all_lines(run: Run, read: Read) -> WorkshopLines:
    """Return the same for a list whose lines are read by `read` when they are looked at."""
    every = run(_IDS, ())
    ids = tuple(key for key, archived in every if not archived)
    usual = f"{_LINES} AND NOT {ARCHIVED}"
    going_on = run(f"{usual} AND {_RUNNING} AND rehearsal_of = '' {_LAST_FIRST} LIMIT 1", ())
    rehearsal = run(f"{_LINES} AND rehearsal_of <> '' {_LAST_FIRST} LIMIT 1", ())
    archived = len(every) - len(ids)
    return WorkshopLines(ids, read, _first(going_on), _first(rehearsal), archived)


def same_summaries(run: Run, identity: str) -> tuple[WorkshopSummary, ...]:
    """Return the lines of the workshops with an identity, the last touched first."""
    same = f"{_LINES} AND identity = ? AND rehearsal_of = '' {_LAST_FIRST}"
    return tuple(map(_summary, run(same, (identity,))))


def put_away(run: Run) -> tuple[WorkshopSummary, ...]:
    """Return the lines of workshops that are put away, the last touched first."""
    return tuple(map(_summary, run(f"{_AWAY} AND rehearsal_of = '' {_LAST_FIRST}", ())))


def stands(run: Run) -> dict[str, str]:
    """Return at which point each workshop stands: another text once anything in it changed."""
    rows = run(f"SELECT id, revision || ' ' || updated_at {HERE}", ())
    return {str(key): str(stand) for key, stand in rows}


def lines_of(run: Run, ids: Sequence[str]) -> dict[str, WorkshopSummary]:
    """Return the lines of some ids, at most a page of them."""
    rows = run(f"{_LINES} AND id IN ({', '.join('?' * len(ids))})", tuple(ids))
    return {line.id: line for line in map(_summary, rows)}


def _first(rows: Sequence[Sequence[Any]]) -> WorkshopSummary | None:
    return _summary(rows[0]) if rows else None


def _summary(row: Sequence[Any]) -> WorkshopSummary:
    key, title, partnership, held_on, status, sample, updated, position, *others = row
    present, rehearsal, archived = others
    return WorkshopSummary(
        id=key,
        title=title,
        partnership=partnership,
        held_on=date.fromisoformat(held_on) if held_on else None,
        status=_STATUSES.get(status) or WorkshopStatus(status),
        is_sample=bool(sample),
        updated_at=datetime.fromisoformat(updated),
        position=position,
        present=present,
        is_rehearsal=bool(rehearsal),
        is_archived=bool(archived),
    )
