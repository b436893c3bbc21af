"""The sheet of the parking lot: points to come back to, all at one size."""

from __future__ import annotations

from PySide6.QtCore import QRectF

from desktop_app.scenes.parking_lot import ParkingLot

from .sheet import Block, Frame, SceneLayout, Sheet, column
from .text import ENDLESS, Fitted, Style, fit

LEAD = 38
SIZES = (48, 44, 40, 37, 34, 31, 28, 26, 24, 22.5)


def parking_sheet(scene: ParkingLot, frame: Frame) -> SceneLayout:
    """Lay out the points below the title, each with a dot."""
    sheet, k = Sheet(frame), frame.k
    top = sheet.header(scene.kicker, scene.mark)
    style = frame.style(58, "bold", leading=1.15, lines=2)
    title = fit(scene.title, frame.inner, 150 * k, style)
    below = sheet.put(title, frame.left, top, frame.palette.ink) + 34 * k
    lower = frame.bottom
    if scene.more:
        more = fit(scene.more, frame.inner, 40 * k, frame.style(28, lines=1))
        lower -= more.height
        sheet.put(more, frame.left, lower, frame.soft)
        lower -= 20 * k
    if scene.points:
        _points(sheet, scene.points, below, lower)
    else:
        rect = QRectF(frame.left, below, frame.reading, lower - below)
        column(sheet, [Block(scene.empty, 44, frame.palette.ink, leading=1.25)], rect)
    return sheet.done()


def _points(sheet: Sheet, points: tuple[str, ...], top: float, lower: float) -> None:
    frame, k = sheet.frame, sheet.frame.k
    fitted, gap = _fitted(frame, points, lower - top)
    y = top
    for words in fitted:
        dot = min(14 * k, words.line_height * 0.4)
        middle = y + words.line_height / 2
        sheet.box(
            QRectF(frame.left, middle - dot / 2, dot, dot),
            fill=frame.palette.accent,
            radius=dot / 2,
        )
        y = sheet.put(words, frame.left + LEAD * k, y, frame.palette.ink) + gap


def _fitted(frame: Frame, points: tuple[str, ...], room: float) -> tuple[list[Fitted], float]:
    """Return all points at the largest size at which they fit; at the smallest, cut alike."""
    width = frame.reading - LEAD * frame.k
    for size in SIZES:
        at = frame.style(size).size
        style = Style(at, at, leading=1.22)
        gap = 0.62 * at
        fitted = [fit(text, width, ENDLESS, style) for text in points]
        if sum(f.height for f in fitted) + gap * (len(points) - 1) <= room:
            return fitted, gap
    gap = 0.4 * at
    each = (room - gap * (len(points) - 1)) / len(points)
    return [fit(text, width, max(each, style.size * 1.3), style) for text in points], gap
