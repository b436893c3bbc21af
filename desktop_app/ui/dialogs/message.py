"""Says one thing that the person should know, such as why a step did not work."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from desktop_app.ui.widgets.help_keys import AT_HAND
from desktop_app.ui.widgets.layouts import row
from desktop_app.ui.widgets.text import button, label
from desktop_app.words.speech import say

from .base import Question


class MessageDialog(Question):
    """A sentence and a button to close it."""

    TOPIC = AT_HAND

    def __init__(self, parent: QWidget | None, title: str, text: str) -> None:
        super().__init__(parent, title)
        self.body.addWidget(label(text))
        self.setAccessibleDescription(text)
        close = button(say("Close"), "primary")
        close.setDefault(True)
        close.clicked.connect(self.accept)
        line = row()
        line.addStretch(1)
        line.addWidget(close)
        self.body.addSpacing(6)
        self.body.addLayout(line)

    @classmethod
    def tell(cls, parent: QWidget | None, title: str, text: str) -> MessageDialog:
        """Show the sentence."""
        dialog = cls(parent, title, text)
        dialog.open()
        return dialog
