"""Keys of a keypad during a vote that is keyed in: which press is a ballot, which is a slip."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractSpinBox, QApplication, QComboBox, QLineEdit, QWidget

from desktop_app.ui.stage.keys import clears, point_of

from .session import Session

_FIELDS = (QLineEdit, QAbstractSpinBox, QComboBox)
_KEYPAD = Qt.KeyboardModifier.KeypadModifier


class EntryKeys(QObject):
    """Turn key presses on the console into ballots of the session's vote."""

    def __init__(self, view: QWidget) -> None:
        super().__init__(view)
        self.session: Session | None = None
        view.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """See every key that a widget of the console leaves, and every one on the stage."""
        if isinstance(event, QKeyEvent):
            if event.type() == QEvent.Type.ShortcutOverride and self.claims(event):
                event.accept()
                return True
            if event.type() == QEvent.Type.KeyPress:
                return self.take(event) or (watched is self.parent() and self._let_in(event))
        return super().eventFilter(watched, event)

    @property
    def listening(self) -> bool:
        """Return whether keys are ballots now; what is typed into a field is none."""
        if self.session is None or isinstance(QApplication.focusWidget(), _FIELDS):
            return False
        round_ = self.session.voting.open_round
        return round_ is not None and round_.channel.traits.keyed_in

    def take(self, event: QKeyEvent) -> bool:
        """Cast the ballot a key stands for; return whether the key was meant for the vote.

        A key that is held down is one press, and the keypad's other keys do nothing at all: one
        of them blanks the stage, and without Num Lock they would leave the statement.
        """
        if not self.listening or self.session is None:
            return False
        point = point_of(event)
        if event.isAutoRepeat() and (point is not None or clears(event)):
            return True
        if point is not None:
            self.session.voting.press(point)
        elif clears(event):
            self.session.voting.take_back()
        else:
            return is_slip(event)
        return True

    def _let_in(self, event: QKeyEvent) -> bool:
        """Take in somebody who came, by one key while nobody more may vote."""
        meant = event.key() == Qt.Key.Key_S and not event.modifiers() and not event.isAutoRepeat()
        session = self.session
        if not meant or session is None or isinstance(QApplication.focusWidget(), _FIELDS):
            return False
        if session.voting.can_let_in:
            session.voting.somebody_came()
        elif session.dotting.can_let_in:
            session.somebody_came()
        else:
            return False
        return True

    def claims(self, event: QKeyEvent) -> bool:
        """Return whether a key must not become a shortcut, since it is a slip on the keypad."""
        return is_slip(event) and self.listening


def is_slip(event: QKeyEvent) -> bool:
    """Return whether a key belongs to the keypad and is neither a number nor Enter."""
    enter = event.key() in (Qt.Key.Key_Enter, Qt.Key.Key_Return)
    return bool(event.modifiers() & _KEYPAD) and point_of(event) is None and not enter
