"""A field for one count, typed or stepped."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRegularExpression, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QRegularExpressionValidator
from PySide6.QtWidgets import QLineEdit, QWidget

from .keypad import DIGITS_ONLY

MAX_COUNT = 999
# Not QIntValidator, which lets the signs and commas of a language through.
_DIGITS = QRegularExpression("[0-9]{0,3}")


class CountField(QLineEdit):
    """A whole number that arrow keys step.

    Signals:
        stepped(int): an arrow key or a button asked for one more or one less.
    """

    stepped = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("0", parent)
        self.setProperty("role", "count")
        self.setProperty(DIGITS_ONLY, True)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setValidator(QRegularExpressionValidator(_DIGITS, self))
        self.setMinimumWidth(44)

    def event(self, event: QEvent) -> bool:
        """Leave letters to the console's own keys: no count has any."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            text = event.text()
            pastes = event.matches(QKeySequence.StandardKey.Paste)  # into it, not into home
            if text.isprintable() and not text.isdigit() and not pastes:
                event.ignore()
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Up: 1, Qt.Key.Key_Plus: 1, Qt.Key.Key_Down: -1, Qt.Key.Key_Minus: -1}
        step = steps.get(Qt.Key(event.key()))
        if step is not None:
            self.stepped.emit(step)
        elif event.key() == Qt.Key.Key_Space:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def step_up(self) -> None:
        """Ask for one more."""
        self.stepped.emit(1)

    def step_down(self) -> None:
        """Ask for one less."""
        self.stepped.emit(-1)

    def mouseReleaseEvent(self, event: object) -> None:
        super().mouseReleaseEvent(event)  # type: ignore[arg-type]
        self.selectAll()
