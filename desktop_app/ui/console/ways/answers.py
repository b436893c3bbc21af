"""Answers from a file: they come in as a whole, so an open vote has only its count to show."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from desktop_app.domain.rounds import Round
from desktop_app.ui.console.session import Session
from desktop_app.ui.widgets.layouts import column
from desktop_app.ui.widgets.text import label
from desktop_app.words.room import count_in

from .dots_count import DotsCount
from .way import Way


class Answers(Way):
    """How many answers are in."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._count = label(role="number")
        column(self).addWidget(self._count)

    def vote_text(self, vote: str) -> str:
        return vote

    def show_vote(self, session: Session, round_: Round) -> None:
        self.show_ballots(session, round_)

    def show_ballots(self, session: Session, round_: Round) -> None:
        self._count.setText(count_in(round_.ballots_in, round_.present))


class DotsAnswers(DotsCount):
    """How many people's dots are in."""
