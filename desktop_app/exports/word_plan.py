"""The action plan in Word, to be gone on with at the next meeting: what the printed one says."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from desktop_app.documents import standing
from desktop_app.documents.event import Event
from desktop_app.documents.kinds import DocumentKind
from desktop_app.documents.plan import (
    AT_THE_REVIEW,
    READING_A_PLAN,
    ROOM_TO_WRITE,
    PlanLine,
    plan_columns,
    plan_event,
    plan_lines,
)
from desktop_app.domain.plan import NoteKind
from desktop_app.domain.printing import PrintOptions
from desktop_app.domain.workshop import WorkshopRecord
from desktop_app.logos.logo import logo_of
from desktop_app.words.dates import long_date
from desktop_app.words.speech import said

from .outline import Block, Grid, Look, Outline, Run, Title, Words, lines, words
from .outline_pages import commitment, marks, opening, outline_of
from .word_pen import write_word

_SHARES = (0.06, 0.34, 0.15, 0.135, 0.16, 0.155)
_EMPTY_ROWS = 5


def write_word_plan(
    record: WorkshopRecord, target: Path, options: PrintOptions | None = None
) -> None:
    """Write the action plan as .docx; raise an AppError, leaving no half file."""
    outline = replace(plan_outline(record), logo=logo_of(options))
    write_word(outline, record.workshop.updated_at, target)


def plan_outline(record: WorkshopRecord) -> Outline:
    """Return the action plan as it stands now."""
    event = plan_event(record)
    what = said(DocumentKind.PLAN.about.title)
    return outline_of(event, what, _blocks(record, event, what), across=True)


def _blocks(record: WorkshopRecord, event: Event, what: str) -> Iterator[Block]:
    yield from opening(what, event.kicker)
    yield from marks(event)
    yield from commitment(record.workshop.headline, event.tongues.people)
    found = plan_lines(record)
    if not found:
        yield from words(said(ROOM_TO_WRITE))
    yield plan_grid(found, event.tongues.people)
    if record.workshop.review_on:
        yield Title(standing.look_again(long_date(record.workshop.review_on)), 2)
        yield from words(said(AT_THE_REVIEW))
    parked = [n.text for n in record.printed_notes if n.kind is NoteKind.PARKED]
    if parked:
        yield Title(said(standing.PARKED), 2)
        yield from lines(parked, event.tongues.people)
    told = (said(READING_A_PLAN) if found else "", event.room_limits)
    if any(told):
        yield Title(said(standing.HOW_TO_READ), 2)
    for text in told:
        yield from words(text, Look.DETAIL)


def plan_grid(found: Sequence[PlanLine], lang: str) -> Grid:
    """Return the commitments as a table, or empty rows to write in."""
    rows = [_cells(line, lang) for line in found]
    if not rows:
        rows = [_empty(number) for number in range(1, _EMPTY_ROWS + 1)]
    return Grid(said(standing.NEXT_STEPS), plan_columns(), tuple(rows), _SHARES)


def _empty(number: int) -> tuple[tuple[Words, ...], ...]:
    return tuple(words(str(number), Look.STRONG)), *[()] * (len(_SHARES) - 1)


def _cells(line: PlanLine, lang: str) -> tuple[tuple[Words, ...], ...]:
    what = (
        *words(line.title, Look.STRONG, lang),
        *words(line.how, lang=lang),
        *words(line.reason, Look.DETAIL),
    )
    return (
        tuple(words(str(line.number), Look.STRONG)),
        what,
        _or_not(line.owner, standing.NO_OWNER, lang),
        _or_not(line.due, standing.NO_DATE, ""),
        _or_not(line.first_move, standing.NOT_SET, lang),
        _or_not(line.measure, standing.NOT_SET, lang),
    )


def _or_not(text: str, otherwise: str, lang: str) -> tuple[Words, ...]:
    """Return what people wrote, or that it is not settled yet."""
    return (Words((Run(text, lang=lang),)),) if text else (Words((Run(said(otherwise)),)),)
