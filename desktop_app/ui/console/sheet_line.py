"""A line in which a sheet of dots is typed; what is no digit is left to the day."""

from __future__ import annotations

from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from desktop_app.domain.priorities import MAX_DOTS
from desktop_app.words.speech import say

from .keypad import DIGITS_ONLY

_BETWEEN = " ,;.-"
"""What some put between the digits."""


class SheetLine(QLineEdit):
    """One digit a dot, such as 113."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setMaxLength(2 * MAX_DOTS)
        self.setProperty(DIGITS_ONLY, True)
        self.setAccessibleName(say("Dots of this sheet, one digit each"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave alone what cannot be of a sheet, as plus and a space before the first digit."""
        text = event.text()
        part = text.isdigit() or (bool(self.text()) and text in _BETWEEN)
        if text.isprintable() and text and not part:
            event.ignore()
        else:
            super().keyPressEvent(event)
