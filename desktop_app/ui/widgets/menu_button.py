"""A button that opens a menu, and looks as if nothing pointed at it once the menu is gone."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu, QPushButton, QWidget


class MenuButton(QPushButton):
    """A button with a menu of its own.

    The menu takes the mouse, so the button is never told that the mouse has left it, and would keep
    the colour of being pointed at, also behind what a choice opens. Where the mouse is still on it,
    it is told so with the next movement.
    """

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self._menu = QMenu(self)
        self._menu.aboutToHide.connect(self._look_as_if_left)
        self.setMenu(self._menu)

    @property
    def offered(self) -> QMenu:
        """Return the menu, to be filled."""
        return self._menu

    def _look_as_if_left(self) -> None:
        self.setAttribute(Qt.WidgetAttribute.WA_UnderMouse, False)
        self.update()
