"""Says that Num Lock is off while a vote is open, until a digit of the number pad arrives."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QWidget

from desktop_app.ui.widgets.layouts import row
from desktop_app.ui.widgets.text import label
from desktop_app.words.speech import say

from .session import Session


class NumLockBar(QFrame):
    """One line that teaches what to do."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "attention")
        line = row(self, spacing=10, margin=14)
        line.addWidget(label(say("Num Lock is off."), "strong", wrap=False))
        text = say(
            "The number pad does not count; the row of digits does. Press Num Lock to switch the "
            "number pad on."
        )
        line.addWidget(label(text), 1)
        self.hide()

    def show_session(self, session: Session) -> None:
        """Show the line where it matters now."""
        self.setVisible(session.num_lock_off and session.takes_votes)
