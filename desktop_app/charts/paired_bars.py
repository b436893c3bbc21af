"""Two votes on one statement: thin bars of the earlier one beside thick ones of the later.

Draws only the Results it is given; whether they may be shown was decided before.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction

from desktop_app.domain.framework import Scale
from desktop_app.domain.results import Result
from desktop_app.words.speech import say

from .column_bars import THICK, THIN
from .fitting import shorten
from .palette import Palette, point_colours
from .primitives import Drawing, Item, Measure, Rect, Text, Weight

_BASELINE = 0.35
_LABELS_AT_MOST = 0.34
_LOOKS: tuple[tuple[float, Weight], ...] = ((THIN, "regular"), (THICK, "bold"))
"""Thickness of a bar as a share of its row, and the weight of its count: earlier, later."""


@dataclass(frozen=True, slots=True)
class _Pen:
    """What every part of a drawing needs to place its texts."""

    palette: Palette
    size: float
    measure: Measure

    def wide(self, text: str, weight: str = "regular") -> float:
        return self.measure(text, self.size, weight)


def paired_bars(
    before: Result,
    after: Result,
    scale: Scale,
    names: tuple[str, str],
    palette: Palette,
    width: float,
    height: float,
    *,
    size: float,
    measure: Measure,
) -> Drawing:
    """Return the bars of two rounds in two columns on one list of points, the highest on top.

    Bars show shares of each round's ratings, so that rounds of unlike size can be compared; the
    counts stand beside them.
    """
    pen = _Pen(palette, size, measure)
    rows = _rows(before, after, scale, palette)
    pitch = height / (len(rows) + 1)
    left = _labels_width(rows, width, pen)
    gap = size * 1.2
    column = (width - left - 2 * gap) / 2
    starts = (left + gap, left + 2 * gap + column)
    items: list[Item] = list(_headings(names, starts, column, pitch, pen))
    longest = max((share for row in rows for share in row.shares), default=Fraction(0))
    for place, row in enumerate(rows):
        middle = (place + 1.5) * pitch
        items += _label(row, left, middle, pen)
        for x, share, votes, look in zip(starts, row.shares, row.votes, _LOOKS, strict=True):
            length = share / longest if longest else Fraction(0)
            items += _bar(row, (x, middle), column, float(length), votes, pitch, pen, look)
    return Drawing(width, height, tuple(items), _bars_alt(names, rows))


@dataclass(frozen=True, slots=True)
class _Row:
    label: str
    value: str
    votes: tuple[int, int]
    shares: tuple[Fraction, Fraction]
    colour: str
    dashed: bool = False


def _rows(before: Result, after: Result, scale: Scale, palette: Palette) -> tuple[_Row, ...]:
    totals = tuple(result.n + result.cannot_say for result in (before, after))
    colours = point_colours(palette, scale.size)

    def row(
        label: str, value: str, votes: tuple[int, int], colour: str, *, dashed: bool = False
    ) -> _Row:
        one, two = (Fraction(v, max(1, t)) for v, t in zip(votes, totals, strict=True))
        return _Row(label, value, votes, (one, two), colour, dashed)

    together = zip(scale.points, before.counts, after.counts, colours, strict=True)
    points = [row(p.label, str(p.value), (a, b), colour) for p, a, b, colour in together]
    unsaid = (before.cannot_say, after.cannot_say)
    last = row(scale.cannot_say_label, "", unsaid, palette.soft, dashed=True)
    return (*reversed(points), last)


def _labels_width(rows: Sequence[_Row], width: float, pen: _Pen) -> float:
    widest = max(pen.wide(f"{row.label}  {row.value}") for row in rows)
    return min(widest, width * _LABELS_AT_MOST)


def _headings(
    names: tuple[str, str], starts: tuple[float, float], column: float, pitch: float, pen: _Pen
) -> Iterator[Item]:
    for name, x in zip(names, starts, strict=True):
        text = shorten(name, column, pen.size, "semibold", pen.measure)
        y = pitch * 0.5 + pen.size * _BASELINE
        yield Text(x, y, text, pen.size, "semibold", pen.palette.ink)


def _label(row: _Row, edge: float, middle: float, pen: _Pen) -> Iterator[Item]:
    y, colour = middle + pen.size * _BASELINE, pen.palette.soft if row.dashed else pen.palette.ink
    value = pen.wide(f"  {row.value}") if row.value else 0.0
    label = shorten(row.label, edge - value, pen.size, "regular", pen.measure)
    yield Text(edge - value, y, label, pen.size, "regular", colour, "end")
    if row.value:
        yield Text(edge, y, row.value, pen.size, "regular", colour, "end")


def _bar(
    row: _Row,
    at: tuple[float, float],
    column: float,
    length: float,
    votes: int,
    pitch: float,
    pen: _Pen,
    look: tuple[float, Weight],
) -> Iterator[Item]:
    (x, middle), (share, weight) = at, look
    room = column - pen.wide("000", "bold") - pen.size * 0.4
    thick, long = pitch * share, max(0.0, room * length)
    if votes:
        radius = min(thick / 6, long / 2)
        top = middle - thick / 2
        yield Rect(x, top, long, thick, row.colour, radius=radius, dashed=row.dashed)
    end = x + (long if votes else 0.0) + pen.size * 0.4
    colour = pen.palette.soft if row.dashed else pen.palette.ink
    y = middle + pen.size * _BASELINE
    yield Text(end, y, str(votes), pen.size, weight, colour)


def _bars_alt(names: tuple[str, str], rows: Sequence[_Row]) -> str:
    counts = ", ".join(
        say("{name}: {before} and {after}", name=name, before=row.votes[0], after=row.votes[1])
        for name, row in ((f"{row.label} {row.value}".strip(), row) for row in rows)
    )
    return say("Two votes: {names}. {counts}.", names=", ".join(names), counts=counts)
