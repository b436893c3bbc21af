"""A card with how much is in of a vote on priorities, and two lines about it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop_app.domain.priorities import PriorityVote
from desktop_app.scenes.priorities import count_of
from desktop_app.ui.widgets.layouts import column, row
from desktop_app.ui.widgets.text import button, frame, label
from desktop_app.words.room import count_in
from desktop_app.words.speech import say, say_count


class DotsIn(QWidget):
    """The count in large type.

    Signals:
        accept_requested(): close with a reason.
    """

    accept_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        layout = column(self)
        box = frame("card")
        inner = column(box, spacing=6, margin=18)
        self._count = label(role="number")
        self._state, self._about = label(role="strong"), label(role="soft")
        for part in (self._count, self._state, self._about):
            inner.addWidget(part)
        self._accept = button(say("Accept…"))
        line = row()
        line.addWidget(self._accept)
        line.addStretch(1)
        inner.addLayout(line)
        layout.addWidget(box)
        self._accept.clicked.connect(self.accept_requested)

    def show_vote(self, vote: PriorityVote, state: str, about: str, *, over: bool = False) -> None:
        """Show how much is in; where it is too much, offer to accept it."""
        placed, most = count_of(vote)
        if vote.channel.traits.whole_people:
            self._count.setText(count_in(placed, most))
        else:
            self._count.setText(
                say_count("{placed} of {n} dot in", "{placed} of {n} dots in", most, placed=placed)
            )
        self._state.setText(state)
        self._about.setText(about)
        self._accept.setVisible(over)
