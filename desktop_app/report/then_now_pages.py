"""An earlier workshop beside this one on paper: the day, each action, and several in a row."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from reportlab.platypus import CondPageBreak, KeepTogether, Spacer

from desktop_app.charts.legend import legend
from desktop_app.charts.palette import PRINT
from desktop_app.charts.then_now_bars import then_now_rows
from desktop_app.charts.trend_bars import trend_bars
from desktop_app.documents.then_and_now import (
    BY_PARTNER,
    IN_A_ROW,
    ActionThenNow,
    ThenNowPart,
    Trend,
    statements_told,
)
from desktop_app.domain.framework import Scale
from desktop_app.words.speech import said

from . import fonts
from .drawing import Picture, hatched, printable_scale
from .paper import Paper
from .styles import CHART_SIZE

_ROWS_TOGETHER = 8
_ROOM = 160.0


def then_and_now(paper: Paper, part: ThenNowPart, scale: Scale) -> Iterator[Any]:
    """Yield what may be said of two workshops, by day, action and partner, then of several."""
    points = scale.size
    yield paper.words(part.how)
    known = printable_scale(scale, paper.text)
    key = legend(known, PRINT, paper.width, size=CHART_SIZE, measure=fonts.text_width)
    yield from (Picture(hatched(key, points)), Spacer(0, 6))
    yield from (paper.words(line) for line in part.day)
    for action in part.actions:
        yield from _action(paper, action, points)
    if part.partners:
        yield CondPageBreak(_ROOM)
        yield paper.heading(said(BY_PARTNER), 3)
        yield paper.words(part.partners_day)
        yield from paper.bullets(part.partners)
    if part.trend:
        yield from _trend(paper, part.trend, points)


def _action(paper: Paper, action: ActionThenNow, points: int) -> Iterator[Any]:
    heading = paper.heading(action.title, 3, lang=paper.tongues.framework)
    rows = [
        replace(row, label=paper.text.line(row.label), words=paper.text.line(row.words))
        for row in action.rows
    ]
    bars = then_now_rows(rows, PRINT, paper.width, size=CHART_SIZE, measure=fonts.text_width)
    yield KeepTogether([heading, paper.words(action.words), Picture(hatched(bars, points))])
    yield Spacer(0, 4)
    yield from paper.bullets(statements_told(action.statements))


def _trend(paper: Paper, trend: Trend, points: int) -> Iterator[Any]:
    yield CondPageBreak(_ROOM)
    yield paper.heading(said(IN_A_ROW), 3)
    yield from (paper.words(line) for line in (*trend.lines, trend.note) if line)
    for first in range(0, len(trend.rows), _ROWS_TOGETHER):
        rows = [
            replace(row, label=paper.text.line(row.label))
            for row in trend.rows[first : first + _ROWS_TOGETHER]
        ]
        bars = trend_bars(
            trend.days, rows, PRINT, paper.width, size=CHART_SIZE, measure=fonts.text_width
        )
        yield Picture(hatched(bars, points))
