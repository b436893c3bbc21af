"""What can be done with several workshops at once; knows none of them."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop_app.ui.widgets.layouts import row
from desktop_app.ui.widgets.text import button, label
from desktop_app.words.speech import say, say_count


class SelectionBar(QWidget):
    """How many are selected, and buttons for all of them; hidden where it is one or none.

    Signals:
        save_requested(), archive_requested(), delete_requested(): for all that are selected.
    """

    save_requested = Signal()
    archive_requested = Signal()
    delete_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._count = label("", wrap=False)
        self._save = button(say("Save them as fi&les…"), hint=say("A workshop file for each"))
        self._archive = button("")
        self._delete = button(say("Delete t&hem…"), "danger")
        line = row(self, spacing=8)
        line.addWidget(self._count)
        line.addStretch(1)
        for one in self.buttons:
            line.addWidget(one)
        self._save.clicked.connect(self.save_requested)
        self._archive.clicked.connect(self.archive_requested)
        self._delete.clicked.connect(self.delete_requested)
        self.show_selected(0, archived=False)

    @property
    def buttons(self) -> tuple[QWidget, ...]:
        """Return the buttons in the order Tab passes through them."""
        return (self._save, self._archive, self._delete)

    def show_selected(self, count: int, *, archived: bool) -> None:
        """Say how many are selected; `archived`: every one of them is."""
        self._count.setText(say_count("{n} workshop selected", "{n} workshops selected", count))
        self._archive.setText(
            say("Take them out of the archi&ve") if archived else say("Archi&ve them")
        )
        self.setVisible(count > 1)
