"""Questions to ask the room, under their headings; private to the console."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QFrame, QLabel, QPushButton, QWidget

from desktop_app.ui.widgets.layouts import clear, column, row
from desktop_app.ui.widgets.text import button, label
from desktop_app.words.prompts import PromptGroup, prompt_groups
from desktop_app.words.speech import say

from .session import Session


class PromptList(QFrame):
    """A card of questions, each with a button that shows it; hidden where there are none."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self._inside = column(self, spacing=0, margin=14)
        self._shown: tuple[PromptGroup, ...] = ()
        self._headings: list[QLabel] = []
        self._questions: list[QLabel] = []
        self._buttons: list[QPushButton] = []
        self._session: Session | None = None
        self.hide()

    def show_session(self, session: Session) -> None:
        """Show the questions of the session's step in the order they are asked."""
        self._session = session
        self.show_groups(prompt_groups(session.record, session.step))
        asked = session.showing.question
        for place, one in enumerate(self._buttons):
            one.setChecked(place == asked)

    def show_groups(self, groups: tuple[PromptGroup, ...]) -> None:
        """Show these questions under their headings."""
        self.setVisible(bool(groups))
        if groups == self._shown:
            return
        before, self._shown = self._shown, groups
        if [len(group.lines) for group in groups] != [len(group.lines) for group in before]:
            self._rebuild(groups)
        for heading, group in zip(self._headings, groups, strict=True):
            heading.setText(group.heading)
        asked = (question for group in groups for question in group.lines)
        for words, show, question in zip(self._questions, self._buttons, asked, strict=True):
            words.setText(question)
            asking = say("Show the room this question: {question}", question=question)
            show.setAccessibleDescription(asking)

    def _rebuild(self, groups: tuple[PromptGroup, ...]) -> None:
        """Make the lines anew: of as many groups and questions they take other words instead.

        They come together: where each is added to what is seen, Qt lays out the page for each.
        """
        clear(self._inside)
        self._headings, self._questions, self._buttons = [], [], []
        together = QWidget()
        lines = column(together, spacing=4)
        lines.addWidget(label(say("Ask the room, in this order"), "strong"))
        for group in groups:
            lines.addSpacing(2)
            self._headings.append(label(role="small"))
            lines.addWidget(self._headings[-1])
            for _ in group.lines:
                self._add(lines)
        self._inside.addWidget(together)

    def _add(self, lines: QBoxLayout) -> None:
        line, words = row(spacing=8), label()
        self._questions.append(words)
        line.addWidget(words, 1)
        show = button(say("Show"), "small")
        show.setCheckable(True)
        # A click must not take the space bar away from what comes next.
        show.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        show.clicked.connect(self._tell)
        self._buttons.append(show)
        line.addWidget(show, 0, Qt.AlignmentFlag.AlignTop)
        lines.addLayout(line)

    def _tell(self) -> None:
        places = (i for i, one in enumerate(self._buttons) if one is self.sender())
        if self._session is not None:
            self._session.showing.toggle_question(next(places))
