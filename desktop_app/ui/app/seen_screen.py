"""Whether the room can see the screen that the ballot comes on: asked once a workshop."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from desktop_app.ui.console.session import Session
from desktop_app.ui.dialogs.seen_screen import SeenScreenDialog
from desktop_app.ui.stage.placement import StagePlacement


class SeenScreen(QObject):
    """Asks where it matters and nobody knows yet: where the laptop's screen may be the room's."""

    def __init__(self, console: QWidget, placement: StagePlacement, parent: QObject) -> None:
        super().__init__(parent)
        self._console = console
        self._placement = placement
        self._session: Session | None = None
        self._then: Callable[[], None] | None = None
        self._asked: SeenScreenDialog | None = None
        placement.projector_changed.connect(self._follow_screens)

    def is_unknown(self, session: Session) -> bool:
        """Return whether it has to be asked before the room is told who can see what."""
        may_be_seen = not self._placement.state.laptop_is_private
        return may_be_seen and session.record.workshop.ballot_seen is None

    def ask_first(self, session: Session, then: Callable[[], None]) -> bool:
        """Ask where it is unknown, then do it; return False where there is nothing to ask."""
        if not self.is_unknown(session):
            return False
        self._session, self._then = session, then
        self._asked = SeenScreenDialog.ask(self._console, self._keep)
        return True

    def forget(self) -> None:
        """Drop what was to follow an answer; the workshop is left."""
        self._session = self._then = self._asked = None

    def _follow_screens(self) -> None:
        """Ask no more once a projector has come back meanwhile; go on as wanted."""
        asked, then = self._asked, self._then
        if asked is None or not isValid(asked) or not asked.isVisible():
            return
        if not self._placement.state.laptop_is_private:
            return
        self.forget()
        asked.reject()
        if then is not None:
            then()

    def _keep(self, seen: bool) -> None:
        session, then = self._session, self._then
        self.forget()
        if session is not None and then is not None:
            session.turns.say_seen(seen=seen)
            then()
