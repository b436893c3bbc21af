"""A page of equal ballots with lines to cut along; the first is read aloud, the others are not."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from reportlab.platypus import Flowable

from . import styles
from .tagged import Stack

_PADDING = 27.0
_DASH = ([4, 4], 0)


@dataclass(frozen=True, slots=True)
class Layout:
    """How many ballots lie beside and above each other on a page of this size.

    `largest` is the size of type to begin with, 1 being that of four on a sheet.
    """

    columns: int
    rows: int
    width: float
    height: float
    largest: float

    @property
    def padding(self) -> float:
        """Return the free edge of each ballot."""
        return _PADDING * (1 + (self.largest - 1) * 0.6)

    @property
    def card_width(self) -> float:
        """Return the room for a ballot's words."""
        return self.width / self.columns - 2 * self.padding

    @property
    def card_height(self) -> float:
        """Return the height for a ballot's words."""
        return self.height / self.rows - 2 * self.padding


class BallotSheet(Flowable):  # type: ignore[misc]
    """One statement's ballot as often as the layout says; a page by itself."""

    def __init__(self, parts: Sequence[Any], layout: Layout) -> None:
        super().__init__()
        self.children = list(parts)
        self.layout = layout

    def wrap(self, available_width: float, available_height: float) -> tuple[float, float]:
        """Return all the room there is."""
        self.width, self.height = available_width, available_height
        return available_width, available_height

    def draw(self) -> None:
        """Draw the cuts, then the ballot in each place; copies are passed over when read aloud."""
        with self.canv.artifact():
            self._draw_cuts()
        for number in range(self.layout.columns * self.layout.rows):
            if number == 0:
                self._draw_ballot(number)
                continue
            with self.canv.artifact():
                self._draw_ballot(number)

    def _draw_ballot(self, number: int) -> None:
        layout = self.layout
        row, column = divmod(number, layout.columns)
        left = column * layout.width / layout.columns + layout.padding
        top = self.height - row * layout.height / layout.rows - layout.padding
        Stack(self.children, layout.card_width).draw(self.canv, left, top)

    def _draw_cuts(self) -> None:
        canvas, layout = self.canv, self.layout
        canvas.setStrokeColor(styles.SOFT)
        canvas.setLineWidth(0.5)
        canvas.setDash(*_DASH)
        for column in range(1, layout.columns):
            x = column * layout.width / layout.columns
            canvas.line(x, 0, x, self.height)
        for row in range(1, layout.rows):
            y = self.height - row * layout.height / layout.rows
            canvas.line(0, y, layout.width, y)
        canvas.setDash()
