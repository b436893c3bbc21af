"""A4 pages with a footer that counts them; turns flowables into one PDF file.

Knows what every document has in common and nothing of what is on the pages. The same flowables
give the same bytes.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, BinaryIO

from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import BaseDocTemplate, Frame, PageTemplate, Paragraph

from desktop_app import __version__

from . import fonts, styles

LANGUAGE = "en-GB"
_NUMBER_WIDTH = 60.0


@dataclass(frozen=True, slots=True)
class DocumentFacts:
    """What a PDF says about itself; `footer` is markup printed on every page."""

    title: str
    author: str
    subject: str
    footer: str


def write_pages(story: Sequence[Any], facts: DocumentFacts, file: BinaryIO) -> None:
    """Lay `story` out on A4 portrait pages and write the PDF to `file`."""
    document = BaseDocTemplate(
        file,
        pagesize=(styles.PAGE_WIDTH, styles.PAGE_HEIGHT),
        title=facts.title,
        author=facts.author,
        subject=facts.subject,
        creator=f"Roundtable {__version__}",
        lang=LANGUAGE,
        displayDocTitle=1,
        initialFontName=fonts.REGULAR,
        invariant=1,
        pageCompression=1,
    )
    document.addPageTemplates([PageTemplate("page", [_text_frame()])])
    document.build(list(story), canvasmaker=_canvas_with_footer(facts.footer))


def _text_frame() -> Frame:
    bottom = styles.FOOTER_MARGIN + styles.FOOTER_HEIGHT
    return Frame(
        *(styles.MARGIN, bottom, styles.TEXT_WIDTH, styles.TEXT_HEIGHT),
        **{f"{side}Padding": 0 for side in ("left", "right", "top", "bottom")},
    )


def _canvas_with_footer(footer: str) -> type[Canvas]:
    """Return a canvas that holds its pages back until it knows how many there are."""

    class FooterCanvas(Canvas):  # type: ignore[misc]
        def __init__(self, *args: Any, **kwargs: Any) -> None:
            super().__init__(*args, **kwargs)
            self._held: list[dict[str, Any]] = []

        def showPage(self) -> None:  # noqa: N802 - ReportLab's name
            self._held.append(dict(self.__dict__))
            self._startPage()

        def save(self) -> None:
            for number, page in enumerate(self._held, start=1):
                self.__dict__.update(page)
                _draw_footer(self, footer, f"{number} / {len(self._held)}")
                super().showPage()
            super().save()

    return FooterCanvas


def _draw_footer(canvas: Canvas, footer: str, number: str) -> None:
    look = styles.make_styles()
    top = styles.FOOTER_MARGIN + styles.FOOTER_HEIGHT - 12
    canvas.setStrokeColor(styles.LINE)
    canvas.setLineWidth(styles.HAIRLINE)
    canvas.line(styles.MARGIN, top, styles.PAGE_WIDTH - styles.MARGIN, top)
    status_width = styles.TEXT_WIDTH - _NUMBER_WIDTH
    _draw_under(canvas, Paragraph(footer, look.footer), styles.MARGIN, top, status_width)
    number_x = styles.MARGIN + status_width
    _draw_under(canvas, Paragraph(number, look.page_number), number_x, top, _NUMBER_WIDTH)


def _draw_under(canvas: Canvas, paragraph: Any, x: float, top: float, width: float) -> None:
    _, height = paragraph.wrapOn(canvas, width, styles.PAGE_HEIGHT)
    paragraph.drawOn(canvas, x, top - 6 - height)
