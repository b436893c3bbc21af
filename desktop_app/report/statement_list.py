"""The list of all statements with one bar each, and the boxes of findings above it, as drawn."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from reportlab.platypus import TableStyle

from desktop_app.charts.fitting import wrap
from desktop_app.charts.legend import legend
from desktop_app.charts.one_bar import longest_reach, one_bar
from desktop_app.charts.palette import PRINT
from desktop_app.documents import statements as words
from desktop_app.documents.boxes import Box, told
from desktop_app.documents.standing import begins
from desktop_app.documents.statements import StatementLine, StatementList
from desktop_app.domain.framework import Scale
from desktop_app.words.speech import say
from desktop_app.words.wording import counts_at_points

from . import fonts, styles
from .drawing import Picture, hatched, printable_scale
from .paper import Paper
from .tagged import Columns, Paragraph, Stack, Table

_BAR_GAP = 10.0
_BAR = 0.125  # of the width
_MOST_RESULT = 150.0
_BAR_HEIGHT = 0.74
_LINE = 1.2
_MOST_WORDS = 60
_KEY_SHARE, _KEY_SIZE = 0.68, 9.5


@dataclass(frozen=True, slots=True)
class ListLook:
    """How tightly the list is set: its type's size, and the most lines of a statement."""

    size: float
    lines: int


LOOKS = (
    *(ListLook(size, 4) for size in (12.0, 11.5, 11.0, 10.5, 10.2, 10.0, 9.75, 9.5)),
    ListLook(9.5, 2),
    *(ListLook(size, 1) for size in (10.5, 10.0, 9.5)),
)
"""From the roomiest on; the last shortens every statement to a line."""

MOST_IN_BOX = (9, 6, 4, 3, 2)
"""Statements named in a box, from the most on."""


def finding_boxes(
    paper: Paper, boxes: Sequence[Box], most: int = 99, level: int = 2
) -> Iterator[Any]:
    """Yield the boxes two by two, at most so many statements named in each."""
    head = styles.style_of("box", fonts.SEMIBOLD, 12.5, 16, textColor=styles.ACCENT, keepWithNext=1)
    room = (paper.width - styles.COLUMN_GAP) / 2
    for first in range(0, len(boxes), 2):
        pair = boxes[first : first + 2]
        stacks = [Stack(_box(paper, box, most, head, level), room) for box in pair]
        yield Columns(stacks, styles.COLUMN_GAP, above=6 if first else 10)


def _box(paper: Paper, box: Box, most: int, head: Any, level: int) -> list[Any]:
    body = styles.style_of("in_box", fonts.REGULAR, 12, 15)
    soft = styles.style_of("in_empty_box", fonts.REGULAR, 12, 15, textColor=styles.SOFT)
    return [
        paper.heading(box.heading, level, head),
        paper.words(told(box, most), body if box.lines else soft),
    ]


def statement_table(
    paper: Paper, found: StatementList, scale: Scale, stem: str, look: ListLook
) -> list[Any]:
    """Return the list under its heading, with the key to its bars and what partners differ on."""
    parts = [_list_head(paper, words.heading(found), scale), _table(paper, found, stem, look)]
    note = styles.style_of("list_note", fonts.REGULAR, 9.5, 11.5, textColor=styles.SOFT)
    notes = (*found.partners, found.caution, words.left_out(found))
    return [*parts, *(paper.words(line, note) for line in notes if line)]


def _list_head(paper: Paper, words: str, scale: Scale) -> Columns:
    """Return the list's heading with the key to its bars beside it."""
    style = styles.style_of("list_head", fonts.SEMIBOLD, 14, 16, spaceAfter=0)
    room = styles.TEXT_WIDTH - styles.COLUMN_GAP
    named = printable_scale(scale, paper.text)
    key = legend(named, PRINT, room * _KEY_SHARE, size=_KEY_SIZE, measure=fonts.text_width)
    left = Stack([paper.heading(words, 2, style)], room * (1 - _KEY_SHARE))
    right = Stack([Picture(hatched(key, scale.size))], room * _KEY_SHARE)
    return Columns([left, right], styles.COLUMN_GAP, above=8)


