"""On the prepare page: what was said before the day, brought in from a file or taken out again.

Knows no service and no file: it shows what there is and says what is wanted.
"""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop_app.domain.workshop import WorkshopRecord
from desktop_app.ui.widgets.layouts import column, row
from desktop_app.ui.widgets.text import button, label
from desktop_app.words.beforehand import beforehand_size
from desktop_app.words.speech import say


class BeforehandLine(QWidget):
    """How much was said beforehand, and what can be done with it; hidden for a new workshop.

    Signals:
        wanted(): answers shall come in from a file.
        removed(): those that are there shall go.
        brought_back(): what went last shall be there again.
    """

    wanted = Signal()
    removed = Signal()
    brought_back = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._size = label("")
        self._bring = button("")
        self._remove = button(say("Take them out"))
        self._undo = button(say("Undo"))
        lines = column(self, spacing=6)
        lines.addWidget(label(say("What was said beforehand"), "heading"))
        lines.addWidget(self._size)
        buttons = row(spacing=12)
        for one in self.tab_chain:
            buttons.addWidget(one)
        buttons.addStretch(1)
        lines.addLayout(buttons)
        self._bring.clicked.connect(self.wanted)
        self._remove.clicked.connect(self.removed)
        self._undo.clicked.connect(self.brought_back)
        self.hide()

    @property
    def tab_chain(self) -> tuple[QWidget, ...]:
        """Return every control in the order Tab passes through them."""
        return self._bring, self._remove, self._undo

    def show_record(self, record: WorkshopRecord | None, *, can_undo: bool = False) -> None:
        """Show what there is of a workshop; None for one that is not made yet.

        Once the room votes nothing comes before that any more.
        """
        votes = record is None or bool(record.rounds)
        self.setVisible(record is not None and (bool(record.before) or not votes))
        if record is None:
            return
        size = beforehand_size(record)
        self._size.setText(
            say("{size}. They stand beside the room’s votes.", size=size)
            if size
            else say("Answers from a survey or from paper can stand beside the room’s votes.")
        )
        self._bring.setText(say("Take another file…") if size else say("Bring in answers…"))
        self._bring.setVisible(not votes)
        self._remove.setVisible(bool(size) and not votes)
        self._undo.setVisible(can_undo and not votes)
