"""The marks of ballots that come in sets by partner: a letter, a shape and a pattern, all in ink.

No set is told by colour, and none is lost on a grey copy: the pattern runs along a ballot's upper
edge, so that a stray one shows in a pile.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from typing import Any

from reportlab.platypus import Flowable, Spacer

from desktop_app.documents.ballots import set_name
from desktop_app.documents.event import joined
from desktop_app.domain.ballot_sets import LETTERS

from . import styles
from .paper import Paper
from .tagged import Paragraph

_BAND = 9.0
_SHAPE = 15.0

Points = Sequence[tuple[float, float]]


def marked(paper: Paper, letter: str, words: str, style: Any, size: float) -> list[Any]:
    """Return a ballot's head: band and shape of its mark beside its words, or the words alone."""
    if not letter:
        return [paper.words(words, style)]
    side = max(_SHAPE * size, style.leading)
    head = BesideMark(paper.words(joined(set_name(letter), words), style), letter, side)
    return [PatternBand(letter, _BAND * size), Spacer(0, 5 * size), head]


class PatternBand(Flowable):  # type: ignore[misc]
    """A strip with a mark's pattern, as wide as there is room; for looks only."""

    def __init__(self, letter: str, height: float) -> None:
        super().__init__()
        self.letter, self.height = letter, height

    def wrap(self, available_width: float, _available_height: float) -> tuple[float, float]:
        """Return the width given and the strip's height."""
        self.width = available_width
        return self.width, self.height

    def draw(self) -> None:
        """Draw the pattern within the strip, and its edge."""
        canvas = self.canv
        with canvas.artifact():
            canvas.saveState()
            canvas.setStrokeColor(styles.INK)
            canvas.setFillColor(styles.INK)
            canvas.setLineWidth(0.8)
            edge = canvas.beginPath()
            edge.rect(0, 0, self.width, self.height)
            canvas.clipPath(edge, stroke=1, fill=0)
            _PATTERNS[LETTERS.index(self.letter)](canvas, self.width, self.height)
            canvas.restoreState()


class MarkShape(Flowable):  # type: ignore[misc]
    """A mark's shape alone; for looks only, since its letter stands beside it."""

    def __init__(self, letter: str, side: float) -> None:
        super().__init__()
        self.letter, self.width, self.height = letter, side, side

    def wrap(self, _available_width: float, _available_height: float) -> tuple[float, float]:
        """Return the shape's square."""
        return self.width, self.height

    def draw(self) -> None:
        """Draw the shape."""
        with self.canv.artifact():
            draw_shape(self.canv, self.letter, 0, 0, self.height)


class BesideMark(Flowable):  # type: ignore[misc]
    """A paragraph with a mark's shape to its left."""

    def __init__(self, words: Paragraph, letter: str, side: float) -> None:
        super().__init__()
        self.words, self.letter, self.side = words, letter, side

    @property
    def element(self) -> Any:
        """Return the paragraph's element, so that lists and cells can take it in."""
        return self.words.element

    def wrap(self, available_width: float, available_height: float) -> tuple[float, float]:
        """Return the width given and the height of shape or words."""
        self.width = available_width
        room = available_width - self.side * 1.4
        _, height = self.words.wrapOn(getattr(self, "canv", None), room, available_height)
        self.height = max(height, self.side)
        return self.width, self.height

    def draw(self) -> None:
        """Draw the shape beside the words' first line, in the middle where they have one only."""
        with self.canv.artifact():
            draw_shape(self.canv, self.letter, 0, self.height - self.side, self.side)
        above = max(0.0, (self.side - self.words.height) / 2)
        self.words.drawOn(self.canv, self.side * 1.4, self.height - above - self.words.height)


def draw_shape(canvas: Any, letter: str, x: float, y: float, side: float) -> None:
    """Draw a mark's shape in a square; its left lower corner is given."""
    canvas.saveState()
    canvas.transform(1, 0, 0, 1, x + side / 2, y + side / 2)
    canvas.setStrokeColor(styles.INK)
    canvas.setFillColor(styles.INK)
    _SHAPES[LETTERS.index(letter)](canvas, side / 2)
    canvas.restoreState()


