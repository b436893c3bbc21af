"""Whether a library file or a backup is sound, found out without changing anything.

Unlike opening, which makes, backs up and brings up to date, this only looks: it can be asked of a
file that must stay as it is.
"""

from __future__ import annotations

import sqlite3
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import Connection, inspect, select

from desktop_app.domain.errors import LibraryDamaged, LibraryTooNew

from .backup import backups
from .engine import READING, driver, reading_engine
from .frozen_framework import FrameworkStore
from .problems import damaged, plain_errors
from .schema import HEAD, file_version
from .soundness import content_is_sound, structure_is_sound
from .tables import workshops


@dataclass(frozen=True, slots=True)
class Backups:
    """The backups of a library, newest first: those that could replace it, and the others."""

    good: tuple[Path, ...]
    bad: tuple[Path, ...]


def workshops_in(path: Path) -> int:
    """Return how many workshops a sound library holds; everything in the file is read.

    Raise LibraryDamaged, LibraryTooNew or what stands in the way of reading.
    """
    with plain_errors(path):
        version = file_version(path)
        if version is None:
            raise damaged(path)
        engine = reading_engine(path)
        try:
            with engine.connect().execution_options(**READING) as connection:
                return _counted(connection, path, older=version != HEAD)
        finally:
            engine.dispose()


def _counted(connection: Connection, path: Path, *, older: bool) -> int:
    raw, store = driver(connection), FrameworkStore()
    whole = structure_is_sound(raw, thorough=True)
    if not (whole and content_is_sound(connection, store, older=older)):
        raise damaged(path)
    query = select(workshops.c.id)
    if "hidden" in {column["name"] for column in inspect(connection).get_columns(workshops.name)}:
        query = query.where(workshops.c.hidden.is_(False))
    return len(connection.execute(query).all())


def backups_of(library: Path) -> Backups:
    """Return which backups of a library are good."""
    found = {path: _is_good(path) for path in backups(library)}
    return Backups(
        tuple(path for path, good in found.items() if good),
        tuple(path for path, good in found.items() if not good),
    )


def newest_good_backup(library: Path) -> Path | None:
    """Return the newest backup that is a sound library this version can open, or None."""
    return next((path for path in backups(library) if _is_good(path)), None)


def _is_good(path: Path) -> bool:
    with suppress(LibraryDamaged, LibraryTooNew, OSError, sqlite3.Error):
        workshops_in(path)
        return True
    return False
