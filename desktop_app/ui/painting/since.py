"""The sheet of what became of last time's commitments: each with its shape and its word."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from itertools import pairwise
from typing import Final

from PySide6.QtCore import QPointF, QRectF

from desktop_app.charts.primitives import Drawing, Line, Rect
from desktop_app.domain.earlier import Standing
from desktop_app.scenes.since_scenes import PromiseLine, SinceLastTime

from .choosing import taken_colour
from .sheet import DrawingItem, Frame, SceneLayout, Sheet
from .styles import must
from .text import ENDLESS, Fitted, fit
from .words import PAD, put_title

MARK, MARK_GAP, GAP = 46.0, 22.0, 40.0
LINE = 5.0
TICK = ((0.28, 0.53), (0.44, 0.68), (0.73, 0.34))
"""Ends of the lines of a tick, in a square of 1."""


def since_sheet(scene: SinceLastTime, frame: Frame) -> SceneLayout:
    """Lay out commitments with a thin line above each, and where each stands at the right."""
    sheet, k = Sheet(frame), frame.k
    top = put_title(sheet, scene.kicker, scene.title, scene.mark)
    style = must(frame, "semibold", leading=1.1, lines=1)
    words = [fit(line.words, frame.inner, ENDLESS, style) for line in scene.lines]
    beside = max((one.width for one in words), default=0.0)
    if beside:
        beside += (MARK + MARK_GAP + GAP) * k
    titles = _titles(frame, scene, frame.inner - beside, frame.bottom - top)
    spare = frame.bottom - top - sum(one.height for one in titles)
    pad = min(24 * k, max(PAD * k, spare / max(1, 2 * len(titles))))
    left = frame.left + frame.inner - beside + GAP * k
    for line, title, word in zip(scene.lines, titles, words, strict=True):
        sheet.rule(top)
        y = top + pad
        if line.standing is not None:
            _put_mark(sheet, line, QPointF(left, y + title.line_height / 2 - MARK / 2 * k))
            sheet.put(word, left + (MARK + MARK_GAP) * k, y, frame.palette.ink)
        top = sheet.put(title, frame.left, y, frame.palette.ink) + pad
    return sheet.done()


def _titles(frame: Frame, scene: SinceLastTime, width: float, room: float) -> list[Fitted]:
    """Return the titles as loosely set as there is room for; in fewer lines where there is none.

    The latter happens only on a screen of another shape than the one that the scene was made for.
    """
    fitted: list[Fitted] = []
    for leading, most in ((1.18, 0), (1.1, 0), (1.04, 0), (1.04, 2), (1.04, 1)):
        style = must(frame, leading=leading, lines=most)
        fitted = [fit(line.title, width, ENDLESS, style) for line in scene.lines]
        if sum(one.height + 2 * PAD * frame.k for one in fitted) <= room:
            break
    return fitted


# -- shapes ---------------------------------------------------------------------------------


def _put_mark(sheet: Sheet, line: PromiseLine, at: QPointF) -> None:
    if line.standing is not None:
        size = MARK * sheet.frame.k
        _SHAPES[line.standing](sheet, QRectF(at.x(), at.y(), size, size))


def _done(sheet: Sheet, rect: QRectF) -> None:
    frame = sheet.frame
    colour = taken_colour(frame.palette)
    sheet.box(rect, fill=colour, radius=rect.width() / 2)
    size, paper, thick = rect.width(), frame.palette.paper, LINE * 1.2 * frame.k
    ends = [(x * size, y * size) for x, y in TICK]
    lines = tuple(Line(*one, *other, paper, thick) for one, other in pairwise(ends))
    sheet.items.append(DrawingItem(Drawing(size, size, lines, ""), rect.topLeft()))


def _under_way(sheet: Sheet, rect: QRectF) -> None:
    colour = taken_colour(sheet.frame.palette)
    _ring(sheet, rect, colour)
    inner = rect.width() * 0.36
    half = Rect(0, 0, inner, 2 * inner, colour, radius=inner)
    at = QPointF(rect.center().x(), rect.center().y() - inner)
    sheet.items.append(DrawingItem(Drawing(inner, 2 * inner, (half,), ""), at))


def _stuck(sheet: Sheet, rect: QRectF) -> None:
    colour = sheet.frame.palette.ink
    _ring(sheet, rect, colour)
    width, height = rect.width() * 0.11, rect.height() * 0.42
    for x in (0.37, 0.63):
        left = rect.left() + rect.width() * x - width / 2
        bar = QRectF(left, rect.center().y() - height / 2, width, height)
        sheet.box(bar, fill=colour, radius=width / 2)


def _dropped(sheet: Sheet, rect: QRectF) -> None:
    colour = sheet.frame.soft
    _ring(sheet, rect, colour, dashed=True)
    width, height = rect.width() * 0.44, rect.height() * 0.1
    bar = QRectF(rect.center().x() - width / 2, rect.center().y() - height / 2, width, height)
    sheet.box(bar, fill=colour, radius=height / 2)


def _ring(sheet: Sheet, rect: QRectF, colour: str, *, dashed: bool = False) -> None:
    thick = LINE * (0.7 if dashed else 1.0) * sheet.frame.k
    sheet.box(rect, line=colour, width=thick, radius=rect.width() / 2, dashed=dashed)


_SHAPES: Final[Mapping[Standing, Callable[[Sheet, QRectF], None]]] = {
    Standing.DONE: _done,
    Standing.UNDER_WAY: _under_way,
    Standing.STUCK: _stuck,
    Standing.DROPPED: _dropped,
}
