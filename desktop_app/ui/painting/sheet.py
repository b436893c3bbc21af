"""A scene's sheet: what is painted where, in the stage's measures (1600 x 900, fitted).

Knows texts, boxes and colours; which scene it holds is told by the modules that fill it.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, field
from functools import lru_cache
from typing import TypeAlias

from PySide6.QtCore import QPointF, QRectF, QSizeF

from desktop_app.charts.palette import Palette, contrast, mix
from desktop_app.charts.primitives import Drawing
from desktop_app.ui.fonts import measure

from .text import ENDLESS, Fitted, Style, fit, fit_line_first
from .tokens import MAY

MARGIN = 0.06
SMALLEST = MAY / 900
"""The least size of any text as a share of the height."""
TOP, BOTTOM = 47, 54
KICKER = 45


PROJECTOR_CONTRAST = 7.0
"""Contrast that text needs on a washed-out projector (DESIGN 4)."""


@lru_cache(maxsize=8)
def secondary(palette: Palette) -> str:
    """Return the palette's soft colour, moved towards ink until a projector shows it."""
    steps = (mix(palette.soft, palette.ink, share / 20) for share in range(21))
    ground = palette.paper
    return next((c for c in steps if contrast(c, ground) >= PROJECTOR_CONTRAST), palette.ink)


@dataclass(frozen=True, slots=True)
class TextItem:
    """A fitted text at its place; `align` is "left", "right" or "centre" within `rect`."""

    fitted: Fitted
    rect: QRectF
    colour: str
    align: str = "left"


@dataclass(frozen=True, slots=True)
class BoxItem:
    """A box with corners; "" paints no fill or no border."""

    rect: QRectF
    fill: str = ""
    line: str = ""
    width: float = 1.0
    radius: float = 0.0
    dashed: bool = False


@dataclass(frozen=True, slots=True)
class DrawingItem:
    """A chart at its place."""

    drawing: Drawing
    at: QPointF

    @property
    def rect(self) -> QRectF:
        """Return the place the chart takes."""
        return QRectF(self.at, QSizeF(self.drawing.width, self.drawing.height))


Item: TypeAlias = TextItem | BoxItem | DrawingItem


@dataclass(frozen=True, slots=True)
class CardPlace:
    """Where a point of the scale, or an action, stands."""

    point: int
    label: str
    rect: QRectF


@dataclass(frozen=True, slots=True)
class CounterPlace:
    """Where the room sees how many are in: dots, or a bar for a crowd, and the words."""

    rect: QRectF
    dots: tuple[QRectF, ...]
    bar: QRectF | None
    words: QRectF
    style: Style


@dataclass(frozen=True, slots=True)
class SceneLayout:
    """A laid-out scene: what stays as it is, and the places of what may change."""

    size: QSizeF
    items: tuple[Item, ...]
    cards: tuple[CardPlace, ...] = ()
    counter: CounterPlace | None = None
    chart: QRectF | None = None

    @property
    def texts(self) -> tuple[TextItem, ...]:
        """Return all texts that stay as they are."""
        return tuple(item for item in self.items if isinstance(item, TextItem))


@dataclass(frozen=True, slots=True)
class Frame:
    """The measures of one stage size; `k` turns a design pixel into one of this stage's.

    Type follows the height, so that it is read from the same distance on every screen; on a
    stage narrower than 4:3 it follows the width.
    """

    width: float
    height: float
    palette: Palette

    @property
    def k(self) -> float:
        """Return stage pixels per design pixel."""
        return min(self.height / 900, self.width / 1200)

    @property
    def soft(self) -> str:
        """Return the colour of secondary text, dark enough for a washed-out projector."""
        return secondary(self.palette)

    @property
    def floor(self) -> float:
        """Return the smallest size of any text."""
        return math.ceil(SMALLEST * 900 * self.k)

    @property
    def left(self) -> float:
        """Return the left edge of the content."""
        return self.width * MARGIN

    @property
    def inner(self) -> float:
        """Return the width of the content."""
        return self.width - 2 * self.left

    @property
    def reading(self) -> float:
        """Return how wide a large text may run before the eye loses the next line."""
        return min(self.inner, max(self.inner * 0.84, 1100 * self.k))

    @property
    def bottom(self) -> float:
        """Return the lower edge of the content."""
        return self.height - BOTTOM * self.k

    def style(
        self,
        size: float,
        weight: str = "regular",
        *,
        leading: float = 1.25,
        lines: int = 0,
        floor: float | None = None,
        balanced: bool = True,
    ) -> Style:
        """Return a style of `size` design pixels that may shrink to `floor` stage pixels."""
        least = self.floor if floor is None else floor
        return Style(max(size * self.k, least), least, weight, leading, lines, balanced)


