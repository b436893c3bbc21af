"""Says where a document was saved, on the page from which it was asked for."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget

from desktop_app.words.speech import say


class SavedLine(QLabel):
    """One sentence, there once something was saved."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "accent")
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self.hide()

    def tell_copied(self) -> None:
        """Say that the text for an e-mail can be pasted now."""
        self.setText(say("Copied: paste it into an e-mail."))
        self.show()

    def tell(self, told: str) -> None:
        """Say what was saved and where."""
        self.setText(told)
        self.show()
