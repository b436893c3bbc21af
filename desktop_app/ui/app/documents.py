"""Files in and out: asks where, works in the background, tells what came of it."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, QObject, QStandardPaths, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget

from desktop_app.application.pack import Pack
from desktop_app.application.reports import file_name
from desktop_app.application.services import Services
from desktop_app.documents.kinds import DocumentKind
from desktop_app.documents.mail import Mail
from desktop_app.domain.errors import AppError
from desktop_app.domain.printing import PrintOptions
from desktop_app.domain.summaries import WorkshopStatus
from desktop_app.domain.workshop import Workshop
from desktop_app.ui.app.incoming import patterns
from desktop_app.ui.app_events import AppEvents
from desktop_app.ui.dialogs.export import ExportDialog
from desktop_app.ui.paper.wish import FOR_THE_DAY, Act, Wish
from desktop_app.ui.preferences import Preferences
from desktop_app.ui.widgets.file_dialog import all_files, file_dialog, file_filter
from desktop_app.words.saved import saved_words
from desktop_app.words.speech import say

if TYPE_CHECKING:  # printing is loaded when somebody looks at pages
    from desktop_app.ui.paper.preview import PreviewWindow


def usual_folder(documents: Path) -> Path:
    """Return the folder offered first of all: the person's documents, or home without them."""
    return documents if documents.is_dir() else Path.home()


