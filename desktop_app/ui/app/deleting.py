"""Deletes workshops from the library, and from its backups where the person wants that too."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from desktop_app.application.services import Services
from desktop_app.domain.backups import Backup
from desktop_app.domain.errors import AppError
from desktop_app.ui.app_events import AppEvents
from desktop_app.ui.dialogs.delete_workshop import DeleteDialog, kept_words
from desktop_app.ui.dialogs.message import MessageDialog
from desktop_app.words.speech import say


class Deleting(QObject):
    """Asks before a workshop goes, then lets it go."""

    def __init__(
        self, window: QWidget, events: AppEvents, services: Services, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._window = window
        self._events = events
        self._services = services

    def ask(self, ids: tuple[str, ...]) -> None:
        """Ask before workshops are deleted for good."""
        try:
            title = self._services.workshops.record(ids[0]).workshop.title
            held = self._services.copies.holding(*ids)
        except AppError as error:
            self._events.tell_failure(error)
            return
        DeleteDialog.ask_about(self._window, title, ids, held, self._delete)

    def _delete(self, from_backups: object, ids: tuple[str, ...]) -> None:
        workshops, listing = self._services.workshops, self._services.listing
        delete = partial(listing.delete, ids) if len(ids) > 1 else partial(workshops.delete, *ids)
        if self._events.run(delete) is None:
            return
        if from_backups:
            forget = partial(self._services.copies.forget, *ids)
            self._events.run_in_background(forget, self._forgotten)

    def _forgotten(self, still: tuple[Backup, ...]) -> None:
        if still:
            title = say("Some copies still hold the workshop")
            MessageDialog.tell(self._window, title, kept_words(still))
