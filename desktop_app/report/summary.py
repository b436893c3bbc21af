"""The summary: two pages to print that evening; knows how it looks, not how figures are made."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import Any, BinaryIO

from reportlab.platypus import Spacer

from desktop_app.documents import standing
from desktop_app.documents import summary as words
from desktop_app.documents.since import TITLE as SINCE
from desktop_app.documents.summary import SummaryContent, summary_content
from desktop_app.domain.printing import PrintOptions
from desktop_app.domain.workshop import WorkshopRecord
from desktop_app.files import write_atomically
from desktop_app.logos.logo import Logo, logo_of
from desktop_app.words.speech import said
from desktop_app.words.then_and_now import TITLE

from . import fonts, styles
from .fit import height_of
from .logo import beside_logo
from .pages import Sheet, write_pages
from .paper import Paper
from .plan_table import plan_table, rows_that_fit
from .statement_list import LINES, MOST_IN_BOX, finding_boxes, statement_table
from .tagged import (
    AccentBlock,
    Columns,
    FreshPage,
    Heading,
    Paragraph,
    Stack,
)

_ROOM_FOR_PLAN = 220.0
_ALL = 99
_TIGHTER_AND_TIGHTER = (
    (True, _ALL, True),
    (False, _ALL, True),
    (False, _ALL, False),
    (False, 2, False),
)
"""Whether the plan is roomy and names its works, how many parked points, whether offers too."""
_MOST_PRIORITIES = 3
_SPARE = 4.0  # what columns and tables take beyond the height that they tell
_OPEN_ENDS_SHARE = 0.47
_FIRST = Sheet("first", then="second")
_SECOND = Sheet("second", head_height=17.0)
_CLOSE_HEADING = styles.style_of(
    "close_heading", fonts.SEMIBOLD, 15, 18, spaceBefore=6, spaceAfter=2, keepWithNext=1
)
_LEAST_FOR_PLAN = 400.0
"""What the list of statements leaves of the second page for what the room will do."""


def write_summary(
    record: WorkshopRecord,
    target: Path,
    options: PrintOptions | None = None,
) -> None:
    """Write the summary PDF; raise FileProblem, OutputProblem or DiskFull, leaving no half file."""
    logo = logo_of(options)
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
    first, rest = story.first_page()
    parts = [*first, *story.turn(rest), *story.second_page(rest)]
    facts = paper.facts(content.event, content.title, head=content.short_kicker)
    write_pages(parts, facts, file, _FIRST, _SECOND)


class _Story:
    """Builds the flowables of one summary, from top to bottom."""

    def __init__(self, content: SummaryContent, paper: Paper, logo: Logo | None) -> None:
        self.content = content
        self.logo = logo
        self.paper = paper
        self.look = paper.look

    def first_page(self) -> tuple[list[Any], list[Any]]:
        """Return what the room found, as much as a page holds, and what goes on overleaf."""
        opening = [*self._opening(), *self._headline()]
        if not self.content.rated:
            return [*opening, *self._nothing_rated()], []
        for most, lines in _forms():
            above = [*opening, *self._boxes(most)]
            listed, rest = self._list(lines, height_of(above, styles.TEXT_WIDTH))
            if height_of(rest, styles.TEXT_WIDTH) <= _SECOND.text_height - _LEAST_FOR_PLAN:
                break
        return [*above, *listed], rest

    def _boxes(self, most: int) -> list[Any]:
        if not self.content.shown:
            return [Spacer(0, 8), self._body(said(standing.ALL_HIDDEN))]
        return list(finding_boxes(self.paper, self.content.boxes, most))

    def _list(self, lines: int, above: float) -> tuple[list[Any], list[Any]]:
        """Return the list as far as the first page has room, and the rest of it."""
        content = self.content
        listed = statement_table(self.paper, content.statements, content.scale, content.stem, lines)
        whole, room = listed.whole(), styles.TEXT_HEIGHT - above - _SPARE
        return (whole, []) if height_of(whole, styles.TEXT_WIDTH) <= room else listed.broken(room)

    def turn(self, rest: list[Any]) -> list[Any]:
        """Return what ends the first page, where there is something on the second."""
        goes_on = rest or self.content.rated or self.content.plan
        return [FreshPage(_ROOM_FOR_PLAN)] if goes_on else []

    def second_page(self, rest: list[Any]) -> list[Any]:
        """Return what the room will do; a plan that is cut comes before what was parked."""
        top = [*rest, *self._since(), *self._then_now(), *self._priorities()]
        if not self.content.plan:
            return self._without_plan(top)
        plan_table(self.paper, self.content.plan)  # its letters without a shape are told below
        for roomy, parked, offers in _TIGHTER_AND_TIGHTER:
            after = [*self._after_plan(parked, offers=offers), *self._method()]
            after += self.paper.glyph_note()
            plan, is_whole = self._plan([*top, *after], roomy=roomy)
            if is_whole:
                break
        return [*top, *plan, *after]

    def _without_plan(self, top: list[Any]) -> list[Any]:
        """Return the second page with as many recommended steps as it has room for."""
        page: list[Any] = []
        for most in range(len(self.content.offers), -1, -1):
            page = [
                *top,
                self._heading(said(standing.NEXT_STEPS)),
                self._body(standing.no_plan(in_progress=self.content.in_progress)),
                *self._offers(most),
                *self._parked(_ALL),
                *self._review(),
                *self._method(),
                *self.paper.glyph_note(),
            ]
            if height_of(page, styles.TEXT_WIDTH) <= _SECOND.text_height - _SPARE:
                break
        return page

    def _opening(self) -> list[Any]:
        parts = [
            self.paper.kicker(self.content.kicker),
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
        return [Spacer(0, 4), AccentBlock(block, styles.ACCENT, styles.TEXT_WIDTH)]

    def _nothing_rated(self) -> list[Any]:
        nothing = standing.nothing_rated(in_progress=self.content.in_progress)
        return [self._heading(said(words.WHERE_WE_STAND)), self._body(nothing)]

    def _since(self) -> list[Any]:
        """Return what became of last time's commitments in a few lines, where there were any."""
        told, lang = self.content.since, self.paper.tongues.people
        if not told:
            return []
        return [Spacer(0, 4), self.paper.labelled(said(SINCE), told, lang=lang)]

    def _then_now(self) -> list[Any]:
        """Return what moved since the workshop before in a few lines, where there was one."""
        told = self.content.then_now
        return [Spacer(0, 4), self.paper.labelled(said(TITLE), told)] if told else []

    def _priorities(self) -> list[Any]:
        """Return the actions with most dots on one line."""
        rows = [row for row in self.content.priorities.rows if row.dots][:_MOST_PRIORITIES]
        if not rows:
            return []
        most = self.paper.labelled(said(standing.MATTERS_MOST), words.most_dots(rows))
        return [Spacer(0, 4), most]

    def _plan(self, after: Sequence[Any], *, roomy: bool) -> tuple[list[Any], bool]:
        """Return as much of the plan as leaves its page room for what comes after, and if all."""
        style = self.look.subtitle if roomy else _CLOSE_HEADING
        head = [self._heading(said(standing.NEXT_STEPS_AGREED), style)]
        without = height_of([*head, Spacer(0, 0), *after], styles.TEXT_WIDTH)
        room = _SECOND.text_height - without - _SPARE
        whole = plan_table(self.paper, self.content.plan, roomy=roomy)
        told = rows_that_fit(whole, room)
        left = self.content.plan[told:]
        if not told or not left:
            return [*head, whole], not left
        table = plan_table(self.paper, self.content.plan[:told], roomy=roomy)
        return [*head, table, Spacer(0, 5), self._detail(words.more_steps(left))], False

    def _after_plan(self, parked: int, *, offers: bool) -> list[Any]:
        """Return what is left open; beside a plan a few offers stand beside the rest."""
        told = self._offers(len(self.content.offers) if offers else 0)
        if self.content.offers and offers:
            return _side_by_side(told, [*self._parked(parked), *self._review()])
        return [*told, *self._in_short(parked)]

    def _offers(self, most: int) -> list[Any]:
        """Return so many recommended steps, and how many there are besides."""
        told = self.content.offers[:most]
        more = self.content.more_offers + len(self.content.offers) - len(told)
        rest = [self._detail(words.more_offers(more))] if more else []
        if not told:
            return [Spacer(0, 4), *rest] if rest else []
        listed = self._items((offer.title, offer.reason) for offer in told)
        return [self._heading(said(words.RECOMMENDED)), *listed, *rest]

    def _in_short(self, parked: int) -> list[Any]:
        """Return what was parked and the review, a paragraph each."""
        lines: list[Any] = [Spacer(0, 3)]
        if self.content.parked:
            named = self._points(parked)
            lines.append(self.paper.labelled(said(standing.PARKED), named, lang=self._theirs))
        if self.content.review_on:
            day = standing.look_again(self.content.review_on)
            lines.append(self.paper.labelled(day, said(standing.REVIEW_OF_PLAN)))
        return lines if len(lines) > 1 else []

    @property
    def _theirs(self) -> str:
        return self.paper.tongues.people

    def _points(self, most: int) -> str:
        told = self.content.parked[:most]
        more = self.content.more_parked + len(self.content.parked) - len(told)
        return words.parked_points(told, more)

    def _parked(self, most: int) -> list[Any]:
        if not self.content.parked:
            return []
        return [self._heading(said(standing.PARKED)), self.paper.peoples(self._points(most))]

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
            note = self._detail(self.content.method)
            return [self._heading(said(standing.HOW_TO_READ)), note]
        label = said(standing.HOW_TO_READ)
        return [
            Spacer(0, 4),
            self.paper.labelled(label, self.content.method, self.look.cell_detail),
        ]

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
        return self._paragraph(words, self.look.cell_detail)


def _side_by_side(left: list[Any], right: list[Any]) -> list[Any]:
    if left and right:
        return [_columns(left, right, _OPEN_ENDS_SHARE)]
    return [*left, *right]


def _columns(left: list[Any], right: list[Any], left_share: float) -> Columns:
    room = styles.TEXT_WIDTH - styles.COLUMN_GAP
    stacks = [Stack(left, room * left_share), Stack(right, room * (1 - left_share))]
    return Columns(stacks, styles.COLUMN_GAP, above=styles.SECTION_GAP)


def _forms() -> Iterator[tuple[int, int]]:
    """Yield how many are named in a box and the most lines of a statement, the roomiest first."""
    yield from ((MOST_IN_BOX[0], lines) for lines in LINES)
    yield from ((most, LINES[-1]) for most in MOST_IN_BOX[1:])
