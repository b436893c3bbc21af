"""Pages with a footer that counts them; turns flowables into one tagged PDF file.

Knows what every document has in common and nothing of what is on the pages. The same flowables
give the same bytes.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, BinaryIO

from reportlab.platypus import BaseDocTemplate, Frame, PageTemplate, Paragraph

from desktop_app import __version__

from . import fonts, styles
from .tagged import TaggedCanvas

LANGUAGE = "en-GB"
_NUMBER_WIDTH = 60.0


@dataclass(frozen=True, slots=True)
class DocumentFacts:
    """What a PDF says about itself; `footer` is markup printed on every page."""

    title: str
    author: str
    subject: str
    footer: str


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page's size and margins in points; the footer, if any, stands above the bottom margin."""

    width: float = styles.PAGE_WIDTH
    height: float = styles.PAGE_HEIGHT
    side: float = styles.MARGIN
    top: float = styles.TOP_MARGIN
    bottom: float = styles.FOOTER_MARGIN
    footer_height: float = styles.FOOTER_HEIGHT

    @property
    def text_width(self) -> float:
        """Return the room between the side margins."""
        return self.width - 2 * self.side

    @property
    def text_height(self) -> float:
        """Return the room between top margin and footer."""
        return self.height - self.top - self.bottom - self.footer_height


A4_UPRIGHT = Sheet()
A4_ACROSS = Sheet(styles.PAGE_HEIGHT, styles.PAGE_WIDTH)


def write_pages(
    story: Sequence[Any], facts: DocumentFacts, file: BinaryIO, sheet: Sheet = A4_UPRIGHT
) -> None:
    """Lay `story` out on pages and write the PDF to `file`; a sheet without footer has none."""
    document = BaseDocTemplate(
        file,
        pagesize=(sheet.width, sheet.height),
        title=facts.title,
        author=facts.author,
        subject=facts.subject,
        creator=f"Roundtable {__version__}",
        lang=LANGUAGE,
        initialFontName=fonts.REGULAR,
        invariant=1,
        pageCompression=1,
    )
    document.addPageTemplates([PageTemplate("page", [_text_frame(sheet)])])
    document.build(list(story), canvasmaker=_canvas_maker(facts.footer, sheet))


def _text_frame(sheet: Sheet) -> Frame:
    bottom = sheet.bottom + sheet.footer_height
    return Frame(
        *(sheet.side, bottom, sheet.text_width, sheet.text_height),
        **{f"{side}Padding": 0 for side in ("left", "right", "top", "bottom")},
    )


def _canvas_maker(footer: str, sheet: Sheet) -> Any:
    def make(*args: Any, **kwargs: Any) -> TaggedCanvas:
        canvas = TaggedCanvas(*args, **kwargs)
        if sheet.footer_height:
            canvas.furniture = lambda page, number, total: _draw_footer(
                page, sheet, footer, f"{number} / {total}"
            )
        return canvas

    return make


def _draw_footer(canvas: Any, sheet: Sheet, footer: str, number: str) -> None:
    look = styles.make_styles()
    top = sheet.bottom + sheet.footer_height - 12
    canvas.setStrokeColor(styles.LINE)
    canvas.setLineWidth(styles.HAIRLINE)
    canvas.line(sheet.side, top, sheet.width - sheet.side, top)
    status_width = sheet.text_width - _NUMBER_WIDTH
    _draw_under(canvas, Paragraph(footer, look.footer), sheet.side, top, status_width)
    number_x = sheet.side + status_width
    _draw_under(canvas, Paragraph(number, look.page_number), number_x, top, _NUMBER_WIDTH)


def _draw_under(canvas: Any, paragraph: Any, x: float, top: float, width: float) -> None:
    _, height = paragraph.wrapOn(canvas, width, styles.PAGE_HEIGHT)
    paragraph.drawOn(canvas, x, top - 6 - height)
