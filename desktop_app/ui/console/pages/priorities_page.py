"""Priorities: give dots out, take them in, reveal the list, look at importance beside level."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from desktop_app.domain.priorities import PriorityVote
from desktop_app.domain.rounds import RoundState
from desktop_app.scenes.looks import Look
from desktop_app.scenes.priorities import can_show_beside
from desktop_app.ui.console.dots_in import DotsIn
from desktop_app.ui.console.dots_questions import DotsQuestions
from desktop_app.ui.console.dots_result import DotsResult
from desktop_app.ui.console.dots_start import DotsStart
from desktop_app.ui.console.session import Session
from desktop_app.ui.console.ways.table import WAYS
from desktop_app.ui.widgets.text import button, label
from desktop_app.words.speech import say

from .vote_page import VotePage


class PrioritiesPage(VotePage):
    """The page of the dots, whatever the vote's state."""

    def __init__(self, questions: DotsQuestions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._questions = questions
        self.body.addWidget(label(say("Priorities"), "soft"))
        self.body.addWidget(label(say("What matters most now?"), "title"))
        self._start, self._closed, self._result = DotsStart(), DotsIn(), DotsResult()
        self._ways = {channel: panels.dots() for channel, panels in WAYS.items()}
        self._add_panels(self._start, self._ways.values(), self._closed, self._result)
        self.body.addWidget(self._num_lock)
        self._beside, self._discard = button(""), button(say("Discard these dots"))
        self._beside.setAccessibleDescription(say("Changes what the room sees"))
        # A click must not take the space bar away from what comes next.
        self._beside.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._skip = button(say("Go on without dots"), "quiet")
        for one in (self.primary, self._close_now, self._beside, self._discard, self._skip):
            self.action_row.addWidget(one)
        self._connect()

    def _connect(self) -> None:
        self._start.way_chosen.connect(self._choose_way)
        self._beside.clicked.connect(self._toggle_beside)
        self._discard.clicked.connect(self._questions.ask_discard)
        self._skip.clicked.connect(self._go_on)
        self._start.dots_chosen.connect(self._set_dots_each)

    # -- showing ----------------------------------------------------------------------------

    def show_session(self, session: Session) -> None:
        self.session = session
        vote = session.dotting.vote
        self._num_lock.show_session(session)
        self._skip.setVisible(vote is None)
        self._discard.setVisible(vote is not None)
        self._beside.hide()
        if vote is None:
            workshop = session.record.workshop
            seen = session.turns.seen
            self._start.show_start(workshop.dots_each, session.going.way, seen=seen)
            self._panels.show_only(self._start)
        elif vote.state is RoundState.OPEN:
            self._show_open(session, vote)
        elif vote.state is RoundState.CLOSED:
            self._show_closed(vote)
        else:
            self._show_result(session)
        self._follow_state((session, vote and (vote.id, vote.state, vote.channel)))

    def show_ballots(self, session: Session) -> None:
        vote = session.dotting.vote
        if vote is None or vote.state is not RoundState.OPEN:
            return
        self._ways[vote.channel].show_ballots(session, vote)

    def _show_open(self, session: Session, vote: PriorityVote) -> None:
        way = self._ways[vote.channel]
        way.show_vote(session, vote)
        self._panels.show_only(way)

    def _show_closed(self, vote: PriorityVote) -> None:
        about = say("Ask the room what it expects to come first, then reveal the list to all.")
        self._closed.show_vote(vote, say("The vote is closed."), about)
        self._panels.show_only(self._closed)

    def _show_result(self, session: Session) -> None:
        self._result.show_session(session)
        self._panels.show_only(self._result)
        self._beside.setVisible(can_show_beside(session.record))
        listed = session.look is not Look.BESIDE
        self._beside.setText(say("Show beside level  V") if listed else say("Show the list  V"))

    # -- commands ---------------------------------------------------------------------------

    def _toggle_beside(self) -> None:
        if self.session is not None:
            self.session.looking.turn_dots()

    def _set_dots_each(self, dots_each: int) -> None:
        if self.session is not None:
            self.session.dotting.set_dots_each(dots_each)

    def _go_on(self) -> None:
        if self.session is not None:
            self.session.go_next()
