"""The library looked at, and its newest good backup put in its place where it is damaged.

What a backup replaces is moved aside first, never overwritten. Whoever repairs must hold the
library: no window may have it open.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path
from typing import NamedTuple

from desktop_app.domain.errors import LibraryDamaged, LibraryMissing, WayOut
from desktop_app.domain.texts import phrase
from desktop_app.files import emptied_folder, sync_folder

from .backup import backups, damaged_folder, moment_name
from .content import BuiltInFrameworks
from .engine import open_to_read
from .frozen_framework import contents_of
from .health import backups_of, newest_good_backup, telling_the_way_out, workshops_in
from .looking import library_in
from .marks import NO_MARKS, Marks
from .problems import beyond_repair, damaged, plain_errors
from .repair_words import (
    Repaired,
    Report,
    about_backups,
    begun_again,
    kept_apart,
    none_yet,
    sound,
    taken_up,
    told,
)
from .rescue import put_in_place, require_not_lost, rescues, take_into
from .salvage import Salvaged, salvage
from .schema import bring_up
from .taking_over import take_over
from .votes.folder import FOLDER_NAME, Boxes

_PARTS = ("", "-wal", "-shm", "-journal")
"""What SQLite adds to a database's name; the database itself goes first and comes back last."""
_UNFINISHED = "unfinished"
"""A mark in the folder of what is put aside, until the repair is done."""


def check(data_dir: Path, marks: Marks = NO_MARKS) -> Report:
    """Return that the library in `data_dir` is sound, and how its backups are; change nothing.

    Raise LibraryDamaged with what to do, LibraryTooNew, or what stands in the way of reading.
    """
    path = library_in(data_dir)
    require_not_lost(path, marks)
    if not _was_there(path):
        return (none_yet(data_dir),)
    with telling_the_way_out(path):
        count = _workshops_in(path)
    apart = tuple(kept_apart(file.parent) for file in rescues(path, marks)[-1:])
    return sound(path, count), about_backups(backups_of(path)), *apart


def repair(data_dir: Path, marks: Marks = NO_MARKS) -> Report:
    """Let there be a sound library that has all that is kept of it; return what was done.

    Raise as `check`, but for what was put right.
    """
    path = library_in(data_dir)
    try:
        require_not_lost(path, marks)
    except LibraryMissing as error:
        if error.way_out is WayOut.BEGIN:
            marks.forget(data_dir)
            return (begun_again(data_dir),)
        done: Report = ()
    else:
        done = _repaired(data_dir)
    kept = rescues(path, marks)
    return (*done, taken_up(path, _take_up(kept, path))) if kept else done


def _take_up(kept: Sequence[Path], path: Path) -> int:
    """Take the days that are kept apart into the library; return how many workshops it has."""
    with plain_errors(path):
        for file in kept:
            if path.exists() and path.stat().st_size:
                bring_up(path)
                take_into(file, path)
            else:
                _move_aside(path)
                put_in_place(file, path)
    return workshops_in(path)


def _repaired(data_dir: Path) -> Report:
    """Put a sound library in the place of a damaged one; return what was done.

    That is the newest good backup with all that the damaged file still tells beyond it, or only
    that where there is no backup. Raise LibraryDamaged where there is nothing to be had; then, and
    where the disk stands in the way, the library stays as it is.
    """
    path = library_in(data_dir)
    if not _was_there(path):
        return (none_yet(data_dir),)
    try:
        return sound(path, _workshops_in(path)), phrase("There is nothing to repair.")
    except LibraryDamaged as error:
        cause = error
    backup = newest_good_backup(path)
    with plain_errors(path), emptied_folder(path.parent) as folder:
        found = _found(_to_read(path), backup, folder)
        made = _restored(backup, found, folder) if backup else _salvaged(found)
        if made is None:
            raise beyond_repair(path) from cause
        _keep_boxes(made.path, found, path)
        kept = _put_in_place(made.path, path)
    return told(Repaired(path, workshops_in(path), kept, backup, made.taken, made.whole))


class _Made(NamedTuple):
    """A sound library on the workbench, and what the damaged file gave to it."""

    path: Path
    taken: int
    whole: bool


