"""What is done for the library in the background: hourly backups, and tidying up deletions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from desktop_app.ui import tasks
from desktop_app.ui.app_events import AppEvents

if TYPE_CHECKING:
    from desktop_app.application.services import Services

EVERY_MS = 60 * 60 * 1000


class Upkeep(QObject):
    """Copy the library every hour, also during a vote, of which no copy holds anything.

    Besides, what was deleted is removed from the file's free parts: that rewrites the file.
    """

    def __init__(self, events: AppEvents, parent: QObject) -> None:
        super().__init__(parent)
        self._events = events
        self._services: Services | None = None
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._back_up)
        events.changed.connect(self._tidy)

    def start(self, services: Services) -> None:
        """Begin the hour."""
        self._services = services
        self._timer.start(EVERY_MS)

    def stop(self) -> None:
        """Make no more backups."""
        self._timer.stop()
        self._services = None

    def _back_up(self) -> None:
        if self._services is not None:
            # Neither that it is made nor that it was is news.
            tasks.run_in_background(self._services.backup, None, self._events.tell_failure)

    def _tidy(self) -> None:
        if self._services is not None and self._services.is_untidy():
            tasks.run_in_background(self._services.tidy, None, self._events.tell_failure)
