"""Opening the library: looked at with care before anything is written.

A window shows what there is first: a file that was closed cleanly is checked and backed up while
home is already looked at.
"""

from __future__ import annotations

import secrets
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from desktop_app.domain.errors import AppError, EnvironmentProblem

from .backup import backups, needs_backup
from .engine import LOCK_SECONDS
from .health import require_sound, telling_the_way_out
from .library import SqliteLibrary
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
from .schema import HEAD, file_version, require_plain_files

FILE_NAME = "roundtable.db"


def open_library(
    data_dir: Path,
    lock_seconds: float = LOCK_SECONDS,
    marks: Marks = NO_MARKS,
    *,
    look_over_later: bool = False,
) -> SqliteLibrary:
    """Return the library in `data_dir`: made, if none ever was, checked, backed up, up to date.

    `look_over_later`: a file of today's schema that was closed cleanly is checked and backed up
    only by the library's `look_over`; until then its votes go on and nothing is erased.

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
        found = _found(path)
        later = look_over_later and found.version == HEAD and not found.unclean
        if not later:
            _check(path, found)
        library = SqliteLibrary(path, lock_seconds, marks=marks)
        library.keeping.notice_copies()
        try:
            if later:
                library.heal_votes()
                library.leave_for_later(partial(_look_over, library, changed=found.changed))
                return library
            _bring_up(library, found)
        except BaseException:
            library.let_go()
            raise
    return library


@dataclass(frozen=True, slots=True)
class _Found:
    """A file as it was before anybody opened it.

    `unclean`: it was not closed cleanly, or another process has it open. `changed`: since its
    newest backup. `version`: None where there is no content yet.
    """

    unclean: bool
    changed: bool
    version: str | None


def _found(path: Path) -> _Found:
    # The write-ahead log outlives only an end that was not clean, or a second instance.
    unclean = any(path.with_name(path.name + log).exists() for log in ("-wal", "-journal"))
    return _Found(unclean, path.exists() and needs_backup(path), file_version(path))


def _look_over(library: SqliteLibrary, *, changed: bool) -> None:
    try:
        with telling_the_way_out(library.path), making_sense(library.path):
            require_sound(library.path, HEAD, thorough=False)
            library.clear_votes()
            if changed:
                library.back_up()  # which finds what the check does not
        library.notice_older()
        library.remember()
    except EnvironmentProblem:
        # Moved or removed meanwhile, it is no damage: the next unit of work goes on elsewhere.
        if library.keeping.where.is_there():
            raise


def _check(path: Path, found: _Found) -> None:
    """Raise LibraryDamaged for a file that cannot be read back; make one where there is none."""
    if found.version is None and backups(path):
        # An empty file beside backups was not always empty.
        raise damaged(path)
    if found.version is not None:
        # Looked at before the file is opened for writing, which takes the log up: a library that
        # is refused stays as it is.
        require_sound(path, found.version, thorough=found.unclean)
    else:
        path.touch()


def _bring_up(library: SqliteLibrary, found: _Found) -> None:
    if found.version is None:
        library.create_tables()
    else:
        _bring_up_to_date(library, found)
    library.set_votes_right()
    library.notice_older()
    library.remember()


def _bring_up_to_date(library: SqliteLibrary, found: _Found) -> None:
    if found.unclean:
        library.sweep()
    if found.changed or found.version != HEAD:
        library.back_up()
    if found.version != HEAD:
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
