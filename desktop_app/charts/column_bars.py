"""Bars beside the rows of a scale that stand there already: counts only, no labels.

Draws only the counts it is given; whether they may be shown was decided before.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from .palette import Palette
from .primitives import Drawing, Item, Line, Measure, Rect, Text, Weight

THICK, THIN = 0.66, 0.26
"""Thickness of a bar now and of an earlier one, as shares of a row."""
_BASELINE = 0.33
_GAP = 0.32
"""Room between a bar and its count, in sizes."""


@dataclass(frozen=True, slots=True)
class ColumnBar:
    """One row's bar: how many, of which the longest bar shows `most`; dashed is no rating."""

    votes: int
    share: float
    colour: str
    dashed: bool = False


def column_bars(
    bars: Sequence[ColumnBar],
    palette: Palette,
    width: float,
    row: float,
    *,
    size: float,
    measure: Measure,
    thick: float = THICK,
    strong: bool = True,
    growth: float = 1.0,
) -> Drawing:
    """Return a bar a row with its count at its end; `share` 1 takes all the room there is."""
    height = row * len(bars)
    count = max((measure(str(bar.votes), size, "bold") for bar in bars), default=0.0)
    room = max(0.0, width - count - 2 * size * _GAP)
    axis = max(1.0, size / 40)
    items: list[Item] = [Line(axis / 2, 0, axis / 2, height, palette.line, axis)]
    for place, bar in enumerate(bars):
        long = room * bar.share * min(1.0, max(0.0, growth))
        items += _bar(bar, (place + 0.5) * row, long, row * thick)
        weight: Weight = "bold" if strong and bar.votes and not bar.dashed else "regular"
        baseline = (place + 0.5) * row + size * _BASELINE
        at = long + size * _GAP
        items.append(Text(at, baseline, str(bar.votes), size, weight, palette.ink))
    return Drawing(width, height, tuple(items), "")


def _bar(bar: ColumnBar, middle: float, long: float, thick: float) -> Iterator[Item]:
    if long > 0:
        radius = min(thick / 6, long / 2)
        yield Rect(0, middle - thick / 2, long, thick, bar.colour, radius, bar.dashed)
