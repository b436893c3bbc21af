"""Use cases that bring a workshop in from another laptop."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from desktop_app.domain.changes import Changes
from desktop_app.domain.ports import Library, Work, WorkshopFiles
from desktop_app.domain.priorities import DotBallot, PriorityVote
from desktop_app.domain.rounds import Channel, RoundState
from desktop_app.domain.workshop import WorkshopRecord

from .outcome import Outcome


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

    def import_workshop(self, path: Path) -> Outcome[str]:
        """Add the workshop of a .roundtable file, or nothing at all; give its new id.

        Raise FileProblem naming the mistake.
        """
        record = self._files.read(path, self._new_id)
        with self._library.writing() as work:
            work.add_workshop(replace(record.workshop, updated_at=self._clock()))
            _add_parts(work, record)
            work.commit()
        return Outcome(Changes.LIBRARY, record.workshop.id)


def _add_parts(work: Work, record: WorkshopRecord) -> None:
    for round_ in record.rounds:
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
    if vote.channel is Channel.HANDS:
        work.set_hand_dots(is_open, vote.by_action)
    else:
        for sheet in (vote.dots, *((),) * (vote.ballots_in - 1)) if vote.ballots_in else ():
            work.add_dot_ballot(is_open, DotBallot(sheet))
    work.set_priority_vote(vote)
