"""The table of what was promised: each with its number and title, told of or to be filled in."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from . import fonts, styles
from .paper import Paper
from .plan_rows import WholeRows, rows_look

SIZE = 12.0
_GUTTER = 8.0


ROOMY, TIGHT = (5.0, 7.0), (2.5, 4.0)
"""The points above and below what is said of a commitment."""


def promise_table(
    paper: Paper,
    columns: Sequence[str],
    rows: Iterable[list[Any]],
    shares: Sequence[float],
    room: tuple[float, float] = ROOMY,
) -> WholeRows:
    """Return the table across the paper's width, its heading row on every page, no row broken."""
    head = styles.style_of("plan_head", fonts.SEMIBOLD, SIZE, SIZE * 1.2, textColor=styles.SOFT)
    return WholeRows(
        [[paper.words(words, head) for words in columns], *rows],
        colWidths=[share * paper.width for share in shares],
        style=rows_look(_GUTTER, *room),
        font=fonts.REGULAR,
        header_columns=2,
        splitByRow=1,
    )


def which(paper: Paper, number: int, title: str) -> list[Any]:
    """Return the cells that say which commitment a row is of."""
    return [paper.words(str(number), strong()), paper.peoples(title, strong())]


def strong() -> Any:
    """Return how what stands out in a cell looks."""
    return styles.style_of("plan_strong", fonts.SEMIBOLD, SIZE, SIZE * 1.28)


def plain() -> Any:
    """Return how all else in a cell looks."""
    return styles.style_of("plan_cell", fonts.REGULAR, SIZE, SIZE * 1.28)
