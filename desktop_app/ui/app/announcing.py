"""Tells a screen reader how many are in, and when everybody is; never what anybody chose."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from desktop_app.domain.rounds import RoundState
from desktop_app.domain.steps import StepKind
from desktop_app.domain.workshop import vote_now
from desktop_app.ui import screen_reader
from desktop_app.ui.console.room import Room
from desktop_app.words.room import count_in
from desktop_app.words.speech import say


class Announcing(QObject):
    """Listen to the ballots of the room that is followed."""

    def __init__(self, window: QWidget, parent: QObject) -> None:
        super().__init__(parent)
        self._window = window
        self._room: Room | None = None
        self._said: object = None

    def follow(self, room: Room) -> None:
        """Announce the ballots of this room from now on."""
        self._room = room
        room.ballots_changed.connect(self._listen)

    def leave(self) -> None:
        """Announce nothing more; the room is closed."""
        self._room = None

    def _listen(self) -> None:
        room = self._room
        if room is None or not screen_reader.is_on():
            return
        dots = room.step.kind is StepKind.PRIORITIES
        vote = vote_now(room.record) if dots else room.round
        if vote is None or vote.state is not RoundState.OPEN or vote.channel.traits.counted:
            return
        now = (vote.id, vote.ballots_in, vote.present)
        if now != self._said:
            self._said = now
            screen_reader.announce(self._window, _words(vote.ballots_in, vote.present))


def _words(ballots_in: int, present: int) -> str:
    if ballots_in == present:
        return say("Everybody is in.")
    return count_in(ballots_in, present)
