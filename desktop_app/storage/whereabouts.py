"""Whether an open library is still where it was; reads nothing of it.

A file that is moved or removed while it is open takes every write, and nobody finds it again.
"""

from __future__ import annotations

from pathlib import Path


class Whereabouts:
    """The device and number of the file at a path when it was opened."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._log = path.with_name(path.name + "-wal")
        self._opened = _identity(path)

    def note(self) -> None:
        """Take what stands at the path now for the open file."""
        self._opened = _identity(self.path)

    def is_there(self) -> bool:
        """Return whether the open file stands at the path."""
        return self._opened is None or _identity(self.path) == self._opened

    def is_there_with_log(self) -> bool:
        """Return whether the file is there, and the log that was just written to."""
        return self.is_there() and self._log.exists()


def _identity(path: Path) -> tuple[int, int] | None:
    """Return device and number of a file; the number is 0 where a file system has none."""
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino
