"""A closed vote before its reveal."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from desktop_app.domain.rounds import Round
from desktop_app.domain.turnout import PartnerIn
from desktop_app.ui.console.partners_in import PartnersIn
from desktop_app.ui.widgets.layouts import column
from desktop_app.ui.widgets.text import frame, label
from desktop_app.words.room import count_in
from desktop_app.words.speech import say


class ClosedPanel(QWidget):
    """Say that the vote is closed and what a reveal does."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        layout = column(self, spacing=16)
        box = frame("card")
        inner = column(box, spacing=6, margin=18)
        self._count = label(role="number")
        inner.addWidget(self._count)
        inner.addWidget(label(say("The vote is closed."), "strong"))
        inner.addWidget(
            label(
                say("Ask the room what it expects to see, then reveal the result to all."),
                "soft",
            )
        )
        self._partners = PartnersIn()
        inner.addWidget(self._partners)
        layout.addWidget(box)

    def show_round(self, round_: Round, partners: tuple[PartnerIn, ...] = ()) -> None:
        """Show how many ballots the closed round holds, of the room and of each partner."""
        self._partners.show_partners(partners, may_come=False)
        self._count.setText(count_in(round_.ballots_in, round_.present))
