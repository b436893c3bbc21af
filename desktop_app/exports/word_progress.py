"""The progress sheet in Word, to be filled in and sent back."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from desktop_app.documents.kinds import DocumentKind
from desktop_app.documents.progress import (
    HOW,
    NOTHING,
    ProgressLine,
    ProgressSheet,
    progress_columns,
    progress_sheet,
)
from desktop_app.domain.earlier import Standing
from desktop_app.domain.printing import PrintOptions
from desktop_app.domain.workshop import WorkshopRecord
from desktop_app.logos.logo import logo_of
from desktop_app.words.dates import short_date
from desktop_app.words.speech import said
from desktop_app.words.standings import standing_button, standing_sign

from .outline import Block, Cell, Grid, Look, words
from .outline_pages import opening, outline_of
from .word_pen import write_word

_SHARES = (0.04, 0.28, 0.15, 0.1, 0.13, 0.2, 0.1)
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
        yield Grid(what, progress_columns(), rows, _SHARES)


def _row(line: ProgressLine, lang: str) -> tuple[Cell, ...]:
    known = line.known
    return (
        tuple(words(str(line.number), Look.STRONG)),
        tuple(words(line.title, Look.STRONG, lang)),
        tuple(words(line.owner, lang=lang)),
        tuple(words(line.by)),
        _became(known.standing),
        tuple(words(known.word, lang=lang)),
        tuple(words(short_date(known.due) if known.due else "")),
    )


def _became(standing: Standing | None) -> Cell:
    if standing is not None:
        return tuple(words(f"{standing_sign(standing)} {standing_button(standing)}"))
    boxes = (words(f"{_BOX} {standing_button(one)}") for one in Standing)
    return tuple(line for box in boxes for line in box)
