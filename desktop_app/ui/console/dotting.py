"""The commands of the vote on priorities; tells the session what came of them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from desktop_app.application.priorities import DotsDiffer, sheet_dots
from desktop_app.domain.channels import Channel, in_the_room
from desktop_app.domain.errors import AppError
from desktop_app.domain.priorities import PriorityVote
from desktop_app.domain.rounds import RoundState
from desktop_app.domain.workshop import vote_now

if TYPE_CHECKING:
    from .session import Session


class Dotting(QObject):
    """Open, place, count, close, reveal, discard.

    Signals:
        difference_found(PriorityVote): closing needs a reason.
    """

    difference_found = Signal(object)

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._session = session
        self._priorities = session.services.priorities

    @property
    def vote(self) -> PriorityVote | None:
        """Return the workshop's vote on priorities."""
        return vote_now(self._session.record)

    @property
    def waits_for_console(self) -> bool:
        """Return whether dots are to be typed on the console and none are yet."""
        vote = self.vote
        return (
            vote is not None
            and vote.state is RoundState.OPEN
            and vote.channel.traits.dots_typed
            and not vote.dots_in
        )

    def set_dots_each(self, dots_each: int) -> None:
        """Say how many dots each person has."""
        session = self._session
        if dots_each != session.record.workshop.dots_each:
            session.run(self._priorities.set_dots_each, session.workshop_id, dots_each)

    def open_vote(self, channel: Channel) -> None:
        """Open the vote."""
        session = self._session
        session.run(self._priorities.open, session.workshop_id, in_the_room(channel))

    def use_channel(self, channel: Channel) -> None:
        """Take dots by another channel."""
        self._session.run(self._priorities.use_channel, self._session.workshop_id, channel)

    def place(self, points: Mapping[int, int]) -> None:
        """Take one person's dots, by the number of each action."""
        actions = [action.id for action in self._session.record.workshop.framework.actions]
        self._cast({actions[point - 1]: count for point, count in points.items()})

    def press(self, point: int) -> None:
        """Take one press of a number key."""
        self.place({point: 1})

    def take_back(self) -> None:
        """Take the last press or sheet back."""
        self._session.run(self._priorities.take_back, self._session.workshop_id)

    def enter_sheet(self, line: str) -> bool:
        """Take a paper sheet typed as digits; return whether it is in."""
        try:
            dots = sheet_dots(self._session.record, line)
        except AppError as error:
            self._session.events.failed.emit(error)
            return False
        return self._cast(dots)

    def count_hands(self, dots: Mapping[str, int]) -> None:
        """Set the dots of a show of hands."""
        self._session.run(self._priorities.count_hands, self._session.workshop_id, dots)

    def close(self, reason: str = "") -> None:
        """Close the vote; a show of hands is revealed at once, since all have seen it."""
        session, vote = self._session, self.vote
        if vote is None:
            return
        try:
            outcome = self._priorities.close(session.workshop_id, reason)
        except DotsDiffer:
            self.difference_found.emit(vote)
            return
        except AppError as error:
            session.events.failed.emit(error)
            return
        session.events.announce(outcome)
        if vote.channel.traits.seen_by_all:
            self.reveal()

    def reveal(self) -> None:
        """Show the closed vote's list to the room."""
        self._session.run(self._priorities.reveal, self._session.workshop_id)

    def discard(self) -> None:
        """Remove the vote, so that another can be opened."""
        self._session.run(self._priorities.discard, self._session.workshop_id)

    def do_primary(self) -> None:
        """Do what comes next: open, close, reveal; then go on."""
        vote = self.vote
        if vote is None:
            self.open_vote(self._session.record.workshop.channel)
        elif vote.state is RoundState.OPEN:
            self.close()
        elif vote.state is RoundState.CLOSED:
            self.reveal()
        else:
            self._session.go_next()

    def _cast(self, dots: Mapping[str, int]) -> bool:
        outcome = self._session.run(self._priorities.cast, self._session.workshop_id, dots)
        return outcome is not None
