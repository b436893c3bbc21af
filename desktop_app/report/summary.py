"""The summary: two pages to print that evening; knows how it looks, not how figures are made."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import partial
from pathlib import Path
from typing import Any, BinaryIO

from reportlab.platypus import KeepTogether, Spacer

from desktop_app.documents.findings import MAX_FINDINGS, Findings
from desktop_app.documents.summary import PlanRow, SummaryContent, summary_content
from desktop_app.domain.printing import PrintOptions
from desktop_app.domain.workshop import WorkshopRecord
from desktop_app.files import write_atomically
from desktop_app.words.method import CHART_NOTE

from . import styles
from .drawing import action_chart
from .fit import height_of
from .fonts import Printable
from .pages import DocumentFacts, write_pages
from .paper import Paper
from .plan_table import plan_table, rows_that_fit
from .tagged import (
    AccentBlock,
    Columns,
    Decoration,
    FreshPage,
    Heading,
    Paragraph,
    Stack,
    unlabelled,
)

_ALL_HIDDEN = "Every result is hidden, so this page cannot say what stands firm and what does not."
_ROOM_FOR_PLAN = 220.0
_NO_PLAN = (
    "No next step has been taken on yet. Each one needs an owner, a date and a first move within"
    " two weeks."
)
_TIGHTER_AND_TIGHTER = ((False, None), (True, None), (True, 2))
"""Whether the plan's rows stand close, and how many parked points beside it; None is all."""
_NAMED = 140
"""Characters of the commitments that are named below the table: two lines with what follows."""
_MOST_PRIORITIES = 3
_FINDINGS_SHARE = 0.46  # differences need more words than strengths
_OPEN_ENDS_SHARE = 0.47


def write_summary(
    record: WorkshopRecord,
    target: Path,
    options: PrintOptions | None = None,  # noqa: ARG001 - one way to call all that is printed
) -> None:
    """Write the summary PDF; raise OutputProblem or DiskFull, leaving no half file."""
    with write_atomically(target) as file:
        render_summary(partial(summary_content, record), file)


def render_summary(content_of: Callable[[int], SummaryContent], file: BinaryIO) -> None:
    """Write the summary as PDF into `file`; `content_of` gives it with so many findings in full.

    It takes two pages, however much was found and taken on: fewer findings and commitments in
    full, and a line on where the others are. Only texts of half a page go on to a third.
    """
    paper = Paper()
    text = paper.text
    content, story = _fitted(content_of, text)
    facts = DocumentFacts(
        title=text.line(f"{content.title}: {content.name}" if content.name else content.title),
        author=text.line(content.author) or "Roundtable",
        subject=text.line(content.kicker),
        footer=text.markup(content.footer),
    )
    story += paper.glyph_note()
    write_pages(story, facts, file)


def _fitted(
    content_of: Callable[[int], SummaryContent], text: Printable
) -> tuple[SummaryContent, list[Any]]:
    """Return the summary with the most findings in full that leave page 1 a page."""
    made: list[tuple[SummaryContent, list[Any]]] = []
    for most in range(MAX_FINDINGS, 0, -1):
        content = content_of(most)
        story = _Story(content, text)
        first = story.first_page()
        made.append((content, [*first, *story.turn(), *story.second_page()]))
        if height_of(first, styles.TEXT_WIDTH) <= styles.TEXT_HEIGHT:
            return made[-1]
    return made[0]


