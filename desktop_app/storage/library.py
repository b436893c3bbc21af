"""The library file: opened with care, then units of work over it."""

from __future__ import annotations

import secrets
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, Select, event, func, select

from desktop_app.domain.errors import AppError, EnvironmentProblem
from desktop_app.domain.texts import Phrase

from .backup import backups, needs_backup, remove_drafts, write_backup
from .backup_contents import leave_out_secrets
from .engine import LOCK_SECONDS, READING, driver, is_alone, library_engine, sweep
from .frozen_framework import FrameworkStore
from .health import require_sound, telling_the_way_out
from .keeping import Keeping
from .marks import NO_MARKS, Marks
from .problems import (
    damaged,
    folder_in_the_way,
    making_sense,
    not_a_folder,
    plain_errors,
    read_only,
)
from .rescue import require_not_lost
from .schema import HEAD, create, file_version, migrate, require_plain_files
from .tables import workshops
from .votes.folder import FOLDER_NAME, Boxes
from .votes_at_start import drop_discarded, set_votes_right
from .work import SqliteWork

FILE_NAME = "roundtable.db"


class SqliteLibrary:
    """The workshops in one SQLite file; implements domain.ports.Library. Safe to share by threads.

    Use `open_library`, which checks the file first.
    """

    def __init__(
        self,
        path: Path,
        lock_seconds: float = LOCK_SECONDS,
        engine: Engine | None = None,
        marks: Marks = NO_MARKS,
    ) -> None:
        self.path = path
        self.keeping = Keeping(path, marks)
        self._lock_seconds = lock_seconds
        self._engine = engine or self._own_engine()
        self._store = FrameworkStore()
        self._boxes = Boxes(path.parent / FOLDER_NAME)
        self._sweep_due = False
        self.lost_votes: tuple[Phrase, ...] = ()

    @contextmanager
    def reading(self) -> Iterator[SqliteWork]:
        """Begin a unit that only reads: it sees one moment of the library throughout."""
        self._find_again()
        with self._engine.connect().execution_options(**READING) as connection:
            yield SqliteWork(connection, self._store, self._boxes, may_write=False)

    @contextmanager
    def writing(self) -> Iterator[SqliteWork]:
        """Begin a unit that may write; raise LibraryInUse where another one does not end.

        Raise LibraryMissing where the file has gone, and what was written can be kept nowhere.
        """
        self._find_again()
        with self._engine.connect() as connection:
            connection.begin()
            work = SqliteWork(connection, self._store, self._boxes)
            try:
                yield work
            finally:
                connection.rollback()
                self._sweep_due = self._sweep_due or work.committed_traces
                # What was just said to be in must be where the next start looks.
                if not self.keeping.where.is_there_with_log():
                    self._go_on_elsewhere(connection)

    def _find_again(self) -> None:
        """Go on elsewhere where the file is not where it was opened."""
        if self.keeping.where.is_there():
            return
        with self._engine.connect() as connection:
            self._go_on_elsewhere(connection)

    def _go_on_elsewhere(self, connection: Connection) -> None:
        with self.keeping.lock:
            lost = self._engine
            if connection.engine is not lost:  # another thread has done it
                return
            self.path = self.keeping.go_on_elsewhere(driver(connection))
            with plain_errors(self.path):
                self._boxes = self._boxes.go_on_in(self.path.parent / FOLDER_NAME)
            self._engine = self._own_engine()
            connection.invalidate()  # or it would stay open in a pool that nobody has
            lost.dispose()

    def _own_engine(self) -> Engine:
        engine = library_engine(self.path, self._lock_seconds, must_exist=True)
        event.listen(engine, "connect", self.keeping.require_same)
        return engine

    def remember(self) -> None:
        """Keep outside of the library that there is one, and how much is in it."""
        shown = select(func.count()).where(workshops.c.hidden.is_(False))
        with suppress(EnvironmentProblem), self._engine.connect() as connection:
            count = connection.execute(shown).scalar_one()
            self.keeping.marks.remember(self.keeping.home.parent, count)

    def close(self) -> None:
        """Close the file cleanly; the library may be used again afterwards."""
        try:
            self._find_again()
            self.remember()
            self.purge()
            self._drop_discarded()
            self.tidy()
        finally:
            self.let_go()

    def let_go(self) -> None:
        """Close the file and leave it as it is."""
        self._engine.dispose()

    def purge(self) -> None:
        """Remove the workshops that were put away, unless somebody else may bring them back.

        Whoever has the file alone does it: at the clean end, or at the next start after a crash.
        What stands in the way is left to the next start.
        """
        with suppress(EnvironmentProblem):
            if not self._holds(select(workshops.c.id).where(workshops.c.hidden.is_(True))):
                return
            if self._is_alone():
                with self.writing() as work:
                    work.purge_hidden()
                    work.commit()

    def create_tables(self) -> None:
        """Make an empty file a library."""
        with plain_errors(self.path):
            create(self._engine)

    def migrate(self) -> None:
        """Bring an older file to today's schema."""
        with plain_errors(self.path):
            migrate(self._engine)

    def back_up(self) -> Path:
        """Write a backup and return its path; nothing secret and nothing put away is in it."""
        with self._raw() as connection:
            return write_backup(connection, self.path, tidy=leave_out_secrets)

    def backup_now(self) -> None:
        """Write the hourly backup."""
        self.back_up()

    def set_votes_right(self) -> None:
        """Let votes under way go on with all their ballots; keep what there is to say of others."""
        alone = self._is_alone()
        if alone:
            remove_drafts(self.path)
        with self._engine.connect() as connection, plain_errors(self.path):
            connection.begin()
            store = self._store
            self.lost_votes = set_votes_right(connection, store, self._boxes, alone=alone)

    def sweep(self) -> None:
        """Remove what deleted values left in the file's free parts."""
        self._sweep_due = False  # first: somebody may delete more meanwhile
        with self._raw() as connection:
            self._sweep_due = not sweep(connection) or self._sweep_due

    def is_untidy(self) -> bool:
        """Return whether deleted values may still stand in the file's free parts."""
        return self._sweep_due

    def tidy(self) -> None:
        """Remove what deleted values left, if there is any; takes long where the file is big."""
        if self._sweep_due:
            self.sweep()

    def _drop_discarded(self) -> None:
        """Erase what was discarded, unless somebody else may bring it back."""
        with suppress(EnvironmentProblem):
            if self._boxes.any() and self._is_alone():
                with self._engine.connect() as connection, plain_errors(self.path):
                    connection.begin()
                    drop_discarded(connection, self._boxes)

    def _is_alone(self) -> bool:
        self._engine.dispose()
        return is_alone(self.path)

    def _holds(self, query: Select[Any]) -> bool:
        """Return whether a query finds anything."""
        with self._engine.connect().execution_options(**READING) as connection:
            return connection.execute(query.limit(1)).first() is not None

    @contextmanager
    def _raw(self) -> Iterator[sqlite3.Connection]:
        """Lend the driver's connection, outside any transaction."""
        self._find_again()
        with plain_errors(self.path), self._engine.connect() as connection:
            yield driver(connection)


