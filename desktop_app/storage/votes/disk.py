"""Files that are written in place, and how each platform is told to put them on the disk."""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, suppress
from pathlib import Path
from typing import Protocol, TypeAlias

_GET_FLAGS, _SET_FLAGS, _NO_COPY_ON_WRITE = 0x80086601, 0x40086602, 0x00800000


class InPlace(Protocol):
    """An open file whose bytes are read and overwritten where they stand."""

    def read_at(self, place: int, size: int) -> bytes:
        """Return bytes; fewer where the file ends."""

    def write_at(self, place: int, content: bytes) -> None:
        """Overwrite bytes."""

    def flush(self) -> None:
        """Return when all that was written is on the disk."""


Opening: TypeAlias = Callable[[Path], AbstractContextManager[InPlace]]


class _FileInPlace:
    """InPlace over an unbuffered file. Windows has no pread, pwrite and fdatasync."""

    def __init__(self, file: io.RawIOBase) -> None:
        self._file = file

    def read_at(self, place: int, size: int) -> bytes:
        """Return bytes; fewer where the file ends."""
        self._file.seek(place)
        found = bytearray()
        while len(found) < size and (more := self._file.read(size - len(found))):
            found += more
        return bytes(found)

    def write_at(self, place: int, content: bytes) -> None:
        """Overwrite bytes."""
        self._file.seek(place)
        left = memoryview(content)
        while left:
            left = left[self._file.write(left) or 0 :]

    def flush(self) -> None:
        """Return when all that was written is on the disk."""
        flush(self._file.fileno())


@contextmanager
def open_in_place(path: Path) -> Iterator[InPlace]:
    """Open a file that is there, to read and overwrite it; raise OSError."""
    with path.open("r+b", buffering=0) as file:
        yield _FileInPlace(file)


@contextmanager
def open_to_look(path: Path) -> Iterator[InPlace]:
    """Open a file that is there and may be read only; raise OSError."""
    with path.open("rb", buffering=0) as file:
        yield _FileInPlace(file)


def flush(handle: int) -> None:
    """Put what was written to a file on the disk, past what the platform calls done by itself."""
    if sys.platform == "darwin":
        import fcntl  # noqa: PLC0415 - this platform only

        with suppress(OSError):  # not every file system knows it
            fcntl.fcntl(handle, fcntl.F_FULLFSYNC)
            return
    if hasattr(os, "fdatasync"):
        os.fdatasync(handle)
    else:
        os.fsync(handle)


def never_copied_on_write(handle: int) -> None:
    """Ask btrfs to overwrite an empty file in place from now on; others need no asking."""
    if sys.platform != "linux":
        return
    import fcntl  # noqa: PLC0415 - this platform only

    with suppress(OSError):
        flags = int.from_bytes(fcntl.ioctl(handle, _GET_FLAGS, bytes(8)), sys.byteorder)
        asked = (flags | _NO_COPY_ON_WRITE).to_bytes(8, sys.byteorder)
        fcntl.ioctl(handle, _SET_FLAGS, asked)
