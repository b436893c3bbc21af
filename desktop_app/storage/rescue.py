"""A library that went away while it was open: kept elsewhere, and taken up again.

The open file still has everything, wherever it is now. All of it is copied into a folder of its
own, in the data folder if that can be written, and the day goes on there.
"""

from __future__ import annotations

import os
import shutil
import sqlite3
from contextlib import closing, suppress
from pathlib import Path

from desktop_app.files import emptied_folder, sync_folder

from .backup import backups, damaged_folder, moment_name
from .engine import library_engine
from .marks import Marks
from .problems import left_behind, missing, plain_errors
from .salvage import copy_rows
from .schema import bring_up, create
from .taking_over import take_over
from .votes.folder import FOLDER_NAME, Boxes

RESCUE_FOLDER = "rescue"


def rescues(path: Path, marks: Marks) -> tuple[Path, ...]:
    """Return the files in which days of the library at `path` are kept apart, oldest first."""
    found = [file for folder in _places(path, marks) for file in folder.glob(f"*/{path.name}")]
    return tuple(sorted(found, key=lambda file: file.parent.name))


def require_not_lost(path: Path, marks: Marks) -> None:
    """Raise LibraryMissing where there is no library, but there was one."""
    with plain_errors(path):
        if os.path.lexists(path) and (not path.is_file() or path.stat().st_size):
            return
        kept, copies = rescues(path, marks), backups(path)
    if kept:
        raise left_behind(path, kept[-1].parent)
    workshops = marks.workshops_in(path.parent)
    if workshops and not copies:  # with a backup the library counts as damaged
        raise missing(path, workshops)


def keep_going(source: sqlite3.Connection, path: Path, marks: Marks) -> Path:
    """Copy all that the open connection can read to a place of its own; return the copy.

    Raise OSError or sqlite3.Error where there is no such place.
    """
    *others, last = _places(path, marks)
    for place in others:
        with suppress(OSError, sqlite3.Error):
            return _copied(source, path, place)
    return _copied(source, path, last)


def _places(path: Path, marks: Marks) -> tuple[Path, ...]:
    elsewhere = marks.elsewhere(path.parent)
    here = path.parent / RESCUE_FOLDER
    return (here,) if elsewhere is None else (here, elsewhere)


def _copied(source: sqlite3.Connection, path: Path, place: Path) -> Path:
    copy = place / moment_name() / path.name
    copy.parent.mkdir(parents=True)
    try:
        with closing(sqlite3.connect(copy, isolation_level=None)) as target:
            source.backup(target)
    except sqlite3.Error:
        copy.unlink(missing_ok=True)
        _copy_what_can_be_read(source, copy)
    sync_folder(copy.parent)
    return copy


def _copy_what_can_be_read(source: sqlite3.Connection, copy: Path) -> None:
    engine = library_engine(copy)
    try:
        create(engine)
        copy_rows(source, engine)
    finally:
        engine.dispose()


def put_in_place(rescued: Path, path: Path) -> None:
    """Let a rescued library be the one at `path`, where there is none."""
    _tidy(rescued)
    path.parent.mkdir(parents=True, exist_ok=True)
    with emptied_folder(path.parent) as folder:
        draft = folder / path.name
        shutil.copyfile(rescued, draft)
        with draft.open("rb+") as file:
            os.fsync(file.fileno())
        draft.replace(path)
    _take_votes(rescued, path, instead=True)
    sync_folder(path.parent)
    shutil.rmtree(rescued.parent, ignore_errors=True)


def take_into(rescued: Path, path: Path) -> None:
    """Take the workshops of a rescued library into the sound one at `path`.

    What was told further there stays; then the rescued file is put aside and not removed.
    """
    _tidy(rescued)
    bring_up(rescued)
    taken = take_over(rescued, path, newer=True)
    _take_votes(rescued, path, instead=not taken.left)
    if taken.left:
        aside = damaged_folder(path)
        aside.mkdir(exist_ok=True)
        shutil.move(rescued.parent, aside)
    else:
        shutil.rmtree(rescued.parent, ignore_errors=True)


def _tidy(rescued: Path) -> None:
    """Take up the log of a file that was not closed."""
    with closing(sqlite3.connect(rescued, isolation_level=None)) as raw:
        raw.execute("PRAGMA journal_mode = DELETE").fetchone()


def _take_votes(rescued: Path, path: Path, *, instead: bool) -> None:
    theirs, ours = (file.parent / FOLDER_NAME for file in (rescued, path))
    Boxes(theirs).go_on_in(ours, instead=instead)
