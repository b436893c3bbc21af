"""Paper ballots: a sheet for each statement with the same ballot once, twice or four times on it.

Only what is asked is printed: no result, no name, nothing that tells one ballot from another.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import Any, BinaryIO

from reportlab.platypus import NextPageTemplate, PageBreak

from desktop_app.documents import ballots as words
from desktop_app.documents.event import Event, event_of
from desktop_app.documents.kinds import DocumentKind
from desktop_app.documents.methods import about_framework
from desktop_app.domain.errors import InputProblem
from desktop_app.domain.printing import PER_SHEET, PrintOptions
from desktop_app.domain.workshop import WorkshopRecord
from desktop_app.files import write_atomically
from desktop_app.words.speech import said

from . import fonts, styles
from .ballot_card import SIZES, card
from .ballot_sheet import BallotSheet, Layout
from .fit import height_of
from .pages import A4_UPRIGHT, Sheet, write_pages
from .paper import Paper

_LAYOUTS = {
    1: Layout(1, 1, styles.PAGE_WIDTH, styles.PAGE_HEIGHT, largest=2.1),
    2: Layout(2, 1, styles.PAGE_HEIGHT, styles.PAGE_WIDTH, largest=1.4),
    4: Layout(2, 2, styles.PAGE_WIDTH, styles.PAGE_HEIGHT, largest=1.0),
}
_BALLOT = "ballot"


def write_ballots(
    record: WorkshopRecord, target: Path, options: PrintOptions | None = None
) -> None:
    """Write the ballots; raise InputProblem, OutputProblem or DiskFull, leaving no half file."""
    chosen = options or PrintOptions()
    if chosen.per_sheet not in PER_SHEET:
        raise InputProblem("Choose 1, 2 or 4 ballots on a sheet.")
    with write_atomically(target) as file:
        render_ballots(record, file, chosen.per_sheet)


def render_ballots(record: WorkshopRecord, file: BinaryIO, per_sheet: int) -> None:
    """Write the ballots as PDF into `file`: a page on how to use them, then the sheets."""
    event = event_of(record.workshop)
    paper = Paper(event.tongues)
    kinds = {n: _sheet_kind(n, layout) for n, layout in _LAYOUTS.items()}
    story = [*_instructions(paper, record, event, per_sheet)]
    story += _sheets(paper, record, per_sheet, kinds)
    note = paper.glyph_note()
    story[_before_sheets(story) : _before_sheets(story)] = note
    write_pages(
        story,
        paper.facts(event, said(DocumentKind.BALLOTS.about.title)),
        file,
        A4_UPRIGHT,
        *kinds.values(),
    )


def _before_sheets(story: Sequence[Any]) -> int:
    return next(n for n, part in enumerate(story) if isinstance(part, NextPageTemplate))


def _sheet_kind(per_sheet: int, layout: Layout) -> Sheet:
    """Return a page without margins, head and foot, so that cuts lie where they should."""
    return Sheet(
        f"{_BALLOT}{per_sheet}",
        layout.width,
        layout.height,
        *(0.0, 0.0, 0.0),
        footer_height=0.0,
    )


def _instructions(
    paper: Paper, record: WorkshopRecord, event: Event, per_sheet: int
) -> Iterator[Any]:
    framework = record.workshop.framework
    title = styles.style_of("ballot_title", fonts.SEMIBOLD, 25, 30, spaceAfter=4)
    yield paper.words(event.kicker, paper.look.kicker)
    yield paper.heading(said(DocumentKind.BALLOTS.about.title), 1, title)
    yield from paper.marks(event, with_progress=False)
    yield paper.heading(said(words.BEFORE_HEADING), 2)
    yield from paper.bullets(words.before_the_workshop(record, per_sheet))
    yield paper.heading(said(words.IN_THE_ROOM_HEADING), 2)
    yield from paper.bullets(words.in_the_room(record))
    yield paper.heading(said(words.WHAT_THEY_ARE_HEADING), 2)
    yield from paper.ours_and_theirs(about_framework(framework), framework.status)
    yield paper.words(event.limits)


def _sheets(
    paper: Paper, record: WorkshopRecord, per_sheet: int, kinds: dict[int, Sheet]
) -> Iterator[Any]:
    """Yield each statement's sheet; a statement too long for its ballot gets a larger one."""
    statements = record.workshop.framework.statements
    makers = [
        partial(card, paper, record.workshop.framework, statement.id, head)
        for statement, head in zip(statements, words.heads(record), strict=True)
    ]
    found = [_fitting(make, per_sheet) for make in makers]
    common = min((size for number, size in found if number == per_sheet), default=SIZES[-1])
    for make, (number, size) in zip(makers, found, strict=True):
        chosen = common if number == per_sheet else size
        yield NextPageTemplate(kinds[number].name if number else A4_UPRIGHT.name)
        yield PageBreak()
        if not number:
            yield from make(chosen)
            continue
        yield BallotSheet(make(chosen * _LAYOUTS[number].largest), _LAYOUTS[number])


def _fitting(make: Callable[[float], list[Any]], per_sheet: int) -> tuple[int, float]:
    """Return how many ballots fit on a sheet, at most `per_sheet`, and at which size.

    None (0) where one ballot takes several pages.
    """
    for number in sorted((n for n in PER_SHEET if n <= per_sheet), reverse=True):
        layout = _LAYOUTS[number]
        for size in SIZES:
            parts = make(size * layout.largest)
            if height_of(parts, layout.card_width) <= layout.card_height:
                return number, size
    return 0, 1.0
