"""The windows of the open workshop: built when the first one is opened, kept for the next."""

from __future__ import annotations

from contextlib import suppress

from PySide6.QtCore import QObject, Signal

from desktop_app.application.services import Services
from desktop_app.charts.palette import Palette
from desktop_app.domain.errors import AppError
from desktop_app.domain.settings import Settings
from desktop_app.ui.app.announcing import Announcing
from desktop_app.ui.app.ballot_link import BallotLink
from desktop_app.ui.app.closing import Closing
from desktop_app.ui.app.day_link import DayLink
from desktop_app.ui.app.keeping_awake import KeepingAwake
from desktop_app.ui.app.rehearsing import Rehearsing
from desktop_app.ui.app.stage_link import StageLink
from desktop_app.ui.app.stage_memory import StageMemory
from desktop_app.ui.app_events import AppEvents
from desktop_app.ui.console.session import Session
from desktop_app.ui.console.session_view import SessionView
from desktop_app.ui.help.keys import KeysDialog
from desktop_app.ui.preferences import Preferences
from desktop_app.ui.widgets.paged_window import PagedWindow


class OpenWorkshop(QObject):
    """Console page, stage, time and session of the workshop that is open.

    Signals:
        open_requested(str): another workshop shall be opened, as when a rehearsal begins or ends.
    """

    open_requested = Signal(object)

    def __init__(
        self,
        window: PagedWindow,
        events: AppEvents,
        preferences: Preferences,
        palette: Palette,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._window = window
        self._events = events
        self.session: Session | None = None
        self.view = SessionView()
        window.add_page(self.view)
        self.view.doors.menu_requested.connect(window.menu_requested)
        self.view.doors.keys_requested.connect(self._list_keys)
        self.stage = StageLink(window, self.view, palette, self)
        self.stage.dress(palette, preferences.settings)
        events.copied.connect(self.view.tell_copied)
        self.view.side.screen_button.chosen.connect(preferences.keep_projector)
        self.ballot = BallotLink(window, self.view, self.stage, self)
        self.day = DayLink(self.view, self.stage.window, events, preferences, self)
        shown = (self.stage.window, self.ballot.window)
        self.awake = KeepingAwake(self.view.side, *shown, parent=self)
        self._closing = Closing(window, self.stage, self)
        self._announcing = Announcing(window, self)
        self._memory = StageMemory(self)
        self._rehearsing = Rehearsing(self.view, self)
        self._rehearsing.open_requested.connect(self.open_requested)

    def open(self, services: Services, workshop_id: str) -> None:
        """Open a workshop where it stopped; tell where that is not possible."""
        self.leave()
        with suppress(AppError):  # a disk that is full keeps nobody from looking
            services.workshops.go_on_with(workshop_id)
        try:
            self.session = Session(services, self._events, workshop_id, self)
        except AppError as error:
            self._events.tell_failure(error)
            return
        # First, so that the room sees nothing in between.
        self._memory.follow(self.session, services.stopping)
        self.view.show_session(self.session)
        self._rehearsing.follow(self.session, services.rehearsals)
        self._window.show_page(self.view)
        self.stage.follow(self.session)
        self.ballot.follow(self.session)
        self._closing.follow(self.session)
        self._announcing.follow(self.session)
        self.day.follow(self.session, services.timing, services.stopping)

    def leave(self) -> None:
        """Close the workshop that is open."""
        self.view.leave()
        self.day.leave()
        self.ballot.leave()
        self.stage.leave()
        self._rehearsing.leave()
        self._memory.leave()
        self._closing.leave()
        self._events.place = ""
        self._announcing.leave()
        if self.session is not None:
            self.session.deleteLater()
            self.session = None

    def _list_keys(self) -> None:
        KeysDialog.tell(self._window)

    def dress(self, palette: Palette, settings: Settings) -> None:
        """Paint the stage in other colours; the console's widgets follow the application's."""
        self.stage.dress(palette, settings)

    def close(self) -> None:
        """Keep the time and put the stage away; the application ends."""
        self.day.leave()
        self.ballot.close()
        self.stage.close()
        self.awake.stop()
