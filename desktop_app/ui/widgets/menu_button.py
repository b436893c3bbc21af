"""A button that opens a menu, and looks as if nothing pointed at it once the menu is gone."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QCursor
from PySide6.QtWidgets import QMenu, QPushButton, QWidget


class MenuButton(QPushButton):
    """A button with a menu of its own.

    The menu takes the mouse, so the button is never told that the mouse has left it, and keeps
    the colour of being pointed at until the mouse comes by again.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._menu = QMenu(self)
        self._menu.aboutToHide.connect(self._look_for_the_mouse)
        self.setMenu(self._menu)

    def _look_for_the_mouse(self) -> None:
        here = self.isVisible() and self.rect().contains(self.mapFromGlobal(QCursor.pos()))
        self.setAttribute(Qt.WidgetAttribute.WA_UnderMouse, here)
        self.update()
