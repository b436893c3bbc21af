"""The library opened only to be looked at: nothing is made, backed up or brought up to date.

So it can be read where nothing can be written, and while a window has it open.
"""

from __future__ import annotations

from contextlib import ExitStack
from pathlib import Path
from typing import NoReturn

from sqlalchemy import Engine

from desktop_app.domain.errors import DiskFull, LibraryReadOnly

from .backup import backups, needs_backup
from .elsewhere import brought_up_elsewhere, nothing_anywhere
from .engine import reading_engine
from .health import require_lines, require_sound, telling_the_way_out
from .library import SqliteLibrary
from .marks import NO_MARKS, Marks
from .opening import FILE_NAME, open_library
from .problems import damaged, folder_in_the_way, making_sense, not_a_folder, read_only
from .rescue import require_not_lost
from .schema import HEAD, file_version


class LookedAt(SqliteLibrary):
    """A library that nothing is written to; `held` is let go when it is closed."""

    may_be_written = False

    def __init__(self, path: Path, engine: Engine, held: ExitStack) -> None:
        super().__init__(path, engine=engine)
        self._held = held

    def writing(self) -> NoReturn:
        """Refuse: what is written to a copy would be lost."""
        raise read_only(self.path)

    def _find_again(self) -> None:
        """Stay with what was opened: nothing is written that could be lost."""

    def close(self, *, purges: bool = False) -> None:  # noqa: ARG002 - nothing is ever purged
        """Let the file go and leave it as it is."""
        self.let_go()
        self._held.close()


def look_at_library(
    data_dir: Path, marks: Marks = NO_MARKS, *, only_lines: bool = False
) -> SqliteLibrary:
    """Return the library in `data_dir` to be looked at, empty where there is none.

    One of an older schema is brought up to date, in memory where it cannot be written.

    `only_lines`: nothing but its list is read, and where the file is as it was when its newest
    backup was made, which checked it, the rest is not checked again. Raise what `open_library`
    raises, but for what only writing needs.
    """
    path = library_in(data_dir)
    require_not_lost(path, marks)
    with telling_the_way_out(path), making_sense(path):
        version = file_version(path)
        if version is None and backups(path):
            raise damaged(path)
        if version not in {None, HEAD}:
            try:
                return open_library(data_dir, marks=marks)
            except (LibraryReadOnly, DiskFull):
                pass
        return _looked_at(path, version, only_lines=only_lines)


def _looked_at(path: Path, version: str | None, *, only_lines: bool) -> LookedAt:
    with ExitStack() as stack:
        if version is None:
            engine = stack.enter_context(nothing_anywhere(path))
        else:
            if only_lines and version == HEAD and not needs_backup(path):
                require_lines(path)
            else:
                require_sound(path, version, thorough=False)
            engine = reading_engine(path)
        if version not in {None, HEAD}:
            engine = stack.enter_context(brought_up_elsewhere(path))
        return LookedAt(path, engine, stack.pop_all())


def library_in(data_dir: Path) -> Path:
    """Return where the library of a data folder is; raise LibraryReadOnly where none can be."""
    path = data_dir / FILE_NAME
    if data_dir.exists() and not data_dir.is_dir():
        raise not_a_folder(path)
    if path.is_dir():
        raise folder_in_the_way(path)
    return path
