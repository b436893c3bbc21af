"""What is done with the list of workshops, also with several at once: archive, save, read through.

Lives as long as its library.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog

from desktop_app.application.many_files import save_files
from desktop_app.application.services import Services
from desktop_app.domain.undo import Undo, UndoKind
from desktop_app.ui import tasks
from desktop_app.ui.app.main_window import ConsoleWindow
from desktop_app.ui.app_events import AppEvents
from desktop_app.ui.widgets.file_dialog import file_dialog
from desktop_app.words.speech import say, say_count


class Several(QObject):
    """Do what the list of workshops asks for."""

    def __init__(
        self, window: ConsoleWindow, events: AppEvents, services: Services, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._window = window
        self._home = window.home
        self._events = events
        self._services = services
        self._reads = False
        self._wanted: tuple[str, ...] = ()
        self._home.archive_requested.connect(self._archive)
        self._home.save_requested.connect(self._ask_where)
        self._home.reading_wanted.connect(self._read)

    def _archive(self, ids: Sequence[str], out: object) -> None:
        """Archive workshops, or take them out of the archive."""
        listing = self._services.listing
        self._events.run(listing.take_back if out else listing.archive, ids)

    def _read(self) -> None:
        """Read through all workshops in the background, then search once more."""
        if not self._reads:
            self._reads = True
            tasks.run_in_background(self._services.listing.catch_up, self._found, self._failed)

    def _found(self, _nothing: object) -> None:
        self._reads = False
        self._home.search_again()

    def _failed(self, error: object) -> None:
        """Leave it at what was found: whatever is done next says what is wrong."""
        self._reads = False

    def _ask_where(self, ids: Sequence[str]) -> None:
        self._wanted = tuple(ids)
        dialog = file_dialog(self._window, say("Save workshop files"), "", say("Save here"))
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.fileSelected.connect(self._save)
        dialog.open()

    def _save(self, folder: str) -> None:
        work = partial(save_files, self._services.reports, self._wanted, Path(folder))
        self._events.run_in_background(work, self._tell_saved)

    def _tell_saved(self, files: tuple[Path, ...]) -> None:
        if files:
            text = say_count(
                "{n} workshop file was saved in {folder}.",
                "{n} workshop files were saved in {folder}.",
                len(files),
                folder=files[0].parent,
            )
            self._home.set_notice(text, files[0])


def several_words(undo: Undo) -> str:
    """Say what was just done with workshops of the list, "" for any other act."""
    if undo.kind is UndoKind.WORKSHOPS_DELETED:
        return say_count(
            "{n} workshop is deleted. It goes for good when you close Roundtable.",
            "{n} workshops are deleted. They go for good when you close Roundtable.",
            int(undo.about),
        )
    if undo.kind is UndoKind.WORKSHOPS_ARCHIVED:
        if undo.about:
            return say(
                "“{title}” is archived: out of this list, and still found by searching.",
                title=undo.about,
            )
        return say("They are archived: out of this list, and still found by searching.")
    if undo.kind is UndoKind.WORKSHOPS_TAKEN_BACK:
        if undo.about:
            return say("“{title}” is in the usual list again.", title=undo.about)
        return say("They are in the usual list again.")
    return ""
