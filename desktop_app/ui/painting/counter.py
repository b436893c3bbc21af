"""Who is in: a dot for each person, a bar for a crowd, and the words beside it."""

from __future__ import annotations

import math

from PySide6.QtCore import QRectF

from desktop_app.ui.fonts import measure

from .sheet import CounterPlace, Frame

MOST_DOTS = 60
DOT, PITCH = 22, 1.41


def counter_place(frame: Frame, words: str, ballots_in: int, present: int) -> CounterPlace:
    """Return the counter's place at the lower right; room is kept for the longest count."""
    style = frame.style(28, "bold", lines=1)
    longest = max(words, words.replace(str(ballots_in), str(present), 1), key=len)
    wide = measure(longest, style.size, "bold") + 4 * frame.k
    right = frame.left + frame.inner
    most = max(frame.inner * 0.44 - wide, 60 * frame.k)
    height = 62 * frame.k if present > 20 else 40 * frame.k
    area = QRectF(right - wide - 20 * frame.k - most, frame.bottom - height, most, height)
    words_rect = QRectF(right - wide, area.top(), wide, height)
    if present > MOST_DOTS:
        bar = _bar(frame, area)
        return CounterPlace(bar.united(words_rect), (), bar, words_rect, style)
    dots = _dots(frame, area, present)
    rect = words_rect
    for dot in dots:
        rect = rect.united(dot)
    return CounterPlace(rect, dots, None, words_rect, style)


def _bar(frame: Frame, area: QRectF) -> QRectF:
    width, height = min(area.width(), 340 * frame.k), 14 * frame.k
    return QRectF(area.right() - width, area.center().y() - height / 2, width, height)


def _dots(frame: Frame, area: QRectF, count: int) -> tuple[QRectF, ...]:
    if count < 1:
        return ()
    dot, rows = max((_dot(frame, area, count, rows), -rows) for rows in (1, 2, 3))
    rows = -rows
    per_row, pitch = math.ceil(count / rows), dot * PITCH
    width = (per_row - 1) * pitch + dot
    top = area.center().y() - ((rows - 1) * pitch + dot) / 2
    left = area.right() - width
    return tuple(
        QRectF(left + (i % per_row) * pitch, top + (i // per_row) * pitch, dot, dot)
        for i in range(count)
    )


def _dot(frame: Frame, area: QRectF, count: int, rows: int) -> float:
    per_row = math.ceil(count / rows)
    by_width = area.width() / ((per_row - 1) * PITCH + 1)
    by_height = area.height() / ((rows - 1) * PITCH + 1)
    return min(DOT * frame.k, by_width, by_height)
