"""Copies of the library in its `backups` folder, oldest thrown away; knows no workshops."""

from __future__ import annotations

import os
import re
import sqlite3
from collections.abc import Callable
from contextlib import closing, suppress
from datetime import UTC, datetime
from itertools import chain, count
from pathlib import Path

from .problems import plain_errors

KEEP = 10
DAYS = 14
"""Of so many days on which backups were made the last of each stays, however many came after."""
_DAMAGED_FOLDER = "damaged"
_MOMENT = "%Y%m%dT%H%M%S-%fZ"
_NAME = re.compile(r"(?:roundtable-)?(?:(?P<count>\d{6,12})-)?(?P<moment>\d{8}T\d{6}-\d{6}Z)")
"""A backup is counted, as a clock may be wrong: the next one is the newest, whatever its time."""


def backups_folder(library: Path) -> Path:
    """Return where the backups of the library file `library` lie."""
    return library.parent / "backups"


def damaged_folder(library: Path) -> Path:
    """Return where a repair keeps what it replaced, beside the library.

    Something else that has the name is left alone: the folder then has a number.
    """
    names = chain((_DAMAGED_FOLDER,), (f"{_DAMAGED_FOLDER}-{number}" for number in count(2)))
    folders = (library.parent / name for name in names)
    return next(one for one in folders if one.is_dir() or not os.path.lexists(one))


def backups(library: Path) -> tuple[Path, ...]:
    """Return the backups of a library, newest first, as their names count them."""
    found = backups_folder(library).glob(f"{library.stem}-*.db")
    return tuple(sorted(found, key=lambda path: (_count_of(path), path.name), reverse=True))


def moment_name() -> str:
    """Return this moment as it stands in names."""
    return datetime.now(UTC).strftime(_MOMENT)


def moment_of(copy: Path) -> datetime | None:
    """Return when a backup was made or put aside, in UTC, or None where its name does not tell."""
    with suppress(ValueError):
        told = _NAME.fullmatch(copy.stem)
        return datetime.strptime(told["moment"], _MOMENT).replace(tzinfo=UTC) if told else None
    return None


def _count_of(copy: Path) -> int:
    """Return the how-manieth backup this is; 0 for one from before they were counted."""
    told = _NAME.fullmatch(copy.stem)
    return int(told["count"] or 0) if told else 0


def needs_backup(library: Path) -> bool:
    """Return whether the library changed since its newest backup, which has its time.

    Only whether they differ is asked: a clock may have been put back.
    """
    newest = next(iter(backups(library)), None)
    if newest is None:
        return True
    log = library.with_name(library.name + "-wal")
    waiting = log.exists() and log.stat().st_size > 0
    return waiting or library.stat().st_mtime_ns != newest.stat().st_mtime_ns


def write_backup(
    source: sqlite3.Connection,
    library: Path,
    keep: int = KEEP,
    tidy: Callable[[sqlite3.Connection], None] | None = None,
) -> Path:
    """Copy the database behind `source` and return the copy's path; keep the newest `keep`
    and the last of each of the latest days.

    `tidy` may take out of the copy what no backup should hold. Raise DiskFull or LibraryReadOnly;
    no half copy stays.
    """
    folder = backups_folder(library)
    target = folder / f"{library.stem}-{_next_name(library)}.db"
    draft = target.with_suffix(".tmp")
    with plain_errors(target):
        folder.mkdir(parents=True, exist_ok=True)
        remove_drafts(library)
        seen = library.stat()
        try:
            _copy(source, draft, tidy)
            with suppress(OSError):  # without it there is one backup too many, not one too few
                os.utime(draft, ns=(seen.st_atime_ns, seen.st_mtime_ns))
            draft.replace(target)
        except BaseException:
            with suppress(OSError):
                draft.unlink(missing_ok=True)
            raise
        _rotate(library, keep)
    return target


def _next_name(library: Path) -> str:
    """Return the next count and this moment."""
    newest = next(iter(backups(library)), None)
    return f"{(_count_of(newest) if newest else 0) + 1:06}-{moment_name()}"


def _copy(
    source: sqlite3.Connection, draft: Path, tidy: Callable[[sqlite3.Connection], None] | None
) -> None:
    with closing(sqlite3.connect(draft, isolation_level=None)) as copy:
        # In one go: a copy in parts would start again with every ballot that comes in.
        source.backup(copy, pages=-1)
        copy.execute("PRAGMA journal_mode = DELETE").fetchone()
        if tidy is not None:
            tidy(copy)
        # Rewrites all that stays, so that nothing stands in free parts.
        copy.execute("VACUUM")
    with draft.open("rb+") as file:
        os.fsync(file.fileno())


def _rotate(library: Path, keep: int) -> None:
    found = backups(library)
    of_days: dict[object, Path] = {}
    for path in found:
        moment = moment_of(path)
        of_days.setdefault(moment.date() if moment else None, path)
    kept = {*found[:keep], *list(of_days.values())[:DAYS]}
    for old in (path for path in found if path not in kept):
        with suppress(OSError):
            old.unlink()


def remove_drafts(library: Path) -> None:
    """Remove what a backup of a library that was cut off left behind."""
    for draft in backups_folder(library).glob("*.tmp*"):
        with suppress(OSError):
            draft.unlink()
