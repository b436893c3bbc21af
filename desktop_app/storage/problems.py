"""The one place where a database error becomes a sentence; knows no tables."""

from __future__ import annotations

import errno
import logging
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from desktop_app.domain.errors import (
    AppError,
    DiskFull,
    EnvironmentProblem,
    InputProblem,
    LibraryDamaged,
    LibraryInUse,
    LibraryMissing,
    LibraryReadOnly,
    LibraryTooNew,
    WayOut,
)
from desktop_app.domain.refusals import refusal
from desktop_app.domain.texts import Phrase, count_phrase, phrase

_LITTLE_SPACE = 1_000_000
_BUSY = {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED, sqlite3.SQLITE_PROTOCOL}
_READ_ONLY = {sqlite3.SQLITE_READONLY, sqlite3.SQLITE_PERM, sqlite3.SQLITE_CANTOPEN}
_DAMAGED = {sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB}
# The driver's own error, without a code, for a text that was overwritten by other bytes.
_NO_TEXT = "Could not decode to UTF-8"
_UNREACHABLE = {sqlite3.SQLITE_IOERR}
_logger = logging.getLogger(__name__)
_NO_ANSWER = phrase("the disk does not answer")


@contextmanager
def plain_errors(path: Path) -> Iterator[None]:
    """Turn errors of SQLite and of the file system about the library `path` into sentences."""
    try:
        yield
    except AppError:
        raise
    except Exception as error:
        problem = problem_of(error, path)
        if problem is None:
            raise
        raise problem from error


@contextmanager
def making_sense(path: Path) -> Iterator[None]:
    """Count as damage whatever reading the library `path` as a whole cannot make sense of.

    A damaged file can bring any code to any error: too large a number, an endless list, an index
    that lets a rule be broken. The log keeps which one it was, should it be a mistake of ours.
    """
    try:
        with plain_errors(path):
            yield
    except (AppError, ImportError):  # what is missing is a part of Roundtable
        raise
    except Exception as error:
        _logger.info("taken for damage in %s", path.name, exc_info=error)
        raise damaged(path) from error


def problem_of(error: BaseException, path: Path) -> AppError | None:
    """Return what to tell the person about `error`, or None where it is a bug of ours."""
    if isinstance(error, UnicodeEncodeError):
        return InputProblem("That text has a character that cannot be stored. Type it again.")
    if isinstance(error, UnicodeDecodeError):
        # What SQLite complained of has a damaged name in it, and cannot even be said.
        return damaged(path)
    if isinstance(error, OSError):
        return _of_file_system(error, path)
    if isinstance(error, sqlite3.Error):
        return _of_database(error, path)
    return None


def _of_database(error: sqlite3.Error, path: Path) -> AppError | None:
    code = (getattr(error, "sqlite_errorcode", 0) or 0) & 0xFF
    if code == sqlite3.SQLITE_FULL or (code in _UNREACHABLE and _is_full(path.parent)):
        return disk_full(path)
    if code in _BUSY:
        return in_use(path)
    if code in _DAMAGED or str(error).startswith(_NO_TEXT):
        return damaged(path)
    if code in _READ_ONLY:
        return read_only(path)
    return unreachable(path, _NO_ANSWER) if code in _UNREACHABLE else None


def _of_file_system(error: OSError, path: Path) -> AppError:
    if error.errno in {errno.ENOSPC, errno.EDQUOT}:
        return disk_full(path)
    if error.errno in {errno.EACCES, errno.EPERM, errno.EROFS}:
        return read_only(path)
    return unreachable(path, refusal(error))


def _is_full(folder: Path) -> bool:
    try:
        return shutil.disk_usage(folder).free < _LITTLE_SPACE
    except OSError:
        return False


def disk_full(path: Path) -> DiskFull:
    """Say that nothing more can be saved."""
    return DiskFull(
        "The disk is full: nothing more can be saved in {folder}. What was saved before is safe."
        " Free some space, then try again.",
        folder=path.parent,
    )


def read_only(path: Path) -> LibraryReadOnly:
    """Say that the folder or file cannot be written."""
    return LibraryReadOnly(
        "The library in {folder} cannot be written: the folder or the file {name} is read-only."
        " Allow writing there, or start Roundtable with another data folder.",
        folder=path.parent,
        name=path.name,
    )


