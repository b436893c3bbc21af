"""Stacked bars around one middle line, without labels and figures: where ratings lie, row by row.

Draws only the counts it is given; whether they may be shown was decided before.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from .palette import Palette, point_colours
from .primitives import Drawing, Item, Line, Rect

Counts = tuple[int, ...]


def middle_bars(
    rows: Sequence[Counts | None],
    palette: Palette,
    width: float,
    row: float,
    *,
    thick: float,
    longest: float = 0.0,
    at: tuple[float, float] | None = None,
) -> Drawing:
    """Return a bar a row; equal shares are equally long, and a row without counts stays empty.

    `thick` is a bar's height. `longest`: how far bars reach to one side at most, as a share of a
    whole one, so that several drawings share one measure. `at`: where the middle line stands, and
    the width of a whole bar, where the middle of the drawing is not wanted.
    """
    height = row * len(rows)
    middle, whole = at or (width / 2, width / 2 / (longest or farthest(rows)))
    items: list[Item] = []
    for place, counts in enumerate(rows):
        if counts and sum(counts):
            items += _bar(counts, middle, whole, (place + 0.5) * row, thick, palette)
    thin = max(1.0, thick / 16)
    for place, counts in enumerate(rows):
        if counts:
            items.append(Line(middle, place * row, middle, (place + 1) * row, palette.ink, thin))
    return Drawing(width, height, tuple(items), "")


def farthest(rows: Iterable[Counts | None]) -> float:
    """Return how far the longest bar reaches to one side, as a share of a whole one."""
    return max((max(reach(counts)) for counts in rows if counts), default=0.5) or 0.5


def reach(counts: Counts) -> tuple[float, float]:
    """Return how far a bar reaches to either side of the middle, as shares of a whole one."""
    n, half = max(1, sum(counts)), len(counts) // 2
    between = counts[half] / 2 if len(counts) % 2 else 0
    return (sum(counts[:half]) + between) / n, (sum(counts[-half:]) + between) / n


def _bar(
    counts: Counts, middle: float, whole: float, centre: float, thick: float, palette: Palette
) -> Iterator[Rect]:
    n, x = sum(counts), middle - reach(counts)[0] * whole
    for count, colour in zip(counts, point_colours(palette, len(counts)), strict=True):
        wide = whole * count / n
        if count:
            yield Rect(x, centre - thick / 2, wide, thick, colour)
        x += wide
