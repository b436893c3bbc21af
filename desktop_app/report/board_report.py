"""The board's report: four pages of the full one, for a meeting that has ten minutes for it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any, BinaryIO

from reportlab.platypus import CondPageBreak

from desktop_app.documents import standing
from desktop_app.documents.kinds import DocumentKind
from desktop_app.documents.plan import more_in_the_plan
from desktop_app.documents.report import FullContent, full_content
from desktop_app.documents.since import TITLE as SINCE
from desktop_app.documents.since import since_in_short
from desktop_app.domain.printing import PrintOptions
from desktop_app.domain.workshop import WorkshopRecord
from desktop_app.files import write_atomically
from desktop_app.logos.logo import Logo, logo_of
from desktop_app.words.speech import said
from desktop_app.words.then_and_now import TITLE as THEN_AND_NOW

from .chapters import (
    BODY,
    ROOM_FOR_PICTURE,
    chapter,
    chapter_of,
    fresh_page,
    overview,
    plan,
    priorities,
    short_chapter,
)
from .fit import height_of, largest_that_fits
from .logo import beside_logo
from .pages import write_pages
from .paper import Paper
from .statement_list import LINES, statement_table

_PAGES_FOR_PLAN, _PAGES_BEFORE_SINCE = 1.3, 1.1


def write_board_report(
    record: WorkshopRecord, target: Path, options: PrintOptions | None = None
) -> None:
    """Write the board's report; raise FileProblem, OutputProblem or DiskFull, whole or not."""
    logo = logo_of(options)
    with write_atomically(target) as file:
        render_board_report(full_content(record), file, logo)


def render_board_report(content: FullContent, file: BinaryIO, logo: Logo | None = None) -> None:
    """Write the board's report of `content` as PDF into `file`."""
    event, what = content.event, said(DocumentKind.BOARD.about.title)
    paper = Paper(event.tongues)
    story = [*_body(paper, content, what, logo), *paper.glyph_note()]
    write_pages(story, paper.facts(event, what, head=event.short_kicker), file, BODY)


def _body(paper: Paper, content: FullContent, what: str, logo: Logo | None) -> Iterator[Any]:
    """Yield what was agreed, where the room stands, what matters most, and how it was asked."""
    opening = [
        paper.kicker(content.event.kicker),
        paper.heading(what, 1, paper.look.title),
        *paper.marks(content.event),
    ]
    yield from beside_logo(opening, logo, paper.width)
    agreed = standing.NEXT_STEPS_AGREED if content.plan else standing.NEXT_STEPS
    yield paper.heading(said(agreed), 2, chapter(above=14))
    shorter = _fitting(paper, content)
    yield from plan(paper, shorter)
    if left := len(content.plan) - len(shorter.plan):
        yield paper.words(more_in_the_plan(left), paper.look.note)
    yield from _since(paper, content)
    yield from short_chapter(paper, said(standing.WHOLE_PICTURE), ROOM_FOR_PICTURE)
    yield from overview(paper, content)
    yield from _statements(paper, content)
    yield from _then_and_now(paper, content)
    if content.priorities.rows:
        yield from chapter_of(paper, said(standing.MATTERS_MOST))
        yield from priorities(paper, content)
    yield from _how_to_read(paper, content)


def _since(paper: Paper, content: FullContent) -> Iterator[Any]:
    """Yield what became of last time's commitments in a few lines, where there were any."""
    if content.since:
        yield paper.heading(said(SINCE), 3)
        yield paper.peoples(since_in_short(content.since))


def _then_and_now(paper: Paper, content: FullContent) -> Iterator[Any]:
    """Yield what moved since the workshop before in a few lines, where there was one."""
    if content.then_now:
        yield paper.heading(said(THEN_AND_NOW), 3)
        yield paper.words(content.then_now.short)


def _statements(paper: Paper, content: FullContent) -> Iterator[Any]:
    """Yield all statements in words, as a board knows none by its name, a bar beside each."""
    if not content.numbered_rows or not content.shown:
        return
    scale, stem = content.framework.scale, content.framework.stem

    def make(lines: float) -> list[Any]:
        return statement_table(paper, content.statements, scale, stem, int(lines), 3).whole()

    yield fresh_page()
    yield from largest_that_fits(make, LINES, paper.width, BODY.text_height)[0]


def _how_to_read(paper: Paper, content: FullContent) -> Iterator[Any]:
    """Yield it last, as a chapter of its own: what was found comes before how it is read."""
    if method := paper.said(content.room_method or content.event.room_limits, paper.look.note):
        parts = [paper.heading(said(standing.HOW_TO_READ), 2, chapter(above=26)), *method]
        yield from (CondPageBreak(height_of(parts, paper.width)), *parts)


def _fitting(paper: Paper, content: FullContent) -> FullContent:
    """Return the content with as many commitments as leave room for all else."""
    pages = _PAGES_BEFORE_SINCE if content.since else _PAGES_FOR_PLAN
    room = pages * BODY.text_height
    for most in range(len(content.plan), 1, -1):
        shorter = replace(content, plan=content.plan[:most])
        if height_of(list(plan(paper, shorter)), paper.width) <= room:
            return shorter
    return replace(content, plan=content.plan[:1])
