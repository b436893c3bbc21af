"""One box file: two copies of its counts, written one after the other; knows no vote.

The file is made whole and never grows, shrinks or gets another name. At any moment of a write one
of the copies is whole, whatever one sector the power tears: the first is written only while the
second is on the disk, and is there itself before the second is written. That the second gets there
too nobody has to wait for: `finish` does it later, or else the next ballot before its own.
"""

from __future__ import annotations

import secrets
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from desktop_app.files import sync_folder

from . import block, counts
from .counts import Counts, Impossible
from .disk import InPlace, Opening, flush, never_copied_on_write, open_in_place, open_to_look
from .whole import Whole

PLACES = (0, 64 * 1024)
"""Where the copies begin: far enough apart that no sector, and hardly a flash page, holds both."""
SIZE = PLACES[-1] + block.SIZE


class Unreadable(Exception):
    """Neither copy is whole."""


@dataclass(frozen=True, slots=True)
class Box:
    """The box at a path, opened by it each time: what was moved away is noticed at once."""

    path: Path
    opening: Opening = open_in_place
    whole: Whole = field(default_factory=Whole)

    def make(self, first: Counts) -> None:
        """Make the file whole under its name, on the disk when this returns; raise OSError."""
        self.whole.forget(self.path)
        draft = self.path.with_name(f"{secrets.token_hex(8)}.draft")
        copy = block.packed(counts.written(first))
        try:
            with draft.open("xb", buffering=0) as file:
                never_copied_on_write(file.fileno())
                file.write(copy.ljust(PLACES[-1], b"\0") + copy)
                flush(file.fileno())
            draft.replace(self.path)
        except BaseException:
            with suppress(OSError):
                draft.unlink(missing_ok=True)
            raise
        sync_folder(self.path.parent)

    def counts(self) -> Counts:
        """Return what is in; raise FileNotFoundError, another OSError or Unreadable."""
        with open_to_look(self.path) as file:
            return self._meaning(*_copies(file))

    def heal(self) -> Counts:
        """Make both copies equal and return what is in; raise as `counts`."""
        with self.opening(self.path) as file:
            return self._healed(file)[0]

    def write(self, after: Counts) -> None:
        """Put counts in the place of those there are: one copy is on the disk when this returns.

        Raise as `counts`; then what was in before is in.
        """
        copy = block.packed(counts.written(after))
        with self.opening(self.path) as file:
            _, stands = self._healed(file)
            if not self.whole.is_known(self.path, stands):
                file.flush()  # what stands in the second may be in no more than memory
            self.whole.loosen(self.path)
            try:
                file.write_at(PLACES[0], copy)
                file.flush()
                file.write_at(PLACES[1], copy)
                self.whole.keep_in_mind(copy, after)
            except OSError:
                with suppress(OSError):
                    _write_both(file, stands)
                raise

    def finish(self) -> None:
        """Put the second copy on the disk as well; raise OSError."""
        with self.opening(self.path) as file:
            first, second = _copies(file)
            file.flush()
            if first == second:
                self.whole.note(self.path, first)

    def _meaning(self, first: bytes, second: bytes) -> Counts:
        for copy in (first, second):
            found = self.whole.counts_of(copy) or _read(copy)
            if found is not None:
                return found
        raise Unreadable

    def _healed(self, file: InPlace) -> tuple[Counts, bytes]:
        """Return what is in and its copy, both equal: else the only whole one is overwritten."""
        first, second = _copies(file)
        found = self._meaning(first, second)
        if first == second:
            return found, first
        good = block.packed(counts.written(found))
        for place, copy in zip(PLACES, (first, second), strict=True):
            if copy != good:
                file.write_at(place, good)
        file.flush()
        return found, good

    def erase(self) -> bool:
        """Overwrite the file with random bytes and remove it; return whether it is gone."""
        self.whole.forget(self.path)
        try:
            with suppress(FileNotFoundError):
                with self.opening(self.path) as file:
                    file.write_at(0, secrets.token_bytes(max(SIZE, self.path.stat().st_size)))
                    file.flush()
                self.path.unlink()
                sync_folder(self.path.parent)
        except OSError:
            return False
        return True


def _copies(file: InPlace) -> tuple[bytes, bytes]:
    first, second = (file.read_at(place, block.SIZE) for place in PLACES)
    return first, second


def _read(copy: bytes) -> Counts | None:
    """Return what a copy says, None where it is not whole."""
    content = block.unpacked(copy)
    if content is not None:
        with suppress(Impossible):
            return counts.read(content)
    return None


def _write_both(file: InPlace, copy: bytes) -> None:
    for place in PLACES:
        file.write_at(place, copy)
        file.flush()
