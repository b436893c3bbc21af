"""The table of commitments, with a heading row on every page; cells split where they must."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate
from typing import Any

from desktop_app.documents.plan import short_plan_columns
from desktop_app.documents.standing import NO_DATE, NO_OWNER, NOT_SET
from desktop_app.documents.summary import PlanRow
from desktop_app.words.speech import said

from . import fonts, styles
from .paper import Paper
from .plan_rows import WholeRows, reasons_look
from .tagged import Paragraph

_SHARES = (0.42, 0.205, 0.14, 0.235)
_GUTTER = 8.0
_LINES = 34.0
_CLOSE = 14.2
_ROOMY, _TIGHT = (5.0, 7.0), (2.5, 3.5)
"""The points above and below what is said of a commitment."""


def plan_table(paper: Paper, rows: Sequence[PlanRow], *, roomy: bool = True) -> WholeRows:
    """Return the table of commitments across the text width.

    Where it is not `roomy`, its rows stand close and do not name the works that they lean on.
    """
    head = [paper.words(heading, paper.look.table_head) for heading in short_plan_columns()]
    told = [row for one in rows for row in _rows(paper, one, roomy=roomy)]
    return WholeRows(
        [head, *told],
        colWidths=[share * styles.TEXT_WIDTH for share in _SHARES],
        style=reasons_look(len(rows), _GUTTER, *(_ROOMY if roomy else _TIGHT)),
        font=fonts.REGULAR,
        header_columns=1,
        plain_rows=range(2, len(told) + 1, 2),
        splitByRow=1,
    )


def rows_that_fit(table: WholeRows, room: float) -> int:
    """Return how many commitments of a table take no more than `room`, and two lines on the others.

    All of them where they fit without those lines.
    """
    _, height = table.wrap(styles.TEXT_WIDTH, room)
    heights = [float(height) for height in table._rowHeights]  # noqa: SLF001 - it has no other door
    if height <= room:
        return len(heights) // 2
    with_reasons = list(accumulate(heights))[2::2]
    return sum(used <= room - _LINES for used in with_reasons)


def _rows(paper: Paper, row: PlanRow, *, roomy: bool) -> tuple[list[Any], list[Any]]:
    """Return a commitment and, across all columns, why it was taken on."""
    look = paper.look
    strong, plain = look.cell_strong, look.cell
    if not roomy:
        strong, plain = (s.clone(f"close_{s.name}", leading=_CLOSE) for s in (strong, plain))
    told = [
        paper.peoples(row.title, strong),
        _or_not(paper, row.owner, NO_OWNER, plain),
        paper.words(row.due or said(NO_DATE), plain),
        _or_not(paper, row.first_move, NOT_SET, plain),
    ]
    reason = row.reason if roomy else row.because
    return told, [paper.words(reason, look.cell_detail), "", "", ""]


def _or_not(paper: Paper, words: str, otherwise: str, look: Any) -> Paragraph:
    """Return what people wrote, or that it is not settled yet."""
    return paper.peoples(words, look) if words else paper.words(said(otherwise), look)
