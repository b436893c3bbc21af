"""The ReportLab pen: draws what charts describe, with the printed typeface."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

from reportlab.lib.colors import HexColor
from reportlab.platypus import Flowable

from desktop_app.charts import hatching
from desktop_app.charts.diverging_bars import DivergingRow, diverging_bars, legend
from desktop_app.charts.palette import PRINT
from desktop_app.charts.primitives import Drawing, Line, Rect, Text
from desktop_app.domain.framework import Scale

from . import fonts, styles
from .fonts import Printable
from .tagged import Element, figure_element


class Picture(Flowable):  # type: ignore[misc]
    """A drawing whose y grows downwards, on a page whose y grows upwards; a figure to a reader.

    A drawing without a text in its place is there for looks only.
    """

    def __init__(self, drawing: Drawing, within: Element | None = None) -> None:
        super().__init__()
        self.drawing = drawing
        self.alt = drawing.alt
        self.element = figure_element(drawing.alt)
        self.element.within = within
        self.width, self.height = drawing.width, drawing.height

    def wrap(self, _available_width: float, _available_height: float) -> tuple[float, float]:
        """Return the drawing's size."""
        return self.width, self.height

    def draw(self) -> None:
        """Draw every primitive in order."""
        if not self.alt:
            with self.canv.artifact():
                self._draw_items()
            return
        self.canv.box(self.element, self.width, self.height)
        with self.canv.marked(self.element):
            self._draw_items()

    def _draw_items(self) -> None:
        self.canv.saveState()
        for item in self.drawing.items:
            _PENS[type(item)](self.canv, item, self.height)
        self.canv.restoreState()


def hatched(drawing: Drawing, points: int) -> Drawing:
    """Return a drawing that can be read in black and white."""
    return hatching.hatched(drawing, points, PRINT, fonts.text_width)


def _draw_rect(canvas: Any, rect: Rect, top: float) -> None:
    canvas.setFillColor(HexColor(rect.fill))
    own = rect.dashed or rect.pattern == hatching.PLATE
    canvas.setStrokeColor(HexColor(rect.fill if own else PRINT.paper))
    canvas.setLineWidth(hatching.OUTLINE)
    canvas.setDash(*(([2, 2], 0) if rect.dashed else ([], 0)))
    # The outline in paper's colour parts neighbours that look alike in black and white.
    canvas.drawPath(_outline(canvas, rect, top - rect.y), stroke=1, fill=int(not rect.dashed))
    canvas.setDash([], 0)
    for line in hatching.hatching(rect, PRINT.paper):
        _draw_line(canvas, line, top)


def _outline(canvas: Any, rect: Rect, top: float) -> Any:
    """Return a path round `rect` whose right-hand corners are rounded."""
    path, radius = canvas.beginPath(), min(rect.radius, rect.width, rect.height / 2)
    left, right, bottom = rect.x, rect.x + rect.width, top - rect.height
    path.moveTo(left, bottom)
    path.lineTo(right - radius, bottom)
    if radius:
        path.arcTo(right - 2 * radius, bottom, right, bottom + 2 * radius, 270, 90)
        path.arcTo(right - 2 * radius, top - 2 * radius, right, top, 0, 90)
    else:
        path.lineTo(right, top)
    path.lineTo(left, top)
    path.close()
    return path


def _draw_line(canvas: Any, line: Line, top: float) -> None:
    canvas.setStrokeColor(HexColor(line.stroke))
    canvas.setLineWidth(line.width)
    canvas.line(line.x1, top - line.y1, line.x2, top - line.y2)


_ANCHORED = {"start": "drawString", "middle": "drawCentredString", "end": "drawRightString"}


def _draw_text(canvas: Any, text: Text, top: float) -> None:
    canvas.setFillColor(HexColor(text.fill))
    canvas.setFont(fonts.font_name(text.weight), text.size)
    getattr(canvas, _ANCHORED[text.anchor])(text.x, top - text.y, text.text)


_PENS: dict[type, Callable[[Any, Any, float], None]] = {
    Rect: _draw_rect,
    Line: _draw_line,
    Text: _draw_text,
}


def action_chart(
    rows: Sequence[DivergingRow],
    scale: Scale,
    text: Printable,
    width: float = styles.TEXT_WIDTH,
    size: float = styles.CHART_SIZE,
) -> tuple[Picture, Picture]:
    """Return the picture of actions or statements across a width, and its key."""
    bars = diverging_bars(
        [_printable(row, text) for row in rows],
        PRINT,
        width,
        size=size,
        measure=fonts.text_width,
    )
    key = legend(
        printable_scale(scale, text),
        PRINT,
        width,
        size=min(size, max(styles.SMALL, size - 2)),
        measure=fonts.text_width,
    )
    return Picture(hatched(bars, scale.size)), Picture(hatched(key, scale.size))


def _printable(row: DivergingRow, text: Printable) -> DivergingRow:
    return replace(
        row,
        label=text.line(row.label),
        level_text=text.line(row.level_text),
        agreement_text=text.line(row.agreement_text),
    )


def printable_scale(scale: Scale, text: Printable) -> Scale:
    """Return the scale with labels that can be printed."""
    points = (replace(point, label=text.line(point.label)) for point in scale.points)
    return replace(scale, points=tuple(points))
