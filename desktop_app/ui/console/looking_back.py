"""The commands of a follow-up's first step: what became of a commitment, and taking it on again."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from PySide6.QtCore import QObject

from desktop_app.application.following import Following
from desktop_app.domain.earlier import (
    EarlierCommitment,
    Progress,
    Standing,
    progress_of,
    still_open,
)

from .planning import Planning
from .room import Room


class LookingBack(QObject):
    """Tell what became of each commitment of last time."""

    def __init__(self, room: Room, following: Following, planning: Planning) -> None:
        super().__init__(room)
        self._room = room
        self._following = following
        self._planning = planning

    @property
    def promises(self) -> tuple[EarlierCommitment, ...]:
        """Return the commitments of last time, in their plan's order."""
        earlier = self._room.record.workshop.earlier
        return earlier[0].commitments if earlier else ()

    def known(self, identity: str) -> Progress:
        """Return what is known of a commitment."""
        return progress_of(self._room.record.workshop.progress, identity)

    def is_taken_again(self, identity: str) -> bool:
        """Return whether the plan goes on with a commitment."""
        return any(taken.continues == identity for taken in self._room.record.commitments)

    @property
    def going_on(self) -> tuple[tuple[EarlierCommitment, Progress], ...]:
        """Return what is neither done, dropped nor in the plan again, each with what is known."""
        again = {taken.continues for taken in self._room.record.commitments}
        found = still_open(self.promises, self._room.record.workshop.progress, again)
        return tuple((one, self.known(one.identity)) for one in found)

    def stand(self, identity: str, standing: Standing | None) -> None:
        """Say where a commitment stands, None to say nothing again."""
        self._tell(replace(self.known(identity), standing=standing))

    def word(self, identity: str, word: str) -> None:
        """Keep a word on what became of a commitment."""
        self._tell(replace(self.known(identity), word=word))

    def due(self, identity: str, due: date | None) -> None:
        """Keep a commitment's new date."""
        self._tell(replace(self.known(identity), due=due))

    def take_again(self, promised: EarlierCommitment) -> None:
        """Take a commitment on again."""
        self._planning.take_again(promised)

    def _tell(self, news: Progress) -> None:
        shown = self.known(news.commitment)
        if news != shown:
            self._room.run(self._following.tell, self._room.workshop_id, news, shown)
