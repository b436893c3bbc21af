"""The part of the web report on what became of last time's commitments."""

from __future__ import annotations

from collections.abc import Iterator

from desktop_app.documents.report import FullContent
from desktop_app.documents.since import TITLE, SinceLine, became, since_columns, who_by_when
from desktop_app.words.speech import said

from .web_html import Cell, Told, paragraph, table


def since_parts(content: FullContent) -> Iterator[str]:
    """Yield since when, how many stand where, and each commitment."""
    part, people = content.since, content.event.tongues.people
    if part is None:
        return
    yield paragraph(part.since)
    yield paragraph(part.counted)
    yield table(said(TITLE), since_columns(), [_row(line, people) for line in part.lines])


def _row(line: SinceLine, people: str) -> tuple[Cell, ...]:
    told = " · ".join(text for text in became(line) if text)
    who = Told(who_by_when(line), people)
    return line.number, Told(line.title, people), who, Told(told, people)
