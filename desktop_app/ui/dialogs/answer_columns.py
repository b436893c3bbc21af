"""What each column of a file is taken for; somebody may say that it is something else."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QGridLayout, QWidget

from desktop_app.answers.choices import Taken, Use
from desktop_app.answers.columns import Column, Reason
from desktop_app.answers.heads import Shape
from desktop_app.answers.reading import Reading
from desktop_app.domain.framework import CANNOT_SAY
from desktop_app.ui.theme import set_role
from desktop_app.ui.widgets.layouts import clear, column
from desktop_app.ui.widgets.one_line import OneLine
from desktop_app.ui.widgets.scrolling import Scrolling
from desktop_app.ui.widgets.text import button, label
from desktop_app.words.answers import (
    held_words,
    point_words,
    reason_words,
    statement_words,
    use_name,
)
from desktop_app.words.speech import say, say_count

FEW = 3
"""So many statements that were matched beyond doubt are shown at once."""
NEVER_READ = (Reason.PERSON, Reason.TIME, Reason.EMPTY)
_LONG = (Use.WHICH, Use.RATING, Use.ROUND, Use.PARTNER, Use.LEFT_OUT)
_WIDE = (Use.PARTNER, Use.LEFT_OUT)
_USES = {
    Shape.PEOPLE: _WIDE,
    Shape.ANSWERS: _LONG,
    Shape.COUNTS: (Use.WHICH, Use.LEFT_OUT),
    Shape.UNKNOWN: _WIDE,
}


class ColumnLine:
    """A column's three cells in the grid."""

    def __init__(self, one: Column, reading: Reading) -> None:
        self.place = one.place
        self.heading = one.name or say("Column {n}", n=one.place + 1)
        self.box = QComboBox()
        # Of a question with its row in brackets the beginning is that of all others.
        self.name = OneLine(self.heading, names=self.box, cut=Qt.TextElideMode.ElideMiddle)
        self.about = label("", "soft")
        self._fill(reading)
        self.show_column(one, reading)

    def _fill(self, reading: Reading) -> None:
        self.box.setMinimumContentsLength(20)
        policy = QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        self.box.setSizeAdjustPolicy(policy)
        self.box.addItem(say("Choose…"), None)
        if reading.shape is Shape.COUNTS:
            points = (point.value for point in reading.framework.scale.points)
            for point in (*points, CANNOT_SAY):
                words = point_words(point, reading.framework)
                self.box.addItem(words, Taken(Use.COUNT, point=point))
        elif reading.shape is not Shape.ANSWERS:
            for one in reading.framework.statements:
                words = statement_words(one.id, reading.framework)
                self.box.addItem(words, Taken(Use.STATEMENT, one.id))
        for use in _USES[reading.shape]:
            self.box.addItem(use_name(use), Taken(use))
        self.box.setProperty("column", self.place)

    def show_column(self, one: Column, reading: Reading) -> None:
        """Show what the column is taken for now."""
        asked = one.is_asked
        self.box.setCurrentIndex(0 if asked else max(0, self._index_of(one.taken)))
        self.box.setAccessibleName(say("Column {name}", name=self.heading))
        about = held_words(one, reading) or reason_words(one)
        if one.proposed:
            statement = statement_words(one.proposed, reading.framework)
            about = say("{statement}: {reason}", statement=statement, reason=about)
        self.about.setText(about)
        self.box.setAccessibleDescription(about)
        for part in (self.name, self.about):
            set_role(part, "role", "problem" if asked else ("" if part is self.name else "soft"))

    def _index_of(self, taken: Taken) -> int:
        found = (i for i in range(self.box.count()) if self.box.itemData(i) == taken)
        return next(found, -1)

    def set_visible(self, *, visible: bool) -> None:
        """Show or hide the line."""
        for part in (self.name, self.box, self.about):
            part.setVisible(visible)


