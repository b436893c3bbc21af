"""The library file: opened with care, then units of work over it."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, Select, event, select

from desktop_app.domain.errors import EnvironmentProblem
from desktop_app.domain.texts import Phrase

from .backup import remove_drafts, write_backup
from .backup_contents import leave_out_secrets
from .engine import LOCK_SECONDS, READING, driver, is_alone, library_engine, sweep
from .frozen_framework import FrameworkStore
from .health import telling_the_way_out
from .keeping import Keeping
from .marks import NO_MARKS, Marks
from .problems import (
    plain_errors,
)
from .schema import create, migrate
from .search_index import FILE_NAME as INDEX_NAME
from .search_index import forget_gone
from .summary_rows import stands
from .tables import workshops
from .votes.folder import FOLDER_NAME, Boxes
from .votes_at_start import clear_votes, drop_discarded, heal_votes
from .work import SqliteWork


class SqliteLibrary:
    """The workshops in one SQLite file; implements domain.ports.Library. Safe to share by threads.

    Use `opening.open_library`, which checks the file first.
    """

    may_be_written = True

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
        self._units = 0
        self._left_for_later: Callable[[], None] | None = None
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
                self._units += 1
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

    def stands(self) -> dict[str, str]:
        """Return at which point each workshop stands: another text once anything in it changed."""
        with self.reading() as work:
            return stands(work.run)

    def moment(self) -> tuple[object, ...]:
        """Return something that is the same only where nobody wrote meanwhile; quick."""
        files = (self.path, self.path.with_name(self.path.name + "-wal"))
        return self._units, self.path, *map(_stamp, files)

    def forget_words(self) -> None:
        """Leave no word of what went in the index that workshops are searched by."""
        index = self.keeping.home.with_name(INDEX_NAME)
        with suppress(EnvironmentProblem):
            if index.is_file():
                forget_gone(index, self.stands())

    def remember(self) -> None:
        """Keep outside of the library that there is one, how much is in it, and how new it is."""
        with suppress(EnvironmentProblem), self._engine.connect() as connection:
            self.keeping.remember(connection)

    def notice_older(self) -> None:
        """Have it told where an older library lies in the place of the one that was closed."""
        with suppress(EnvironmentProblem), self._engine.connect() as connection:
            self.keeping.notice_older(connection)

    def close(self, *, purges: bool = True) -> None:
        """Close the file cleanly; the library may be used again afterwards.

        `purges`: what was put away is removed for good, as where a person closes the window.
        """
        try:
            self._find_again()
            self.remember()
            if purges:
                self.purge()
            self._drop_discarded()
            self.tidy()
            self.forget_words()
        finally:
            self.let_go()

    def let_go(self) -> None:
        """Close the file and leave it as it is."""
        self._engine.dispose()

    def purge(self) -> None:
        """Remove the workshops that were put away, unless somebody else may bring them back.

        Whoever has the file alone does it, at the clean end only: after a crash the next start can
        still bring them back. What stands in the way is left to the next clean end.
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
        with telling_the_way_out(self.path):
            self.back_up()

    def leave_for_later(self, work: Callable[[], None]) -> None:
        """Let `look_over` do what opening did not."""
        self._left_for_later = work

    def look_over(self) -> None:
        """Check and back up the file where opening left it for later; once.

        Raise LibraryDamaged, or what stands in the way of a backup.
        """
        work, self._left_for_later = self._left_for_later, None
        if work is not None:
            work()

    def set_votes_right(self) -> None:
        """Let votes under way go on with all their ballots; erase what is kept of no vote."""
        alone = self._is_alone()
        if alone:
            remove_drafts(self.path)
        self.clear_votes(alone=alone)
        self.heal_votes()

    def heal_votes(self) -> None:
        """Let votes under way go on with all their ballots; keep what there is to say of others."""
        with self._engine.connect() as connection, plain_errors(self.path):
            connection.begin()
            self.lost_votes = heal_votes(connection, self._store, self._boxes)

    def clear_votes(self, *, alone: bool = False) -> None:
        """Erase what is kept of no vote; if `alone`, of discarded ones as well."""
        with self._engine.connect() as connection, plain_errors(self.path):
            connection.begin()
            clear_votes(connection, self._store, self._boxes, alone=alone)

    def sweep(self) -> None:
        """Remove what deleted values left in the file's free parts."""
        self._sweep_due = False  # first: somebody may delete more meanwhile
        with self._raw() as connection:
            self._sweep_due = not sweep(connection) or self._sweep_due
        self.forget_words()

    def finish_ballots(self) -> None:
        """Put the second copy of each ballot on the disk; without it nothing is lost."""
        self._boxes.finish()

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


def _stamp(file: Path) -> tuple[int, int]:
    """Return time and size of a file, (0, 0) for none."""
    try:
        found = file.stat()
    except OSError:
        return 0, 0
    return found.st_mtime_ns, found.st_size
