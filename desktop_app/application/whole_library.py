"""Use cases that carry the whole library in one file."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from desktop_app.domain.changes import Changes
from desktop_app.domain.library_file import Brought, LibraryFile
from desktop_app.domain.ports import LibraryFiles

from .outcome import Outcome


class WholeLibrary:
    """Copy all workshops and frameworks to a file, look into such a file, and bring it back."""

    def __init__(self, files: LibraryFiles, folder: Path) -> None:
        self._files = files
        self.folder = folder
        """Where the library and its backups lie."""

    def copy(self, target: Path) -> Path:
        """Write everything to a file and check it; raise OutputProblem or DiskFull."""
        return self._files.copy(target)

    def copy_into(self, folder: Path, names: Iterator[str]) -> Path:
        """Write it to a folder, by the first of `names` that is free; raise as `copy` does."""
        return self._files.copy_into(folder, names)

    def look(self, file: Path) -> LibraryFile:
        """Return what a file holds; raise FileProblem where it is no sound library."""
        return self._files.look(file)

    def bring_back(self, file: Path, *, newer: bool) -> Outcome[Brought]:
        """Add what is missing here, after a backup; what is further here always stays.

        With `newer`, what went further in the file takes the place of what is here.
        """
        return Outcome(
            Changes.LIBRARY | Changes.FRAMEWORKS, self._files.bring_back(file, newer=newer)
        )
