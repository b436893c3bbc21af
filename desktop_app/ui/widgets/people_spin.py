"""The number of people in the room."""

from __future__ import annotations

from PySide6.QtWidgets import QSpinBox, QWidget

from desktop_app.domain.workshop import MAX_PRESENT

TEXT_MARGIN = 8


class PeopleSpin(QSpinBox):
    """A number from 1 to the most people a room can hold; tells only of finished typing."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setRange(1, MAX_PRESENT)
        self.setKeyboardTracking(False)
        self.setAccessibleName(name)
        # The style sheet's padding does not reach the line edit inside.
        self.lineEdit().setTextMargins(TEXT_MARGIN, 0, 0, 0)
