"""A part of a window that scrolls where it cannot be made any lower, as on a screen at 200 %."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget


class Giving(QWidget):
    """Content whose parts give way as far as they can before it has to scroll."""

    def minimumSizeHint(self) -> QSize:
        return QSize(0, 0)

    def heightForWidth(self, width: int) -> int:
        layout = self.layout()
        return layout.totalMinimumHeightForWidth(width) if layout else super().heightForWidth(width)


class GivingColumn(QVBoxLayout):
    """A column that stands in another one and gives way there as far as it can.

    A column asks what stands in it how high it wants to be at a width, and takes the answer for
    the least: where a list scrolls by itself, its neighbours would lose room that they need.
    """

    _reckons = False

    def heightForWidth(self, width: int) -> int:
        if self._reckons:  # Qt reckons the least with the height that is wanted
            return super().heightForWidth(width)
        self._reckons = True
        try:
            return self.minimumHeightForWidth(width)
        finally:
            self._reckons = False


class Scrolling(QScrollArea):
    """Shows a widget as high as there is room for; scrolls where that is too low for it."""

    def __init__(self, inner: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWidget(inner)
