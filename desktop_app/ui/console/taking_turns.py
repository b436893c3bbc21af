"""Turns at the ballot on the laptop: what lies there, who can see it, and asking for it.

Knows no window: the ballot comes where somebody follows `wanted`.
"""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import Any, Protocol

from PySide6.QtCore import QObject, Signal

from desktop_app.application.workshops import Workshops
from desktop_app.domain.steps import Step
from desktop_app.domain.workshop import WorkshopRecord
from desktop_app.scenes.ballot import LaptopBallot, ballot_at


class Room(Protocol):
    """What is asked of the room that people take turns in."""

    record: WorkshopRecord
    step: Step

    def reload(self) -> None:
        """Show the room anew."""

    def run(self, use_case: Any, *args: object) -> object:
        """Run a use case."""


class TakingTurns(QObject):
    """The ballot of the room's step.

    Signals:
        wanted(): people shall take turns at the ballot now.
    """

    wanted = Signal()

    def __init__(self, room: Room, workshops: Workshops, parent: QObject) -> None:
        super().__init__(parent)
        self._room = room
        self._workshops = workshops
        self._is_private = False

    @property
    def ballot(self) -> LaptopBallot | None:
        """Return the ballot of this step's open vote, where people take turns at it."""
        return ballot_at(self.told(self._room.record), self._room.step)

    @property
    def waits(self) -> bool:
        """Return whether somebody still has a turn."""
        ballot = self.ballot
        return ballot is not None and not ballot.full

    def ask(self) -> None:
        """Ask for the ballot on the laptop, where somebody still has a turn."""
        if self.waits:
            self.wanted.emit()

    # -- who can see it ---------------------------------------------------------------------

    @property
    def seen(self) -> bool:
        """Return whether the room can see the screen that the ballot is on."""
        return bool(self.told(self._room.record).workshop.ballot_seen)

    def told(self, record: WorkshopRecord) -> WorkshopRecord:
        """Return a record as the room is told of it: on a private laptop no ballot can be seen."""
        if not (self._is_private and record.workshop.ballot_seen):
            return record
        return replace(record, workshop=replace(record.workshop, ballot_seen=False))

    def follow_screens(self, *, private: bool) -> None:
        """Say anew who can see what where the ballot has a screen of its own now, or no more."""
        if private != self._is_private:
            self._is_private = private
            if self._room.record.workshop.ballot_seen:
                self._room.reload()

    def say_seen(self, *, seen: bool) -> None:
        """Keep whether the room can see the only screen."""
        say = partial(self._workshops.say_ballot_seen, seen=seen)
        self._room.run(say, self._room.record.workshop.id)
