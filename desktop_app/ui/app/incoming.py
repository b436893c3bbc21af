"""Files that are opened with Roundtable: looked at, agreed to, and only then brought in.

However they come: chosen, dropped on the window, named in the call, handed over by a second start.
One after another, and never over a question that is open or a person at the ballot.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TypeVar, cast

from PySide6.QtCore import QMimeData, QObject, QTimer, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QDialog

from desktop_app.answers.reading import Reading
from desktop_app.application.frameworks import Kept
from desktop_app.application.moving import Again, Arrival
from desktop_app.application.outcome import Outcome
from desktop_app.application.services import Services
from desktop_app.documents.kinds import DocumentKind
from desktop_app.domain import library_file
from desktop_app.domain.answer_table import AnswerTable
from desktop_app.domain.errors import AppError, FileProblem
from desktop_app.domain.library_file import Brought, LibraryFile
from desktop_app.domain.progress_form import filled_in, form_of
from desktop_app.domain.workshop import Workshop
from desktop_app.ui import tasks
from desktop_app.ui.app.main_window import ConsoleWindow
from desktop_app.ui.app_events import AppEvents
from desktop_app.ui.dialogs.arrival import ArrivalDialog
from desktop_app.ui.dialogs.import_answers import ImportDialog
from desktop_app.ui.dialogs.import_into import ImportInto
from desktop_app.ui.dialogs.library_arrival import LibraryArrivalDialog
from desktop_app.words.library_copies import came_in
from desktop_app.words.speech import say, say_count

T = TypeVar("T")

WORKSHOP = DocumentKind.WORKSHOP_FILE.about.suffix
ANSWERS = (".csv", ".tsv", ".xlsx", ".ods", ".zip")
FRAMEWORK = ".toml"
LIBRARY = library_file.SUFFIX


def patterns() -> str:
    """Return what the names of files look like that can be brought in, for a file dialog."""
    return " ".join(f"*{suffix}" for suffix in (WORKSHOP, *ANSWERS, FRAMEWORK, LIBRARY))


class Incoming(QObject):
    """Take in the files that are brought to the window of an open library.

    Signals:
        workshop_wanted(str): a workshop came in and shall be opened; its id.
        frameworks_wanted(): a framework came in and shall be looked at.
    """

    workshop_wanted = Signal(object)
    frameworks_wanted = Signal()

    def __init__(
        self, window: ConsoleWindow, events: AppEvents, services: Services, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._window = window
        self._events = events
        self._services = services
        self._busy = False
        self._several = False
        self._path = Path()
        self._name = ""  # what was pasted is called
        self.into = ""  # the workshop that the next answers are offered for first
        window.files_brought.connect(self._look_later)
        app = cast("QGuiApplication", QGuiApplication.instance())
        app.focusWindowChanged.connect(self._look_later)  # a question may have been answered
        window.paste_requested.connect(self._paste)
        self._look_later()

    def _look_later(self, _window: object = None) -> None:
        if self._window.files and not self._busy:
            QTimer.singleShot(0, self._look_at_next)

    def _look_at_next(self) -> None:
        files = self._window.files
        if self._busy or not files or QApplication.activeModalWidget() is not None:
            return
        self._busy, self._several = True, self._several or len(files) > 1
        self._path, self._name = files.pop(0), ""
        self._look(self._path)

    def _look(self, path: Path) -> None:
        suffix = path.suffix.lower()
        if suffix == WORKSHOP:
            self._read(partial(self._services.moving.look, path), self._show_workshop)
        elif suffix == FRAMEWORK:
            self._read(partial(self._services.frameworks.look, path), self._show_framework)
        elif suffix in (LIBRARY, library_file.COPY):
            self._read(partial(self._services.whole.look, path), self._show_library)
        elif suffix in ANSWERS:
            self._read(partial(self._services.answer_imports.read, path), self._show_answers)
        else:
            self._fail(_unknown(path))

    def _paste(self) -> None:
        """Look at what was copied elsewhere, on home only; files that were copied are files."""
        if self._busy or not self._is_free():
            return
        copied = QGuiApplication.clipboard().mimeData() or QMimeData()  # none where it is cleared
        if files := [Path(url.toLocalFile()) for url in copied.urls() if url.isLocalFile()]:
            self._window.bring(files)
            return
        if not copied.text().strip() and not copied.hasHtml():
            self._window.tell(
                say("Nothing was copied that can be pasted. Copy a table of answers first.")
            )
            return
        self._busy, self._name = True, say("What you pasted")
        read = self._services.answer_imports.read_pasted
        self._read(partial(read, copied.text(), copied.html(), self._name), self._show_answers)

    def _read(self, work: Callable[[], T], show: Callable[[T], None]) -> None:
        tasks.run_in_background(work, show, self._fail, self._window.show_busy)

    def _fail(self, error: AppError) -> None:
        self._events.tell_failure(error)
        self._rest()

    def _rest(self, _result: int = 0) -> None:
        """Be done with a file; the next is looked at once nothing is asked any more."""
        self._busy = False
        self._look_later()

    def _follow(self, dialog: QDialog) -> None:
        dialog.finished.connect(self._rest)

    def forget_into(self) -> None:
        """Offer a new workshop first again."""
        self.into = ""

    # -- what there is, and what becomes of it ----------------------------------------------

    def _show_workshop(self, arrival: Arrival) -> None:
        take, swaps = self._take_workshop, self._is_free()
        dialog = ArrivalDialog.ask_workshop(self._window, self._path, arrival, take, swaps=swaps)
        self._follow(dialog)

    def _take_workshop(self, answer: object, path: Path) -> None:
        again = answer if isinstance(answer, Again) else None
        work = partial(self._services.moving.import_workshop, path, again)
        self._events.run_in_background(work, self._made)

    def _take_progress(self, table: AnswerTable) -> None:
        """Take a form in at once: it says of itself whose it is, and undo takes it back."""
        outcome = self._events.run(self._services.progress_forms.take, table)
        if outcome is not None:
            title = self._services.workshops.record(outcome.value).workshop.title
            came = filled_in(table)
            told = say_count(
                "What became of {n} commitment is kept in “{title}”.",
                "What became of {n} commitments is kept in “{title}”.",
                came,
                title=title,
            )
            self._window.tell(told)
        self._rest()

    def _show_answers(self, table: AnswerTable) -> None:
        if form_of(table):
            self._take_progress(table)
            return
        imports = self._services.answer_imports
        into = ImportInto(self._services.beforehand, self.into)
        self.forget_into()
        dialog = ImportDialog.ask(
            self._window, imports, self._path, table, self._take_answers, into, self._name
        )
        self._follow(dialog)

    def _take_answers(self, answer: tuple[str, Reading], into: Workshop | None) -> None:
        if into is None:
            work = partial(self._services.answer_imports.take, *answer)
            self._events.run_in_background(work, self._made)
            return
        work = partial(self._take_beforehand, into.id, answer[1])
        self._events.run_in_background(work, self._said_beforehand)

    def _take_beforehand(self, workshop_id: str, reading: Reading) -> Outcome[str]:
        """Take answers in beside the room's votes; what goes was named, and can be brought back."""
        outcome = self._services.beforehand.take(workshop_id, reading, may_replace=True)
        self._services.answer_imports.remember(reading)
        return outcome

    def _said_beforehand(self, outcome: Outcome[str]) -> None:
        self._events.announce(outcome)
        title = self._services.workshops.record(outcome.value).workshop.title
        if not self._is_free():
            self._window.tell(say("“{title}” has what was said beforehand.", title=title))

    def _show_framework(self, kept: Kept) -> None:
        dialog = ArrivalDialog.ask_framework(self._window, self._path, kept, self._take_framework)
        self._follow(dialog)

    def _take_framework(self, _yes: object, path: Path) -> None:
        outcome = self._events.run(self._services.frameworks.import_file, path)
        if outcome is None:
            return
        if self._is_free():
            self.frameworks_wanted.emit()
        self._tell(outcome.value.framework.title)

    def _show_library(self, found: LibraryFile) -> None:
        dialog = LibraryArrivalDialog.ask(self._window, self._path, found, self._take_library)
        self._follow(dialog)

    def _take_library(self, newer: bool, path: Path) -> None:
        work = partial(self._services.whole.bring_back, path, newer=newer)
        self._events.run_in_background(work, self._brought)

    def _brought(self, outcome: Outcome[Brought]) -> None:
        self._events.announce(outcome)
        self._window.tell(came_in(outcome.value))

    def _made(self, outcome: Outcome[str]) -> None:
        """Open what came in, unless something else is under way or more has come."""
        self._events.announce(outcome)
        if outcome.undo is not None:  # home offers it, and is stayed at for that
            pass
        elif self._is_free() and not self._several:
            self.workshop_wanted.emit(outcome.value)
        else:
            self._tell(self._services.workshops.record(outcome.value).workshop.title)
        self._several = bool(self._window.files)

    def _is_free(self) -> bool:
        return self._window.page is self._window.home

    def _tell(self, title: str) -> None:
        self._window.tell(say("“{title}” is in your library now.", title=title))


def _unknown(path: Path) -> AppError:
    return FileProblem(
        "“{file}” is nothing that Roundtable opens. It opens workshops (.roundtable), answers"
        " (.csv, .xlsx, .ods or .zip), frameworks (.toml) and copies of a library"
        " (.roundtable-library).",
        file=path.name,
    )
