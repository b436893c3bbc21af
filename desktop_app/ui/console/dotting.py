"""The commands of the vote on priorities."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import QObject, Signal

from desktop_app.application.priorities import DotsDiffer, Priorities, is_full, sheet_dots
from desktop_app.domain.channels import Channel, in_the_room
from desktop_app.domain.errors import AppError
from desktop_app.domain.priorities import PriorityVote
from desktop_app.domain.rounds import RoundState
from desktop_app.domain.steps import StepKind
from desktop_app.domain.texts import Phrase
from desktop_app.domain.workshop import vote_now
from desktop_app.scenes.kept_words import kept_words

from .room import Room


class Dotting(QObject):
    """Open, place, count, close, reveal, discard.

    Signals:
        difference_found(PriorityVote): closing needs a reason.
        hands_due(): what is being counted has to be in before anything else is done.
    """

    difference_found = Signal(object)
    hands_due = Signal()

    def __init__(self, room: Room, priorities: Priorities) -> None:
        super().__init__(room)
        self._room = room
        self._priorities = priorities
        self._refused: object = None

    def finish_count(self) -> None:
        """Have what is being counted in before anything else is done."""
        self.hands_due.emit()

    @property
    def vote(self) -> PriorityVote | None:
        """Return the workshop's vote on priorities."""
        return vote_now(self._room.record)

    @property
    def open_now(self) -> PriorityVote | None:
        """Return the vote if it takes dots and the day is there."""
        vote, here = self.vote, self._room.step.kind is StepKind.PRIORITIES
        return vote if vote is not None and here and vote.state is RoundState.OPEN else None

    def set_dots_each(self, dots_each: int) -> None:
        """Say how many dots each person has."""
        room = self._room
        if dots_each != room.record.workshop.dots_each:
            room.run(self._priorities.set_dots_each, room.workshop_id, dots_each)

    def open_vote(self, channel: Channel) -> None:
        """Open the vote."""
        room = self._room
        if room.run(self._priorities.open, room.workshop_id, in_the_room(channel)) is not None:
            room.turns.ask()

    def use_channel(self, channel: Channel) -> None:
        """Take dots by another channel."""
        self.finish_count()
        self._room.run(self._priorities.use_channel, self._room.workshop_id, channel)
        self._room.turns.ask()

    def place(self, points: Mapping[int, int]) -> None:
        """Take one person's dots, by the number of each action."""
        actions = [action.id for action in self._room.record.workshop.framework.actions]
        self._cast({actions[point - 1]: count for point, count in points.items()})

    def press(self, point: int) -> None:
        """Take one press of a number key."""
        if not self._refuses():
            self.place({point: 1})

    @property
    def is_full(self) -> bool:
        """Return whether all dots that the people in the room have are in."""
        vote = self.open_now
        return vote is not None and not vote.channel.traits.counted and is_full(vote)

    @property
    def refused(self) -> bool:
        """Return whether the last press or sheet was not counted, as everything is in."""
        return self.is_full and self._refused == self.vote

    @property
    def can_let_in(self) -> bool:
        """Return whether somebody more could be let in without asking of which partner."""
        return self.is_full and not self._room.record.workshop.groups

    def _refuses(self) -> bool:
        if self.is_full:
            self._refused = self.vote
            self._room.refresh()
        return self.is_full

    @property
    def can_take_back(self) -> bool:
        """Return whether the last person's dots, or the last press, can be taken back."""
        vote = self.open_now
        return vote is not None and self._priorities.can_take_back(vote.id)

    def take_back(self) -> None:
        """Take the last person's dots, or the last press, back."""
        self._room.run(self._priorities.take_back, self._room.workshop_id)

    def enter_sheet(self, line: str) -> bool:
        """Take a paper sheet typed as digits; return whether it is in."""
        if self._refuses():
            return False
        try:
            dots = sheet_dots(self._room.record, line)
        except AppError as error:
            self._room.events.tell_failure(error)
            return False
        return self._cast(dots)

    def count_hands(self, dots: Mapping[str, int]) -> None:
        """Set the dots of a show of hands."""
        self._room.run(self._priorities.count_hands, self._room.workshop_id, dots)

    def close(self, reason: str | Phrase = "") -> None:
        """Close the vote; a show of hands is revealed at once, since all have seen it."""
        self.finish_count()
        room, vote = self._room, self.vote
        if vote is None:
            return
        close = partial(self._priorities.close, room.workshop_id, kept_words(room.record, reason))
        try:
            outcome = close()
        except DotsDiffer:
            self.difference_found.emit(vote)
            return
        except AppError as error:
            room.events.tell_failure(error)
            return
        room.events.announce(outcome, close)
        if vote.channel.traits.seen_by_all:
            self.reveal()

    def ask_reason(self) -> None:
        """Ask why more is in than the room has, before the vote is closed with the answer."""
        self.finish_count()
        vote = self.vote
        if vote is not None and vote.state is RoundState.OPEN:
            self.difference_found.emit(vote)

    def reveal(self) -> None:
        """Show the closed vote's list to the room."""
        self._room.run(self._priorities.reveal, self._room.workshop_id)

    def discard(self) -> None:
        """Remove the vote, so that another can be opened."""
        self._room.run(self._priorities.discard, self._room.workshop_id)

    def _cast(self, dots: Mapping[str, int]) -> bool:
        outcome = self._room.run(self._priorities.cast, self._room.workshop_id, dots)
        return outcome is not None
