"""Widths of texts in the product's typeface, and what it cannot show; draws nothing.

Laid out simply (no ligatures, no system library), so that every machine measures alike.
"""

from __future__ import annotations

from functools import cache, lru_cache

from PIL import ImageFont

from desktop_app.domain.plain_text import code_point, one_line
from desktop_app.resources import resource

FILES = {
    "regular": "SourceSans3-Regular",
    "semibold": "SourceSans3-Semibold",
    "bold": "SourceSans3-Bold",
}
_MEASURED_AT = 100
_NO_CHARACTER = "\U0010ffff"


def text_width(text: str, size: float, weight: str) -> float:
    """Return the width of a text; the charts' Measure."""
    return _measured(text, weight) * size / _MEASURED_AT


@lru_cache(maxsize=4096)  # the words of a workshop come again in every picture of it
def _measured(text: str, weight: str) -> float:
    return font(weight, _MEASURED_AT).getlength(text)


@cache
def font(weight: str, size: float) -> ImageFont.FreeTypeFont:
    """Return the typeface at a weight and a size in pixels."""
    path = resource("fonts", f"{FILES[weight]}.ttf")
    return ImageFont.truetype(str(path), size, layout_engine=ImageFont.Layout.BASIC)


def shown(text: str) -> str:
    """Return `text` on one line, what the typeface lacks as its code point."""
    return "".join(c if _has(c) else f"[{code_point(c)}]" for c in one_line(text))


@cache
def _has(character: str) -> bool:
    if character.isspace():
        return True
    return bytes(_mask(character)) != bytes(_mask(_NO_CHARACTER))


def _mask(character: str) -> bytes:
    return bytes(font("regular", 24).getmask(character))
