"""An earlier workshop beside this one as a chapter in Word."""

from __future__ import annotations

from collections.abc import Iterator

from desktop_app.documents.report import FullContent
from desktop_app.documents.then_and_now import BY_PARTNER, IN_A_ROW, statements_told
from desktop_app.words.speech import said

from .outline import Block, Chart, Title, lines, words
from .pictures import then_now_chart, trend_chart


def then_now_blocks(content: FullContent) -> Iterator[Block]:
    """Yield what may be said of two workshops, by day, action and partner, then of several."""
    part, scale = content.then_now, content.framework.scale
    if part is None:
        return
    for line in (part.how, *part.day):
        yield from words(line)
    for action in part.actions:
        yield Title(action.title, 3, content.event.tongues.framework)
        yield from words(action.words)
        yield Chart(then_now_chart(action.rows, scale), action.title)
        yield from lines(statements_told(action.statements))
    if part.partners:
        yield Title(said(BY_PARTNER), 3)
        yield from words(part.partners_day)
        yield from lines(part.partners)
    if part.trend:
        yield Title(said(IN_A_ROW), 3)
        for line in (*part.trend.lines, part.trend.note):
            yield from words(line)
        if part.trend.rows:
            yield Chart(trend_chart(part.trend, scale), said(IN_A_ROW))
