"""A chart inside the console, drawn again at the width and in the colours it has."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QSize
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop_app.charts.palette import Palette
from desktop_app.charts.primitives import Drawing
from desktop_app.ui.painting.pen import paint_drawing
from desktop_app.ui.theme import worn

Maker = Callable[[Palette, float], Drawing]


class ChartView(QWidget):
    """Show one drawing, made anew for each width and palette; its alternative text is its name."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._make: Maker | None = None
        self._drawing: Drawing | None = None
        self._worn = worn()
        self.least_width = 240
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_chart(self, make: Maker) -> None:
        """Show the drawing that `make` returns for a palette and a width in pixels."""
        self._make = make
        self._redraw()

    def sizeHint(self) -> QSize:
        height = self._drawing.height if self._drawing else 0
        return QSize(320, round(height))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._redraw()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if self._worn is not worn():
            self._redraw()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._drawing is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_drawing(painter, self._drawing)
        painter.end()

    def _redraw(self) -> None:
        if self._make is None:
            return
        self._worn = worn()
        self._drawing = self._make(self._worn, float(max(self.width(), self.least_width)))
        self.setAccessibleName(self._drawing.alt)
        self.setFixedHeight(round(self._drawing.height))
        self.update()
