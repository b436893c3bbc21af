"""Texts as outlines of the product's typeface, so that a picture looks alike wherever it is shown.

Viewers without the typeface, and those that read no text lengths, would show another picture.
"""

from __future__ import annotations

from functools import cache, lru_cache
from typing import Any

from fontTools.pens.svgPathPen import SVGPathPen
from fontTools.pens.transformPen import TransformPen
from fontTools.ttLib import TTFont

from desktop_app.resources import resource

from .typeface import FILES

_MISSING = ".notdef"


@lru_cache(maxsize=4096)  # the words of a workshop come again in every picture of it
def outline(text: str, weight: str) -> tuple[str, int]:
    """Return a line of text as SVG path data, and its width; in units of the typeface, y upwards.

    `units` of them make the size of the text.
    """
    glyphs, names = _glyphs(weight), _face(weight).getBestCmap()
    pen, at = SVGPathPen(glyphs, ntos=_whole), 0
    for character in text:
        glyph = glyphs[names.get(ord(character), _MISSING)]
        glyph.draw(TransformPen(pen, (1, 0, 0, 1, at, 0)))
        at += glyph.width
    return pen.getCommands(), at


@cache
def units(weight: str) -> int:
    """Return how many units of a typeface make the size of a text."""
    found: int = _face(weight)["head"].unitsPerEm
    return found


@cache
def _face(weight: str) -> Any:
    return TTFont(resource("fonts", f"{FILES[weight]}.ttf"), lazy=True)


@cache
def _glyphs(weight: str) -> Any:
    return _face(weight).getGlyphSet()


def _whole(value: float) -> str:
    return str(round(value))
