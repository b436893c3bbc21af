"""What the menu does for the laptop, and for whoever has a problem."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication

from desktop_app.ui.app.reporting import Reporting
from desktop_app.ui.help.about import AboutDialog
from desktop_app.ui.help.readiness import Finding, findings
from desktop_app.ui.help.ready import ReadyDialog
from desktop_app.words.speech import say

if TYPE_CHECKING:
    from datetime import datetime

    from desktop_app.ui.app.commanded import Commanded

LOG_FOLDER = "logs"


class Caring(QObject):
    """Commands for the laptop: is it ready, where the data are, report a problem."""

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
