"""A page for each owner: what they have taken on, why, by when, their days, and room to write."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, BinaryIO

from reportlab.platypus import PageBreak, Spacer

from desktop_app.documents.event import Event, event_of, joined
from desktop_app.documents.kinds import DocumentKind
from desktop_app.documents.owners import (
    IN_YOUR_DIARY,
    NOTHING_YET,
    ROOM_FOR_NOTES,
    TAKEN_ON,
    OwnerPage,
    names_of_their_own,
    owner_pages,
)
from desktop_app.documents.since import TITLE as SINCE
from desktop_app.domain.printing import PrintOptions
from desktop_app.domain.workshop import WorkshopRecord
from desktop_app.files import write_atomically, write_folder
from desktop_app.logos.logo import Logo, logo_of
from desktop_app.words.speech import said

from .fit import height_of
from .logo import beside_logo
from .pages import Sheet, write_pages
from .paper import Paper
from .ruled import RuledLines
from .step_parts import step_parts

_SHEET = Sheet(head_height=20.0)
_GAP = 27.0
_FEWEST, _MOST = 3, 18
"""Lines to write on, below each owner's steps."""


def write_owner_pages(
    record: WorkshopRecord, target: Path, options: PrintOptions | None = None
) -> None:
    """Write all owners' pages as one PDF; raise FileProblem, OutputProblem or DiskFull."""
    logo = logo_of(options)
    with write_atomically(target) as file:
        render_owner_pages(record, owner_pages(record), file, logo)


def write_pages_by_owner(record: WorkshopRecord, target: Path) -> None:
    """Write a PDF for each owner into a new folder, `target`: all of them, or no folder.

    Raise OutputProblem or DiskFull, also where a folder of that name holds something.
    """
    pages = owner_pages(record)
    names = names_of_their_own(page.owner for page in pages)
    with write_folder(target) as draft:
        for name, page in zip(names, pages, strict=True):
            with write_atomically(draft / f"{name}.pdf") as file:
                render_owner_pages(record, [page], file)


def render_owner_pages(
    record: WorkshopRecord, pages: Sequence[OwnerPage], file: BinaryIO, logo: Logo | None = None
) -> None:
    """Write some owners' pages as PDF into `file`."""
    event, what = event_of(record.workshop), said(DocumentKind.OWNERS.about.title)
    paper = Paper(event.tongues)
    story: list[Any] = []
    level = 2 if len(pages) > 1 else 1
    for number, page in enumerate(pages):
        story += [PageBreak()] if number else []
        story += _page(paper, event, page, logo, level, titled=level == 2 and not number)
    story += paper.glyph_note()
    write_pages(
        story, paper.facts(event, what, head=joined(what, event.short_kicker)), file, _SHEET
    )


def _page(
    paper: Paper,
    event: Event,
    page: OwnerPage,
    logo: Logo | None,
    level: int,
    *,
    titled: bool,
) -> Iterator[Any]:
    above = [
        *_opening(paper, event, page, logo, level, titled=titled),
        *_steps(paper, page, level + 1),
    ]
    below = list(_days(paper, page, level + 1))
    yield from above
    yield paper.heading(said(ROOM_FOR_NOTES), level + 1)
    yield RuledLines(_lines_that_fit(paper, [*above, *below]), _GAP)
    yield from below


def _lines_that_fit(paper: Paper, parts: Sequence[Any]) -> int:
    """Return how many lines to write on fill what an owner's steps and days leave of a page."""
    heading = 2 * _GAP
    left = _SHEET.text_height - height_of(parts, paper.width) % _SHEET.text_height - heading
    return max(_FEWEST, min(_MOST, int(left / _GAP)))


def _opening(
    paper: Paper, event: Event, page: OwnerPage, logo: Logo | None, level: int, *, titled: bool
) -> list[Any]:
    """Return whose page it is; `titled`: whose day it was is the title of all owners' pages."""
    words = [
        paper.kicker_title(event.kicker) if titled else paper.kicker(event.kicker),
        paper.heading(page.owner, level, paper.look.title, lang=paper.tongues.people),
        *paper.marks(event),
    ]
    told = paper.words(said(TAKEN_ON if page.lines else NOTHING_YET), paper.look.soft)
    return [*beside_logo(words, logo, paper.width), Spacer(0, 10), told]


def _steps(paper: Paper, page: OwnerPage, level: int) -> Iterator[Any]:
    for line in page.lines:
        yield from step_parts(paper, line, with_owner=False, level=level)
    if page.since:
        yield paper.heading(said(SINCE), level)
        yield from paper.bullets(page.since, lang=paper.tongues.people)


def _days(paper: Paper, page: OwnerPage, level: int) -> Iterator[Any]:
    if page.days:
        yield paper.heading(said(IN_YOUR_DIARY), level)
        yield from paper.bullets(page.days, lang=paper.tongues.people)
    if page.limits and page.lines:
        yield paper.words(page.limits, paper.look.note)
