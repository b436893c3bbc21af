"""Paper ballots: slips, one statement once, twice or four times on a page, or all on one sheet.

Only what is asked is printed: no result, no name, nothing that tells one ballot from another of the
same pile. Piles by partner differ in their mark alone.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from io import BytesIO
from pathlib import Path
from typing import Any, BinaryIO

from reportlab.platypus import KeepTogether, NextPageTemplate, PageBreak, TableStyle

from desktop_app.documents import ballots as words
from desktop_app.documents.ballots import Pile
from desktop_app.documents.event import event_of, short_marks
from desktop_app.documents.kinds import DocumentKind
from desktop_app.documents.methods import about_framework
from desktop_app.domain.printing import BallotForm, PrintOptions
from desktop_app.domain.workshop import WorkshopRecord
from desktop_app.files import write_atomically
from desktop_app.logos.logo import Logo, logo_of
from desktop_app.words.speech import said

from . import fonts, styles
from .ballot_all import ALL_ON_ONE, sides_of
from .ballot_card import Wording, card
from .ballot_labels import labels
from .ballot_marks import BesideMark
from .ballot_sheet import KINDS, LAYOUTS, SIZES, BallotSheet, check_per_sheet, fitting
from .logo import beside_logo
from .pages import A4_UPRIGHT, DocumentFacts, Printing, write_pages
from .paper import Paper
from .tagged import Table

_ABOVE_LABELS = 66.0
_SHARES = (0.15, 0.37, 0.12, 0.12, 0.14, 0.10)
_TABLE = TableStyle(
    [
        ("VALIGN", (0, 0), (-1, -1), "TOP"),
        ("LEFTPADDING", (0, 0), (-1, -1), 0),
        ("RIGHTPADDING", (0, 0), (-1, -1), 8),
        ("TOPPADDING", (0, 0), (-1, -1), 3),
        ("BOTTOMPADDING", (0, 0), (-1, -1), 4),
        ("LINEBELOW", (0, 0), (-1, 0), 1, styles.INK),
        ("LINEBELOW", (0, 1), (-1, -1), styles.HAIRLINE, styles.LINE),
    ]
)


@dataclass(frozen=True, slots=True)
class Page:
    """What is laid out together on a kind of page; it takes `count` pages."""

    kind: str
    parts: Sequence[Any]
    count: int = 1


def write_ballots(
    record: WorkshopRecord, target: Path, options: PrintOptions | None = None
) -> None:
    """Write the ballots; raise an AppError where that cannot be, leaving no half file."""
    chosen = options or PrintOptions()
    check_per_sheet(chosen)
    logo = logo_of(chosen)
    with write_atomically(target) as file:
        render_ballots(record, file, chosen, logo)


def render_ballots(
    record: WorkshopRecord, file: BinaryIO, options: PrintOptions, logo: Logo | None = None
) -> None:
    """Write the ballots as PDF into `file`: how to use them, labels, then the pages of each pile.

    How many pages come before the first pile is counted by laying them out once more.
    """
    paper = Paper(event_of(record.workshop).tongues)
    ballots = _Ballots(paper, record, options, logo)
    piles = [ballots.pages(pile) for pile in ballots.piles]
    sides = 2 if ballots.all_on_one and any(len(pages) > 1 for pages in piles) else 1
    facts = replace(ballots.facts(), printing=Printing(true_size=True, sides=sides))
    number = _count(ballots.before([(1, 1)] * len(piles), sides), facts)
    story: list[Any] = []
    places: list[tuple[int, int]] = []
    for pages in piles:
        if sides == 2 and number % 2:
            story += [NextPageTemplate(A4_UPRIGHT.name), PageBreak(), ballots.empty_back()]
            number += 1
        places.append((number + 1, number + sum(page.count for page in pages)))
        number = places[-1][1]
        for page in pages:
            story += [NextPageTemplate(page.kind), PageBreak(), *page.parts]
    write_pages([*ballots.before(places, sides), *story], facts, file, *_SHEETS)


_SHEETS = (A4_UPRIGHT, ALL_ON_ONE, *KINDS.values())


def _count(story: Sequence[Any], facts: DocumentFacts) -> int:
    """Return how many pages a story takes."""
    return write_pages(story, facts, BytesIO(), *_SHEETS)


class _Ballots:
    """The pages of one workshop's ballots."""

    def __init__(
        self, paper: Paper, record: WorkshopRecord, options: PrintOptions, logo: Logo | None
    ) -> None:
        self.paper, self.record, self.options, self.logo = paper, record, options, logo
        self.event = event_of(record.workshop)
        self.piles = words.piles(record.workshop, options)
        self.on_paper = words.on_paper(record.workshop, options.ballots)
        self._found: list[tuple[int, float]] = []

    @property
    def all_on_one(self) -> bool:
        """Return whether a ballot holds all statements."""
        return self.options.ballots is BallotForm.SHEET

    def facts(self) -> DocumentFacts:
        """Return what the file says about itself."""
        return self.paper.facts(self.event, said(DocumentKind.BALLOTS.about.title))

    def before(self, places: Sequence[tuple[int, int]], sides: int) -> list[Any]:
        """Return what comes before the ballots: how to use them, and labels where there are any."""
        made = [*self._instructions(places, sides), *self.paper.glyph_note()]
        if not self.piles[0].letter:
            return made
        if sides == 2:
            odd = _count(list(made), self.facts()) % 2
            made = [*self._instructions(places, sides), *self.paper.glyph_note(), PageBreak()]
            made += [self.empty_back(), PageBreak()] if odd else []
        return [*made, *self._labels()]

    def empty_back(self) -> Any:
        """Return what stands on the back of a sheet whose front is not to be cut or handed out."""
        return self.paper.words(said(words.EMPTY_BACK), self.paper.look.soft)

    def _labels(self) -> list[Any]:
        paper = self.paper
        height = A4_UPRIGHT.text_height - _ABOVE_LABELS
        return [
            paper.heading(said(words.LABELS_HEADING), 2),
            paper.words(
                said(words.LABELS_NOTE),
                styles.style_of("labels_note", fonts.REGULAR, 12, 16, spaceAfter=6, keepWithNext=1),
            ),
            labels(paper, self.piles, paper.width, height),
        ]

    def pages(self, pile: Pile) -> list[Page]:
        """Return the pages of a pile."""
        wording = Wording(self.on_paper.marking, pile.letter)
        return list(self._sheet(wording) if self.all_on_one else self._slips(wording))

    def _sheet(self, wording: Wording) -> Iterator[Page]:
        marks = short_marks(self.record.workshop, with_progress=False)
        for side in sides_of(self.paper, self.record.workshop, wording, marks):
            yield Page(ALL_ON_ONE.name, side)

    def _slips(self, wording: Wording) -> Iterator[Page]:
        """Yield each statement's page; a statement too long for its ballot gets a larger one."""
        framework, per_sheet = self.record.workshop.framework, self.options.per_sheet
        heads = words.heads(self.record)
        makers = [
            partial(card, self.paper, framework, statement.id, head, wording)
            for statement, head in zip(framework.statements, heads, strict=True)
        ]
        self._found = self._found or [fitting(make, per_sheet) for make in makers]
        common = min((size for n, size in self._found if n == per_sheet), default=SIZES[-1])
        for make, (number, size) in zip(makers, self._found, strict=True):
            chosen = common if number == per_sheet else size
            if number:
                layout = LAYOUTS[number]
                yield Page(KINDS[number].name, [BallotSheet(make(chosen * layout.largest), layout)])
            else:
                parts = make(chosen)
                count = _count(make(chosen), self.facts())
                yield Page(A4_UPRIGHT.name, parts, count)

    def _instructions(self, places: Sequence[tuple[int, int]], sides: int) -> Iterator[Any]:
        paper, workshop = self.paper, self.record.workshop
        title = styles.style_of("ballot_title", fonts.SEMIBOLD, 25, 30, spaceAfter=4)
        whose = [
            paper.kicker(self.event.kicker),
            paper.heading(said(DocumentKind.BALLOTS.about.title), 1, title),
            *paper.marks(self.event, before_the_day=True),
        ]
        yield from beside_logo(whose, self.logo, paper.width)
        yield paper.heading(said(words.BEFORE_HEADING), 2)
        yield from paper.bullets((*self._printing(places, sides), self.on_paper.to_bring))
        if self.piles[0].letter:
            yield paper.heading(said(words.SETS_HEADING), 2)
            yield self._table(places)
        yield paper.heading(said(words.IN_THE_ROOM_HEADING), 2)
        yield from paper.bullets(words.in_the_room(self.record, self.options.ballots))
        typing = [*paper.bullets(self.on_paper.typing)]
        yield KeepTogether([paper.heading(said(words.TYPING_HEADING), 2), *typing])
        yield paper.heading(said(words.WHAT_THEY_ARE_HEADING), 2)
        framework = workshop.framework
        about, note = about_framework(framework), paper.look.note
        yield from paper.ours_and_theirs(about, framework.status, note)
        yield from paper.said(self.event.limits, note)

    def _printing(self, places: Sequence[tuple[int, int]], sides: int) -> tuple[str, ...]:
        told = partial(words.before_the_workshop, self.record.workshop, self.options, sides)
        if self.piles[0].letter:
            return told()
        return told(self.piles[0], words.pages_in_words(*places[0]))

    def _table(self, places: Sequence[tuple[int, int]]) -> Table:
        """Return which pages are printed how often, a line for each pile."""
        look = self.paper.look
        rows = [[self.paper.words(column, look.table_head) for column in words.set_columns()]]
        for pile, place in zip(self.piles, places, strict=True):
            numbers = (pile.people, pile.ballots, words.page_range(*place), pile.copies)
            cells = [self.paper.words(str(number), look.cell) for number in numbers]
            rows.append([*self._whose(pile), *cells])
        widths = [share * self.paper.width for share in _SHARES]
        return Table(rows, colWidths=widths, hAlign="LEFT", style=_TABLE, font=fonts.REGULAR)

    def _whose(self, pile: Pile) -> list[Any]:
        look = self.paper.look
        name = self.paper.words(pile.letter, look.cell_strong)
        whose = self.paper.words(pile.whose, look.cell, self.paper.tongues.people)
        return [BesideMark(name, pile.letter, 13), whose]
