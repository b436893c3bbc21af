"""Use cases that bring a workshop in from another laptop."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from enum import Enum
from functools import partial
from pathlib import Path

from desktop_app.domain.changes import Changes
from desktop_app.domain.errors import RuleProblem
from desktop_app.domain.ports import Library, Work, WorkshopFiles
from desktop_app.domain.summaries import WorkshopSummary
from desktop_app.domain.undo import Undo, UndoKind
from desktop_app.domain.workshop import WorkshopRecord

from .outcome import Outcome
from .putting_away import put_away
from .whole_record import add_record


class Again(Enum):
    """What becomes of a workshop that is here already when it comes in once more."""

    REPLACE = "replace"
    KEEP_BOTH = "keep_both"


@dataclass(frozen=True, slots=True)
class Arrival:
    """A workshop in a file, and what is here of the very same one, the last touched first.

    `further`: by how many changes the file is ahead of that one; below 0 where it is behind.
    """

    record: WorkshopRecord
    here: tuple[WorkshopSummary, ...] = ()
    further: int = 0


class Moving:
    """Bring in workshop files, each with the identity that it has on every laptop."""

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
            here = work.same_workshops(record.workshop.identity)
            known = work.workshop(here[0].id).revision if here else record.workshop.revision
        return Arrival(record, here, record.workshop.revision - known)

    def import_workshop(self, path: Path, again: Again | None = None) -> Outcome[str]:
        """Add the workshop of a .roundtable file, or nothing at all; give the id it has here.

        Where the very same one is here, `again` says what becomes of it: replaced, the one last
        touched is put away, and undo brings it back. Raise FileProblem naming the mistake, and
        RuleProblem where it is here and nothing was said.
        """
        record = self._files.read(path, self._new_id)
        with self._library.writing() as work:
            here = work.same_workshops(record.workshop.identity)
            if here and again is None:
                raise _is_here(path, here[0])
            undo = self._replace(work, record, here[0]) if _replaces(here, again) else None
            add_record(work, self._as_of_now(record))
            work.commit()
        return Outcome(Changes.LIBRARY, record.workshop.id, undo)

    def _as_of_now(self, record: WorkshopRecord) -> WorkshopRecord:
        now = self._clock()
        made = min(record.workshop.created_at, now)  # the other laptop's clock may be wrong
        return replace(record, workshop=replace(record.workshop, created_at=made, updated_at=now))

    def _replace(self, work: Work, record: WorkshopRecord, old: WorkshopSummary) -> Undo:
        title = put_away(work, old.id)
        back = partial(self._swap, old.id, record.workshop.id)
        again = partial(self._swap, record.workshop.id, old.id)
        return Undo(UndoKind.WORKSHOP_REPLACED, back, title, again)

    def _swap(self, back: str, away: str) -> Changes:
        """Bring one workshop back and put the other one away."""
        with self._library.writing() as work:
            work.hide_workshop(back, hidden=False)
            put_away(work, away)
            work.commit()
        return Changes.LIBRARY


def _replaces(here: tuple[WorkshopSummary, ...], again: Again | None) -> bool:
    return bool(here) and again is Again.REPLACE


def _is_here(path: Path, here: WorkshopSummary) -> RuleProblem:
    return RuleProblem(
        "The workshop in {file} is here already, as “{title}” ({id}). Nothing was imported. Say"
        " --replace to put this one in its place, or --keep-both.",
        file=path.name,
        title=here.title,
        id=here.id,
    )
