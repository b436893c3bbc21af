"""Says that nobody more may vote now, and takes in somebody who came."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from desktop_app.domain.turnout import PartnerIn
from desktop_app.ui.theme import set_role
from desktop_app.ui.widgets.layouts import column, row
from desktop_app.ui.widgets.text import button, frame, label
from desktop_app.words.speech import say, say_count


class FullBox(QWidget):
    """One line; after a press that was not counted it says so.

    Signals:
        came(): somebody more is in the room.
    """

    came = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._box = frame("card")
        column(self).addWidget(self._box)
        line = row(self._box, spacing=16, margin=14)
        self._refused = label(say("Not counted."), "problem", wrap=False)
        self._text = label(role="strong")
        self._came = button(say("Somebody came (+)"))
        # A click must not take the keys away from the ballots.
        self._came.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        line.addWidget(self._refused)
        line.addWidget(self._text, 1)
        line.addWidget(self._came)
        self._came.clicked.connect(self.came)
        self.hide()

    def show_full(self, text: str, *, refused: bool = False) -> None:
        """Say why nobody more may vote; "" where somebody may."""
        self._text.setText(text)
        self._refused.setVisible(refused)
        set_role(self._box, "role", "attention" if refused else "card")
        self.setVisible(bool(text))

    def offer(self, *, came: bool) -> None:
        """Offer to take somebody in here, or not."""
        self._came.setVisible(came)


def full_words(partner: PartnerIn | None) -> str:
    """Return why nobody more may vote: a partner is complete, or else the whole room."""
    if partner is None:
        return say("Everybody is in. Close the vote.")
    if not partner.people:
        return say("Nobody of {partner} is in the room.", partner=partner.name)
    return say_count(
        "The one person of {partner} is in. Choose whose ballots come next.",
        "All {n} people of {partner} are in. Choose whose ballots come next.",
        partner.people,
        partner=partner.name,
    )
