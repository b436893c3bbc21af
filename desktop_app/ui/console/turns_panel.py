"""Turns on the shared screen: how many are in, and nothing else."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from desktop_app.domain.rounds import Round
from desktop_app.ui.widgets.layouts import column
from desktop_app.ui.widgets.text import frame, label
from desktop_app.words.room import count_in


class TurnsPanel(QWidget):
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
                self.tr(
                    "The stage is the ballot. Each person picks with a key, the mouse or a "
                    "touch, then confirms. The keys work from this window too. "
                    "What people choose is not shown here."
                ),
                "soft",
            )
        )
        layout.addWidget(box)

    def show_round(self, round_: Round) -> None:
        """Show how many ballots are in."""
        self._count.setText(count_in(round_.ballots_in, round_.present))
        missing = round_.present - round_.ballots_in
        if missing > 0:
            text = self.tr("Waiting for the next person.")
        elif missing == 0:
            text = self.tr("Everybody is in. Close the vote.")
        else:
            text = self.tr("More ballots than people in the room. Check the number of people.")
        self._state.setText(text)
