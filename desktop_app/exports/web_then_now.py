"""The part of the web report on an earlier workshop beside this one."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from desktop_app.documents.report import FullContent
from desktop_app.documents.then_and_now import (
    BY_PARTNER,
    IN_A_ROW,
    ActionThenNow,
    Trend,
    statements_told,
)
from desktop_app.domain.framework import Scale
from desktop_app.words.speech import said
from desktop_app.words.then_and_now import TITLE

from .pictures import then_now_chart, trend_chart
from .web_charts import figure
from .web_html import Told, heading, items, paragraph, words


def then_and_now(content: FullContent) -> Iterator[str]:
    """Yield what may be said of two workshops, by day, action and partner, then of several."""
    part, scale = content.then_now, content.framework.scale
    if part is None:
        return
    yield paragraph(part.how)
    yield from map(paragraph, part.day)
    for place, action in enumerate(part.actions, start=1):
        yield from _action(content, action, place)
    if part.partners:
        yield heading(said(BY_PARTNER), 3)
        yield paragraph(part.partners_day)
        yield items(map(words, part.partners))
    if part.trend:
        yield from _trend(part.trend, scale)


def _action(content: FullContent, action: ActionThenNow, place: int) -> Iterator[str]:
    title = Told(action.title, content.event.tongues.framework)
    yield heading(title, 3)
    yield paragraph(action.words)
    draw = partial(then_now_chart, action.rows, content.framework.scale)
    yield figure(action.title, f"chart-then-now-{place}", draw)
    yield items(map(words, statements_told(action.statements)))


def _trend(trend: Trend, scale: Scale) -> Iterator[str]:
    yield heading(said(IN_A_ROW), 3)
    yield from (paragraph(line) for line in (*trend.lines, trend.note) if line)
    if trend.rows:
        yield figure(said(TITLE), "chart-trend", partial(trend_chart, trend, scale))
