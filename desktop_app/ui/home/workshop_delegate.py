"""Paints one workshop of the list: title, sample badge, status, partnership and date.

Knows nothing of what a workshop is; it reads the model's roles.
"""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPalette, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from desktop_app.charts.palette import DARK, LIGHT, Palette
from desktop_app.domain.summaries import WorkshopStatus

from .row_picture import BESIDE, WIDTH, paint_picture
from .workshop_model import BADGE, DETAILS, PICTURE, STATUS, SUMMARY

Index = QModelIndex | QPersistentModelIndex

ROW_HEIGHT = 68
INDENT = 20
_SMALL = 15
_DOT = 9.0
_ROUNDED = 4


class WorkshopDelegate(QStyledItemDelegate):
    """Two lines a workshop; `reserved` pixels at the right of the current row stay free."""

    reserved = 0

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the same height for every row, so that long lists stay quick."""
        return QSize(200, ROW_HEIGHT)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one row."""
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter, option, index)
        room = option.rect.adjusted(INDENT, 10, -INDENT, -10)
        if option.state & QStyle.StateFlag.State_Selected:
            room.setRight(room.right() - self.reserved)
        if index.data(SUMMARY) is not None:  # it may have gone since the list was made
            room = self._paint_picture(painter, option, index, room)
            self._paint_title(painter, option, index, room)
            self._paint_details(painter, option, index, room)
        painter.restore()

    def _paint_picture(
        self, painter: QPainter, option: QStyleOptionViewItem, index: Index, room: QRect
    ) -> QRect:
        """Paint the picture of its actions where the words leave room; return what is left."""
        picture = index.data(PICTURE)
        left = room.adjusted(0, 0, -(WIDTH + BESIDE), 0)
        if not picture or left.width() < _words_width(option, index):
            return room
        paint_picture(painter, picture, _palette(option), room)
        return left

    def _paint_ground(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        accent = option.palette.color(QPalette.ColorRole.Highlight)
        box = QRectF(option.rect).adjusted(5, 3, -5, -3)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(_thin(accent, 0.10))
            painter.drawRoundedRect(box, 9, 9)
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(_thin(option.palette.color(QPalette.ColorRole.Text), 0.05))
            painter.drawRoundedRect(box, 9, 9)
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(accent, 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), 8, 8)

    def _paint_title(
        self, painter: QPainter, option: QStyleOptionViewItem, index: Index, room: QRect
    ) -> None:
        font = _sized(option.font, 17, QFont.Weight.DemiBold)
        badge = index.data(BADGE)
        badge_width = _badge_width(option, badge) if badge else 0
        metrics = QFontMetrics(font)
        line = QRect(room.left(), room.top(), room.width() - badge_width, room.height() // 2)
        title = metrics.elidedText(index.data(), Qt.TextElideMode.ElideRight, line.width())
        painter.setFont(font)
        painter.setPen(option.palette.color(QPalette.ColorRole.Text))
        painter.drawText(line, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine, title)
        if badge:
            left = room.left() + metrics.horizontalAdvance(title) + 12
            _paint_badge(painter, option, badge, QPointF(left, line.center().y()))

    def _paint_details(
        self, painter: QPainter, option: QStyleOptionViewItem, index: Index, room: QRect
    ) -> None:
        line = QRect(room.left(), room.center().y() + 1, room.width(), room.height() // 2)
        status = index.data(SUMMARY).status
        dot = QRectF(line.left() + 1, line.center().y() - _DOT / 2 + 1, _DOT, _DOT)
        _paint_dot(painter, option, status, dot)
        line.setLeft(line.left() + 18)
        line.setLeft(line.left() + _paint_words(painter, option, line, index.data(STATUS), "Text"))
        metrics = QFontMetrics(_sized(option.font, _SMALL))
        rest = fitted_details(metrics, index.data(DETAILS), line.width())
        _paint_words(painter, option, line, rest, "PlaceholderText")


def fitted_details(metrics: QFontMetrics, details: str, width: int) -> str:
    """Return details that fit: the partnership becomes shorter, and the date stays whole."""
    head, dot, day = details.rpartition(" · ")
    before = "  ·  "
    # Parts are rounded one by one, and the whole may be a little wider than their sum.
    left = width - metrics.horizontalAdvance(f"{before}{dot}{day}") - _ROUNDED
    shown = metrics.elidedText(head, Qt.TextElideMode.ElideRight, max(0, left))
    return f"{before}{shown}{dot}{day}" if shown else f"{before}{day}"


def _words_width(option: QStyleOptionViewItem, index: Index) -> int:
    """Return how wide the second line is where nothing of it is cut."""
    words = f"{index.data(STATUS)}  ·  {index.data(DETAILS)}"
    return 18 + QFontMetrics(_sized(option.font, _SMALL)).horizontalAdvance(words) + _ROUNDED


def _paint_words(
    painter: QPainter, option: QStyleOptionViewItem, line: QRect, text: str, role: str
) -> int:
    font = _sized(option.font, _SMALL)
    metrics = QFontMetrics(font)
    shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, max(0, line.width()))
    painter.setFont(font)
    painter.setPen(option.palette.color(QPalette.ColorRole[role]))
    painter.drawText(line, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine, shown)
    return metrics.horizontalAdvance(shown)


def _paint_dot(
    painter: QPainter, option: QStyleOptionViewItem, status: WorkshopStatus, dot: QRectF
) -> None:
    """Paint an open ring for prepared, a filled one for in progress, a square for closed."""
    running = status is WorkshopStatus.RUNNING
    role = QPalette.ColorRole.Highlight if running else QPalette.ColorRole.PlaceholderText
    colour = option.palette.color(role)
    painter.setPen(QPen(colour, 1.6))
    filled = status is not WorkshopStatus.PREPARED
    painter.setBrush(colour if filled else Qt.BrushStyle.NoBrush)
    if status is WorkshopStatus.CLOSED:
        painter.drawRect(dot.adjusted(1, 1, -1, -1))
    else:
        painter.drawEllipse(dot)


def _badge_width(option: QStyleOptionViewItem, text: str) -> int:
    font = _sized(option.font, 14, QFont.Weight.DemiBold)
    return QFontMetrics(font).horizontalAdvance(text) + 16 + 12


def _paint_badge(
    painter: QPainter, option: QStyleOptionViewItem, text: str, middle_left: QPointF
) -> None:
    palette = _palette(option)
    box = QRectF(middle_left.x(), middle_left.y() - 11, _badge_width(option, text) - 12, 22)
    painter.setPen(QPen(QColor(palette.attention_line), 1))
    painter.setBrush(QColor(palette.attention))
    painter.drawRoundedRect(box, 8, 8)
    painter.setFont(_sized(option.font, 14, QFont.Weight.DemiBold))
    painter.setPen(QColor(palette.ink))
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)


def _palette(option: QStyleOptionViewItem) -> Palette:
    # The ink tells: the ground of a list is transparent, which reads as black.
    dark = option.palette.color(QPalette.ColorRole.Text).lightness() > 128
    return DARK if dark else LIGHT


def _sized(font: QFont, pixels: int, weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
    sized = QFont(font)
    sized.setPixelSize(pixels)
    sized.setWeight(weight)
    return sized


def _thin(colour: QColor, share: float) -> QColor:
    thin = QColor(colour)
    thin.setAlphaF(share)
    return thin
