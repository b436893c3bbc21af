"""The action plan: one wide table for the wall and the next meeting, on A4 or A3 across."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any, BinaryIO

from reportlab.platypus import CondPageBreak, KeepTogether, Spacer

from desktop_app.documents import standing
from desktop_app.documents.event import Event, joined
from desktop_app.documents.kinds import DocumentKind
from desktop_app.documents.plan import (
    AT_THE_REVIEW,
    READING_A_PLAN,
    ROOM_TO_WRITE,
    PlanLine,
    plan_event,
    plan_lines,
)
from desktop_app.domain.plan import NoteKind
from desktop_app.domain.printing import PaperSize, PrintOptions
from desktop_app.domain.workshop import WorkshopRecord
from desktop_app.files import write_atomically
from desktop_app.logos.logo import Logo, logo_of
from desktop_app.words.dates import long_date
from desktop_app.words.speech import said

from . import fonts, styles
from .fit import height_of, largest_that_fits
from .logo import beside_logo
from .pages import A3_ACROSS, A4_ACROSS, write_pages
from .paper import Paper
from .plan_sheet import PlanLook, empty_plan_table, plan_table
from .tagged import AccentBlock, Columns, Stack

_SHEETS = {PaperSize.A4: A4_ACROSS, PaperSize.A3: A3_ACROSS}
_SHARES = (0.034, 0.172, 0.264, 0.11, 0.1, 0.11, 0.11, 0.1)
_TOLD = (0.035, 0.127, 0.326, 0.11, 0.088, 0.11, 0.11, 0.094)
"""Where steps are told at length below short titles: no tall rows beside empty columns."""
_SHORT_TITLE = 90
_ROOM_FOR_PARKED = 80.0
"""The points that a long list of what was parked needs to begin on a page."""
_TOP, _HEAD = 34.0, 16.0
_SIZES = {PaperSize.A4: 12.0, PaperSize.A3: 16.0}
_LOGO_WIDTH, _LOGO_HEIGHT = 160.0, 44.0
_EMPTY_ROWS = range(12, 3, -1)
"""How many steps there is room to write down, the most that fit their sheet; four at least."""
_NARROW = 0.29
"""Of the width, for the review and what was parked where the limits stand beside them."""
_PARKED_BESIDE = 200.0
"""So high a list of what was parked stands beside the limits; a longer one below them."""


def write_action_plan(
    record: WorkshopRecord, target: Path, options: PrintOptions | None = None
) -> None:
    """Write the action plan; raise FileProblem, OutputProblem or DiskFull, leaving no half file."""
    chosen = options or PrintOptions()
    logo = logo_of(chosen)
    with write_atomically(target) as file:
        render_action_plan(record, file, chosen.paper or PaperSize.A4, logo)


def render_action_plan(
    record: WorkshopRecord, file: BinaryIO, size: PaperSize, logo: Logo | None = None
) -> None:
    """Write the action plan as PDF into `file`."""
    sheet, event = replace(_SHEETS[size], top=_TOP, head_height=_HEAD), plan_event(record)
    paper = Paper(event.tongues, sheet.text_width)
    if size is PaperSize.A3:
        paper.look = styles.make_large_styles(_SIZES[size])
    forms = _forms(size, plan_lines(record))

    def make(number: float) -> list[Any]:
        return list(_story(paper, record, event, forms[int(number)], logo))

    story, fits = largest_that_fits(make, range(len(forms)), sheet.text_width, sheet.text_height)
    story = list(story if fits or not record.commitments else make(0))
    story += paper.glyph_note()
    what = said(DocumentKind.PLAN.about.title)
    head = joined(what, event.short_kicker)
    write_pages(story, paper.facts(event, what, head=head), file, sheet)


def _forms(size: PaperSize, lines: Sequence[PlanLine]) -> list[tuple[PlanLook, int]]:
    """Return the looks to try, so that a usual plan takes one sheet; all in type to work with.

    Without a plan, also how many rows to write in: as many as the sheet holds.
    """
    looks = _looks(size, lines)
    if lines:
        return [(look, 0) for look in looks]
    return [(looks[0], rows) for rows in _EMPTY_ROWS]


def _looks(size: PaperSize, lines: Sequence[PlanLine]) -> list[PlanLook]:
    told = (
        any(line.how for line in lines) and max(len(line.title) for line in lines) <= _SHORT_TITLE
    )
    return [
        PlanLook(shares, _SIZES[size], with_how=with_how, to_work_with=True)
        for shares, with_how in ((_TOLD if told else _SHARES, True), (_SHARES, False))
    ]


def _story(
    paper: Paper,
    record: WorkshopRecord,
    event: Event,
    form: tuple[PlanLook, int],
    logo: Logo | None,
) -> Iterator[Any]:
    lines, (look, to_write_in) = plan_lines(record), form
    yield from _opening(paper, event, look, logo)
    headline = record.workshop.headline.strip()
    if headline:
        block = [
            paper.heading(said(standing.OUR_COMMITMENT), 2, paper.look.kicker),
            paper.peoples(headline, paper.look.headline),
        ]
        yield from (Spacer(0, 6), AccentBlock(block, styles.ACCENT, paper.width))
    if lines:
        yield from (Spacer(0, 8), plan_table(paper, lines, look))
    else:
        yield Spacer(0, 8)
        yield paper.words(said(ROOM_TO_WRITE))
        yield empty_plan_table(paper, look, to_write_in)
    yield from (Spacer(0, 6), *_closing(paper, record))


def _opening(paper: Paper, event: Event, look: PlanLook, logo: Logo | None) -> list[Any]:
    title = styles.style_of("plan_title", fonts.SEMIBOLD, look.size * 1.9, look.size * 2.2)
    words: list[Any] = [
        paper.kicker(event.kicker),
        paper.heading(said(DocumentKind.PLAN.about.title), 1, title),
        *paper.marks(event),
    ]
    return beside_logo(words, logo, paper.width, (_LOGO_WIDTH, _LOGO_HEIGHT))


def _closing(paper: Paper, record: WorkshopRecord) -> list[Any]:
    """Return what follows the table: the review and what was parked, beside the limits.

    A long list of what was parked comes after them in full width, not in half of many pages.
    """
    review = record.workshop.review_on
    parked = [n.text.strip() for n in record.printed_notes if n.kind is NoteKind.PARKED]
    again: list[Any] = []
    if review:
        again.append(paper.heading(standing.look_again(long_date(review)), 2))
        again.append(paper.words(said(AT_THE_REVIEW)))
    listed = (
        [
            paper.heading(said(standing.PARKED), 2),
            *paper.bullets(parked, lang=paper.tongues.people),
        ]
        if parked
        else []
    )
    limits = _how_to_read(paper, record)
    if height_of(listed, paper.width * _NARROW) <= _PARKED_BESIDE:
        return [_beside(paper, again, listed, limits)]
    # A point can be longer than what is left of a page, so the heading waits for no whole one.
    listed[0].keepWithNext = False
    return [_beside(paper, again, limits), CondPageBreak(_ROOM_FOR_PARKED), *listed]


def _beside(paper: Paper, *columns: list[Any]) -> Any:
    """Return what has something in it side by side, never broken over two pages."""
    found = [parts for parts in columns if parts]
    room = paper.width - styles.COLUMN_GAP * (len(found) - 1)
    first = room * (_NARROW if len(found) > 2 else 1 / max(1, len(found)))
    last = room - first * (len(found) - 1)
    stacks = [Stack(parts, last if parts is found[-1] else first) for parts in found]
    return KeepTogether([Columns(stacks, styles.COLUMN_GAP)])


def _how_to_read(paper: Paper, record: WorkshopRecord) -> list[Any]:
    told = (said(READING_A_PLAN) if record.commitments else "", plan_event(record).room_limits)
    notes = [one for words in told for one in paper.said(words, paper.look.cell_detail)]
    return [paper.heading(said(standing.HOW_TO_READ), 2), *notes] if notes else []
