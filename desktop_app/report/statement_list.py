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
from .fit import height_of
from .paper import Paper
from .tagged import Columns, Paragraph, Stack, Table

BAR_GAP = 10.0
BAR = 0.16  # of the width
_SIZE = 12.0
_BAR_HEIGHT = 0.86
_LINE = 1.17
_ABOVE_LIST = 6.0
_MOST_BESIDE, _WHY_NOT = 84.0, 150.0
_MOST_WORDS = 20
_KEY_SHARE, _KEY_SIZE = 0.74, styles.SMALL
_WHOLE = 1000

LINES = (_WHOLE, 6, 4, 3, 2, 1)
"""The most lines of a statement: all of it, unless statements are so long that two pages end."""

MOST_IN_BOX = (9, 6, 4, 3, 2)
"""Statements named in a box, from the most on."""

_FEW, _MANY, _WIDE = 1, 5, 0.6
"""Statements in the fuller boxes of either column, beside which one becomes wide."""


def finding_boxes(
    paper: Paper, boxes: Sequence[Box], most: int = 99, level: int = 2
) -> Iterator[Any]:
    """Yield the boxes two by two, at most so many statements named in each."""
    head = styles.style_of("box", fonts.SEMIBOLD, 12.5, 16, textColor=styles.ACCENT, keepWithNext=1)
    left = _left_share(boxes, most)
    room = paper.width - styles.COLUMN_GAP
    rooms = (room * left, room * (1 - left))
    for first in range(0, len(boxes), 2):
        pair = zip(boxes[first : first + 2], rooms, strict=False)
        stacks = [Stack(_box(paper, box, most, head, level), width) for box, width in pair]
        yield Columns(stacks, styles.COLUMN_GAP, above=4 if first else 6)


def _left_share(boxes: Sequence[Box], most: int) -> float:
    """Return the left column's share: more than half where it alone has much to tell, or less."""
    left, right = (max((len(b.lines[:most]) for b in boxes[at::2]), default=0) for at in (0, 1))
    if min(left, right) > _FEW or max(left, right) < _MANY:
        return 0.5
    return _WIDE if left > right else 1 - _WIDE


def _box(paper: Paper, box: Box, most: int, head: Any, level: int) -> list[Any]:
    body = styles.style_of("in_box", fonts.REGULAR, 12, 14.5)
    soft = styles.style_of("in_empty_box", fonts.REGULAR, 12, 14.5, textColor=styles.SOFT)
    return [
        paper.heading(box.heading, level, head),
        paper.words(told(box, most), body if box.lines else soft),
    ]


@dataclass(frozen=True, slots=True)
class DrawnList:
    """The list under its heading, what partners differ on and which statements it leaves out."""

    heading: Columns
    table: Table
    notes: tuple[Paragraph, ...]

    def broken(self, room: float) -> tuple[list[Any], list[Any]]:
        """Return what fits in so much height with the heading above it, and the rest."""
        above = height_of([self.heading], styles.TEXT_WIDTH)
        parts = self.table.split(styles.TEXT_WIDTH, room - above - _ABOVE_LIST)
        if not parts:
            return [], self.whole()
        head, *tail = parts
        return [self.heading, head], [*tail, *self.notes]

    def whole(self) -> list[Any]:
        """Return all of it."""
        return [self.heading, self.table, *self.notes]


def statement_table(
    paper: Paper, found: StatementList, scale: Scale, stem: str, lines: int, level: int = 2
) -> DrawnList:
    """Return the list with the key to its bars; a statement takes no more than so many lines.

    `level` is its heading's.
    """
    note = styles.style_of("list_note", fonts.REGULAR, _SIZE, _SIZE * _LINE, spaceBefore=3)
    notes = (*found.partners, found.caution, words.left_out(found))
    return DrawnList(
        _list_head(paper, words.heading(found), scale, level),
        _table(paper, found, stem, lines),
        tuple(paper.words(line, note) for line in notes if line),
    )


def _list_head(paper: Paper, words: str, scale: Scale, level: int) -> Columns:
    """Return the list's heading with the key to its bars beside it."""
    style = styles.style_of("list_head", fonts.SEMIBOLD, 14, 16, spaceAfter=0)
    room = styles.TEXT_WIDTH - styles.COLUMN_GAP
    named = printable_scale(scale, paper.text)
    key = legend(named, PRINT, room * _KEY_SHARE, size=_KEY_SIZE, measure=fonts.text_width)
    left = Stack([paper.heading(words, level, style)], room * (1 - _KEY_SHARE))
    right = Stack([Picture(hatched(key, scale.size))], room * _KEY_SHARE)
    return Columns([left, right], styles.COLUMN_GAP, above=6)


