"""A fist to five as a small row of bars: 0 (a fist) to 5 fingers, the count over each.

Draws only the counts it is given; whether they may be shown was decided before.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from desktop_app.words.speech import say, say_as, say_count

from .palette import Palette, point_colours
from .primitives import Drawing, Item, Line, Measure, Rect, Text

FINGERS = range(6)
_LEADING = 1.25


def fist_bars(
    counts: Sequence[int],
    palette: Palette,
    width: float,
    height: float,
    *,
    size: float,
    measure: Measure,
    fist: str = "",
    ink: str = "",
) -> Drawing:
    """Return six bars on a common line; equal counts are equally high.

    `fist`: the name of no finger where another language is wanted than the one spoken. `ink`: the
    names' colour, where it is not the soft one.
    """
    names = (fist or fist_name(), *map(str, FINGERS[1:]))
    pitch = width / len(names)
    line = height - size * _LEADING
    room = max(0.0, line - size * _LEADING)
    most = max(1, *counts)
    items: list[Item] = [Line(0, line, width, line, palette.line, max(1.0, size / 14))]
    colours = point_colours(palette, len(names))
    for place, (name, count, colour) in enumerate(zip(names, counts, colours, strict=True)):
        middle = (place + 0.5) * pitch
        tall = room * count / most
        items += _bar(middle, line, tall, min(pitch * 0.7, size * 2.4), colour)
        above = line - tall - size * 0.3
        items.append(Text(middle, above, str(count), size, "semibold", palette.ink, "middle"))
        baseline = height - size * 0.15
        label = name if measure(name, size, "regular") <= pitch else name[:1]
        items.append(Text(middle, baseline, label, size, "regular", ink or palette.soft, "middle"))
    return Drawing(width, height, tuple(items), _alt(counts))


def fist_name() -> str:
    """Return what the bar of those who show no finger is called."""
    return say_as("a bar", "Fist")


def _bar(middle: float, line: float, tall: float, wide: float, colour: str) -> Iterator[Item]:
    if tall > 0:
        yield Rect(middle - wide / 2, line - tall, wide, tall, colour)


def _alt(counts: Sequence[int]) -> str:
    """Return every count in words."""
    names = (say("a fist"), *(say_count("{n} finger", "{n} fingers", n) for n in FINGERS[1:]))
    told = ", ".join(f"{name}: {count}" for name, count in zip(names, counts, strict=True))
    return say("Fist to five. {counts}.", counts=told)
