"""A line that says what has just happened, with one thing to do about it if there is one."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QWidget

from desktop_app.words.speech import say

from .layouts import row
from .text import button, label


class Notice(QFrame):
    """One sentence that stays until it is closed or replaced.

    Signals:
        pressed(object): the offered button was pressed; gives what `say` was given as subject.
    """

    pressed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._subject: object = None
        self._text = label("")
        self._offer = button("")
        self._close = button(say("Close"), "quiet", hint=say("Close this message"))
        self._build()
        self._offer.clicked.connect(self._press)
        self._close.clicked.connect(self.hide)

    def _build(self) -> None:
        self.setProperty("role", "card")
        line = row(self, spacing=12)
        line.setContentsMargins(16, 8, 8, 8)
        line.addWidget(self._text, 1)
        line.addWidget(self._offer)
        line.addWidget(self._close)
        self.hide()

    @property
    def text(self) -> str:
        """Return the sentence that is shown."""
        return self._text.text()

    def say(self, text: str, offer: str = "", subject: object = None) -> None:
        """Show a sentence, with a button that says `offer`; an empty sentence hides the line."""
        self._subject = subject
        self._text.setText(text)
        self._offer.setText(offer)
        self._offer.setVisible(bool(offer))
        self.setAccessibleName(text)
        self.setVisible(bool(text))

    def _press(self) -> None:
        self.pressed.emit(self._subject)
