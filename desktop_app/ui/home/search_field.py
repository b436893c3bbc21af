"""The field that workshops are searched in; knows none of them."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QLineEdit, QWidget

from desktop_app.words.speech import say


class SearchField(QLineEdit):
    """A field come to by Ctrl+F; Esc empties it, Down and Enter go on to what was found.

    Signals:
        left_for_list(): the keys shall go to what was found.
    """

    left_for_list = Signal()

    def __init__(self, owner: QWidget) -> None:
        super().__init__()
        find = QKeySequence(QKeySequence.StandardKey.Find)
        key = find.toString(QKeySequence.SequenceFormat.NativeText)
        self.setPlaceholderText(say("Search titles, places, notes, next steps ({key})", key=key))
        self.setAccessibleName(
            say("Find a workshop by title, partnership, place, date, notes or commitments")
        )
        self.setMinimumWidth(260)
        QShortcut(find, owner).activated.connect(self._come)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Empty by Esc, go on by Down and Enter."""
        key = event.key()
        if key == Qt.Key.Key_Escape and self.text():
            self.clear()
        elif key in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.left_for_list.emit()
        else:
            super().keyPressEvent(event)

    def _come(self) -> None:
        self.setFocus()
        self.selectAll()
