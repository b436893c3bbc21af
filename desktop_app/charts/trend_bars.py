"""Several workshops as small multiples: a column each, the last one's bars thick.

A word stands under a bar where it may be told apart from the one before. No line joins two bars.
Draws only the counts it is given; whether they may be shown was decided before.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from desktop_app.words.speech import say

from .fitting import wrap
from .middle_bars import farthest, reach
from .palette import Palette, point_colours
from .primitives import Drawing, Item, Line, Measure, Rect, Text, Weight

Counts = tuple[int, ...]

_NAMES = 0.24
_ROW, _HEAD, _BASELINE, _LEADING = 3.2, 1.8, 0.35, 1.15
_THIN, _THICK, _WORD = 0.2, 0.36, 0.82
_BAR, _BELOW = 0.34, 0.86
"""Heights of bars and where bars and words stand, in rows; size of a word against a name's."""


@dataclass(frozen=True, slots=True)
class TrendRow:
    """One statement: its counts in each workshop, and its word against the one before, or ""."""

    label: str
    counts: tuple[Counts | None, ...]
    words: tuple[str, ...]


def trend_bars(
    days: Sequence[str],
    rows: Sequence[TrendRow],
    palette: Palette,
    width: float,
    *,
    size: float,
    measure: Measure,
) -> Drawing:
    """Return a row a statement and a column a workshop, the oldest at the left."""
    names = width * _NAMES
    column = (width - names) / max(1, len(days))
    pen = _Pen(palette, size, measure, column)
    heads = [pen.lines(day, size, "semibold") for day in days]
    told = [[pen.lines(word, size * _WORD, "regular") for word in one.words] for one in rows]
    line = size * _LEADING
    head = size * _HEAD + line * (max(map(len, heads), default=1) - 1)
    most = max((len(lines) for words in told for lines in words), default=1)
    row = size * _ROW + line * _WORD * max(0, most - 1)
    longest = farthest([counts for one in rows for counts in one.counts])
    middles = [names + (at + 0.5) * column for at in range(len(days))]
    items: list[Item] = []
    for x, lines in zip(middles, heads, strict=True):
        items += pen.texts(lines, x, size, size, "semibold")
    for place, (one, words) in enumerate(zip(rows, told, strict=True)):
        top = head + place * row
        items += _name(one.label, top + size * _ROW / 2, names - size, size, measure, palette)
        for at, (x, counts, lines) in enumerate(zip(middles, one.counts, words, strict=True)):
            thick = size * _ROW * (_THICK if at == len(days) - 1 else _THIN)
            whole = (column - size) / 2 / longest
            items += _cell(counts, x, top + size * _ROW * _BAR, whole, thick, palette)
            items += pen.texts(lines, x, top + size * _ROW * _BELOW, size * _WORD, "regular")
    return Drawing(width, head + row * len(rows), tuple(items), _alt(days, rows))


@dataclass(frozen=True, slots=True)
class _Pen:
    """What texts around the middle of a column need."""

    palette: Palette
    size: float
    measure: Measure
    column: float

    def lines(self, text: str, size: float, weight: Weight) -> tuple[str, ...]:
        return wrap(text, self.column - 2, size, weight, self.measure)

    def texts(
        self, lines: Sequence[str], x: float, baseline: float, size: float, weight: Weight
    ) -> Iterator[Text]:
        for place, line in enumerate(lines):
            y = baseline + place * size * _LEADING
            if line:
                yield Text(x, y, line, size, weight, self.palette.ink, "middle")


def _name(
    label: str, middle: float, width: float, size: float, measure: Measure, palette: Palette
) -> Iterator[Text]:
    lines = wrap(label, width, size, "semibold", measure)
    first = middle - (len(lines) - 1) * size * _LEADING / 2 + size * _BASELINE
    for place, line in enumerate(lines):
        yield Text(0, first + place * size * _LEADING, line, size, "semibold", palette.ink)


def _cell(
    counts: Counts | None, x: float, centre: float, whole: float, thick: float, palette: Palette
) -> Iterator[Item]:
    if not counts or not sum(counts):
        return
    n, left = sum(counts), x - reach(counts)[0] * whole
    for count, colour in zip(counts, point_colours(palette, len(counts)), strict=True):
        wide = whole * count / n
        if count:
            yield Rect(left, centre - thick / 2, wide, thick, colour)
        left += wide
    yield Line(x, centre - thick / 2 - 2, x, centre + thick / 2 + 2, palette.ink, 0.7)


def _alt(days: Sequence[str], rows: Sequence[TrendRow]) -> str:
    told = [text for row in rows for text in _alt_row(days, row)]
    return " ".join(told) or say("Nothing to show yet.")


def _alt_row(days: Sequence[str], row: TrendRow) -> Iterator[str]:
    for day, counts, word in zip(days, row.counts, row.words, strict=True):
        if counts:
            votes = enumerate(counts, start=1)
            told = ", ".join(say("{votes} at {point}", votes=n, point=point) for point, n in votes)
            words = word or say("first")
            yield say(
                "{name}, {day}: {words}; {counts}.",
                name=row.label,
                day=day,
                words=words,
                counts=told,
            )
