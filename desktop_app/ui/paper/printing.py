"""Pages to a printer, one in each turn of the event loop, so that it can be watched and stopped."""

from __future__ import annotations

from PySide6.QtCore import QObject, QPoint, QRect, QSize, QSizeF, QTimer, Signal
from PySide6.QtGui import QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrinter

from .pdf_pages import CLOSE_ENOUGH, POINTS_PER_INCH, PdfPages

SHARPEST = 600
"""Dots per inch; eyes see no difference beyond, and the time grows with the square."""


class Printing(QObject):
    """One print of some pages.

    Signals:
        progressed(int, int): so many sheets of so many are done.
        done(int): all these sheets are with the printer.
        stopped(): the person stopped it.
        failed(): the printer did not take it.
    """

    progressed = Signal(object, object)
    done = Signal(object)
    stopped = Signal()
    failed = Signal()

    def __init__(
        self, pages: PdfPages, printer: QPrinter, current: int = 0, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._pages = pages
        self._printer = printer
        self._sheets = sheets(printer, pages.count, current)
        self._next = 0
        self._painter = QPainter()

    def start(self) -> None:
        """Begin; the first page goes in the next turn of the event loop."""
        self._printer.setFullPage(True)
        if self._sheets:
            self._turn(self._sheets[0])
        if not self._sheets or not self._painter.begin(self._printer):
            self.failed.emit()
            return
        self.progressed.emit(0, len(self._sheets))
        QTimer.singleShot(0, self._print_next)

    def stop(self) -> None:
        """Print no further page."""
        if self._painter.isActive():
            self._printer.abort()
            self._painter.end()
            self.stopped.emit()

    def _print_next(self) -> None:
        if not self._painter.isActive():
            return
        page = self._sheets[self._next]
        if self._next:
            self._turn(page)
            if not self._printer.newPage():
                self._painter.end()
                self.failed.emit()
                return
        self._draw(page)
        self._next += 1
        self.progressed.emit(self._next, len(self._sheets))
        if self._next == len(self._sheets):
            self._finish()
        else:
            QTimer.singleShot(0, self._print_next)

    def _finish(self) -> None:
        if self._painter.end():
            self.done.emit(len(self._sheets))
        else:
            self.failed.emit()

    def _turn(self, page: int) -> None:
        """Lay the paper as the page lies."""
        size, way = self._pages.size(page), QPageLayout.Orientation
        wide = size.width() > size.height()
        self._printer.setPageOrientation(way.Landscape if wide else way.Portrait)

    def _draw(self, page: int) -> None:
        resolution = self._printer.resolution()
        place = placed(
            self._pages.size(page),
            self._printer.pageLayout().fullRectPixels(resolution),
            resolution,
        )
        share = min(1.0, SHARPEST / resolution)
        size = QSize(round(place.width() * share), round(place.height() * share))
        for top, strip in self._pages.strips(page, size):
            down = place.height() / size.height()
            begin, end = round(top * down), round((top + strip.height()) * down)
            room = QRect(place.left(), place.top() + begin, place.width(), end - begin)
            self._painter.drawImage(room, strip)


def sheets(printer: QPrinter, count: int, current: int) -> list[int]:
    """Return the pages (from 0) in the order they go to the printer, copies the printer cannot
    make itself among them.
    """
    wanted = [page for page in range(count) if _is_wanted(printer, page, current)]
    if printer.pageOrder() is QPrinter.PageOrder.LastPageFirst:
        wanted.reverse()
    if printer.supportsMultipleCopies():
        return wanted
    copies = max(1, printer.copyCount())
    if printer.collateCopies():
        return wanted * copies
    return [page for page in wanted for _ in range(copies)]


def _is_wanted(printer: QPrinter, page: int, current: int) -> bool:
    which = printer.printRange()
    if which is QPrinter.PrintRange.CurrentPage:
        return page == current
    if which is QPrinter.PrintRange.PageRange:
        ranges = printer.pageRanges()
        if not ranges.isEmpty():
            return ranges.contains(page + 1)
        return (printer.fromPage() or 1) <= page + 1 <= (printer.toPage() or page + 1)
    return True


def placed(page: QSizeF, paper: QRect, resolution: int) -> QRect:
    """Return where a page goes on a sheet, in the printer's dots: its own size where it fits, as
    large as fits where it does not, in the middle.
    """
    dots = page * (resolution / POINTS_PER_INCH)
    over = max(dots.width() / paper.width(), dots.height() / paper.height(), 1.0)
    size = (dots / over).toSize() if over > CLOSE_ENOUGH else dots.toSize()
    left = (paper.width() - size.width()) // 2
    top = (paper.height() - size.height()) // 2
    return QRect(QPoint(left, top), size)


def paper_of(pages: PdfPages) -> QPageSize:
    """Return the paper the first page was made for."""
    size = pages.size(0)
    upright = QSizeF(min(size.width(), size.height()), max(size.width(), size.height()))
    match = QPageSize.SizeMatchPolicy.FuzzyMatch
    return QPageSize(upright, QPageSize.Unit.Point, "", match)


def sides_of(pages: PdfPages) -> QPrinter.DuplexMode:
    """Return the sides that the document asks for, or what the printer does by itself."""
    modes = {1: QPrinter.DuplexMode.DuplexNone, 2: QPrinter.DuplexMode.DuplexLongSide}
    return modes.get(pages.sides, QPrinter.DuplexMode.DuplexAuto)
