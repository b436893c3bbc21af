"""The unit of work over one connection; knows nothing of files, backups or versions."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Connection, Table, delete, func, insert, select, update

from desktop_app.domain.errors import NotFound
from desktop_app.domain.plan import Commitment, Note
from desktop_app.domain.rounds import Ballot, Round, RoundState, Tally
from desktop_app.domain.workshop import Workshop, WorkshopRecord, WorkshopSummary

from . import ballot_box
from .frozen_framework import FrameworkStore
from .rows import (
    commitment_of,
    commitment_values,
    note_of,
    note_values,
    round_values,
    summary_of,
    workshop_of,
    workshop_values,
)
from .tables import commitments, notes, rounds, workshops

_GONE = {
    "workshops": "This workshop is no longer in the library.",
    "rounds": "This vote is no longer in the library.",
    "notes": "This note is no longer in the library.",
    "commitments": "This commitment is no longer in the library.",
}


class SqliteWork:
    """One transaction; implements domain.ports.Work.

    `committed_traces` tells the library that deleted values may still stand in the file's free
    parts and must be swept out.
    """

    def __init__(
        self, connection: Connection, store: FrameworkStore, *, may_write: bool = True
    ) -> None:
        self._connection = connection
        self._store = store
        self._may_write = may_write
        self._leaves_traces = False
        self.committed_traces = False

    def commit(self) -> None:
        """Make everything so far durable."""
        if not self._may_write:
            raise RuntimeError("a unit that only reads has nothing to commit")
        self._connection.commit()
        self.committed_traces = self.committed_traces or self._leaves_traces

    # The library and its workshops

    def summaries(self) -> tuple[WorkshopSummary, ...]:
        """Return all workshops, the last touched first."""
        order = (workshops.c.updated_at.desc(), workshops.c.id)
        rows = self._connection.execute(select(workshops).order_by(*order)).mappings()
        return tuple(summary_of(dict(row)) for row in rows)

    def workshop(self, workshop_id: str) -> Workshop:
        """Return one workshop."""
        row = self._row(workshops, workshop_id)
        return workshop_of(row, self._store.get(self._connection, row["framework_hash"]))

    def record(self, workshop_id: str) -> WorkshopRecord:
        """Return a workshop with its rounds, notes and commitments; discarded rounds left out."""
        workshop = self.workshop(workshop_id)
        return WorkshopRecord(
            workshop,
            self._rounds(workshop),
            tuple(note_of(row) for row in self._rows_of(notes, workshop_id, "place")),
            tuple(
                commitment_of(row) for row in self._rows_of(commitments, workshop_id, "position")
            ),
        )

    def add_workshop(self, workshop: Workshop) -> None:
        """Add a new workshop with its frozen framework."""
        key = self._store.put(self._connection, workshop.framework)
        values = workshop_values(workshop)
        self._connection.execute(
            insert(workshops).values(framework_hash=key, hidden=False, **values)
        )

    def save_workshop(self, workshop: Workshop) -> None:
        """Write all of a workshop's own fields except its framework."""
        self._update(workshops, workshop_values(workshop))

    def delete_workshop(self, workshop_id: str) -> None:
        """Remove a workshop, its rows and, once committed, the file's free pages."""
        self._delete(workshops, workshop_id)
        self._store.drop_unused(self._connection)
        self._leaves_traces = True

    # Rounds and ballots

    def round(self, round_id: str) -> Round:
        """Return one round, values only where Round allows them."""
        found = ballot_box.rounds_where(self._connection, rounds.c.id == round_id)
        if not found:
            raise NotFound(_GONE["rounds"])
        return found[0]

    def add_round(self, round_: Round) -> None:
        """Add a round without ballots."""
        self._require(workshops, round_.workshop_id)
        self._connection.execute(insert(rounds).values(**round_values(round_)))

    def save_round(self, round_: Round) -> None:
        """Write where a round stands and what the room settled on; never its ballots.

        Single ballots exist only in an open round: any other state seals them.
        """
        fixed = {"workshop_id", "statement_id", "ordinal"}
        values = {n: v for n, v in round_values(round_).items() if n not in fixed}
        self._update(rounds, values)
        if round_.state is not RoundState.OPEN:
            self._seal(round_.id)

    def add_ballot(self, round_: Round, ballot: Ballot) -> None:
        """Add one ballot by the round's channel; raise RuleProblem where it is not open."""
        self._require(rounds, round_.id)
        ballot_box.add(self._connection, round_, ballot)

    def set_hand_counts(self, round_: Round, counts: Sequence[int]) -> None:
        """Replace the typed hand counts; `counts` are for 0 ("can't say"), 1, ... K."""
        self._require(rounds, round_.id)
        ballot_box.set_hands(self._connection, round_.id, counts)

    def seal_ballots(self, round_: Round) -> None:
        """Turn the round's single ballots into tallies that nobody can trace or change."""
        self._require(rounds, round_.id)
        self._seal(round_.id)

    def add_tallies(self, round_: Round, tallies: Sequence[Tally]) -> None:
        """Add counts that came in as a whole, from a file or a sample."""
        self._require(rounds, round_.id)
        ballot_box.add_tallies(self._connection, round_.id, tallies)

    # Notes and the plan

    def save_note(self, note: Note) -> None:
        """Add a note at the end or replace the one with its id where it stands."""
        self._require(workshops, note.workshop_id)
        values = note_values(note)
        if not self._updated(notes, values):
            end = select(func.coalesce(func.max(notes.c.place), -1) + 1)
            place = end.where(notes.c.workshop_id == note.workshop_id).scalar_subquery()
            self._connection.execute(insert(notes).values(place=place, **values))

    def delete_note(self, note_id: str) -> None:
        """Remove a note."""
        self._delete(notes, note_id)

    def save_commitment(self, commitment: Commitment) -> None:
        """Add a commitment or replace the one with its id."""
        self._require(workshops, commitment.workshop_id)
        values = commitment_values(commitment)
        if not self._updated(commitments, values):
            self._connection.execute(insert(commitments).values(**values))

    def delete_commitment(self, commitment_id: str) -> None:
        """Remove a commitment."""
        self._delete(commitments, commitment_id)

    def _seal(self, round_id: str) -> None:
        if ballot_box.seal(self._connection, round_id):
            self._leaves_traces = True

    # Rows

    def _rounds(self, workshop: Workshop) -> tuple[Round, ...]:
        """Return the rounds in framework order, then by ordinal."""
        places = {s.id: place for place, s in enumerate(workshop.framework.statements)}
        of_workshop = rounds.c.workshop_id == workshop.id
        kept = of_workshop & (rounds.c.state != RoundState.DISCARDED)
        found = ballot_box.rounds_where(self._connection, kept)
        last = len(places)
        return tuple(
            sorted(found, key=lambda r: (places.get(r.statement_id, last), r.ordinal, r.id))
        )

    def _row(self, table: Table, row_id: str) -> dict[str, Any]:
        row = self._connection.execute(select(table).where(table.c.id == row_id)).mappings().first()
        if row is None:
            raise NotFound(_GONE[table.name])
        return dict(row)

    def _rows_of(self, table: Table, workshop_id: str, order: str) -> list[dict[str, Any]]:
        query = select(table).where(table.c.workshop_id == workshop_id)
        rows = self._connection.execute(query.order_by(table.c[order], table.c.id)).mappings()
        return [dict(row) for row in rows]

    def _require(self, table: Table, row_id: str) -> None:
        if self._connection.execute(select(table.c.id).where(table.c.id == row_id)).first() is None:
            raise NotFound(_GONE[table.name])

    def _update(self, table: Table, values: dict[str, Any]) -> None:
        if not self._updated(table, values):
            raise NotFound(_GONE[table.name])

    def _updated(self, table: Table, values: dict[str, Any]) -> bool:
        here = table.c.id == values["id"]
        return self._connection.execute(update(table).where(here).values(**values)).rowcount > 0

    def _delete(self, table: Table, row_id: str) -> None:
        if self._connection.execute(delete(table).where(table.c.id == row_id)).rowcount == 0:
            raise NotFound(_GONE[table.name])