def _table(paper: Paper, found: StatementList, stem: str, lines: int) -> Table:
    widths = _widths(paper, found)
    longest = longest_reach(line.counts for group in found.groups for line in group.lines)
    bar = (widths[1] - BAR_GAP, _SIZE * _BAR_HEIGHT, longest)
    small = styles.style_of("list_top", fonts.REGULAR, _SIZE, _SIZE * _LINE, textColor=styles.SOFT)
    action = styles.style_of("list_action", fonts.SEMIBOLD, _SIZE, _SIZE * _LINE)
    rows: list[list[Any]] = [_head(paper, stem, small)]
    looks: list[Any] = []
    for group in found.groups:
        looks += _group_look(len(rows))
        rows.append([paper.theirs(group.title, action), "", ""])
        rows += [_row(paper, line, lines, widths[0], bar) for line in group.lines]
    return Table(rows, colWidths=widths, style=_style(looks), font=fonts.REGULAR, header_columns=1)


def _group_look(row: int) -> list[Any]:
    """Return how an action's name is set above its first statement, which it never leaves."""
    return [
        ("SPAN", (0, row), (-1, row)),
        ("LINEABOVE", (0, row), (-1, row), styles.HAIRLINE, styles.LINE),
        ("NOSPLIT", (0, row), (0, row + 1)),
    ]


def _widths(paper: Paper, found: StatementList) -> tuple[float, float, float]:
    """Return the columns' widths: results have what they need, statements what is left."""
    lines = [line for group in found.groups for line in group.lines]
    if any(line.counts for line in lines):
        result = max(_width(paper, line) for line in lines) + 1
    else:
        result = _WHY_NOT
    bar = BAR * styles.TEXT_WIDTH
    return styles.TEXT_WIDTH - bar - result, bar, result


def _width(paper: Paper, line: StatementLine) -> float:
    """Return what a result needs in its column."""
    strong, plain, beside = _widths_of(paper, line)
    return beside if beside <= _MOST_BESIDE else max(min(strong, _MOST_BESIDE), plain)


def _widths_of(paper: Paper, line: StatementLine) -> tuple[float, float, float]:
    """Return the widths of a result's word, of its figures, and of both on one line."""
    strong = fonts.text_width(paper.text.line(line.level), _SIZE, "semibold")
    plain = fonts.text_width(paper.text.line(line.figures), _SIZE, "regular")
    return strong, plain, strong + plain + fonts.text_width(" ", _SIZE, "regular")


def _style(spans: Sequence[Any]) -> TableStyle:
    return TableStyle(
        [
            ("VALIGN", (0, 0), (-1, -1), "TOP"),
            ("VALIGN", (1, 1), (1, -1), "MIDDLE"),
            ("LEFTPADDING", (0, 0), (-1, -1), 0),
            ("RIGHTPADDING", (0, 0), (0, -1), 6),
            ("RIGHTPADDING", (1, 0), (-1, -1), 0),
            ("TOPPADDING", (0, 0), (-1, -1), 0.4),
            ("BOTTOMPADDING", (0, 0), (-1, -1), 1.0),
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
    paper: Paper, line: StatementLine, lines: int, width: float, bar: tuple[float, float, float]
) -> list[Any]:
    plain = styles.style_of("list_row", fonts.REGULAR, _SIZE, _SIZE * _LINE)
    wide, high, longest = bar
    drawn: Any = ""
    if line.counts and sum(line.counts):
        alt = say("{name}: {words}.", name=line.name, words=counts_at_points(line.counts))
        chart = one_bar(line.counts, PRINT, wide, high, longest, paper.text.line(alt))
        drawn = Picture(hatched(chart, len(line.counts)))
    return [_statement(paper, line, lines, width, plain), drawn, _result(paper, line, plain)]


def _statement(
    paper: Paper, line: StatementLine, lines: int, width: float, style: Any
) -> Paragraph:
    """Return the name that boxes and plan use, and the statement in its words."""
    name = say("{name}:", name=line.name)
    text = line.text if lines == _WHOLE else _in_lines(paper, name, line.text, lines, width)
    strong = f"<font name='{fonts.SEMIBOLD}'>{paper.text.markup(name)}</font>"
    return Paragraph(f"{strong} {paper.text.markup(text)}", style, lang=paper.tongues.framework)


def _in_lines(paper: Paper, name: str, text: str, lines: int, width: float) -> str:
    """Return as many whole words of a statement as its lines hold."""

    def fits(words: str) -> bool:
        line = paper.text.line(f"{name} {words}")
        broken = wrap(line, width - 6, _SIZE, "semibold", fonts.text_width, most=lines + 1)
        return len(broken) <= lines

    if fits(text):
        return text
    whole = text.split()[: lines * _MOST_WORDS]
    cut = (f"{' '.join(whole[:kept])} …" for kept in range(len(whole), 0, -1))
    return next(filter(fits, cut), "…")


def _result(paper: Paper, line: StatementLine, style: Any) -> Any:
    """Return a result: its figures stand below its word where both find no room on a line."""
    level = f"<font name='{fonts.SEMIBOLD}'>{paper.text.markup(line.level)}</font>"
    if not line.counts:
        return paper.words(line.level, style)
    between = " " if _widths_of(paper, line)[-1] <= _MOST_BESIDE else "<br/>"
    return Paragraph(f"{level}{between}{paper.text.markup(line.figures)}", style)
