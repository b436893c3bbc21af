"""The card that leads back to where the last workshop stopped, with one click."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QWidget

from desktop_app.domain.summaries import WorkshopSummary
from desktop_app.ui.widgets.layouts import column, row
from desktop_app.ui.widgets.text import button, label
from desktop_app.words.speech import say


class ContinueCard(QFrame):
    """Title, partnership and where it stopped.

    Signals:
        open_requested(str): the workshop's id.
    """

    open_requested = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._id = ""
        self._title = label("", "heading")
        self._badge = label("", "badge", wrap=False)
        self._details = label("", "soft")
        self._place = label("", "strong")
        kept = self._place.sizePolicy()
        kept.setRetainSizeWhenHidden(True)  # it is known only once the library is open
        self._place.setSizePolicy(kept)
        self.button = button(say("&Continue"), "primary")
        self._build()
        self.button.clicked.connect(self._ask)

    def _build(self) -> None:
        self.setProperty("role", "card")
        self.setProperty("chosen", "true")
        line = row(self, spacing=24)
        line.setContentsMargins(24, 18, 22, 18)
        words = column(spacing=4)
        words.addWidget(label(say("Continue where you stopped"), "accent"))
        title = row(spacing=12)
        title.addWidget(self._title, 1)
        title.addWidget(self._badge)
        words.addLayout(title)
        words.addWidget(self._details)
        words.addWidget(self._place)
        line.addLayout(words, 1)
        line.addWidget(self.button)

    def show_workshop(self, summary: WorkshopSummary, details: str, badge: str, at: str) -> None:
        """Show the workshop to go on with; `at` says where it stopped."""
        self._id = summary.id
        self._title.setText(summary.title)
        self._badge.setText(badge)
        self._badge.setVisible(bool(badge))
        self._details.setText(details)
        self._place.setText(say("Stopped at: {place}", place=at))
        self._place.setVisible(bool(at))
        spoken = say("Continue {title}", title=summary.title)
        self.button.setAccessibleName(spoken)
        self.button.setAccessibleDescription(self._place.text() if at else details)

    def _ask(self) -> None:
        self.open_requested.emit(self._id)
