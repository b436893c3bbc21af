"""The fist to five under the plan: a few words, a question, a small row of bars."""

from __future__ import annotations

from PySide6.QtCore import QPointF

from desktop_app.charts.fist_bars import fist_bars
from desktop_app.scenes.scene import Plan
from desktop_app.ui.fonts import measure

from .result import chart_palette
from .sheet import DrawingItem, Sheet
from .text import fit

HEIGHT, BARS = 128, 0.36


def put_fist(sheet: Sheet, scene: Plan) -> float:
    """Put the words on the left and the bars on the right; return the upper edge they take."""
    frame, k = sheet.frame, sheet.frame.k
    wide = frame.inner * BARS if scene.fist else 0.0
    room = frame.inner - wide - 40 * k
    words = fit(scene.fist_text, room, 90 * k, frame.style(28, "semibold", lines=2))
    question = fit(scene.fist_question, room, 80 * k, frame.style(28, lines=2))
    height = max(HEIGHT * k if scene.fist else 0.0, words.height + question.height)
    top = frame.bottom - height
    sheet.rule(top - 18 * k)
    y = top + (height - words.height - question.height) / 2
    below = sheet.put(words, frame.left, y, frame.palette.ink)
    if scene.fist_question:
        sheet.put(question, frame.left, below, frame.soft)
    if scene.fist:
        size = max(frame.floor, 24 * k)
        palette = chart_palette(frame.palette)
        bars = fist_bars(
            scene.fist, palette, wide, height, size=size, measure=measure, fist=scene.fist_name
        )
        sheet.items.append(DrawingItem(bars, QPointF(frame.left + frame.inner - wide, top)))
    return top - 18 * k
