"""A card with how much is in of a vote on priorities, and two lines about it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
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
        take_back_requested(): the last person's dots, or the last press, shall not count.
    """

    accept_requested = Signal()
    take_back_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        layout = column(self)
        box = frame("card")
        inner = column(box, spacing=6, margin=18)
        self._count = label(role="number")
        self._state, self._about = label(role="strong"), label(role="soft")
        self._back = button(say("Take back the last dots…"))
        self._back.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._back.hide()
        head = row(spacing=16)
        head.addWidget(self._count, 1)
        head.addWidget(self._back)
        inner.addLayout(head)
        for part in (self._state, self._about):
            inner.addWidget(part)
        self._accept = button(say("Accept…"))
        line = row()
        line.addWidget(self._accept)
        line.addStretch(1)
        inner.addLayout(line)
        layout.addWidget(box)
        self._accept.clicked.connect(self.accept_requested)
        self._back.clicked.connect(self.take_back_requested)

    def offer_take_back(self, *, possible: bool) -> None:
        """Offer to take the last one back while that can be done."""
        self._back.show()
        self._back.setEnabled(possible)

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
