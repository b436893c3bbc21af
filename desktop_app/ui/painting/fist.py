"""The fist to five: bars of hands, how many stand behind the plan, and a question."""

from __future__ import annotations

from PySide6.QtCore import QPointF

from desktop_app.charts.fist_bars import fist_bars
from desktop_app.scenes.scene import Plan
from desktop_app.ui.fonts import measure

from .result import chart_palette
from .sheet import DrawingItem, Sheet
from .styles import must
from .text import ENDLESS, fit

GAP = 30.0


def put_fist(sheet: Sheet, scene: Plan, top: float) -> None:
    """Put the words, the bars below them, and the question at the lower margin."""
    frame, k, ink = sheet.frame, sheet.frame.k, sheet.frame.palette.ink
    style = must(frame, "semibold", leading=1.12)
    y = sheet.put(fit(scene.fist_text, frame.inner, ENDLESS, style), frame.left, top, ink)
    question = fit(scene.fist_question, frame.inner, ENDLESS, must(frame, leading=1.12))
    lower = frame.bottom - question.height
    sheet.put(question, frame.left, lower, ink)
    if not scene.fist:
        return
    y += GAP * k
    bars = fist_bars(
        scene.fist,
        chart_palette(frame.palette),
        frame.inner,
        lower - GAP * k - y,
        size=must(frame).floor,
        measure=measure,
        fist=scene.fist_name,
        ink=frame.palette.ink,
    )
    sheet.items.append(DrawingItem(bars, QPointF(frame.left, y)))
