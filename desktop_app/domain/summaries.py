"""The lines of the library, for the home list; light, as they are read before anything else is."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import Enum
from typing import TYPE_CHECKING

if TYPE_CHECKING:  # a glance needs none
    from .listing import Finder

PAGE = 100
"""How many lines are read at a time."""


class WorkshopStatus(Enum):
    """Where the workshop as a whole stands."""

    PREPARED = "prepared"
    RUNNING = "in_progress"
    CLOSED = "closed"


@dataclass(frozen=True, slots=True)
class WorkshopSummary:
    """One line of the library."""

    id: str
    title: str
    partnership: str
    held_on: date | None
    status: WorkshopStatus
    is_sample: bool
    updated_at: datetime
    position: str
    present: int
    is_rehearsal: bool = False
    is_archived: bool = False


class WorkshopLines:
    """The usual lines of the library, the last touched first; a line is read when asked for.

    `read` gives the lines of some ids, as far as they are still there. `going_on` is the workshop
    in progress that was touched last, never a rehearsal; `rehearsal` one that was not ended;
    `archived` counts the lines that are left out. `finder` answers what is looked for, once the
    library is open.
    """

    def __init__(
        self,
        ids: Sequence[str],
        read: Callable[[Sequence[str]], Mapping[str, WorkshopSummary]],
        going_on: WorkshopSummary | None = None,
        rehearsal: WorkshopSummary | None = None,
        archived: int = 0,
    ) -> None:
        self.ids = ids
        self.going_on = going_on
        self.rehearsal = rehearsal
        self.archived = archived
        self.finder: Finder | None = None
        self._read = read
        self._known: dict[str, WorkshopSummary | None] = {}

    def only(self, ids: Sequence[str]) -> WorkshopLines:
        """Return the lines of these ids; what is known of them by now is not read again."""
        some = WorkshopLines(ids, self._read)
        some._known = self._known
        return some

    @property
    def is_empty(self) -> bool:
        """Return whether there is no workshop at all."""
        return not self.ids and not self.archived

    def __len__(self) -> int:
        return len(self.ids)

    def __getitem__(self, place: int) -> WorkshopSummary | None:
        """Return a line, or None where its workshop went meanwhile."""
        wanted = self.ids[place]
        if wanted not in self._known:
            first = place - place % PAGE
            page = [key for key in self.ids[first : first + PAGE] if key not in self._known]
            self._known |= dict.fromkeys(page)
            self._known |= self._read(page)
        return self._known[wanted]

    def __iter__(self) -> Iterator[WorkshopSummary | None]:
        return (self[place] for place in range(len(self)))
