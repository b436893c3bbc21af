"""One action's spread in the full report: what was rated, what was said, what could come next."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from reportlab.platypus import CondPageBreak, KeepTogether, Spacer, TableStyle

from desktop_app.charts.paired_bars import paired_bars
from desktop_app.charts.palette import PRINT
from desktop_app.charts.rating_bars import rating_bars
from desktop_app.documents import standing
from desktop_app.documents.actions import (
    WHAT_WE_RATED,
    ActionPart,
    GroupLine,
    NoteLine,
    StatementPart,
    StepPart,
    about,
    group_columns,
    group_figures,
    step_labels,
)
from desktop_app.domain.framework import Framework, Scale
from desktop_app.words.speech import said, say

from . import fonts, styles
from .drawing import Picture, action_chart, hatched, printable_scale
from .paper import Paper
from .tagged import Decoration, Paragraph, Table, bulleted, unlabelled

_WORDS_SHARE = 0.46
_ROW = 14.6
_SIZE = styles.BODY
_ROOM_FOR_NOTES = 130.0
_ROOM_FOR_STEPS = 190.0

_GROUP_SHARES = (0.27, 0.31, 0.42)
"""Of a table by partner: counts fit on a line, and a caution on two."""

_GROUPS_LOOK = TableStyle(
    [
        ("VALIGN", (0, 0), (-1, -1), "TOP"),
        ("LEFTPADDING", (0, 0), (-1, -1), 0),
        ("RIGHTPADDING", (0, 0), (-1, -1), 10),
        ("TOPPADDING", (0, 0), (-1, -1), 2),
        ("BOTTOMPADDING", (0, 0), (-1, -1), 3),
        ("LINEBELOW", (0, 0), (-1, -1), styles.HAIRLINE, styles.LINE),
    ]
)


def action_pages(paper: Paper, framework: Framework, part: ActionPart, total: int) -> Iterator[Any]:
    """Yield the flowables of one action, to begin on a new page."""
    title = styles.style_of("action_title", fonts.SEMIBOLD, 23, 28, keepWithNext=1, spaceAfter=4)
    verdict = styles.style_of("verdict", fonts.SEMIBOLD, 14, 18, textColor=styles.ACCENT)
    kicker = styles.style_of(
        "action_kicker", fonts.REGULAR, 12, 15, textColor=styles.SOFT, spaceBefore=26
    )
    yield Decoration(paper.words(standing.action_of(part.number, total), kicker))
    yield paper.heading(
        part.title, 2, title, name=f"action-{part.number}", lang=paper.tongues.framework
    )
    yield paper.words(part.verdict, verdict)
    if part.explained:
        yield paper.detail(part.explained)
    if len(part.rows) > 1 and any(row.counts for row in part.rows):
        bars, key = action_chart(part.rows, framework.scale, paper.text, paper.width)
        yield from (Spacer(0, 4), bars, key)
    above = [
        paper.heading(said(WHAT_WE_RATED), 3),
        paper.theirs(standing.begins(framework.stem), paper.look.note),
    ]
    for statement in part.statements:
        yield KeepTogether([*above, *_statement(paper, framework.scale, statement)])
        above = []
    yield CondPageBreak(_ROOM_FOR_NOTES)
    yield from note_list(paper, part.notes, said(standing.WHAT_WAS_SAID)) or _nothing_said(paper)
    yield CondPageBreak(_ROOM_FOR_STEPS)
    yield from _steps(paper, part.steps)


def note_list(paper: Paper, notes: Sequence[NoteLine], title: str) -> list[Any]:
    """Return notes under a heading, those on the same thing together; nothing without notes."""
    if not notes:
        return []
    items = []
    for note in notes:
        kind = paper.text.markup(say("{label}:", label=note.kind))
        text = f"{note.text} {about(note)}".strip()
        items.append(f"<font name='{fonts.SEMIBOLD}'>{kind}</font> {paper.text.markup(text)}")
    style = styles.style_of("said", fonts.REGULAR, 12, 15.5, spaceAfter=4)
    lang = paper.tongues.people
    made = [Paragraph(item, style, lang=lang) for item in items]
    return [paper.heading(title, 3), *bulleted(made, style)]


def _nothing_said(paper: Paper) -> list[Any]:
    return [
        paper.heading(said(standing.WHAT_WAS_SAID), 3),
        paper.words(said(standing.NO_NOTES), paper.look.soft),
    ]


def _statement(paper: Paper, scale: Scale, part: StatementPart) -> list[Any]:
    head = styles.style_of(
        "rated", fonts.SEMIBOLD, 12, 15, spaceBefore=8, spaceAfter=2, keepWithNext=1
    )
    title = paper.heading(f"{part.number} {part.text}", 4, head, lang=paper.tongues.framework)
    left = _words(paper, part)
    if part.result is None:
        return [title, *left]
    right = [Spacer(0, 1), _bars(paper, scale, part)]
    beside = paper.side_by_side(left, right, _WORDS_SHARE)
    return [title, beside, *_groups(paper, part.groups)]


def _words(paper: Paper, part: StatementPart) -> list[Any]:
    verdict = styles.style_of("rated_verdict", fonts.SEMIBOLD, 12, 15, spaceAfter=1)
    counts = styles.style_of(
        "rated_counts", fonts.REGULAR, 12, 15, textColor=styles.SOFT, spaceAfter=4
    )
    small = styles.style_of("rated_words", fonts.REGULAR, 12, 15, spaceAfter=3)
    texts = (part.meaning, part.change, *part.remarks, part.settled)
    return [
        paper.words(part.verdict, verdict),
        *([paper.words(part.detail, counts)] if part.detail else []),
        *(paper.words(text, small) for text in texts if text),
    ]


def _bars(paper: Paper, scale: Scale, part: StatementPart) -> Picture:
    width = (paper.width - styles.COLUMN_GAP) * (1 - _WORDS_SHARE)
    known, rows = printable_scale(scale, paper.text), scale.size + 1
    assert part.result is not None  # noqa: S101 - the caller asked
    if part.before:
        drawing = paired_bars(
            *(part.before, part.result, known, part.round_names, PRINT, width),
            (rows + 1) * _ROW,
            size=_SIZE,
            measure=fonts.text_width,
        )
    else:
        drawing = rating_bars(
            *(part.result, known, PRINT, width, rows * _ROW), size=_SIZE, measure=fonts.text_width
        )
    return Picture(hatched(drawing, scale.size))


def _groups(paper: Paper, groups: Sequence[GroupLine]) -> list[Any]:
    """Return the parts of the room as a table across the page; nothing where there are none."""
    if not groups:
        return []
    small = styles.style_of("group", fonts.REGULAR, 12, 15)
    head = styles.style_of("group_head", fonts.SEMIBOLD, 12, 15, textColor=styles.SOFT)
    rows = [[paper.words(word, head) for word in group_columns()]]
    for group in groups:
        count, result = group_figures(group.result)
        rows.append([paper.words(words, small) for words in (group.label, count, result)])
    table = Table(
        rows,
        colWidths=[paper.width * share for share in _GROUP_SHARES],
        style=_GROUPS_LOOK,
        font=fonts.REGULAR,
        header_columns=1,
    )
    return [Spacer(0, 4), table]


def _steps(paper: Paper, steps: Sequence[StepPart]) -> Iterator[Any]:
    yield paper.heading(said(standing.COULD_COME_NEXT), 3)
    if not steps:
        yield paper.words(said(standing.NO_STEP), paper.look.soft)
        return
    yield paper.detail(said(standing.STEPS_BY_RULES))
    made = [_step(paper, step) for step in steps]
    unlabelled(made)
    yield from (KeepTogether(step) for step in made)


def _step(paper: Paper, step: StepPart) -> list[Any]:
    small = styles.style_of("step", fonts.REGULAR, 12, 15, spaceAfter=2)
    title = styles.style_of("step_title", fonts.SEMIBOLD, 12, 15, keepWithNext=1, spaceBefore=9)
    lang = paper.tongues.framework
    parts = [
        paper.theirs(step.title, title),
        *([paper.theirs(step.how, small)] if step.how else []),
    ]
    parts += [paper.labelled(label, text, small, lang) for label, text in step_labels(step)]
    return [*parts, paper.detail(step.reason)] if step.reason else parts
