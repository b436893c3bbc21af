"""The commands of the plan: next steps, the one commitment, fist to five, the review."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QObject

from desktop_app.application.planning import Planning as Plans
from desktop_app.application.planning import Wording
from desktop_app.domain.earlier import EarlierCommitment
from desktop_app.domain.plan import Commitment
from desktop_app.domain.results import Recommendation
from desktop_app.recommendations.rules import takes_on

from .room import Room


class Planning(QObject):
    """Take on, write, edit, move, merge, drop."""

    def __init__(self, room: Room, plans: Plans) -> None:
        super().__init__(room)
        self._room = room
        self._plans = plans

    def has(self, offer: Recommendation) -> bool:
        """Return whether the plan takes a recommended step on."""
        return any(takes_on(taken, offer) for taken in self._room.record.commitments)

    def take(self, offer: Recommendation) -> None:
        """Take a recommended step on."""
        self._room.run(self._plans.take, self._room.workshop_id, offer)

    def take_again(self, promised: EarlierCommitment) -> None:
        """Take a commitment of last time on again."""
        self._room.run(self._plans.take_again, self._room.workshop_id, promised)

    def add_own(self, wording: Wording) -> None:
        """Take on a step that the room wrote itself."""
        self._room.run(self._plans.add_own, self._room.workshop_id, wording)

    def edit(self, commitment: Commitment, wording: Wording) -> None:
        """Change a commitment's words, owner, date or first move."""
        self._room.run(self._plans.edit, commitment, wording)

    def drop(self, commitment: Commitment) -> None:
        """Take a commitment out of the plan."""
        self._room.run(self._plans.drop, self._room.workshop_id, commitment.id)

    def move(self, commitment: Commitment, by: int) -> None:
        """Move a commitment up or down."""
        self._room.run(self._plans.move, self._room.workshop_id, commitment.id, by)

    def merge(self, kept: Commitment, other_id: str) -> Commitment | None:
        """Make one commitment of two; return it, or None where that was not possible."""
        room = self._room
        if room.run(self._plans.merge, room.workshop_id, kept.id, other_id) is None:
            return None
        return next(c for c in room.record.commitments if c.id == kept.id)

    def keep_headline(self, text: str) -> None:
        """Keep the room's one commitment in a sentence."""
        shown = self._room.record.workshop.headline
        if text != shown:
            self._room.run(self._plans.set_headline, self._room.workshop_id, text, shown)

    def keep_fist(self, counts: tuple[int, ...]) -> None:
        """Keep how far the room stands behind the plan, for a fist (0) to five fingers."""
        self._room.run(self._plans.set_fist, self._room.workshop_id, counts)
        if any(counts):  # the room reads the result now, not the question or another screen
            self._room.page = 0
            self._room.show_aside(None)

    def keep_review(self, review_on: date | None) -> None:
        """Keep the day on which the room looks again, or none."""
        if review_on != self._room.record.workshop.review_on:
            self._room.run(self._plans.set_review, self._room.workshop_id, review_on)
