"""The key to a scale's colours: a swatch and a name for each point, in as many lines as needed."""

from __future__ import annotations

from desktop_app.domain.framework import Scale, ScalePoint
from desktop_app.words.speech import say

from .fitting import shorten
from .palette import Palette, point_colours
from .primitives import Drawing, Item, Measure, Rect, Text

_SWATCH, _GAP, _BETWEEN, _LINE = 0.85, 0.4, 1.1, 1.6
"""Lengths in sizes: a swatch, the gap to its name, the gap between entries, the line height."""

_BASELINE = 0.35


def legend(
    scale: Scale, palette: Palette, width: float, *, size: float, measure: Measure
) -> Drawing:
    """Return the key, each line centred; ends and middle carry their labels, the rest numbers."""
    names = [_name(point, scale.size) for point in scale.points]
    room = max(0.0, width - size * (_SWATCH + _GAP))
    fitted = [shorten(name, room, size, "regular", measure) for name in names]
    extents = [size * (_SWATCH + _GAP) + measure(name, size, "regular") for name in fitted]
    colours, items = point_colours(palette, scale.size), list[Item]()
    lines = _lines(extents, width, size * _BETWEEN)
    for number, line in enumerate(lines):
        x = (width - sum(extents[i] for i in line) - size * _BETWEEN * (len(line) - 1)) / 2
        for i in line:
            items += _entry(fitted[i], colours[i], x, (number + 0.5) * size * _LINE, size, palette)
            x += extents[i] + size * _BETWEEN
    return Drawing(width, size * _LINE * len(lines), tuple(items), _alt(scale))


def _name(point: ScalePoint, points: int) -> str:
    labelled = {1, points, (points + 1) / 2}
    return f"{point.value} {point.label}" if point.value in labelled else str(point.value)


def _lines(extents: list[float], width: float, between: float) -> list[list[int]]:
    """Return the places of the entries line by line."""
    lines: list[list[int]] = [[]]
    used = 0.0
    for place, extent in enumerate(extents):
        if lines[-1] and used + between + extent > width:
            lines.append([])
        used = used + between + extent if lines[-1] else extent
        lines[-1].append(place)
    return lines


def _entry(
    name: str, colour: str, x: float, middle: float, size: float, palette: Palette
) -> tuple[Item, ...]:
    side = size * _SWATCH
    swatch = Rect(x, middle - side / 2, side, side, colour)
    start = x + side + size * _GAP
    return swatch, Text(start, middle + size * _BASELINE, name, size, "regular", palette.soft)


def _alt(scale: Scale) -> str:
    points = ", ".join(f"{point.value} {point.label}" for point in scale.points)
    return say("Scale: {points}.", points=points)
