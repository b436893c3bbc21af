"""The vote on priorities in a unit of work: the only queries that touch how people placed dots.

As with ballots, dots are sums in the vote's box until the room has seen the list, and rows from
then on; typed ones are rows from the beginning. How people ranked goes with the box.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from sqlalchemy import delete, insert, select, update

from desktop_app.domain.channels import Channel, counted_as
from desktop_app.domain.errors import RuleProblem
from desktop_app.domain.priorities import DotBallot, PriorityVote, RankSums
from desktop_app.domain.rounds import RoundState

from .rows import DotSum, Row, dot_sum_of, priority_vote_of, priority_vote_values
from .tables import dot_sums, priority_votes, workshops
from .unit_parts import UnitPart, is_over, takes_secret_ballots
from .votes.counts import Cell, Counts

DOTS, PEOPLE, RANKS, TIES, RANKED = range(5)
"""What a cell of a vote on priorities counts, in the place of a rating's point."""


class DotWork(UnitPart):
    """The vote on priorities in one transaction; a part of domain.ports.Work."""

    def vote_of(self, workshop_id: str, actions: Sequence[str]) -> PriorityVote | None:
        """Return a workshop's priority vote, its known dots in the order of `actions`, or None.

        One that was discarded is none.
        """
        query = select(priority_votes).where(
            priority_votes.c.workshop_id == workshop_id,
            priority_votes.c.state != RoundState.DISCARDED,
        )
        row = self._connection.execute(query).mappings().first()
        if row is None:
            return None
        boxed = self._boxed_dots(dict(row))
        return priority_vote_of(
            dict(row), self._sums(row["id"]), _dots_in(boxed), _people_in(boxed), actions
        )

    def set_priority_vote(self, vote: PriorityVote) -> None:
        """Add the workshop's priority vote or write its state; never its dots.

        A second vote takes the place of one that was discarded; raise RuleProblem where there is
        another. Where it is written as revealed for the first time its box goes into rows.
        """
        self._rows.require(workshops, vote.workshop_id)
        self._revisions.raise_for(vote.workshop_id)
        self._make_way(vote)
        here = priority_votes.c.id == vote.id
        before = self._connection.execute(select(priority_votes).where(here)).mappings().first()
        values = priority_vote_values(vote)
        if before is None:
            self._connection.execute(insert(priority_votes).values(sealed_ballots=0, **values))
        else:
            self._connection.execute(update(priority_votes).where(here).values(**values))
        self._set_box(vote, None if before is None else dict(before))

    def _make_way(self, vote: PriorityVote) -> None:
        """Remove a vote that was discarded; raise RuleProblem for another one."""
        of_workshop = priority_votes.c.workshop_id == vote.workshop_id
        others = select(priority_votes.c.id, priority_votes.c.state).where(
            of_workshop, priority_votes.c.id != vote.id
        )
        for other, state in self._connection.execute(others).all():
            if state is not RoundState.DISCARDED:
                raise RuleProblem(
                    "This workshop already has a vote on priorities. Discard it before a new one"
                    " begins."
                )
            self._connection.execute(delete(priority_votes).where(priority_votes.c.id == other))
            self._boxes.erase(other)

    def _set_box(self, vote: PriorityVote, before: Row | None) -> None:
        if before is not None and not is_over(before) and _over(vote):
            boxed = self._boxed_dots(before)
            self._add_sums(vote.id, _sums_of(boxed))
            self._add_people(vote.id, _people_in(boxed))
            self._boxes.erase(vote.id)
        elif takes_secret_ballots(vote) and (
            before is None or is_over(before) or before["channel"].traits.counted
        ):
            self._boxes.require(vote.id)

    def add_dot_ballot(self, vote: PriorityVote, ballot: DotBallot, ranks: RankSums) -> None:
        """Add one person's dots by the vote's channel; raise RuleProblem where it takes none."""
        stored = self._rows.get(priority_votes, vote.id)
        if stored["state"] is not RoundState.OPEN or stored["seen"]:
            raise RuleProblem("This vote is closed, so the dots were not counted.")
        if stored["channel"].traits.counted:
            self._boxes.require(vote.id)
        self._boxes.add(vote.id, _cells(vote.channel, ballot, ranks))

    def take_back_dots(self, vote: PriorityVote, ballot: DotBallot, ranks: RankSums) -> None:
        """Take one ballot like this off; raise RuleProblem where there is none to take."""
        stored = self._rows.get(priority_votes, vote.id)
        is_open = stored["state"] is RoundState.OPEN and not stored["seen"]
        cells, there = _cells(vote.channel, ballot, ranks), self._boxes.counts(vote.id)
        if not is_open or any(there[cell] < number for cell, number in cells.items()):
            raise RuleProblem("These dots were counted with the others and cannot be taken back.")
        self._boxes.add(vote.id, {cell: -number for cell, number in cells.items()})

    def add_dots(self, vote: PriorityVote) -> None:
        """Add the dots and people of a revealed vote that came in as a whole, from a file."""
        self._rows.require(priority_votes, vote.id)
        self._add_sums(vote.id, (DotSum(vote.channel, a, n) for a, n in vote.dots))
        self._add_people(vote.id, vote.ballots_in)

    def set_hand_dots(self, vote: PriorityVote, dots: Mapping[str, int]) -> None:
        """Replace the dots typed from a show of hands, by action id."""
        self._rows.require(priority_votes, vote.id)
        channel = counted_as(vote.channel)
        hands = (dot_sums.c.priority_vote_id == vote.id, dot_sums.c.channel == channel)
        self._connection.execute(delete(dot_sums).where(*hands))
        self._add_sums(vote.id, (DotSum(channel, a, n) for a, n in dots.items()))

    def rank_sums(self, vote: PriorityVote) -> RankSums:
        """Return how people ranked the actions, added up, before the reveal."""
        boxed = self._boxed_dots(self._rows.get(priority_votes, vote.id))
        doubled = ((c.label, n) for c, n in boxed.cells.items() if c.point == RANKS)
        return RankSums(boxed[_RANKED], tuple(sorted(doubled)), boxed[_TIES])

    def _boxed_dots(self, row: Row) -> Counts:
        return Counts() if is_over(row) else self._boxes.counts(row["id"])

    def _sums(self, vote_id: str) -> list[DotSum]:
        query = select(dot_sums).where(dot_sums.c.priority_vote_id == vote_id)
        return [dot_sum_of(dict(row)) for row in self._connection.execute(query).mappings()]

    def _add_people(self, vote_id: str, people: int) -> None:
        more = priority_votes.c.sealed_ballots + people
        here = update(priority_votes).where(priority_votes.c.id == vote_id)
        self._connection.execute(here.values(sealed_ballots=more))

    def _add_sums(self, vote_id: str, added: Iterable[DotSum]) -> None:
        found = [
            {
                "priority_vote_id": vote_id,
                "channel": one.channel,
                "action_id": one.action_id,
                "dots": one.dots,
            }
            for one in added
            if one.dots
        ]
        self._rows.add_to(dot_sums, "dots", found)


_TIES, _RANKED = Cell("", "", TIES), Cell("", "", RANKED)


def _cells(channel: Channel, ballot: DotBallot, ranks: RankSums) -> Mapping[Cell, int]:
    cells: Counter[Cell] = Counter({Cell(channel.value, "", PEOPLE): 1})
    for action_id, dots in ballot.dots:
        cells[Cell(channel.value, action_id, DOTS)] += dots
    for action_id, doubled in ranks.doubled:
        cells[Cell("", action_id, RANKS)] += doubled
    cells[_TIES] += ranks.ties
    cells[_RANKED] += ranks.people
    return cells


def _dots_in(boxed: Counts) -> int:
    return sum(number for cell, number in boxed.cells.items() if cell.point == DOTS)


def _people_in(boxed: Counts) -> int:
    return sum(number for cell, number in boxed.cells.items() if cell.point == PEOPLE)


def _sums_of(boxed: Counts) -> list[DotSum]:
    cells = sorted(boxed.cells.items())
    return [DotSum(Channel(c.channel), c.label, n) for c, n in cells if c.point == DOTS]


def _over(vote: PriorityVote) -> bool:
    return vote.seen or vote.state is RoundState.REVEALED
