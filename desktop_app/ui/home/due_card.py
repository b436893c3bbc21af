"""What is due, on home: quiet, by the dates alone; a click opens where it is told what became."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QSizePolicy, QWidget

from desktop_app.domain.dues import Due
from desktop_app.ui.widgets.layouts import column, row
from desktop_app.ui.widgets.one_line import OneLine
from desktop_app.ui.widgets.text import button, label
from desktop_app.words.due import due_when, more_due
from desktop_app.words.speech import say

SHOWN = 3
LINE, BUTTON = 24, 30
"""Heights that the list cannot take where it has need of room."""


class DueCard(QFrame):
    """Up to three commitments side by side, the earliest date first.

    Signals:
        open_requested(str): the workshop where it is told what became of one.
    """

    open_requested = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self._parts = tuple(_DuePart() for _ in range(SHOWN))
        self._more = label("", "small", wrap=False)
        self._more.setFixedHeight(LINE)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        lines = column(self, spacing=10, margin=18)
        lines.addWidget(label(say("Commitments due"), "heading"))
        beside = row(spacing=24)
        for part in self._parts:
            beside.addWidget(part, 1)
            part.open_requested.connect(self.open_requested)
        lines.addLayout(beside)
        lines.addWidget(self._more)
        self.hide()

    def show_due(self, found: Sequence[Due], today: date) -> None:
        """Show what is due; nothing is no card."""
        for place, part in enumerate(self._parts):
            part.setVisible(place < len(found))
            if place < len(found):
                part.show_due(found[place], today)
        self._more.setText(more_due(len(found) - SHOWN))
        self._more.setVisible(len(found) > SHOWN)
        self.setVisible(bool(found))

    @property
    def tab_chain(self) -> tuple[QWidget, ...]:
        """Return the buttons in their order."""
        return tuple(part.opens for part in self._parts)


class _DuePart(QWidget):
    """One commitment: when, what, who, each on a line that is cut rather than wrapped.

    Signals:
        open_requested(str): its workshop.
    """

    open_requested = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._workshop_id = ""
        self._when, self._what, self._who = OneLine("", "strong"), OneLine(), OneLine("", "small")
        self.opens = button(say("Open its workshop"), "small")
        self.opens.clicked.connect(self._open)
        lines = column(self, spacing=2)
        for line in (self._when, self._what, self._who):
            line.setFixedHeight(LINE)
            lines.addWidget(line)
        self.opens.setFixedHeight(BUTTON)
        lines.addWidget(self.opens, 0, Qt.AlignmentFlag.AlignLeft)

    def show_due(self, one: Due, today: date) -> None:
        """Show a commitment."""
        self._workshop_id = one.workshop_id
        self._when.say(due_when(one.day, today))
        self._what.say(one.title)
        self._who.say(" · ".join(text for text in (one.owner, one.about) if text))
        self.opens.setAccessibleDescription(one.title)

    def _open(self) -> None:
        self.open_requested.emit(self._workshop_id)
