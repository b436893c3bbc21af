"""What was promised last time and goes on, beside the plan: one click takes it on again."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QWidget

from desktop_app.domain.earlier import EarlierCommitment, Progress, Standing
from desktop_app.ui.widgets.layouts import clear, column, row
from desktop_app.ui.widgets.text import button, label
from desktop_app.words.speech import say
from desktop_app.words.standings import promised, standing_button

GoingOn = tuple[EarlierCommitment, Progress]
"""A commitment with its latest date, and what is known of it."""


class PromisesGoingOn(QFrame):
    """The commitments of last time that the plan does not have yet; hidden where there are none.

    Signals:
        taken_again(EarlierCommitment): the room takes this one on again.
    """

    taken_again = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: tuple[GoingOn, ...] = ()
        self.setProperty("role", "card")
        lines = column(self, spacing=10, margin=14)
        lines.addWidget(label(say("Going on from last time"), "heading"))
        self._rows = column(spacing=12)
        lines.addLayout(self._rows)
        self.hide()

    def show_promises(self, found: Iterable[GoingOn]) -> None:
        """Show what goes on; a button that is just being pressed does not go."""
        shown = tuple(found)
        self.setVisible(bool(shown))
        if shown == self._shown:
            return
        self._shown = shown
        clear(self._rows)
        for one, known in shown:
            made = _PromiseRow(one, known.standing)
            made.taken.connect(self.taken_again)
            self._rows.addWidget(made)


class _PromiseRow(QWidget):
    """One commitment: what, where it stands, who and by when.

    Signals:
        taken(EarlierCommitment): the room takes it on again.
    """

    taken = Signal(object)

    def __init__(self, one: EarlierCommitment, standing: Standing | None) -> None:
        super().__init__()
        self._promised = one
        lines = column(self, spacing=4)
        lines.addWidget(label(one.title, "strong"))
        stands = standing_button(standing) if standing else say("Nobody has told yet")
        lines.addWidget(
            label(say("{standing} · {who}", standing=stands, who=promised(one)), "small")
        )
        again = button(say("Take it on again"))
        again.setAccessibleName(say("Take on again: {step}", step=one.title))
        again.clicked.connect(self._tell)
        line = row()
        line.addWidget(again)
        line.addStretch(1)
        lines.addLayout(line)

    def _tell(self) -> None:
        self.taken.emit(self._promised)
