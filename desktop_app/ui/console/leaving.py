"""Leaving a step by the mouse: an open vote asks first, since it would wait there unseen."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from desktop_app.application.undo import Act
from desktop_app.domain.next_thing import missing_in
from desktop_app.domain.steps import Step
from desktop_app.ui.console.doors import Doors
from desktop_app.ui.console.session import Session
from desktop_app.ui.dialogs.confirm import ConfirmDialog
from desktop_app.words.speech import say, say_count


class Leaving(QObject):
    """Go to another step, or home."""

    def __init__(self, window: QWidget, doors: Doors) -> None:
        super().__init__(window)
        self._window, self._doors = window, doors
        self.session: Session | None = None

    def to_step(self, step: Step) -> None:
        """Go to a step, asking first where a vote is open here."""
        if self.session is not None and step != self.session.step:
            self._leave(step)

    def to_undo(self, act: Act) -> None:
        """Go where an act was done and take it back; an open vote asks before it is left."""
        session = self.session
        step = next((s for s in session.steps if s.key == act.where), None) if session else None
        if session is None or step is None:
            return
        self.to_step(step)
        if session.step == step:
            session.events.undo(act)

    def to_home(self) -> None:
        """Go home, asking first where a vote is open here."""
        self._leave(None)

    def _leave(self, step: Step | None) -> None:
        vote = self.session.going.open_vote if self.session is not None else None
        if vote is None:
            self._go(answer=True, step=step)
            return
        ConfirmDialog.ask(
            self._window,
            say("Leave this vote open?"),
            say_count(
                "{number} of {n} person is in. The vote stays open and waits here.",
                "{number} of {n} people are in. The vote stays open and waits here.",
                vote.present,
                number=vote.present - max(missing_in(vote), 0),
            ),
            say("Leave it open"),
            self._go,
            subject=step,
        )

    def _go(self, answer: bool, step: Step | None) -> None:
        if not answer:
            return
        if step is None:
            self._doors.go_home()
        elif self.session is not None:
            self.session.go_to(step)
