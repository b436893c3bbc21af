"""What became of last time's commitments as a table of the full report."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from reportlab.platypus import Spacer

from desktop_app.documents.since import (
    SHARES,
    SinceLine,
    SincePart,
    became,
    since_columns,
    who_by_when,
)

from .paper import Paper
from .promises import plain, promise_table, strong, which


def since_last_time(paper: Paper, part: SincePart) -> Iterator[Any]:
    """Yield since when, how many stand where, and each commitment."""
    yield paper.words(part.since)
    yield paper.words(part.counted)
    yield Spacer(0, 6)
    yield promise_table(paper, since_columns(), [_row(paper, one) for one in part.lines], SHARES)


def _row(paper: Paper, line: SinceLine) -> list[Any]:
    stands, rest = became(line)
    return [
        *which(paper, line.number, line.title),
        paper.peoples(who, plain()) if (who := who_by_when(line)) else "",
        [paper.words(stands, strong()), *([paper.peoples(rest, plain())] if rest else [])],
    ]
