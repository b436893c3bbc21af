"""How much is in of an open vote: the count, each partner's number, one ballot to take back."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QWidget

from desktop_app.domain.turnout import PartnerIn
from desktop_app.ui.widgets.flow import Flow
from desktop_app.ui.widgets.layouts import column
from desktop_app.ui.widgets.text import button, label

from .partners_in import PartnersIn


class InBox(QFrame):
    """A card that never shows a value.

    Signals:
        take_back_requested(): the last ballot shall not count.
        came(str): somebody more of this partner is in the room.
        picked(str): this partner's line was clicked.
    """

    take_back_requested = Signal()
    came = Signal(object)
    picked = Signal(object)

    def __init__(self, take_back: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        inner = column(self, spacing=6, margin=18)
        self._count, self._state = label(role="number", wrap=False), label(role="strong")
        self._back = button(take_back)
        self._back.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._partners = PartnersIn()
        self.aside = Flow(spacing=16)
        self.aside.addWidget(self._count)
        self.aside.addWidget(self._back)
        inner.addLayout(self.aside)
        inner.addWidget(self._state)
        inner.addWidget(self._partners)
        self._back.clicked.connect(self.take_back_requested)
        self._partners.came.connect(self.came)
        self._partners.picked.connect(self.picked)

    @property
    def state(self) -> str:
        """Return the line below the count."""
        return self._state.text()

    def show_in(
        self,
        count: str,
        state: str,
        partners: tuple[PartnerIn, ...] = (),
        *,
        can_take_back: bool = False,
        full: PartnerIn | None = None,
    ) -> None:
        """Show how much is in and what comes next; of a `full` one more is said elsewhere."""
        self._count.setText(count)
        self._state.setText(state)
        self._state.setVisible(bool(state))
        self._partners.show_partners(partners, but=full.label if full is not None else "")
        self._back.setEnabled(can_take_back)