def not_a_folder(path: Path) -> LibraryReadOnly:
    """Say that the data folder cannot be made."""
    return LibraryReadOnly(
        "The data folder {folder} cannot be used: a file stands in its way. Move that file, or"
        " start Roundtable with another data folder.",
        folder=path.parent,
    )


def folder_in_the_way(path: Path) -> LibraryReadOnly:
    """Say that the library's own name is taken."""
    return LibraryReadOnly(
        "A folder stands where the library file {path} should be. Move that folder, or start"
        " Roundtable with another data folder.",
        path=path,
    )


def in_use(path: Path) -> LibraryInUse:
    """Say that somebody else is writing."""
    return LibraryInUse(
        "The library {path} is in use by another program. Close the other Roundtable, or wait for"
        " the program that copies or synchronises this folder, then try again.",
        path=path,
    )


def unreachable(path: Path, reason: Phrase) -> EnvironmentProblem:
    """Say that the disk does not answer."""
    return EnvironmentProblem(
        "The library {path} could not be read or written ({reason}). Check the disk, then start"
        " Roundtable again.",
        path=path,
        reason=reason,
    )


def too_new(path: Path, good_backup: Path | None = None) -> LibraryTooNew:
    """Say that only a newer program understands the file, and what else it may be."""
    if good_backup is None:
        return LibraryTooNew(
            "The library {path} was written by a newer version of Roundtable. Nothing was changed."
            " Install that version or a later one to open it.",
            path=path,
        )
    return LibraryTooNew(
        "The library {path} was written by a newer version of Roundtable. Nothing was changed."
        " Install that version or a later one to open it. If there never was one on this computer,"
        " the file is damaged: move it to another folder, and “roundtable check --repair” puts the"
        " newest good backup {name} in its place.",
        path=path,
        name=good_backup.name,
    )


def damaged(path: Path, good_backup: Path | None = None) -> LibraryDamaged:
    """Say that the file is no sound library, and which backup is, where one is."""
    if good_backup is None:
        return LibraryDamaged(
            "The library {path} is damaged or is not a Roundtable library. Nothing was changed."
            " There is no good backup of it. “roundtable check --repair” brings back what can still"
            " be read and keeps the damaged files beside it.",
            path=path,
        ).with_way_out(WayOut.SALVAGE)
    return LibraryDamaged(
        "The library {path} is damaged or is not a Roundtable library. Nothing was changed. The"
        " newest good backup is {backup}. “roundtable check --repair” puts it in its place and"
        " keeps the damaged files beside it.",
        path=path,
        backup=good_backup,
    ).with_way_out(WayOut.BACKUP)


def missing(path: Path, workshops: int) -> LibraryMissing:
    """Say that there was a library, and how one begins anew."""
    sentence = count_phrase(
        "The library {path} is missing: it held 1 workshop when it was last open here. Put it back"
        " and try again, or let “roundtable check --repair” begin an empty one.",
        "The library {path} is missing: it held {n} workshops when it was last open here. Put it"
        " back and try again, or let “roundtable check --repair” begin an empty one.",
        workshops,
        path=path,
    )
    return LibraryMissing(sentence).with_way_out(WayOut.BEGIN)


def left_behind(path: Path, folder: Path) -> LibraryMissing:
    """Say that the library went away while it was open, and where its day is kept."""
    return LibraryMissing(
        "The library {path} was moved or removed while Roundtable was open. All of it, and what was"
        " done after that, is kept in {folder}. “roundtable check --repair” takes it up.",
        path=path,
        folder=folder,
    ).with_way_out(WayOut.TAKE_UP)


def gone(path: Path, reason: object) -> LibraryMissing:
    """Say that the open library went away, and that it can be kept nowhere."""
    return LibraryMissing(
        "The library {path} was moved or removed while it was open, and it could not be kept"
        " elsewhere ({reason}). Put it back; until then nothing more is saved.",
        path=path,
        reason=reason,
    )


def beyond_repair(path: Path) -> LibraryDamaged:
    """Say that nothing of the file can be read, and that there is no good backup."""
    return LibraryDamaged(
        "The library {path} is damaged or is not a Roundtable library: nothing in it can be read,"
        " and there is no good backup of it. Nothing was changed. Move it to another folder and"
        " start again, or ask for help with the file.",
        path=path,
    )
