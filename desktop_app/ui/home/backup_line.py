"""When the whole library was copied last and where to, with a button to do it again."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop_app.ui.widgets.layouts import row
from desktop_app.ui.widgets.one_line import OneLine
from desktop_app.ui.widgets.text import button
from desktop_app.words.speech import say


class BackupLine(QWidget):
    """One line at the foot of home, once a folder was chosen.

    Signals:
        wanted(): copy everything there now.
    """

    wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._last = OneLine("", "small")
        self.again = button(say("&Back up there now"), "quiet")
        line = row(self, spacing=8)
        line.addStretch(1)
        line.addWidget(self._last)
        line.addWidget(self.again)
        self.again.clicked.connect(self.wanted)

    def show_last(self, words: str, folder: str) -> None:
        """Say when and where it was; the tool tip has the whole folder."""
        self._last.say(words)
        self._last.setToolTip(folder)
        self.again.setAccessibleDescription(words)
