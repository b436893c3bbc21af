"""A page of equal ballots with lines to cut along; the first is read aloud, the others are not."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from reportlab.platypus import Flowable

from desktop_app.domain.errors import InputProblem
from desktop_app.domain.printing import PER_SHEET, PrintOptions

from . import styles
from .fit import height_of
from .pages import Sheet
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


LAYOUTS = {
    1: Layout(1, 1, styles.PAGE_WIDTH, styles.PAGE_HEIGHT, largest=2.1),
    2: Layout(2, 1, styles.PAGE_HEIGHT, styles.PAGE_WIDTH, largest=1.4),
    4: Layout(2, 2, styles.PAGE_WIDTH, styles.PAGE_HEIGHT, largest=1.0),
}
"""How ballots lie on a sheet, by how many they are."""

SIZES = (1.0, 0.97, 0.95, 0.9, 0.85, 0.8, 0.75, 0.7, 0.65, 0.6, 0.5, 0.4)
"""Sizes to try, as shares of the largest."""


def _sheet_kind(per_sheet: int, layout: Layout) -> Sheet:
    """Return a page without margins, head and foot, so that cuts lie where they should."""
    return Sheet(
        f"ballot{per_sheet}",
        layout.width,
        layout.height,
        *(0.0, 0.0, 0.0),
        footer_height=0.0,
    )


KINDS = {number: _sheet_kind(number, layout) for number, layout in LAYOUTS.items()}


def check_per_sheet(options: PrintOptions) -> None:
    """Raise InputProblem where so many ballots share no sheet."""
    if options.per_sheet not in PER_SHEET:
        raise InputProblem("Choose 1, 2 or 4 ballots on a sheet.")


def fitting(make: Callable[[float], list[Any]], per_sheet: int) -> tuple[int, float]:
    """Return how many ballots fit on a sheet, at most `per_sheet`, and at which size.

    None (0) where one ballot takes several pages.
    """
    for number in sorted((n for n in PER_SHEET if n <= per_sheet), reverse=True):
        layout = LAYOUTS[number]
        for size in SIZES:
            parts = make(size * layout.largest)
            if height_of(parts, layout.card_width) <= layout.card_height:
                return number, size
    return 0, 1.0


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
