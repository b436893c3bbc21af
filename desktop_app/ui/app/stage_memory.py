"""Keeps how the stage looks at a step, so that after a crash the room sees the same again."""

from __future__ import annotations

from PySide6.QtCore import QObject

from desktop_app.application.stopping import Stopping
from desktop_app.scenes.stage_choice import StageChoice
from desktop_app.ui.console.session import Session


class StageMemory(QObject):
    """Remembers for the session that is followed."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session: Session | None = None
        self._stopping: Stopping | None = None

    def follow(self, session: Session, stopping: Stopping) -> None:
        """Show a session as it was left, then remember what is chosen from now on."""
        kept = stopping.stage(session.workshop_id, session.step)
        if kept != StageChoice():
            session.choose(kept)
        self._session, self._stopping = session, stopping
        session.refreshed.connect(self._keep)
        session.scene_changed.connect(self._keep)

    def leave(self) -> None:
        """Remember no more; the session is closed."""
        self._session = self._stopping = None

    def _keep(self) -> None:
        session = self._session
        if session is not None and self._stopping is not None:
            self._stopping.keep_stage(session.workshop_id, session.step, session.choice)
