"""How large things are on the ballot: design pixels of a screen of 1366 x 768, and fitted words."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property, lru_cache

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QFontMetricsF
from PySide6.QtWidgets import QLabel

from desktop_app.ui.fonts import stage_font
from desktop_app.ui.painting.text import Style, fit

SMALLEST = 20
TARGET = 76
"""The least height of what is clicked or touched."""


@dataclass(frozen=True)
class Measures:
    """The measures of one size of the ballot; `k` turns a design pixel into one of the screen."""

    width: int
    height: int

    @cached_property
    def k(self) -> float:
        """Return screen pixels per design pixel."""
        return max(0.4, min(self.height / 768, self.width / 1024))

    def px(self, design: float) -> int:
        """Return a design length in pixels of the screen."""
        return round(design * self.k)

    @cached_property
    def margin(self) -> int:
        """Return how far from the left and right edge everything begins."""
        return round(max(24 * self.k, min(60 * self.k, self.width * 0.045)))

    @property
    def inner(self) -> int:
        """Return the width between the margins."""
        return self.width - 2 * self.margin

    def style(self, size: float, weight: str = "regular", *, lines: int = 0) -> Style:
        """Return a style of `size` design pixels that shrinks no further than the smallest."""
        least = min(size, SMALLEST) * self.k
        return Style(size * self.k, least, weight, 1.2, lines)


def measures_of(size: QSize) -> Measures:
    """Return the measures of a ballot of this size."""
    return _measures(size.width(), size.height())


@lru_cache(maxsize=4)
def _measures(width: int, height: int) -> Measures:
    return Measures(width, height)


@lru_cache(maxsize=64)
def as_label(style: Style) -> Style:
    """Return a style as a label follows it: with the leading that the typeface has."""
    leading = QFontMetricsF(stage_font(style.size, style.weight)).lineSpacing() / style.size
    return replace(style, leading=leading, balanced=False)


def put_label(label: QLabel, rect: QRect, style: Style) -> int:
    """Put a label where its words fit, as large as its style lets them; return its lower edge."""
    fitted = fit(label.text(), rect.width(), rect.height(), as_label(style))
    label.setFont(stage_font(fitted.size, fitted.weight))
    needed = label.heightForWidth(rect.width()) if label.wordWrap() else label.sizeHint().height()
    height = min(max(1, needed), rect.height())
    label.setGeometry(rect.left(), rect.top(), rect.width(), height)
    return rect.top() + height
