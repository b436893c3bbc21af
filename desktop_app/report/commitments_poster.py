"""The poster of the commitments: the one in type for 5 metres, the list in type for 2."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Any, BinaryIO

from reportlab.platypus import Flowable, Spacer, TableStyle

from desktop_app.documents import commitments as words
from desktop_app.documents import standing
from desktop_app.documents.commitments import CommitmentsContent, commitments_content
from desktop_app.documents.kinds import DocumentKind
from desktop_app.documents.plan import ROOM_TO_WRITE, PlanLine
from desktop_app.domain.printing import PaperSize, PrintOptions
from desktop_app.domain.workshop import WorkshopRecord
from desktop_app.files import write_atomically
from desktop_app.logos.logo import Logo, logo_of
from desktop_app.words.speech import said

from . import fonts, styles
from .fit import height_of, largest_that_fits
from .logo import beside_logo
from .pages import A3_UPRIGHT, A4_UPRIGHT, Sheet, write_pages
from .paper import Paper
from .tagged import AccentBlock, Paragraph, Table

_SCALES = {PaperSize.A4: 0.7, PaperSize.A3: 1.0}
_SIZES = (1.3, 1.2, 1.1, 1.0, 0.92, 0.84, 0.76, 0.68, 0.6, 0.52, 0.46)
_SHARES = (0.61, 0.28, 0.11)
_LARGE = ((60, 130), (40, 260))
"""Type of the one commitment, each with the longest that it is for; longer ones are smaller."""
_EMPTY_ROWS = 5
_SAFETY = 8.0


class TickBox(Flowable):  # type: ignore[misc]
    """An empty box at the right of its cell, for a pen; readers pass over it."""

    def __init__(self, side: float) -> None:
        super().__init__()
        self.side = side

    def wrap(self, available_width: float, _available_height: float) -> tuple[float, float]:
        """Return the width given and the box's height."""
        self.width, self.height = available_width, self.side
        return self.width, self.height

    def draw(self) -> None:
        """Draw the box."""
        with self.canv.artifact():
            self.canv.setStrokeColor(styles.INK)
            self.canv.setLineWidth(self.side / 20)
            left = self.width - self.side
            self.canv.roundRect(left, 0, self.side, self.side, self.side / 8, stroke=1, fill=0)


def write_commitments_poster(
    record: WorkshopRecord, target: Path, options: PrintOptions | None = None
) -> None:
    """Write the poster; raise FileProblem, OutputProblem or DiskFull, leaving no half file."""
    chosen = options or PrintOptions()
    logo = logo_of(chosen)
    with write_atomically(target) as file:
        render_commitments(commitments_content(record), file, chosen.paper or PaperSize.A3, logo)


def render_commitments(
    content: CommitmentsContent, file: BinaryIO, size: PaperSize, logo: Logo | None = None
) -> None:
    """Write the poster of `content` as PDF into `file`."""
    scale, bare = _SCALES[size], A3_UPRIGHT if size is PaperSize.A3 else A4_UPRIGHT
    sheet = Sheet("poster", bare.width, bare.height, side=62 * scale, top=58 * scale)
    paper = Paper(content.event.tongues, sheet.text_width)
    make = partial(_story, paper, content, logo, sheet)
    sizes = [share * scale for share in _SIZES]
    story, _ = largest_that_fits(make, sizes, sheet.text_width, sheet.text_height)
    what = said(DocumentKind.COMMITMENTS.about.title)
    write_pages([*story, *paper.glyph_note()], paper.facts(content.event, what), file, sheet)


def _story(
    paper: Paper, content: CommitmentsContent, logo: Logo | None, sheet: Sheet, size: float
) -> list[Any]:
    """Return the poster at a size, its last part at the foot of the page where there is room."""
    top = [*_whose(paper, content, logo, size), *_the_one(paper, content, size)]
    top.append(_list(paper, content, size))
    foot = list(_again(paper, content, size))
    left = sheet.text_height - height_of([*top, *foot], sheet.text_width) - _SAFETY
    return [*top, Spacer(0, left), *foot] if left > 0 else [*top, *foot]


def _whose(
    paper: Paper, content: CommitmentsContent, logo: Logo | None, size: float
) -> Iterator[Any]:
    line = _style("poster_whose", fonts.REGULAR, 21, size, textColor=styles.SOFT)
    whose: list[Any] = [paper.words(content.whose, line), *paper.marks(content.event)]
    yield from beside_logo(whose, logo, paper.width, (150 * size, 50 * size))
    yield Spacer(0, 22 * size)


