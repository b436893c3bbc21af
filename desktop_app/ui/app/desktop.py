"""The application on the screen: opens the library, moves between pages, ends cleanly."""

from __future__ import annotations

import gc
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QTimer, Signal

from desktop_app.charts.palette import LIGHT, Palette
from desktop_app.domain.changes import Changes
from desktop_app.domain.errors import AppError, LibraryUnusable
from desktop_app.domain.settings import Settings
from desktop_app.ui import tasks
from desktop_app.ui.app.backups import Upkeep
from desktop_app.ui.app.home_link import HomeLink
from desktop_app.ui.app.main_window import ConsoleWindow
from desktop_app.ui.app.trouble import LibraryTrouble
from desktop_app.ui.app_events import AppEvents
from desktop_app.ui.preferences import Preferences
from desktop_app.ui.window_place import bring_forward, kept_place, restore
from desktop_app.words.speech import said, say

if TYPE_CHECKING:  # these pages are built after the first paint
    from desktop_app.application.outcome import Outcome
    from desktop_app.application.services import Services
    from desktop_app.domain.ports import Awake
    from desktop_app.domain.summaries import WorkshopLines
    from desktop_app.ui.app.documents import Documents
    from desktop_app.ui.app.home_doors import HomeDoors
    from desktop_app.ui.app.open_workshop import OpenWorkshop
    from desktop_app.ui.app.stage_link import StageLink
    from desktop_app.ui.console.session import Session
    from desktop_app.ui.console.session_view import SessionView
    from desktop_app.ui.paper.wish import Wish

Glance = Callable[[], "WorkshopLines | None"]
OpenServices = Callable[[], "Services"]


