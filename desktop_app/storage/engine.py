"""How this application talks to SQLite; knows no tables.

Three defaults of the driver are wrong for us: it commits before DDL by itself, it leaves rows
behind after SAVEPOINT and rollback, and foreign keys are off. So its own transactions are
switched off (`isolation_level=None`) and every transaction begins with an explicit BEGIN.
"""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from sqlalchemy import URL, Connection, Engine, ExceptionContext, NullPool, create_engine, event

from .problems import problem_of

LOCK_SECONDS = 5.0
PARTS = ("", "-wal", "-journal")
"""What a library's files may add to its name; its index beside a log is made anew from that."""
_NEEDS_FILES = {
    sqlite3.SQLITE_CANTOPEN,
    sqlite3.SQLITE_READONLY,
    sqlite3.SQLITE_IOERR,
    sqlite3.SQLITE_FULL,
}
READING = {"roundtable_reading": True}
"""Execution options of a connection that will only read."""


def library_engine(
    path: Path, lock_seconds: float = LOCK_SECONDS, *, must_exist: bool = False
) -> Engine:
    """Return an engine for the library at `path`; nothing is opened yet.

    Every error of its connections that is not a bug is raised as an AppError. `must_exist`: no
    connection makes an empty file where a library was removed.
    """
    # The URL only says that this is a file; "?", "%" and "#" in a path would open another.
    engine = create_engine(
        URL.create("sqlite", database=str(path)),
        creator=partial(_open_to_write, path, lock_seconds, "rw" if must_exist else "rwc"),
        # An error's text ends in the log, where no rating may stand.
        hide_parameters=True,
    )
    event.listen(engine, "connect", _prepare)
    event.listen(engine, "begin", begin_units)
    say_errors(engine, path)
    return engine


def _open_to_write(path: Path, lock_seconds: float, mode: str) -> sqlite3.Connection:
    return sqlite3.connect(
        f"{path.absolute().as_uri()}?mode={mode}",
        timeout=lock_seconds,
        isolation_level=None,
        check_same_thread=False,
        uri=True,
    )


def reading_engine(path: Path) -> Engine:
    """Return an engine that only reads the file at `path` and leaves it and its log as they are."""
    engine = create_engine(
        "sqlite://", creator=partial(open_to_read, path), poolclass=NullPool, hide_parameters=True
    )
    event.listen(engine, "begin", begin_units)
    say_errors(engine, path)
    return engine


def open_to_read(path: Path) -> sqlite3.Connection:
    """Open the file at `path` to read it; nothing is written to it, nor its log taken up.

    Only a change that was cut off before its end is rolled back: what it left cannot be read.
    Where that, or a log, needs files to be written and none can be, a copy is read in memory.
    """
    how = "immutable=1"  # taken as it stands: no lock, and no new file beside it
    if path.with_name(path.name + "-journal").exists():
        how = "mode=rw"
    elif path.with_name(path.name + "-wal").exists():
        how = "mode=ro"  # in use, or not closed, and the log must be read too
    connection = sqlite3.connect(
        f"{path.absolute().as_uri()}?{how}", uri=True, isolation_level=None
    )
    if how == "immutable=1" or _can_be_read(connection):
        return connection
    connection.close()
    return _read_from_a_copy(path)


def _can_be_read(connection: sqlite3.Connection) -> bool:
    """Return whether a file opens; one that is damaged or locked is for whoever reads on."""
    try:
        connection.execute("PRAGMA schema_version").fetchone()
    except sqlite3.OperationalError as error:
        return (error.sqlite_errorcode & 0xFF) not in _NEEDS_FILES
    except (sqlite3.Error, ValueError):
        return True
    return True


def _read_from_a_copy(path: Path) -> sqlite3.Connection:
    memory = sqlite3.connect(":memory:", isolation_level=None)
    with TemporaryDirectory(prefix="roundtable-") as folder:
        for part in PARTS:
            file = path.with_name(path.name + part)
            if file.exists():
                shutil.copyfile(file, Path(folder) / file.name)
        with closing(sqlite3.connect(Path(folder) / path.name)) as copy:
            copy.backup(memory)
    return memory


def say_errors(engine: Engine, path: Path) -> None:
    """Let each error of an engine that is not a bug be raised as an AppError about `path`."""

    def say(context: ExceptionContext) -> None:
        problem = problem_of(context.original_exception, path)
        if problem is not None:
            raise problem from context.original_exception

    event.listen(engine, "handle_error", say)


def prepare(connection: sqlite3.Connection) -> None:
    """Set what SQLite keeps per connection."""
    for pragma in (
        "journal_mode = WAL",
        "synchronous = FULL",
        "foreign_keys = ON",
        "secure_delete = ON",
        # Nothing of the library goes into the system's folder of temporary files.
        "temp_store = MEMORY",
    ):
        connection.execute(f"PRAGMA {pragma}").fetchall()
    if connection.execute("PRAGMA foreign_keys").fetchone() != (1,):
        raise RuntimeError("this SQLite was built without foreign keys")


def sweep(connection: sqlite3.Connection) -> bool:
    """Rewrite the file without free parts and empty the write-ahead log.

    secure_delete alone is not enough: when SQLite moves rows to another page, a copy may stay in
    the gap, and the log keeps every earlier state. Outside a transaction only. Return whether it
    is done: a reader may be in the way, or too little space.
    """
    wait = connection.execute("PRAGMA busy_timeout").fetchone()[0]
    connection.execute("PRAGMA busy_timeout = 250")
    try:
        connection.execute("VACUUM")
        busy = connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0]
    except sqlite3.Error:
        return False
    finally:
        connection.execute(f"PRAGMA busy_timeout = {wait}")
    return not busy


def is_alone(path: Path) -> bool:
    """Return whether no other connection, of this process or another, has the file open."""
    with closing(sqlite3.connect(path, timeout=0, isolation_level=None)) as probe:
        try:
            # In this mode the first read locks the whole file, or fails at once.
            probe.execute("PRAGMA locking_mode = EXCLUSIVE").fetchone()
            probe.execute("SELECT count(*) FROM sqlite_master").fetchone()
        except sqlite3.OperationalError:
            return False
    return True


def driver(connection: Connection) -> sqlite3.Connection:
    """Return the driver's own connection."""
    raw: Any = connection.connection.driver_connection
    assert isinstance(raw, sqlite3.Connection)  # noqa: S101 - narrows the type
    return raw


def _prepare(connection: Any, _record: Any) -> None:
    prepare(connection)


def begin_units(connection: Connection) -> None:
    """Begin a transaction as a unit of work does: to write, unless it will only read."""
    reading = connection.get_execution_options().get("roundtable_reading")
    connection.exec_driver_sql("BEGIN" if reading else "BEGIN IMMEDIATE")
