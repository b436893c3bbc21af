"""Says that something went wrong, that what is saved is safe, and where the log is.

Knows nothing of how the mistake was caught.
"""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from desktop_app.ui.widgets.text import label
from desktop_app.words.speech import say, say_count

from .base import Question


class CrashDialog(Question):
    """One dialog for one mistake, and a count of those that came while it was open."""

    TOPIC = "report"
    WIDTH = 560

    def __init__(self, parent: QWidget | None, details: str, log_file: Path | None) -> None:
        super().__init__(parent, "")
        self._details = details
        self._times = 1
        self.set_heading(say("Something went wrong inside Roundtable"))
        self._build(log_file)
        self._go_on, self._copy = self.add_buttons(say("&Continue"), say("Copy &details"))
        self._copy.clicked.disconnect(self.reject)
        self._copy.clicked.connect(self._copy_details)
        self._go_on.setFocus()

    def _build(self, log_file: Path | None) -> None:
        safe = label(say("Everything saved is safe, and you can go on."), "strong")
        what = label(
            say(
                "The last thing you did may not have worked: look at the screen, then try it again."
            )
        )
        where = label(self._where(log_file), "small")
        where.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self._count = label("", "small")
        self._count.hide()
        for line in (safe, what, where, self._count):
            self.body.addWidget(line)
        self.setAccessibleDescription(f"{safe.text()} {what.text()}")

    def _where(self, log_file: Path | None) -> str:
        if log_file is None:
            return say("The log could not be written. “Copy details” keeps what happened.")
        return say("What happened is written in {file}", file=log_file)

    @property
    def times(self) -> int:
        """Return how many mistakes this dialog stands for."""
        return self._times

    def add_another(self) -> None:
        """Count a further mistake that came while this dialog is open."""
        self._times += 1
        self._count.setText(
            say_count("This has happened once.", "This has happened {n} times.", self._times)
        )
        self._count.show()
        self.fit()

    def _copy_details(self) -> None:
        QGuiApplication.clipboard().setText(self._details)
        self._copy.setText(say("Details copied"))
