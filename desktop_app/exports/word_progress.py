"""The progress sheet in Word, to be filled in and sent back."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from desktop_app.documents.kinds import DocumentKind
from desktop_app.documents.progress import (
    HOW,
    NOTHING,
    SHARES,
    ProgressLine,
    ProgressSheet,
    choices,
    progress_columns,
    progress_sheet,
)
from desktop_app.domain.printing import PrintOptions
from desktop_app.domain.workshop import WorkshopRecord
from desktop_app.logos.logo import logo_of
from desktop_app.words.speech import said

from .outline import Block, Cell, Grid, words
from .outline_pages import opening, outline_of, promise_cells
from .word_pen import write_word

_BOX = "☐"


def write_word_progress(
    record: WorkshopRecord, target: Path, options: PrintOptions | None = None
) -> None:
    """Write the progress sheet as .docx; raise an AppError, leaving no half file."""
    content, what = progress_sheet(record), said(DocumentKind.PROGRESS_SHEET.about.title)
    outline = outline_of(content.event, what, _blocks(content, what), across=True)
    write_word(replace(outline, logo=logo_of(options)), record.workshop.updated_at, target)


def _blocks(content: ProgressSheet, what: str) -> Iterator[Block]:
    yield from opening(what, content.event.short_kicker)
    yield from words(content.since)
    yield from words(said(HOW if content.lines else NOTHING))
    if content.lines:
        lang = content.event.tongues.people
        rows = tuple(_row(line, lang) for line in content.lines)
        yield Grid(what, progress_columns(), rows, SHARES)


def _row(line: ProgressLine, lang: str) -> tuple[Cell, ...]:
    return (
        *promise_cells(line.number, line.title, lang),
        tuple(words(line.owner, lang=lang)),
        tuple(words(line.by)),
        _became(line.stands),
        tuple(words(line.known.word, lang=lang)),
        tuple(words(line.now_by)),
    )


def _became(stands: str) -> Cell:
    boxes = (stands,) if stands else (f"{_BOX} {one}" for one in choices())
    return tuple(line for box in boxes for line in words(box))
