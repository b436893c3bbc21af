"""What an empty library shows: how a workshop goes, in three plain steps."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from desktop_app.ui.widgets.layouts import column, row
from desktop_app.ui.widgets.text import label
from desktop_app.words.speech import say


class FirstSteps(QFrame):
    """Three steps from nothing to a printed summary."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        lines = column(self, spacing=22)
        lines.setContentsMargins(32, 28, 32, 30)
        lines.addWidget(label(say("Your first workshop in three steps"), "heading"))
        for number, (what, how) in enumerate(self._steps(), start=1):
            lines.addLayout(_step(str(number), what, how))
        lines.addWidget(
            label(
                say("Want to look around first? Open the sample workshop and try everything."),
                "soft",
            )
        )

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
    words.addStretch(1)
    words.addWidget(label(what, "strong"))
    words.addWidget(label(how, "soft"))
    words.addStretch(1)
    line.addLayout(words, 1)
    return line
