"""The progress sheet: a table across A4 to fill in by hand before the day that looks back."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

from reportlab.platypus import Spacer

from desktop_app.documents.event import joined
from desktop_app.documents.kinds import DocumentKind
from desktop_app.documents.progress import (
    HOW,
    NOTHING,
    SHARES,
    ProgressLine,
    ProgressSheet,
    choices,
    progress_columns,
    progress_sheet,
)
from desktop_app.domain.printing import PrintOptions
from desktop_app.domain.workshop import WorkshopRecord
from desktop_app.files import write_atomically
from desktop_app.logos.logo import Logo, logo_of
from desktop_app.words.speech import said

from . import fonts, styles
from .ballot_card import BoxedChoice
from .logo import beside_logo
from .pages import A4_ACROSS, write_pages
from .paper import Paper
from .promises import ROOMY, SIZE, TIGHT, plain, promise_table, which

_ROOMY_ROWS = 4
"""So many rows stand on a sheet with room to write round them; of five the last would be alone."""


def write_progress_sheet(
    record: WorkshopRecord, target: Path, options: PrintOptions | None = None
) -> None:
    """Write the progress sheet; raise FileProblem, OutputProblem or DiskFull, no half file."""
    logo = logo_of(options)
    content = progress_sheet(record)
    sheet = replace(A4_ACROSS, head_height=16.0)
    paper = Paper(content.event.tongues, sheet.text_width)
    what = said(DocumentKind.PROGRESS_SHEET.about.title)
    story = [*_story(paper, content, what, logo), *paper.glyph_note()]
    head = joined(what, content.event.short_kicker)
    with write_atomically(target) as file:
        write_pages(story, paper.facts(content.event, what, head=head), file, sheet)


def _story(paper: Paper, content: ProgressSheet, what: str, logo: Logo | None) -> Iterator[Any]:
    words = [
        paper.kicker(content.event.short_kicker),
        paper.heading(what, 1, paper.look.title),
        paper.words(content.since, paper.look.soft),
        paper.words(said(HOW if content.lines else NOTHING)),
    ]
    yield from beside_logo(words, logo, paper.width)
    if content.lines:
        yield Spacer(0, 8)
        roomy = len(content.lines) <= _ROOMY_ROWS
        rows = [_row(paper, line, roomy=roomy) for line in content.lines]
        room = ROOMY if roomy else TIGHT
        yield promise_table(paper, progress_columns(), rows, SHARES, room)


def _row(paper: Paper, line: ProgressLine, *, roomy: bool) -> list[Any]:
    return [
        *which(paper, line.number, line.title),
        paper.peoples(line.owner, plain()) if line.owner else "",
        paper.words(line.by, plain()) if line.by else "",
        _became(paper, line.stands, roomy=roomy),
        paper.peoples(line.known.word, plain()) if line.known.word else "",
        paper.words(line.now_by, plain()) if line.now_by else "",
    ]


def _became(paper: Paper, stands: str, *, roomy: bool) -> list[Any]:
    """Return a box to tick for each thing that can have become of it, or what is known already."""
    style = styles.style_of("plan_status", fonts.REGULAR, SIZE, SIZE * (1.2 if roomy else 1.1))
    if stands:
        return [paper.words(stands, style)]
    below = SIZE * 0.15 if roomy else 0
    return [BoxedChoice(paper.words(one, style), SIZE / 20, below) for one in choices()]