class _Story:
    """Builds the flowables of one summary, from top to bottom."""

    def __init__(self, content: SummaryContent, text: Printable) -> None:
        self.content = content
        self.text = text
        self.look = styles.make_styles()

    def first_page(self) -> list[Any]:
        """Return what the room found."""
        found = [*self._picture(), *self._findings(), *self._priorities()]
        return [*self._opening(), *self._headline(), *found]

    def turn(self) -> list[Any]:
        """Return what ends the first page, where there is something on the second."""
        return [FreshPage(_ROOM_FOR_PLAN)] if self.content.rated or self.content.plan else []

    def second_page(self) -> list[Any]:
        """Return what the room will do; a plan that is cut comes before what was parked."""
        for tight, parked in _TIGHTER_AND_TIGHTER:
            after = self._after(len(self.content.parked) if parked is None else parked)
            plan, is_whole = self._plan(after, tight=tight)
            if is_whole:
                break
        return [*plan, *after]

    def _after(self, parked: int) -> list[Any]:
        return [*self._after_plan(parked), *self._method()]

    def _opening(self) -> list[Any]:
        return [
            self._paragraph(self.content.kicker, self.look.kicker),
            Heading(self.text.markup(self.content.title), self.look.title),
            *self._marks(),
        ]

    def _marks(self) -> list[Any]:
        if not self.content.marks:
            return []
        return [self._paragraph(" · ".join(self.content.marks), self.look.mark)]

    def _headline(self) -> list[Any]:
        headline, style = self.content.headline, self.look.headline
        if not headline:
            if not self.content.in_progress:
                return []
            headline, style = "Not agreed yet: one sentence, who does what by when.", self.look.soft
        label = self._heading("Our one commitment", self.look.kicker)
        block = [label, Spacer(0, 2), self._paragraph(headline, style)]
        return [Spacer(0, 10), AccentBlock(block, styles.ACCENT, styles.TEXT_WIDTH)]

    def _picture(self) -> list[Any]:
        if not self.content.rated:
            return [
                self._heading("Where we stand"),
                self._body(
                    "Nothing has been rated and revealed yet. Once it has, this page shows where"
                    " the room stands on each action, what stands firm and where people see it"
                    " differently."
                ),
            ]
        bars, key = action_chart(self.content.rows, self.content.scale, self.text)
        explained = [key, Spacer(0, 6), self._detail(CHART_NOTE)] if self.content.shown else []
        return [self._heading("Where we stand, action by action"), bars, *explained]

    def _findings(self) -> list[Any]:
        if not self.content.rated:
            return []
        if not self.content.shown:
            return [Spacer(0, 8), self._body(_ALL_HIDDEN)]
        firm = self._finding_list(
            "What stands firm",
            self.content.strengths,
            "No statement was rated high by more than half of the room with agreement.",
        )
        divided = self._finding_list(
            "Where we see it differently",
            self.content.differences,
            "No statement divided the room, and few could not say.",
        )
        if not self.content.strengths.items:
            # Half a page beside one sentence would stay empty.
            return [*firm, *divided]
        return [_columns(firm, divided, _FINDINGS_SHARE)]

    def _finding_list(self, heading: str, findings: Findings, empty: str) -> list[Any]:
        if not findings.items:
            return [self._heading(heading), self._paragraph(empty, self.look.soft)]
        parts = [self._heading(heading), self._detail(f"{self.content.stem} …")]
        parts += self._items((finding.text, finding.detail) for finding in findings.items)
        return [*parts, self._detail(findings.also)] if findings.also else parts

    def _priorities(self) -> list[Any]:
        """Return the actions with most dots on one line, so that they stay on the first page."""
        rows = [row for row in self.content.priorities.rows if row.dots][:_MOST_PRIORITIES]
        if not rows:
            return []
        named = " · ".join(f"{row.label} ({row.words})" for row in rows)
        return [KeepTogether([self._heading("What matters most now"), self._body(f"{named}.")])]

    def _plan(self, after: Sequence[Any], *, tight: bool) -> tuple[list[Any], bool]:
        """Return as much of the plan as leaves its page room for what comes after, and if all."""
        if not self.content.plan:
            return [self._heading("Next steps"), self._body(_NO_PLAN)], True
        head = [
            Decoration(self._paragraph(self.content.short_kicker, self.look.turned)),
            self._heading("Next steps we agreed", self.look.subtitle),
        ]
        without = height_of([*head, Spacer(0, 0), *after], styles.TEXT_WIDTH)
        room = styles.TEXT_HEIGHT - without
        whole = plan_table(self.content.plan, self.text, self.look, tight=tight)
        told = rows_that_fit(whole, room)
        left = self.content.plan[told:]
        if not told or not left:
            return [*head, whole], True
        table = plan_table(self.content.plan[:told], self.text, self.look, tight=tight)
        return [*head, table, Spacer(0, 5), self._detail(_more_steps(left))], False

    def _after_plan(self, parked: int) -> list[Any]:
        """Return what is left open; a few offers stand beside the rest, many above it."""
        closing = [*self._parked(parked), *self._review()]
        if not self.content.plan:
            return [*self._offers(), *_side_by_side(self._talk_again(), closing)]
        if self.content.offers:
            return _side_by_side([*self._offers(), *self._talk_again()], closing)
        left = [*self._parked(parked), *self._offers()]
        return _side_by_side(left, [*self._talk_again(), *self._review()])

    def _offers(self) -> list[Any]:
        if not self.content.offers:
            more = self.content.more_offers
            return [Spacer(0, 8), self._detail(_more_offers(more))] if more else []
        parts = [self._heading("Recommended, not yet taken on")]
        parts += self._items((offer.title, offer.reason) for offer in self.content.offers)
        if self.content.more_offers:
            parts.append(self._detail(_more_offers(self.content.more_offers)))
        return parts

    def _talk_again(self) -> list[Any]:
        if not self.content.talk_again:
            return []
        sentences = self._body(" ".join(self.content.talk_again))
        return [self._heading("Worth talking about again"), sentences]

    def _parked(self, most: int) -> list[Any]:
        told = self.content.parked[:most]
        if not told:
            return []
        more = self.content.more_parked + len(self.content.parked) - len(told)
        rest = f" ... and {more} more in the full report" if more else ""
        return [self._heading("Parked"), self._body(" · ".join(told) + rest)]

    def _review(self) -> list[Any]:
        if not self.content.review_on:
            return []
        steps = "First at these steps: done, under way, stuck or dropped. Then we rate again."
        again = "We rate the same statements again and see what moved."
        return [
            self._heading(f"We look again on {self.content.review_on}"),
            self._body(steps if self.content.plan else again),
        ]

    def _method(self) -> list[Any]:
        if not self.content.method:
            return []
        if not self.content.plan:
            note = self._paragraph(self.content.method, self.look.note)
            return [self._heading("How to read this"), note]
        # Small print, so that it stands on the plan's page.
        head = self._heading("How to read this", self.look.table_head)
        return [Spacer(0, 8), head, self._detail(self.content.method)]

    def _paragraph(self, words: str, style: Any) -> Paragraph:
        return Paragraph(self.text.markup(words), style)

    def _heading(self, words: str, style: Any = None) -> Heading:
        return Heading(self.text.markup(words), style or self.look.heading, 2)

    def _items(self, items: Iterable[tuple[str, str]]) -> list[Any]:
        """Return what stands out in each item with its detail below, as one list."""
        pairs = ((self._paragraph(a, self.look.item), self._detail(b)) for a, b in items)
        return unlabelled(list(pairs))

    def _body(self, words: str) -> Paragraph:
        return self._paragraph(words, self.look.body)

    def _detail(self, words: str) -> Paragraph:
        return self._paragraph(words, self.look.detail)


def _more_steps(left: Sequence[PlanRow]) -> str:
    """Name the commitments that found no room in the table where a line holds their names."""
    named = "; ".join(row.title for row in left)
    if len(named) <= _NAMED:
        them = "it" if len(left) == 1 else "them"
        return f"Also taken on: {named}. The action plan and the full report tell all of {them}."
    return f"{len(left)} more next steps are in the action plan and in the full report."


def _more_offers(count: int) -> str:
    return f"{count} more recommended {'step is' if count == 1 else 'steps are'} in Roundtable."


def _side_by_side(left: list[Any], right: list[Any]) -> list[Any]:
    if left and right:
        return [_columns(left, right, _OPEN_ENDS_SHARE)]
    return [*left, *right]


def _columns(left: list[Any], right: list[Any], left_share: float) -> Columns:
    room = styles.TEXT_WIDTH - styles.COLUMN_GAP
    stacks = [Stack(left, room * left_share), Stack(right, room * (1 - left_share))]
    return Columns(stacks, styles.COLUMN_GAP, above=styles.SECTION_GAP)
