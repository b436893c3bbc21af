"""Only how much is in of a vote on priorities, while the stage or a keypad is the ballot."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from desktop_app.application.priorities import too_many
from desktop_app.domain.priorities import PriorityVote
from desktop_app.scenes.priorities import count_of
from desktop_app.ui.console.dots_in import DotsIn
from desktop_app.ui.console.full_box import FullBox
from desktop_app.ui.console.session import Session
from desktop_app.ui.console.taking_back import ask_take_back_dots, meanwhile
from desktop_app.ui.widgets.layouts import column
from desktop_app.words.speech import say

from .way import DotsWay


class DotsCount(DotsWay):
    """The count, with words of the way by which the dots come in."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._in, self._full = DotsIn(), FullBox()
        layout = column(self, spacing=12)
        layout.addWidget(self._in)
        layout.addWidget(self._full)
        self._in.accept_requested.connect(self._ask_reason)
        self._in.take_back_requested.connect(self._ask_take_back)
        self._full.came.connect(self._let_in)

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
        over, dotting = too_many(vote), session.dotting
        placed, most = count_of(vote)
        state = say("More dots than the people in the room have.") if over else ""
        if placed < most:
            state = self.waiting()
        self._in.show_vote(vote, state, self.about(), over=over)
        self._in.offer_take_back(possible=dotting.can_take_back)
        everything = say("Everything is in. Close the vote.")
        self._full.show_full(everything if placed == most else "", refused=dotting.refused)

    def _ask_take_back(self) -> None:
        session = self.session
        vote = session.dotting.vote if session is not None else None
        if vote is not None:
            ask_take_back_dots(self.window(), self._take_back, (vote.id, vote.dots_in))

    def _take_back(self, answer: bool, subject: object) -> None:
        session = self.session
        vote = session.dotting.vote if session is not None else None
        if session is None or vote is None or not answer:
            return
        if subject == (vote.id, vote.dots_in):
            session.dotting.take_back()
        else:
            session.events.tell_failure(meanwhile())
