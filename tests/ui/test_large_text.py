"""Type above 64 pixels is painted from kept glyphs, and looks as Qt would paint it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QFont, QImage, QPainter

from desktop_app.ui.fonts import stage_font
from desktop_app.ui.painting import large_text
from desktop_app.ui.painting.large_text import draw_text

pytestmark = pytest.mark.gui
AT = QPointF(12.25, 120)
TEXT = "We – Ŵŷ, fi: 34 %"


def painted(font: QFont, text: str, *, by_qt: bool, scale: float = 1.0) -> QImage:
    image = QImage(1200, 180, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(QColor("white"))
    painter = QPainter(image)
    painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
    painter.scale(scale, scale)
    if by_qt:
        painter.setFont(font)
        painter.setPen(QColor("#123456"))
        painter.drawText(AT, text)
    else:
        draw_text(painter, AT, text, font, QColor("#123456"))
    painter.end()
    return image.convertToFormat(QImage.Format.Format_Grayscale8)


def apart(one: QImage, other: QImage, more_than: int) -> int:
    """Return in how many pixels two grey pictures differ by more than so much."""
    pairs = zip(bytes(one.constBits()), bytes(other.constBits()), strict=True)
    return sum(abs(a - b) > more_than for a, b in pairs)


@pytest.mark.parametrize("px", [65, 80, 120])
@pytest.mark.parametrize("weight", ["regular", "semibold", "bold"])
def test_large_letters_stand_where_qt_puts_them(px: int, weight: str) -> None:
    font = stage_font(px, weight)
    kept = painted(font, TEXT, by_qt=False)
    ink = apart(kept, painted(font, "", by_qt=True), 100)
    assert ink > 3_000
    assert apart(kept, painted(font, TEXT, by_qt=True), 110) < ink // 100


@pytest.mark.parametrize(
    ("px", "text", "scale"), [(64, TEXT, 1.0), (80, "日本語", 1.0), (80, TEXT, 0.5)]
)
def test_all_else_is_left_to_qt(px: int, text: str, scale: float) -> None:
    font = stage_font(px, "semibold")
    ours = painted(font, text, by_qt=False, scale=scale)
    assert ours == painted(font, text, by_qt=True, scale=scale)


def test_a_letter_is_drawn_once_for_many_lines() -> None:
    font = stage_font(90, "bold")
    painted(font, "aaaa", by_qt=False)
    before = large_text._glyph.cache_info().misses
    painted(font, "aaaa", by_qt=False)
    painted(font, "aaaaaaaa", by_qt=False)
    assert large_text._glyph.cache_info().misses <= before + large_text.PLACES - 1
