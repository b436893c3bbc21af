"""Who is in the room now, in the header; a press opens the question that changes it."""

from __future__ import annotations

from PySide6.QtWidgets import QPushButton, QWidget

from desktop_app.domain.workshop import Workshop


class PeopleButton(QPushButton):
    """Says how many vote and how many observe."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAutoDefault(False)
        self.setAccessibleDescription(self.tr("Change who is in the room"))
        self.setToolTip(self.tr("Somebody arrived, left or only observes"))

    def show_workshop(self, workshop: Workshop) -> None:
        """Show a workshop's people."""
        text = self.tr("{n} vote").format(n=workshop.present)
        if workshop.observers:
            more = self.tr("{n} vote, {m} observe")
            text = more.format(n=workshop.present, m=workshop.observers)
        self.setText(text)
        self.setAccessibleName(self.tr("People in the room: {text}").format(text=text))
