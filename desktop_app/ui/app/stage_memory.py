"""Keeps how the stage looks at a step, so that after a crash the room sees the same again."""

from __future__ import annotations

from PySide6.QtCore import QObject

from desktop_app.application.stopping import Stopping
from desktop_app.scenes.stage_choice import StageChoice
from desktop_app.ui.console.room import Room


class StageMemory(QObject):
    """Remembers for the session that is followed."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._room: Room | None = None
        self._stopping: Stopping | None = None

    def follow(self, room: Room, stopping: Stopping) -> None:
        """Show a workshop as it was left, then remember what is chosen from now on."""
        kept = stopping.stage(room.workshop_id, room.step)
        if kept != StageChoice():
            room.choose(kept)
        self._room, self._stopping = room, stopping
        room.refreshed.connect(self._keep)
        room.scene_changed.connect(self._keep)

    def leave(self) -> None:
        """Remember no more; the workshop is closed."""
        self._room = self._stopping = None

    def _keep(self) -> None:
        room = self._room
        if room is not None and self._stopping is not None:
            self._stopping.keep_stage(room.workshop_id, room.step, room.choice)
