"""One question of a form: its name, its control, a hint, and the place for what is wrong with it.

Knows nothing of what is asked.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QLabel, QWidget

from .layouts import column
from .text import label


class _Name(QLabel):
    """A name that leads to its control by Alt and a letter."""

    def __init__(self, text: str, control: QWidget) -> None:
        super().__init__(text)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("role", "strong")
        self.setBuddy(control)

    def event(self, event: QEvent) -> bool:
        """Lead also to a control that only hands the keys on, which Qt leaves alone."""
        if event.type() == QEvent.Type.Shortcut:
            self.buddy().setFocus(Qt.FocusReason.ShortcutFocusReason)
            return True
        return super().event(event)


class Field(QWidget):
    """A named control; an ampersand in the name makes Alt and the letter lead to the control."""

    def __init__(self, name: str, control: QWidget, hint: str = "") -> None:
        super().__init__()
        self.control = control
        self._name = _Name(name, control)
        self._hint = label(hint, "small")
        self._problem = label("", "problem")
        self._build()
        self.setFocusProxy(control)
        control.setAccessibleName(plain(name))
        control.setAccessibleDescription(hint)

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
