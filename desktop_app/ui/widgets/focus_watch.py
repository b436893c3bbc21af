"""Hears the keys of whatever has the focus inside an area, before that widget does."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid


class FocusWatch(QObject):
    """An event filter that goes where the focus goes; a class of its own says what it takes."""

    def __init__(self, area: QWidget) -> None:
        super().__init__(area)
        self.area = area
        self._watched: QWidget | None = None
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._follow)
            self._follow(None, application.focusWidget())  # what has the focus already

    def _follow(self, _before: QWidget | None, now: QWidget | None) -> None:
        inside = now is not None and (now is self.area or self.area.isAncestorOf(now))
        if self._watched is not None and isValid(self._watched):  # a list may be built anew
            self._watched.removeEventFilter(self)
        self._watched = now if inside else None
        if now is not None and inside:
            now.installEventFilter(self)
