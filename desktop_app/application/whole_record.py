"""Adds a whole workshop that was made elsewhere, in the one way that the library can read back."""

from __future__ import annotations

from dataclasses import replace

from desktop_app.domain.ports import Work
from desktop_app.domain.priorities import DotBallot, PriorityVote
from desktop_app.domain.rounds import RoundState
from desktop_app.domain.workshop import WorkshopRecord


def add_record(work: Work, record: WorkshopRecord) -> None:
    """Add a workshop with everything that is kept with it; nothing is committed."""
    work.add_workshop(record.workshop)
    for round_ in record.all_rounds:
        work.add_round(round_)
        work.add_tallies(round_, round_.tallies)
    for note in record.notes:
        work.save_note(note)
    for commitment in record.commitments:
        work.save_commitment(commitment)
    for time in record.times:
        work.save_time(record.workshop.id, time)
    if record.priority_vote is not None:
        _add_vote(work, record.priority_vote)


def _add_vote(work: Work, vote: PriorityVote) -> None:
    """Add a vote on priorities with its sums and the number of people behind them.

    The sums come in as one sheet and the other people's as empty ones; sealing makes them one.
    """
    is_open = replace(vote, state=RoundState.OPEN)
    work.set_priority_vote(is_open)
    if vote.channel.traits.counted:
        work.set_hand_dots(is_open, vote.by_action)
    else:
        for sheet in (vote.dots, *((),) * (vote.ballots_in - 1)) if vote.ballots_in else ():
            work.add_dot_ballot(is_open, DotBallot(sheet))
    work.set_priority_vote(vote)
