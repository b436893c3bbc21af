"""Pages one beneath the other; only those in sight are made into pictures."""

from __future__ import annotations

from collections import OrderedDict
from enum import Enum

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPixmap, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

from desktop_app.words.speech import say

from .pdf_pages import PdfPages, pixmap

GAP = 20
SCREEN_POINTS = 96 / 72
"""Pixels a point takes at 100 %."""
STEPS = (0.25, 0.33, 0.5, 0.67, 0.75, 0.9, 1.0, 1.25, 1.5, 2.0, 3.0)
_KEPT_BYTES = 40_000_000
"""Pictures of pages out of sight are kept up to this; what is in sight is always kept."""


class Fit(Enum):
    """How large pages are when nobody has said a number."""

    WIDTH = "width"
    PAGE = "page"


class PagesView(QAbstractScrollArea):
    """The pages of a document.

    Signals:
        page_changed(int): another page (from 0) takes the middle.
        zoom_changed(float): pages are shown at this share of their size on paper.
    """

    page_changed = Signal(object)
    zoom_changed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pages: PdfPages | None = None
        self._places: tuple[QRect, ...] = ()
        self._kept: OrderedDict[int, QPixmap] = OrderedDict()
        self._fit: Fit | None = Fit.WIDTH
        self._zoom = self._told = 1.0
        self._page = 0
        self.setFrameShape(QAbstractScrollArea.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(say("Pages"))
        self.verticalScrollBar().valueChanged.connect(self._follow)
        self.horizontalScrollBar().valueChanged.connect(self.viewport().update)

    # -- what is shown ----------------------------------------------------------------------

    def show_pages(self, pages: PdfPages | None) -> None:
        """Show a document from its first page, or nothing."""
        self._pages = pages
        self._page = 0
        self._lay_out()
        self.verticalScrollBar().setValue(0)
        self._tell_page()

    @property
    def page(self) -> int:
        """Return the page in the middle, from 0."""
        return self._page

    @property
    def zoom(self) -> float:
        """Return the share of its size on paper at which a page is shown."""
        return self._zoom

    @property
    def fit(self) -> Fit | None:
        """Return what the size follows, or None where a person has said a number."""
        return self._fit

    @property
    def kept(self) -> tuple[int, ...]:
        """Return the pages of which there is a picture now."""
        return tuple(sorted(self._kept))

    def go_to(self, page: int) -> None:
        """Bring a page to the top."""
        if self._places:
            page = max(0, min(page, len(self._places) - 1))
            self.verticalScrollBar().setValue(self._places[page].top() - GAP // 2)
            self._set_page(page)

    def set_fit(self, fit: Fit) -> None:
        """Let the size follow the window."""
        self._resize_to(fit, self._zoom)

    def set_zoom(self, zoom: float) -> None:
        """Show pages at a share of their size on paper."""
        self._resize_to(None, zoom)

    def zoom_in(self) -> None:
        """Show pages one step larger."""
        self.set_zoom(next((s for s in STEPS if s > self._zoom + 0.01), STEPS[-1]))

    def zoom_out(self) -> None:
        """Show pages one step smaller."""
        self.set_zoom(next((s for s in reversed(STEPS) if s < self._zoom - 0.01), STEPS[0]))

    # -- where pages lie --------------------------------------------------------------------

    def _resize_to(self, fit: Fit | None, zoom: float) -> None:
        page, inside = self._page, self._share_above()
        self._fit = fit
        self._zoom = max(STEPS[0], min(zoom, STEPS[-1]))
        self._lay_out()
        if self._places:
            place = self._places[page]
            self.verticalScrollBar().setValue(round(place.top() + inside * place.height()))

    def _share_above(self) -> float:
        """Return how much of the page in the middle lies above the window, as a share of it."""
        if not self._places:
            return 0.0
        place = self._places[self._page]
        return (self.verticalScrollBar().value() - place.top()) / max(1, place.height())

    def _lay_out(self) -> None:
        self._kept.clear()
        self._zoom = self._fitting()
        sizes = [self._pixels(i) for i in range(self._pages.count)] if self._pages else []
        width = max((s.width() for s in sizes), default=0) + 2 * GAP
        across = max(width, self.viewport().width())
        top, places = GAP, []
        for size in sizes:
            places.append(QRect(QPoint((across - size.width()) // 2, top), size))
            top += size.height() + GAP
        self._places = tuple(places)
        self._set_ranges(width, top)
        self.viewport().update()
        if self._told != self._zoom:
            self._told = self._zoom
            self.zoom_changed.emit(self._zoom)

    def _pixels(self, index: int) -> QSize:
        assert self._pages is not None  # noqa: S101 - only asked while there are pages
        return (self._pages.size(index) * (self._zoom * SCREEN_POINTS)).toSize()

    def _fitting(self) -> float:
        if self._fit is None or self._pages is None or not self._pages.count:
            return self._zoom
        sizes = [self._pages.size(i) for i in range(self._pages.count)]
        room = self.viewport().size() - QSize(2 * GAP, 2 * GAP)
        zoom = room.width() / (max(s.width() for s in sizes) * SCREEN_POINTS)
        if self._fit is Fit.PAGE:
            zoom = min(zoom, room.height() / (max(s.height() for s in sizes) * SCREEN_POINTS))
        return max(0.1, min(zoom, STEPS[-1]))

    def _set_ranges(self, width: int, height: int) -> None:
        room = self.viewport().size()
        for bar, whole, seen in (
            (self.horizontalScrollBar(), width, room.width()),
            (self.verticalScrollBar(), height, room.height()),
        ):
            bar.setRange(0, max(0, whole - seen))
            bar.setPageStep(max(1, seen - GAP))
            bar.setSingleStep(48)

    # -- painting ---------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the pages in sight."""
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), self.palette().mid())
        shift = QPoint(-self.horizontalScrollBar().value(), -self.verticalScrollBar().value())
        seen = []
        for index, place in enumerate(self._places):
            shown = place.translated(shift)
            if shown.intersects(self.viewport().rect()):
                seen.append(index)
                painter.drawPixmap(shown, self._picture(index))
        painter.end()
        self._forget(seen)

    def _picture(self, index: int) -> QPixmap:
        if index not in self._kept:
            assert self._pages is not None  # noqa: S101 - only painted while there are pages
            ratio = self.devicePixelRatioF()
            size = (self._places[index].size().toSizeF() * ratio).toSize()
            self._kept[index] = pixmap(self._pages.picture(index, size), ratio)
        self._kept.move_to_end(index)
        return self._kept[index]

    def _forget(self, seen: list[int]) -> None:
        """Drop the pictures not looked at for longest until the rest is small enough."""
        for index in list(self._kept):
            if sum(map(_bytes, self._kept.values())) <= _KEPT_BYTES:
                return
            if index not in seen:
                del self._kept[index]

    # -- answers ----------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let the size follow the window where it does."""
        super().resizeEvent(event)
        self._resize_to(self._fit, self._zoom)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go page by page with Page Up and Page Down where whole pages are shown."""
        key, bar = event.key(), self.verticalScrollBar()
        whole = self._fit is Fit.PAGE
        if key == Qt.Key.Key_Home:
            self.go_to(0)
        elif key == Qt.Key.Key_End:
            bar.setValue(bar.maximum())
        elif key == Qt.Key.Key_PageDown and whole:
            self.go_to(self._page + 1)
        elif key == Qt.Key.Key_PageUp and whole:
            self.go_to(self._page - 1)
        else:
            super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom with Ctrl and the wheel."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom_in() if event.angleDelta().y() > 0 else self.zoom_out()
            event.accept()
        else:
            super().wheelEvent(event)

    def _follow(self, value: int) -> None:
        middle = value + self.viewport().height() // 2
        above = [i for i, place in enumerate(self._places) if place.top() <= middle]
        self._set_page(above[-1] if above else 0)
        self.viewport().update()

    def _set_page(self, page: int) -> None:
        if page != self._page:
            self._page = page
            self._tell_page()

    def _tell_page(self) -> None:
        if self._pages is not None:
            total = self._pages.count
            self.setAccessibleName(say("Page {n} of {total}", n=self._page + 1, total=total))
        self.page_changed.emit(self._page)


def _bytes(picture: QPixmap) -> int:
    return picture.width() * picture.height() * 4
