"""Which column of a file holds what; the person may match them otherwise than was guessed."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QWidget

from desktop_app.application.ballot_imports import Columns
from desktop_app.domain.ballot_rows import COLUMNS, NEEDED
from desktop_app.ui.widgets.field import Field
from desktop_app.ui.widgets.layouts import row
from desktop_app.words.speech import say

_SHORT = 14
"""Characters a list of columns asks room for; longer names are cut short until it is opened."""


class ColumnsRow(QWidget):
    """A list of the file's columns for each thing that is wanted.

    Signals:
        changed(): something was matched otherwise.
    """

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._boxes = {name: QComboBox() for name in COLUMNS}
        names = {
            "statement": say("Column: statement"),
            "round": say("Column: round"),
            "group": say("Column: group"),
            "rating": say("Column: rating"),
        }
        line = row(self, spacing=12)
        for name, box in self._boxes.items():
            box.setMinimumContentsLength(_SHORT)
            policy = QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
            box.setSizeAdjustPolicy(policy)
            line.addWidget(Field(names[name], box), 1)
            box.activated.connect(self._tell)

    def show_header(self, header: tuple[str, ...], columns: Columns) -> None:
        """Offer a file's columns, matched like this."""
        for name, box in self._boxes.items():
            box.clear()
            none = say("Choose a column") if name in NEEDED else say("Not in the file")
            box.addItem(none, None)
            for place, title in enumerate(header):
                box.addItem(title or say("Column {n}", n=place + 1), place)
            box.setCurrentIndex(box.findData(columns.get(name)))

    @property
    def columns(self) -> Columns:
        """Return how they are matched now."""
        return {name: box.currentData() for name, box in self._boxes.items()}

    def _tell(self, _index: int) -> None:
        self.changed.emit()
