"""Documents looked at before they are saved, and printed."""

from __future__ import annotations

import errno
import gc
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from PySide6.QtCore import QRect, QSize, QSizeF, Qt
from PySide6.QtGui import QPageRanges, QPageSize
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from desktop_app.application.reports import Reports
from desktop_app.documents.kinds import DocumentKind
from desktop_app.domain.errors import DiskFull, FileProblem
from desktop_app.domain.printing import PrintOptions
from desktop_app.domain.workshop import WorkshopRecord
from desktop_app.report.board_report import write_board_report
from desktop_app.ui import tasks
from desktop_app.ui.paper.page_list import PageList
from desktop_app.ui.paper.pages_view import STEPS, Fit, PagesView
from desktop_app.ui.paper.pdf_pages import PdfPages
from desktop_app.ui.paper.preview import PreviewWindow
from desktop_app.ui.paper.print_line import PrintLine
from desktop_app.ui.paper.printing import Printing, paper_of, placed, sheets, sides_of
from tests.helpers import is_freed_when_closed
from tests.report import builders
from tests.report.pdf import facts_of, texts_of
from tests.unit.fakes import FakeLibrary

from .papers import A3, A4, A4_WIDE, RECORD, paper_reports, write_pdf

Key = Qt.Key


@pytest.fixture
def four(qapp: QApplication, tmp_path: Path) -> Iterator[PdfPages]:
    pages = PdfPages(write_pdf(tmp_path / "four.pdf", A4, A4_WIDE, A4, A4))
    yield pages
    pages.close()


@pytest.fixture
def view(qtbot: QtBot, four: PdfPages) -> Iterator[PagesView]:
    made = PagesView()
    qtbot.addWidget(made)
    made.resize(800, 600)
    made.show()
    made.show_pages(four)
    yield made
    made.show_pages(None)


# -- pictures of pages ----------------------------------------------------------------------


def test_a_page_has_its_size_and_its_colours(four: PdfPages) -> None:
    assert (four.count, four.size(1)) == (4, QSizeF(*A4_WIDE))
    picture = four.picture(0, QSize(595, 842))
    assert picture.size() == QSize(595, 842)
    assert picture.pixelColor(2, 2).name() == "#ffffff"
    assert picture.pixelColor(297, 421).name() == "#ff0000"


def test_strips_make_up_the_page_and_are_small(four: PdfPages) -> None:
    size = QSize(2479, 3508)
    whole = four.picture(0, size)
    tops, reached = [], 0
    for top, strip in four.strips(0, size):
        tops.append(top)
        assert top == reached
        assert strip.width() * strip.height() <= 4_000_000
        for down in (0, strip.height() - 1):
            assert strip.pixelColor(1240, down) == whole.pixelColor(1240, top + down)
        reached += strip.height()
    assert (reached, len(tops) > 1) == (3508, True)