def open_library(
    data_dir: Path, lock_seconds: float = LOCK_SECONDS, marks: Marks = NO_MARKS
) -> SqliteLibrary:
    """Return the library in `data_dir`: made, if none ever was, checked, backed up, up to date.

    Raise LibraryReadOnly, DiskFull, LibraryDamaged, LibraryMissing, LibraryTooNew or LibraryInUse;
    a file that cannot be opened stays as it is.
    """
    path = data_dir / FILE_NAME
    require_not_lost(path, marks)
    if not path.is_dir():
        with telling_the_way_out(path), plain_errors(path):
            require_plain_files(path)
    _prepare_folder(path)
    with telling_the_way_out(path), making_sense(path):
        library = _opened(path, lock_seconds, marks)
    library.remember()
    return library


def _opened(path: Path, lock_seconds: float, marks: Marks) -> SqliteLibrary:
    unclean = any(path.with_name(path.name + log).exists() for log in ("-wal", "-journal"))
    changed = path.exists() and needs_backup(path)
    version = file_version(path)
    if version is None and backups(path):
        # An empty file beside backups was not always empty.
        raise damaged(path)
    if version is not None:
        # The write-ahead log outlives only an end that was not clean (or a second instance).
        # Looked at before the file is opened for writing, which takes the log up: a library that
        # is refused stays as it is.
        require_sound(path, version, thorough=unclean)
    else:
        path.touch()
    library = SqliteLibrary(path, lock_seconds, marks=marks)
    try:
        _bring_up(library, version, unclean=unclean, changed=changed)
    except BaseException:
        library.let_go()
        raise
    return library


def _bring_up(library: SqliteLibrary, version: str | None, *, unclean: bool, changed: bool) -> None:
    if version is None:
        library.create_tables()
    else:
        _bring_up_to_date(library, version, unclean=unclean, changed=changed)
    library.set_votes_right()


def _bring_up_to_date(
    library: SqliteLibrary, version: str, *, unclean: bool, changed: bool
) -> None:
    if unclean:
        library.sweep()
    if version == HEAD:
        # Before the backup, which would keep for months what was meant to go.
        library.purge()
    if changed or version != HEAD:
        library.back_up()
    if version != HEAD:
        library.migrate()
        library.sweep()  # what was moved or removed stands in no free part of the file


def _prepare_folder(path: Path) -> None:
    """Make the data folder and prove that files can be written in it and over the library's."""
    folder = path.parent
    probe = folder / f".{secrets.token_hex(8)}.probe"
    try:
        with plain_errors(path):
            folder.mkdir(parents=True, exist_ok=True)
            probe.write_bytes(b"roundtable")
            if path.exists():
                _prove_writable(path)
    except AppError as error:
        cause = error.__cause__
        if isinstance(cause, (FileExistsError, NotADirectoryError)):
            raise not_a_folder(path) from cause
        if isinstance(cause, IsADirectoryError):
            raise folder_in_the_way(path) from cause
        if isinstance(cause, FileNotFoundError):
            raise read_only(path) from cause
        raise
    finally:
        with suppress(OSError):
            probe.unlink(missing_ok=True)


def _prove_writable(path: Path) -> None:
    with path.open("rb+"):
        pass
