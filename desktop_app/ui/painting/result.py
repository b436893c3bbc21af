"""Sheets of what has been revealed: one round's bars and words, a hidden round, a picture."""

from __future__ import annotations

import math
from dataclasses import replace

from PySide6.QtCore import QPointF, QRectF

from desktop_app.charts.diverging_bars import DivergingRow, diverging_bars
from desktop_app.charts.palette import Palette
from desktop_app.charts.primitives import Drawing
from desktop_app.charts.rating_bars import rating_bars
from desktop_app.scenes.scene import Picture, PictureRow, Revealed, RevealedHidden
from desktop_app.ui.fonts import measure

from .sheet import Block, DrawingItem, Frame, SceneLayout, Sheet, column, secondary
from .text import fit
from .vote import statement_text

CHART_SHARE, WORDS_SHARE = 0.54, 0.37
ROW = 70
SMALLEST_IN_BARS = 0.85
"""Size of the counts inside diverging bars, as a share of the labels' size."""


def revealed_sheet(scene: Revealed, frame: Frame) -> SceneLayout:
    """Lay out one round's result: bars on the left, what they mean on the right."""
    sheet, k = Sheet(frame), frame.k
    top = sheet.header(scene.kicker, scene.mark)
    upper = sheet.footer(scene.footer, scene.hint) - 36 * k
    rows = scene.scale.size + 1
    room = upper - top - rows * 46 * k
    statement = statement_text(scene.statement, frame, room, size=46)
    below = sheet.put(statement, frame.left, top, frame.palette.ink)
    area = _body(below, upper, rows * ROW * k, k)
    chart = QRectF(frame.left, area[0], frame.inner * CHART_SHARE, area[1] - area[0])
    words = frame.inner * WORDS_SHARE
    right = QRectF(frame.left + frame.inner - words, area[0], words, upper - area[0])
    column(sheet, _words(scene, frame), right)
    return replace(sheet.done(), chart=chart)


def _body(below: float, upper: float, wanted: float, k: float) -> tuple[float, float]:
    """Return upper and lower edge of the bars: their wanted height, a little above the middle."""
    start = below + 36 * k
    height = min(wanted, upper - start)
    slack = upper - start - height
    return start + slack * 0.4, start + slack * 0.4 + height


def _words(scene: Revealed, frame: Frame) -> list[Block]:
    ink, soft = frame.palette.ink, frame.soft
    blocks = [
        Block(scene.verdict, 52, ink, "bold", leading=1.15),
        Block(scene.meaning, 29, soft, above=10, leading=1.35),
        Block(scene.middle, 32, ink, "semibold", above=30),
        Block(scene.level, 28, soft, above=6),
    ]
    for index, remark in enumerate(scene.remarks):
        blocks.append(Block(remark, 27, soft, above=10 if index else 26))
    blocks.append(Block(scene.settled, 28, ink, "semibold", above=26))
    return [block for block in blocks if block.text]


def chart_drawing(scene: Revealed, frame: Frame, place: QRectF, growth: float) -> Drawing:
    """Return the bars of a revealed round as far as they have grown (0 to 1)."""
    row = place.height() / (scene.scale.size + 1)
    return rating_bars(
        scene.result,
        scene.scale,
        chart_palette(frame.palette),
        place.width(),
        place.height(),
        size=max(frame.floor, min(27 * frame.k, row * 0.6)),
        measure=measure,
        growth=growth,
    )


def chart_palette(palette: Palette) -> Palette:
    """Return the palette with secondary text that a projector shows."""
    return replace(palette, soft=secondary(palette))


def hidden_sheet(scene: RevealedHidden, frame: Frame) -> SceneLayout:
    """Lay out a round whose figures stay hidden: that they are, and why.

    The box is dashed: hidden looks different from none.
    """
    sheet, palette, k = Sheet(frame), frame.palette, frame.k
    top = sheet.header(scene.kicker, scene.mark)
    upper = sheet.footer(scene.footer) - 36 * k
    statement = statement_text(scene.statement, frame, (upper - top) * 0.5, size=46)
    below = sheet.put(statement, frame.left, top, palette.ink) + 40 * k
    blocks = [
        Block(scene.verdict, 52, palette.ink, "bold", leading=1.15),
        Block(scene.reason, 34, frame.soft, above=14, leading=1.35),
    ]
    pad, width = 40 * k, frame.reading
    trial = QRectF(frame.left + pad, 0, width - 2 * pad, upper - below - 2 * pad)
    height = column(Sheet(frame), blocks, trial) + 2 * pad
    box = QRectF(frame.left, below + max(0.0, upper - below - height) * 0.35, width, height)
    sheet.box(box, line=frame.soft, width=max(1.0, 2 * k), radius=14 * k, dashed=True)
    column(sheet, blocks, trial.translated(0, box.top() + pad))
    return sheet.done()


def picture_sheet(scene: Picture, frame: Frame) -> SceneLayout:
    """Lay out several bars under one title, with a question to talk about where there is one."""
    sheet, palette, k = Sheet(frame), frame.palette, frame.k
    top = sheet.header(scene.kicker, scene.mark)
    lower = sheet.footer(scene.footer) - 32 * k
    style = frame.style(50, "semibold", leading=1.18, lines=3)
    title = fit(scene.title, frame.inner, 180 * k, style)
    below = sheet.put(title, frame.left, top, palette.ink) + 28 * k
    if scene.prompt:
        lower = _prompt(sheet, scene.prompt, lower) - 24 * k
    drawing = _bars(scene, frame, lower - below)
    slack = max(0.0, lower - below - drawing.height)
    sheet.items.append(DrawingItem(drawing, QPointF(frame.left, below + slack * 0.35)))
    return sheet.done()


def _prompt(sheet: Sheet, prompt: str, lower: float) -> float:
    """Put the question with an accent beside it, its lower edge at `lower`; return its upper."""
    frame, k = sheet.frame, sheet.frame.k
    lead = 26 * k
    words = fit(prompt, frame.reading - lead, 170 * k, frame.style(34, lines=4, leading=1.25))
    top = lower - words.height
    rect = QRectF(frame.left, top, 6 * k, words.height)
    sheet.box(rect, fill=frame.palette.accent, radius=3 * k)
    sheet.put(words, frame.left + lead, top, frame.palette.ink)
    return top


def _bars(scene: Picture, frame: Frame, height: float) -> Drawing:
    """Return the rows' bars as high as they want to be, at most `height`."""
    rows = [DivergingRow(r.label, r.counts, *_row_words(r)) for r in scene.rows]
    size = 28 * frame.k
    row_height = min(height / max(1, len(rows)), 104 * frame.k)
    return diverging_bars(
        rows,
        chart_palette(frame.palette),
        frame.inner,
        size=max(size, math.ceil(frame.floor / SMALLEST_IN_BARS)),
        measure=measure,
        stacked=row_height >= size * 2.6,
        row_height=row_height,
    )


def _row_words(row: PictureRow) -> tuple[str, str]:
    return (row.level, row.agreement) if row.counts is not None else ("", row.empty)