class ColumnsTable(QWidget):
    """The columns of a file: those that are asked first, then what is read, then what is not.

    Signals:
        changed(): something was said about a column.
    """

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.chosen: dict[int, Taken] = {}
        self._lines: list[ColumnLine] = []
        self._sure: list[ColumnLine] = []
        self._more = button("", "link")
        self._never = label("", "soft")
        inside = QWidget()
        self._grid = QGridLayout(inside)
        self._grid.setContentsMargins(12, 8, 12, 8)
        self._grid.setHorizontalSpacing(18)
        self._grid.setVerticalSpacing(6)
        for place, share in enumerate((5, 3, 4)):
            self._grid.setColumnStretch(place, share)
        lines = column(self)
        self._area = Scrolling(inside)
        lines.addWidget(self._area)
        self.setMinimumHeight(190)

    def show_file(self, reading: Reading) -> None:
        """Show another file, or another sheet of it."""
        self.chosen = dict(reading.choices.columns)
        clear(self._grid)
        self._lines, self._sure = [], []
        self._more, self._never = button("", "link"), label("", "soft")
        self._more.clicked.connect(self._show_more)
        heads = (say("Column in the file"), say("Taken for"), say("Why"))
        for place, words in enumerate(heads):
            self._grid.addWidget(label(words, "small", wrap=False), 0, place)
        for one in sorted(reading.columns, key=_rank):
            if one.reason not in NEVER_READ:
                self._add(ColumnLine(one, reading), one)
        self._close(reading)

    def _add(self, line: ColumnLine, one: Column) -> None:
        row = self._grid.rowCount()
        for place, part in enumerate((line.name, line.box, line.about)):
            self._grid.addWidget(part, row, place, Qt.AlignmentFlag.AlignVCenter)
        line.box.activated.connect(self._choose)
        self._lines.append(line)
        if one.taken.use is Use.STATEMENT and not one.is_asked:
            self._sure.append(line)

    def _close(self, reading: Reading) -> None:
        row = self._grid.rowCount()
        hidden = self._sure[FEW:]
        for line in hidden:
            line.set_visible(visible=False)
        words = say_count("One more statement…", "{n} more statements…", len(hidden))
        self._more.setText(words)
        self._more.setVisible(bool(hidden))
        self._grid.addWidget(self._more, row, 0, Qt.AlignmentFlag.AlignLeft)
        never = [one.name for one in reading.columns if one.reason in NEVER_READ and one.name]
        self._never.setText(say("Never read into the library: {columns}", columns=", ".join(never)))
        self._never.setVisible(bool(never))
        self._grid.addWidget(self._never, row + 1, 0, 1, 3)
        self._grid.setRowStretch(row + 2, 1)

    def show_reading(self, reading: Reading) -> None:
        """Show the same columns as they are understood now."""
        columns = {one.place: one for one in reading.columns}
        for line in self._lines:
            if line.place in columns:
                line.show_column(columns[line.place], reading)

    def take_proposals(self, reading: Reading) -> None:
        """Take every column that is asked for the statement that it may be."""
        for one in reading.columns:
            if one.proposed:
                self.chosen[one.place] = Taken(Use.STATEMENT, one.proposed)
        self.changed.emit()

    def _choose(self, index: int) -> None:
        box = self.sender()
        if not isinstance(box, QComboBox):
            return
        taken, place = box.itemData(index), box.property("column")
        if taken is None:
            self.chosen.pop(place, None)
        else:
            self.chosen[place] = taken
        self.changed.emit()

    def _show_more(self) -> None:
        for line in self._sure:
            line.set_visible(visible=True)
        self._more.hide()
        if len(self._sure) > FEW:
            self._sure[FEW].box.setFocus()


def _rank(one: Column) -> tuple[int, int]:
    """Return where a column stands: what is asked, partners and the like, statements, the rest."""
    if one.is_asked:
        return 0, one.place
    if one.taken.use is Use.LEFT_OUT:
        return 3, one.place
    return (2 if one.taken.use is Use.STATEMENT else 1), one.place
