"""Paints a workshop's actions in its row: five small bars around one middle line."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QPointF, QRect
from PySide6.QtGui import QPainter

from desktop_app.charts.middle_bars import middle_bars
from desktop_app.charts.palette import Palette
from desktop_app.charts.primitives import Drawing
from desktop_app.domain.listing import Picture

WIDTH, BESIDE = 88, 20
_HIGHEST, _ROW = 44, 9
_THICK = 0.66


def paint_picture(painter: QPainter, picture: Picture, palette: Palette, room: QRect) -> None:
    """Paint a picture at the right edge of a row's room, in the middle of its height."""
    drawn = _drawn(picture, palette)
    top = room.center().y() + 1 - drawn.height / 2
    from desktop_app.ui.painting.pen import paint_drawing  # noqa: PLC0415 - fonts are loaded by it

    paint_drawing(painter, drawn, QPointF(room.right() - WIDTH, top))


@lru_cache(maxsize=200)
def _drawn(picture: Picture, palette: Palette) -> Drawing:
    row = min(_ROW, _HIGHEST / len(picture))
    return middle_bars(picture, palette, WIDTH, row, thick=row * _THICK)
