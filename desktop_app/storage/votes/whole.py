"""What a process knows of boxes that it wrote: which are on the disk, what the last one says."""

from __future__ import annotations

from pathlib import Path

from .counts import Counts


class Whole:
    """The boxes that one ballot more may overwrite at once, and those that must be flushed first.

    A box counts as whole only while it is as it was then: another process may write it too.
    """

    def __init__(self) -> None:
        self._known: dict[Path, tuple[bytes, int]] = {}
        self.loose: set[Path] = set()
        """The boxes whose second copy this process wrote and has not flushed."""
        self._last: tuple[bytes, Counts] | None = None

    def keep_in_mind(self, copy: bytes, said: Counts) -> None:
        """Know what the copy says that was written last, and of no other one."""
        self._last = copy, said

    def counts_of(self, copy: bytes) -> Counts | None:
        """Return what a copy says that was written last."""
        return self._last[1] if self._last is not None and self._last[0] == copy else None

    def note(self, path: Path, copy: bytes) -> None:
        """Take both copies as flushed, each of these bytes."""
        self.loose.discard(path)
        self._known[path] = copy, path.stat().st_mtime_ns

    def is_known(self, path: Path, copy: bytes) -> bool:
        """Return whether both copies are on the disk, and nobody has written since."""
        return self._known.get(path) == (copy, path.stat().st_mtime_ns)

    def loosen(self, path: Path) -> None:
        """Take the second copy as written and not flushed."""
        self._known.pop(path, None)
        self.loose.add(path)

    def forget(self, path: Path) -> None:
        """Know nothing of a box."""
        self._last = None
        self._known.pop(path, None)
        self.loose.discard(path)
