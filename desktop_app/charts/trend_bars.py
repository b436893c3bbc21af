"""Several workshops as small multiples: a column each, the last one's bars thick.

A word stands under a bar where it may be told apart from the one before. No line joins two bars.
Draws only the counts it is given; whether they may be shown was decided before.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from desktop_app.words.speech import say

from .fitting import shorten, wrap
from .middle_bars import farthest, reach
from .palette import Palette, point_colours
from .primitives import Drawing, Item, Line, Measure, Rect, Text

Counts = tuple[int, ...]

_NAMES = 0.24
_ROW, _HEAD, _BASELINE, _LEADING = 3.2, 1.8, 0.35, 1.15
_THIN, _THICK, _WORD = 0.2, 0.36, 0.82
"""Heights of bars as shares of a row, and the size of a word as a share of a name's."""


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
    names, row, head = width * _NAMES, size * _ROW, size * _HEAD
    column = (width - names) / max(1, len(days))
    longest = farthest([counts for one in rows for counts in one.counts])
    items: list[Item] = []
    for at, day in enumerate(days):
        x = names + (at + 0.5) * column
        text = shorten(day, column, size, "semibold", measure)
        items.append(Text(x, size, text, size, "semibold", palette.ink, "middle"))
    for place, one in enumerate(rows):
        top = head + place * row
        items += _name(one.label, top + row / 2, names - size, size, measure, palette)
        for at, counts in enumerate(one.counts):
            x = names + (at + 0.5) * column
            thick = row * (_THICK if at == len(days) - 1 else _THIN)
            whole = (column - size) / 2 / longest
            items += _cell(counts, x, top + row * 0.34, whole, thick, palette)
            items += _word(one.words[at], x, top + row * 0.86, column, size, measure, palette)
    return Drawing(width, head + row * len(rows), tuple(items), _alt(days, rows))


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


def _word(
    word: str,
    x: float,
    baseline: float,
    width: float,
    size: float,
    measure: Measure,
    palette: Palette,
) -> Iterator[Text]:
    if word:
        text = shorten(word, width, size * _WORD, "regular", measure)
        yield Text(x, baseline, text, size * _WORD, "regular", palette.ink, "middle")


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
