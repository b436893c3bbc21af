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
    ProgressLine,
    ProgressSheet,
    progress_columns,
    progress_sheet,
)
from desktop_app.domain.earlier import Standing
from desktop_app.domain.printing import PrintOptions
from desktop_app.domain.workshop import WorkshopRecord
from desktop_app.files import write_atomically
from desktop_app.logos.logo import Logo, logo_of
from desktop_app.words.dates import short_date
from desktop_app.words.speech import said
from desktop_app.words.standings import standing_button, standing_sign

from . import fonts, styles
from .ballot_card import BoxedChoice
from .logo import beside_logo
from .pages import A4_ACROSS, write_pages
from .paper import Paper
from .plan_rows import WholeRows, rows_look

_SHARES = (0.04, 0.28, 0.15, 0.1, 0.13, 0.2, 0.1)
_SIZE, _GUTTER = 12.0, 8.0


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
        paper.words(content.event.short_kicker, paper.look.kicker),
        paper.heading(what, 1, paper.look.title),
        paper.words(content.since, paper.look.soft),
        paper.words(said(HOW if content.lines else NOTHING)),
    ]
    yield from beside_logo(words, logo, paper.width)
    if content.lines:
        yield Spacer(0, 8)
        yield _table(paper, content.lines)


def _table(paper: Paper, lines: tuple[ProgressLine, ...]) -> WholeRows:
    head = styles.style_of("plan_head", fonts.SEMIBOLD, _SIZE, _SIZE * 1.2, textColor=styles.SOFT)
    rows = [[paper.words(words, head) for words in progress_columns()]]
    return WholeRows(
        rows + [_row(paper, line) for line in lines],
        colWidths=[share * paper.width for share in _SHARES],
        style=rows_look(_GUTTER),
        font=fonts.REGULAR,
        header_columns=2,
        splitByRow=1,
    )


def _row(paper: Paper, line: ProgressLine) -> list[Any]:
    plain = styles.style_of("plan_cell", fonts.REGULAR, _SIZE, _SIZE * 1.28)
    strong = styles.style_of("plan_strong", fonts.SEMIBOLD, _SIZE, _SIZE * 1.28)
    known = line.known
    return [
        paper.words(str(line.number), strong),
        paper.peoples(line.title, strong),
        paper.peoples(line.owner, plain) if line.owner else "",
        paper.words(line.by, plain) if line.by else "",
        _became(paper, known.standing),
        paper.peoples(known.word, plain) if known.word else "",
        paper.words(short_date(known.due), plain) if known.due else "",
    ]


def _became(paper: Paper, standing: Standing | None) -> list[Any]:
    """Return a box to tick for each thing that can have become of it, or what is known already."""
    style = styles.style_of("plan_status", fonts.REGULAR, _SIZE, _SIZE * 1.2)
    if standing is not None:
        return [paper.words(f"{standing_sign(standing)} {standing_button(standing)}", style)]
    return [
        BoxedChoice(paper.words(standing_button(one), style), _SIZE / 20, _SIZE * 0.15)
        for one in Standing
    ]
