"""How a workshop goes, in three plain steps; there until the person knows."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from desktop_app.ui.widgets.layouts import column, row
from desktop_app.ui.widgets.text import button, label
from desktop_app.words.speech import say


class FirstSteps(QFrame):
    """Three steps from nothing to a printed summary.

    Signals:
        dismissed(): the person knows them.
    """

    dismissed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self.end = button(say("Got it"), "small", hint=say("Do not show these steps again"))
        self.end.clicked.connect(self.dismissed)
        lines = column(self, spacing=14)
        lines.setContentsMargins(24, 18, 24, 18)
        head = row(spacing=12)
        head.addWidget(label(say("Your first workshop in three steps"), "heading"), 1)
        head.addWidget(self.end)
        lines.addLayout(head)
        beside = row(spacing=24)
        for number, (what, how) in enumerate(self._steps(), start=1):
            beside.addLayout(_step(str(number), what, how), 1)
        lines.addLayout(beside)
        lines.addWidget(
            label(
                say("Want to look around first? Open the sample workshop and try everything."),
                "soft",
            )
        )

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the height that the words need, no less and no more, whatever the list has."""
        super().resizeEvent(event)
        lines = self.layout()
        if lines is not None:
            self.setFixedHeight(lines.totalHeightForWidth(self.width()))

    def offer_end(self, *, offered: bool) -> None:
        """Let the steps be dismissed, or not where there is nothing else to see."""
        self.end.setVisible(offered)

    def _steps(self) -> tuple[tuple[str, str], ...]:
        return (
            (
                say("Prepare"),
                say("Give the workshop a title and say how many people will be in the room."),
            ),
            (
                say("Vote and talk"),
                say(
                    "The room rates each leadership action. You reveal the ratings, and people "
                    "talk about what they show."
                ),
            ),
            (
                say("Leave with next steps"),
                say("Choose next steps together and print the summary the same day."),
            ),
        )


def _step(number: str, what: str, how: str) -> QHBoxLayout:
    line = row(spacing=18)
    sign = label(number, "number", wrap=False)
    sign.setFixedWidth(32)
    line.addWidget(sign, 0, Qt.AlignmentFlag.AlignTop)
    words = column(spacing=2)
    words.addWidget(label(what, "strong"))
    words.addWidget(label(how, "soft"))
    words.addStretch(1)
    line.addLayout(words, 1)
    return line
