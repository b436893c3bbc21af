"""The PNG pen: draws what charts describe as pixels.

With Pillow and not with Qt, so that the command line needs no window system and every machine
writes the same bytes. Shapes are drawn larger and made small again, which smooths their edges;
words come on top of them, as the typeface has smooth edges of its own.
"""

from __future__ import annotations

import io
from collections.abc import Callable
from functools import lru_cache
from typing import Any

from PIL import Image, ImageDraw
from PIL.PngImagePlugin import PngInfo

from desktop_app.charts.hatching import OUTLINE, PLATE, hatching
from desktop_app.charts.palette import PRINT
from desktop_app.charts.primitives import Drawing, Line, Rect, Text

from .typeface import font

_FINER = 2
_PRESSED = 3
"""Half the time of what zlib does by itself, for files that are a sixth larger."""
_DASH = 3.0
_DPI_AT_SCALE_1 = 72
_ANCHORS = {"start": "ls", "middle": "ms", "end": "rs"}


def png_bytes(drawing: Drawing, title: str, paper: str, scale: float = 3.0) -> bytes:
    """Return a drawing as PNG, `scale` pixels to one of its units; its words go with it."""
    size = (max(1, round(drawing.width * scale)), max(1, round(drawing.height * scale)))
    finer = scale * _FINER
    large = Image.new("RGB", (size[0] * _FINER, size[1] * _FINER), paper)
    pen = ImageDraw.Draw(large)
    for item in drawing.items:
        if not isinstance(item, Text):
            _PENS[type(item)](pen, item, finer)
    small = large.reduce(_FINER)
    pen = ImageDraw.Draw(small)
    for text in (item for item in drawing.items if isinstance(item, Text)):
        _text(pen, text, scale)
    held = io.BytesIO()
    dpi = round(_DPI_AT_SCALE_1 * scale)
    words = _words(drawing, title)
    small.save(held, "PNG", pnginfo=words, dpi=(dpi, dpi), compress_level=_PRESSED)
    return held.getvalue()


def _words(drawing: Drawing, title: str) -> PngInfo:
    info = PngInfo()
    info.add_itxt("Title", title, "en", "Title")
    info.add_itxt("Description", drawing.alt, "en", "Description")
    return info


def _rect(pen: Any, rect: Rect, scale: float) -> None:
    x, y = rect.x * scale, rect.y * scale
    right, bottom = (rect.x + rect.width) * scale - 1, (rect.y + rect.height) * scale - 1
    if right < x or bottom < y:
        return
    if rect.dashed:
        for start, end in ((0, 1), (1, 2), (2, 3), (3, 0)):
            corners = ((x, y), (right, y), (right, bottom), (x, bottom))
            _dashed(pen, corners[start], corners[end], rect.fill, scale)
        return
    radius = min(rect.radius, rect.width, rect.height / 2) * scale
    rounded = (False, True, True, False)
    edge = 0 if rect.pattern == PLATE else max(1, round(OUTLINE / 2 * scale))
    pen.rounded_rectangle(
        (x, y, right, bottom), radius, rect.fill, PRINT.paper, edge, corners=rounded
    )
    for line in hatching(rect, PRINT.paper):
        _line(pen, line, scale)


def _dashed(
    pen: Any, start: tuple[float, float], end: tuple[float, float], colour: str, scale: float
) -> None:
    across, down = end[0] - start[0], end[1] - start[1]
    length = abs(across) + abs(down)  # along one axis only
    at, dash = 0.0, _DASH * scale
    while at < length:
        to = min(at + dash, length)
        ends = [
            (start[0] + across * share / length, start[1] + down * share / length)
            for share in (at, to)
        ]
        pen.line(ends, fill=colour, width=max(1, round(scale)))
        at += 2 * dash


def _line(pen: Any, line: Line, scale: float) -> None:
    ends = (line.x1 * scale, line.y1 * scale, line.x2 * scale, line.y2 * scale)
    pen.line(ends, fill=line.stroke, width=max(1, round(line.width * scale)))


def _text(pen: Any, text: Text, scale: float) -> None:
    left, top, inked = _inked(text.text, text.weight, text.size * scale, _ANCHORS[text.anchor])
    if inked:
        at = (round(text.x * scale) + left, round(text.y * scale) + top)
        pen.bitmap(at, inked, fill=text.fill)


@lru_cache(maxsize=512)  # scale, legend and footing are the same words in every chart of a day
def _inked(text: str, weight: str, size: float, anchor: str) -> tuple[int, int, Image.Image | None]:
    """Return how words look as a mask, and from where they stand to its corner."""
    face = font(weight, size)
    left, top, right, bottom = (round(edge) for edge in face.getbbox(text, anchor=anchor))
    if right <= left or bottom <= top:
        return 0, 0, None
    inked = Image.new("L", (right - left, bottom - top))
    ImageDraw.Draw(inked).text((-left, -top), text, fill=255, font=face, anchor=anchor)
    return left, top, inked


_PENS: dict[type, Callable[[Any, Any, float], None]] = {Rect: _rect, Line: _line}