def _found(damaged_file: Path | None, backup: Path | None, folder: Path) -> Salvaged | None:
    if damaged_file is None:
        return None
    own = folder / "found"  # an older library's votes get their boxes beside what is mended
    own.mkdir()
    return salvage(damaged_file, own, _known_frameworks(backup))


def _keep_boxes(made: Path, found: Salvaged | None, path: Path) -> None:
    """Let the library have the boxes that bringing an older one up made, where it has none.

    What the damaged file told comes first, unless it did not tell all of it.
    """
    benches = [made.parent]
    if found is not None and found.path.parent != made.parent:
        benches.insert(0 if found.whole else 1, found.path.parent)
    for bench in benches:
        Boxes(bench / FOLDER_NAME).go_on_in(path.parent / FOLDER_NAME, instead=False)


def _restored(backup: Path, found: Salvaged | None, folder: Path) -> _Made:
    """Return a copy of the backup with what the damaged file tells beyond it."""
    # A backup is closed and has no log, so that a copy of the file is the whole of it.
    copy = Path(shutil.copyfile(backup, folder / "restored.db"))
    if found is None:
        return _Made(copy, 0, whole=False)
    bring_up(copy)
    taken = take_over(found.path, copy, newer=found.whole)
    if not (taken.added or taken.newer):
        shutil.copyfile(backup, copy)
    return _Made(copy, taken.added, found.whole)


def _known_frameworks(backup: Path | None) -> dict[str, bytes]:
    """Return the contents of the frameworks that are known from elsewhere, by their hash."""
    known = contents_of(BuiltInFrameworks().built_in())
    if backup is not None:
        with closing(open_to_read(backup)) as copy:
            known |= dict(copy.execute("SELECT hash, content FROM frameworks"))
    return known


def _salvaged(found: Salvaged | None) -> _Made | None:
    if found is None or not (found.whole or found.tells_anything):
        return None
    return _Made(found.path, found.workshops, found.whole)


def _was_there(path: Path) -> bool:
    """Return whether there is a library, or was one: an empty file is none as yet."""
    with plain_errors(path):
        filled = path.exists() and path.stat().st_size > 0
        filled = filled or (os.path.lexists(path) and not path.is_file())
        return filled or _log_of(path).exists() or bool(backups(path))


def _workshops_in(path: Path) -> int:
    if not os.path.lexists(path):
        raise damaged(path)
    return workshops_in(path)


def _log_of(path: Path) -> Path:
    return path.with_name(path.name + "-wal")


def _put_in_place(made: Path, path: Path) -> Path | None:
    """Move the damaged files aside and put the new one there; return where they are."""
    with made.open("rb+") as file:
        os.fsync(file.fileno())
    kept = _move_aside(path)
    made.replace(path)
    if kept is not None:
        (kept / _UNFINISHED).unlink(missing_ok=True)
    sync_folder(path.parent)
    return kept


def _move_aside(path: Path) -> Path | None:
    """Move the library's files to a folder of their own; return it, or None for no files.

    Should this be cut off, the library's own file is missing, which opening takes for damage: a
    log that was left alone never meets a file that it does not belong to. The next repair goes on
    with the same folder.
    """
    files = [path.with_name(path.name + part) for part in _PARTS]
    found = [file for file in files if os.path.lexists(file)]
    folder = _unfinished(path)
    if folder is None and not found:
        return None
    if folder is None:
        folder = damaged_folder(path) / moment_name()
        folder.mkdir(parents=True)
        (folder / _UNFINISHED).touch()
    for file in found:
        file.replace(folder / file.name)
    sync_folder(folder)
    return folder


def _unfinished(path: Path) -> Path | None:
    """Return where a repair that was cut off has put the damaged files of a missing library."""
    marks = sorted(damaged_folder(path).glob(f"*/{_UNFINISHED}"))
    return marks[-1].parent if marks and not path.exists() else None


def _to_read(path: Path) -> Path | None:
    """Return the damaged library's file, None where it is lost."""
    if _unfinished(path) is not None:
        folder = _move_aside(path)
        path = folder / path.name if folder else path
    return path if path.is_file() else None
