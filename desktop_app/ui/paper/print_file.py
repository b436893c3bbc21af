"""Pages printed into a PDF file: the document's own, which screen readers read, no pictures."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QSizeF, Signal
from PySide6.QtGui import QPageSize
from PySide6.QtPrintSupport import QPrinter

from desktop_app.domain.errors import AppError
from desktop_app.files import write_atomically
from desktop_app.ui import tasks

from .pdf_pages import PdfPages
from .printing import sheets


def is_for_a_file(printer: QPrinter) -> bool:
    """Tell whether a print goes into a PDF file in the document's own colours."""
    return (
        printer.outputFormat() is QPrinter.OutputFormat.PdfFormat
        and bool(printer.outputFileName())
        and printer.colorMode() is QPrinter.ColorMode.Color
    )


class PrintFile(QObject):
    """One file of some pages, written in the background; it is there whole or not at all.

    Signals:
        done(int): so many pages are in the file.
        failed(AppError): why there is no such file.
    """

    done = Signal(object)
    failed = Signal(object)

    def __init__(
        self, pages: PdfPages, printer: QPrinter, current: int = 0, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._pages = pages
        self._sheets = sheets(printer, pages.count, current)
        self._paper = printer.pageLayout().pageSize().size(QPageSize.Unit.Point)
        self._target = Path(printer.outputFileName())

    def start(self) -> None:
        """Begin; pages are taken from the document at once, so that it may be closed."""
        content = self._pages.file_of(self._sheets, QSizeF(self._paper))
        work = partial(_write, self._target, content)
        tasks.run_in_background(work, self._tell_done, self._tell_failed)

    def stop(self) -> None:
        """Let it end: it takes no longer than the stopping."""

    def _tell_done(self, _target: Path) -> None:
        self.done.emit(len(self._sheets))

    def _tell_failed(self, error: AppError) -> None:
        self.failed.emit(error)


def _write(target: Path, content: bytes) -> Path:
    with write_atomically(target) as file:
        file.write(content)
    return target