def _the_one(paper: Paper, content: CommitmentsContent, size: float) -> Iterator[Any]:
    """Yield the one commitment, or what the poster is where none was agreed."""
    points = next((points for points, most in _LARGE if len(content.headline) <= most), 22)
    large = _style("poster_one", fonts.SEMIBOLD, points, size)
    if not content.headline:
        yield paper.heading(said(words.WHAT_WE_WILL_DO), 1, large)
        yield Spacer(0, 26 * size)
        return
    one = paper.heading(content.headline, 1, large, lang=paper.tongues.people)
    yield AccentBlock([one], styles.ACCENT, paper.width)
    yield Spacer(0, 34 * size)
    second = _style("poster_list", fonts.SEMIBOLD, 26, size, spaceAfter=4 * size)
    yield paper.heading(said(words.WHAT_WE_WILL_DO), 2, second)


def _list(paper: Paper, content: CommitmentsContent, size: float) -> Table:
    head = _style("poster_head", fonts.REGULAR, 18, size, textColor=styles.SOFT)
    right = _style("poster_head_right", fonts.REGULAR, 18, size, textColor=styles.SOFT, alignment=2)
    what, by, done = words.poster_columns()
    heads = [paper.words(what, head), paper.words(by, right), paper.words(done, right)]
    rows = [_row(paper, line, size) for line in content.lines]
    rows = rows or [_empty_row(paper, number, size) for number in range(1, _EMPTY_ROWS + 1)]
    return Table(
        [heads, *rows],
        colWidths=[share * paper.width for share in _SHARES],
        style=_look(size),
        font=fonts.REGULAR,
        header_columns=1,
        splitByRow=1,
    )


def _row(paper: Paper, line: PlanLine, size: float) -> list[Any]:
    title = _style("poster_what", fonts.SEMIBOLD, 31, size)
    owner = _style("poster_who", fonts.REGULAR, 21, size, textColor=styles.SOFT)
    date = _style("poster_by", fonts.SEMIBOLD, 31, size, alignment=2)
    none = _style("poster_none", fonts.REGULAR, 21, size, textColor=styles.SOFT, alignment=2)
    who = paper.peoples(line.owner, owner) if line.owner else _or(paper, standing.NO_OWNER, owner)
    by = paper.words(line.due, date) if line.due else _or(paper, standing.NO_DATE, none)
    return [[paper.peoples(line.title, title), who], by, TickBox(50 * size)]


def _or(paper: Paper, words_: str, style: Any) -> Paragraph:
    """Return that something is not settled yet."""
    return paper.words(said(words_), style)


def _empty_row(paper: Paper, number: int, size: float) -> list[Any]:
    """Return a row to write in: its number and its box."""
    style = _style("poster_empty", fonts.SEMIBOLD, 31, size, spaceAfter=40 * size)
    return [paper.words(str(number), style), "", TickBox(50 * size)]


def _look(size: float) -> TableStyle:
    return TableStyle(
        [
            ("VALIGN", (0, 0), (-1, -1), "TOP"),
            ("LEFTPADDING", (0, 0), (-1, -1), 0),
            ("RIGHTPADDING", (0, 0), (0, -1), 14 * size),
            ("RIGHTPADDING", (1, 0), (-1, -1), 0),
            ("TOPPADDING", (0, 0), (-1, -1), 12 * size),
            ("BOTTOMPADDING", (0, 0), (-1, -1), 14 * size),
            ("LINEBELOW", (0, 0), (-1, -1), 1, styles.LINE),
        ]
    )


def _again(paper: Paper, content: CommitmentsContent, size: float) -> Iterator[Any]:
    """Yield the day on which the room looks again, and what it will ask."""
    day = _style("poster_again", fonts.SEMIBOLD, 26, size, spaceBefore=26 * size)
    small = _style("poster_fair", fonts.REGULAR, 20, size, textColor=styles.SOFT)
    if not content.lines:
        yield paper.words(said(ROOM_TO_WRITE), small)
    if content.review_on:
        yield paper.heading(standing.look_again(content.review_on), 2, day)
        yield paper.words(said(words.ALL_FOUR_FAIR), small)
    least = _style("poster_limits", fonts.REGULAR, 13, size, textColor=styles.SOFT)
    yield Spacer(0, 10 * size)
    yield from paper.said(content.event.room_limits, least)


def _style(name: str, font: str, points: float, size: float, **more: Any) -> Any:
    return styles.style_of(name, font, points * size, points * size * 1.18, **more)
