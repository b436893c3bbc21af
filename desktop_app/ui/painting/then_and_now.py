"""The sheet of two workshops side by side: thin bars are then, thick ones now."""

from __future__ import annotations

from PySide6.QtCore import QPointF

from desktop_app.charts.then_now_bars import ThenNowRow, then_now_bars
from desktop_app.scenes.aside_scenes import PairOfBars, ThenAndNowSeen

from .result import chart_palette
from .sheet import DrawingItem, Frame, SceneLayout, Sheet
from .styles import must
from .text import ENDLESS, Fitted, fit
from .tokens import TITLE

GAP, LEAST_BARS = 40.0, 220.0
MOST = 108.0
NAMES_AT_MOST = 0.4


def then_and_now_sheet(scene: ThenAndNowSeen, frame: Frame) -> SceneLayout:
    """Lay out a pair of bars a row between their names and words."""
    sheet, k = Sheet(frame), frame.k
    top = sheet.header(scene.kicker, scene.mark)
    title = fit(scene.title, frame.inner, ENDLESS, must(frame, "bold", size=TITLE, lines=1))
    top = sheet.put(title, frame.left, top - 8 * k, frame.palette.ink) + 12 * k
    lower = _put_foot(sheet, scene.foot, 4 if len(scene.rows) == 1 else 2) - 14 * k
    if scene.rows:
        _put_rows(sheet, scene.rows, top, lower)
    return sheet.done()


def _put_foot(sheet: Sheet, text: str, lines: int) -> float:
    """Put who was there under a line; return its upper edge."""
    frame, k = sheet.frame, sheet.frame.k
    words = fit(text, frame.inner, ENDLESS, must(frame, leading=1.1, lines=lines))
    top = frame.bottom - words.height + 8 * k
    sheet.put(words, frame.left, top, frame.palette.ink)
    sheet.rule(top - 12 * k)
    return top - 12 * k


def _put_rows(sheet: Sheet, rows: tuple[PairOfBars, ...], top: float, lower: float) -> None:
    frame, ink = sheet.frame, sheet.frame.palette.ink
    tall = min((lower - top) / len(rows), MOST * frame.k)
    gap = GAP * frame.k
    names = max(_name(frame, row, ENDLESS).width for row in rows) + 1
    words = max(_words(frame, row, ENDLESS).width for row in rows) + 1
    names = min(names, frame.inner * NAMES_AT_MOST)
    bars = max(frame.inner - names - words - 2 * gap, LEAST_BARS * frame.k)
    at = frame.left + names + gap
    drawing = then_now_bars(
        [ThenNowRow(r.name, r.then, r.now, r.words, few=r.few) for r in rows],
        chart_palette(frame.palette),
        bars,
        tall,
    )
    sheet.items.append(DrawingItem(drawing, QPointF(at, top)))
    beside = at + bars + gap
    for place, row in enumerate(rows):
        middle = top + (place + 0.5) * tall
        name = _name(frame, row, names)
        sheet.put(name, frame.left, middle - name.height / 2, ink)
        said = _words(frame, row, frame.left + frame.inner - beside)
        sheet.put(said, beside, middle - said.height / 2, ink)


def _name(frame: Frame, row: PairOfBars, width: float) -> Fitted:
    return fit(row.name, width, ENDLESS, must(frame, "semibold", leading=0.85, lines=2))


def _words(frame: Frame, row: PairOfBars, width: float) -> Fitted:
    weight = "bold" if row.strong else "regular"
    return fit(row.words, width, ENDLESS, must(frame, weight, leading=0.85, lines=2))
