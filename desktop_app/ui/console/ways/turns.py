"""Turns at the ballot on the laptop: how many are in, and nothing else."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from desktop_app.domain.rounds import Round
from desktop_app.ui.console.full_box import FullBox, full_words
from desktop_app.ui.console.in_box import InBox
from desktop_app.ui.console.session import Session
from desktop_app.ui.console.taking_back import ask_take_back, meanwhile
from desktop_app.ui.widgets.layouts import column
from desktop_app.ui.widgets.text import label
from desktop_app.words.room import count_in
from desktop_app.words.speech import say

from .dots_count import DotsCount
from .way import Way


class Turns(Way):
    """The count of ballots while one person after another votes at the ballot."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        layout = column(self, spacing=16)
        self._box, self._full = InBox(say("Take back one ballot…")), FullBox()
        layout.addWidget(self._box)
        layout.addWidget(self._full)
        self._about = label("", "soft")
        layout.addWidget(self._about)
        self._box.take_back_requested.connect(self._ask_take_back)
        self._box.came.connect(self._let_in)
        self._full.came.connect(self._let_in)

    def instead_text(self) -> str:
        return say("Take turns instead")

    def vote_text(self, vote: str) -> str:
        return say("{vote} by turns on the laptop", vote=vote)

    def show_vote(self, session: Session, round_: Round) -> None:
        self.session = session
        self.show_ballots(session, round_)

    def show_ballots(self, session: Session, round_: Round) -> None:
        voting, missing = session.voting, round_.present - round_.ballots_in
        state = ""
        if missing > 0:
            state = say("Waiting for the next person.")
        elif missing < 0:
            state = say("More ballots than people in the room. Check the number of people.")
        count = count_in(round_.ballots_in, round_.present)
        self._box.show_in(count, state, voting.partners, can_take_back=voting.can_take_back)
        # Where there are partners, each complete one has the way to one more in its own line.
        self._full.show_full(full_words(None) if missing == 0 else "")
        self._full.offer(came=not voting.partners)
        self._about.setText(_about(seen=session.turns.seen))

    def _ask_take_back(self) -> None:
        session = self.session
        round_ = session.voting.open_round if session is not None else None
        if session is not None and round_ is not None:
            subject = (round_.id, round_.ballots_in)
            ask_take_back(self.window(), session.voting.last_partner, self._take_back, subject)

    def _take_back(self, answer: bool, subject: object) -> None:
        session = self.session
        round_ = session.voting.open_round if session is not None else None
        if session is None or round_ is None or not answer:
            return
        if subject == (round_.id, round_.ballots_in):
            session.voting.take_back()
        else:
            session.events.tell_failure(meanwhile())


def _about(*, seen: bool) -> str:
    """Return how the ballot goes, where the room can see its screen and where it cannot."""
    if seen:
        return say(
            "The ballot fills this screen, and whoever looks sees what somebody picks until they "
            "confirm. Each person picks with a key, the mouse or a touch. Hold Esc there to come "
            "back. What people choose is not shown here."
        )
    return say(
        "The ballot fills this laptop, and the room sees the statement and how many are in. Each "
        "person picks with a key, the mouse or a touch, then confirms. Hold Esc there to come "
        "back. What people choose is not shown here."
    )


class DotsTurns(DotsCount):
    """How many people have placed their dots at the ballot."""

    def about(self) -> str:
        return say(
            "The ballot fills this laptop: a number, a click or a touch places a dot, Backspace "
            "takes one back, Enter confirms. Hold Esc there to come back."
        )
