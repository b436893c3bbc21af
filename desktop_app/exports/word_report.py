"""The full report in Word: the same content as the printed one, chapter by chapter."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

from desktop_app.documents import standing
from desktop_app.documents.actions import ActionPart
from desktop_app.documents.boxes import told
from desktop_app.documents.chapters import Chapter, chapters_of, title_of
from desktop_app.documents.event import joined
from desktop_app.documents.kinds import DocumentKind
from desktop_app.documents.priorities import beside_level
from desktop_app.documents.report import FullContent, full_content
from desktop_app.domain.printing import PrintOptions
from desktop_app.domain.workshop import WorkshopRecord
from desktop_app.logos.logo import logo_of
from desktop_app.words.method import CHART_NOTE
from desktop_app.words.speech import said

from .outline import Block, Chart, Look, Outline, Title, lines, words
from .outline_pages import commitment, marks, outline_of
from .pictures import field_chart, overview_chart, priorities_chart
from .word_actions import action_blocks, every_statement, note_blocks
from .word_method import how_to_read, method_blocks, source_blocks
from .word_pen import write_word
from .word_plan import plan_grid
from .word_since import since_blocks
from .word_then_now import then_now_blocks


def write_word_report(
    record: WorkshopRecord, target: Path, options: PrintOptions | None = None
) -> None:
    """Write the full report as .docx; raise an AppError, leaving no half file."""
    outline = replace(report_outline(record), logo=logo_of(options))
    write_word(outline, record.workshop.updated_at, target)


def report_outline(record: WorkshopRecord) -> Outline:
    """Return the full report as it stands now."""
    content = full_content(record)
    what = said(DocumentKind.REPORT.about.title)
    return outline_of(content.event, what, _blocks(content, what))


def _blocks(content: FullContent, what: str) -> Iterator[Block]:
    yield from _front(content, what)
    for one in chapters_of(content):
        if isinstance(one, ActionPart):
            yield from action_blocks(content, one)
        else:
            yield Title(title_of(one, content), 2, fresh=_is_fresh(one, content))
            yield from _MAKERS[one](content)


_GO_ON = (Chapter.HOW, Chapter.PARKED, Chapter.SOURCES)
"""Chapters that begin where the one before them ends."""


def _is_fresh(one: Chapter, content: FullContent) -> bool:
    """Tell whether a chapter begins a page: not beside one of a line or two."""
    if one is Chapter.PRIORITIES:
        return bool(content.priorities.rows)
    if one is Chapter.OVERVIEW:
        return bool(content.plan)
    return one not in _GO_ON


def _front(content: FullContent, what: str) -> Iterator[Block]:
    event, people = content.event, content.event.tongues.people
    yield from words(event.partnership, Look.STRONG, people)
    yield from words(what, Look.KICKER)
    yield Title(event.title or what, 1, people if event.title else "")
    yield from words(joined(event.held_on, event.place), Look.KICKER)
    yield from words(joined(event.people, event.facilitator), Look.KICKER)
    yield from marks(event)
    if content.headline:
        yield from words(said(standing.OUR_COMMITMENT), Look.KICKER)
        yield from words(content.headline, Look.COMMITMENT, people)


def _overview(content: FullContent) -> Iterator[Block]:
    if not content.rated:
        yield from words(standing.nothing_rated(in_progress=content.event.in_progress))
        return
    yield Chart(overview_chart(content.framework, content.rows), said(standing.WHOLE_PICTURE))
    if not content.shown:
        yield from words(said(standing.ALL_HIDDEN))
        return
    yield from words(said(CHART_NOTE), Look.DETAIL)
    for box in content.boxes:
        yield Title(box.heading, 3)
        yield from words(told(box, len(box.lines)))
    yield from note_blocks(
        content.notes, said(standing.SAID_OF_THE_WHOLE), content.event.tongues.people
    )
    yield from every_statement(content)


def _priorities(content: FullContent) -> Iterator[Block]:
    part = content.priorities
    if not part.rows:
        yield from words(part.nothing)
        return
    yield from words(part.people)
    yield Chart(priorities_chart(part.rows), said(standing.MATTERS_MOST))
    yield from words(part.concordance)
    if part.fields:
        yield Title(said(standing.BESIDE_LEVEL), 3)
        yield Chart(field_chart(part), said(standing.BESIDE_LEVEL), 0.75)
        yield from words(beside_level(part), Look.DETAIL)


def _plan(content: FullContent) -> Iterator[Block]:
    people = content.event.tongues.people
    yield from commitment(content.headline, people, 3)
    if content.plan:
        yield plan_grid(content.plan, people)
    else:
        yield from words(standing.no_plan(in_progress=content.event.in_progress))
    if content.fist:
        yield Title(said(standing.ABOUT_THE_PLAN), 3)
        yield from words(content.fist)
    if content.review_on:
        yield Title(standing.look_again(content.review_on), 3)
        yield from words(said(standing.REVIEW_OF_PLAN))


def _parked(content: FullContent) -> Iterator[Block]:
    if not content.parked:
        yield from words(said(standing.NOTHING_PARKED))
        return
    yield from words(said(standing.WHAT_PARKED_IS))
    yield from lines(content.parked, content.event.tongues.people)


_MAKERS: dict[Chapter, Callable[[FullContent], Iterator[Block]]] = {
    Chapter.HOW: how_to_read,
    Chapter.PLAN: _plan,
    Chapter.PARKED: _parked,
    Chapter.OVERVIEW: _overview,
    Chapter.PRIORITIES: _priorities,
    Chapter.SINCE: since_blocks,
    Chapter.THEN_AND_NOW: then_now_blocks,
    Chapter.METHODS: method_blocks,
    Chapter.SOURCES: source_blocks,
}
