"""The baseline of documents: the same paragraphs and pictures one after the other, nothing tuned.

Plain ReportLab: its document template, its paragraphs in the same styles, its own drawings.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from desktop_app.charts import primitives

MARGIN = 36
Words = tuple[str, Any]
"""A paragraph's text and style."""


@contextmanager
def paragraphs_made() -> Iterator[list[Words]]:
    """Give a list that takes in every paragraph ReportLab is asked for until the block ends."""
    from reportlab.platypus import Paragraph

    made: list[Words] = []
    init: Callable[..., None] = Paragraph.__init__

    def recording(self: Any, text: str | None, style: Any = None, *more: Any, **named: Any) -> None:
        if text:
            made.append((text, style))
        init(self, text, style, *more, **named)

    Paragraph.__init__ = recording
    try:
        yield made
    finally:
        Paragraph.__init__ = init


def write_bare(
    words: Sequence[Words], pictures: Sequence[primitives.Drawing], target: Path
) -> None:
    """Write pictures and paragraphs to a PDF."""
    from reportlab.lib.pagesizes import A4
    from reportlab.platypus import Paragraph, SimpleDocTemplate

    margins = {f"{side}Margin": MARGIN for side in ("left", "right", "top", "bottom")}
    document = SimpleDocTemplate(str(target), pagesize=A4, pageCompression=1, **margins)
    shapes = [_shapes(picture) for picture in pictures]
    document.build([*shapes, *(Paragraph(text, _tight(style)) for text, style in words)])


def _tight(style: Any) -> Any:
    """Return the style without white space around, so that one column fills as many pages."""
    from reportlab.lib.styles import ParagraphStyle

    return ParagraphStyle(style.name, style, spaceBefore=0, spaceAfter=0, keepWithNext=0)


def _shapes(picture: primitives.Drawing) -> Any:
    from reportlab.graphics.shapes import Drawing

    drawing = Drawing(picture.width, picture.height)
    for item in picture.items:
        drawing.add(_shape(item, picture.height))
    return drawing


def _shape(item: Any, top: float) -> Any:
    from reportlab.graphics.shapes import Line, Rect, String
    from reportlab.lib.colors import HexColor

    from desktop_app.report.fonts import font_name

    if isinstance(item, primitives.Rect):
        bottom = top - item.y - item.height
        return Rect(item.x, bottom, item.width, item.height, fillColor=HexColor(item.fill))
    if isinstance(item, primitives.Line):
        return Line(item.x1, top - item.y1, item.x2, top - item.y2)
    look = {"fontName": font_name(item.weight), "fontSize": item.size, "textAnchor": item.anchor}
    return String(item.x, top - item.y, item.text, **look)
