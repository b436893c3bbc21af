"""How much fits one screen of the stage at the least size that everybody can read.

What does not fit goes on the next screen. Knows the stage's proportions, but neither type nor
pixel: letters are counted, and a screen that holds a little less than it could does no harm.
"""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, TypeVar

T = TypeVar("T")

WIDE = 16 / 9
"""The proportions of most projectors."""
NARROW, CONTENT, UNDER = 1.5, 740, 184
"""Proportions below which words stand under the scale; height of content, and of those words."""
HEIGHT, LEAST_WIDTH, SIDES = 900, 1200, 0.12
NORMAL, LARGE, LARGEST = 1.0, 1.15, 1.3
"""How large type can be against the least that everybody can read; larger shows less."""
SIZES: Final[Mapping[str, float]] = {"normal": NORMAL, "large": LARGE, "largest": LARGEST}
"""The same by the names of the setting."""
LETTER = 26.0
"""Width of a letter of the least size, taken over a sentence, as a share of a height of 900."""
LINE = 66
"""Height of a line of it."""


@dataclass(frozen=True, slots=True)
class Shape:
    """What tells how much the stage holds: its proportions, and how large its type is."""

    aspect: float = WIDE
    type: float = NORMAL

    def room(self, height: float) -> float:
        """Return how much of a height is there for type of the least size."""
        return height / self.type


USUAL: Final = Shape()


def letters(shape: Shape, beside: float = 0.0) -> int:
    """Return how many letters a line holds, `beside` something else of that width."""
    inner = max(LEAST_WIDTH, HEIGHT * shape.aspect) * (1 - SIDES) / shape.type
    return max(8, int((inner - beside) / LETTER))


def scale_leaves(shape: Shape, rows: int) -> float:
    """Return the height that a scale of so many rows leaves for the statement above it."""
    narrow = shape.aspect < NARROW
    tall = 59.0 if narrow or rows > 7 else 82.0 if rows <= 6 else 68.0
    content = CONTENT - (UNDER if narrow else 0.0)
    if shape.type > NORMAL:
        tall = max(59.0 * shape.type, min(tall * shape.type, (content - 160 * shape.type) / rows))
    return content - rows * tall


def lines_of(text: str, length: int) -> list[str]:
    """Return a text in lines of at most so many letters."""
    return textwrap.wrap(text, length, break_on_hyphens=False) or [""]


def text_screens(text: str, shape: Shape, lines: int) -> tuple[str, ...]:
    """Return a long text in parts of so many lines of the least size, one for each screen."""
    found, most = lines_of(text, letters(shape)), max(1, int(shape.room(lines)))
    starts = range(0, len(found), most)
    return tuple(" ".join(found[start : start + most]) for start in starts)


def filled(heights: Sequence[float], room: float) -> list[range]:
    """Return the places of what stands on each screen of the height `room`, evenly if that fits."""
    found = list(in_order(heights, room))
    most = -(-len(heights) // max(1, len(found)))
    even = [range(i, min(i + most, len(heights))) for i in range(0, len(heights), max(1, most))]
    fits = all(sum(heights[place] for place in page) <= room for page in even)
    return even if fits else found


def in_order(heights: Sequence[float], room: float, first: float | None = None) -> Iterator[range]:
    """Yield what each screen holds, one thing at least; `first`: the room on the first one."""
    start, left = 0, room if first is None else first
    for place, height in enumerate(heights):
        if place > start and height > left:
            yield range(start, place)
            start, left = place, room
        left -= height
    if heights:
        yield range(start, len(heights))


def taken_by(pages: Iterable[range], things: Sequence[T]) -> tuple[tuple[T, ...], ...]:
    """Return the things of each screen."""
    return tuple(tuple(things[place] for place in page) for page in pages)
