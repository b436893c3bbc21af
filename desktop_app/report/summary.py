"""The summary: two pages to print that evening; knows how it looks, not how figures are made."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import Any, BinaryIO

from reportlab.platypus import Spacer

from desktop_app.documents import standing
from desktop_app.documents import summary as words
from desktop_app.documents.summary import SummaryContent, summary_content
from desktop_app.domain.printing import PrintOptions
from desktop_app.domain.workshop import WorkshopRecord
from desktop_app.files import write_atomically
from desktop_app.words.speech import said

from . import styles
from .fit import height_of
from .logo import Logo, beside_logo, read_logo
from .pages import write_pages
from .paper import Paper
from .plan_table import plan_table, rows_that_fit
from .statement_list import LOOKS, MOST_IN_BOX, ListLook, finding_boxes, statement_table
from .tagged import (
    AccentBlock,
    Columns,
    Decoration,
    FreshPage,
    Heading,
    Paragraph,
    Stack,
)

_ROOM_FOR_PLAN = 220.0
_TIGHTER_AND_TIGHTER = (
    (False, None, True),
    (True, None, True),
    (True, 2, True),
    (True, 2, False),
)
"""Whether the plan's rows stand close, how many parked points (None: all), whether offers too."""
_MOST_PRIORITIES = 3
_SPARE = 16.0  # what columns and tables take beyond the height that they tell
_OPEN_ENDS_SHARE = 0.47


def write_summary(
    record: WorkshopRecord,
    target: Path,
    options: PrintOptions | None = None,
) -> None:
    """Write the summary PDF; raise FileProblem, OutputProblem or DiskFull, leaving no half file."""
    logo = read_logo(options.logo) if options and options.logo else None
    with write_atomically(target) as file:
        render_summary(partial(summary_content, record), file, logo)


def render_summary(
    content_of: Callable[[], SummaryContent], file: BinaryIO, logo: Logo | None = None
) -> None:
    """Write the summary as PDF into `file`.

    It takes two pages, however much was found and taken on: smaller type in the list, fewer
    statements named in a box and fewer commitments in full, and a line on where the others are.
    """
    content = content_of()
    paper = Paper(content.event.tongues)
    story = _Story(content, paper, logo)
    parts = [*story.first_page(), *story.turn(), *story.second_page()]
    write_pages(parts, paper.facts(content.event, content.title), file)


