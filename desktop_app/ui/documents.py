"""Files in and out: asks where, works in the background, tells what came of it."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QStandardPaths, Qt, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from desktop_app.application.outcome import Outcome
from desktop_app.application.reports import SUFFIXES, SUMMARY, file_name
from desktop_app.application.services import Services
from desktop_app.domain.errors import AppError
from desktop_app.domain.workshop import Workshop
from desktop_app.ui import tasks
from desktop_app.ui.app_events import AppEvents
from desktop_app.ui.dialogs.confirm import ConfirmDialog


class Documents(QObject):
    """Exports, imports and deletions that a person asks for.

    Signals:
        saved(Path): a document was written.
        imported(str): a workshop was made from a file; its id.
    """

    saved = Signal(object)
    imported = Signal(object)

    def __init__(
        self, window: QWidget, events: AppEvents, services: Services, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._window = window
        self._events = events
        self._services = services
        self._wanted = ("", "")
        documents = QStandardPaths.StandardLocation.DocumentsLocation
        self._folder = Path(QStandardPaths.writableLocation(documents) or ".")

    @property
    def folder(self) -> Path:
        """Return the folder that is offered first."""
        return self._folder

    def start_in(self, folder: Path) -> None:
        """Offer this folder first, if there still is such a one."""
        if folder.is_dir():
            self._folder = folder

    def ask_export(self, workshop: Workshop, kind: str) -> QFileDialog:
        """Ask where a document goes, then write it."""
        self._wanted = (workshop.id, kind)
        dialog = self._dialog(self.tr("Save as"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(SUFFIXES[kind])
        dialog.selectFile(file_name(workshop, kind))
        dialog.fileSelected.connect(self._export)
        dialog.open()
        return dialog

    def ask_summary(self, workshop_id: str) -> None:
        """Ask where the summary of a workshop in the library goes, then write it."""
        workshop = self._workshop(workshop_id)
        if workshop is not None:
            self.ask_export(workshop, SUMMARY)

    def ask_import(self) -> QFileDialog:
        """Ask for a file of ballots, then make a workshop of it."""
        dialog = self._dialog(self.tr("Import ballots"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilters([self.tr("Ballots (*.csv)"), self.tr("All files (*)")])
        dialog.fileSelected.connect(self._import)
        dialog.open()
        return dialog

    def ask_delete(self, workshop_id: str) -> None:
        """Ask before a workshop is deleted for good."""
        workshop = self._workshop(workshop_id)
        if workshop is None:
            return
        ConfirmDialog.ask(
            self._window,
            self.tr("Delete “{title}”?").format(title=workshop.title),
            self.tr(
                "Its votes, notes and next steps are removed from this laptop’s library when you "
                "close Roundtable; until then you can undo this. "
                "Backups made earlier still hold it until newer ones replace them."
            ),
            self.tr("Delete the workshop"),
            self._delete,
            subject=workshop_id,
            danger=True,
        )

    def _workshop(self, workshop_id: str) -> Workshop | None:
        try:
            return self._services.workshops.record(workshop_id).workshop
        except AppError as error:
            self._events.failed.emit(error)
            return None

    def _dialog(self, title: str) -> QFileDialog:
        dialog = QFileDialog(self._window, title, str(self._folder))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        return dialog

    def _export(self, chosen: str) -> None:
        target = Path(chosen)
        self._folder = target.parent
        workshop_id, kind = self._wanted
        self._events.busy.emit(self.tr("Writing the document"))
        work = partial(self._services.reports.write, workshop_id, kind, target)
        tasks.run_in_background(work, self._exported, self._failed)

    def _exported(self, target: Path) -> None:
        self._events.busy.emit("")
        self.saved.emit(target)

    def _import(self, chosen: str) -> None:
        path = Path(chosen)
        self._folder = path.parent
        self._events.busy.emit(self.tr("Reading the ballots"))
        tasks.run_in_background(
            partial(self._services.library.import_ballots, path), self._made, self._failed
        )

    def _made(self, outcome: Outcome[str]) -> None:
        self._events.busy.emit("")
        self._events.changed.emit(outcome.changes)
        self.imported.emit(outcome.value)

    def _failed(self, error: Exception) -> None:
        self._events.busy.emit("")
        if not isinstance(error, AppError):
            raise error
        self._events.failed.emit(error)

    def _delete(self, _answer: object, workshop_id: str) -> None:
        self._events.run(self._services.workshops.delete, workshop_id)
