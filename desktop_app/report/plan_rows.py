"""How tables of commitments look and break over pages: the summary's, the report's, the plan's."""

from __future__ import annotations

from typing import Any

from reportlab.platypus import TableStyle

from . import styles
from .tagged import Table

_TALL = 200.0
"""Where a row finds no room on a page with so much, it is broken rather than left for later."""


class WholeRows(Table):
    """A table that keeps each row whole, except one that would leave much of a page empty."""

    def split(self, available_width: float, available_height: float) -> list[Any]:
        """Return the rows that fit and the rest, or nothing where a new page is needed first."""
        self.splitByRow, self.splitInRow = 1, 0
        parts: list[Any] = super().split(available_width, available_height)
        if available_height - _height_of(parts) < _TALL:
            return parts
        # What is left below whole rows is for the next one, not for a second row of headings.
        self.splitByRow, self.splitInRow = 0, 1
        return super().split(available_width, available_height) or parts


def _height_of(parts: list[Any]) -> float:
    """Return the height of the first part of a table that was split."""
    return sum(parts[0]._rowHeights) if parts else 0.0  # noqa: SLF001 - it has no other door


_THIN = (styles.HAIRLINE, styles.LINE)


def rows_look(
    gutter: float, above: float = 5.0, below: float = 7.0, *, lines: bool = True
) -> TableStyle:
    """Return how a heading row and rows below it look, with so many points round each."""
    return TableStyle(
        [
            ("VALIGN", (0, 0), (-1, -1), "TOP"),
            ("LEFTPADDING", (0, 0), (-1, -1), 0),
            ("RIGHTPADDING", (0, 0), (-2, -1), gutter),
            ("RIGHTPADDING", (-1, 0), (-1, -1), 0),
            ("TOPPADDING", (0, 0), (-1, -1), above),
            ("BOTTOMPADDING", (0, 0), (-1, -1), below),
            ("LINEBELOW", (0, 0), (-1, 0), 1, styles.INK),
            *((("LINEBELOW", (0, 1), (-1, -1), *_THIN),) if lines else ()),
        ]
    )


def reasons_look(
    count: int, gutter: float, above: float = 5.0, below: float = 7.0, column: int = 0
) -> TableStyle:
    """Return how so many commitments look, each with why below it from a column on, never apart."""
    told, reasons = range(1, 2 * count, 2), range(2, 2 * count + 1, 2)
    return TableStyle(
        [
            *(("BOTTOMPADDING", (0, row), (-1, row), 0) for row in told),
            *(("SPAN", (column, row), (-1, row)) for row in reasons),
            *(("NOSPLIT", (0, row - 1), (0, row)) for row in reasons),
            *(("TOPPADDING", (0, row), (-1, row), 0) for row in reasons),
            *(("LINEBELOW", (0, row), (-1, row), *_THIN) for row in reasons),
            *(("RIGHTPADDING", (column, row), (-1, row), 0) for row in reasons),
        ],
        parent=rows_look(gutter, above, below, lines=False),
    )
