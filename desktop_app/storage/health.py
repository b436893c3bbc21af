"""Whether a library file or a backup is sound, found out without changing anything.

Unlike opening, which makes, backs up and brings up to date, this only looks: it can be asked of a
file that must stay as it is.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import Connection, select

from desktop_app.domain.errors import AppError, LibraryDamaged, LibraryTooNew

from .backup import backups
from .elsewhere import brought_up_elsewhere
from .engine import READING, driver, reading_engine
from .frozen_framework import FrameworkStore
from .problems import damaged, making_sense, too_new
from .schema import HEAD, file_version
from .soundness import (
    content_is_sound,
    lines_are_ours,
    rows_are_ours,
    schema_is_ours,
    structure_is_sound,
)
from .tables import workshops
from .votes.folder import FOLDER_NAME, Boxes
from .work import SqliteWork


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


def require_lines(path: Path) -> None:
    """Raise LibraryDamaged unless the lines of a file of today's revision can be read."""
    with _reading(path) as connection:
        if not lines_are_ours(driver(connection)):
            raise damaged(path)


def workshops_in(path: Path) -> int:
    """Return how many workshops a sound library holds; everything in the file is read.

    Raise LibraryDamaged, LibraryTooNew or what stands in the way of reading.
    """
    with making_sense(path):
        version = file_version(path)
        if version is None:
            raise damaged(path)
        require_sound(path, version, thorough=True)
        if version == HEAD:
            with _reading(path) as connection:
                return _workshops_read(connection, path)
        with brought_up_elsewhere(path) as engine, engine.connect() as connection:
            _require_sound(connection, path, HEAD, thorough=True)
            return _workshops_read(connection, path)


def _workshops_read(connection: Connection, path: Path) -> int:
    """Put each workshop together as opening it would; raise whatever that raises."""
    raw = driver(connection)
    if not (schema_is_ours(raw) and rows_are_ours(raw)):
        raise damaged(path)
    boxes = Boxes(path.parent / FOLDER_NAME)
    work = SqliteWork(connection, FrameworkStore(), boxes, may_write=False)
    ids = connection.execute(select(workshops.c.id).where(workshops.c.hidden.is_(False))).scalars()
    return len([work.record(workshop_id) for workshop_id in ids.all()])


@contextmanager
def _reading(path: Path) -> Iterator[Connection]:
    engine = reading_engine(path)
    try:
        with making_sense(path), engine.connect().execution_options(**READING) as connection:
            yield connection
    finally:
        engine.dispose()


def _require_sound(connection: Connection, path: Path, version: str, *, thorough: bool) -> None:
    whole = structure_is_sound(driver(connection), thorough=thorough)
    if not (whole and content_is_sound(connection, FrameworkStore(), older=version != HEAD)):
        raise damaged(path)


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
    with suppress(AppError):
        workshops_in(path)
        return True
    return False


@contextmanager
def telling_the_way_out(path: Path) -> Iterator[None]:
    """Let what is said of a library that cannot be used name the backup that can."""
    try:
        yield
    except LibraryDamaged as error:
        raise damaged(path, newest_good_backup(path)) from error
    except LibraryTooNew as error:
        raise too_new(path, newest_good_backup(path)) from error
