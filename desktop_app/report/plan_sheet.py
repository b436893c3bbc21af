"""The plan in full as a table for any width: the full report's and the action plan's."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from desktop_app.documents.plan import (
    PlanLine,
    known_by,
    read_columns,
    sheet_columns,
    status_choices,
)
from desktop_app.documents.standing import NO_DATE, NO_OWNER, NOT_SET
from desktop_app.words.speech import said

from . import fonts, styles
from .ballot_card import BoxedChoice
from .paper import Paper
from .plan_rows import WholeRows, reasons_look, rows_look
from .tagged import Paragraph, Table

_GUTTER = 7.0
_CLOSE = 2.5, 4.0
"""The points above and below a row to work with: the usual plan takes two sheets so."""


@dataclass(frozen=True, slots=True)
class PlanLook:
    """Shares of the width for number, what, who, by and first move; sizes of the text.

    `to_work_with`: why and how it will be known have columns, not lines below what, and each row
    ends with its status to tick.
    """

    shares: tuple[float, ...] = (0.056, 0.394, 0.19, 0.15, 0.21)
    size: float = 12.0
    with_how: bool = False
    to_work_with: bool = False

    @property
    def columns(self) -> tuple[str, ...]:
        """Return what heads the columns."""
        return sheet_columns() if self.to_work_with else read_columns()


def plan_table(paper: Paper, lines: Sequence[PlanLine], look: PlanLook | None = None) -> Table:
    """Return the commitments across the paper's width, a heading row on every page."""
    look = look or PlanLook()
    dates = max((fonts.text_width(line.due, look.size, "regular") for line in lines), default=0.0)
    rows = [row for line in lines for row in _cells(paper, line, look)]
    return _table(paper, rows, look, dates + _GUTTER)


def empty_plan_table(paper: Paper, look: PlanLook, count: int) -> Table:
    """Return a table with numbered rows to write in."""
    strong = styles.style_of("plan_strong", fonts.SEMIBOLD, look.size, look.size * 2)
    between = len(look.columns) - 1 - look.to_work_with
    rows = [
        [
            paper.words(str(n), strong),
            *[""] * between,
            *([_status(paper, look.size)] if look.to_work_with else []),
        ]
        for n in range(1, count + 1)
    ]
    return _table(paper, rows, look)


def _status(paper: Paper, size: float) -> list[Any]:
    """Return a box to tick for each status that a step can have when the room looks again."""
    style = styles.style_of("plan_status", fonts.REGULAR, size, size * 1.16)
    return [BoxedChoice(paper.words(words, style), size / 20, 0) for words in status_choices()]


def _table(
    paper: Paper, cells: Sequence[Sequence[Any]], look: PlanLook, dates: float = 0.0
) -> Table:
    """Return the table; `dates` is the width that the longest date needs, which is never broken."""
    head = styles.style_of(
        "plan_head", fonts.SEMIBOLD, look.size, look.size * 1.2, textColor=styles.SOFT
    )
    rows = [[paper.words(words, head) for words in look.columns], *cells]
    plain = [] if look.to_work_with else range(2, len(rows), 2)
    return WholeRows(
        rows,
        colWidths=_widths(paper, look, dates),
        style=reasons_look(len(plain), _GUTTER, column=1) if plain else rows_look(_GUTTER, *_CLOSE),
        font=fonts.REGULAR,
        header_columns=2,
        plain_rows=plain,
        splitByRow=1,
    )


def _widths(paper: Paper, look: PlanLook, dates: float) -> list[float]:
    """Return the columns' widths: what a date needs more is taken from all that people wrote."""
    widths = [share * paper.width for share in look.shares]
    by = len(widths) - (4 if look.to_work_with else 2)
    more = max(0.0, dates - widths[by])
    others = [place for place in range(1, len(look.shares) - look.to_work_with) if place != by]
    widths[by] += more
    for place in others:
        widths[place] -= more / len(others)
    return widths


def _reason(look: PlanLook) -> tuple[float, float]:
    return look.size, look.size * 1.22


def _cells(paper: Paper, line: PlanLine, look: PlanLook) -> list[list[Any]]:
    """Return a commitment as a row; where it is only read, a second one tells sign and reason."""
    size = look.size
    plain = styles.style_of("plan_cell", fonts.REGULAR, size, size * 1.28)
    strong = styles.style_of("plan_strong", fonts.SEMIBOLD, size, size * 1.28)
    small = styles.style_of("plan_small", fonts.REGULAR, *_reason(look), textColor=styles.SOFT)
    why = [paper.peoples(line.how, plain)] if look.with_how and line.how else []
    why.append(paper.words(line.reason, small))
    title = paper.peoples(line.title, strong)
    rest = [
        paper.peoples(line.owner, plain) if line.owner else paper.words(said(NO_OWNER), plain),
        paper.words(line.due or said(NO_DATE), plain),
        _or_not(paper, line.first_move, plain),
    ]
    number = paper.words(str(line.number), strong)
    if look.to_work_with:
        known = _or_not(paper, line.measure, plain)
        return [[number, title, why, *rest, known, _status(paper, size)]]
    lang = paper.tongues.people if line.measure else ""
    known = paper.labelled(known_by(), line.measure or said(NOT_SET), plain, lang)
    return [[number, title, *rest], ["", [known, *why], *[""] * len(rest)]]


def _or_not(paper: Paper, words: str, style: Any) -> Paragraph:
    """Return what people wrote, or that it is not settled yet."""
    return paper.peoples(words, style) if words else paper.words(said(NOT_SET), style)
