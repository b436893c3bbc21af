"""Small pictures of all pages to choose one; each is made when it comes into sight."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtWidgets import (
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from desktop_app.words.speech import say

from .pdf_pages import PdfPages, pixmap

WIDTH = 148
_SIDE = 104
_ROW = 146
Index = QModelIndex | QPersistentModelIndex


class PageList(QListWidget):
    """The pages by number.

    Signals:
        page_chosen(int): a page (from 0) is wanted.
    """

    page_chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._painter = _Thumbnails(self)
        self.setItemDelegate(self._painter)
        self.setAccessibleName(say("Pages"))
        self.setFixedWidth(WIDTH)
        self.setUniformItemSizes(True)
        self.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.currentRowChanged.connect(self._tell)

    def show_pages(self, pages: PdfPages | None) -> None:
        """List the pages of a document, or nothing."""
        self._painter.show_pages(pages)
        self.blockSignals(True)
        self.clear()
        for number in range(1, (pages.count if pages else 0) + 1):
            item = QListWidgetItem(str(number), self)
            said = say("Page {n}", n=number)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, said)
        self.setCurrentRow(0)
        self.blockSignals(False)

    def mark(self, page: int) -> None:
        """Show which page is looked at, without asking for it."""
        if page != self.currentRow():
            self.blockSignals(True)
            self.setCurrentRow(page)
            self.blockSignals(False)

    def _tell(self, row: int) -> None:
        if row >= 0:
            self.page_chosen.emit(row)


class _Thumbnails(QStyledItemDelegate):
    """Paints a page and its number."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._pages: PdfPages | None = None
        self._made: dict[int, QPixmap] = {}

    def show_pages(self, pages: PdfPages | None) -> None:
        """Paint these pages from now on."""
        self._pages = pages
        self._made.clear()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Give each page the same room, whatever its shape."""
        return QSize(WIDTH - 20, _ROW)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one page."""
        if self._pages is None or index.row() >= self._pages.count:
            return
        box = QRect(option.rect)
        palette = option.palette
        size = self._pages.size(index.row()).scaled(
            _SIDE, _SIDE, Qt.AspectRatioMode.KeepAspectRatio
        )
        place = QRect(box.topLeft(), size.toSize())
        place.moveCenter(box.center())
        place.moveTop(box.top() + 8 + (_SIDE - place.height()) // 2)
        ratio = painter.device().devicePixelRatioF()
        painter.drawPixmap(place, self._picture(index.row(), place.size(), ratio))
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        pen = painter.pen()
        pen.setColor(palette.highlight().color() if chosen else palette.mid().color())
        pen.setWidth(3 if chosen else 1)
        painter.setPen(pen)
        painter.drawRect(place.adjusted(-1, -1, 0, 0))
        painter.setPen(palette.text().color())
        number = QRect(box.left(), box.top() + _SIDE + 12, box.width(), 22)
        painter.drawText(number, Qt.AlignmentFlag.AlignCenter, str(index.row() + 1))

    def _picture(self, page: int, size: QSize, ratio: float) -> QPixmap:
        if page not in self._made and self._pages is not None:
            pixels = (size.toSizeF() * ratio).toSize()
            self._made[page] = pixmap(self._pages.picture(page, pixels), ratio)
        return self._made[page]
