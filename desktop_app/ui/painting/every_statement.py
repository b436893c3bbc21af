"""The sheet of every statement of the day: names and bars around one middle line an action."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF

from desktop_app.charts.middle_bars import middle_bars, reach
from desktop_app.scenes.aside_scenes import ActionBars, StatementBar, StatementsSeen

from .result import chart_palette
from .sheet import DrawingItem, Frame, SceneLayout, Sheet
from .styles import may, must
from .text import ENDLESS, Fitted, fit

OPPOSING = "<>"
BETWEEN_COLUMNS, BESIDE, SIGN_GAP = 76.0, 24.0, 16.0
ROW, HEADING, MOST_SPACE = 62.0, 50.0, 26.0
THICK = 42.0


@dataclass(frozen=True, slots=True)
class _Measures:
    """What all columns share: widths of a column and its names; where the middle lies in it.

    `whole`: the width of all ratings of a statement.
    """

    column: float
    names: float
    middle: float
    whole: float

    @property
    def bars(self) -> float:
        """Return the width that bars have."""
        return self.column - self.names


def every_statement_sheet(scene: StatementsSeen, frame: Frame) -> SceneLayout:
    """Lay out the columns side by side; how to read them stands under the first."""
    sheet = Sheet(frame)
    top = sheet.header(scene.kicker, scene.mark)
    measures = _measures(frame, scene)
    lower = _put_how(sheet, scene.how, measures.column) - 14 * frame.k
    for place, column in enumerate(scene.columns):
        left = frame.left + place * (measures.column + BETWEEN_COLUMNS * frame.k)
        room = (frame.bottom + 8 * frame.k if place else lower) - top
        y, space = top, _space(frame, column, room)
        for group in column:
            y = _put_group(sheet, group, measures, QPointF(left, y)) + space
    return sheet.done()


def _space(frame: Frame, column: tuple[ActionBars, ...], room: float) -> float:
    """Return the space between two actions: more where a column has it."""
    used = sum(HEADING + ROW * len(group.bars) for group in column) * frame.k
    spare = (room - used) / max(1, len(column) - 1)
    return max(0.0, min(spare, MOST_SPACE * frame.k))


def _measures(frame: Frame, scene: StatementsSeen) -> _Measures:
    k, count = frame.k, len(scene.columns)
    bars = [bar for column in scene.columns for group in column for bar in group.bars]
    column = (frame.inner - BETWEEN_COLUMNS * k) / 2 if count > 1 else frame.inner
    names = max((_name(frame, bar).width for bar in bars), default=0.0) + BESIDE * k
    sign = _sign(frame).width + SIGN_GAP * k
    wide = column - names
    sides = [(*reach(bar.counts), sign if bar.opposing else 0.0) for bar in bars if bar.counts]
    left = max((side[0] for side in sides), default=0.5)
    whole = min(((wide - after) / (left + right) for _, right, after in sides), default=wide)
    return _Measures(column, names, names + left * whole, whole)


def _name(frame: Frame, bar: StatementBar) -> Fitted:
    weight = "bold" if bar.strong else "regular"
    return fit(bar.name, ENDLESS, ENDLESS, must(frame, weight, leading=1.0, lines=1))


def _sign(frame: Frame) -> Fitted:
    return fit(OPPOSING, ENDLESS, ENDLESS, must(frame, "bold", leading=1.0, lines=1))


def _put_group(sheet: Sheet, group: ActionBars, measures: _Measures, at: QPointF) -> float:
    """Put an action's title, and its statements below; return the lower edge."""
    frame, k = sheet.frame, sheet.frame.k
    title = fit(group.title, measures.column, ENDLESS, may(frame))
    sheet.put(title, at.x(), at.y() + 4 * k, frame.soft)
    top, row = at.y() + HEADING * k, ROW * k
    drawing = middle_bars(
        [bar.counts for bar in group.bars],
        chart_palette(frame.palette),
        measures.bars,
        row,
        thick=THICK * k,
        at=(measures.middle - measures.names, measures.whole),
    )
    sheet.items.append(DrawingItem(drawing, QPointF(at.x() + measures.names, top)))
    for place, bar in enumerate(group.bars):
        _put_bar(sheet, bar, measures, QPointF(at.x(), top + (place + 0.5) * row))
    return top + row * len(group.bars)


def _put_bar(sheet: Sheet, bar: StatementBar, measures: _Measures, at: QPointF) -> None:
    """Put a statement's name, and what stands beside its bar or in its place."""
    frame, ink = sheet.frame, sheet.frame.palette.ink
    name = _name(frame, bar)
    sheet.put(name, at.x(), at.y() - name.height / 2, ink)
    if bar.counts is None:
        _put_empty(sheet, bar, measures, at)
    elif bar.opposing:
        sign, end = _sign(frame), measures.middle + reach(bar.counts)[1] * measures.whole
        left = at.x() + end + SIGN_GAP * frame.k
        sheet.put(sign, left, at.y() - sign.height / 2, ink)


def _put_empty(sheet: Sheet, bar: StatementBar, measures: _Measures, at: QPointF) -> None:
    """Put why there is no bar, where that has room; what is hidden stands in a dashed box."""
    frame, k, left = sheet.frame, sheet.frame.k, at.x() + measures.names
    words = fit(bar.empty, measures.bars - 8 * k, ENDLESS, must(frame, leading=1.0, lines=1))
    if words.whole:
        x = left + (measures.bars - words.width) / 2 if bar.hidden else left
        sheet.put(words, x, at.y() - words.height / 2, frame.palette.ink)
    if bar.hidden:
        box = QRectF(left, at.y() - (ROW / 2 - 2) * k, measures.bars, (ROW - 4) * k)
        sheet.box(box, line=frame.soft, width=max(1.0, 3 * k), radius=10 * k, dashed=True)


def _put_how(sheet: Sheet, lines: tuple[str, ...], width: float) -> float:
    """Put how to read the bars at the lower margin, a line each; return the upper edge."""
    frame = sheet.frame
    fitted = [fit(line, width, ENDLESS, may(frame, lines=2)) for line in lines]
    top = y = frame.bottom - sum(words.height for words in fitted) + 8 * frame.k
    for words in fitted:
        y = sheet.put(words, frame.left, y, frame.soft)
    return top
