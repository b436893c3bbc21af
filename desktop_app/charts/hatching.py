"""How bars are told apart without colour: the lower half of a scale is hatched, denser the lower.

One definition for every pen of paper and files; a pen draws the lines that it is given here.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from .palette import Palette, point_colours
from .primitives import Drawing, Item, Line, Measure, Rect, Text

OUTLINE: Final = 0.6
"""Width of the line in paper's colour that parts neighbours which look alike in grey."""
PLATE: Final = "plate"
"""The ground of a number on a hatching, without an outline."""
_HATCH = 0.7
_PLATE_OF_SIZE = 0.84
_PITCHES = {"dense": 2.6, "wide": 5.2}
"""Distance of the lines across a hatching, so that the two ends differ without colour."""


def hatched(drawing: Drawing, points: int, palette: Palette, measure: Measure) -> Drawing:
    """Return a drawing whose lower points are hatched, denser the lower, for black and white.

    Numbers that stand on a hatching get a plain ground.
    """
    half = points // 2
    lower = point_colours(palette, points)[:half]
    patterns = dict.fromkeys(lower, "dense") | {lower[-1]: "wide" if half > 1 else "dense"}
    rects: list[Rect] = []
    items: list[Item] = []
    for item in drawing.items:
        if isinstance(item, Rect) and item.fill in patterns and not item.dashed:
            rects.append(replace(item, pattern=patterns[item.fill]))
            items.append(rects[-1])
            continue
        if isinstance(item, Text) and (ground := _under(item, rects)):
            items.append(_plate(item, ground, measure))
        items.append(item)
    return replace(drawing, items=tuple(items))


def hatching(rect: Rect, colour: str) -> Iterator[Line]:
    """Yield the lines across a hatched rectangle, cut off at its edges; nothing of a plain one."""
    pitch = _PITCHES.get(rect.pattern or "")
    if not pitch:
        return
    right, bottom = rect.x + rect.width, rect.y + rect.height
    for step in range(int((rect.width + rect.height) / pitch) + 1):
        foot = rect.x - rect.height + step * pitch  # where the line meets the bottom
        start, end = max(foot, rect.x), min(foot + rect.height, right)
        if end > start:
            yield Line(start, bottom - (start - foot), end, bottom - (end - foot), colour, _HATCH)


def _under(text: Text, rects: Sequence[Rect]) -> Rect | None:
    """Return the hatched rectangle that a text's start lies on."""
    for rect in rects:
        if rect.x <= text.x <= rect.x + rect.width and rect.y <= text.y <= rect.y + rect.height:
            return rect
    return None


def _plate(text: Text, ground: Rect, measure: Measure) -> Rect:
    wide = measure(text.text, text.size, text.weight) + 3
    left = text.x - {"start": 1.5, "middle": wide / 2, "end": wide - 1.5}[text.anchor]
    # No taller than the number, so that a bar which it fills still shows its hatching.
    tall = min(ground.height, text.size * _PLATE_OF_SIZE)
    top = ground.y + (ground.height - tall) / 2
    return Rect(left, top, wide, tall, ground.fill, pattern=PLATE)
