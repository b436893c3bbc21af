"""What became of last time's commitments as a table of the full report."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from reportlab.platypus import Spacer

from desktop_app.documents.since import (
    SinceLine,
    SincePart,
    became,
    since_columns,
    who_by_when,
)

from . import fonts, styles
from .paper import Paper
from .plan_rows import WholeRows, rows_look

_SHARES, _SIZE, _GUTTER = (0.06, 0.36, 0.24, 0.34), 12.0, 8.0


def since_last_time(paper: Paper, part: SincePart) -> Iterator[Any]:
    """Yield since when, how many stand where, and each commitment."""
    yield paper.words(part.since)
    yield paper.words(part.counted)
    yield Spacer(0, 6)
    yield since_table(paper, part.lines)


def since_table(paper: Paper, lines: tuple[SinceLine, ...]) -> WholeRows:
    """Return the commitments across the paper's width, a heading row on every page."""
    head = styles.style_of("plan_head", fonts.SEMIBOLD, _SIZE, _SIZE * 1.2, textColor=styles.SOFT)
    rows = [[paper.words(words, head) for words in since_columns()]]
    return WholeRows(
        rows + [_row(paper, line) for line in lines],
        colWidths=[share * paper.width for share in _SHARES],
        style=rows_look(_GUTTER),
        font=fonts.REGULAR,
        header_columns=2,
        splitByRow=1,
    )


def _row(paper: Paper, line: SinceLine) -> list[Any]:
    plain = styles.style_of("plan_cell", fonts.REGULAR, _SIZE, _SIZE * 1.28)
    strong = styles.style_of("plan_strong", fonts.SEMIBOLD, _SIZE, _SIZE * 1.28)
    stands, rest = became(line)
    told = [paper.words(stands, strong), *([paper.peoples(rest, plain)] if rest else [])]
    return [
        paper.words(str(line.number), strong),
        paper.peoples(line.title, strong),
        paper.peoples(who_by_when(line), plain) if who_by_when(line) else "",
        told,
    ]
