"""What is wrong in a file, line by line."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QHeaderView, QTreeWidget, QTreeWidgetItem, QWidget

from desktop_app.answers.reading import Reading
from desktop_app.ui.widgets.text import plain_tip
from desktop_app.words.speech import said_alone, say, say_count

LINES = 4


class MistakesList(QTreeWidget):
    """Asks for a few lines of room and takes more where there is more."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(say("Problems"))
        self.setHeaderLabels((say("Line"), say("What is wrong")))
        self.setRootIsDecorated(False)
        self.setUniformRowHeights(True)
        self.setMinimumHeight(96)
        self.header().setStretchLastSection(False)
        modes = QHeaderView.ResizeMode
        self.header().setSectionResizeMode(0, modes.ResizeToContents)
        self.header().setSectionResizeMode(1, modes.Stretch)

    def sizeHint(self) -> QSize:
        """Ask for the header and a few lines."""
        line = self.fontMetrics().height() + 4
        return QSize(super().sizeHint().width(), line * (LINES + 1) + 6)

    def show_reading(self, reading: Reading) -> None:
        """List the mistakes; those beyond the first many are counted."""
        self.clear()
        for mistake in reading.mistakes:
            sentence = f"{said_alone(mistake.phrase)}."
            item = QTreeWidgetItem(self, [str(mistake.line), sentence])
            item.setToolTip(1, plain_tip(sentence))
        more = reading.mistake_count - len(reading.mistakes)
        if more:
            QTreeWidgetItem(self, ["", say_count("… and {n} more", "… and {n} more", more)])
