"""The library's lines read in a moment, before SQLAlchemy is loaded; knows no other table.

Only so that the home page can show them at once. It checks nothing and writes nothing: whoever
glances opens the library properly right after.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager, suppress
from functools import partial
from pathlib import Path

from desktop_app.domain.summaries import WorkshopLines, WorkshopSummary

from .summary_rows import Run, all_lines, lines_of

FILE_NAME = "roundtable.db"


def glance(data_dir: Path) -> WorkshopLines | None:
    """Return all workshops, the last touched first, or None where a glance does not tell."""
    path = data_dir / FILE_NAME
    logs = (path.with_name(path.name + part) for part in ("-wal", "-journal"))
    if not path.is_file() or any(log.exists() for log in logs):
        # A log stays after an end that was not clean, and opening here could tidy it away.
        return None
    try:
        with _running(path) as run:
            lines = all_lines(run, partial(_read, path))
            lines_of(run, lines.ids[:1])  # a line that cannot be read is nothing to show
    except Exception:  # noqa: BLE001 - whatever it is, opening the library will say it
        return None
    return lines


def _read(path: Path, ids: Sequence[str]) -> dict[str, WorkshopSummary]:
    with suppress(Exception), _running(path) as run:
        return lines_of(run, ids)
    return {}


@contextmanager
def _running(path: Path) -> Iterator[Run]:
    with closing(_opened(path)) as connection:
        yield lambda query, values: connection.execute(query, values).fetchall()


def _opened(path: Path) -> sqlite3.Connection:
    # Immutable: no lock, no log and no file beside it, whatever is wrong with this one.
    return sqlite3.connect(f"{path.absolute().as_uri()}?immutable=1", uri=True)
