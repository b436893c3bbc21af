"""One stacked bar of a list, its shares centred on the scale's midpoint; no text in it.

All bars of a list have the same width for a whole room, so that equal shares are equally long.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from .palette import Palette, point_colours
from .primitives import Drawing, Item, Line, Rect


def reach(counts: Sequence[int] | None) -> tuple[float, float]:
    """Return how far a bar reaches to the left and right of the midpoint, as shares of a whole."""
    n = sum(counts or ())
    if not counts or not n:
        return 0.0, 0.0
    half = len(counts) // 2
    between = counts[half] / 2 if len(counts) % 2 else 0
    return (sum(counts[:half]) + between) / n, (sum(counts[-half:]) + between) / n


def longest_reach(rows: Iterable[Sequence[int] | None]) -> float:
    """Return how far the longest bar of a list reaches to either side; at least half a whole."""
    return max((side for counts in rows for side in reach(counts)), default=0.5) or 0.5


def one_bar(
    counts: Sequence[int], palette: Palette, width: float, height: float, longest: float, alt: str
) -> Drawing:
    """Return the bar of some counts in a list whose bars reach as far as `longest`."""
    n, whole = sum(counts), width / 2 / longest
    x, items = width / 2 - reach(counts)[0] * whole, list[Item]()
    for count, colour in zip(counts, point_colours(palette, len(counts)), strict=True):
        if count:
            items.append(Rect(x, 0, whole * count / n, height, colour))
            x += whole * count / n
    items.append(Line(width / 2, -2, width / 2, height + 2, palette.soft, 0.6))
    return Drawing(width, height, tuple(items), alt)
