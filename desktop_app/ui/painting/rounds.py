"""Sheets that set results beside one another: two rounds of a statement, and its partners."""

from __future__ import annotations

import math
from dataclasses import replace

from PySide6.QtCore import QPointF, QRectF

from desktop_app.charts.group_bars import group_bars
from desktop_app.charts.primitives import Drawing
from desktop_app.charts.slope import paired_bars, slope
from desktop_app.scenes.scene import ByGroup, Compared, GroupPart
from desktop_app.ui.fonts import measure

from .result import chart_palette
from .sheet import Block, DrawingItem, Frame, SceneLayout, Sheet, column
from .text import fit, fit_line_first
from .vote import statement_text

BARS_SHARE, GAP_SHARE = 0.58, 0.05
ROW = 62
FEW = 4


def compared_sheet(scene: Compared, frame: Frame) -> SceneLayout:
    """Lay out both rounds: bars on the left, how shares moved on the right, the words below."""
    sheet, k = Sheet(frame), frame.k
    top = sheet.header(scene.kicker, scene.mark)
    lower = sheet.footer(scene.footer) - 24 * k
    rows = scene.scale.size + 2
    room = (lower - top) * 0.26
    statement = statement_text(scene.statement, frame, room, size=40)
    below = sheet.put(statement, frame.left, top, frame.palette.ink) + 24 * k
    lower = _words(sheet, scene, below, lower) - 20 * k
    height = min(lower - below, rows * ROW * k)
    start = below + (lower - below - height) * 0.4
    bars = frame.inner * BARS_SHARE
    row = height / rows
    size = max(frame.floor, min(27 * k, row * 0.62))
    _put(sheet, _bars(scene, frame, bars, height, size), frame.left, start)
    left = frame.left + bars + frame.inner * GAP_SHARE
    width = frame.left + frame.inner - left
    _put(sheet, _slope(scene, frame, width, height, size), left, start)
    return sheet.done()


def _words(sheet: Sheet, scene: Compared, top: float, lower: float) -> float:
    """Put what changed above `lower`; return the upper edge it takes."""
    frame, k = sheet.frame, sheet.frame.k
    blocks = [
        Block(scene.moved, 32, frame.palette.ink, "semibold", leading=1.2),
        Block(scene.agreements, 28, frame.soft, above=6),
        Block(scene.settled, 28, frame.palette.ink, "semibold", above=10),
    ]
    blocks = [block for block in blocks if block.text]
    most = (lower - top) * 0.4
    trial = QRectF(frame.left, 0, frame.inner, most)
    height = column(Sheet(frame), blocks, trial)
    at = lower - height
    column(sheet, blocks, QRectF(frame.left, at, frame.inner, most + k))
    return at


def _bars(scene: Compared, frame: Frame, width: float, height: float, size: float) -> Drawing:
    return paired_bars(
        scene.before,
        scene.after,
        scene.scale,
        scene.names,
        chart_palette(frame.palette),
        width,
        height,
        size=size,
        measure=measure,
    )


def _slope(scene: Compared, frame: Frame, width: float, height: float, size: float) -> Drawing:
    return slope(
        scene.before,
        scene.after,
        scene.names,
        chart_palette(frame.palette),
        width,
        height,
        size=size,
        measure=measure,
    )


def _put(sheet: Sheet, drawing: Drawing, x: float, y: float) -> None:
    sheet.items.append(DrawingItem(drawing, QPointF(x, y)))


def groups_sheet(scene: ByGroup, frame: Frame) -> SceneLayout:
    """Lay out one small picture a partner in a grid; a hidden part has a dashed box."""
    sheet, k = Sheet(frame), frame.k
    top = sheet.header(scene.kicker, scene.mark)
    lower = sheet.footer(scene.footer) - 28 * k
    statement = statement_text(scene.statement, frame, (lower - top) * 0.28, size=40)
    below = sheet.put(statement, frame.left, top, frame.palette.ink) + 28 * k
    shown = [part.result for part in scene.parts if part.result is not None]
    most = max((max(*r.counts, r.cannot_say) for r in shown), default=1)
    few = len(scene.parts) <= FEW
    for part, rect in zip(scene.parts, _grid(frame, len(scene.parts), below, lower), strict=True):
        _put_part(sheet, part if few else replace(part, detail=""), rect, most)
    return sheet.done()


def _grid(frame: Frame, count: int, top: float, lower: float) -> list[QRectF]:
    """Return the places of the parts: at most three, then four or five, beside one another."""
    columns = count if count <= 3 else math.ceil(count / 2) if count <= 8 else 5
    rows = math.ceil(count / columns)
    gap = 40 * frame.k
    width = min((frame.inner - (columns - 1) * gap) / columns, 620 * frame.k)
    down = 24 * frame.k
    height = min((lower - top - (rows - 1) * down) / rows, 520 * frame.k)
    return [
        QRectF(
            frame.left + (i % columns) * (width + gap),
            top + (i // columns) * (height + down),
            width,
            height,
        )
        for i in range(count)
    ]


def _put_part(sheet: Sheet, part: GroupPart, rect: QRectF, most: int) -> None:
    """Put a partner's name, then its bars and what they say, or why it is hidden."""
    frame, k = sheet.frame, sheet.frame.k
    title = fit_line_first(
        part.label, rect.width(), rect.height() * 0.25, frame.style(32, "semibold", lines=2)
    )
    y = sheet.put(title, rect.left(), rect.top(), frame.palette.ink)
    if part.merged:
        names = fit(part.merged, rect.width(), rect.height() * 0.2, frame.style(25, lines=2))
        y = sheet.put(names, rect.left(), y, frame.soft)
    rest = QRectF(rect.left(), y + 12 * k, rect.width(), rect.bottom() - y - 12 * k)
    if part.result is None:
        _put_hidden(sheet, part.words, rest)
        return
    said = f"{part.words}. {part.detail}" if part.detail else part.words
    words = fit(said, rest.width(), rest.height() * 0.4, frame.style(25, lines=3))
    bars = rest.height() - words.height - 10 * k
    size = max(frame.floor, min(25 * k, bars * 0.16))
    palette = chart_palette(frame.palette)
    drawing = group_bars(part.result, palette, rest.width(), bars, size=size, most=most)
    _put(sheet, drawing, rest.left(), rest.top())
    sheet.put(words, rest.left(), rest.bottom() - words.height, frame.soft)


def _put_hidden(sheet: Sheet, words: str, rect: QRectF) -> None:
    frame, k = sheet.frame, sheet.frame.k
    pad = 24 * k
    room = rect.adjusted(pad, pad, -pad, -pad)
    said = fit(words, room.width(), room.height(), frame.style(28, leading=1.3))
    box = QRectF(rect.left(), rect.top(), rect.width(), said.height + 2 * pad)
    sheet.box(box, line=frame.soft, width=max(1.0, 2 * k), radius=14 * k, dashed=True)
    sheet.put(said, room.left(), room.top(), frame.soft)