class Desktop(QObject):
    """Everything that lives as long as the application.

    Signals:
        library_shown(): the home list is filled.
        ended(): the last window was closed.
    """

    library_shown = Signal()
    ended = Signal()

    def __init__(
        self,
        open_services: OpenServices,
        data_dir: Path,
        palette: Palette = LIGHT,
        parent: QObject | None = None,
        *,
        preferences: Preferences | None = None,
    ) -> None:
        super().__init__(parent)
        self.preferences = preferences or Preferences()
        self.preferences.setParent(self)
        self._open_services = open_services
        self.data_dir, self.trouble = data_dir, LibraryTrouble(data_dir, self)
        self._palette = palette
        self.glance: Glance | None = None
        self.awake: Callable[[], Awake] | None = None
        self.services: Services | None = None
        self.opened: OpenWorkshop | None = None
        self._doors: HomeDoors | None = None
        self.open_sample_first = False
        self.events = AppEvents(self)
        self.window = ConsoleWindow()
        restore(self.window, self.preferences.settings)
        self.window.home.first_steps = self.preferences.settings.first_steps
        self._upkeep = Upkeep(self.events, self)
        self._home = HomeLink(self.window, self.events, self)
        self._connect()

    def _connect(self) -> None:
        home = self.window.home
        home.new_requested.connect(self.prepare_new)
        home.open_requested.connect(self.open_workshop)
        home.sample_requested.connect(self.open_sample)
        self.trouble.retry_requested.connect(self.open_library)
        self.trouble.restored.connect(self._open_restored)
        self.trouble.quit_requested.connect(self.end)
        self.window.closing.connect(self.end)
        _KeptState(self.window, self.preferences, self)
        self.events.changed.connect(self._follow)
        self.events.failed.connect(self.tell_failure)
        self.preferences.changed.connect(self._dress)
        self.events.busy.connect(self.window.show_busy)
        self._upkeep.damage_found.connect(self._give_up_library)
        self._upkeep.looked_over.connect(self._home.tell_news)

    # -- the library ------------------------------------------------------------------------

    def start(self) -> None:
        """Show the window at once and open the library in the next turns of the event loop."""
        self.window.home.show_loading()
        self.window.show()
        QTimer.singleShot(0, self._show_glance)

    def _show_glance(self) -> None:
        """Show the library's lines before it is open: opening loads the database's code."""
        try:
            if seen := self.glance and self.glance():
                self.window.home.show_workshops(seen)
                _paint_now(self.window)
        finally:  # whatever a glance came to, the library opens or says why not
            QTimer.singleShot(0, self.open_library)
            QTimer.singleShot(0, gc.enable)  # once that is done; it rests while we start

    def come_forward(self) -> None:
        """Bring the window to the front, as when the application is started a second time."""
        bring_forward(self.trouble.window or self.window)

    def open_library(self) -> None:
        """Open the library and fill the home page; say what to do where that is not possible."""
        self.services = self.trouble.opened(self._open_services, self._home.show_library)
        if self.services is None:
            self.window.hide()
            return
        if self.trouble.close():
            self.window.show()
        self.window.press_by_enter()
        self._upkeep.start(self.services)
        self._open_doors(self.services)
        self.library_shown.emit()
        if self.services.lost_votes:
            _tell_lost_votes(self.window, self.services)
        if self.open_sample_first:
            self.open_sample()

    def _give_up_library(self, error: LibraryUnusable) -> None:
        """Leave a library that turned out to be damaged as it is, and say the way out."""
        services, self.services = self.services, None
        self._upkeep.stop()
        if self.opened is not None:
            self.opened.leave()
        self._close_doors()
        self.events.forget_undo()
        if services is not None:
            services.let_go()
        self.window.show_page(self.window.home)
        self.window.hide()
        self.trouble.show(error)

    def _show_library(self) -> None:
        if self.services is not None:
            self._home.show_library(self.services)

    def _open_restored(self, done: str) -> None:
        """Open the library that was put back from its backup, and say so."""
        self.open_library()
        if self.services is not None:
            self.trouble.tell_restored(self.window, done)

    # -- pages ------------------------------------------------------------------------------

    def show_home(self) -> None:
        """Show the home page with the library as it is now."""
        if self.opened is not None:
            self.opened.leave()
        self._show_library()
        self.window.show_page(self.window.home)

    def prepare_new(self) -> None:
        """Show an empty prepare page."""
        if self._doors is not None:
            self._doors.prepare_new()

    def prepare_again(self) -> None:
        """Show the open workshop's prepare page."""
        if self._doors is not None and self.session is not None:
            self._doors.prepare_again(self.session.record.workshop)

    def open_workshop(self, workshop_id: str) -> None:
        """Open a workshop where it stopped."""
        if self.services is not None:
            self._open().open(self.services, workshop_id)

    def open_sample(self) -> None:
        """Add a fresh sample workshop and open it."""
        if self.services is not None:
            made = self.events.run(self.services.library.add_sample)
            if made is not None:
                self.open_workshop(made.value)

    def _open(self) -> OpenWorkshop:
        if self.opened is None:
            from desktop_app.ui.app.open_workshop import OpenWorkshop  # noqa: PLC0415

            own = (self.window, self.events, self.preferences, self._palette)
            self.opened = OpenWorkshop(*own, self)
            self.opened.awake.use(self.awake() if self.awake is not None else None)
            self.opened.open_requested.connect(self.open_workshop)
            doors = self.opened.view.doors
            doors.home_requested.connect(self.show_home)
            doors.prepare_requested.connect(self.prepare_again)
            doors.export_requested.connect(self._export)
        return self.opened

    @property
    def session(self) -> Session | None:
        """Return the open workshop, or None."""
        return self.opened.session if self.opened is not None else None

    @property
    def view(self) -> SessionView | None:
        """Return the console's page of the open workshop, once there was one."""
        return self.opened.view if self.opened is not None else None

    @property
    def stage(self) -> StageLink | None:
        """Return the stage, once a workshop was opened."""
        return self.opened.stage if self.opened is not None else None

    @property
    def documents(self) -> Documents | None:
        """Return what makes documents, while a library is open."""
        return self._doors.documents if self._doors is not None else None

    def _open_doors(self, services: Services) -> None:
        from desktop_app.ui.app.home_doors import HomeDoors  # noqa: PLC0415
        from desktop_app.ui.app.menus import Menus  # noqa: PLC0415

        self._close_doors()
        doors = HomeDoors(self.window, self.events, services, self.preferences, self)
        doors.home_requested.connect(self.show_home)
        doors.prepare_left.connect(self._leave_prepare)
        doors.open_requested.connect(self.open_workshop)
        doors.documents.saved.connect(self._tell_saved)
        self._doors = doors
        Menus(self, doors)

    def _close_doors(self) -> None:
        doors, self._doors = self._doors, None
        if doors is not None:
            doors.close()

    def _leave_prepare(self) -> None:
        if self.session is not None:
            self.open_workshop(self.session.workshop_id)
        else:
            self.show_home()

    def _export(self, wish: Wish) -> None:
        if self.documents is not None and self.session is not None:
            self.documents.grant(self.session.record.workshop, wish)

    def _tell_saved(self, path: Path, told: str) -> None:
        if self.view is not None and self.window.page is self.view:
            self.view.tell_saved(told)
        else:
            self.window.home.set_notice(told, path)

    def _follow(self, outcome: Outcome[object]) -> None:
        if outcome.changes & Changes.LIBRARY and self.window.page is self.window.home:
            self._show_library()

    def _dress(self, settings: Settings) -> None:
        from desktop_app.ui.theme import apply_settings  # noqa: PLC0415

        self._palette = apply_settings(self._palette, settings)
        if self.opened is not None:
            self.opened.dress(self._palette, settings)

    def tell_failure(self, error: AppError) -> None:
        """Say in one sentence what could not be done."""
        from desktop_app.ui.dialogs.message import MessageDialog  # noqa: PLC0415

        if self.stage is not None:
            self.stage.bring_console()
        MessageDialog.tell(self.window, say("That did not work"), said(error))

    def end(self) -> None:
        """Finish background work, close the library cleanly, and tell that it is over."""
        self._upkeep.stop()
        self.preferences.set(**kept_place(self.window))
        if self.opened is not None:
            self.opened.close()
        tasks.finish()
        if self.services is not None:
            self.services.close()
            self.services = None
        self.trouble.close()
        self.ended.emit()


class _KeptState(QObject):
    """Keeps at once whether the window is maximised: the day may end without a close."""

    def __init__(self, window: ConsoleWindow, preferences: Preferences, parent: QObject) -> None:
        super().__init__(parent)
        self._window, self._preferences = window, preferences
        window.state_changed.connect(self._keep)

    def _keep(self) -> None:
        self._preferences.remember(console_maximised=self._window.isMaximized())


def _paint_now(window: ConsoleWindow) -> None:
    """Place and paint what is new on a window before anything else happens."""
    QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)
    window.repaint()


def _tell_lost_votes(window: ConsoleWindow, services: Services) -> None:
    from desktop_app.ui.dialogs.message import MessageDialog  # noqa: PLC0415

    lost = " ".join(said(sentence) for sentence in services.lost_votes)
    MessageDialog.tell(window, say("Ballots that cannot be read"), lost)
