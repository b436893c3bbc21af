"""Keys of a keypad during a vote that is keyed in: which press is a ballot."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractSpinBox, QApplication, QComboBox, QLineEdit, QWidget

from desktop_app.ui.stage.keys import clears, point_of

from .group_chooser import PartnerBox
from .keypad import Keypad
from .session import Session
from .sheet_line import SheetLine

MORE = "+"
_FIELDS = (QLineEdit, QAbstractSpinBox, QComboBox)


class EntryKeys(QObject):
    """Turn key presses on the console into ballots of the session's vote.

    Signals:
        people_wanted(): somebody came, and of which partner has to be asked.
    """

    people_wanted = Signal()

    def __init__(self, view: QWidget) -> None:
        super().__init__(view)
        self.keypad = Keypad(self)
        view.installEventFilter(self)

    @property
    def session(self) -> Session | None:
        """Return the open workshop whose ballots are taken, None for none."""
        return self.keypad.session

    @session.setter
    def session(self, session: Session | None) -> None:
        self.keypad.session = session

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """See every key that a widget of the console leaves, and every one on the stage."""
        if isinstance(event, QKeyEvent):
            if self.keypad.eventFilter(watched, event):
                return True
            if event.type() == QEvent.Type.KeyPress:
                return self.take(event) or (watched is self.parent() and self._let_in(event))
        return super().eventFilter(watched, event)

    @property
    def listening(self) -> bool:
        """Return whether keys are ballots now; what is typed into a field is none."""
        if self.session is None or _edits():
            return False
        round_ = self.session.voting.open_round
        return round_ is not None and round_.channel.traits.keyed_in

    def take(self, event: QKeyEvent) -> bool:
        """Cast the ballot a key stands for; return whether the key was meant for the vote.

        A key that is held down is one press.
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
            return False
        return True

    def _let_in(self, event: QKeyEvent) -> bool:
        """Take in somebody who came, by one key while nobody more may vote."""
        meant = event.text() == MORE and not event.isAutoRepeat()
        session = self.session
        if not meant or session is None or _edits():
            return False
        if session.voting.can_let_in:
            session.voting.somebody_came()
        elif session.dotting.can_let_in:
            session.somebody_came()
        elif session.voting.is_full or session.dotting.is_full:
            self.people_wanted.emit()
        else:
            return False
        return True


def _edits() -> bool:
    """Return whether keys are typed into a field, or choose in a list that has them to itself."""
    focus = QApplication.focusWidget()
    return isinstance(focus, _FIELDS) and not isinstance(focus, PartnerBox | SheetLine)
