"""The QPainter pen: paints the drawings of `charts`, and measures their texts."""

from __future__ import annotations

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPainterPath, QPen

from desktop_app.charts.primitives import Drawing, Line, Rect, Text
from desktop_app.ui.fonts import measure, stage_font

from .large_text import draw_text

__all__ = ["measure", "paint_drawing"]

_SHARES = {"start": 0.0, "middle": 0.5, "end": 1.0}
_PATTERNS = {
    "forward": Qt.BrushStyle.FDiagPattern,
    "backward": Qt.BrushStyle.BDiagPattern,
    "cross": Qt.BrushStyle.DiagCrossPattern,
    "dots": Qt.BrushStyle.Dense5Pattern,
}


def paint_drawing(painter: QPainter, drawing: Drawing, at: QPointF | None = None) -> None:
    """Paint a drawing with its upper left corner at `at`; antialiasing is the caller's choice."""
    painter.save()
    if at is not None:
        painter.translate(at)
    for item in drawing.items:
        if isinstance(item, Rect):
            _paint_rect(painter, item)
        elif isinstance(item, Line):
            painter.setPen(QPen(QColor(item.stroke), item.width))
            painter.drawLine(QLineF(item.x1, item.y1, item.x2, item.y2))
        else:
            _paint_text(painter, item)
    painter.restore()


def _paint_rect(painter: QPainter, item: Rect) -> None:
    rect = QRectF(item.x, item.y, item.width, item.height)
    if item.dashed:
        _paint_outline(painter, rect, item)
        return
    path = _right_rounded(rect, item.radius)
    painter.fillPath(path, QColor(item.fill))
    style = _PATTERNS.get(item.pattern or "")
    if style is not None:
        painter.fillPath(path, QBrush(Qt.GlobalColor.black, style))


def _paint_outline(painter: QPainter, rect: QRectF, item: Rect) -> None:
    width = max(1.0, item.height / 18)
    pen = QPen(QColor(item.fill), width)
    pen.setDashPattern([3, 2])
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    half = width / 2
    painter.drawPath(_right_rounded(rect.adjusted(half, half, -half, -half), item.radius))


def _right_rounded(rect: QRectF, radius: float) -> QPainterPath:
    path = QPainterPath()
    radius = max(0.0, min(radius, rect.width(), rect.height() / 2))
    if radius == 0:
        path.addRect(rect)
        return path
    path.moveTo(rect.topLeft())
    path.lineTo(rect.right() - radius, rect.top())
    path.quadTo(rect.topRight(), QPointF(rect.right(), rect.top() + radius))
    path.lineTo(rect.right(), rect.bottom() - radius)
    path.quadTo(rect.bottomRight(), QPointF(rect.right() - radius, rect.bottom()))
    path.lineTo(rect.bottomLeft())
    path.closeSubpath()
    return path


def _paint_text(painter: QPainter, item: Text) -> None:
    shift = _SHARES[item.anchor] * measure(item.text, item.size, item.weight)
    font, at = stage_font(item.size, item.weight), QPointF(item.x - shift, item.y)
    draw_text(painter, at, item.text, font, QColor(item.fill))
