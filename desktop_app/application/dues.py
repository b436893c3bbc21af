"""The use case of what is due: asked by home, over all workshops of the library."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from desktop_app.domain.dues import Due, due_by
from desktop_app.domain.ports import Library


class Dues:
    """Tell which commitments are due by the laptop's date."""

    def __init__(self, library: Library, today: Callable[[], date]) -> None:
        self._library = library
        self._today = today

    def now(self) -> tuple[tuple[Due, ...], date]:
        """Return what is due, the earliest first, and the day that it is."""
        today = self._today()
        with self._library.reading() as work:
            return due_by(work.dated(), work.looked_back(), today), today
