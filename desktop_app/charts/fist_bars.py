"""A fist to five as a small row of bars: 0 (a fist) to 5 fingers, the count over each.

Draws only the counts it is given; whether they may be shown was decided before.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from .palette import Palette, point_colours
from .primitives import Drawing, Item, Line, Measure, Rect, Text

NAMES = ("Fist", "1", "2", "3", "4", "5")
_LEADING = 1.25


def fist_bars(
    counts: Sequence[int],
    palette: Palette,
    width: float,
    height: float,
    *,
    size: float,
    measure: Measure,
) -> Drawing:
    """Return six bars on a common line; equal counts are equally high."""
    pitch = width / len(NAMES)
    line = height - size * _LEADING
    room = max(0.0, line - size * _LEADING)
    most = max(1, *counts)
    items: list[Item] = [Line(0, line, width, line, palette.line, max(1.0, size / 14))]
    colours = point_colours(palette, len(NAMES))
    for place, (name, count, colour) in enumerate(zip(NAMES, counts, colours, strict=True)):
        middle = (place + 0.5) * pitch
        tall = room * count / most
        items += _bar(middle, line, tall, min(pitch * 0.7, size * 2.4), colour)
        above = line - tall - size * 0.3
        items.append(Text(middle, above, str(count), size, "semibold", palette.ink, "middle"))
        baseline = height - size * 0.15
        label = name if measure(name, size, "regular") <= pitch else name[:1]
        items.append(Text(middle, baseline, label, size, "regular", palette.soft, "middle"))
    return Drawing(width, height, tuple(items), _alt(counts))


def _bar(middle: float, line: float, tall: float, wide: float, colour: str) -> Iterator[Item]:
    if tall > 0:
        yield Rect(middle - wide / 2, line - tall, wide, tall, colour)


def _alt(counts: Sequence[int]) -> str:
    """Return every count in words."""
    said = ("a fist", "one finger", *(f"{n} fingers" for n in ("two", "three", "four", "five")))
    return "Fist to five: " + ", ".join(
        f"{count} {words}" for words, count in zip(said, counts, strict=True)
    )