@dataclass(slots=True)
class Sheet:
    """What has been put on a sheet so far."""

    frame: Frame
    items: list[Item] = field(default_factory=list)

    def put(self, fitted: Fitted, x: float, y: float, colour: str) -> float:
        """Put a fitted text with its upper left corner at x, y; return its lower edge."""
        self.items.append(TextItem(fitted, QRectF(x, y, fitted.width, fitted.height), colour))
        return y + fitted.height

    def put_right(self, fitted: Fitted, right: float, y: float, colour: str) -> float:
        """Put a fitted text with its upper right corner at right, y; return its lower edge."""
        rect = QRectF(right - fitted.width, y, fitted.width, fitted.height)
        self.items.append(TextItem(fitted, rect, colour, "right"))
        return y + fitted.height

    def box(self, rect: QRectF, **how: str | float | bool) -> None:
        """Put a box; `how` are the fields of a BoxItem."""
        self.items.append(BoxItem(rect, **how))  # type: ignore[arg-type]

    def rule(self, y: float) -> None:
        """Put a thin line over the width of the content."""
        frame = self.frame
        thick = max(1.0, 1.5 * frame.k)
        self.box(QRectF(frame.left, y, frame.inner, thick), fill=frame.palette.line)

    def header(self, kicker: str, mark: str) -> float:
        """Put kicker and mark; return where the title begins."""
        frame = self.frame
        room = frame.inner - self._mark(mark)
        style = frame.style(MAY, lines=2)
        fitted = fit_line_first(kicker, room, 3 * KICKER * frame.k, style)
        lower = self.put(fitted, frame.left, TOP * frame.k, frame.soft)
        return max(lower, (TOP + KICKER) * frame.k) + 8 * frame.k

    def _mark(self, mark: str) -> float:
        if not mark:
            return 0.0
        frame, k = self.frame, self.frame.k
        style = frame.style(MAY, "semibold", lines=2, leading=1.1)
        words = fit_line_first(mark, frame.inner * 0.5, 80 * k, style)
        pad_x, pad_y = 16 * k, 4 * k
        width, height = words.width + 2 * pad_x, words.height + 2 * pad_y
        top = (TOP + KICKER / 2) * k - height / 2
        rect = QRectF(frame.left + frame.inner - width, top, width, height)
        palette = frame.palette
        self.box(
            rect,
            fill=palette.attention,
            line=palette.attention_line,
            width=max(1.0, 1.5 * k),
            radius=10 * k,
        )
        self.put(words, rect.left() + pad_x, rect.top() + pad_y, palette.ink)
        return width + 32 * k

    def footer(self, left: str, right: str = "", *, room: float | None = None) -> float:
        """Put the footer's one or two texts; return the upper edge it takes."""
        frame = self.frame
        inner = frame.inner if room is None else room
        one, other = _share(left, right, inner, frame)
        height = max(one.height, other.height)
        top = frame.bottom - height
        self.put(one, frame.left, top + (height - one.height) / 2, frame.soft)
        if right:
            self.put_right(
                other,
                frame.left + inner,
                top + (height - other.height) / 2,
                frame.soft,
            )
        return top

    def done(self) -> SceneLayout:
        """Return the sheet as a layout in which nothing changes."""
        return SceneLayout(QSizeF(self.frame.width, self.frame.height), tuple(self.items))


def _share(left: str, right: str, inner: float, frame: Frame) -> tuple[Fitted, Fitted]:
    """Return both footer texts: side by side in one line each if they fit, else in two."""
    style = frame.style(MAY, lines=2)
    height, gap = 2 * KICKER * frame.k, 48 * frame.k
    if not right:
        return fit_line_first(left, inner, height, style), fit("", inner, height, style)
    size = style.size
    while size > style.floor and _both(left, right, size) + gap > inner:
        size -= 1
    even = Style(size, style.floor, lines=2)
    total = _both(left, right, size)
    if total + gap <= inner:
        return fit(left, inner, height, even), fit(right, inner, height, even)
    share = min(0.65, max(0.35, measure(left, size, "regular") / max(1.0, total)))
    room = inner - gap
    return fit(left, room * share, height, even), fit(right, room * (1 - share), height, even)


def _both(left: str, right: str, size: float) -> float:
    return measure(left, size, "regular") + measure(right, size, "regular")


@dataclass(frozen=True, slots=True)
class Block:
    """One text of a column: its design size, its colour, and the space above it."""

    text: str
    size: float
    colour: str
    weight: str = "regular"
    above: float = 0.0
    leading: float = 1.25


def column(sheet: Sheet, blocks: list[Block], rect: QRectF) -> float:
    """Put texts below one another so that all fit into `rect`; return the lower edge.

    All shrink together, down to the floor; what still does not fit is cut.
    """
    frame = sheet.frame
    factor = 1.0
    while factor > 0.4:
        fitted = [_block(frame, block, rect.width(), factor) for block in blocks]
        spaces = sum(block.above * frame.k * factor for block in blocks)
        total = sum(f.height for f in fitted) + spaces
        if total <= rect.height() + 0.5 and all(f.whole for f in fitted):
            return _put_column(sheet, blocks, fitted, rect, factor)
        factor *= 0.95
    return _cut_column(sheet, blocks, rect, factor)


def _block(frame: Frame, block: Block, width: float, factor: float) -> Fitted:
    style = frame.style(block.size * factor, block.weight, leading=block.leading)
    fixed = Style(style.size, style.size, style.weight, style.leading)
    return fit(block.text, width, ENDLESS, fixed)


def _put_column(
    sheet: Sheet, blocks: list[Block], fitted: list[Fitted], rect: QRectF, factor: float
) -> float:
    y = rect.top()
    for index, (block, text) in enumerate(zip(blocks, fitted, strict=True)):
        y += block.above * sheet.frame.k * factor if index else 0.0
        y = sheet.put(text, rect.left(), y, block.colour)
    return y


def _cut_column(sheet: Sheet, blocks: list[Block], rect: QRectF, factor: float) -> float:
    frame, y = sheet.frame, rect.top()
    for block in blocks:
        style = frame.style(block.size * factor, block.weight, leading=block.leading)
        room = rect.bottom() - y
        if room < style.floor * style.leading - 0.5:
            break
        y = sheet.put(fit(block.text, rect.width(), room, style), rect.left(), y, block.colour)
    return y
