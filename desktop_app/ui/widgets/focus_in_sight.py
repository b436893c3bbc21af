"""Keeps what has the keys in sight, in every window, however the keys came there."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QApplication, QWidget

from .kept_focus import bring_whole_into_view


class FocusInSight(QObject):
    """Scrolls to what gets the keys; never under a mouse that is just pressing it."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._see)

    def _see(self, _before: QWidget | None, now: QWidget | None) -> None:
        if now is not None and QApplication.mouseButtons() == Qt.MouseButton.NoButton:
            bring_whole_into_view(now)
