"""Source Sans 3 for the stage and the charts; loaded once, when first asked for."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtGui import QFont, QFontDatabase, QFontMetricsF

from desktop_app.resources import resource

FAMILY = "Source Sans 3"
CAP_HEIGHT = 0.66
"""Height of a capital letter in this family, as a share of the font's size."""

_FILES = (
    "SourceSans3-Regular.ttf",
    "SourceSans3-Semibold.ttf",
    "SourceSans3-Bold.ttf",
)
_WEIGHTS = {
    "regular": QFont.Weight.Normal,
    "semibold": QFont.Weight.DemiBold,
    "bold": QFont.Weight.Bold,
}


@lru_cache(maxsize=1)
def load_fonts() -> str:
    """Load the family's files into Qt once and return its name; needs a QGuiApplication.

    A file that is missing is left out: Qt then paints with the platform's own font.
    """
    for name in _FILES:
        path = resource("fonts", name)
        if path.is_file():
            QFontDatabase.addApplicationFont(str(path))
    return FAMILY


@lru_cache(maxsize=256)
def stage_font(px: float, weight: str = "regular") -> QFont:
    """Return the font at `px` pixels; `weight` is "regular", "semibold" or "bold".

    Hinting is off, so that a mirror painted at another size breaks its lines at the same words.
    """
    font = QFont(load_fonts())
    font.setPixelSize(max(1, round(px)))
    font.setWeight(_WEIGHTS[weight])
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return font


@lru_cache(maxsize=256)
def _metrics(px: int, weight: str) -> QFontMetricsF:
    return QFontMetricsF(stage_font(px, weight))


@lru_cache(maxsize=16384)
def _advance(text: str, px: int, weight: str) -> float:
    return _metrics(px, weight).horizontalAdvance(text)


def measure(text: str, size: float, weight: str) -> float:
    """Return the width of `text` in pixels; a `charts.primitives.Measure`."""
    return _advance(text, max(1, round(size)), weight)
