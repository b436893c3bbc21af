"""Asks for a printer and shows how far the print is; gone from sight while there is none."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog, QFrame, QProgressBar, QWidget

from desktop_app.domain.errors import AppError
from desktop_app.ui.widgets.layouts import row
from desktop_app.ui.widgets.text import button, label
from desktop_app.words.speech import said, say, say_count

from .pdf_pages import PdfPages
from .print_file import PrintFile, is_for_a_file
from .printing import Printing, paper_of, sides_of


class PrintLine(QFrame):
    """Progress of a print, with a button to stop it.

    Signals:
        ended(): nothing is being printed or asked any more.
    """

    ended = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("role", "footer")
        self._printer: QPrinter | None = None
        self._pages: PdfPages | None = None
        self._page = 0
        self._printing: Printing | PrintFile | None = None
        self._text = label()
        self._progress = QProgressBar()
        self._stop = button(say("S&top printing"))
        self._close = button(say("Close"), "quiet", hint=say("Close this message"))
        self._build()
        self._stop.clicked.connect(self.stop)
        self._close.clicked.connect(self.hide)

    def _build(self) -> None:
        line = row(self, spacing=14)
        line.setContentsMargins(16, 8, 16, 8)
        self._progress.setTextVisible(False)
        self._progress.setFixedWidth(260)
        self._progress.setAccessibleName(say("Pages printed"))
        line.addWidget(self._text, 1)
        line.addWidget(self._progress)
        line.addWidget(self._stop)
        line.addWidget(self._close)
        self.hide()

    @property
    def is_printing(self) -> bool:
        """Tell whether pages are on their way to a printer."""
        return self._printing is not None

    def ask(self, pages: PdfPages, page: int, title: str) -> QPrintDialog:
        """Ask for printer, pages and copies, then print; `page` is the one looked at."""
        self._pages, self._page = pages, page
        self._printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        self._printer.setDocName(title)
        self._printer.setPageSize(paper_of(pages))
        self._printer.setDuplex(sides_of(pages))
        dialog = QPrintDialog(self._printer, self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        option = QPrintDialog.PrintDialogOption
        dialog.setOptions(
            option.PrintPageRange
            | option.PrintCurrentPage
            | option.PrintCollateCopies
            | option.PrintToFile
        )
        dialog.setMinMax(1, pages.count)
        dialog.finished.connect(self._answer)
        QDialog.open(dialog)  # QPrintDialog hides it behind one for slots by name
        return dialog

    def print_on(self, printer: QPrinter, pages: PdfPages, page: int) -> None:
        """Print pages as the printer is set."""
        self._printer = printer
        if is_for_a_file(printer):
            self._write_into_file(PrintFile(pages, printer, page, self))
            return
        self._printing = printing = Printing(pages, printer, page, self)
        printing.progressed.connect(self._show_progress)
        printing.done.connect(self._tell_done)
        printing.failed.connect(self._tell_failed)
        printing.stopped.connect(self._tell_stopped)
        self._stop.show()
        self._close.hide()
        self._progress.show()
        self.show()
        printing.start()

    def _write_into_file(self, printing: PrintFile) -> None:
        self._printing = printing
        printing.done.connect(self._tell_done)
        printing.failed.connect(self._tell_refused)
        printing.start()

    def stop(self) -> None:
        """Print no further page, if anything is printed."""
        if self._printing is not None:
            self._printing.stop()

    def _answer(self, result: int) -> None:
        if result and self._printer is not None and self._pages is not None:
            self.print_on(self._printer, self._pages, self._page)
        else:
            self._end()

    def _show_progress(self, done: int, total: int) -> None:
        self._progress.setRange(0, total)
        self._progress.setValue(done)
        sheet = min(done + 1, total)
        self._text.setText(say("Printing sheet {n} of {total}", n=sheet, total=total))

    def _tell_done(self, count: int) -> None:
        into = self._printer.outputFileName() if self._printer is not None else ""
        if self._printer is not None and into:
            self._end(_told_of_file(self._printer))
            return
        self._end(
            say_count("One sheet is with the printer.", "{n} sheets are with the printer.", count)
        )

    def _tell_failed(self) -> None:
        self._end(
            say(
                "The printer did not take the document. Look whether it is switched on and has "
                "paper, or save the document and print it elsewhere."
            )
        )

    def _tell_refused(self, error: AppError) -> None:
        self._end(said(error))

    def _tell_stopped(self) -> None:
        self._end(say("Printing was stopped. Sheets the printer has already may still come."))

    def _end(self, text: str = "") -> None:
        if self._printing is not None:
            self._printing.deleteLater()
            self._printing = None
        self._printer = None
        self._text.setText(text)
        self._progress.hide()
        self._stop.hide()
        self._close.show()
        self.setVisible(bool(text))
        self.ended.emit()


def _told_of_file(printer: QPrinter) -> str:
    """Return where the pages are; what a print in grey, by dots, takes from whoever hears them."""
    name = Path(printer.outputFileName()).name
    if is_for_a_file(printer):
        return say("Printed into “{file}”.", file=name)
    return say(
        "Printed into “{file}”, as pictures of the pages that no screen reader can read. "
        "Print in colour, or save the document, for one that can be read.",
        file=name,
    )
