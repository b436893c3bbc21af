"""The priority list: a row an action with its dots, most first; a bar where dots are too many.

Draws only the dots it is given; whether they may be shown was decided before.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from desktop_app.words.speech import say

from .fitting import wrap
from .palette import Palette
from .primitives import Drawing, Item, Line, Measure, Rect, Text

DOT = "●"
LINE_HEIGHT = 2.5
_DOT_OF_SIZE = 1.4
_PITCH = 1.06
"""Distance of two dots in widths of one."""
_LEAST_PITCH = 0.5
_LABELS_AT_MOST = 0.42
_BASELINE, _LEADING = 0.35, 1.2


@dataclass(frozen=True, slots=True)
class DotRow:
    """One action; `words` stand on the right, such as "14 dots"."""

    label: str
    dots: int
    words: str


@dataclass(frozen=True, slots=True)
class _Frame:
    """Where things stand: width of the labels, left edge and room of the dots, their pitch."""

    labels: float
    left: float
    room: float
    pitch: float
    most: int

    @property
    def as_bars(self) -> bool:
        return self.pitch == 0


def dot_rows(
    rows: Sequence[DotRow],
    palette: Palette,
    width: float,
    *,
    size: float,
    measure: Measure,
    row_height: float | None = None,
) -> Drawing:
    """Return the rows on one measure: equal numbers of dots are equally long."""
    frame = _frame(rows, width, size, measure)
    tall = row_height or size * LINE_HEIGHT
    items: list[Item] = []
    for place, row in enumerate(rows):
        if place:
            items.append(Line(0, place * tall, width, place * tall, palette.line, size / 20))
        centre = (place + 0.5) * tall
        items += _label(row, frame, centre, size, palette, measure)
        items += _dots(row, frame, centre, size, palette)
        baseline = centre + size * _BASELINE
        items.append(Text(width, baseline, row.words, size, "regular", palette.ink, "end"))
    return Drawing(width, tall * len(rows), tuple(items), _alt(rows))


def _frame(rows: Sequence[DotRow], width: float, size: float, measure: Measure) -> _Frame:
    labels = max((measure(row.label, size, "semibold") for row in rows), default=0.0)
    words = max((measure(row.words, size, "regular") for row in rows), default=0.0)
    labels = min(labels, width * _LABELS_AT_MOST)
    left = labels + size * 1.4
    room = max(0.0, width - left - words - size * 1.4)
    most = max((row.dots for row in rows), default=0)
    dot = measure(DOT, size * _DOT_OF_SIZE, "regular")
    pitch = min(dot * _PITCH, room / max(1, most))
    return _Frame(labels, left, room, pitch if pitch >= dot * _LEAST_PITCH else 0, most)


def _label(
    row: DotRow, frame: _Frame, centre: float, size: float, palette: Palette, measure: Measure
) -> Iterator[Item]:
    lines = wrap(row.label, frame.labels, size, "semibold", measure)
    first = centre - (len(lines) - 1) * size * _LEADING / 2 + size * _BASELINE
    for number, line in enumerate(lines):
        yield Text(0, first + number * size * _LEADING, line, size, "semibold", palette.ink)


def _dots(
    row: DotRow, frame: _Frame, centre: float, size: float, palette: Palette
) -> Iterator[Item]:
    if frame.as_bars:
        long = frame.room * row.dots / max(1, frame.most)
        if long:
            thick = size * 0.9
            yield Rect(frame.left, centre - thick / 2, long, thick, palette.accent, thick / 6)
        return
    dot = size * _DOT_OF_SIZE
    for place in range(row.dots):
        x = frame.left + place * frame.pitch
        yield Text(x, centre + dot * _BASELINE, DOT, dot, "regular", palette.accent)


def _alt(rows: Sequence[DotRow]) -> str:
    """Return every row in words."""
    told = (say("{name}: {words}.", name=row.label, words=row.words) for row in rows)
    return " ".join(told) or say("No dots yet.")
