"""Tagged PDF: documents for screen readers (PDF/UA-1) and archives (PDF/A-2a), by ReportLab.

How to write a document on it
-----------------------------
Build a story of flowables and hand it to `pages.write_pages(story, facts, file, sheet)`. What you
use from here tags itself while it is drawn; ReportLab's own Spacer, KeepTogether, PageBreak,
CondPageBreak and NextPageTemplate go in between as ever. Never put ReportLab's own Paragraph or
Table into a story: their text would be invisible to a screen reader, and the PDF/UA test fails.

    Heading(markup, style, 2)                  H2, a bookmark and a line in the contents; a document
                                               has one H1 and skips no level on the way down
    Heading(markup, style, 2, name="action-T") ... and `<a href="#action-T">` leads to it
    Paragraph(markup, style)                   P; markup comes from Printable.markup, and may hold
                                               `<a href="https://...">words</a>`
    *bulleted([markup, [flowable, ...]], style)   L, LI, Lbl, LBody; items may hold further lists
    *numbered(items, style)                    the same with 1. 2. 3.
    *unlabelled([[paragraph, paragraph], ...]) a list whose items are paragraphs you made already
    Table(rows, colWidths=..., style=..., font=fonts.REGULAR, header_rows=1, header_columns=1)
                                               Table, THead, TBody, TR, TH with its scope, TD;
                                               SPAN in the style gives ColSpan and RowSpan; cells
                                               hold tagged flowables, lists of them, or plain text
    drawing.Picture(chart)                     Figure, its text being chart.alt; "" is decoration
    Figure(flowable, alt)                      the same for an image or anything else
    Decoration(flowable)                       an artifact: passed over when read aloud
    Columns([Stack(left, width), Stack(right, width)], gap)
                                               side by side; the left one is read first, to its end
    AccentBlock(children, colour, width, role="BlockQuote")
    *contents(list(headings_in(story)), [style_of_level_2, style_of_level_3], first_level=2)
                                               TOC, TOCI with links and page numbers; make it when
                                               the story is complete and put it in where it belongs

`pages.Sheet` says what kinds of page there are (size, margins, footer, running head, background);
a story turns to another kind with NextPageTemplate(name). What a sheet draws is an artifact.

Reading order is the order of drawing, and what is cut by the end of a page stays one element. A
flowable of your own draws between `with self.canv.marked(self.element):`, or
`with self.canv.artifact():` for rules and backgrounds; children that tag themselves are drawn
between `with self.canv.inside(self.element):`. `Element(role, within=...)` puts something under a
parent of your choice instead of the one that is open. In an artifact everything is silent, so a
footer may use any paragraph. A subclass of Table keeps its constructor, for ReportLab makes the
parts of a table by calling it. `canvas.later(draw)` draws at this place once all pages are known
(`canvas.places[heading.target].page`).

The same story gives the same bytes.
"""

from .blocks import AccentBlock, Columns, FreshPage, Stack
from .canvas import TaggedCanvas, Target
from .contents import contents, headings_in
from .figures import Decoration, Figure, figure_element
from .lists import ListItem, bulleted, numbered, unlabelled
from .tables import Table
from .text import Heading, Paragraph
from .tree import Element, Role

__all__ = [
    "AccentBlock",
    "Columns",
    "Decoration",
    "Element",
    "Figure",
    "FreshPage",
    "Heading",
    "ListItem",
    "Paragraph",
    "Role",
    "Stack",
    "Table",
    "TaggedCanvas",
    "Target",
    "bulleted",
    "contents",
    "figure_element",
    "headings_in",
    "numbered",
    "unlabelled",
]
