"""What the menu does for the laptop and the library as a whole, and for whoever has a problem."""

from __future__ import annotations

from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QFileDialog

from desktop_app.ui.app.incoming import LIBRARY
from desktop_app.ui.app.reporting import Reporting
from desktop_app.ui.help.about import AboutDialog
from desktop_app.ui.help.readiness import Finding, findings
from desktop_app.ui.help.ready import ReadyDialog
from desktop_app.ui.widgets.file_dialog import all_files, file_dialog, file_filter
from desktop_app.words.speech import say

if TYPE_CHECKING:
    from datetime import datetime

    from desktop_app.ui.app.commanded import Commanded

LOG_FOLDER = "logs"


class Caring(QObject):
    """Commands for the laptop: is it ready, where the data are, carry them, report a problem."""

    def __init__(self, desktop: Commanded, parent: QObject) -> None:
        super().__init__(parent)
        self._desktop = desktop
        self._reporting = Reporting(desktop.window, desktop.data_dir / LOG_FOLDER, self)
        self._reporting.saved.connect(self._tell_saved)
        self._reporting.failed.connect(desktop.events.tell_failure)

    def show_readiness(self) -> None:
        """Show whether this laptop is ready for the day."""
        ReadyDialog.tell(self._desktop.window, self._find)

    def _find(self) -> tuple[Finding, ...]:
        desktop = self._desktop
        projector = desktop.preferences.settings.projector
        own = desktop.window.screen()
        return tuple(findings(own, projector, desktop.data_dir, self._touched()))

    def _touched(self) -> datetime | None:
        services = self._desktop.services
        if services is None:
            return None
        lines = services.workshops.lines()
        first = lines[0] if len(lines) else None
        return first.updated_at if first is not None else None

    def open_folder(self) -> None:
        """Open the folder that holds everything, and say where it is."""
        folder = self._desktop.data_dir
        if QGuiApplication.platformName() != "offscreen":  # nobody would see it there
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))
        self._desktop.window.tell(say("Your workshops are kept in {folder}", folder=folder))

    # -- the whole library ------------------------------------------------------------------

    def ask_copy(self) -> None:
        """Ask where a copy of the whole library goes, then write and check it."""
        dialog = self._dialog(say("Copy everything to a stick"), say("Copy"), saving=True)
        dialog.setDefaultSuffix(LIBRARY.lstrip("."))
        today = date.today().isoformat()  # noqa: DTZ011 - the day as the laptop has it
        dialog.selectFile(say("Roundtable library {day}", day=today) + LIBRARY)
        dialog.fileSelected.connect(self._copy)
        dialog.open()

    def _copy(self, chosen: str) -> None:
        services = self._desktop.services
        if services is not None:
            work = partial(services.whole.copy, Path(chosen))
            self._desktop.events.run_in_background(work, self._tell_copied)

    def _tell_copied(self, path: Path) -> None:
        self._desktop.window.tell(say("Copied and checked: {path}", path=path))

    def ask_bring_back(self) -> None:
        """Ask for such a copy; what is in it is shown before anything comes in."""
        dialog = self._dialog(say("Bring back from a stick"), say("Open"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilters([file_filter(say("Libraries"), f"*{LIBRARY}"), all_files()])
        dialog.fileSelected.connect(self._bring)
        dialog.open()

    def _bring(self, chosen: str) -> None:
        self._desktop.window.bring((Path(chosen),))

    # -- problems ---------------------------------------------------------------------------

    def show_report(self) -> None:
        """Show what would be told of a problem, to be kept as a file."""
        self._reporting.show_report()

    def _tell_saved(self, path: Path) -> None:
        self._desktop.window.tell(say("Saved: {path}", path=path))

    def show_about(self) -> None:
        """Show version, content, sources and licences."""
        services = self._desktop.services
        if services is not None:
            AboutDialog.tell(self._desktop.window, services.frameworks.all()[0])

    def _dialog(self, title: str, accept: str, *, saving: bool = False) -> QFileDialog:
        documents = self._desktop.documents
        folder = str(documents.folder) if documents is not None else ""
        return file_dialog(self._desktop.window, title, folder, accept, saving=saving)
