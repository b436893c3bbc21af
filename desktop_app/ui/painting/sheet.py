"""A scene's sheet: what is painted where, in the stage's measures (1600 x 900, fitted).

Knows texts, boxes and colours; which scene it holds is told by the modules that fill it.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, field, replace
from functools import lru_cache
from itertools import combinations
from typing import TypeAlias

from PySide6.QtCore import QPointF, QRectF, QSizeF
from PySide6.QtGui import QImage

from desktop_app.charts.palette import Palette, contrast, mix
from desktop_app.charts.primitives import Drawing

from .text import Fitted, Style, fit_by_parts, fit_line_first
from .tokens import MAY

MARGIN = 0.06
SMALLEST = MAY / 900
"""The least size of any text as a share of the height."""
TOP, BOTTOM = 47, 54
KICKER, PARTED = 45, "·"
"""Height of a line that says where we are, and the sign between its parts."""


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


@dataclass(frozen=True, slots=True)
class PictureItem:
    """A picture, whole, in the place that it fills."""

    image: QImage
    rect: QRectF


Item: TypeAlias = TextItem | BoxItem | DrawingItem | PictureItem


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
    type: float = 1.0

    @property
    def is_tidy(self) -> bool:
        """Return whether every text is whole, on the stage, and over no other."""
        rects = [item.rect for item in self.texts if item.fitted.lines]
        rects += [place.rect for place in (self.counter,) if place]
        rects += [self.chart] if self.chart else []
        rects = [rect.adjusted(1, 1, -1, -1) for rect in rects]
        whole = QRectF(0, 0, self.size.width(), self.size.height())
        inside = all(whole.contains(rect) for rect in rects)
        apart = not any(one.intersects(other) for one, other in combinations(rects, 2))
        return inside and apart and all(item.fitted.whole for item in self.texts)

    @property
    def texts(self) -> tuple[TextItem, ...]:
        """Return all texts that stay as they are."""
        return tuple(item for item in self.items if isinstance(item, TextItem))


@dataclass(frozen=True, slots=True)
class Frame:
    """The measures of one stage size; `k` turns a design pixel into one of this stage's.

    Type follows the height, so that it is read from the same distance on every screen; on a
    stage narrower than 4:3 it follows the width. `type`: how large it is against the least.
    """

    width: float
    height: float
    palette: Palette
    type: float = 1.0

    @property
    def small(self) -> float:
        """Return stage pixels per design pixel of what nobody needs: it is never larger."""
        return min(self.height / 900, self.width / 1200)

    @property
    def k(self) -> float:
        """Return stage pixels per design pixel."""
        return self.small * self.type

    @property
    def soft(self) -> str:
        """Return the colour of secondary text, dark enough for a washed-out projector."""
        return secondary(self.palette)

    @property
    def floor(self) -> float:
        """Return the smallest size of any text."""
        return math.ceil(SMALLEST * 900 * self.small)

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
        return self.height - BOTTOM * self.small

    def small_print(self, weight: str = "regular", *, lines: int, leading: float = 1.25) -> Style:
        """Return the style of where we are in the day: it never shrinks, and is never larger."""
        return Style(max(MAY * self.small, self.floor), self.floor, weight, leading, lines)

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
        style = replace(frame.small_print(lines=2), balanced=False)  # beside a mark as well
        fitted = fit_by_parts(kicker, room, 3 * KICKER * frame.small, style, PARTED)
        lower = self.put(fitted, frame.left, TOP * frame.small, frame.soft)
        return max(lower, (TOP + KICKER) * frame.small) + 8 * frame.small

    def _mark(self, mark: str) -> float:
        if not mark:
            return 0.0
        frame, k = self.frame, self.frame.small
        style = frame.small_print("semibold", lines=2, leading=1.1)
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

    def done(self) -> SceneLayout:
        """Return the sheet as a layout in which nothing changes."""
        return SceneLayout(QSizeF(self.frame.width, self.frame.height), tuple(self.items))
