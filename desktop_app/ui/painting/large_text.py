"""Text higher than Qt keeps glyphs for, painted from glyphs that are kept here.

Qt's raster engine keeps the pictures of glyphs up to 64 pixels; above it fills the outline of every
letter each time, which is fifty times as slow. A stage that is read from ten metres is mostly such
letters. Text that Qt sets in another font than ours is left to Qt, as is a painter that is scaled.
"""

from __future__ import annotations

import math
from functools import lru_cache

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QGlyphRun,
    QImage,
    QPainter,
    QPixmap,
    QRawFont,
    QTextLayout,
)

KEPT_BY_QT = 64
"""The height of type in pixels up to which Qt keeps glyphs."""
PLACES = 2
"""Between two pixels a glyph stands at one of so many places."""
GLYPHS = 1_000


def draw_text(painter: QPainter, at: QPointF, text: str, font: QFont, colour: QColor) -> None:
    """Paint one line of text from its baseline on, in a font and a colour."""
    if font.pixelSize() > KEPT_BY_QT and _is_plain(painter):
        runs = _runs(text, font.key())
        if runs is not None:
            _draw_runs(painter, at, runs, font.key(), colour.rgba())
            return
    painter.setFont(font)
    painter.setPen(colour)
    painter.drawText(at, text)


def _is_plain(painter: QPainter) -> bool:
    """Return whether a pixel of the painter is a pixel of what it paints on."""
    return not painter.deviceTransform().isScaling()  # also true of what is turned


_Run = tuple[tuple[int, float, float], ...]


@lru_cache(maxsize=512)
def _runs(text: str, key: str) -> _Run | None:
    """Return each glyph of a line with its place; None where our font lacks one."""
    found = []
    font = _font_of(key)
    for run in _laid_out(text, font):
        if run.rawFont().familyName() != font.family() or 0 in run.glyphIndexes():
            return None
        for glyph, place in zip(run.glyphIndexes(), run.positions(), strict=True):
            found.append((glyph, place.x(), place.y()))
    return tuple(found)


def _laid_out(text: str, font: QFont) -> list[QGlyphRun]:
    """Return a line's runs of glyphs, from the baseline on."""
    layout = QTextLayout(text, font)
    layout.beginLayout()
    line = layout.createLine()
    layout.endLayout()
    line.setPosition(QPointF(0, -line.ascent()))
    return layout.glyphRuns()


def _draw_runs(painter: QPainter, at: QPointF, runs: _Run, key: str, rgba: int) -> None:
    base = round(at.y())
    for glyph, x, y in runs:
        left = math.floor((at.x() + x) * PLACES + 0.5)
        whole, part = divmod(left, PLACES)
        drawn = _glyph(key, glyph, part, rgba)
        if drawn is not None:
            picture, dx, dy = drawn
            painter.drawPixmap(QPointF(whole + dx, base + round(y) + dy), picture)


@lru_cache(maxsize=64)
def _font_of(key: str) -> QFont:
    font = QFont()
    font.fromString(key)
    return font


@lru_cache(maxsize=64)
def _raw(key: str) -> QRawFont:
    return QRawFont.fromFont(_font_of(key))


@lru_cache(maxsize=GLYPHS)
def _glyph(key: str, glyph: int, part: int, rgba: int) -> tuple[QPixmap, int, int] | None:
    """Return a glyph's picture and where it stands from its place on; None for a space."""
    path = _raw(key).pathForGlyph(glyph)
    if path.isEmpty():
        return None
    path.setFillRule(Qt.FillRule.WindingFill)  # the strokes of a letter may lie over one another
    path.translate(QPointF(part / PLACES, 0))
    room = path.boundingRect().toAlignedRect().adjusted(-1, -1, 1, 1)
    image = QImage(room.size(), QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(0)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(-room.topLeft())
    painter.fillPath(path, QColor.fromRgba(rgba))
    painter.end()
    return QPixmap.fromImage(image), room.left(), room.top()
