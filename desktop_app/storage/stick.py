"""The whole library in one file, to carry it to another laptop or keep it elsewhere, and back.

What is copied is what a backup holds: no vote that the room has not seen. Bringing back adds what
is missing here; what was told further there takes the place of what is here only where that is
meant, and what is further here always stays.
"""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Final

from desktop_app.domain.errors import AppError, FileProblem, LibraryTooNew, OutputProblem
from desktop_app.domain.library_file import SUFFIX, Brought, LibraryFile
from desktop_app.domain.refusals import refusal
from desktop_app.files import emptied_folder, write_atomically

from .library import SqliteLibrary
from .problems import plain_errors
from .schema import bring_up, file_version
from .soundness import rows_are_ours, structure_is_sound
from .summary_rows import all_summaries
from .taking_over import sorted_out, take_over

MOST_TITLES: Final = 5


class StickFiles:
    """Implements domain.ports.LibraryFiles for an open library."""

    def __init__(self, library: SqliteLibrary) -> None:
        self._library = library

    def copy(self, target: Path) -> Path:
        """Write the whole library to a file, checked; raise OutputProblem or DiskFull."""
        newest = self._library.back_up()
        with write_atomically(target) as file, newest.open("rb") as source:
            shutil.copyfileobj(source, file)
        with _looked_at(target, self._library.path.parent):
            return target

    def copy_into(self, folder: Path, names: Iterator[str]) -> Path:
        """Write it to a folder, by the first of `names` that is free; raise as `copy` does."""
        if not folder.is_dir():
            raise OutputProblem(
                "There is no folder {folder} now. Plug the stick in, or copy everything to another"
                " folder.",
                folder=folder,
            )
        paths = (folder / f"{name}{SUFFIX}" for name in names)
        return self.copy(next(path for path in paths if not path.exists()))

    def look(self, file: Path) -> LibraryFile:
        """Return what a file holds, beside what is here; raise FileProblem for what is none."""
        with _looked_at(file, self._library.path.parent) as copy:
            with closing(sqlite3.connect(copy)) as raw:
                lines = all_summaries(lambda query, values: raw.execute(query, values).fetchall())
            with closing(sqlite3.connect(self._library.path)) as raw:
                raw.execute("ATTACH ? AS other", (str(copy),))
                new, further, behind = sorted_out(raw)
                same = _as_here(raw, further)
            titles = tuple(line.title for line in lines[:MOST_TITLES])
            touched = max((line.updated_at for line in lines), default=None)
            return LibraryFile(
                len(lines), titles, touched, len(new), len(further) - same, len(behind)
            )

    def bring_back(self, file: Path, *, newer: bool) -> Brought:
        """Take in what is missing here, and with `newer` what was told further there."""
        with _looked_at(file, self._library.path.parent) as copy, plain_errors(self._library.path):
            self._library.back_up()
            taken = take_over(copy, self._library.path, newer=newer)
            return Brought(taken.added, taken.newer, taken.left)


def _as_here(raw: sqlite3.Connection, ids: list[str]) -> int:
    """Return how many of these are at the very same point on both sides."""
    query = (
        "SELECT count(*) FROM other.workshops AS theirs JOIN main.workshops AS mine USING (id)"
        " WHERE theirs.revision = mine.revision AND id = ?"
    )
    return sum(raw.execute(query, (one,)).fetchone()[0] for one in ids)


@contextmanager
def _looked_at(file: Path, beside: Path) -> Iterator[Path]:
    """Give a copy of a file that is a sound library of today's schema; the file stays as it is."""
    with emptied_folder(beside) as folder:
        copy = folder / "library.db"
        try:
            shutil.copyfile(file, copy)
            sound = _is_sound(copy)
        except OSError as error:
            raise FileProblem(
                "{file} cannot be read ({reason}). Choose another file.",
                file=file.name,
                reason=refusal(error),
            ) from error
        except LibraryTooNew as error:
            raise FileProblem(
                "{file} was written by a newer version of Roundtable. Nothing was brought in."
                " Install that version here first.",
                file=file.name,
            ) from error
        except (sqlite3.Error, AppError, ValueError, LookupError):
            sound = False
        if not sound:
            raise FileProblem(
                "{file} is no copy of a library, or it was damaged on its way. Nothing was brought"
                " in. Copy it again on the laptop it comes from.",
                file=file.name,
            )
        yield copy


def _is_sound(copy: Path) -> bool:
    if file_version(copy) is None:
        return False
    with closing(sqlite3.connect(copy)) as raw:
        if not structure_is_sound(raw, thorough=True):
            return False
    bring_up(copy)
    with closing(sqlite3.connect(copy)) as raw:
        return rows_are_ours(raw)
