"""Recent workshops under their heading, with a search field once there are many."""

from __future__ import annotations

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QLineEdit, QSizePolicy, QWidget

from desktop_app.domain.summaries import WorkshopLines
from desktop_app.ui.widgets.layouts import column, row
from desktop_app.ui.widgets.text import frame, label
from desktop_app.words.speech import say

from .workshop_delegate import ROW_HEIGHT
from .workshop_list import WorkshopList
from .workshop_model import WorkshopModel

SEARCH_FROM = 9


class RecentWorkshops(QWidget):
    """The library as a list that can be searched."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model = WorkshopModel(self)
        self.list = WorkshopList(self.model)
        self._seen = (0, "")
        self._search = QLineEdit()
        self._nothing = label("", "soft")
        self._build()
        self._search.textChanged.connect(self._narrow)

    def _build(self) -> None:
        self._search.setPlaceholderText(say("Find a workshop"))
        self._search.setAccessibleName(say("Find a workshop by title, partnership or date"))
        self._search.setClearButtonEnabled(True)
        self._search.setMinimumWidth(260)
        find = QShortcut(QKeySequence(QKeySequence.StandardKey.Find), self)
        find.activated.connect(self._search.setFocus)
        head = row(spacing=16)
        head.addWidget(label(say("Recent workshops"), "heading"), 1)
        head.addWidget(self._search)
        lines = column(self, spacing=10)
        lines.addLayout(head)
        lines.addWidget(self._nothing)
        lines.addWidget(self._card(), 1)
        lines.addStretch(0)

    def _card(self) -> QWidget:
        self._frame = frame("card")
        self._frame.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
        inside = column(self._frame, margin=3)
        inside.addWidget(self.list)
        return self._frame

    @property
    def tab_chain(self) -> tuple[QWidget, ...]:
        """Return every control in the order Tab passes through them."""
        return (self._search, self.list, *self.list.row_buttons)

    def show_workshops(self, lines: WorkshopLines) -> None:
        """Show the library as it is now; choose what came, else what was or its neighbour."""
        chosen, row = self.list.chosen, self.list.currentIndex().row()
        self._search.setVisible(len(lines) >= SEARCH_FROM)
        if len(lines) < SEARCH_FROM:
            self._search.clear()
        seen, self._seen = self._seen, (len(lines), lines.ids[0] if lines else "")
        self.model.show(lines)
        if 0 < seen[0] == len(lines) - 1 and seen[1] != self._seen[1]:
            self.list.choose(self._seen[1])
        elif chosen is not None:
            self.list.choose(chosen.id, row)
        self._fit()

    def _narrow(self, wanted: str) -> None:
        self.model.narrow(wanted)
        self._nothing.setText(
            say("No workshop fits “{words}”. Try fewer words.", words=wanted.strip())
        )
        self._fit()

    def _fit(self) -> None:
        rows = self.model.rowCount()
        self._frame.setMaximumHeight(rows * ROW_HEIGHT + 8)
        self._frame.setVisible(rows > 0)
        self._nothing.setVisible(rows == 0)
