"""Tells on the console what happened to the library itself while it is open."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from desktop_app.ui.app.main_window import ConsoleWindow
from desktop_app.ui.app_events import AppEvents
from desktop_app.words.speech import said_together

if TYPE_CHECKING:
    from desktop_app.application.services import Services


class LibraryNews(QObject):
    """Ask for news after each change, and let the window tell it."""

    def __init__(self, window: ConsoleWindow, events: AppEvents, parent: QObject) -> None:
        super().__init__(parent)
        self._window = window
        self._services: Services | None = None
        events.changed.connect(self.tell)

    def follow(self, services: Services) -> None:
        """Tell of this library from now on, what is known already included."""
        self._services = services
        self.tell()

    def tell(self) -> None:
        """Say in the window what is new."""
        news = self._services.rescuing.news() if self._services is not None else ()
        if news:
            self._window.tell(said_together(news))
