"""The library's hourly backup, never in the middle of a vote."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from desktop_app.ui import tasks
from desktop_app.ui.app_events import AppEvents

if TYPE_CHECKING:
    from desktop_app.application.services import Services

EVERY_MS = 60 * 60 * 1000


class HourlyBackup(QObject):
    """Copy the library every hour while no vote is open.

    A copy made in the middle of a vote would hold that round's single ballots.
    """

    def __init__(self, vote_open: Callable[[], bool], events: AppEvents, parent: QObject) -> None:
        super().__init__(parent)
        self._vote_open = vote_open
        self._events = events
        self._services: Services | None = None
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._back_up)

    def start(self, services: Services) -> None:
        """Begin the hour."""
        self._services = services
        self._timer.start(EVERY_MS)

    def stop(self) -> None:
        """Make no more backups."""
        self._timer.stop()
        self._services = None

    def _back_up(self) -> None:
        if self._services is not None and not self._vote_open():
            # Neither that it is made nor that it was is news.
            tasks.run_in_background(self._services.backup, None, self._events.tell_failure)