@pytest.mark.parametrize("content", [b"", b"%PDF-1.7\nbroken", b"\0" * 1000])
def test_what_is_no_pdf_is_said(qapp: QApplication, tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "broken.pdf"
    path.write_bytes(content)
    with pytest.raises(FileProblem, match=r"broken\.pdf cannot be shown"):
        PdfPages(path)


# -- the pages on the screen ----------------------------------------------------------------


def test_only_pages_in_sight_are_made(qtbot: QtBot, tmp_path: Path) -> None:
    pages = PdfPages(write_pdf(tmp_path / "long.pdf", *[A4] * 60))
    made = PagesView()
    qtbot.addWidget(made)
    made.resize(800, 600)
    made.show()
    made.show_pages(pages)
    made.grab()
    assert made.kept == (0,)
    for page in range(0, 60, 3):
        made.go_to(page)
        made.grab()
    assert made.page == 57
    assert 57 in made.kept
    assert len(made.kept) < 20
    made.show_pages(None)
    pages.close()


def test_keys_go_from_page_to_page(qtbot: QtBot, view: PagesView) -> None:
    view.set_fit(Fit.PAGE)
    seen = []
    view.page_changed.connect(seen.append)
    for key in (Key.Key_PageDown, Key.Key_PageDown, Key.Key_PageUp, Key.Key_End, Key.Key_Home):
        qtbot.keyClick(view, key)
        seen.append("|")
    assert "".join(map(str, seen)) == "1|2|1|3|0|"
    assert view.accessibleName() == "Page 1 of 4"


def test_pages_follow_the_window_until_a_number_is_said(view: PagesView) -> None:
    wide = view.zoom
    view.resize(1000, 600)
    assert view.zoom > wide
    view.set_fit(Fit.PAGE)
    whole = view.zoom
    assert whole < wide
    view.zoom_in()
    assert view.fit is None
    assert view.zoom > whole
    fixed = view.zoom
    view.resize(500, 400)
    assert view.zoom == fixed


def test_zooming_stays_within_bounds_and_on_its_page(view: PagesView) -> None:
    view.go_to(2)
    for _ in range(20):
        view.zoom_in()
    assert (view.zoom, view.page) == (STEPS[-1], 2)
    for _ in range(20):
        view.zoom_out()
    assert view.zoom == STEPS[0]


def test_the_list_leads_to_a_page_and_follows(qtbot: QtBot, four: PdfPages) -> None:
    made = PageList()
    qtbot.addWidget(made)
    made.show_pages(four)
    asked = []
    made.page_chosen.connect(asked.append)
    made.show()
    made.grab()
    qtbot.keyClick(made, Key.Key_Down)
    made.mark(3)
    assert (asked, made.currentRow()) == ([1], 3)
    assert made.item(3).data(Qt.ItemDataRole.AccessibleTextRole) == "Page 4"
    made.show_pages(None)


# -- the window -----------------------------------------------------------------------------


def opened(qtbot: QtBot, reports: Reports) -> PreviewWindow:
    window = PreviewWindow.ask(None, reports, RECORD.workshop, DocumentKind.SUMMARY)
    qtbot.waitUntil(lambda: window.pages is not None or "full" in said(window))
    return window


def said(window: PreviewWindow) -> str:
    return "\n".join(item.text() for item in window.findChildren(QLabel) if item.isVisible())


def leave(window: PreviewWindow) -> None:
    window.close()
    tasks.finish()


def test_the_document_is_made_and_shown(qtbot: QtBot) -> None:
    window = opened(qtbot, paper_reports(A4, A4))
    assert "Page 1 of 2" in said(window)
    assert window.windowTitle().startswith("Summary – ")
    qtbot.keyClick(window.view, Key.Key_End)
    assert "Page 2 of 2" in said(window)
    leave(window)


def test_keys_zoom_and_save(qtbot: QtBot) -> None:
    window = opened(qtbot, paper_reports(A4))
    control = Qt.KeyboardModifier.ControlModifier
    before = window.view.zoom
    with qtbot.waitSignal(window.view.zoom_changed):
        qtbot.keyClick(window, Key.Key_Minus, control)
    assert window.view.zoom < before
    with qtbot.waitSignal(window.save_requested) as asked:
        qtbot.keyClick(window, Key.Key_S, control)
    assert asked.args == [DocumentKind.SUMMARY]
    leave(window)


def test_a_document_that_cannot_be_made_is_said(qtbot: QtBot) -> None:
    def full(record: object, target: Path, options: object) -> None:
        raise DiskFull("The disk is full.")

    window = opened(qtbot, Reports(FakeLibrary(RECORD), {DocumentKind.SUMMARY: full}))
    assert "The disk is full." in said(window)
    leave(window)


def test_nothing_of_it_stays_on_the_disk(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    window = opened(qtbot, paper_reports(A4))
    assert [p.name for p in tmp_path.rglob("*.pdf")] != []
    leave(window)
    assert list(tmp_path.iterdir()) == []


def test_closing_at_once_leaves_nothing_either(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    window = PreviewWindow.ask(
        None, paper_reports(*[A4] * 20), RECORD.workshop, DocumentKind.SUMMARY
    )
    leave(window)
    assert list(tmp_path.iterdir()) == []


def test_the_window_is_freed_when_closed(qtbot: QtBot) -> None:
    reports = paper_reports(A4)
    assert is_freed_when_closed(
        lambda: PreviewWindow(None, reports, RECORD.workshop, DocumentKind.SUMMARY)
    )
    tasks.finish()


# -- printing -------------------------------------------------------------------------------


def to_file(target: Path, resolution: int = 72) -> QPrinter:
    """Return a printer that makes a PDF file."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(target))
    printer.setResolution(resolution)
    return printer


def printed(qtbot: QtBot, printer: QPrinter, pages: PdfPages, current: int = 0) -> PdfPages:
    printing = Printing(pages, printer, current)
    with qtbot.waitSignal(printing.done):
        printing.start()
    del printing
    return PdfPages(Path(printer.outputFileName()))


def test_all_pages_are_printed_each_lying_as_it_should(
    qtbot: QtBot, four: PdfPages, tmp_path: Path
) -> None:
    paper = printed(qtbot, to_file(tmp_path / "out.pdf", 150), four)
    wide = [paper.size(i).width() > paper.size(i).height() for i in range(paper.count)]
    assert wide == [False, True, False, False]
    picture = paper.picture(1, QSize(842, 595))
    assert picture.pixelColor(421, 297).red() > 200
    assert picture.pixelColor(421, 297).green() < 50
    assert picture.pixelColor(20, 20).name() == "#ffffff"
    paper.close()


def test_a_range_of_pages(qtbot: QtBot, four: PdfPages, tmp_path: Path) -> None:
    printer = to_file(tmp_path / "out.pdf")
    printer.setPrintRange(QPrinter.PrintRange.PageRange)
    printer.setFromTo(2, 3)
    paper = printed(qtbot, printer, four)
    assert paper.count == 2
    assert paper.size(0).width() > paper.size(0).height()
    paper.close()


def test_pages_copies_and_order_as_asked(qapp: QApplication, tmp_path: Path) -> None:
    printer = to_file(tmp_path / "out.pdf")
    assert sheets(printer, 3, 1) == [0, 1, 2]
    printer.setPrintRange(QPrinter.PrintRange.CurrentPage)
    assert sheets(printer, 3, 1) == [1]
    printer.setPrintRange(QPrinter.PrintRange.PageRange)
    printer.setPageRanges(QPageRanges.fromString("1,3"))
    assert sheets(printer, 3, 1) == [0, 2]
    printer.setPageRanges(QPageRanges())
    printer.setFromTo(0, 0)
    assert sheets(printer, 3, 1) == [0, 1, 2]
    printer.setPrintRange(QPrinter.PrintRange.AllPages)
    printer.setPageOrder(QPrinter.PageOrder.LastPageFirst)
    assert sheets(printer, 3, 1) == [2, 1, 0]
    if not printer.supportsMultipleCopies():
        printer.setCopyCount(2)
        printer.setCollateCopies(True)
        assert sheets(printer, 2, 0) == [1, 0, 1, 0]
        printer.setCollateCopies(False)
        assert sheets(printer, 2, 0) == [1, 1, 0, 0]


def test_a_page_keeps_its_size_or_shrinks_to_the_paper() -> None:
    sheet = QRect(0, 0, 595, 842)
    assert placed(QSizeF(*A4), sheet, 72) == sheet
    assert placed(QSizeF(300, 400), sheet, 72) == QRect(147, 221, 300, 400)
    shrunk = placed(QSizeF(*A3), sheet, 72)
    assert (shrunk.height(), shrunk.width()) == (842, 595)


def test_the_printer_is_asked_for_the_papers_size(qapp: QApplication, tmp_path: Path) -> None:
    pages = PdfPages(write_pdf(tmp_path / "poster.pdf", A3))
    assert paper_of(pages).id() == QPageSize.PageSizeId.A3
    pages.close()


def test_a_print_can_be_stopped(qtbot: QtBot, four: PdfPages, tmp_path: Path) -> None:
    printing = Printing(four, to_file(tmp_path / "out.pdf"))
    done = []
    printing.done.connect(done.append)
    printing.start()
    with qtbot.waitSignal(printing.stopped):
        printing.stop()
    QApplication.processEvents()
    assert done == []


@pytest.mark.qt_log_ignore("QPainter::begin", extend=True)
def test_a_printer_that_does_not_take_it_is_said(
    qtbot: QtBot, four: PdfPages, tmp_path: Path
) -> None:
    printing = Printing(four, to_file(tmp_path / "no" / "out.pdf"))
    with qtbot.waitSignal(printing.failed):
        printing.start()


def in_grey(target: Path) -> QPrinter:
    """Return a printer that is given pictures, as one of paper is."""
    printer = to_file(target)
    printer.setColorMode(QPrinter.ColorMode.GrayScale)
    return printer


def line_of(window: PreviewWindow) -> tuple[PrintLine, PdfPages]:
    line = window.findChild(PrintLine)
    assert line is not None
    assert window.pages is not None
    return line, window.pages


def test_the_line_shows_how_far_it_is(qtbot: QtBot, tmp_path: Path) -> None:
    window = opened(qtbot, paper_reports(A4, A4, A4))
    line, pages = line_of(window)
    with qtbot.waitSignal(line.ended):
        line.print_on(in_grey(tmp_path / "out.pdf"), pages, 0)
        assert "Printing sheet 1 of 3" in said(window)
    assert "Printed into “out.pdf”, as pictures of the pages that no screen reader" in said(window)
    assert not line.is_printing
    leave(window)


def test_closing_the_window_stops_the_print(qtbot: QtBot, tmp_path: Path) -> None:
    window = opened(qtbot, paper_reports(A4, A4, A4))
    line, pages = line_of(window)
    line.print_on(in_grey(tmp_path / "out.pdf"), pages, 0)
    leave(window)
    gc.collect()


# -- printing into a file -------------------------------------------------------------------


@contextmanager
def a_whole_report(qtbot: QtBot) -> Iterator[PreviewWindow]:
    """Open a real document, tagged, of several pages."""

    def write(record: WorkshopRecord, target: Path, options: PrintOptions) -> None:
        write_board_report(builders.make_day(), target)

    reports = Reports(FakeLibrary(RECORD), {DocumentKind.SUMMARY: write})
    window = opened(qtbot, reports)
    yield window
    leave(window)


def into_file(qtbot: QtBot, window: PreviewWindow, printer: QPrinter) -> Path:
    line, pages = line_of(window)
    with qtbot.waitSignal(line.ended):
        line.print_on(printer, pages, 0)
        assert line.is_printing
    assert not line.is_printing
    return Path(printer.outputFileName())


def test_a_print_into_a_file_is_the_document_itself(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (shown := tmp_path / "shown").mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(shown))
    with a_whole_report(qtbot) as window:
        made = into_file(qtbot, window, to_file(tmp_path / "out.pdf"))
        assert "Printed into “out.pdf”." in said(window)
        (seen,) = shown.rglob("*.pdf")
        assert made.read_bytes() == seen.read_bytes()
    assert facts_of(made)["Tagged"] == "yes"


def test_some_pages_into_a_file_stay_text(qtbot: QtBot, tmp_path: Path) -> None:
    printer = to_file(tmp_path / "out.pdf")
    printer.setPrintRange(QPrinter.PrintRange.PageRange)
    printer.setFromTo(2, 3)
    with a_whole_report(qtbot) as window:
        whole = into_file(qtbot, window, to_file(tmp_path / "whole.pdf"))
        made = into_file(qtbot, window, printer)
    assert texts_of(made) == texts_of(whole)[1:3]
    assert made.stat().st_size < 2 * whole.stat().st_size


@pytest.mark.parametrize(("paper", "size"), [("A5", (420, 595)), ("A3", (842, 1191))])
def test_a_document_on_other_paper_stays_text_in_its_middle(
    qtbot: QtBot, tmp_path: Path, paper: str, size: tuple[int, int]
) -> None:
    pages = PdfPages(write_pdf(tmp_path / "two.pdf", A4, A4_WIDE))
    content = pages.file_of([0, 1], QSizeF(*size))
    (made := tmp_path / f"{paper}.pdf").write_bytes(content)
    assert texts_of(made) == ["Page 1", "Page 2"]
    laid = PdfPages(made)
    assert [laid.size(0), laid.size(1)] == [QSizeF(*size), QSizeF(*size).transposed()]
    share = min(1.0, size[0] / A4[0])
    picture = laid.picture(0, QSize(*size))
    edge = round((size[0] - share * A4[0] / 2) / 2)
    assert picture.pixelColor(edge + 4, size[1] // 2).name() == "#ff0000"
    assert picture.pixelColor(edge - 4, size[1] // 2).name() == "#ffffff"
    laid.close()
    pages.close()


def test_a_file_that_cannot_be_written_is_said_and_leaves_the_old_one(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    (old := tmp_path / "out.pdf").write_bytes(b"old")
    with a_whole_report(qtbot) as window:
        wide = window.minimumSizeHint().width()
        into_file(qtbot, window, to_file(tmp_path / "no" / f"{'a long name ' * 9}.pdf"))
        assert "there is no folder" in said(window)
        assert window.minimumSizeHint().width() == wide
        monkeypatch.setattr("os.fsync", full)
        into_file(qtbot, window, to_file(old))
        assert "the disk is full" in said(window)
    assert old.read_bytes() == b"old"
    assert [path.name for path in tmp_path.iterdir()] == ["out.pdf"]


@pytest.mark.parametrize(
    ("asked", "mode"),
    [
        ("Simplex", QPrinter.DuplexMode.DuplexNone),
        ("DuplexFlipLongEdge", QPrinter.DuplexMode.DuplexLongSide),
        ("", QPrinter.DuplexMode.DuplexAuto),
    ],
)
def test_the_print_dialog_begins_with_the_sides_that_a_document_asks_for(
    qapp: QApplication, tmp_path: Path, asked: str, mode: QPrinter.DuplexMode
) -> None:
    from reportlab.pdfgen.canvas import Canvas

    canvas = Canvas(str(tmp_path / "asks.pdf"))
    if asked:
        canvas.setViewerPreference("Duplex", asked)
    canvas.showPage()
    canvas.save()
    pages = PdfPages(tmp_path / "asks.pdf")
    assert sides_of(pages) is mode
    pages.close()


def test_the_print_dialog_knows_pages_and_copies(qtbot: QtBot) -> None:
    window = opened(qtbot, paper_reports(A4, A4, A4))
    qtbot.keyClick(window, Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    dialog = window.findChild(QPrintDialog)
    assert dialog is not None
    assert (dialog.minPage(), dialog.maxPage()) == (1, 3)
    dialog.reject()
    assert "with the printer" not in said(window)
    leave(window)
