"""The unit of work over one connection; knows nothing of files, backups or versions."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import partial

from sqlalchemy import Connection, delete, func, insert, select, update

from desktop_app.domain.agenda import StepTime
from desktop_app.domain.dues import Due, LookedBack
from desktop_app.domain.framework import Framework
from desktop_app.domain.listing import Choices, Wish
from desktop_app.domain.plan import Commitment, Note
from desktop_app.domain.priorities import PriorityVote
from desktop_app.domain.rounds import Round, RoundKind, RoundState
from desktop_app.domain.summaries import WorkshopLines, WorkshopSummary
from desktop_app.domain.workshop import Workshop, WorkshopRecord

from . import due_rows, framework_shelf
from .ballot_box import RoundWork
from .dot_box import DotWork
from .frozen_framework import FrameworkStore
from .listed import choices, listed
from .row_access import Rows, gone
from .rows import (
    COMMITMENT,
    NOTE,
    commitment_values,
    note_columns,
    note_values,
    time_of,
    time_values,
    workshop_changes,
    workshop_of,
    workshop_values,
)
from .summary_rows import (
    Read,
    all_lines,
    all_summaries,
    lines_of,
    put_away,
    same_summaries,
)
from .tables import (
    archived_workshops,
    commitments,
    notes,
    priority_votes,
    rounds,
    step_times,
    workshops,
)
from .votes.folder import Boxes
from .votes.unit import UnitBoxes


class SqliteWork(RoundWork, DotWork):
    """One transaction; implements domain.ports.Work.

    `committed_traces` tells the library that deleted values may still stand in the file's free
    parts and must be swept out.
    """

    def __init__(
        self,
        connection: Connection,
        store: FrameworkStore,
        boxes: Boxes,
        *,
        may_write: bool = True,
    ) -> None:
        super().__init__(connection, store, UnitBoxes(boxes))
        self._may_write = may_write
        self._leaves_traces = False
        self.committed_traces = False

    def commit(self) -> None:
        """Make everything so far durable: what boxes take, then the rows, then boxes that go."""
        if not self._may_write:
            raise RuntimeError("a unit that only reads has nothing to commit")
        self._revisions.write()
        try:
            self._boxes.write()
            self._connection.commit()
        except BaseException:
            self._boxes.take_back()
            raise
        self._boxes.committed()
        self.committed_traces = self.committed_traces or self._leaves_traces

    # The library and its workshops

    def summaries(self) -> tuple[WorkshopSummary, ...]:
        """Return all workshops that are not put away, the last touched first."""
        return all_summaries(self._rows.run)

    def put_away(self) -> tuple[WorkshopSummary, ...]:
        """Return the workshops that are put away, the last touched first."""
        return put_away(self._rows.run)

    def lines(self, read: Read) -> WorkshopLines:
        """Return the same for a list whose lines are read by `read` when they are looked at."""
        return all_lines(self._rows.run, read)

    def listed(self, wish: Wish) -> tuple[str, ...]:
        """Return the workshops that are wanted, in their order."""
        return listed(self._rows.run, wish)

    def choices(self) -> Choices:
        """Return what there is to choose from in the list."""
        return choices(self._rows.run)

    def archive_workshop(self, workshop_id: str, *, archived: bool) -> None:
        """Take a workshop out of the usual list, or back into it."""
        self._rows.require(workshops, workshop_id)
        here = archived_workshops.c.workshop_id == workshop_id
        self._connection.execute(delete(archived_workshops).where(here))
        if archived:
            self._connection.execute(insert(archived_workshops).values(workshop_id=workshop_id))

    def lines_of(self, ids: Sequence[str]) -> dict[str, WorkshopSummary]:
        """Return the lines of some ids, at most a page of them."""
        return lines_of(self._rows.run, ids)

    def run(self, query: str, values: tuple[str, ...]) -> Rows:
        """Return all rows of a query in plain SQL, their values as they are stored."""
        return self._rows.run(query, values)

    def same_workshops(self, identity: str) -> tuple[WorkshopSummary, ...]:
        """Return the workshops that are one and the same by their identity, last touched first."""
        return same_summaries(self._rows.run, identity)

    def dated(self) -> Iterable[Due]:
        """Return every commitment with a date, of every plan that is no rehearsal's or sample's."""
        return due_rows.dated(self._connection)

    def looked_back(self) -> Iterable[LookedBack]:
        """Return what each follow-up knows of what it looks back at, the oldest first."""
        return due_rows.looked_back(self._connection)

    def workshop(self, workshop_id: str) -> Workshop:
        """Return one workshop; one that is put away is as good as deleted."""
        read = partial(self._read_workshop, workshop_id)
        return self._rows.known.once(("workshop", workshop_id), read)

    def _read_workshop(self, workshop_id: str) -> Workshop:
        row = self._rows.get(workshops, workshop_id)
        if row["hidden"]:
            raise gone(workshops)
        return workshop_of(row, self._store.get(self._connection, row["framework_hash"]))

    def record(self, workshop_id: str) -> WorkshopRecord:
        """Return a workshop with all that is kept with it; discarded rounds left out."""
        workshop = self.workshop(workshop_id)
        of_workshop = self._rows.of_workshop
        found = self._rounds(workshop)
        plan = of_workshop(commitments, COMMITMENT, workshop_id, "position")
        return WorkshopRecord(
            workshop,
            tuple(r for r in found if r.kind is RoundKind.ROOM),
            tuple(Note(*row) for row in of_workshop(notes, NOTE, workshop_id, "place")),
            tuple(Commitment(*row) for row in plan),
            self._priority_vote(workshop),
            _times(self._connection, workshop),
            tuple(r for r in found if r.kind is RoundKind.BEFORE),
        )

    def _rounds(self, workshop: Workshop) -> tuple[Round, ...]:
        """Return the rounds in framework order, then by ordinal."""
        places = {s.id: place for place, s in enumerate(workshop.framework.statements)}
        kept = (rounds.c.workshop_id == workshop.id) & (rounds.c.state != RoundState.DISCARDED)
        last, gone = len(places), set(workshop.left_out)
        found = (r for r in self.rounds_where(kept) if r.statement_id not in gone)
        return tuple(
            sorted(found, key=lambda r: (places.get(r.statement_id, last), r.ordinal, r.id))
        )

    def add_workshop(self, workshop: Workshop) -> None:
        """Add a new workshop with its frozen framework."""
        key = self._store.put(self._connection, workshop.frozen)
        values = {"framework_hash": key, "hidden": False, **workshop_values(workshop)}
        self._connection.execute(insert(workshops).values(values))
        self._revisions.begin(workshop.id)

    def save_workshop(self, workshop: Workshop) -> None:
        """Write the fields of a workshop as it was read, not framework, identity and revision."""
        self._rows.update(workshops, workshop_changes(workshop), revision=workshop.revision)
        self._revisions.raise_for(workshop.id)

    def hide_workshop(self, workshop_id: str, *, hidden: bool) -> None:
        """Put a workshop away, to be purged when the library closes, or bring it back."""
        self._rows.update(workshops, {"id": workshop_id, "hidden": hidden})

    def delete_workshop(self, workshop_id: str) -> None:
        """Remove a workshop, its rows and, once committed, its boxes and the file's free pages."""
        for votes in (rounds, priority_votes):
            of_workshop = select(votes.c.id).where(votes.c.workshop_id == workshop_id)
            for vote_id in self._connection.execute(of_workshop).scalars():
                self._boxes.erase(vote_id)
        self._rows.delete(workshops, workshop_id)
        self._store.drop_unused(self._connection)
        self._leaves_traces = True

    def purge_hidden(self) -> None:
        """Remove all workshops that are put away."""
        put_away = select(workshops.c.id).where(workshops.c.hidden.is_(True))
        for workshop_id in self._connection.execute(put_away).scalars().all():
            self.delete_workshop(workshop_id)

    def save_time(self, workshop_id: str, time: StepTime) -> None:
        """Write what a step has taken so far."""
        self._rows.require(workshops, workshop_id)
        self._revisions.raise_for(workshop_id)
        here = (step_times.c.workshop_id == workshop_id, step_times.c.step == time.step)
        known = update(step_times).where(*here).values(**time_values(time))
        if self._connection.execute(known).rowcount == 0:
            row = insert(step_times).values(workshop_id=workshop_id, **time_values(time))
            self._connection.execute(row)

    def delete_round(self, round_id: str) -> None:
        """Remove a round with its ballots, and once committed from the file's free pages."""
        self._revisions.raise_for_owner(rounds, round_id)
        self._boxes.erase(round_id)
        self._rows.delete(rounds, round_id)
        self._leaves_traces = True

    def priority_vote(self, workshop_id: str) -> PriorityVote | None:
        """Return a workshop's vote on priorities, dots only where PriorityVote allows them."""
        return self._priority_vote(self.workshop(workshop_id))

    def _priority_vote(self, workshop: Workshop) -> PriorityVote | None:
        return self.vote_of(workshop.id, [action.id for action in workshop.framework.actions])

    # Frameworks made here

    def own_frameworks(self) -> tuple[Framework, ...]:
        """Return the newest version of each framework made here, by title."""
        return framework_shelf.newest(self._connection, self._store)

    def framework_versions(self, framework_id: str) -> tuple[Framework, ...]:
        """Return all kept versions of a framework made here, oldest first."""
        return framework_shelf.versions(self._connection, self._store, framework_id)

    def save_own_framework(self, framework: Framework) -> None:
        """Keep a framework as a new version; raise InputProblem where it would change one."""
        framework_shelf.keep(self._connection, self._store, framework)

    def delete_own_framework(self, framework_id: str) -> None:
        """Remove a framework made here with its versions; workshops keep their own copy."""
        framework_shelf.remove(self._connection, framework_id)
        self._store.drop_unused(self._connection)
        self._leaves_traces = True

    # Notes and the plan

    def save_note(self, note: Note) -> None:
        """Add a note at the end or replace the one with its id where it stands."""
        self._rows.require(workshops, note.workshop_id)
        self._revisions.raise_for(note.workshop_id)
        values = note_values(note)
        if not self._rows.updated(notes, values):
            place = self._end_of_notes(note.workshop_id)
            self._connection.execute(insert(notes).values(place=place, **values))

    def add_notes(self, workshop_id: str, added: Sequence[Note]) -> None:
        """Add new notes of a workshop at the end, in one statement however many they are."""
        self._rows.require(workshops, workshop_id)
        self._revisions.raise_for(workshop_id)
        end = self._end_of_notes(workshop_id)
        if added:
            places = tuple(range(end, end + len(added)))
            self._rows.add_all(notes, {"place": places, **note_columns(added)})

    def _end_of_notes(self, workshop_id: str) -> int:
        last = select(func.max(notes.c.place)).where(notes.c.workshop_id == workshop_id)
        found = self._connection.execute(last).scalar()
        return 0 if found is None else int(found) + 1

    def delete_note(self, note_id: str) -> None:
        """Remove a note."""
        self._revisions.raise_for_owner(notes, note_id)
        self._rows.delete(notes, note_id)

    def save_commitment(self, commitment: Commitment) -> None:
        """Add a commitment or replace the one with its id."""
        self._rows.require(workshops, commitment.workshop_id)
        self._revisions.raise_for(commitment.workshop_id)
        values = commitment_values(commitment)
        if not self._rows.updated(commitments, values):
            self._connection.execute(insert(commitments).values(**values))

    def delete_commitment(self, commitment_id: str) -> None:
        """Remove a commitment."""
        self._revisions.raise_for_owner(commitments, commitment_id)
        self._rows.delete(commitments, commitment_id)


def _times(connection: Connection, workshop: Workshop) -> tuple[StepTime, ...]:
    """Return what each step has taken, in the order of the steps."""
    places = {s.key: place for place, s in enumerate(workshop.steps)}
    query = select(step_times).where(step_times.c.workshop_id == workshop.id)
    found = [time_of(dict(row)) for row in connection.execute(query).mappings()]
    return tuple(sorted(found, key=lambda t: (places.get(t.step, len(places)), t.step)))
