"""The tally sheet: for each statement boxes to tick while ballots are counted, and their sums."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any, BinaryIO

from reportlab.platypus import Flowable, Spacer, TableStyle

from desktop_app.documents import forms as words
from desktop_app.documents.ballots import Part, Row, parts_of
from desktop_app.documents.event import event_of
from desktop_app.documents.forms import Counted, counted_apart
from desktop_app.documents.standing import begins
from desktop_app.domain.printing import PrintOptions
from desktop_app.domain.workshop import Workshop, WorkshopRecord
from desktop_app.files import write_atomically
from desktop_app.logos.logo import Logo, logo_of
from desktop_app.words.speech import said

from . import fonts, styles
from .logo import logo_image
from .pages import A4_ACROSS, write_pages
from .paper import Paper
from .tagged import Table

_BOX, _GAP, _A_ROW = 9.5, 2.0, 5
_FIELD = 34.0
_SUM_WIDTH, _SUM_HEIGHT = 26.0, 19.0
_LABEL, _ALL = 96.0, 46.0


def write_tally(record: WorkshopRecord, target: Path, options: PrintOptions | None = None) -> None:
    """Write the tally sheet; raise OutputProblem or DiskFull, leaving no half file."""
    logo = logo_of(options)
    with write_atomically(target) as file:
        render_tally(record.workshop, file, logo)


def render_tally(workshop: Workshop, file: BinaryIO, logo: Logo | None = None) -> None:
    """Write the tally sheet as PDF into `file`."""
    event = event_of(workshop)
    paper = Paper(event.tongues, A4_ACROSS.text_width)
    head = [logo_image(logo, 180, 40), Spacer(0, 6)] if logo else []
    story = [*head, *_story(paper, workshop)]
    story += paper.glyph_note()  # once all is written
    write_pages(story, paper.facts(event, said(words.TALLY_TITLE)), file, A4_ACROSS)


def _story(paper: Paper, workshop: Workshop) -> Iterator[Any]:
    event, counted = event_of(workshop), counted_apart(workshop)
    yield paper.kicker(event.kicker, paper.tongues.people)
    yield from paper.marks(event, before_the_day=True)
    yield paper.heading(said(words.TALLY_TITLE), 1, paper.look.title)
    yield paper.words(words.how_to_tally(counted))
    yield paper.theirs(begins(workshop.framework.stem))
    for part in parts_of(workshop.framework):
        yield from _part(paper, workshop, part, counted)


def _part(
    paper: Paper, workshop: Workshop, part: Part, counted: tuple[Counted, ...]
) -> Iterator[Any]:
    yield paper.heading(part.title, 2, lang=paper.tongues.framework)
    for row in part.rows:
        yield _statement(paper, row)
        yield _table(paper, workshop, counted)
        yield Spacer(0, 8)


def _statement(paper: Paper, row: Row) -> Any:
    look = styles.style_of(
        "tallied", fonts.SEMIBOLD, 12, 15, spaceBefore=4, spaceAfter=3, keepWithNext=1
    )
    return paper.heading(f"{row.number}  {row.text}", 3, look, lang=paper.tongues.framework)


def _table(paper: Paper, workshop: Workshop, counted: tuple[Counted, ...]) -> Table:
    answers = words.answers(workshop.framework)
    point = styles.style_of("tally_point", fonts.REGULAR, 10.5, 12.5)
    last = styles.style_of("tally_all", fonts.REGULAR, 10.5, 12.5, alignment=2)
    head = [
        "",
        *(paper.theirs(answer, point) for answer in answers),
        paper.words(said(words.ALL_BALLOTS), last),
    ]
    room = (paper.width - _LABEL - _ALL) / len(answers)
    return Table(
        [head, *(_counted(paper, one, len(answers)) for one in counted)],
        colWidths=[_LABEL, *([room] * len(answers)), _ALL],
        style=TableStyle(_RULES),
        font=fonts.REGULAR,
        header_columns=1,
    )


def _counted(paper: Paper, one: Counted, answers: int) -> list[Any]:
    name = styles.style_of("tally_whose", fonts.REGULAR, 10.5, 12.5)
    people = one.people if one.people <= words.MOST_BOXES else 0
    cells = [TickBoxes(people) for _ in range(answers)]
    return [paper.peoples(one.name, name), *cells, TickBoxes(0, only_sum=True)]


class TickBoxes(Flowable):  # type: ignore[misc]
    """A small box for each person, in fives, and one for their sum; a field where they are many."""

    def __init__(self, people: int, *, only_sum: bool = False) -> None:
        super().__init__()
        self.people, self.only_sum = people, only_sum

    def wrap(self, available_width: float, _available_height: float) -> tuple[float, float]:
        """Return the width given, and the height of the boxes."""
        rows = -(-self.people // _A_ROW)
        boxes = rows * (_BOX + _GAP) - _GAP if rows else 0.0
        least = _SUM_HEIGHT if self.people or self.only_sum else _FIELD
        self.width, self.height = available_width, max(least, boxes)
        return self.width, self.height

    def draw(self) -> None:
        """Draw the boxes from the upper left, and the sum's at the right."""
        with self.canv.artifact():
            self.canv.setStrokeColor(styles.SOFT)
            self.canv.setLineWidth(0.6)
            for place in range(self.people):
                row, column = divmod(place, _A_ROW)
                top = self.height - row * (_BOX + _GAP)
                self.canv.rect(column * (_BOX + _GAP), top - _BOX, _BOX, _BOX, stroke=1, fill=0)
            self.canv.setStrokeColor(styles.INK)
            self.canv.setLineWidth(1)
            left, lower = self.width - _SUM_WIDTH, self.height - _SUM_HEIGHT
            self.canv.rect(left, lower, _SUM_WIDTH, _SUM_HEIGHT, stroke=1, fill=0)


_RULES: tuple[Any, ...] = (
    ("VALIGN", (0, 0), (-1, -1), "TOP"),
    ("LEFTPADDING", (0, 0), (-1, -1), 0),
    ("RIGHTPADDING", (0, 0), (-1, -1), 10),
    ("RIGHTPADDING", (-1, 0), (-1, -1), 0),
    ("TOPPADDING", (0, 0), (-1, 0), 0),
    ("BOTTOMPADDING", (0, 0), (-1, 0), 3),
    ("TOPPADDING", (0, 1), (-1, -1), 5),
    ("BOTTOMPADDING", (0, 1), (-1, -1), 5),
    ("LINEABOVE", (0, 1), (-1, -1), styles.HAIRLINE, styles.LINE),
)
