"""Which version a library file has, and how it gets to today's; knows no rows.

Alembic is imported only when a file's version differs.
"""

from __future__ import annotations

import os
from contextlib import closing
from functools import cache
from pathlib import Path
from typing import Any

from sqlalchemy import Engine, create_mock_engine, insert, inspect

from .engine import PARTS, driver, library_engine, open_to_read
from .problems import damaged, too_new
from .tables import alembic_version, metadata

SCRIPTS = Path(__file__).parent / "migrations" / "versions"


def revisions(scripts: Path) -> tuple[str, ...]:
    """Return the revisions that a folder has a script for, oldest first.

    Their files are named after them, such as r0001_first.py, so that neither Alembic nor a
    script is needed to know them.
    """
    return tuple(sorted(path.stem.split("_")[0][1:] for path in scripts.glob("r[0-9]*.py")))


KNOWN = revisions(SCRIPTS)
"""All revisions, oldest first."""
HEAD = KNOWN[-1]
"""The revision that `tables` describes."""


def file_version(path: Path) -> str | None:
    """Return the revision of the library at `path`, None where there is no content yet.

    Raise LibraryTooNew for a revision not known here and LibraryDamaged for a database that is
    no library. Sets nothing and writes nothing; raises sqlite3.Error for a file that cannot be
    read.
    """
    require_plain_files(path)
    if not path.exists() or path.stat().st_size == 0:
        return None
    with closing(open_to_read(path)) as connection:
        tables = {name for (name,) in connection.execute("SELECT name FROM sqlite_master")}
        if not tables:
            return None
        if "alembic_version" not in tables:
            raise damaged(path)
        row = connection.execute("SELECT version_num FROM alembic_version").fetchone()
    if row is None:
        raise damaged(path)
    if row[0] in KNOWN:
        return str(row[0])
    raise too_new(path) if _is_later(row[0]) else damaged(path)


def require_plain_files(path: Path) -> None:
    """Raise LibraryDamaged where a folder, a device or a pipe has the name of one of its files."""
    files = [path.with_name(path.name + part) for part in (*PARTS, "-shm")]
    if any(os.path.lexists(file) and not file.is_file() for file in files):
        raise damaged(path)


def _is_later(revision: object) -> bool:
    """Return whether this could be a revision of ours that is still to come."""
    shaped = isinstance(revision, str) and len(revision) == len(HEAD) and revision.isdecimal()
    return shaped and str(revision) > HEAD


def bring_up(path: Path) -> None:
    """Give a sound file that nobody else has open today's schema."""
    if file_version(path) == HEAD:
        return
    engine = library_engine(path)
    try:
        migrate(engine)
    finally:
        engine.dispose()


def create(engine: Engine) -> None:
    """Make all tables in an empty file and stamp it with today's revision, all or nothing."""
    with engine.begin() as connection:
        # Another process may have been faster while we waited for the lock.
        if inspect(connection).get_table_names():
            return
        for statement in _making():
            connection.exec_driver_sql(statement)
        connection.execute(insert(alembic_version).values(version_num=HEAD))


@cache
def _making() -> tuple[str, ...]:
    """Return what makes all tables, compiled once a process: tests make thousands of libraries."""
    statements = []

    def keep(part: Any, *_: object, **__: object) -> None:
        statements.append(str(part.compile(dialect=engine.dialect)))

    engine = create_mock_engine("sqlite://", keep)
    metadata.create_all(engine, checkfirst=False)
    return tuple(statements)


def migrate(
    engine: Engine, target: str = "head", script_location: str = "desktop_app.storage:migrations"
) -> None:
    """Bring a file to revision `target`; each migration is one transaction with its record."""
    from alembic import command  # noqa: PLC0415 - heavy, and seldom needed
    from alembic.config import Config  # noqa: PLC0415

    config = Config()
    config.set_main_option("script_location", script_location)
    config.set_main_option("path_separator", "os")
    with engine.connect() as connection:
        raw = driver(connection)
        # A migration that rebuilds a table drops the old one, which would take the rows that
        # refer to it along. Whether all references still hold is checked in migrations/env.py.
        raw.execute("PRAGMA foreign_keys = OFF")
        try:
            config.attributes["connection"] = connection
            command.upgrade(config, target)
        finally:
            connection.rollback()
            raw.execute("PRAGMA foreign_keys = ON")
