"""Documents written whole or not at all; knows nothing of what is in them.

Imported early by everything that writes, so it stays with the standard library.
"""

from __future__ import annotations

import errno
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

from desktop_app.domain.errors import AppError, DiskFull, OutputProblem
from desktop_app.drafts import NOTES, draft_in

_NO_SPACE = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
_NOT_ALLOWED = {errno.EACCES, errno.EPERM, errno.EROFS}


@contextmanager
def write_atomically(target: Path) -> Iterator[BinaryIO]:
    """Open a file that appears as `target` only when the block ends without an error.

    Until then it is a hidden file in the same folder, on disk before it takes the target's name;
    what stood there before stays untouched when anything fails. Raise OutputProblem or DiskFull
    for every OSError, also one raised inside the block.
    """
    try:
        with _replacing(_checked(target)) as file:
            yield file
    except OSError as error:
        raise _problem(error, target) from error


@contextmanager
def _replacing(target: Path) -> Iterator[BinaryIO]:
    with NOTES.noting(draft_in(target.parent)) as draft:
        try:
            with draft.open("xb") as file:
                yield file
                file.flush()
                os.fsync(file.fileno())
            draft.replace(target)
        except BaseException:
            with suppress(OSError):
                draft.unlink(missing_ok=True)
            raise
    sync_folder(target.parent)


@contextmanager
def draft_folder(beside: Path) -> Iterator[Path]:
    """Give an empty hidden folder in the same folder as `beside`; it is gone when the block ends.

    Several documents are written there and then take their places at once. Raise OutputProblem or
    DiskFull for every OSError, also one raised inside the block.
    """
    try:
        _check_folder(beside)
        with emptied_folder(beside.parent) as draft:
            yield draft
    except OSError as error:
        raise _problem(error, beside) from error


@contextmanager
def write_folder(target: Path) -> Iterator[Path]:
    """Give a folder that appears as `target` only when the block ends without an error.

    A folder of that name is never replaced: what lies in it may be a person's own. Raise
    OutputProblem, also where there is one with something in it, or DiskFull.
    """
    with draft_folder(target) as draft:
        _check_empty(target)
        yield draft
        if target.is_dir():  # an empty one, which not every system replaces
            target.rmdir()
        draft.rename(target)


def _check_empty(target: Path) -> None:
    if target.is_dir() and not any(target.iterdir()):
        return
    if target.exists():
        raise OutputProblem(
            "{name} is in {folder} already. Nothing was written: choose another name, or move it"
            " away.",
            name=target.name,
            folder=target.parent,
        )


@contextmanager
def emptied_folder(parent: Path) -> Iterator[Path]:
    """Give an empty hidden folder in `parent`; it is gone when the block ends. Raise OSError."""
    with NOTES.noting(draft_in(parent)) as draft:
        draft.mkdir()
        try:
            yield draft
        finally:
            shutil.rmtree(draft, ignore_errors=True)


def write_on_disk(path: Path, content: bytes) -> None:
    """Write a file of a draft folder, on disk when this ends; raise OSError."""
    with path.open("xb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())


def check_free(target: Path) -> None:
    """Raise OutputProblem where a document cannot take this place; another may be there."""
    real = _checked(target)
    if real.exists():
        try:
            with real.open("r+b"):  # a program that has it open may hold it
                pass
        except OSError as error:
            raise _problem(error, target) from error


def _checked(target: Path) -> Path:
    """Return where `target` really lies; raise OutputProblem where no document can go."""
    if "\0" in str(target):
        raise OutputProblem("That file name cannot be used. Choose another name.")
    real = Path(os.path.realpath(target))
    if real.is_dir():
        raise OutputProblem("{path} is a folder. Give the document a file name.", path=target)
    _check_folder(real, target)
    if real.exists() and not os.access(real, os.W_OK):
        raise _read_only(target)
    return real


def _check_folder(real: Path, target: Path | None = None) -> None:
    """Raise OutputProblem where there is no folder for `real`, which a person calls `target`."""
    if not real.parent.is_dir():
        shown = target or real
        raise OutputProblem(
            "{name} could not be written: there is no folder {folder}. Choose another folder.",
            name=shown.name,
            folder=shown.parent,
        )


def _problem(error: OSError, target: Path) -> AppError:
    if error.errno in _NO_SPACE:
        return DiskFull(
            "{name} could not be written: the disk is full. Free some space or choose another"
            " disk, then try again.",
            name=target.name,
        )
    if error.errno in _NOT_ALLOWED:
        return _read_only(target)
    from desktop_app.domain.refusals import refusal  # noqa: PLC0415 - seldom needed

    return OutputProblem(
        "{path} could not be written ({reason}). Choose another name or folder.",
        path=target,
        reason=refusal(error),
    )


def _read_only(target: Path) -> OutputProblem:
    return OutputProblem(
        "{name} could not be written: {folder} is read-only, or the file is open in another"
        " program. Close it there or choose another folder.",
        name=target.name,
        folder=target.parent,
    )


def sync_folder(folder: Path) -> None:
    """Make the new name itself durable, where the platform lets a folder be opened."""
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
