"""A dot for each person who may vote, full where their ballot is in; a bar where they are many."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QWidget

MOST_DOTS = 12
DOT, GAP = 14, 6


class HeadDots(QWidget):
    """Says in a picture what stands in words beside it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._in, self._people, self._room = 0, 0, MOST_DOTS
        self.setFixedSize(self.sizeHint())

    def make_room(self, people: int) -> None:
        """Be as wide as so many people need: the most of all lines that stand in one list."""
        self._room = max(1, min(people, MOST_DOTS))
        self.setFixedSize(self.sizeHint())

    def show_count(self, ballots_in: int, people: int) -> None:
        """Show how many are in, of how many people."""
        if (ballots_in, people) != (self._in, self._people):
            self._in, self._people = ballots_in, people
            self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._room * (DOT + GAP) - GAP + 2, DOT + 4)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ink = self.palette().color(QPalette.ColorRole.Highlight)
        painter.setPen(QPen(ink, 2))
        if self._people > MOST_DOTS:
            self._paint_bar(painter)
        for place in range(self._people if self._people <= MOST_DOTS else 0):
            painter.setBrush(ink if place < self._in else Qt.BrushStyle.NoBrush)
            painter.drawEllipse(QRectF(2 + place * (DOT + GAP), 3, DOT - 2, DOT - 2))
        painter.end()

    def _paint_bar(self, painter: QPainter) -> None:
        whole = QRectF(2, 3, self.width() - 4, DOT - 2)
        painter.drawRoundedRect(whole, 4, 4)
        done = QRectF(whole)
        done.setWidth(whole.width() * min(1.0, self._in / self._people))
        painter.setBrush(painter.pen().color())
        painter.drawRoundedRect(done, 4, 4)
