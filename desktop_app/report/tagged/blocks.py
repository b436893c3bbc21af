"""Page furniture that ReportLab lacks: columns that split, a quoted block, a fresh page.

Knows no content. Children tag themselves; here is only what they belong to.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from reportlab.lib.colors import Color
from reportlab.platypus import Flowable
from reportlab.platypus.doctemplate import ActionFlowable

from .tree import Element, Role

_UNBOUNDED = 10_000_000.0


@dataclass
class _Placed:
    """A child with its height and the white space above it."""

    child: Any
    height: float
    above: float


class Stack:
    """Flowables one above the other in a column of fixed width, read before what is beside it."""

    def __init__(
        self, children: Sequence[Any], width: float, element: Element | None = None
    ) -> None:
        self.children = list(children)
        self.width = width
        self.element = element or Element("Div")
        self._placed: list[_Placed] = []

    def placed(self, canvas: Any) -> list[_Placed]:
        """Return the children measured, white space between two being the larger of theirs."""
        placed: list[_Placed] = []
        space_after = 0.0
        for child in self.children:
            _, height = child.wrapOn(canvas, self.width, _UNBOUNDED)
            above = max(space_after, child.getSpaceBefore()) if placed else 0.0
            placed.append(_Placed(child, height, above))
            space_after = child.getSpaceAfter()
        self._placed = placed
        return placed

    def height(self, canvas: Any) -> float:
        """Return the height of all children."""
        return sum(p.height + p.above for p in self.placed(canvas))

    def draw(self, canvas: Any, x: float, top: float) -> None:
        """Draw the children downwards from `top`."""
        if not self.children:
            return
        with canvas.inside(self.element):
            for placed in self._placed or self.placed(canvas):  # measured where its height was
                top -= placed.above + placed.height
                placed.child.drawOn(canvas, x, top)

    def split(self, canvas: Any, height: float) -> tuple[Stack, Stack]:
        """Return what fits into `height` and the rest."""
        placed = self.placed(canvas)
        used = 0.0
        for index, item in enumerate(placed):
            room = height - used - item.above
            if item.height > room:
                return self._cut(canvas, index, room)
            used += item.above + item.height
        return self, Stack([], self.width, self.element)

    def _cut(self, canvas: Any, index: int, room: float) -> tuple[Stack, Stack]:
        parts = self.children[index].splitOn(canvas, self.width, max(room, 0.0))
        if len(parts) > 1:
            head = [*self.children[:index], parts[0]]
            tail = [*parts[1:], *self.children[index + 1 :]]
        else:
            while index and self.children[index - 1].getKeepWithNext():
                index -= 1
            head, tail = self.children[:index], self.children[index:]
        return Stack(head, self.width, self.element), Stack(tail, self.width, self.element)


class Columns(Flowable):  # type: ignore[misc]
    """Stacks side by side; where the page ends, each goes on at the top of the next."""

    def __init__(self, columns: Sequence[Stack], gap: float, above: float = 0.0) -> None:
        super().__init__()
        self.spaceBefore = above
        self.columns = list(columns)
        self.gap = gap

    def wrap(self, available_width: float, _available_height: float) -> tuple[float, float]:
        """Return the width given and the height of the tallest column."""
        self.width = available_width
        self.height = max((c.height(self.canv) for c in self.columns), default=0.0)
        return self.width, self.height

    def split(self, _available_width: float, available_height: float) -> list[Columns]:
        """Return the part that fits and the rest, or nothing where no first part fits."""
        pairs = [c.split(self.canv, available_height) for c in self.columns]
        if not any(head.children for head, _ in pairs):
            return []
        heads, tails = zip(*pairs, strict=True)
        parts = [Columns(heads, self.gap)]
        if any(tail.children for tail in tails):
            parts.append(Columns(tails, self.gap))
        return parts

    def draw(self) -> None:
        """Draw the columns from left to right, which is also their reading order."""
        x = 0.0
        for column in self.columns:
            column.draw(self.canv, x, self.height)
            x += column.width + self.gap


class AccentBlock(Flowable):  # type: ignore[misc]
    """A stack with a bar of the accent colour at its left edge; `role` BlockQuote for a quote."""

    BAR, INSET, PADDING = 4.0, 18.0, 5.0

    def __init__(
        self, children: Sequence[Any], colour: Color, width: float, role: Role = "Div"
    ) -> None:
        super().__init__()
        self.stack = Stack(children, width - self.INSET, Element(role))
        self.colour = colour
        self.width = width

    def wrap(self, _available_width: float, _available_height: float) -> tuple[float, float]:
        """Return the block's width and its height with padding."""
        self.height = self.stack.height(self.canv) + 2 * self.PADDING
        return self.width, self.height

    def split(self, _available_width: float, available_height: float) -> list[AccentBlock]:
        """Return the part that fits and the rest, each with its own bar."""
        head, tail = self.stack.split(self.canv, available_height - 2 * self.PADDING)
        if not head.children or not tail.children:
            return []
        return [self._part(head), self._part(tail)]

    def _part(self, stack: Stack) -> AccentBlock:
        part = AccentBlock((), self.colour, self.width)
        part.stack = stack
        return part

    def draw(self) -> None:
        """Draw the bar, then the children."""
        with self.canv.artifact():
            self.canv.setFillColor(self.colour)
            self.canv.rect(0, 0, self.BAR, self.height, stroke=0, fill=1)
        self.stack.draw(self.canv, self.INSET, self.height - self.PADDING)


class FreshPage(ActionFlowable):  # type: ignore[misc]
    """Turn from page 1 to page 2, and later pages only where little room is left.

    So a first page that runs over does not leave most of the second one empty.
    """

    def __init__(self, room: float) -> None:
        super().__init__(())
        self.room = room

    def apply(self, doc: Any) -> None:
        """End the page where the rule says so."""
        frame = doc.frame
        left = frame._y - frame._y1p  # noqa: SLF001 - a frame tells its room in no other way
        if doc.page == 1 or left < self.room:
            doc.handle_pageBreak()
