"""The bar over every page of a rehearsal: what it is, pretend ballots, and the way out."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QWidget

from desktop_app.domain.rounds import RoundState
from desktop_app.domain.steps import StepKind
from desktop_app.ui.console.room import Room
from desktop_app.ui.widgets.layouts import row
from desktop_app.ui.widgets.text import button, label
from desktop_app.words.room import REHEARSAL_MARK
from desktop_app.words.speech import said, say


class RehearsalBar(QFrame):
    """Hidden in a real workshop.

    Signals:
        fill_requested(), fill_all_requested(): pretend ballots for this vote, or for all.
        end_requested(): throw the rehearsal away.
    """

    fill_requested = Signal()
    fill_all_requested = Signal()
    end_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "strip")
        line = row(self, spacing=8)
        line.setContentsMargins(20, 5, 16, 5)
        line.addWidget(label(said(REHEARSAL_MARK), "strong", wrap=False))
        line.addStretch(1)
        self._fill = button(say("Fill this vote"), "small")
        self._fill_all = button(say("Fill every vote"), "small")
        hint = say("Remove everything of the rehearsal and go back to the real workshop")
        self._end = button(say("End the rehearsal"), "small", hint=hint)
        for one in (self._fill, self._fill_all, self._end):
            line.addWidget(one)
        self._fill.clicked.connect(self.fill_requested)
        self._fill_all.clicked.connect(self.fill_all_requested)
        self._end.clicked.connect(self.end_requested)
        self.hide()

    def show_session(self, room: Room) -> None:
        """Show the bar in a rehearsal, with what can be filled now."""
        self.setVisible(room.record.workshop.is_rehearsal)
        round_ = room.round
        takes = round_ is None or round_.state is RoundState.OPEN
        self._fill.setEnabled(room.step.kind is StepKind.STATEMENT and takes)
