"""What leads from home to the other pages and to documents; lives as long as its library."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from desktop_app.application.services import Services
from desktop_app.domain.errors import AppError
from desktop_app.ui.app.deleting import Deleting
from desktop_app.ui.app.documents import Documents
from desktop_app.ui.app.incoming import Incoming
from desktop_app.ui.app.main_window import ConsoleWindow
from desktop_app.ui.app.several import Several
from desktop_app.ui.app_events import AppEvents
from desktop_app.ui.frameworks.link import FrameworksLink
from desktop_app.ui.preferences import Preferences

if TYPE_CHECKING:
    from desktop_app.domain.workshop import Workshop
    from desktop_app.ui.home.preparing import Preparing


class HomeDoors(QObject):
    """The ways from the home page of one library.

    Signals:
        home_requested(): the person comes back from the frameworks.
        prepare_left(): the person comes back from preparing, with the form kept or cancelled.
        open_requested(str): this workshop was brought in or prepared and shall be opened.
    """

    home_requested = Signal()
    prepare_left = Signal()
    open_requested = Signal(object)

    def __init__(
        self,
        window: ConsoleWindow,
        events: AppEvents,
        services: Services,
        preferences: Preferences,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._window = window
        self._events = events
        self._services = services
        self._workshops = services.workshops
        self._rehearsals = services.rehearsals
        self._following = services.following
        self._preferences = preferences
        self._preparing: Preparing | None = None
        self._frameworks = FrameworksLink(window, events, services, self)
        self._deleting = Deleting(window, events, services, self)
        self._several = Several(window, events, services, self)
        self.documents = Documents(window, events, services, self)
        self._incoming = Incoming(window, events, services, self)
        self.documents.follow(preferences)
        self._connect()

    def _connect(self) -> None:
        home, documents = self._window.home, self.documents
        self._frameworks.left.connect(self.home_requested)
        documents.file_chosen.connect(self._bring_in)
        self._incoming.workshop_wanted.connect(self._ask_open)
        self._incoming.frameworks_wanted.connect(self._frameworks.show)
        home.frameworks_requested.connect(self._frameworks.show)
        home.import_requested.connect(documents.ask_import)
        home.copy_requested.connect(self._copy)
        home.follow_requested.connect(self._follow)
        home.rehearse_requested.connect(self._rehearse)
        home.steps_dismissed.connect(self._dismiss_steps)
        home.export_requested.connect(documents.ask_documents)
        home.delete_requested.connect(self._deleting.ask)

    def prepare_new(self) -> None:
        """Show an empty prepare page."""
        self._prepare().prepare_new(self._workshops)

    def prepare_again(self, workshop: Workshop) -> None:
        """Show a workshop's prepare page."""
        self._prepare().prepare_again(self._workshops, workshop)

    def _prepare(self) -> Preparing:
        if self._preparing is None:
            from desktop_app.ui.home.preparing import Preparing  # noqa: PLC0415 - built when needed

            following = self._following
            self._preparing = Preparing(self._window, self._events, following, self)
            self._preparing.begun.connect(self._ask_open)
            self._preparing.rehearsed.connect(self._rehearse)
            self._preparing.left.connect(self.prepare_left)
            self._say_beforehand(self._preparing)
        return self._preparing

    def _say_beforehand(self, preparing: Preparing) -> None:
        from .saying_beforehand import SayingBeforehand  # noqa: PLC0415 - built when needed

        line = preparing.page.beforehand
        saying = SayingBeforehand(line, self._events, self._services, self)
        preparing.shown.connect(saying.show)
        saying.wanted.connect(self._ask_answers)

    def _ask_answers(self, workshop_id: str) -> None:
        """Ask for a file of answers for a workshop; the preview offers that one first."""
        self._incoming.into = workshop_id
        self.documents.ask_import().rejected.connect(self._incoming.forget_into)

    def _copy(self, workshop_id: str) -> None:
        """Show a page for another workshop like this one."""
        try:
            pattern = self._workshops.record(workshop_id).workshop
        except AppError as error:
            self._events.tell_failure(error)
            return
        self._prepare().prepare_copy(self._workshops, pattern)

    def _follow(self, workshop_id: str) -> None:
        """Show a page for a workshop that follows this one."""
        try:
            self._prepare().prepare_follow(self._workshops, workshop_id)
        except AppError as error:
            self._events.tell_failure(error)

    def _rehearse(self, workshop_id: str) -> None:
        """Try a workshop with pretend ballots."""
        made = self._events.run(self._rehearsals.begin, workshop_id)
        if made is not None:
            self._ask_open(made.value)

    def _dismiss_steps(self) -> None:
        """Show the first steps no more, on no later start either."""
        self._preferences.set(first_steps=False)
        self._window.home.first_steps = False
        self.home_requested.emit()

    def _bring_in(self, path: Path) -> None:
        """Look at a file that was chosen, then bring in what it holds."""
        self._window.bring((path,))

    def _ask_open(self, workshop_id: str) -> None:
        self.open_requested.emit(workshop_id)

    def close(self) -> None:
        """Lead nowhere any more."""
        self._frameworks.close()
        self.deleteLater()
