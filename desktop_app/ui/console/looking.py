"""The commands of how the room looks at what was voted: its result, another way, by partner."""

from __future__ import annotations

from PySide6.QtCore import QObject

from desktop_app.domain.priorities import PriorityVote
from desktop_app.domain.rounds import RoundState
from desktop_app.domain.steps import StepKind
from desktop_app.domain.workshop import vote_now
from desktop_app.scenes.looks import Look, offered_looks
from desktop_app.scenes.pictures import OverviewOrder
from desktop_app.scenes.priorities import can_show_beside

from .room import Room


class Looking(QObject):
    """Look at the step in one of its ways, where it has several."""

    def __init__(self, room: Room) -> None:
        super().__init__(room)
        self._room = room

    def press(self, look: Look) -> bool:
        """Look in this way; return whether the step can be looked at so.

        The key of both votes stands for the one other way of the dots, and for the next order of
        all actions.
        """
        kind = self._room.step.kind
        if kind is StepKind.STATEMENT:
            return self._at_statement(look)
        if look is not Look.ROUNDS:
            return False
        if kind is StepKind.OVERVIEW:
            self._sort()
            return True
        return kind is StepKind.PRIORITIES and self.turn_dots()

    def turn_dots(self) -> bool:
        """Show the dots beside the level, or as a list again; return whether that can be."""
        room, vote = self._room, vote_now(self._room.record)
        if not _is_revealed(vote) or not can_show_beside(room.record):
            return False
        room.show_look(Look.RESULT if room.look is Look.BESIDE else Look.BESIDE)
        return True

    def _at_statement(self, look: Look) -> bool:
        room = self._room
        offered = offered_looks(room.record, room.step.subject)
        if look not in offered or len(offered) < 2:
            return False
        look_at(room, look)
        return True

    def _sort(self) -> None:
        room, orders = self._room, list(OverviewOrder)
        if room.aside is not None:
            room.show_aside(None)
        else:
            room.sort_overview(orders[(orders.index(room.order) + 1) % len(orders)])


def look_at(room: Room, look: Look) -> None:
    """Look at a statement in this way, also where something else stands before it."""
    if look is room.look and room.aside is not None:
        room.show_aside(None)
    else:
        room.show_look(look)


def _is_revealed(vote: PriorityVote | None) -> bool:
    return vote is not None and vote.state is RoundState.REVEALED
