"""The full report: everything the day showed and settled; knows its order, not its figures."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any, BinaryIO

from reportlab.platypus import NextPageTemplate, PageBreak, Spacer

from desktop_app.documents import standing
from desktop_app.documents.actions import ActionPart
from desktop_app.documents.chapters import Chapter, chapters_of, title_of
from desktop_app.documents.kinds import DocumentKind
from desktop_app.documents.report import FullContent, full_content
from desktop_app.domain.printing import PrintOptions
from desktop_app.domain.workshop import WorkshopRecord
from desktop_app.files import write_atomically
from desktop_app.logos.logo import Logo, logo_of
from desktop_app.words.speech import said

from . import fonts, styles
from .action_pages import action_pages
from .chapters import (
    BODY,
    ROOM_FOR_PICTURE,
    chapter,
    chapter_of,
    every_statement,
    fresh_page,
    overview,
    parked,
    plan,
    priorities,
    short_chapter,
)
from .cover import COVER, cover
from .method_pages import how_to_read, methods, sources
from .pages import write_pages
from .paper import Paper
from .since_pages import since_last_time
from .tagged import contents, headings_in
from .then_now_pages import then_and_now

_ROOM_FOR_SOURCES = 360.0
_CHAPTER_HEIGHT = 37.0


def write_full_report(
    record: WorkshopRecord, target: Path, options: PrintOptions | None = None
) -> None:
    """Write the full report; raise FileProblem, OutputProblem or DiskFull, leaving no half file."""
    logo = logo_of(options)
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
        NextPageTemplate(BODY.name),
        *body,
        *paper.glyph_note(),
    ]
    facts = paper.facts(event, what, head=event.short_kicker)
    write_pages(story, facts, file, COVER, BODY)


def _contents_style() -> Any:
    return styles.style_of("contents", fonts.REGULAR, 12, 15.5, spaceBefore=1.5, spaceAfter=2.5)


def _body(paper: Paper, content: FullContent) -> Iterator[Any]:
    """Yield every chapter; each begins a page, unless the page before it is almost bare."""
    for one in chapters_of(content):
        if isinstance(one, ActionPart):
            yield fresh_page()
            yield from action_pages(paper, content.framework, one, len(content.actions))
        else:
            yield from _begin(paper, one, content)
            yield from _MAKERS[one](paper, content)


def _begin(paper: Paper, one: Chapter, content: FullContent) -> list[Any]:
    title = title_of(one, content)
    if one is Chapter.HOW:
        return [PageBreak(), paper.heading(title, 2, chapter())]
    if one is Chapter.PARKED or (one is Chapter.PRIORITIES and not content.priorities.rows):
        return short_chapter(paper, title)
    if one is Chapter.OVERVIEW:
        return short_chapter(paper, title, ROOM_FOR_PICTURE)
    if one is Chapter.SOURCES:
        return short_chapter(paper, title, _ROOM_FOR_SOURCES)
    return chapter_of(paper, title)


def _how_to_read(paper: Paper, content: FullContent) -> Iterable[Any]:
    return how_to_read(paper, content, BODY.text_height - _CHAPTER_HEIGHT)


def _overview(paper: Paper, content: FullContent) -> Iterator[Any]:
    yield from overview(paper, content)
    yield from every_statement(paper, content)


def _since(paper: Paper, content: FullContent) -> Iterable[Any]:
    return since_last_time(paper, content.since) if content.since else ()


def _then_and_now(paper: Paper, content: FullContent) -> Iterable[Any]:
    part = content.then_now
    return then_and_now(paper, part, content.framework.scale) if part else ()


_MAKERS: dict[Chapter, Callable[[Paper, FullContent], Iterable[Any]]] = {
    Chapter.HOW: _how_to_read,
    Chapter.PLAN: plan,
    Chapter.PARKED: parked,
    Chapter.OVERVIEW: _overview,
    Chapter.PRIORITIES: priorities,
    Chapter.SINCE: _since,
    Chapter.THEN_AND_NOW: _then_and_now,
    Chapter.METHODS: methods,
    Chapter.SOURCES: sources,
}
