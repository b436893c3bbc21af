"""Several tables' files chosen, looked at, and made one workshop."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog

from desktop_app.ui import tasks
from desktop_app.ui.app.incoming import WORKSHOP
from desktop_app.ui.dialogs.join_tables import JoinTablesDialog
from desktop_app.ui.widgets.file_dialog import all_files, file_dialog, file_filter
from desktop_app.words.speech import say

if TYPE_CHECKING:
    from desktop_app.application.joining import Joined
    from desktop_app.application.outcome import Outcome
    from desktop_app.ui.app.commanded import Commanded


class JoiningTables(QObject):
    """Make one workshop of the files of breakout groups."""

    def __init__(self, desktop: Commanded, parent: QObject) -> None:
        super().__init__(parent)
        self._desktop = desktop

    def ask(self) -> QFileDialog:
        """Ask for the tables' files, all at once."""
        window = self._desktop.window
        dialog = file_dialog(window, say("Join tables: choose all their files"), "", say("Look"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        dialog.setNameFilters([file_filter(say("Workshops"), f"*{WORKSHOP}"), all_files()])
        dialog.filesSelected.connect(self._look)
        dialog.open()
        return dialog

    def _look(self, chosen: list[str]) -> None:
        services = self._desktop.services
        if services is not None:
            work = partial(services.joining.look, [Path(one) for one in chosen])
            events, busy = self._desktop.events, self._desktop.window.show_busy
            tasks.run_in_background(work, self._show, events.tell_failure, busy)

    def _show(self, joined: Joined) -> None:
        JoinTablesDialog.ask(self._desktop.window, joined, self._take)

    def _take(self, title: str, joined: Joined) -> None:
        services = self._desktop.services
        if services is not None:
            work = partial(services.joining.take, joined, title)
            self._desktop.events.run_in_background(work, self._joined)

    def _joined(self, outcome: Outcome[str]) -> None:
        desktop = self._desktop
        desktop.events.announce(outcome)
        if desktop.services is not None:
            title = desktop.services.workshops.record(outcome.value).workshop.title
            desktop.window.tell(say("“{title}” is in your library now.", title=title))
