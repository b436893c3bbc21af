"""The chapters that the full report and the board's have in common; knows no order of them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from reportlab.platypus import CondPageBreak, Spacer

from desktop_app.charts.dot_rows import dot_rows
from desktop_app.charts.four_field import field_words, four_field
from desktop_app.charts.palette import PRINT
from desktop_app.documents import standing
from desktop_app.documents.priorities import beside_level
from desktop_app.documents.report import FullContent
from desktop_app.words.method import CHART_NOTE
from desktop_app.words.speech import said

from . import fonts, styles
from .action_pages import note_list
from .drawing import Picture, action_chart
from .pages import Sheet
from .paper import Paper
from .plan_sheet import plan_table
from .statement_list import finding_boxes
from .tagged import AccentBlock

_ROWS_TOGETHER = 24
_FIELD = 208.0
BODY = Sheet(name="body", head_height=24.0)
_ROOM_FOR_SECTION, ROOM_FOR_PICTURE = 150.0, 360.0
_LEAST_FULL = 0.36
"""A page that is filled less than this goes on with the next chapter."""


def chapter(above: float = 0) -> Any:
    """Return how a chapter’s title looks."""
    return styles.style_of(
        "chapter", fonts.SEMIBOLD, 24, 29, spaceBefore=above, spaceAfter=8, keepWithNext=1
    )


def chapter_of(paper: Paper, title: str) -> list[Any]:
    """Return what begins a chapter, on a page of its own unless the last is almost bare."""
    return [fresh_page(), paper.heading(title, 2, chapter(above=26))]


def fresh_page() -> CondPageBreak:
    """Return what begins a page, where a third of the one before it is full."""
    return CondPageBreak(BODY.text_height * (1 - _LEAST_FULL))


def short_chapter(paper: Paper, title: str, room: float = _ROOM_FOR_SECTION) -> list[Any]:
    """Return what begins a chapter that needs no more than some room."""
    return [CondPageBreak(room), paper.heading(title, 2, chapter(above=26))]


def overview(paper: Paper, content: FullContent) -> Iterator[Any]:
    """Yield where the room stands as a whole."""
    if not content.rated:
        yield paper.words(standing.nothing_rated(in_progress=content.event.in_progress))
        return
    bars, key = action_chart(content.rows, content.framework.scale, paper.text)
    yield bars
    if not content.shown:
        yield Spacer(0, 8)
        yield paper.words(said(standing.ALL_HIDDEN))
        return
    yield from (key, Spacer(0, 6), paper.words(said(CHART_NOTE), paper.look.caption))
    yield from finding_boxes(paper, content.boxes, level=3)
    yield from note_list(paper, content.notes, said(standing.SAID_OF_THE_WHOLE))


def every_statement(paper: Paper, content: FullContent) -> Iterator[Any]:
    """Yield all statements in one picture, where that says more than the actions' picture."""
    rows = content.numbered_rows
    if not rows or not content.shown:
        return
    yield fresh_page()
    yield paper.heading(said(standing.EVERY_STATEMENT), 3)
    yield paper.theirs(standing.begins(content.framework.stem), paper.look.note)
    for first in range(0, len(rows), _ROWS_TOGETHER):
        part = rows[first : first + _ROWS_TOGETHER]
        bars, key = action_chart(part, content.framework.scale, paper.text, paper.width)
        yield from (bars, *([key] if first + _ROWS_TOGETHER >= len(rows) else []))


def priorities(paper: Paper, content: FullContent) -> Iterator[Any]:
    """Yield what matters most now."""
    part = content.priorities
    if not part.rows:
        yield paper.words(part.nothing)
        return
    yield paper.words(part.people)
    listed = [replace(row, label=paper.text.line(row.label)) for row in part.rows]
    fields = [replace(field, label=paper.text.line(field.label)) for field in part.fields]
    rows = dot_rows(listed, PRINT, paper.width, size=styles.CHART_SIZE, measure=_measure)
    yield from (Picture(rows), Spacer(0, 8))
    if part.concordance:
        yield paper.words(part.concordance)
    if part.fields:
        yield paper.heading(said(standing.BESIDE_LEVEL), 3)
        yield Picture(
            four_field(
                fields,
                PRINT,
                paper.width,
                _FIELD,
                size=styles.CHART_SIZE,
                even=part.even,
                measure=_measure,
                words=field_words(),
            )
        )
        yield Spacer(0, 6)
        yield paper.words(beside_level(part), paper.look.caption)


def plan(paper: Paper, content: FullContent) -> Iterator[Any]:
    """Yield what was agreed."""
    if content.headline:
        block = [
            paper.heading(said(standing.OUR_COMMITMENT), 3, paper.look.kicker),
            paper.peoples(content.headline, paper.look.headline),
        ]
        yield AccentBlock(block, styles.ACCENT, paper.width)
        yield Spacer(0, 12)
    if content.plan:
        yield plan_table(paper, content.plan)
    else:
        yield paper.words(standing.no_plan(in_progress=content.event.in_progress))
    if content.fist:
        yield paper.heading(said(standing.ABOUT_THE_PLAN), 3)
        yield paper.words(content.fist)
    if content.review_on:
        yield paper.heading(standing.look_again(content.review_on), 3)
        yield paper.words(said(standing.REVIEW_OF_PLAN))


def parked(paper: Paper, content: FullContent) -> list[Any]:
    """Return what was put aside."""
    if not content.parked:
        return [paper.words(said(standing.NOTHING_PARKED))]
    return [
        paper.words(said(standing.WHAT_PARKED_IS)),
        *paper.bullets(content.parked, lang=paper.tongues.people),
    ]


def _measure(text: str, size: float, weight: str) -> float:
    return fonts.text_width(text, size, weight)
