"""Files and folders that are being written, noted so that a killed process's are found again.

While a draft is written a note of where it is lies in a folder beside the library, locked by its
process. A note that nobody holds tells of a draft that nobody will finish. Imported early by all
that writes, so it stays with the standard library.
"""

from __future__ import annotations

import os
import re
import shutil
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from io import FileIO
from pathlib import Path
from typing import BinaryIO

FOLDER_NAME = "drafts"
_OURS = re.compile(r"\.[0-9a-f]{16}\.tmp")
_SUFFIX = ".note"
_HOUR = 3600.0


class DraftNotes:
    """The notes of this process's drafts; none are kept until it is told where."""

    def __init__(self) -> None:
        self._folder: Path | None = None

    def keep_in(self, data_dir: Path) -> None:
        """Keep notes in a data folder, should there be one by then."""
        self._folder = data_dir / FOLDER_NAME

    @contextmanager
    def noting(self, draft: Path) -> Iterator[Path]:
        """Keep a note of a draft until the block ends, when it is gone or has its name.

        Nothing that is written waits for a note, or fails for one.
        """
        note = self._begun(draft)
        try:
            yield draft
        finally:
            if note is not None:
                _end(note)

    def _begun(self, draft: Path) -> FileIO | None:
        if self._folder is None:
            return None
        with suppress(OSError):
            self._folder.mkdir(exist_ok=True)
            path = self._folder / f"{os.urandom(8).hex()}{_SUFFIX}"
            return _written(path.open("x+b", buffering=0), draft)
        return None


NOTES = DraftNotes()


def _written(note: FileIO, draft: Path) -> FileIO | None:
    try:
        if _held(note):
            note.write(os.fsencode(draft.absolute()))
    except OSError:  # the disk is full
        _end(note)
        return None
    return note


def _end(note: FileIO) -> None:
    with suppress(OSError):
        note.close()
        path = Path(str(note.name))
        path.unlink(missing_ok=True)
        path.parent.rmdir()  # where it is empty now


def draft_in(folder: Path) -> Path:
    """Return a new hidden name in a folder, by which a draft of ours is known."""
    # Not by `secrets`, which loads a library of ciphers before the first paint.
    return folder / f".{os.urandom(8).hex()}.tmp"


def remove_left_drafts(data_dir: Path) -> None:
    """Remove the drafts of processes that ended in the middle; what is in use stays."""
    with suppress(OSError):
        in_use = {draft for note in _notes_in(data_dir) if (draft := _settled(note))}
        for path in data_dir.iterdir():
            # Of versions that kept no notes; an hour is longer than any draft is written.
            old = time.time() - path.lstat().st_mtime > _HOUR
            if old and _OURS.fullmatch(path.name) and path.absolute() not in in_use:
                _remove(path)


def _notes_in(data_dir: Path) -> list[Path]:
    return sorted((data_dir / FOLDER_NAME).glob(f"*{_SUFFIX}"))


def _settled(note: Path) -> Path | None:
    """Remove the draft that a note tells of, and the note; return a draft that is in use."""
    with suppress(OSError):
        with note.open("r+b") as file:
            free = _held(file)
            told = os.fsdecode(file.read())
            draft = Path(told)
            if not (free and told):
                return draft
            if _OURS.fullmatch(draft.name):
                _remove(draft)
        if draft.parent.is_dir() and not os.path.lexists(draft):
            note.unlink(missing_ok=True)  # else it is on a disk that is not there now
    return None


def _remove(draft: Path) -> None:
    with suppress(OSError):
        if draft.is_dir() and not draft.is_symlink():
            shutil.rmtree(draft, ignore_errors=True)
        else:
            draft.unlink(missing_ok=True)


def _held(file: FileIO | BinaryIO) -> bool:
    """Lock a file for this process until it is closed; return whether nobody else has it."""
    try:
        if sys.platform == "win32":
            import msvcrt  # noqa: PLC0415 - this platform only

            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        else:
            import fcntl  # noqa: PLC0415 - these platforms only

            fcntl.flock(file.fileno(), fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True
