"""What a chart is made of: rectangles, lines and texts, drawn in order, one alternative text.

All lengths share one unit (points or pixels, as the caller measures text); x grows to the right
and y downwards from the top left corner. Three pens draw these values; none is known here.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal, TypeAlias

Weight: TypeAlias = Literal["regular", "semibold", "bold"]
Anchor: TypeAlias = Literal["start", "middle", "end"]

Measure: TypeAlias = Callable[[str, float, str], float]
"""Width of a text at a size and weight, in the caller's unit."""


@dataclass(frozen=True, slots=True)
class Rect:
    """A filled rectangle; `dashed` draws only a dashed outline in the fill's colour.

    `radius` rounds the two right-hand corners, where a bar ends. `pattern` names a hatching for
    pens that cannot rely on colour; None is plain.
    """

    x: float
    y: float
    width: float
    height: float
    fill: str
    radius: float = 0
    dashed: bool = False
    pattern: str | None = None


@dataclass(frozen=True, slots=True)
class Line:
    """A straight line."""

    x1: float
    y1: float
    x2: float
    y2: float
    stroke: str
    width: float


@dataclass(frozen=True, slots=True)
class Text:
    """One line of text; `y` is its baseline and `x` the edge or middle that `anchor` names."""

    x: float
    y: float
    text: str
    size: float
    weight: Weight
    fill: str
    anchor: Anchor = "start"


Item: TypeAlias = Rect | Line | Text


@dataclass(frozen=True, slots=True)
class Drawing:
    """A finished picture; later items lie over earlier ones. `alt` says it all in words."""

    width: float
    height: float
    items: tuple[Item, ...]
    alt: str
