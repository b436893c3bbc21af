"""One action's spread in the full report: what was rated, what was said, what could come next."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from reportlab.platypus import CondPageBreak, KeepTogether, Spacer, TableStyle

from desktop_app.charts.palette import PRINT
from desktop_app.charts.rating_bars import rating_bars
from desktop_app.charts.slope import paired_bars
from desktop_app.documents.actions import (
    ActionPart,
    GroupLine,
    NoteLine,
    StatementPart,
    StepPart,
    verdict_of,
)
from desktop_app.domain.framework import Framework, Scale
from desktop_app.domain.results import Result
from desktop_app.words import wording

from . import fonts, styles
from .drawing import Picture, action_chart, hatched, printable_scale
from .paper import Paper
from .tagged import Decoration, Paragraph, Table, bulleted, unlabelled

_WORDS_SHARE = 0.46
_ROW = 13.2
_SIZE = 9.5
_ROOM_FOR_NOTES = 130.0
_ROOM_FOR_STEPS = 190.0

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
    yield Decoration(paper.words(f"Action {part.number} of {total}", paper.look.kicker))
    yield paper.heading(part.title, 2, title, name=f"action-{part.number}")
    yield paper.words(part.verdict, verdict)
    if part.explained:
        yield paper.detail(part.explained)
    if len(part.rows) > 1 and any(row.counts for row in part.rows):
        bars, key = action_chart(part.rows, framework.scale, paper.text, paper.width, size=10)
        yield from (Spacer(0, 4), bars, key)
    yield paper.heading("What we rated", 3)
    yield paper.words(f"{framework.stem} …", paper.look.note)
    for statement in part.statements:
        yield KeepTogether(_statement(paper, framework.scale, statement))
    yield CondPageBreak(_ROOM_FOR_NOTES)
    yield from note_list(paper, part.notes, "What was said") or _nothing_said(paper)
    yield CondPageBreak(_ROOM_FOR_STEPS)
    yield from _steps(paper, part.steps)


def note_list(paper: Paper, notes: Sequence[NoteLine], title: str) -> list[Any]:
    """Return notes under a heading, those on the same thing together; nothing without notes."""
    if not notes:
        return []
    kind = "<font name='{}'>{}</font> {}"
    items = []
    for note in notes:
        text = paper.text.markup(_quoted(note.text) if note.kind == "Said" else note.text)
        about = f" (on {paper.text.markup(f'“{note.about}”')})" if note.about else ""
        items.append(kind.format(fonts.SEMIBOLD, f"{note.kind}:", text + about))
    style = styles.style_of("said", fonts.REGULAR, 11, 14.5, spaceAfter=4)
    return [paper.heading(title, 3), *bulleted(items, style)]


def _quoted(text: str) -> str:
    """Return what somebody said between quotation marks, where it does not begin with one."""
    return text if text.startswith(tuple("“”\"„«‘'")) else f"“{text}”"


def _nothing_said(paper: Paper) -> list[Any]:
    return [
        paper.heading("What was said", 3),
        paper.words("No notes were taken on this action.", paper.look.soft),
    ]


def _statement(paper: Paper, scale: Scale, part: StatementPart) -> list[Any]:
    head = styles.style_of(
        "rated", fonts.SEMIBOLD, 12, 15, spaceBefore=8, spaceAfter=2, keepWithNext=1
    )
    title, left = paper.heading(f"{part.number} {part.text}", 4, head), _words(paper, part)
    if part.result is None:
        return [title, *left]
    right = [Spacer(0, 1), _bars(paper, scale, part)]
    beside = paper.side_by_side(left, right, _WORDS_SHARE)
    return [title, beside, *_groups(paper, part.groups)]


def _words(paper: Paper, part: StatementPart) -> list[Any]:
    verdict = styles.style_of("rated_verdict", fonts.SEMIBOLD, 11, 14, spaceAfter=1)
    counts = styles.style_of(
        "rated_counts", fonts.REGULAR, 10, 12.8, textColor=styles.SOFT, spaceAfter=4
    )
    small = styles.style_of("rated_words", fonts.REGULAR, 10.5, 13.2, spaceAfter=3)
    settled = f"The room settled on {part.settled}" if part.settled else ""
    texts = (part.meaning, part.change, *part.remarks, settled)
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
    small = styles.style_of("group", fonts.REGULAR, 10, 12.5)
    head = styles.style_of("group_head", fonts.SEMIBOLD, 9.5, 12, textColor=styles.SOFT)
    rows = [[paper.words(word, head) for word in ("Group", "Ratings", "Result")]]
    for group in groups:
        count, result = _group_figures(group.result)
        rows.append([paper.words(words, small) for words in (group.label, count, result)])
    table = Table(
        rows,
        colWidths=[paper.width * share for share in (0.4, 0.3, 0.3)],
        style=_GROUPS_LOOK,
        font=fonts.REGULAR,
        header_columns=1,
    )
    return [Spacer(0, 4), table]


def _group_figures(result: Result | None) -> tuple[str, str]:
    if result is None:
        return "hidden", "Hidden: a group this small could point to people."
    return wording.split_counts(result), verdict_of(result)


def _steps(paper: Paper, steps: Sequence[StepPart]) -> Iterator[Any]:
    yield paper.heading("What could come next", 3)
    if not steps:
        yield paper.words(
            "No step is recommended yet: nothing of this action has been rated.", paper.look.soft
        )
        return
    yield paper.detail(
        "Offered by fixed rules from what was rated; none is taken on by itself and none is sure to"
        " work."
    )
    made = [_step(paper, step) for step in steps]
    unlabelled(made)
    yield from (KeepTogether(step) for step in made)


def _step(paper: Paper, step: StepPart) -> list[Any]:
    small = styles.style_of("step", fonts.REGULAR, 10.5, 13.5, spaceAfter=2)
    title = styles.style_of("step_title", fonts.SEMIBOLD, 12, 15, keepWithNext=1, spaceBefore=4)
    mark = "Taken on: " if step.taken_on else ""
    after = "After you have talked: " if step.after_talking else ""
    parts = [
        paper.words(f"{mark}{after}{step.title}", title),
        *([paper.words(step.how, small)] if step.how else []),
    ]
    pairs = (("First move", step.first_move), ("You will notice", step.sign))
    for label, text in pairs:
        if text:
            parts.append(_labelled(paper, label, text, small))
    return [*parts, paper.detail(step.reason)] if step.reason else parts


def _labelled(paper: Paper, label: str, text: str, style: Any) -> Any:
    return Paragraph(
        f"<font name='{fonts.SEMIBOLD}'>{label}:</font> {paper.text.markup(text)}", style
    )