class Documents(QObject):
    """Exports and imports that a person asks for.

    Signals:
        saved(Path, str): a document, or the folder that holds several, was written; the words
            say where, how many, and what was left out.
        file_chosen(Path): this file shall be brought in.
    """

    saved = Signal(object, str)
    file_chosen = Signal(object)

    def __init__(
        self, window: QWidget, events: AppEvents, services: Services, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._window = window
        self._events = events
        self._services = services
        self._wanted: tuple[Workshop, DocumentKind] | None = None
        self._options = PrintOptions()
        self._preferences = Preferences(parent=self)
        documents = QStandardPaths.StandardLocation.DocumentsLocation
        self._folder = usual_folder(Path(QStandardPaths.writableLocation(documents) or "."))

    @property
    def folder(self) -> Path:
        """Return the folder that is offered first."""
        return self._folder

    def follow(self, preferences: Preferences) -> None:
        """Offer first the folder and the logo that were used last, where they still are."""
        self._preferences = preferences
        folder = preferences.settings.folder
        if folder and Path(folder).is_dir():
            self._folder = Path(folder)

    def _usual_options(self) -> PrintOptions:
        logo = self._preferences.settings.logo
        return PrintOptions(logo=Path(logo) if logo and Path(logo).is_file() else None)

    def grant(self, workshop: Workshop, wish: Wish) -> None:
        """Do what a page wants done with a workshop's documents."""
        self._options = self._usual_options()
        if wish.act is Act.SAVE:
            self.ask_export(workshop, wish.kinds[0])
        elif wish.act is Act.LOOK:
            self.look(workshop, wish.kinds[0])
        elif wish.act is Act.COPY:
            work = partial(self._services.reports.mail, workshop.id)
            self._events.run_in_background(work, self._copied)
        else:
            self.choose(workshop, wish.kinds)

    def ask_export(self, workshop: Workshop, kind: DocumentKind) -> QFileDialog:
        """Ask where a document goes, then write it."""
        self._wanted = (workshop, kind)
        dialog = self._dialog(say("Save as"), say("Save"), saving=True)
        dialog.setDefaultSuffix(kind.about.suffix)
        dialog.selectFile(file_name(workshop, kind))
        dialog.fileSelected.connect(self._export)
        dialog.open()
        return dialog

    def look(
        self,
        workshop: Workshop,
        kind: DocumentKind = DocumentKind.SUMMARY,
        parent: QWidget | None = None,
    ) -> PreviewWindow:
        """Show a document's pages, to be printed or saved from there."""
        from desktop_app.ui.paper.preview import PreviewWindow  # noqa: PLC0415

        self._wanted = (workshop, kind)
        reports = self._services.reports
        window = PreviewWindow.ask(parent or self._window, reports, workshop, kind, self._options)
        window.save_requested.connect(self._save_seen)
        return window

    def choose(
        self, workshop: Workshop, kinds: tuple[DocumentKind, ...] = (DocumentKind.SUMMARY,)
    ) -> ExportDialog:
        """Ask which documents are wanted and where, then write them."""
        self._wanted = (workshop, DocumentKind.SUMMARY)
        dialog = ExportDialog.ask(
            self._window,
            self._services.reports,
            workshop,
            self._folder,
            self._saved,
            kinds=kinds,
            options=self._usual_options(),
        )
        dialog.logo_chosen.connect(self._preferences.keep_logo)
        dialog.preview_requested.connect(self._look_from)
        return dialog

    def ask_documents(self, workshop_id: str) -> None:
        """Ask which documents of a workshop in the library are wanted, then write them."""
        workshop = self._workshop(workshop_id)
        if workshop is not None:
            before = workshop.status is WorkshopStatus.PREPARED
            self.choose(workshop, FOR_THE_DAY if before else (DocumentKind.SUMMARY,))

    def ask_import(self) -> QFileDialog:
        """Ask for a file of ballots or a workshop, then make a workshop of it."""
        dialog = self._dialog(say("Import"), say("Open"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        known = file_filter(say("Workshops, ballots and frameworks"), patterns())
        dialog.setNameFilters([known, all_files()])
        dialog.fileSelected.connect(self._import)
        dialog.open()
        return dialog

    def _workshop(self, workshop_id: str) -> Workshop | None:
        try:
            return self._services.workshops.record(workshop_id).workshop
        except AppError as error:
            self._events.tell_failure(error)
            return None

    def _dialog(self, title: str, accept: str, *, saving: bool = False) -> QFileDialog:
        parent = QApplication.activeModalWidget() or self._window
        return file_dialog(parent, title, str(self._folder), accept, saving=saving)

    def _save_seen(self, kind: DocumentKind) -> None:
        if self._wanted is not None:
            self.ask_export(self._wanted[0], kind)

    def _look_from(self, kind: DocumentKind) -> None:
        """Show pages over the dialog that offers them."""
        dialog = QApplication.activeModalWidget()
        if self._wanted is not None and isinstance(dialog, ExportDialog):
            self._options = dialog.options
            self.look(self._wanted[0], kind, dialog)

    def _export(self, chosen: str) -> None:
        if self._wanted is None:
            return
        target = Path(chosen)
        self._folder = target.parent
        workshop, kind = self._wanted
        work = partial(self._write, workshop.id, kind, target)
        self._events.run_in_background(work, self._exported)

    def _write(self, workshop_id: str, kind: DocumentKind, target: Path) -> tuple[Path, str]:
        reports = self._services.reports
        written = reports.write(workshop_id, kind, target, self._options)
        return written, reports.left_out(workshop_id, (kind,))

    def _copied(self, mail: Mail) -> None:
        """Put an e-mail's text on the clipboard in both forms; programs take the one they can."""
        both = QMimeData()
        both.setText(mail.plain)
        both.setHtml(mail.html)
        QGuiApplication.clipboard().setMimeData(both)
        self._events.tell_copied()

    def _exported(self, written: tuple[Path, str]) -> None:
        target, left_out = written
        self._preferences.set(folder=str(target.parent))
        self.saved.emit(target, saved_words(target, left_out=left_out))

    def _saved(self, pack: Pack, _workshop_id: object) -> None:
        if pack.place is None:
            return
        self._folder = pack.folder
        self._preferences.set(folder=str(pack.folder))
        place = pack.files[0] if len(pack.files) == 1 else pack.place
        told = saved_words(place, pack.documents, left_out=pack.left_out)
        self.saved.emit(place, told)

    def _import(self, chosen: str) -> None:
        path = Path(chosen)
        self._folder = path.parent
        self.file_chosen.emit(path)
