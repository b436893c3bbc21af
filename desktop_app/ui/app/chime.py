"""A soft sound when everybody has voted; once for each round, and only if it is switched on."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject

from desktop_app.domain.rounds import Round, RoundState
from desktop_app.ui.console.room import Room
from desktop_app.ui.preferences import Preferences
from desktop_app.ui.sounds import Sound, play


def _ring() -> None:
    play(Sound.CHIME)


class Chime(QObject):
    """Listen to the ballots of the session that is followed."""

    def __init__(
        self,
        preferences: Preferences,
        sound: Callable[[], None] = _ring,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._preferences = preferences
        self._sound = sound
        self._room: Room | None = None
        self._heard: set[str] = set()

    def follow(self, room: Room) -> None:
        """Chime for a session's votes from now on; what is full already makes no sound."""
        self._room = room
        self._heard.update(r.id for r in room.record.rounds if _is_full(r))
        room.ballots_changed.connect(self._listen)

    def _listen(self) -> None:
        round_ = self._room.round if self._room is not None else None
        if round_ is None or round_.id in self._heard or not _is_full(round_):
            return
        self._heard.add(round_.id)
        if self._preferences.settings.chime:
            self._sound()


def _is_full(round_: Round) -> bool:
    """Return whether everybody is in; hands are counted by the facilitator, who needs no sound."""
    by_itself = not round_.channel.traits.counted
    return by_itself and round_.state is RoundState.OPEN and 0 < round_.present <= round_.ballots_in
