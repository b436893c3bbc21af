"""Keys of a keypad while dots come in press by press: each number is a dot on its action."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractSpinBox, QApplication, QComboBox, QLineEdit, QWidget

from desktop_app.domain.rounds import RoundState
from desktop_app.domain.steps import StepKind
from desktop_app.ui.stage.keys import clears, point_of

from .session import Session

_FIELDS = (QLineEdit, QAbstractSpinBox, QComboBox)


class DotKeys(QObject):
    """Turn key presses on the console, and on the stage, into dots of the session's vote."""

    def __init__(self, view: QWidget) -> None:
        super().__init__(view)
        self.session: Session | None = None
        view.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """See every key that a widget of the console leaves, and every one on the stage."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return self.take(event)
        return super().eventFilter(watched, event)

    @property
    def listening(self) -> bool:
        """Return whether keys are dots now; what is typed into a field is none."""
        session = self.session
        if session is None or isinstance(QApplication.focusWidget(), _FIELDS):
            return False
        vote = session.dotting.vote if session.step.kind is StepKind.PRIORITIES else None
        return bool(vote and vote.state is RoundState.OPEN and vote.channel.traits.dot_by_dot)

    def take(self, event: QKeyEvent) -> bool:
        """Place the dot a key stands for; return whether the key was meant for the vote."""
        point = point_of(event)
        if not (point is not None or clears(event)) or not self.listening or not self.session:
            return False
        if event.isAutoRepeat():
            return True
        if point is None:
            self.session.dotting.take_back()
        elif 1 <= point <= len(self.session.record.workshop.framework.actions):
            self.session.dotting.press(point)
        return True