class _Story:
    """Builds the flowables of one summary, from top to bottom."""

    def __init__(self, content: SummaryContent, paper: Paper, logo: Logo | None) -> None:
        self.content = content
        self.logo = logo
        self.paper = paper
        self.look = paper.look

    def first_page(self) -> list[Any]:
        """Return what the room found: the roomiest form of it that a page holds."""
        opening = [*self._opening(), *self._headline()]
        if not self.content.rated:
            return [*opening, *self._nothing_rated()]
        page: list[Any] = []
        for most, look in _forms():
            page = [*opening, *self._found(most, look)]
            if height_of(page, styles.TEXT_WIDTH) <= styles.TEXT_HEIGHT - _SPARE:
                break
        return page

    def _found(self, most: int, look: ListLook) -> list[Any]:
        content = self.content
        listed = statement_table(self.paper, content.statements, content.scale, content.stem, look)
        if not content.shown:
            return [Spacer(0, 8), self._body(said(standing.ALL_HIDDEN)), *listed]
        return [*finding_boxes(self.paper, content.boxes, most), *listed]

    def turn(self) -> list[Any]:
        """Return what ends the first page, where there is something on the second."""
        return [FreshPage(_ROOM_FOR_PLAN)] if self.content.rated or self.content.plan else []

    def second_page(self) -> list[Any]:
        """Return what the room will do; a plan that is cut comes before what was parked."""
        top = [*self._running_head(), *self._priorities()]
        plan_table(self.paper, self.content.plan)  # its letters without a shape are told below
        for tight, parked, offers in _TIGHTER_AND_TIGHTER:
            most = len(self.content.parked) if parked is None else parked
            after = self._after(most, offers=offers)
            plan, is_whole = self._plan([*top, *after], tight=tight)
            if is_whole:
                break
        return [*top, *plan, *after]

    def _after(self, parked: int, *, offers: bool) -> list[Any]:
        return [*self._after_plan(parked, offers=offers), *self._method(), *self.paper.glyph_note()]

    def _opening(self) -> list[Any]:
        parts = [
            self._paragraph(self.content.kicker, self.look.kicker),
            self.paper.heading(self.content.title, 1, self.look.title),
            *self._marks(),
        ]
        return beside_logo(parts, self.logo, styles.TEXT_WIDTH)

    def _marks(self) -> list[Any]:
        if not self.content.marks:
            return []
        return [self._paragraph(" · ".join(self.content.marks), self.look.mark)]

    def _headline(self) -> list[Any]:
        headline, style = self.content.headline, self.look.headline
        if not headline:
            if not self.content.in_progress:
                return []
            headline, style = said(words.NOT_AGREED), self.look.soft
        label = self._heading(said(standing.OUR_COMMITMENT), self.look.kicker)
        lang = self.paper.tongues.people if self.content.headline else ""
        block = [label, Spacer(0, 2), self.paper.words(headline, style, lang)]
        return [Spacer(0, 8), AccentBlock(block, styles.ACCENT, styles.TEXT_WIDTH)]

    def _nothing_rated(self) -> list[Any]:
        return [self._heading(said(words.WHERE_WE_STAND)), self._body(said(standing.NOTHING_RATED))]

    def _running_head(self) -> list[Any]:
        """Return whose workshop it is, above a second page with a plan."""
        if not self.content.plan:
            return []
        return [Decoration(self._paragraph(self.content.short_kicker, self.look.turned))]

    def _priorities(self) -> list[Any]:
        """Return the actions with most dots on one line."""
        rows = [row for row in self.content.priorities.rows if row.dots][:_MOST_PRIORITIES]
        if not rows:
            return []
        return [self.paper.labelled(said(standing.MATTERS_MOST), words.most_dots(rows))]

    def _plan(self, after: Sequence[Any], *, tight: bool) -> tuple[list[Any], bool]:
        """Return as much of the plan as leaves its page room for what comes after, and if all."""
        if not self.content.plan:
            return [
                self._heading(said(standing.NEXT_STEPS)),
                self._body(standing.no_plan(in_progress=self.content.in_progress)),
            ], True
        head = [self._heading(said(standing.NEXT_STEPS_AGREED), self.look.subtitle)]
        without = height_of([*head, Spacer(0, 0), *after], styles.TEXT_WIDTH)
        room = styles.TEXT_HEIGHT - without
        whole = plan_table(self.paper, self.content.plan, tight=tight)
        told = rows_that_fit(whole, room)
        left = self.content.plan[told:]
        if not told or not left:
            return [*head, whole], not left
        table = plan_table(self.paper, self.content.plan[:told], tight=tight)
        return [*head, table, Spacer(0, 5), self._detail(words.more_steps(left))], False

    def _after_plan(self, parked: int, *, offers: bool) -> list[Any]:
        """Return what is left open; beside a plan a few offers stand beside the rest."""
        closing = [*self._parked(parked), *self._review()]
        if not self.content.plan:
            return [*self._offers(), *closing]
        if self.content.offers and offers:
            return _side_by_side(self._offers(), closing)
        more = [] if self.content.offers else self._offers()
        return [*more, *_side_by_side(self._parked(parked), self._review())]

    def _offers(self) -> list[Any]:
        if not self.content.offers:
            more = self.content.more_offers
            return [Spacer(0, 8), self._detail(words.more_offers(more))] if more else []
        parts = [self._heading(said(words.RECOMMENDED))]
        parts += self._items((offer.title, offer.reason) for offer in self.content.offers)
        if self.content.more_offers:
            parts.append(self._detail(words.more_offers(self.content.more_offers)))
        return parts

    def _parked(self, most: int) -> list[Any]:
        told = self.content.parked[:most]
        if not told:
            return []
        more = self.content.more_parked + len(self.content.parked) - len(told)
        points = self.paper.peoples(words.parked_points(told, more))
        return [self._heading(said(standing.PARKED)), points]

    def _review(self) -> list[Any]:
        if not self.content.review_on:
            return []
        review = standing.REVIEW_OF_PLAN if self.content.plan else standing.REVIEW_WITHOUT_PLAN
        return [
            self._heading(standing.look_again(self.content.review_on)),
            self._body(said(review)),
        ]

    def _method(self) -> list[Any]:
        if not self.content.method:
            return []
        if not self.content.plan:
            note = self._paragraph(self.content.method, self.look.note)
            return [self._heading(said(standing.HOW_TO_READ)), note]
        # Small print, so that it stands on the plan's page.
        head = self._heading(said(standing.HOW_TO_READ), self.look.table_head)
        return [Spacer(0, 8), head, self._detail(self.content.method)]

    def _paragraph(self, words: str, style: Any) -> Paragraph:
        return self.paper.words(words, style)

    def _heading(self, words: str, style: Any = None) -> Heading:
        return self.paper.heading(words, 2, style)

    def _items(self, items: Iterable[tuple[str, str]]) -> list[Any]:
        """Return what stands out in each item with its detail below, as one list."""
        return self.paper.pairs(items, self.paper.tongues.framework)

    def _body(self, words: str) -> Paragraph:
        return self._paragraph(words, self.look.body)

    def _detail(self, words: str) -> Paragraph:
        return self._paragraph(words, self.look.detail)


def _side_by_side(left: list[Any], right: list[Any]) -> list[Any]:
    if left and right:
        return [_columns(left, right, _OPEN_ENDS_SHARE)]
    return [*left, *right]


def _columns(left: list[Any], right: list[Any], left_share: float) -> Columns:
    room = styles.TEXT_WIDTH - styles.COLUMN_GAP
    stacks = [Stack(left, room * left_share), Stack(right, room * (1 - left_share))]
    return Columns(stacks, styles.COLUMN_GAP, above=styles.SECTION_GAP)


def _forms() -> Iterator[tuple[int, ListLook]]:
    """Yield how many are named in a box and how the list is set, from the roomiest form on."""
    yield from ((MOST_IN_BOX[0], look) for look in LOOKS)
    yield from ((most, LOOKS[-1]) for most in MOST_IN_BOX[1:])
