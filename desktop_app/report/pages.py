"""Pages with a footer that counts them; turns flowables into one tagged PDF file.

Knows what every document has in common and nothing of what is on the pages. The same flowables
give the same bytes.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import Any, BinaryIO
from xml.sax.saxutils import escape

from reportlab import rl_config
from reportlab.lib.pagesizes import A3
from reportlab.platypus import BaseDocTemplate, Frame, PageTemplate, Paragraph

from desktop_app import __version__

from . import fonts, styles
from .tagged import TaggedCanvas

rl_config.useA85 = 0  # streams as bytes, not as letters: a fifth smaller, and quicker

_NUMBER_WIDTH = 60.0
_PRINTED_WIDTH = 92.0


@dataclass(frozen=True, slots=True)
class Printing:
    """What a PDF asks a printer for; viewers take it as what is chosen first.

    `true_size`: no scaling. `sides`: 1, 2 (turned at the long edge), or 0 where it does not matter.
    """

    true_size: bool = False
    sides: int = 0


_DUPLEX = {1: "Simplex", 2: "DuplexFlipLongEdge"}


@dataclass(frozen=True, slots=True)
class DocumentFacts:
    """What a PDF says about itself; `footer` and `head` are markup printed on every page.

    `printed` is plain text and says when, `printing` how it asks to be printed. `language` is the
    BCP 47 tag of every element that names no other.
    """

    title: str
    author: str
    subject: str
    footer: str
    language: str
    head: str = ""
    printed: str = ""
    printing: Printing = field(default_factory=Printing)


@dataclass(frozen=True, slots=True)
class Sheet:
    """A kind of page: size and margins in points, and what stands round the text.

    The footer stands above the bottom margin and the running head above the text, each where its
    height is not 0. `background` draws below the text. A story turns to a kind of page with
    NextPageTemplate(name) before the page break; `then` names the kind that follows by itself.
    `large`: head and footer are in large print.
    """

    name: str = "page"
    width: float = styles.PAGE_WIDTH
    height: float = styles.PAGE_HEIGHT
    side: float = styles.MARGIN
    top: float = styles.TOP_MARGIN
    bottom: float = styles.FOOTER_MARGIN
    footer_height: float = styles.FOOTER_HEIGHT
    head_height: float = 0.0
    background: Callable[[Any], None] | None = None
    then: str = ""
    large: bool = False

    @property
    def text_width(self) -> float:
        """Return the room between the side margins."""
        return self.width - 2 * self.side

    @property
    def text_height(self) -> float:
        """Return the room between head and footer."""
        return self.height - self.top - self.head_height - self.bottom - self.footer_height


A4_UPRIGHT = Sheet()
A4_ACROSS = Sheet(width=styles.PAGE_HEIGHT, height=styles.PAGE_WIDTH)
A3_UPRIGHT = Sheet(width=A3[0], height=A3[1])
A3_ACROSS = Sheet(width=A3[1], height=A3[0])


def write_pages(
    story: Sequence[Any],
    facts: DocumentFacts,
    file: BinaryIO,
    sheet: Sheet = A4_UPRIGHT,
    *more_sheets: Sheet,
) -> int:
    """Lay `story` out on pages, the first being a `sheet`, and write the PDF to `file`.

    Return how many pages there are.
    """
    document = BaseDocTemplate(
        file,
        pagesize=(sheet.width, sheet.height),
        title=facts.title,
        author=facts.author,
        subject=facts.subject,
        creator=f"Roundtable {__version__}",
        lang=facts.language,
        initialFontName=fonts.REGULAR,
        invariant=1,
        pageCompression=1,
    )
    document.addPageTemplates([_template(kind) for kind in (sheet, *more_sheets)])
    document.build(list(story), canvasmaker=partial(_FurnishedCanvas, facts))
    return int(document.page)


def _template(sheet: Sheet) -> PageTemplate:
    def begin(canvas: Any, _document: Any) -> None:
        canvas.sheet = sheet
        if sheet.background:
            with canvas.artifact():
                sheet.background(canvas)

    size = (sheet.width, sheet.height)
    frame = Frame(
        *(sheet.side, sheet.bottom + sheet.footer_height, sheet.text_width, sheet.text_height),
        **{f"{side}Padding": 0 for side in ("left", "right", "top", "bottom")},
    )
    after = sheet.then or None
    return PageTemplate(sheet.name, [frame], begin, pagesize=size, autoNextPageTemplate=after)


class _FurnishedCanvas(TaggedCanvas):
    """Draws head and footer of each page when it is known how many there are."""

    sheet: Sheet

    def __init__(self, facts: DocumentFacts, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.facts = facts

    def save(self) -> None:
        """Ask the printer, then finish."""
        printing = self.facts.printing
        if printing.true_size:
            self.setViewerPreference("PrintScaling", "None")
        if printing.sides:
            self.setViewerPreference("Duplex", _DUPLEX[printing.sides])
        super().save()

    def draw_furniture(self, number: int, total: int) -> None:
        """Draw what the page's sheet has room for."""
        if self.sheet.footer_height:
            _draw_footer(self, self.sheet, self.facts, f"{number} / {total}")
        if self.sheet.head_height and self.facts.head:
            _draw_head(self, self.sheet, self.facts.head)


def _draw_head(canvas: Any, sheet: Sheet, head: str) -> None:
    paragraph = Paragraph(head, _look(sheet).footer)
    _, height = paragraph.wrapOn(canvas, sheet.text_width, sheet.head_height)
    paragraph.drawOn(canvas, sheet.side, sheet.height - sheet.top - height)


def _draw_footer(canvas: Any, sheet: Sheet, facts: DocumentFacts, number: str) -> None:
    look = _look(sheet)
    top = sheet.bottom + sheet.footer_height - 12
    canvas.setStrokeColor(styles.LINE)
    canvas.setLineWidth(styles.HAIRLINE)
    canvas.line(sheet.side, top, sheet.width - sheet.side, top)
    larger = look.footer.fontSize / styles.SMALL
    number_width = (_PRINTED_WIDTH if facts.printed else _NUMBER_WIDTH) * larger
    status_width = sheet.text_width - number_width
    _draw_under(canvas, Paragraph(facts.footer, look.footer), sheet.side, top, status_width)
    number_x = sheet.side + status_width
    words = f"{number}<br/>{escape(facts.printed)}" if facts.printed else number
    _draw_under(canvas, Paragraph(words, look.page_number), number_x, top, number_width)


def _look(sheet: Sheet) -> styles.Styles:
    return styles.make_large_styles() if sheet.large else styles.make_styles()


def _draw_under(canvas: Any, paragraph: Any, x: float, top: float, width: float) -> None:
    _, height = paragraph.wrapOn(canvas, width, styles.PAGE_HEIGHT)
    paragraph.drawOn(canvas, x, top - 6 - height)
