"""What would be created from a file, and what is wrong with it line by line, as two lists."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QHeaderView, QTreeWidget, QTreeWidgetItem, QWidget

from desktop_app.application.ballot_imports import ImportPreview
from desktop_app.words.speech import said_alone, say, say_count

_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class _Short(QTreeWidget):
    """A list that asks for a few lines of room and takes more where there is more."""

    LINES = 5

    def sizeHint(self) -> QSize:
        """Ask for the header and a few lines."""
        line = self.fontMetrics().height() + 4
        return QSize(super().sizeHint().width(), line * (self.LINES + 1) + 6)


class RoundsList(_Short):
    """The rounds that would be made; how many ballots, never their values."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        heads = (say("Statement"), say("Round"), say("Ballots"), say("Can’t say"))
        _dress(self, say("What will be created"), heads, wide=0)
        for column in (1, 2, 3):
            self.headerItem().setTextAlignment(column, _RIGHT)

    def show_preview(self, preview: ImportPreview) -> None:
        """List the rounds."""
        self.clear()
        for one in preview.rounds:
            numbers = (one.ordinal, one.ballots, one.cannot_say)
            words = f"{one.statement_id}  {one.text}"
            item = QTreeWidgetItem(self, [words, *map(str, numbers)])
            item.setToolTip(0, one.text)
            for column in (1, 2, 3):
                item.setTextAlignment(column, _RIGHT)


class ProblemsList(_Short):
    """What is wrong, line by line."""

    LINES = 4

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        _dress(self, say("Problems"), (say("Line"), say("What is wrong")), wide=1)

    def show_preview(self, preview: ImportPreview) -> None:
        """List the problems; those beyond the first many are counted."""
        self.clear()
        for problem in preview.problems:
            sentence = f"{said_alone(problem.mistake)}."
            item = QTreeWidgetItem(self, [str(problem.line), sentence])
            item.setToolTip(1, sentence)
        more = preview.problem_count - len(preview.problems)
        if more:
            QTreeWidgetItem(self, ["", say_count("… and {n} more", "… and {n} more", more)])


def _dress(tree: QTreeWidget, name: str, heads: tuple[str, ...], *, wide: int) -> None:
    tree.setAccessibleName(name)
    tree.setHeaderLabels(heads)
    tree.setRootIsDecorated(False)
    tree.setUniformRowHeights(True)
    tree.setMinimumHeight(96)
    tree.header().setStretchLastSection(False)
    for column in range(len(heads)):
        modes = QHeaderView.ResizeMode
        tree.header().setSectionResizeMode(
            column, modes.Stretch if column == wide else modes.ResizeToContents
        )
