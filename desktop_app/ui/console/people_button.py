"""Who is in the room now, in the header; a press opens the question that changes it."""

from __future__ import annotations

from PySide6.QtWidgets import QPushButton, QWidget

from desktop_app.domain.workshop import Workshop
from desktop_app.words import counts
from desktop_app.words.speech import say


class PeopleButton(QPushButton):
    """Says how many vote and how many observe."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAutoDefault(False)
        self.setAccessibleDescription(say("Change who is in the room"))
        self.setToolTip(say("Somebody arrived, left or only observes"))

    def show_workshop(self, workshop: Workshop) -> None:
        """Show a workshop's people."""
        text = counts.voting_and_observing(workshop.present, workshop.observers)
        self.setText(text)
        self.setAccessibleName(say("People in the room: {text}", text=text))
