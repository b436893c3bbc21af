"""Use cases of the list of workshops: searching it."""

from __future__ import annotations

from desktop_app.domain.listing import Found
from desktop_app.domain.ports import Search


class Listing:
    """Find workshops in the list."""

    def __init__(self, search: Search) -> None:
        self._search = search

    def find(self, typed: str) -> Found:
        """Return the workshops that hold the words, as far as they were read by now."""
        return self._search.find(typed)

    def catch_up(self) -> None:
        """Read every workshop that was not read yet; may take seconds in a large library."""
        self._search.catch_up()

    def found(self, typed: str) -> frozenset[str]:
        """Return the ids of all workshops that hold the words, however long it takes."""
        self._search.catch_up()
        return self._search.find(typed).ids
