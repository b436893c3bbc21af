"""One question of a form: its name, its control, a hint, and the place for what is wrong with it.

Knows nothing of what is asked.
"""

from __future__ import annotations

from PySide6.QtWidgets import QLabel, QWidget

from .layouts import column
from .text import label


class Field(QWidget):
    """A named control; an ampersand in the name makes Alt and the letter lead to the control."""

    def __init__(self, name: str, control: QWidget, hint: str = "") -> None:
        super().__init__()
        self.control = control
        self._name = label(name, "strong", wrap=False)
        self._hint = label(hint, "small")
        self._problem = label("", "problem")
        self._build()
        self.setFocusProxy(control)
        control.setAccessibleName(plain(name))
        control.setAccessibleDescription(hint)
        self._name.setBuddy(control)

    def _build(self) -> None:
        lines = column(self, spacing=4)
        for widget in (self._name, self.control, self._hint, self._problem):
            lines.addWidget(widget)
        self._hint.setVisible(bool(self._hint.text()))
        self._problem.hide()

    @property
    def problem(self) -> QLabel:
        """Return the line that says what is wrong; hidden while nothing is."""
        return self._problem

    def show_problem(self, sentence: str) -> None:
        """Say what is wrong beside the control and lead there; empty for nothing."""
        self._problem.setText(sentence)
        self._problem.setVisible(bool(sentence))
        self.control.setAccessibleDescription(sentence or self._hint.text())
        if sentence:
            self.control.setFocus()


def plain(text: str) -> str:
    """Return a text without its mnemonic, for screen readers."""
    return text.replace("&&", "\0").replace("&", "").replace("\0", "&")
