"""The full report: everything the day showed and settled; knows its order, not its figures."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any, BinaryIO

from reportlab.platypus import CondPageBreak, NextPageTemplate, PageBreak, Spacer

from desktop_app.charts.dot_rows import dot_rows
from desktop_app.charts.four_field import field_words, four_field
from desktop_app.charts.palette import PRINT
from desktop_app.documents import standing
from desktop_app.documents.kinds import DocumentKind
from desktop_app.documents.priorities import beside_level
from desktop_app.documents.report import FullContent, full_content
from desktop_app.domain.printing import PrintOptions
from desktop_app.domain.workshop import WorkshopRecord
from desktop_app.files import write_atomically
from desktop_app.words.method import CHART_NOTE
from desktop_app.words.speech import said

from . import fonts, styles
from .action_pages import action_pages, note_list
from .cover import COVER, cover
from .drawing import Picture, action_chart
from .logo import Logo, read_logo
from .method_pages import how_to_read, methods, sources
from .pages import Sheet, write_pages
from .paper import Paper
from .plan_sheet import plan_table
from .statement_list import finding_boxes
from .tagged import AccentBlock, contents, headings_in

_ROWS_TOGETHER = 24
_BODY = Sheet(name="body", head_height=24.0)
_ROOM_FOR_SECTION, _ROOM_FOR_SOURCES = 150.0, 360.0
_CHAPTER_HEIGHT = 37.0
_LEAST_FULL = 0.36
"""A page that is filled less than this goes on with the next chapter."""


def write_full_report(
    record: WorkshopRecord, target: Path, options: PrintOptions | None = None
) -> None:
    """Write the full report; raise FileProblem, OutputProblem or DiskFull, leaving no half file."""
    logo = read_logo(options.logo) if options and options.logo else None
    with write_atomically(target) as file:
        render_full_report(full_content(record), file, logo)


def render_full_report(content: FullContent, file: BinaryIO, logo: Logo | None = None) -> None:
    """Write the full report of `content` as PDF into `file`."""
    event, what = content.event, said(DocumentKind.REPORT.about.title)
    paper = Paper(event.tongues)
    front = cover(paper, event, what, content.headline, logo)
    body = list(_body(paper, content))
    lines = contents(list(headings_in(body)), [_contents_style()], first_level=2)
    story = [
        *front,
        Spacer(0, 22),
        paper.heading(said(standing.CONTENTS), 2),
        *lines,
        NextPageTemplate(_BODY.name),
        *body,
        *paper.glyph_note(),
    ]
    facts = paper.facts(event, what, head=event.short_kicker)
    write_pages(story, facts, file, COVER, _BODY)


def _chapter(above: float = 0) -> Any:
    return styles.style_of(
        "chapter", fonts.SEMIBOLD, 24, 29, spaceBefore=above, spaceAfter=8, keepWithNext=1
    )


def _contents_style() -> Any:
    return styles.style_of("contents", fonts.REGULAR, 12, 15.5, spaceBefore=1.5, spaceAfter=2.5)


def _body(paper: Paper, content: FullContent) -> Iterator[Any]:
    """Yield every chapter in order: what is agreed before what it rests on, the method last.

    Each begins a page, but where the page before it would be left almost bare.
    """
    yield PageBreak()
    yield paper.heading(said(standing.HOW_TO_READ), 2, _chapter())
    yield from how_to_read(paper, content, _BODY.text_height - _CHAPTER_HEIGHT)
    yield from _chapter_of(
        paper, said(standing.NEXT_STEPS_AGREED if content.plan else standing.NEXT_STEPS)
    )
    yield from _plan(paper, content)
    yield from _short_chapter(paper, said(standing.PARKED))
    yield from _parked(paper, content)
    yield from _chapter_of(paper, said(standing.WHOLE_PICTURE))
    yield from _overview(paper, content)
    for action in content.actions:
        yield _fresh_page()
        yield from action_pages(paper, content.framework, action, len(content.actions))
    yield from _chapter_of(paper, said(standing.MATTERS_MOST))
    yield from _priorities(paper, content)
    yield from _chapter_of(paper, said(standing.METHODS))
    yield from methods(paper, content)
    yield from _short_chapter(paper, said(standing.SOURCES), _ROOM_FOR_SOURCES)
    yield from sources(paper, content)


def _chapter_of(paper: Paper, title: str) -> list[Any]:
    return [_fresh_page(), paper.heading(title, 2, _chapter(above=26))]


def _fresh_page() -> CondPageBreak:
    """Return what begins a page, where a third of the one before it is full."""
    return CondPageBreak(_BODY.text_height * (1 - _LEAST_FULL))


def _short_chapter(paper: Paper, title: str, room: float = _ROOM_FOR_SECTION) -> list[Any]:
    return [CondPageBreak(room), paper.heading(title, 2, _chapter(above=26))]


def _overview(paper: Paper, content: FullContent) -> Iterator[Any]:
    if not content.rated:
        yield paper.words(said(standing.NOTHING_RATED))
        return
    bars, key = action_chart(content.rows, content.framework.scale, paper.text)
    yield bars
    if not content.shown:
        yield Spacer(0, 8)
        yield paper.words(said(standing.ALL_HIDDEN))
        return
    yield from (key, Spacer(0, 6), paper.detail(said(CHART_NOTE)))
    yield from finding_boxes(paper, content.boxes, level=3)
    yield from note_list(paper, content.notes, said(standing.SAID_OF_THE_WHOLE))
    yield from _every_statement(paper, content)


def _every_statement(paper: Paper, content: FullContent) -> Iterator[Any]:
    """Yield all statements in one picture, where that says more than the actions' picture."""
    rows = [
        replace(row, label=f"{part.number} {row.label}")
        for action in content.actions
        for part, row in zip(action.statements, action.rows, strict=True)
    ]
    if len(rows) == len(content.actions):
        return
    yield _fresh_page()
    yield paper.heading(said(standing.EVERY_STATEMENT), 3)
    yield paper.theirs(standing.begins(content.framework.stem), paper.look.note)
    for first in range(0, len(rows), _ROWS_TOGETHER):
        part = rows[first : first + _ROWS_TOGETHER]
        bars, key = action_chart(part, content.framework.scale, paper.text, paper.width)
        yield from (bars, *([key] if first + _ROWS_TOGETHER >= len(rows) else []))


def _priorities(paper: Paper, content: FullContent) -> Iterator[Any]:
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
                270,
                size=styles.CHART_SIZE,
                even=part.even,
                measure=_measure,
                words=field_words(),
            )
        )
        yield Spacer(0, 6)
        yield paper.detail(beside_level(part))


def _plan(paper: Paper, content: FullContent) -> Iterator[Any]:
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
        yield paper.words(said(standing.NO_PLAN))
    if content.fist:
        yield paper.heading(said(standing.ABOUT_THE_PLAN), 3)
        yield paper.words(content.fist)
    if content.review_on:
        yield paper.heading(standing.look_again(content.review_on), 3)
        yield paper.words(said(standing.REVIEW_OF_PLAN))


def _parked(paper: Paper, content: FullContent) -> list[Any]:
    if not content.parked:
        return [paper.words(said(standing.NOTHING_PARKED))]
    return [
        paper.words(said(standing.WHAT_PARKED_IS)),
        *paper.bullets(content.parked, lang=paper.tongues.people),
    ]


def _measure(text: str, size: float, weight: str) -> float:
    return fonts.text_width(text, size, weight)
