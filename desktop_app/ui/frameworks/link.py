"""Leads from the home page to the frameworks; what is heavy is brought in when somebody goes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from desktop_app.application.services import Services
from desktop_app.ui.app_events import AppEvents
from desktop_app.ui.widgets.paged_window import PagedWindow

if TYPE_CHECKING:
    from .desk import FrameworkDesk


class FrameworksLink(QObject):
    """The way to the frameworks and back.

    Signals:
        left(): the person goes back to the home page.
    """

    left = Signal()

    def __init__(
        self, window: PagedWindow, events: AppEvents, services: Services, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._window = window
        self._events = events
        self._services = services
        self.desk: FrameworkDesk | None = None

    def show(self) -> None:
        """Show the list of frameworks."""
        if self.desk is None:
            from .desk import FrameworkDesk  # noqa: PLC0415 - seldom needed

            self.desk = FrameworkDesk(self._window, self._events, self._services.frameworks, self)
            self.desk.left.connect(self.left)
            self._window.guards.append(self.desk.may_close)
        self.desk.show()

    def close(self) -> None:
        """Lead nowhere any more."""
        if self.desk is not None:
            self._window.guards.remove(self.desk.may_close)
