"""Use cases that bring a workshop in from another laptop."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from desktop_app.domain.changes import Changes
from desktop_app.domain.ports import Library, WorkshopFiles
from desktop_app.domain.summaries import WorkshopSummary
from desktop_app.domain.workshop import WorkshopRecord

from .outcome import Outcome
from .whole_record import add_record


@dataclass(frozen=True, slots=True)
class Arrival:
    """A workshop in a file, and what is here of the very same one, the last touched first."""

    record: WorkshopRecord
    here: tuple[WorkshopSummary, ...] = ()


class Moving:
    """Bring in workshop files; every import is a new workshop."""

    def __init__(
        self,
        library: Library,
        files: WorkshopFiles,
        clock: Callable[[], datetime],
        new_id: Callable[[], str],
    ) -> None:
        self._library = library
        self._files = files
        self._clock = clock
        self._new_id = new_id

    def look(self, path: Path) -> Arrival:
        """Return what a .roundtable file holds, and add nothing.

        Raise FileProblem naming the mistake.
        """
        record = self._files.read(path, self._new_id)
        with self._library.reading() as work:
            return Arrival(record, work.same_workshops(record.workshop.identity))

    def import_workshop(self, path: Path) -> Outcome[str]:
        """Add the workshop of a .roundtable file, or nothing at all; give its new id.

        Raise FileProblem naming the mistake.
        """
        record = self._files.read(path, self._new_id)
        with self._library.writing() as work:
            now = self._clock()
            made = min(record.workshop.created_at, now)  # the other laptop's clock may be wrong
            touched = replace(record.workshop, created_at=made, updated_at=now)
            add_record(work, replace(record, workshop=touched))
            work.commit()
        return Outcome(Changes.LIBRARY, record.workshop.id)
