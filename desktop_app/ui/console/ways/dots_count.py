"""Only how much is in of a vote on priorities, while the stage or a keypad is the ballot."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from desktop_app.application.priorities import too_many
from desktop_app.domain.priorities import PriorityVote
from desktop_app.scenes.priorities import count_of
from desktop_app.ui.console.dots_in import DotsIn
from desktop_app.ui.console.session import Session
from desktop_app.ui.widgets.layouts import column
from desktop_app.words.speech import say

from .way import DotsWay


class DotsCount(DotsWay):
    """The count, with words of the way by which the dots come in."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._in = DotsIn()
        column(self, spacing=12).addWidget(self._in)
        self._in.accept_requested.connect(self._ask_reason)

    def waiting(self) -> str:
        """Return what is waited for."""
        return say("Waiting for the next person.")

    def about(self) -> str:
        """Return how the dots come in."""
        return ""

    def show_vote(self, session: Session, vote: PriorityVote) -> None:
        self.session = session
        self.show_ballots(session, vote)

    def show_ballots(self, session: Session, vote: PriorityVote) -> None:
        over = too_many(vote)
        placed, most = count_of(vote)
        if over:
            state = say("More dots than the people in the room have.")
        elif placed >= most:
            state = say("Everything is in. Close the vote.")
        else:
            state = self.waiting()
        self._in.show_vote(vote, state, self.about(), over=over)
