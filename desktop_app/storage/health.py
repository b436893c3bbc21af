"""Whether a library file or a backup is sound, found out without changing anything.

Unlike opening, which makes, backs up and brings up to date, this only looks: it can be asked of a
file that must stay as it is.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import Connection, Select, inspect, select

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


def require_sound(path: Path, version: str, *, thorough: bool) -> None:
    """Raise LibraryDamaged unless the file of this version can be read back.

    `thorough` also compares the indexes with their tables.
    """
    with _reading(path) as connection:
        _require_sound(connection, path, version, thorough=thorough)


def workshops_in(path: Path) -> int:
    """Return how many workshops a sound library holds; everything in the file is read.

    Raise LibraryDamaged, LibraryTooNew or what stands in the way of reading.
    """
    with plain_errors(path):
        version = file_version(path)
    if version is None:
        raise damaged(path)
    with _reading(path) as connection:
        _require_sound(connection, path, version, thorough=True)
        return len(connection.execute(_not_put_away(connection)).all())


@contextmanager
def _reading(path: Path) -> Iterator[Connection]:
    engine = reading_engine(path)
    try:
        with plain_errors(path), engine.connect().execution_options(**READING) as connection:
            yield connection
    finally:
        engine.dispose()


def _require_sound(connection: Connection, path: Path, version: str, *, thorough: bool) -> None:
    whole = structure_is_sound(driver(connection), thorough=thorough)
    if not (whole and content_is_sound(connection, FrameworkStore(), older=version != HEAD)):
        raise damaged(path)


def _not_put_away(connection: Connection) -> Select[tuple[str]]:
    """Return the query for the workshops that a person sees; older files know no others."""
    query = select(workshops.c.id)
    columns = {column["name"] for column in inspect(connection).get_columns(workshops.name)}
    return query.where(workshops.c.hidden.is_(False)) if "hidden" in columns else query


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
