"""A dot for each person who may vote, full where their ballot is in; a bar where they are many."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QWidget

MOST_DOTS = 12
BAR = 6
"""How many dots a bar is wide: many people stand in long lists, where there is little room."""
DOT, GAP = 14, 6


class HeadDots(QWidget):
    """Says in a picture what stands in words beside it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._in, self._people, self._most = 0, 0, MOST_DOTS
        self.setFixedSize(self.sizeHint())

    def make_room(self, people: int) -> None:
        """Be as wide as so many people need: the most of all lines that stand in one list.

        Where one of these needs a bar, all are bars.
        """
        self._most = max(1, people)
        self.setFixedSize(self.sizeHint())
        self.update()

    @property
    def is_bar(self) -> bool:
        """Return whether a bar stands for the dots."""
        return max(self._people, self._most) > MOST_DOTS

    def show_count(self, ballots_in: int, people: int) -> None:
        """Show how many are in, of how many people."""
        if (ballots_in, people) != (self._in, self._people):
            self._in, self._people = ballots_in, people
            self.update()

    def sizeHint(self) -> QSize:
        dots = BAR if self.is_bar else self._most
        return QSize(dots * (DOT + GAP) - GAP + 2, DOT + 4)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ink = self.palette().color(QPalette.ColorRole.Highlight)
        painter.setPen(QPen(ink, 2))
        if self.is_bar:
            self._paint_bar(painter)
        for place in range(0 if self.is_bar else self._people):
            painter.setBrush(ink if place < self._in else Qt.BrushStyle.NoBrush)
            painter.drawEllipse(QRectF(2 + place * (DOT + GAP), 3, DOT - 2, DOT - 2))
        painter.end()

    def _paint_bar(self, painter: QPainter) -> None:
        whole = QRectF(2, 3, self.width() - 4, DOT - 2)
        painter.drawRoundedRect(whole, 4, 4)
        if not self._in:
            return
        done = QRectF(whole)
        done.setWidth(whole.width() * min(1.0, self._in / max(1, self._people)))
        painter.setBrush(painter.pen().color())
        painter.drawRoundedRect(done, 4, 4)
