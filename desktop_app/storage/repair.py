"""The library looked at, and its newest good backup put in its place where it is damaged.

What a backup replaces is moved aside first, never overwritten. Whoever repairs must hold the
library: no window may have it open.
"""

from __future__ import annotations

import os
import secrets
import shutil
from pathlib import Path

from desktop_app.domain.errors import LibraryDamaged
from desktop_app.domain.texts import Phrase, count_phrase, phrase
from desktop_app.files import sync_folder

from .backup import DAMAGED_FOLDER, backups, moment_name, moment_of
from .health import Backups, backups_of, newest_good_backup, telling_the_way_out, workshops_in
from .library import FILE_NAME
from .problems import damaged, folder_in_the_way, not_a_folder, plain_errors

_PARTS = ("", "-wal", "-shm", "-journal")
"""What SQLite adds to a database's name; the database itself goes first and comes back last."""


Report = tuple[Phrase, ...]
"""What was found or done, a sentence each, to be said where it is shown."""


def check(data_dir: Path) -> Report:
    """Return that the library in `data_dir` is sound, and how its backups are; change nothing.

    Raise LibraryDamaged with what to do, LibraryTooNew, or what stands in the way of reading.
    """
    path = _library_in(data_dir)
    if not _was_there(path):
        return (_none_yet(data_dir),)
    with telling_the_way_out(path):
        count = _workshops_in(path)
    return _sound(path, count), _about_backups(backups_of(path))


def repair(data_dir: Path) -> Report:
    """Put the newest good backup in the place of a damaged library; return what was done.

    Raise LibraryDamaged where there is no good backup; then, and where the disk stands in the
    way, the library stays as it is.
    """
    path = _library_in(data_dir)
    if not _was_there(path):
        return (_none_yet(data_dir),)
    try:
        return _sound(path, _workshops_in(path)), phrase("There is nothing to repair.")
    except LibraryDamaged as error:
        backup = newest_good_backup(path)
        if backup is None:
            raise damaged(path) from error
    with plain_errors(path):
        kept = _put_in_place(backup, path)
    return _restored(path, backup, workshops_in(path), kept)


def _library_in(data_dir: Path) -> Path:
    path = data_dir / FILE_NAME
    if data_dir.exists() and not data_dir.is_dir():
        raise not_a_folder(path)
    if path.is_dir():
        raise folder_in_the_way(path)
    return path


def _was_there(path: Path) -> bool:
    """Return whether there is a library, or was one: an empty file is none as yet."""
    with plain_errors(path):
        filled = path.exists() and path.stat().st_size > 0
        return filled or _log_of(path).exists() or bool(backups(path))


def _workshops_in(path: Path) -> int:
    if not path.exists():
        raise damaged(path)
    return workshops_in(path)


def _log_of(path: Path) -> Path:
    return path.with_name(path.name + "-wal")


def _put_in_place(backup: Path, path: Path) -> Path | None:
    """Move the damaged files aside and put a copy of the backup there; return where they are."""
    draft = path.parent / f".{secrets.token_hex(8)}.tmp"
    try:
        # A backup is closed and has no log, so that a copy of the file is the whole of it.
        shutil.copy2(backup, draft)
        with draft.open("rb+") as file:
            os.fsync(file.fileno())
        kept = _move_aside(path)
        draft.replace(path)
    finally:
        draft.unlink(missing_ok=True)
    sync_folder(path.parent)
    return kept


def _move_aside(path: Path) -> Path | None:
    """Move the library's files to a folder of their own; return it, or None for no files.

    Should this be cut off, the library's own file is missing, which opening takes for damage: a
    log that was left alone never meets a file that it does not belong to.
    """
    files = [path.with_name(path.name + part) for part in _PARTS]
    found = [file for file in files if file.exists()]
    if not found:
        return None
    folder = path.parent / DAMAGED_FOLDER / moment_name()
    folder.mkdir(parents=True)
    for file in found:
        file.replace(folder / file.name)
    sync_folder(folder)
    return folder


# In words


def _none_yet(data_dir: Path) -> Phrase:
    return phrase("There is no library in {folder} yet.", folder=data_dir)


def _sound(path: Path, count: int) -> Phrase:
    return count_phrase(
        "The library {path} is sound and holds 1 workshop.",
        "The library {path} is sound and holds {n} workshops.",
        count,
        path=path,
    )


def _about_backups(found: Backups) -> Phrase:
    everything = len(found.good) + len(found.bad)
    if not everything:
        return phrase("It has no backup yet.")
    bad = ", ".join(path.name for path in found.bad)
    if not found.good:
        return count_phrase(
            "Its backup cannot be used: {bad}.",
            "None of its {n} backups can be used: {bad}.",
            everything,
            bad=bad,
        )
    if not found.bad:
        return count_phrase(
            "Its backup is good, the newest of {when}.",
            "All its {n} backups are good, the newest of {when}.",
            everything,
            when=_when(found.good[0]),
        )
    return count_phrase(
        "1 of its {all} backups can be used, the newest of {when}; not {bad}.",
        "{n} of its {all} backups can be used, the newest of {when}; not {bad}.",
        len(found.good),
        all=everything,
        when=_when(found.good[0]),
        bad=bad,
    )


def _restored(path: Path, backup: Path, count: int, kept: Path | None) -> Report:
    if kept is None:
        return (
            count_phrase(
                "The library {path} was missing and is restored from its newest good backup, of"
                " {when}, with 1 workshop.",
                "The library {path} was missing and is restored from its newest good backup, of"
                " {when}, with {n} workshops.",
                count,
                path=path,
                when=_when(backup),
            ),
        )
    return (
        count_phrase(
            "The library {path} was damaged and is restored from its newest good backup, of"
            " {when}, with 1 workshop.",
            "The library {path} was damaged and is restored from its newest good backup, of"
            " {when}, with {n} workshops.",
            count,
            path=path,
            when=_when(backup),
        ),
        phrase(
            "What was done since then is only in the damaged files, which are kept in {folder}.",
            folder=kept,
        ),
    )


def _when(backup: Path) -> object:
    moment = moment_of(backup)
    if moment is None:
        return backup.name
    return phrase("{moment} UTC", moment=moment.strftime("%Y-%m-%d %H:%M"))
