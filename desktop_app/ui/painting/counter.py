"""How many are in: the number in words, a dot for each of a few people, a bar for a crowd."""

from __future__ import annotations

import math

from PySide6.QtCore import QRectF

from .sheet import CounterPlace, Frame
from .styles import must
from .text import Style, fit
from .tokens import COUNT

MOST_DOTS = 30
IN_A_ROW = 15
DOT, PITCH = 38.0, 58.0
BAR = 26.0
BELOW_WORDS = 26.0


def counter_place(
    frame: Frame, words: str, present: int, area: QRectF, *, marks: bool = True, size: float = COUNT
) -> CounterPlace:
    """Return the counter's place at the top of `area`; `words` are the longest there can be.

    `marks`: with dots, or a bar, below the words.
    """
    wanted = must(frame, "bold", size=size, leading=1.08, lines=1)
    fitted = fit(words, area.width(), area.height(), wanted)
    style = Style(fitted.size, fitted.size, "bold", wanted.leading, 1)
    rect = QRectF(area.left(), area.top(), area.width(), fitted.line_height)
    below = QRectF(area.left(), rect.bottom() + BELOW_WORDS * frame.k, area.width(), 0)
    if not marks or present < 1:
        return CounterPlace(rect, (), None, rect, style)
    if present > MOST_DOTS:
        bar = QRectF(below.left(), below.top(), below.width(), BAR * frame.k)
        return CounterPlace(rect.united(bar), (), bar, rect, style)
    dots = _dots(frame, below, present)
    whole = rect
    for dot in dots:
        whole = whole.united(dot)
    return CounterPlace(whole, dots, None, rect, style)


def _dots(frame: Frame, area: QRectF, count: int) -> tuple[QRectF, ...]:
    """Return a dot a person, in one row or two even ones."""
    rows = math.ceil(count / IN_A_ROW)
    per_row = math.ceil(count / rows)
    pitch = min(PITCH * frame.k, area.width() / per_row)
    dot = pitch * DOT / PITCH
    return tuple(
        QRectF(area.left() + (i % per_row) * pitch, area.top() + (i // per_row) * pitch, dot, dot)
        for i in range(count)
    )
