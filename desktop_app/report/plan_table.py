"""The table of commitments, with a heading row on every page; cells split where they must."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate
from typing import Any

from reportlab.platypus import TableStyle

from desktop_app.documents.plan import short_plan_columns
from desktop_app.documents.standing import NO_DATE, NO_OWNER, NOT_SET
from desktop_app.documents.summary import PlanRow
from desktop_app.words.speech import said

from . import fonts, styles
from .paper import Paper
from .tagged import Paragraph, Table

_SHARES = (0.43, 0.175, 0.15, 0.245)
_GUTTER = 12.0
_LINES = 29.0
_WHOLE_PAGE = styles.TEXT_HEIGHT - 1

_LOOK = TableStyle(
    [
        ("VALIGN", (0, 0), (-1, -1), "TOP"),
        ("LEFTPADDING", (0, 0), (-1, -1), 0),
        ("RIGHTPADDING", (0, 0), (-2, -1), _GUTTER),
        ("RIGHTPADDING", (-1, 0), (-1, -1), 0),
        ("TOPPADDING", (0, 0), (-1, -1), 5),
        ("BOTTOMPADDING", (0, 0), (-1, -1), 7),
        ("LINEBELOW", (0, 0), (-1, 0), 1, styles.INK),
        ("LINEBELOW", (0, 1), (-1, -1), styles.HAIRLINE, styles.LINE),
    ]
)

_TIGHT = TableStyle(
    [("TOPPADDING", (0, 0), (-1, -1), 3), ("BOTTOMPADDING", (0, 0), (-1, -1), 5)], parent=_LOOK
)


class PlanTable(Table):
    """A table that keeps each row whole, except one that is longer than a page."""

    def split(self, available_width: float, available_height: float) -> list[Any]:
        """Return the rows that fit and the rest, or nothing where a new page is needed first."""
        self.splitInRow = 0
        parts: list[Any] = super().split(available_width, available_height)
        if not parts and available_height >= _WHOLE_PAGE:
            self.splitInRow = 1
            parts = super().split(available_width, available_height)
        return parts


def plan_table(paper: Paper, rows: Sequence[PlanRow], *, tight: bool = False) -> PlanTable:
    """Return the table of commitments across the text width, its rows close where `tight`."""
    head = [paper.words(heading, paper.look.table_head) for heading in short_plan_columns()]
    return PlanTable(
        [head, *(_cells(paper, row) for row in rows)],
        colWidths=[share * styles.TEXT_WIDTH for share in _SHARES],
        style=_TIGHT if tight else _LOOK,
        font=fonts.REGULAR,
        header_columns=1,
        splitByRow=1,
    )


def rows_that_fit(table: PlanTable, room: float) -> int:
    """Return how many commitments of a table take no more than `room`, and two lines on the others.

    All of them where they fit without those lines.
    """
    _, height = table.wrap(styles.TEXT_WIDTH, room)
    heights = [float(height) for height in table._rowHeights]  # noqa: SLF001 - it has no other door
    if height <= room:
        return len(heights) - 1
    return max(0, sum(used <= room - _LINES for used in accumulate(heights)) - 1)


def _cells(paper: Paper, row: PlanRow) -> list[Any]:
    look = paper.look
    what = [paper.peoples(row.title, look.cell_strong), paper.words(row.reason, look.cell_detail)]
    return [
        what,
        _or_not(paper, row.owner, NO_OWNER),
        paper.words(row.due or said(NO_DATE), look.cell),
        _or_not(paper, row.first_move, NOT_SET),
    ]


def _or_not(paper: Paper, words: str, otherwise: str) -> Paragraph:
    """Return what people wrote, or that it is not settled yet."""
    if words:
        return paper.peoples(words, paper.look.cell)
    return paper.words(said(otherwise), paper.look.cell)
