"""Questions to ask the room, under their headings; private to the console."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QWidget

from desktop_app.ui.widgets.layouts import clear, column
from desktop_app.ui.widgets.text import label
from desktop_app.words.prompts import PromptGroup
from desktop_app.words.speech import say


class PromptList(QFrame):
    """A card of questions; hidden where there are none."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self._lines = column(self, spacing=4, margin=14)
        self._shown: tuple[PromptGroup, ...] = ()
        self.hide()

    def show_groups(self, groups: tuple[PromptGroup, ...]) -> None:
        """Show the questions in the order they are asked."""
        self.setVisible(bool(groups))
        if groups == self._shown:
            return
        self._shown = groups
        clear(self._lines)
        self._lines.addWidget(label(say("Ask the room, in this order"), "strong"))
        for group in groups:
            self._lines.addSpacing(2)
            self._lines.addWidget(label(group.heading, "small"))
            for line in group.lines:
                self._lines.addWidget(label(line))