def _table(paper: Paper, found: StatementList, stem: str, look: ListLook) -> Table:
    widths = _widths(paper, found, look)
    longest = longest_reach(line.counts for group in found.groups for line in group.lines)
    bar = (widths[1] - _BAR_GAP, look.size * _BAR_HEIGHT, longest)
    small = styles.style_of("list_top", fonts.REGULAR, 9.5, 11.5, textColor=styles.SOFT)
    action = styles.style_of("list_action", fonts.SEMIBOLD, look.size, look.size * _LINE)
    rows: list[list[Any]] = [_head(paper, stem, small)]
    spans: list[Any] = []
    for group in found.groups:
        spans += [("SPAN", (0, len(rows)), (-1, len(rows)))]
        spans += [("LINEABOVE", (0, len(rows)), (-1, len(rows)), styles.HAIRLINE, styles.LINE)]
        rows.append([paper.theirs(group.title, action), "", ""])
        rows += [_row(paper, line, look, widths[0], bar) for line in group.lines]
    return Table(rows, colWidths=widths, style=_style(spans), font=fonts.REGULAR, header_columns=1)


def _widths(paper: Paper, found: StatementList, look: ListLook) -> tuple[float, float, float]:
    """Return the columns' widths: results have what they need, statements what is left."""
    texts = [f"{line.level} {line.figures}" for group in found.groups for line in group.lines]
    widest = max(fonts.text_width(paper.text.line(t), look.size, "semibold") for t in texts)
    result, bar = min(widest, _MOST_RESULT) + 4, _BAR * styles.TEXT_WIDTH
    return styles.TEXT_WIDTH - bar - result, bar, result


def _style(spans: Sequence[Any]) -> TableStyle:
    return TableStyle(
        [
            ("VALIGN", (0, 0), (-1, -1), "TOP"),
            ("VALIGN", (1, 1), (1, -1), "MIDDLE"),
            ("LEFTPADDING", (0, 0), (-1, -1), 0),
            ("RIGHTPADDING", (0, 0), (0, -1), 6),
            ("RIGHTPADDING", (1, 0), (-1, -1), 0),
            ("TOPPADDING", (0, 0), (-1, -1), 0.6),
            ("BOTTOMPADDING", (0, 0), (-1, -1), 1.4),
            *spans,
        ]
    )


def _head(paper: Paper, stem: str, small: Any) -> list[Any]:
    return [
        paper.theirs(begins(stem), small),
        paper.words(say("Ratings"), small),
        paper.words(say("Last vote"), small),
    ]


def _row(
    paper: Paper,
    line: StatementLine,
    look: ListLook,
    width: float,
    bar: tuple[float, float, float],
) -> list[Any]:
    plain = styles.style_of("list_row", fonts.REGULAR, look.size, look.size * _LINE)
    wide, high, longest = bar
    drawn: Any = ""
    if line.counts and sum(line.counts):
        alt = say("{name}: {words}.", name=line.name, words=counts_at_points(line.counts))
        chart = one_bar(line.counts, PRINT, wide, high, longest, paper.text.line(alt))
        drawn = Picture(hatched(chart, len(line.counts)))
    return [_statement(paper, line, look, width, plain), drawn, _result(paper, line, plain)]


def _statement(
    paper: Paper, line: StatementLine, look: ListLook, width: float, style: Any
) -> Paragraph:
    """Return the name that boxes and plan use, and the statement in its words."""
    name = say("{name}:", name=line.name)
    text = _in_lines(paper, name, line.text, look, width)
    strong = f"<font name='{fonts.SEMIBOLD}'>{paper.text.markup(name)}</font>"
    return Paragraph(f"{strong} {paper.text.markup(text)}", style, lang=paper.tongues.framework)


def _in_lines(paper: Paper, name: str, text: str, look: ListLook, width: float) -> str:
    """Return as many whole words of a statement as its lines hold."""

    def fits(words: str) -> bool:
        line, size = paper.text.line(f"{name} {words}"), look.size
        return len(wrap(line, width - 6, size, "semibold", fonts.text_width)) <= look.lines

    if fits(text):
        return text
    whole = text.split()[:_MOST_WORDS]
    cut = (f"{' '.join(whole[:kept])} …" for kept in range(len(whole), 0, -1))
    return next(filter(fits, cut), "…")


def _result(paper: Paper, line: StatementLine, style: Any) -> Any:
    level = f"<font name='{fonts.SEMIBOLD}'>{paper.text.markup(line.level)}</font>"
    if not line.counts:
        return paper.words(line.level, style)
    first = f"{level} {paper.text.markup(line.figures)}"
    return Paragraph(first, style)
