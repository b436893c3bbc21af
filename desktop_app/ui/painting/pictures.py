"""Sheets of several results: an action with its statements, all actions, a room by partner."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF

from desktop_app.charts.middle_bars import middle_bars
from desktop_app.scenes.scene import ByGroup, GroupPart, Picture, PictureRow

from .result import chart_palette
from .sheet import DrawingItem, Frame, SceneLayout, Sheet
from .styles import fixed, may, must
from .text import ENDLESS, Fitted, Style, fit
from .tokens import MAY, MUST, TITLE
from .vote import put_completion

GAP = 40.0
LEADING = 1.08
TWO_LINES, ONE_LINE = 2 * MUST * LEADING, 59.0
MOST, MOST_OF_TWO = 124.0, 172.0
LABELS_SHARE, LEAST_BARS = 0.45, 96.0


@dataclass(frozen=True, slots=True)
class BarRow:
    """One row: its name, perhaps a smaller line under it, its bar, and words at its right.

    `second` stands under `words` where there is room. Without counts `words` take the bar's place,
    in a dashed box where they are `hidden`.
    """

    name: str
    counts: tuple[int, ...] | None
    words: str
    second: str = ""
    below: str = ""
    strong: bool = False
    hidden: bool = False


def picture_sheet(scene: Picture, frame: Frame) -> SceneLayout:
    """Lay out several bars; the title gives way where rows need its room."""
    sheet, k = Sheet(frame), frame.k
    top = sheet.header(scene.kicker, scene.mark)
    lower = put_small(sheet, scene.footer) - 10 * k
    title = fit(scene.title, frame.inner, ENDLESS, must(frame, "bold", size=TITLE, lines=1))
    wanted = TWO_LINES * k * len(scene.rows) + title.height
    if title.whole and wanted <= lower - top:
        top = sheet.put(title, frame.left, top, frame.palette.ink) + 12 * k
    put_bar_rows(sheet, tuple(map(_picture_row, scene.rows)), top, lower)
    return sheet.done()


def _picture_row(row: PictureRow) -> BarRow:
    if row.counts is None:
        return BarRow(row.label, None, row.empty, hidden=row.hidden)
    return BarRow(row.label, row.counts, row.level, row.agreement, strong=row.strong)


def groups_sheet(scene: ByGroup, frame: Frame) -> SceneLayout:
    """Lay out one bar a partner with its agreement in words."""
    sheet, k = Sheet(frame), frame.k
    top = sheet.header(scene.kicker, scene.mark)
    lower = put_small(sheet, scene.footer) - 10 * k
    if scene.settled:
        style = must(frame, "semibold", leading=LEADING, lines=2)
        words = fit(scene.settled, frame.inner, ENDLESS, style)
        lower = sheet.put(words, frame.left, lower - words.height, frame.palette.ink)
        lower -= words.height + 10 * k
    rows = tuple(map(_group_row, scene.parts))
    least = sum(map(_least, rows)) * k
    upper = max(top + 66 * k, lower - least - 14 * k)
    below = put_completion(sheet, scene.statement, top, upper, scene.name) + 14 * k
    put_bar_rows(sheet, rows, below, lower)
    return sheet.done()


def _least(row: BarRow) -> float:
    return ONE_LINE + (MAY * 1.2 if row.below else 0.0) + 8


def _group_row(part: GroupPart) -> BarRow:
    counts = part.result.counts if part.result is not None else None
    hidden = counts is None
    words = part.short if hidden else part.words
    return BarRow(part.label, counts, words, below=part.merged, hidden=hidden)


def put_small(sheet: Sheet, text: str) -> float:
    """Put how to read a picture at the lower margin; return its upper edge."""
    frame = sheet.frame
    words = fit(text, frame.inner, ENDLESS, may(frame, lines=2))
    top = frame.bottom - words.height + 8 * frame.k
    sheet.put(words, frame.left, top, frame.soft)
    return top


# -- rows -----------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Columns:
    """Where things stand: the width of the names, the left edges of bars and words.

    `whole`: all words have room.
    """

    names: float
    bars: float
    bars_width: float
    words: float
    row: float
    whole: bool


def put_bar_rows(sheet: Sheet, rows: Sequence[BarRow], top: float, lower: float) -> None:
    """Put rows between two edges; what has no room at the least size is not said."""
    frame, k = sheet.frame, sheet.frame.k
    if not rows:
        return
    room = (lower - top) / len(rows)
    two = any(row.second for row in rows) and room >= TWO_LINES * k
    two = two and _columns(frame, rows, room, two=True).whole
    tall = min(room, (MOST_OF_TWO if two else MOST) * k)
    columns = _columns(frame, rows, tall, two=two)
    y = top + max(0.0, lower - top - tall * len(rows)) * 0.3
    thick = min(tall * 0.6, 64 * k)
    drawing = middle_bars(
        [row.counts for row in rows],
        chart_palette(frame.palette),
        columns.bars_width,
        tall,
        thick=thick,
    )
    sheet.items.append(DrawingItem(drawing, QPointF(columns.bars, y)))
    for place, row in enumerate(rows):
        _put_row(sheet, row, columns, y + (place + 0.5) * tall, two=two)


def _columns(frame: Frame, rows: Sequence[BarRow], tall: float, *, two: bool) -> _Columns:
    k = frame.k
    below = (fit(row.below, ENDLESS, ENDLESS, may(frame)).width for row in rows)
    names = max(*(_name(frame, row, ENDLESS).width for row in rows), *below)
    rated = [row for row in rows if row.counts is not None]
    words = max((_words(frame, row, ENDLESS, two=two).width for row in rated), default=0.0)
    free = frame.inner - words - (LEAST_BARS + 2 * GAP) * k
    names = min(names + 1, max(free, frame.inner * LABELS_SHARE))
    most = frame.inner - names - (LEAST_BARS + 2 * GAP) * k
    whole, words = words <= most, min(words, most)
    bars = frame.left + names + GAP * k
    edge = frame.left + frame.inner - words
    return _Columns(names, bars, edge - GAP * k - bars, edge, tall, whole)


def _name(frame: Frame, row: BarRow, width: float) -> Fitted:
    weight = "bold" if row.strong else "regular"
    return fit(row.name, width, ENDLESS, must(frame, weight, leading=1.0, lines=1))


def _words(frame: Frame, row: BarRow, width: float, *, two: bool) -> Fitted:
    style = must(frame, "bold" if row.second else "regular", leading=1.0, lines=1)
    first = fit(row.words, width, ENDLESS, style)
    if not two:
        return first
    second = fit(row.second, width, ENDLESS, must(frame, leading=1.0, lines=1))
    return first if first.width > second.width else second


def _put_row(sheet: Sheet, row: BarRow, columns: _Columns, middle: float, *, two: bool) -> None:
    frame, ink = sheet.frame, sheet.frame.palette.ink
    name = _name(frame, row, columns.names)
    below = fit(row.below, columns.names, ENDLESS, may(frame))
    y = middle - (name.height + below.height) / 2
    y = sheet.put(name, frame.left, y, ink)
    sheet.put(below, frame.left, y, frame.soft)
    if row.counts is None:
        _put_empty(sheet, row, columns, middle)
        return
    width = frame.left + frame.inner - columns.words
    lines = [fit(row.words, width, ENDLESS, _word_style(frame, row))]
    if two:
        lines.append(fit(row.second, width, ENDLESS, fixed(frame, MUST, leading=LEADING, lines=1)))
    y = middle - sum(line.height for line in lines) / 2
    for line in lines:
        y = sheet.put(line, columns.words, y, ink)


def _word_style(frame: Frame, row: BarRow) -> Style:
    weight = "bold" if row.second else "regular"
    return fixed(frame, MUST, weight, leading=LEADING, lines=1)


def _put_empty(sheet: Sheet, row: BarRow, columns: _Columns, middle: float) -> None:
    """Put why there is no bar, in a dashed box where it is hidden."""
    frame, k = sheet.frame, sheet.frame.k
    pad = 24 * k if row.hidden else 0.0
    room = frame.left + frame.inner - columns.bars - 2 * pad
    words = fit(row.words, room, columns.row, must(frame, leading=1.0, lines=2))
    if row.hidden:
        height = min(columns.row - 2 * k, words.height + 16 * k)
        box = QRectF(columns.bars, middle - height / 2, words.width + 2 * pad, height)
        sheet.box(box, line=frame.soft, width=max(1.0, 3 * k), radius=12 * k, dashed=True)
    sheet.put(words, columns.bars + pad, middle - words.height / 2, frame.palette.ink)
