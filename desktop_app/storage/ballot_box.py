"""Votes on statements in a unit of work: the only queries that touch what people voted.

Hands are rows from the beginning, as everybody saw them. All else is a running total in the round's
box until the room has seen the result, and rows from then on; it is never in both.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from typing import Any

from sqlalchemy import ColumnElement, Select, bindparam, delete, insert, select
from sqlalchemy.exc import IntegrityError

from desktop_app.domain.channels import Channel, counted_as
from desktop_app.domain.errors import RuleProblem
from desktop_app.domain.rounds import Ballot, Round, RoundState, Tally

from .rows import Row, round_changes, round_of, round_values, tally_of
from .tables import rounds, tallies, workshops
from .unit_parts import UnitPart, is_over, takes_secret_ballots
from .votes.counts import Cell


def _sorted_tallies() -> Select[Any]:
    """Return the query of tallies by what they say, so that no order of arrival can show."""
    order = (tallies.c.round_id, tallies.c.channel, tallies.c.group_label, tallies.c.point)
    return select(tallies).order_by(*order)


_TALLIES_OF = _sorted_tallies().where(tallies.c.round_id == bindparam("round_id"))
"""The tallies of one round, put together once: it is asked at each ballot."""


class RoundWork(UnitPart):
    """The rounds of one transaction; a part of domain.ports.Work."""

    def round(self, round_id: str) -> Round:
        """Return one round, values only where Round allows them."""
        row = self._rows.get(rounds, round_id)
        return self._round_of(
            row, self._rows.known.once(("tallies", round_id), partial(self._tallies_of, round_id))
        )

    def _tallies_of(self, round_id: str) -> tuple[Tally, ...]:
        found = self._connection.execute(_TALLIES_OF, {"round_id": round_id}).mappings()
        return tuple(tally_of(dict(one)) for one in found)

    def rounds_where(self, condition: ColumnElement[bool]) -> list[Round]:
        """Return the rounds that meet a condition on the `rounds` table."""
        rows = self._connection.execute(select(rounds).where(condition)).mappings().all()
        tallied = self._tallied(select(rounds.c.id).where(condition))
        return [self._round_of(dict(row), tallied[row["id"]]) for row in rows]

    def _round_of(self, row: Row, tallied: Iterable[Tally]) -> Round:
        boxed = {} if is_over(row) else self._boxes.counts(row["id"]).cells
        return round_of(row, tallied, [(cell.label, votes) for cell, votes in boxed.items()])

    def _tallied(self, wanted: Any) -> defaultdict[str, list[Tally]]:
        query = _sorted_tallies().where(tallies.c.round_id.in_(wanted))
        found: defaultdict[str, list[Tally]] = defaultdict(list)
        for row in self._connection.execute(query).mappings():
            found[row["round_id"]].append(tally_of(dict(row)))
        return found

    def add_round(self, round_: Round) -> None:
        """Add a round without ballots."""
        self._rows.require(workshops, round_.workshop_id)
        self._revisions.raise_for(round_.workshop_id)
        with _one_open_vote():
            self._connection.execute(insert(rounds).values(**round_values(round_)))
        if takes_secret_ballots(round_):
            self._boxes.require(round_.id)

    def save_round(self, round_: Round) -> None:
        """Write where a round stands and what the room settled on; never its ballots.

        Where it is written as revealed or seen for the first time its box goes into rows.
        """
        before = self._rows.get(rounds, round_.id)
        self._write(round_)
        if is_over(before):
            begins_again = before["state"] is RoundState.REVEALED and not before["seen"]
            if begins_again and takes_secret_ballots(round_):
                self._boxes.require(round_.id)
        elif round_.seen or round_.state is RoundState.REVEALED:
            self._add_tallies(round_.id, self._boxed(round_.id))
            self._boxes.erase(round_.id)
        elif before["channel"].traits.counted and takes_secret_ballots(round_):
            self._boxes.require(round_.id)

    def reveal_round(self, round_: Round) -> None:
        """Write a round that the room sees for the first time, with its `tallies` for all counts.

        Raise RuleProblem where it was seen before: its counts are what the room saw.
        """
        if is_over(self._rows.get(rounds, round_.id)):
            raise RuleProblem("The room has seen this result already.")
        self._boxes.erase(round_.id)
        self._connection.execute(delete(tallies).where(tallies.c.round_id == round_.id))
        self._add_tallies(round_.id, round_.tallies)
        self._write(round_)

    def counts_to_reveal(self, round_: Round) -> tuple[Tally, ...]:
        """Return all counts of a round, for its first reveal only."""
        over = is_over(self._rows.get(rounds, round_.id))
        in_rows = self._tallied([round_.id])[round_.id]
        return (*in_rows, *(() if over else self._boxed(round_.id)))

    def add_ballot(self, round_: Round, ballot: Ballot) -> None:
        """Add one ballot by the round's channel; raise RuleProblem where it takes none."""
        stored = self._rows.get(rounds, round_.id)
        if stored["state"] is not RoundState.OPEN:
            raise RuleProblem("This vote is closed, so the ballot was not counted.")
        if stored["seen"]:
            raise RuleProblem(
                "The room has seen this result, so no ballot may be added. Vote again instead."
            )
        if stored["channel"].traits.counted:
            self._boxes.require(round_.id)
        self._boxes.add(round_.id, {_cell(round_.channel, ballot): 1})

    def take_back_ballot(self, round_: Round, ballot: Ballot) -> None:
        """Take one ballot like this off; raise RuleProblem where there is none to take."""
        stored = self._rows.get(rounds, round_.id)
        cell = _cell(round_.channel, ballot)
        is_open = stored["state"] is RoundState.OPEN and not stored["seen"]
        if not (is_open and self._boxes.counts(round_.id)[cell]):
            raise RuleProblem("This ballot was counted with the others and cannot be taken back.")
        self._boxes.add(round_.id, {cell: -1})

    def set_hand_counts(self, round_: Round, counts: Sequence[int], group: str = "") -> None:
        """Replace a group's typed hand counts; `counts` are for 0 ("can't say"), 1, ... K."""
        self._rows.require(rounds, round_.id)
        channel = counted_as(round_.channel)
        of_group = (tallies.c.channel == channel, tallies.c.group_label == group)
        self._connection.execute(delete(tallies).where(tallies.c.round_id == round_.id, *of_group))
        counted = (Tally(channel, group, point, votes) for point, votes in enumerate(counts))
        self._add_tallies(round_.id, counted)

    def add_tallies(self, round_: Round, tallies: Sequence[Tally]) -> None:
        """Add counts that came in as a whole, from a file or a sample."""
        over = is_over(self._rows.get(rounds, round_.id))
        secret = [t for t in tallies if t.votes and not (over or t.channel.traits.counted)]
        self._add_tallies(round_.id, (t for t in tallies if t not in secret))
        if secret:
            self._boxes.require(round_.id)
        for tally in secret:
            self._boxes.add(round_.id, {_cell_of(tally): tally.votes})

    def _write(self, round_: Round) -> None:
        with _one_open_vote():
            self._rows.update(rounds, round_changes(round_))
        self._revisions.raise_for(round_.workshop_id)

    def _boxed(self, round_id: str) -> tuple[Tally, ...]:
        cells = self._boxes.counts(round_id).cells
        return tuple(
            Tally(Channel(cell.channel), cell.label, cell.point, votes)
            for cell, votes in sorted(cells.items())
        )

    def _add_tallies(self, round_id: str, counted: Iterable[Tally]) -> None:
        found = [
            {
                "round_id": round_id,
                "channel": tally.channel,
                "group_label": tally.group,
                "point": tally.point,
                "votes": tally.votes,
            }
            for tally in counted
            if tally.votes
        ]
        self._rows.add_to(tallies, "votes", found)


@contextmanager
def _one_open_vote() -> Iterator[None]:
    """Say in a sentence that the schema allows a statement one open vote."""
    try:
        yield
    except IntegrityError as error:
        if "rounds.statement_id" not in str(error.orig):
            raise
        raise RuleProblem(
            "Another vote on this statement is open already. Close or discard that one first."
        ) from error


def _cell(channel: Channel, ballot: Ballot) -> Cell:
    return Cell(channel.value, ballot.group, ballot.point)


def _cell_of(tally: Tally) -> Cell:
    return Cell(tally.channel.value, tally.group, tally.point)
