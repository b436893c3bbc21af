"""The full report: everything the day showed and settled; knows its order, not its figures."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any, BinaryIO

from reportlab.platypus import NextPageTemplate, PageBreak, Spacer

from desktop_app.documents import standing
from desktop_app.documents.kinds import DocumentKind
from desktop_app.documents.report import FullContent, full_content
from desktop_app.documents.since import TITLE as SINCE
from desktop_app.domain.printing import PrintOptions
from desktop_app.domain.workshop import WorkshopRecord
from desktop_app.files import write_atomically
from desktop_app.logos.logo import Logo, logo_of
from desktop_app.words.speech import said
from desktop_app.words.then_and_now import TITLE

from . import fonts, styles
from .action_pages import action_pages
from .chapters import (
    BODY,
    chapter,
    chapter_of,
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
    """Yield every chapter in order: what is agreed before what it rests on, the method last.

    Each begins a page, but where the page before it would be left almost bare.
    """
    yield PageBreak()
    yield paper.heading(said(standing.HOW_TO_READ), 2, chapter())
    yield from how_to_read(paper, content, BODY.text_height - _CHAPTER_HEIGHT)
    yield from chapter_of(
        paper, said(standing.NEXT_STEPS_AGREED if content.plan else standing.NEXT_STEPS)
    )
    yield from plan(paper, content)
    yield from short_chapter(paper, said(standing.PARKED))
    yield from parked(paper, content)
    yield from chapter_of(paper, said(standing.WHOLE_PICTURE))
    yield from overview(paper, content)
    for action in content.actions:
        yield fresh_page()
        yield from action_pages(paper, content.framework, action, len(content.actions))
    yield from chapter_of(paper, said(standing.MATTERS_MOST))
    yield from priorities(paper, content)
    if content.since:
        yield from chapter_of(paper, said(SINCE))
        yield from since_last_time(paper, content.since)
    if content.then_now:
        yield from chapter_of(paper, said(TITLE))
        yield from then_and_now(paper, content.then_now, content.framework.scale)
    yield from chapter_of(paper, said(standing.METHODS))
    yield from methods(paper, content)
    yield from short_chapter(paper, said(standing.SOURCES), _ROOM_FOR_SOURCES)
    yield from sources(paper, content)
