"""The copy of the whole library: to a place that is chosen, then there again at a click."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog

from desktop_app.domain.errors import AppError
from desktop_app.domain.library_file import SUFFIX
from desktop_app.ui import tasks
from desktop_app.ui.widgets.file_dialog import all_files, file_dialog, file_filter
from desktop_app.words.library_copies import copied_when, copy_name, copy_names
from desktop_app.words.printing_day import local_day
from desktop_app.words.speech import say

if TYPE_CHECKING:
    from desktop_app.ui.app.commanded import Commanded


class BackingUp(QObject):
    """Copy everything to a folder, remember which one, and bring it back from there."""

    def __init__(self, desktop: Commanded, parent: QObject) -> None:
        super().__init__(parent)
        self._desktop = desktop
        self._under_way = False
        desktop.window.home.backup_wanted.connect(self.copy_again)
        self._show_last()

    @property
    def _remembered(self) -> str:
        return self._desktop.preferences.settings.backup_folder

    def ask_copy(self) -> None:
        """Ask where a copy of the whole library goes, then write and check it."""
        dialog = self._dialog(say("Copy everything to a stick"), say("Copy"), saving=True)
        dialog.setDefaultSuffix(SUFFIX.lstrip("."))
        dialog.selectFile(copy_name() + SUFFIX)
        dialog.fileSelected.connect(self._copy)
        dialog.open()

    def _copy(self, chosen: str) -> None:
        services = self._desktop.services
        if services is not None:
            self._run(partial(services.whole.copy, Path(chosen)))

    def copy_again(self) -> None:
        """Copy everything to the folder that was chosen last, beside what lies there."""
        services = self._desktop.services
        if services is not None and self._remembered and not self._under_way:
            self._run(partial(services.whole.copy_into, Path(self._remembered), copy_names()))

    def _run(self, work: partial[Path]) -> None:
        tasks.run_in_background(work, self._tell_copied, self._tell_failure, self._show_busy)

    def _show_busy(self, busy: bool) -> None:
        self._under_way = busy

    def _tell_failure(self, error: AppError) -> None:
        self._desktop.events.tell_failure(error)

    def _tell_copied(self, path: Path) -> None:
        folder, day = str(path.absolute().parent), local_day().isoformat()
        self._desktop.preferences.remember(backup_folder=folder, backed_up=day)
        self._show_last()
        self._desktop.window.tell(say("Copied and checked: {path}", path=path))

    def _show_last(self) -> None:
        """Say on home when the library was copied last, and where to."""
        if self._remembered:
            settings = self._desktop.preferences.settings
            words = copied_when(settings.backed_up, Path(self._remembered), local_day())
            self._desktop.window.home.show_backup(words, self._remembered)

    def ask_bring_back(self) -> None:
        """Ask for such a copy; what is in it is shown before anything comes in."""
        dialog = self._dialog(say("Bring back from a stick"), say("Open"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilters([file_filter(say("Libraries"), f"*{SUFFIX}"), all_files()])
        dialog.fileSelected.connect(self._bring)
        dialog.open()

    def _bring(self, chosen: str) -> None:
        self._desktop.window.bring((Path(chosen),))

    def _dialog(self, title: str, accept: str, *, saving: bool = False) -> QFileDialog:
        documents = self._desktop.documents
        usual = str(documents.folder) if documents is not None else ""
        folder = self._remembered if Path(self._remembered).is_dir() else ""
        return file_dialog(self._desktop.window, title, folder or usual, accept, saving=saving)
