"""The plus and minus beside a count: held down they go on, and they let go with their page."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QPushButton, QWidget


class TallyButton(QPushButton):
    """A button that counts on while it is held and leaves the keys to the count beside it."""

    def __init__(self, text: str, name: str, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.setProperty("kind", "tally")
        self.setAccessibleName(name)
        self.setAutoDefault(False)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAutoRepeat(True)

    def hideEvent(self, event: QHideEvent) -> None:
        """Let go: the end of a press never reaches a button that is hidden meanwhile."""
        self.setDown(False)
        super().hideEvent(event)
