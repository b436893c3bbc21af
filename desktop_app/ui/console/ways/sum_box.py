"""What is in of a vote on priorities, held against what the room has."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop_app.application.priorities import too_many
from desktop_app.domain.priorities import PriorityVote
from desktop_app.scenes.priorities import count_of
from desktop_app.ui.theme import set_role
from desktop_app.ui.widgets.layouts import column, row
from desktop_app.ui.widgets.text import button, frame, label
from desktop_app.words.room import count_in
from desktop_app.words.speech import say, say_count


class SumBox(QWidget):
    """The sum, and what to do about it.

    Signals:
        accept_requested(): close with a reason.
    """

    accept_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._box = frame("card")
        column(self).addWidget(self._box)
        inner = row(self._box, spacing=16, margin=14)
        self._sum, self._advice = label("", "strong"), label()
        inner.addWidget(self._sum, 2)
        inner.addWidget(self._advice, 4)
        self._accept = button(say("Accept…"))
        inner.addWidget(self._accept)
        self._accept.clicked.connect(self.accept_requested)

    def show_vote(self, vote: PriorityVote, advice: str) -> None:
        """Show the sum; where it is too high, ask for a reason."""
        placed, most = count_of(vote)
        over = too_many(vote)
        if vote.channel.traits.whole_people:
            self._sum.setText(count_in(placed, most))
        else:
            self._sum.setText(
                say_count(
                    "{placed} of {n} dot counted",
                    "{placed} of {n} dots counted",
                    most,
                    placed=placed,
                )
            )
        if over:
            advice = say("More than the people in the room have. Accept with a reason.")
        self._advice.setText(advice)
        self._accept.setVisible(over)
        set_role(self._box, "role", "attention" if over else "card")
