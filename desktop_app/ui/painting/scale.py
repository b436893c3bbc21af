"""The scale as a column, the highest point on top: at one place before and after the reveal.

Knows where rows stand and what is written in them; bars and counts are put beside them by others.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF

from desktop_app.ui.fonts import measure

from .sheet import Frame, Sheet
from .styles import must
from .text import ENDLESS, fit

ROW, ROW_OF_SIX, ROW_OF_MORE = 82.0, 68.0, 59.0
"""Height of a row: up to five points and "can't say", six points, more."""
NUMBER_GAP, SIDE_GAP = 22.0, 62.0
LEAST_BARS = 200.0
"""Room that labels leave for bars; longer ones are cut."""
LEAST_SIDE = 605.0
WORDS_SHARE, LEAST_WORDS = 0.35, 440.0
"""What stands beside the bars: its share of the width, and the least that holds a verdict."""
ABOVE, LEAST_STATEMENT = 110.0, 160.0
"""What stands above a statement, and the room that large type leaves for it."""
UNDER = 184.0
"""Height of what stands under the scale on a narrow screen."""
NARROW = 1.5
"""Proportions below which a screen has no room for words beside the bars."""


@dataclass(frozen=True, slots=True)
class Row:
    """One row: its number or sign, and its label."""

    number: str
    label: str


@dataclass(frozen=True, slots=True)
class ScalePlace:
    """Where the scale's rows stand; `labels` is the left edge of their words, `end` their right."""

    top: float
    row: float
    count: int
    left: float
    labels: float
    end: float

    @property
    def bottom(self) -> float:
        """Return the lower edge of the last row."""
        return self.top + self.row * self.count

    def middle(self, place: int) -> float:
        """Return the middle line of a row."""
        return self.top + (place + 0.5) * self.row


def is_narrow(frame: Frame) -> bool:
    """Return whether words have no room beside the bars, as on a 4:3 screen."""
    return frame.width < NARROW * frame.height


def words_width(frame: Frame) -> float:
    """Return the width of the words that stand beside bars."""
    return max(LEAST_WORDS * frame.small, frame.inner * WORDS_SHARE)


def scale_place(frame: Frame, rows: Sequence[Row]) -> ScalePlace:
    """Return where the rows stand; it depends on them and on the screen alone."""
    k, count, narrow = frame.k, len(rows), is_narrow(frame)
    bottom = frame.bottom - (UNDER * frame.small if narrow else 0.0)
    size = must(frame).size
    digits = "8" * max((len(row.number) for row in rows), default=1)
    lead = measure(digits, size, "bold") + NUMBER_GAP * k
    widest = max((measure(row.label, size, "regular") for row in rows), default=0.0)
    beside = LEAST_BARS * frame.small + (0.0 if narrow else words_width(frame))
    most = frame.inner - lead - beside - NUMBER_GAP * k
    labels = frame.left + lead
    end = labels + min(widest + 1, most)
    row = _row(frame, count, bottom)
    return ScalePlace(bottom - row * count, row, count, frame.left, labels, end)


def _row(frame: Frame, count: int, bottom: float) -> float:
    """Return the height of a row: less where large type leaves the statement no room."""
    tall = ROW_OF_MORE if is_narrow(frame) or count > 7 else ROW if count <= 6 else ROW_OF_SIX
    room = bottom - ABOVE * frame.small - LEAST_STATEMENT * frame.k
    most = room / count if frame.type > 1 else ENDLESS
    return max(min(tall * frame.k, most), must(frame).size)


def put_rows(
    sheet: Sheet, rows: Sequence[Row], place: ScalePlace, *, ruled: bool = False
) -> tuple[QRectF, ...]:
    """Put number and label of each row; `ruled` parts them by lines. Return the rows' places."""
    frame, ink, rects = sheet.frame, sheet.frame.palette.ink, []
    bold, plain = must(frame, "bold", leading=1.0), must(frame, leading=1.0, lines=1)
    for index, row in enumerate(rows):
        top, middle = place.top + index * place.row, place.middle(index)
        number = fit(row.number, place.labels - place.left, ENDLESS, bold)
        label = fit(row.label, place.end - place.labels, ENDLESS, plain)
        sheet.put(number, place.left, middle - number.height / 2, ink)
        sheet.put(label, place.labels, middle - label.height / 2, ink)
        rects.append(QRectF(place.left, top, place.end - place.left, place.row))
        if ruled and index and place.row > ROW_OF_MORE * frame.k:
            line = QRectF(place.left, top, place.end - place.left, max(1.0, 2 * frame.k))
            sheet.box(line, fill=frame.palette.line)
    return tuple(rects)
