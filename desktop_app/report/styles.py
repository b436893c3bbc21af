"""How printed pages look: sizes, colours and paragraph styles; knows no content.

What is read is in 12 points at least, which public bodies are asked to use. In 10 points are only
the head and foot that every page repeats, and captions, keys and figures in bars; nothing is
smaller. What must fit a slip or a sheet may be set a little closer, the longer it is.
`tests/report/test_sizes.py` holds it for every kind.
"""

from __future__ import annotations

from dataclasses import dataclass, fields

from reportlab.lib.colors import HexColor
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle

from desktop_app.charts.palette import PRINT

from . import fonts

PAGE_WIDTH, PAGE_HEIGHT = A4
MARGIN = 51.0  # 18 mm, left and right
TOP_MARGIN = 45.0
FOOTER_MARGIN = 34.0  # 12 mm, what office printers can reach
FOOTER_HEIGHT = 44.0
TEXT_WIDTH = PAGE_WIDTH - 2 * MARGIN
TEXT_HEIGHT = PAGE_HEIGHT - TOP_MARGIN - FOOTER_MARGIN - FOOTER_HEIGHT
COLUMN_GAP = 24.0
SECTION_GAP = 14.0
HAIRLINE = 0.6
BODY, SMALL = 12.0, 10.0
CHART_SIZE = BODY


INK = HexColor(PRINT.ink)
SOFT = HexColor(PRINT.soft)
LINE = HexColor(PRINT.line)
ACCENT = HexColor(PRINT.accent)


def style_of(name: str, font: str, size: float, leading: float, **more: object) -> ParagraphStyle:
    """Return a paragraph style in the documents' ink that breaks long words and keeps no widows."""
    return ParagraphStyle(
        name,
        **{
            "fontName": font,
            "fontSize": size,
            "leading": leading,
            "textColor": INK,
            "splitLongWords": 1,
            "allowWidows": 0,
            "allowOrphans": 0,
            "bulletFontName": font,
            **more,
        },
    )


@dataclass(frozen=True)
class Styles:
    """The paragraph styles of every document, named by their job."""

    kicker: ParagraphStyle
    title: ParagraphStyle
    mark: ParagraphStyle
    headline: ParagraphStyle
    subtitle: ParagraphStyle
    heading: ParagraphStyle
    body: ParagraphStyle
    turned: ParagraphStyle
    note: ParagraphStyle
    soft: ParagraphStyle
    item: ParagraphStyle
    detail: ParagraphStyle
    table_head: ParagraphStyle
    cell: ParagraphStyle
    cell_strong: ParagraphStyle
    cell_detail: ParagraphStyle
    caption: ParagraphStyle
    footer: ParagraphStyle
    page_number: ParagraphStyle


def make_styles() -> Styles:
    """Register the fonts and return the paragraph styles."""
    fonts.register_fonts()
    return Styles(
        kicker=style_of("kicker", fonts.REGULAR, 12, 14, textColor=SOFT),
        title=style_of("title", fonts.SEMIBOLD, 25, 29, spaceAfter=2),
        mark=style_of("mark", fonts.SEMIBOLD, BODY, 15, textColor=ACCENT),
        subtitle=style_of("subtitle", fonts.SEMIBOLD, 20, 25, spaceAfter=8, keepWithNext=1),
        headline=style_of("headline", fonts.SEMIBOLD, 16, 21),
        heading=style_of(
            "heading", fonts.SEMIBOLD, 15, 19, spaceBefore=SECTION_GAP, spaceAfter=4, keepWithNext=1
        ),
        body=style_of("body", fonts.REGULAR, 12, 16, spaceAfter=6),
        turned=style_of(
            "turned", fonts.REGULAR, BODY, 15, textColor=SOFT, spaceBefore=24, keepWithNext=1
        ),
        note=style_of("note", fonts.REGULAR, 12, 15.5, textColor=SOFT, spaceAfter=4),
        soft=style_of("soft", fonts.REGULAR, 12, 16, textColor=SOFT, spaceAfter=6),
        item=style_of("item", fonts.SEMIBOLD, 12, 15, keepWithNext=1),
        detail=style_of("detail", fonts.REGULAR, 12, 14.5, textColor=SOFT, spaceAfter=7),
        table_head=style_of("table_head", fonts.SEMIBOLD, BODY, 15, textColor=SOFT),
        cell=style_of("cell", fonts.REGULAR, 12, 15.5),
        cell_strong=style_of("cell_strong", fonts.SEMIBOLD, 12, 15.5),
        cell_detail=style_of(
            "cell_detail", fonts.REGULAR, BODY, 14.5, textColor=SOFT, spaceBefore=1
        ),
        caption=style_of("caption", fonts.REGULAR, SMALL, 12.5, textColor=SOFT, spaceAfter=5),
        footer=style_of("footer", fonts.REGULAR, SMALL, 12, textColor=SOFT),
        page_number=style_of("page_number", fonts.REGULAR, SMALL, 12, textColor=SOFT, alignment=2),
    )


LARGE = 18.0
"""Points of text in large print, as bodies of the blind ask for."""

LARGE_FOOT = 14.0
_LARGER, _LARGEST = 1.35, 30.0
"""How much larger than usual all is, and the largest: the titles of our papers take one line."""


def make_large_styles(least: float = LARGE) -> Styles:
    """Return the paragraph styles of large print: nothing but the foot of a page is smaller."""
    usual = make_styles()
    return Styles(**{f.name: _large(getattr(usual, f.name), least) for f in fields(usual)})


def _large(style: ParagraphStyle, least: float) -> ParagraphStyle:
    at_foot = style.name in ("footer", "page_number")
    size = LARGE_FOOT if at_foot else min(max(least, style.fontSize * _LARGER), _LARGEST)
    above = {"spaceBefore": SECTION_GAP} if style.name == "subtitle" else {}
    return style.clone(
        f"large_{style.name}",
        fontSize=size,
        leading=size * 1.3,
        spaceAfter=max(style.spaceAfter, 6.0),
        textColor=style.textColor if style.textColor != SOFT else INK,
        **above,
    )
