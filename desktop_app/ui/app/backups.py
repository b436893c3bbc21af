"""What is done for the library beside the work: its check, hourly backups, tidying up."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from desktop_app.domain.changes import Changes
from desktop_app.domain.errors import AppError, LibraryUnusable
from desktop_app.ui import tasks
from desktop_app.ui.app_events import AppEvents

if TYPE_CHECKING:
    from desktop_app.application.outcome import Outcome
    from desktop_app.application.services import Services

EVERY_MS = 60 * 60 * 1000
SHOWN_MS = 100
"""So long after a ballot both screens have shown that it is in."""


class Upkeep(QObject):
    """Check the file once home is shown, and copy it every hour and when a workshop is closed; also
    during a vote, of which no copy holds anything.

    Besides, what was deleted is removed from the file's free parts: that rewrites the file. What a
    ballot leaves for later is done once the room has seen that it is in.

    Signals:
        damage_found(LibraryUnusable): the library that is open cannot be used.
        looked_over(): the file was checked, which may be news of it.
    """

    damage_found = Signal(object)
    looked_over = Signal()

    def __init__(self, events: AppEvents, parent: QObject) -> None:
        super().__init__(parent)
        self._events = events
        self._services: Services | None = None
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._back_up)
        self._shown = QTimer(self)
        self._shown.setSingleShot(True)
        self._shown.timeout.connect(self._finish_ballots)
        events.changed.connect(self._follow)

    def start(self, services: Services) -> None:
        """Check the file, and begin the hour."""
        self._services = services
        self._timer.start(EVERY_MS)
        tasks.run_in_background(services.look_over, self._tell_looked_over, self._tell)

    def stop(self) -> None:
        """Make no more backups."""
        self._timer.stop()
        self._services = None

    def _tell_looked_over(self, _nothing: None) -> None:
        if self._services is not None:
            self.looked_over.emit()

    def _tell(self, error: AppError) -> None:
        if self._services is None:
            return
        if isinstance(error, LibraryUnusable):
            self.damage_found.emit(error)
        else:
            self._events.tell_failure(error)

    def _back_up(self) -> None:
        if self._services is not None:
            # Neither that it is made nor that it was is news.
            tasks.run_in_background(self._services.backup, None, self._events.tell_failure)

    def _finish_ballots(self) -> None:
        if self._services is not None:
            self._services.finish_ballots()

    def _follow(self, outcome: Outcome[object]) -> None:
        if outcome.changes & Changes.BALLOTS and not self._shown.isActive():
            self._shown.start(SHOWN_MS)
        if outcome.changes & Changes.END:
            self._back_up()
        if self._services is not None and self._services.is_untidy():
            tasks.run_in_background(self._services.tidy, None, self._events.tell_failure)
