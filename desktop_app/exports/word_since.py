"""What became of last time's commitments as a chapter in Word."""

from __future__ import annotations

from collections.abc import Iterator

from desktop_app.documents.report import FullContent
from desktop_app.documents.since import (
    SHARES,
    TITLE,
    SinceLine,
    SincePart,
    became,
    since_columns,
    who_by_when,
)
from desktop_app.words.speech import said

from .outline import Block, Cell, Grid, Look, words
from .outline_pages import promise_cells


def since_blocks(content: FullContent) -> Iterator[Block]:
    """Yield since when, how many stand where, and each commitment."""
    if content.since is None:
        return
    yield from words(content.since.since)
    yield from words(content.since.counted)
    yield since_grid(content.since, content.event.tongues.people)


def since_grid(part: SincePart, lang: str) -> Grid:
    """Return the commitments as a table."""
    rows = tuple(_row(line, lang) for line in part.lines)
    return Grid(said(TITLE), since_columns(), rows, SHARES)


def _row(line: SinceLine, lang: str) -> tuple[Cell, ...]:
    stands, rest = became(line)
    return (
        *promise_cells(line.number, line.title, lang),
        tuple(words(who_by_when(line), lang=lang)),
        (*words(stands, Look.STRONG), *words(rest, lang=lang)),
    )
