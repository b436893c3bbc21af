"""Ballots for dots: the actions by number, and beside each a box for every dot a person has."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from io import BytesIO
from pathlib import Path
from typing import Any, BinaryIO

from reportlab.platypus import Flowable, NextPageTemplate, PageBreak, Spacer

from desktop_app.documents import ballots as shared
from desktop_app.documents import dot_ballots as words
from desktop_app.documents.event import event_of
from desktop_app.documents.kinds import DocumentKind
from desktop_app.domain.printing import PrintOptions
from desktop_app.domain.workshop import Workshop, WorkshopRecord
from desktop_app.files import write_atomically
from desktop_app.logos.logo import Logo, logo_of
from desktop_app.words.how_to_vote import WHAT_MATTERS, dots_to_place
from desktop_app.words.speech import said

from . import fonts, styles
from .ballot_sheet import KINDS, LAYOUTS, BallotSheet, check_per_sheet, fitting
from .logo import beside_logo
from .pages import A4_UPRIGHT, DocumentFacts, Printing, write_pages
from .paper import Paper
from .tagged import Paragraph, unlabelled

_BOX, _GAP, _IN_A_ROW = 14.0, 4.0, 5
_SHEETS = (A4_UPRIGHT, *KINDS.values())


class BoxesBeside(Flowable):  # type: ignore[misc]
    """A paragraph with empty boxes to its right, in fives; they are for pens, not for readers."""

    def __init__(self, words: Paragraph, boxes: int, size: float) -> None:
        super().__init__()
        self.words, self.boxes, self.side, self.gap = words, boxes, _BOX * size, _GAP * size
        self.spaceAfter = 11 * size

    @property
    def element(self) -> Any:
        """Return the paragraph's element, so that lists can take it in."""
        return self.words.element

    def wrap(self, available_width: float, available_height: float) -> tuple[float, float]:
        """Return the width given and the height of boxes or words."""
        self.width, step = available_width, self.side + self.gap
        room = available_width - min(self.boxes, _IN_A_ROW) * step - self.gap
        canvas = getattr(self, "canv", None)
        _, height = self.words.wrapOn(canvas, room, available_height)
        self.height = max(height, -(-self.boxes // _IN_A_ROW) * step - self.gap + 1)
        return self.width, self.height

    def draw(self) -> None:
        """Draw the words, and the boxes beside them from the upper left."""
        canvas, step = self.canv, self.side + self.gap
        left = self.width - min(self.boxes, _IN_A_ROW) * step + self.gap - 0.5
        with canvas.artifact():
            canvas.setStrokeColor(styles.INK)
            canvas.setLineWidth(1)
            for place in range(self.boxes):
                row, column = divmod(place, _IN_A_ROW)
                lower = self.height - row * step - self.side - 0.5
                canvas.rect(left + column * step, lower, self.side, self.side, stroke=1, fill=0)
        self.words.drawOn(canvas, 0, self.height - self.words.height)


def write_dot_ballots(
    record: WorkshopRecord, target: Path, options: PrintOptions | None = None
) -> None:
    """Write the ballots for dots; raise an AppError where that cannot be, leaving no half file."""
    chosen = options or PrintOptions()
    check_per_sheet(chosen)
    logo = logo_of(chosen)
    with write_atomically(target) as file:
        render_dot_ballots(record.workshop, file, chosen, logo)


def render_dot_ballots(
    workshop: Workshop, file: BinaryIO, options: PrintOptions, logo: Logo | None = None
) -> None:
    """Write the ballots as PDF into `file`: how to use them, then the page to print often."""
    event = event_of(workshop)
    paper = Paper(event.tongues)
    make = partial(_card, paper, workshop)
    number, size = fitting(make, options.per_sheet)
    facts = paper.facts(event, said(DocumentKind.DOT_BALLOTS.about.title))
    facts = replace(facts, printing=Printing(true_size=True, sides=1))
    if number:
        layout = LAYOUTS[number]
        kind, ballot = KINDS[number].name, [BallotSheet(make(size * layout.largest), layout)]
    else:
        kind, ballot = A4_UPRIGHT.name, make(size)
    pages = _pages(make(size), facts) if not number else 1
    told = partial(_instructions, paper, workshop, options, max(1, number), pages, logo)
    before = _pages([*told(1), *paper.glyph_note()], facts)
    story = [*told(before), *paper.glyph_note(), NextPageTemplate(kind), PageBreak(), *ballot]
    write_pages(story, facts, file, *_SHEETS)


def _pages(story: list[Any], facts: DocumentFacts) -> int:
    return write_pages(story, facts, BytesIO(), *_SHEETS)


def _instructions(
    paper: Paper,
    workshop: Workshop,
    options: PrintOptions,
    per_sheet: int,
    pages: int,
    logo: Logo | None,
    before: int,
) -> Iterator[Any]:
    event, look = event_of(workshop), paper.look
    whose = [
        paper.kicker(event.kicker),
        paper.heading(said(DocumentKind.DOT_BALLOTS.about.title), 1, look.title),
        *paper.marks(event, before_the_day=True),
    ]
    place = shared.pages_in_words(before + 1, before + pages)
    yield from beside_logo(whose, logo, paper.width)
    yield paper.heading(said(shared.BEFORE_HEADING), 2)
    yield from paper.bullets(words.before_the_workshop(workshop, options, place, per_sheet))
    yield paper.heading(said(shared.IN_THE_ROOM_HEADING), 2)
    yield from paper.bullets(words.in_the_room())
    yield paper.heading(said(shared.TYPING_HEADING), 2)
    yield from paper.bullets(words.typing())


def _card(paper: Paper, workshop: Workshop, size: float) -> list[Any]:
    """Return the parts of one ballot at a size."""
    small = _style("dots_small", fonts.REGULAR, 12, size, textColor=styles.SOFT)
    ask = _style("dots_ask", fonts.SEMIBOLD, 15.5, size, spaceBefore=5 * size, spaceAfter=3 * size)
    each = _style("dots_each", fonts.SEMIBOLD, 12, size, spaceAfter=8 * size)
    line = _style("dots_line", fonts.REGULAR, 12, size)
    rows = [
        [BoxesBeside(paper.theirs(words.numbered(number, title), line), workshop.dots_each, size)]
        for number, title in words.choices(workshop)
    ]
    return [
        paper.words(words.head(workshop), small),
        paper.heading(said(WHAT_MATTERS), 2, ask),
        paper.words(dots_to_place(workshop.dots_each), each),
        *unlabelled(rows),
        Spacer(0, 3 * size),
        paper.words(words.marking(), small),
    ]


def _style(name: str, font: str, points: float, size: float, **more: Any) -> Any:
    return styles.style_of(name, font, points * size, points * size * 1.16, **more)
