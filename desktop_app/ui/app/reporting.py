"""From the report of a problem that a person sees to the file that is kept, if they want one."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from desktop_app.domain.errors import AppError
from desktop_app.files import write_atomically
from desktop_app.ui import tasks
from desktop_app.ui.help.problem_report import problem_report
from desktop_app.ui.help.report import ReportDialog
from desktop_app.ui.widgets.file_dialog import file_dialog
from desktop_app.words.speech import say


class Reporting(QObject):
    """Show a report and save it.

    Signals:
        saved(Path): the report was kept here. failed(AppError): why it was not.
    """

    saved = Signal(object)
    failed = Signal(object)

    def __init__(self, window: QWidget, log_folder: Path, parent: QObject) -> None:
        super().__init__(parent)
        self._window, self._log_folder = window, log_folder
        self._text = ""

    def show_report(self) -> None:
        """Show what would be told, to be kept as a file."""
        dialog = ReportDialog(self._window, problem_report(self._log_folder))
        dialog.answered.connect(self._ask_where)
        dialog.open()

    def _ask_where(self, text: str, _subject: object) -> None:
        self._text = text
        title, home = say("Save the report"), str(Path.home())
        dialog = file_dialog(self._window, title, home, say("Save"), saving=True)
        dialog.setDefaultSuffix("txt")
        dialog.selectFile(say("Roundtable report") + ".txt")
        dialog.fileSelected.connect(self._save)
        dialog.open()

    def _save(self, chosen: str) -> None:
        work = partial(_write, Path(chosen), self._text)
        tasks.run_in_background(work, self._tell_saved, self._tell_failed)

    def _tell_saved(self, path: Path) -> None:
        self.saved.emit(path)

    def _tell_failed(self, error: AppError) -> None:
        self.failed.emit(error)


def _write(target: Path, text: str) -> Path:
    with write_atomically(target) as file:
        file.write(text.encode())
    return target
