"""Turns on the shared screen: how many are in, and nothing else."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from desktop_app.domain.rounds import Round
from desktop_app.ui.console.session import Session
from desktop_app.ui.widgets.layouts import column
from desktop_app.ui.widgets.text import frame, label
from desktop_app.words.room import count_in
from desktop_app.words.speech import say

from .dots_count import DotsCount
from .way import Way


class Turns(Way):
    """The count of ballots while one person after another votes on the stage."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        layout = column(self, spacing=16)
        box = frame("card")
        inner = column(box, spacing=6, margin=18)
        self._count = label(role="number")
        self._state = label(role="strong")
        inner.addWidget(self._count)
        inner.addWidget(self._state)
        inner.addWidget(
            label(
                say(
                    "The stage is the ballot. Each person picks with a key, the mouse or a "
                    "touch, then confirms. The keys work from this window too. "
                    "What people choose is not shown here."
                ),
                "soft",
            )
        )
        layout.addWidget(box)

    def instead_text(self) -> str:
        return say("Take turns instead")

    def vote_text(self, vote: str) -> str:
        return say("{vote} by turns on the screen", vote=vote)

    def show_vote(self, session: Session, round_: Round) -> None:
        self.show_ballots(session, round_)

    def show_ballots(self, session: Session, round_: Round) -> None:
        self._count.setText(count_in(round_.ballots_in, round_.present))
        missing = round_.present - round_.ballots_in
        if missing > 0:
            text = say("Waiting for the next person.")
        elif missing == 0:
            text = say("Everybody is in. Close the vote.")
        else:
            text = say("More ballots than people in the room. Check the number of people.")
        self._state.setText(text)


class DotsTurns(DotsCount):
    """How many people have placed their dots on the stage."""

    def about(self) -> str:
        return say(
            "The stage is the ballot: a number, a click or a touch places a dot, Backspace "
            "takes one back, Enter confirms. The keys work from this window too."
        )