def _fill(canvas: Any, points: Points) -> None:
    path = canvas.beginPath()
    path.moveTo(*points[0])
    for point in points[1:]:
        path.lineTo(*point)
    path.close()
    canvas.drawPath(path, stroke=0, fill=1)


def _corners(count: int, radius: float, turn: float = 90.0, inner: float = 0.0) -> Points:
    """Return corners round the middle; with `inner` every second one that far out only."""
    steps = count * 2 if inner else count
    found = []
    for step in range(steps):
        angle = math.radians(turn + 360 * step / steps)
        far = inner if inner and step % 2 else radius
        found.append((far * math.cos(angle), far * math.sin(angle)))
    return found


def _polygon(count: int, turn: float = 90.0, share: float = 1.0) -> Callable[[Any, float], None]:
    def draw(canvas: Any, radius: float) -> None:
        _fill(canvas, _corners(count, radius * share, turn))

    return draw


def _disc(canvas: Any, radius: float) -> None:
    canvas.circle(0, 0, radius * 0.92, stroke=0, fill=1)


def _ring(canvas: Any, radius: float) -> None:
    canvas.setLineWidth(radius * 0.36)
    canvas.circle(0, 0, radius * 0.74, stroke=1, fill=0)


def _square(canvas: Any, radius: float) -> None:
    half = radius * 0.84
    canvas.rect(-half, -half, 2 * half, 2 * half, stroke=0, fill=1)


def _plus(canvas: Any, radius: float) -> None:
    arm = radius * 0.34
    canvas.rect(-radius, -arm, 2 * radius, 2 * arm, stroke=0, fill=1)
    canvas.rect(-arm, -radius, 2 * arm, 2 * radius, stroke=0, fill=1)


def _star(canvas: Any, radius: float) -> None:
    _fill(canvas, _corners(5, radius * 1.08, inner=radius * 0.44))


def _bars(canvas: Any, radius: float) -> None:
    thick = radius * 0.42
    for middle in (-radius * 0.66, 0.0, radius * 0.66):
        canvas.rect(-radius, middle - thick / 2, 2 * radius, thick, stroke=0, fill=1)


_SHAPES: tuple[Callable[[Any, float], None], ...] = (
    _disc,
    _square,
    _polygon(3, share=1.1),
    _plus,
    _ring,
    _polygon(4),
    _star,
    _bars,
    _polygon(3, turn=-90.0, share=1.1),
)


def _solid(canvas: Any, width: float, height: float) -> None:
    canvas.rect(0, 0, width, height, stroke=0, fill=1)


def _slanted(step: float, lean: float) -> Callable[[Any, float, float], None]:
    def draw(canvas: Any, width: float, height: float) -> None:
        canvas.setLineWidth(1.4)
        x = -height
        while x < width + height:
            canvas.line(x, 0, x + lean * height, height)
            x += step

    return draw


def _lengthways(canvas: Any, width: float, height: float) -> None:
    canvas.setLineWidth(1.3)
    for share in (0.3, 0.7):
        canvas.line(0, height * share, width, height * share)


def _dots(canvas: Any, width: float, height: float) -> None:
    x = height / 2
    while x < width:
        canvas.circle(x, height / 2, height * 0.24, stroke=0, fill=1)
        x += height


def _crossed(canvas: Any, width: float, height: float) -> None:
    _slanted(9.0, 1.0)(canvas, width, height)
    _slanted(9.0, -1.0)(canvas, width, height)


def _zigzag(canvas: Any, width: float, height: float) -> None:
    canvas.setLineWidth(1.6)
    x, up = 0.0, True
    while x < width:
        low, high = height * 0.2, height * 0.8
        canvas.line(x, low if up else high, x + height, high if up else low)
        x, up = x + height, not up


def _blocks(canvas: Any, width: float, height: float) -> None:
    x = 0.0
    while x < width:
        canvas.rect(x, 0, height * 1.6, height, stroke=0, fill=1)
        x += height * 3.2


def _empty(_canvas: Any, _width: float, _height: float) -> None:
    """Leave the strip empty: its edge is the pattern."""


_PATTERNS: tuple[Callable[[Any, float, float], None], ...] = (
    _slanted(6.0, 1.0),
    _dots,
    _blocks,
    _lengthways,
    _crossed,
    _zigzag,
    _slanted(7.0, 0.0),
    _solid,
    _empty,
)
